"""The questions of the brede intake: all that the law asks, and what a plan that fits needs to know.

The order of the sections is that of a conversation. Which answers together cover a part
that the law asks stands in `ONDERDELEN`.
"""

from ..vraag import Sectie, Vraag
from .dagelijks import BESCHIKBAAR, WONEN, ZELFREDZAAM
from .gezin import GEZIN
from .gezondheid import GEZONDHEID
from .onderwijs import ONDERWIJS
from .taal import TAAL
from .werk import WENSEN, WERK

__all__ = ["GEZONDHEID", "ONDERDELEN", "SECTIES", "SECTIE_OF", "VRAGEN", "sectie"]

SECTIES: tuple[Sectie, ...] = (
    TAAL,
    ONDERWIJS,
    WERK,
    WENSEN,
    GEZIN,
    BESCHIKBAAR,
    ZELFREDZAAM,
    WONEN,
)
"""The ordinary sections. Health is none of them: its answers are sealed in the model `Gezondheid`."""

VRAGEN: dict[str, Vraag] = {vraag.code: vraag for sectie in SECTIES for vraag in sectie.vragen}
"""Every ordinary question by its code."""

SECTIE_OF: dict[str, Sectie] = {vraag.code: sectie for sectie in SECTIES for vraag in sectie.vragen}
"""The section of every ordinary question."""

ONDERDELEN: dict[str, tuple[tuple[str, ...], ...]] = {
    "onderwijs_en_werk": (
        ("jaren_onderwijs", "hoogste_diploma"),
        ("werkervaring_jaren", "beroep", "werk_herkomst"),
    ),
    "persoonlijke_omstandigheden": (("gezinssituatie",), ("woonsituatie",)),
    "vve_verkend": (("vve",),),
    "taalniveau": (("niveau_nederlands",), ("lezen_schrijven",)),
    "arbeidsparticipatie": (("mogelijkheden_werk",), ("werkwens", "opleidingswens")),
    "zelfredzaamheid": (("zelfredzaamheid",),),
}
"""What covers a part of the law (a fact of `IntakeFacts`): of each group at least one question was discussed.

A choice of this software: the law names the subjects, not the questions. Health, which
belongs to the personal circumstances, is counted from the day on which it was talked over.
"""


def sectie(code: str) -> Sectie | None:
    """Return an ordinary section by its code; None when there is none."""
    return next((one for one in SECTIES if one.code == code), None)

"""What a question of the brede intake is, and how its answer is kept and shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from meedoen.domain.keten.models import Bron
from meedoen.law.kernel.citation import Citation
from meedoen.law.kernel.dutch import in_dutch

DAGEN = ("ma", "di", "wo", "do", "vr", "za", "zo")
DAGDELEN = ("ochtend", "middag", "avond")
LONGEST_TEXT = 200
LONGEST_STORY = 6000


class Soort(StrEnum):
    """The kind of answer, and how it stands in JSON."""

    TEKST = "tekst"
    """str of one line"""
    LANGE_TEKST = "lange_tekst"
    """str of more lines"""
    GETAL = "getal"
    """int"""
    JA_NEE = "ja_nee"
    """bool"""
    KEUZE = "keuze"
    """str: a code of `keuzes`"""
    MEERKEUZE = "meerkeuze"
    """list of codes of `keuzes`"""
    DATUM = "datum"
    """str: ISO 8601"""
    DAGDELEN = "dagdelen"
    """list such as ``["ma_ochtend", "do_avond"]``"""


class Groep(StrEnum):
    """Who may read the answer."""

    GEWOON = "gewoon"
    GEZONDHEID = "gezondheid"
    """Sealed, on a page of its own, with a permission of its own."""


@dataclass(frozen=True, slots=True)
class Wanneer:
    """A question that is only asked when another has a certain answer."""

    vraag: str
    tekst: str
    """Dutch, for people: "als er een diploma is"."""
    een_van: tuple[Any, ...] = ()
    meer_dan: int | None = None

    def applies(self, waarden: Mapping[str, Any]) -> bool | None:
        """Return whether it must be asked; None while the other question is not answered.

        Args:
            waarden: answers by code.
        """
        waarde = waarden.get(self.vraag)
        if not is_answered(waarde):
            return None
        if self.meer_dan is not None:
            return isinstance(waarde, int | float) and waarde > self.meer_dan
        if isinstance(waarde, list):
            return bool(set(waarde) & set(self.een_van))
        return waarde in self.een_van


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraag:
    """One question, in Dutch at level B1.

    Attributes:
        code: under which the answer is kept (`Intakegegeven.vraag`); never changes.
        tekst: as the klantmanager may read it out.
        soort: the kind of answer.
        hint: help for who fills it in.
        keuzes: (code, label) of KEUZE and MEERKEUZE.
        minimum: least number of GETAL.
        maximum: greatest number of GETAL.
        eenheid: what a number counts, for showing it.
        wanneer: only asked then; None asks everyone.
        bron: who answers: the inburgeraar, or the klantmanager when it is her own judgement.
        artikel: where the law asks this question in particular; else the section's article holds.
        groep: who may read it.
    """

    code: str
    tekst: str
    soort: Soort
    hint: str = ""
    keuzes: tuple[tuple[str, str], ...] = ()
    minimum: int = 0
    maximum: int = 100
    eenheid: str = ""
    wanneer: Wanneer | None = None
    bron: Bron = Bron.INBURGERAAR
    artikel: Citation | None = None
    groep: Groep = Groep.GEWOON

    @property
    def empty(self) -> Any:
        """What stands for no answer."""
        return [] if self.soort in {Soort.MEERKEUZE, Soort.DAGDELEN} else ""

    def fault(self, waarde: Any) -> str | None:
        """Return a Dutch sentence when this cannot be an answer; None when it can, or is empty."""
        if not is_answered(waarde):
            return None
        return None if _fits(self, waarde) else f"Dit antwoord past niet bij de vraag „{self.tekst}”"

    def shown(self, waarde: Any) -> str:
        """Return an answer as a person reads it; empty when there is none."""
        if not is_answered(waarde):
            return ""
        labels = dict(self.keuzes)
        if isinstance(waarde, bool):
            return in_dutch(waarde)
        if self.soort is Soort.DAGDELEN:
            return ", ".join(str(part).replace("_", " ") for part in waarde)
        if isinstance(waarde, list):
            return ", ".join(labels.get(one, str(one)) for one in waarde)
        if self.soort is Soort.DATUM:
            return in_dutch(date.fromisoformat(waarde)) if _is_date(waarde) else str(waarde)
        if self.soort is Soort.GETAL:
            return f"{waarde} {self.eenheid}".strip()
        return labels.get(waarde, str(waarde))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sectie:
    """A part of the intake: one page.

    Attributes:
        code: in the address.
        titel: heading.
        waarom: why we ask, in plain Dutch, to read out.
        artikel: where the law asks it.
        vragen: its questions, in the order of a conversation.
    """

    code: str
    titel: str
    waarom: str
    artikel: Citation
    vragen: tuple[Vraag, ...]


def is_answered(waarde: Any) -> bool:
    """Return whether something was answered; zero and no are answers."""
    return waarde is not None and waarde != "" and waarde != []


def _fits(vraag: Vraag, waarde: Any) -> bool:
    match vraag.soort:
        case Soort.TEKST:
            return isinstance(waarde, str) and len(waarde) <= LONGEST_TEXT
        case Soort.LANGE_TEKST:
            return isinstance(waarde, str) and len(waarde) <= LONGEST_STORY
        case Soort.GETAL:
            whole = isinstance(waarde, int) and not isinstance(waarde, bool)
            return whole and vraag.minimum <= waarde <= vraag.maximum
        case Soort.JA_NEE:
            return isinstance(waarde, bool)
        case Soort.KEUZE:
            # What a source told in other words than ours stays as it was told.
            return isinstance(waarde, str) and len(waarde) <= LONGEST_TEXT
        case Soort.MEERKEUZE:
            return isinstance(waarde, list) and set(waarde) <= {code for code, _ in vraag.keuzes}
        case Soort.DATUM:
            return _is_date(waarde)
        case Soort.DAGDELEN:
            known = {f"{dag}_{deel}" for dag in DAGEN for deel in DAGDELEN}
            return isinstance(waarde, list) and set(waarde) <= known


def _is_date(waarde: Any) -> bool:
    try:
        date.fromisoformat(waarde)
    except (TypeError, ValueError):
        return False
    return True

"""The call for the brede intake: first, second or third (art. 14 Wet inburgering 2021)."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

from meedoen.documents.appointment import amount, appointment
from meedoen.documents.beside import Beside, Pair
from meedoen.documents.envelope import articles, envelope
from meedoen.documents.huisstijl import Huisstijl
from meedoen.documents.parts import Artikel, Briefhoofd, VrijeTekst
from meedoen.documents.press import print_pdf

Meenemen = Literal["brief", "legitimatie", "diplomas", "werk"]
MEENEMEN: tuple[Meenemen, ...] = ("brief", "legitimatie", "diplomas", "werk")


@dataclass(frozen=True, kw_only=True, slots=True)
class Oproep:
    """A call to come to a conversation at a place and a moment on the Dutch clock.

    `volgnummer` is 1, 2 or 3; it decides what the letter says about staying away. `boete_maximum` (in euro)
    is printed in the second and third call, and only when the gemeente passes it: whether a municipal fine
    can be given to this person is for the gemeente to judge. `termijn_on` is the last day of the term that
    the call sets (art. 14, first paragraph); `afmelden_on` is the last day to cancel.

    Raises ValueError for another `volgnummer`.
    """

    hoofd: Briefhoofd
    volgnummer: Literal[1, 2, 3]
    gesprek_at: datetime
    plaats: tuple[str, ...]
    termijn_on: date | None = None
    minuten: int | None = None
    meenemen: tuple[Meenemen, ...] = MEENEMEN
    meenemen_extra: tuple[VrijeTekst, ...] = ()
    leerbaarheidstoets: bool = False
    tolk: bool = False
    afmelden_on: date | None = None
    eerdere_oproepen_on: tuple[date, ...] = ()
    boete_maximum: Decimal | None = None
    toelichting: VrijeTekst | None = None
    artikelen: tuple[Artikel, ...] = ()

    def __post_init__(self) -> None:
        if self.volgnummer not in (1, 2, 3):
            raise ValueError("Een oproep is de eerste, de tweede of de derde.")


def render_oproep(letter: Oproep, *, huisstijl: Huisstijl, taal: str = "nl") -> bytes:
    """The call as a PDF, in Dutch or in Dutch beside `taal`.

    Raises ValueError for a language that is not in `fixed_texts.TALEN`, PressError when the PDF fails.
    """
    data = _sections(letter, huisstijl, taal)
    return print_pdf("oproep", data, huisstijl=huisstijl, dated_on=letter.hoofd.dated_on)


def _sections(letter: Oproep, huisstijl: Huisstijl, taal: str) -> dict[str, Any]:
    b = Beside(taal)
    data = {
        "intro": _intro(letter, b),
        "toelichting": b.free(letter.toelichting),
        "afspraak": _appointment(letter, b),
        "moet": b.fixed("oproep.moet"),
        "termijn": b.fixed("oproep.termijn", datum=letter.termijn_on) if letter.termijn_on else None,
        "tolk": b.fixed("oproep.tolk_tekst") if letter.tolk else None,
        "toets": b.fixed("oproep.toets") if letter.leerbaarheidstoets else None,
        "meenemen_kop": b.fixed("oproep.meenemen_kop"),
        "meenemen": [
            *(b.fixed(f"meenemen.{one}") for one in letter.meenemen),
            *b.frees(letter.meenemen_extra),
        ],
        "prive_kop": b.fixed("oproep.prive_kop"),
        "prive": b.fixed("oproep.prive"),
        "verhinderd_kop": b.fixed("oproep.verhinderd_kop"),
        "verhinderd": _unable(letter, b),
        "gevolg_kop": b.fixed("oproep.gevolg_kop"),
        "gevolg": _consequence(letter, b),
        "artikelen": {
            "kop": b.fixed("algemeen.artikelen_kop"),
            "tekst": b.fixed("algemeen.artikelen_tekst"),
            "rijen": articles(letter.artikelen),
        },
    }
    return data | envelope(letter.hoofd, huisstijl, b, titel=b.fixed(f"oproep.titel_{letter.volgnummer}"))


def _intro(letter: Oproep, b: Beside) -> list[Pair]:
    earlier = [b.fixed("oproep.eerder", datum=day) for day in letter.eerdere_oproepen_on]
    return [*earlier, b.fixed("oproep.waarom"), b.fixed("oproep.waarover")]


def _appointment(letter: Oproep, b: Beside) -> dict[str, Any]:
    found = appointment(letter.gesprek_at, letter.plaats, b, kop="oproep.afspraak_kop")
    if letter.minuten:
        length = b.fixed("oproep.duur_tekst", minuten=letter.minuten)
        found["rijen"].append({"label": b.fixed("oproep.duur"), "waarde": length})
    return found


def _unable(letter: Oproep, b: Beside) -> list[Pair]:
    said = [b.fixed("oproep.verhinderd")]
    if letter.afmelden_on:
        said.append(b.fixed("oproep.verhinderd_datum", datum=letter.afmelden_on))
    return said


def _consequence(letter: Oproep, b: Beside) -> list[Pair]:
    if letter.volgnummer == 1:
        return [b.fixed("oproep.gevolg_1")]
    said = [b.fixed("oproep.gevolg_3")] if letter.volgnummer == 3 else []
    said.append(b.fixed("oproep.gevolg_2"))
    if letter.boete_maximum is not None:
        said.append(b.fixed("oproep.boete", bedrag=amount(letter.boete_maximum)))
    return said

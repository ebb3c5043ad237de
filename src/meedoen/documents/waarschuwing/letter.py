"""The written warning after a missed brede intake (art. 14, first paragraph, Wet inburgering 2021)."""

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


@dataclass(frozen=True, kw_only=True, slots=True)
class Waarschuwing:
    """A warning: what went wrong, what the duty is, the new term and what happens the next time.

    `nieuwe_termijn_on` is the last day of the new term. Without `nieuw_gesprek_at` the letter says that a
    new appointment follows. `reageren_on` is the last day to give a good reason. `boete_maximum` (in euro)
    is printed only when the gemeente passes it.
    """

    hoofd: Briefhoofd
    reden: Literal["niet_verschenen", "onvoldoende_medewerking"]
    gemist_at: datetime
    toelichting: VrijeTekst | None = None
    nieuw_gesprek_at: datetime | None = None
    nieuwe_plaats: tuple[str, ...] = ()
    nieuwe_termijn_on: date | None = None
    reageren_on: date | None = None
    boete_maximum: Decimal | None = None
    artikelen: tuple[Artikel, ...] = ()


def render_waarschuwing(letter: Waarschuwing, *, huisstijl: Huisstijl, taal: str = "nl") -> bytes:
    """The warning as a PDF, in Dutch or in Dutch beside `taal`.

    Raises ValueError for a language that is not in `fixed_texts.TALEN`, PressError when the PDF fails.
    """
    data = _sections(letter, huisstijl, taal)
    return print_pdf("waarschuwing", data, huisstijl=huisstijl, dated_on=letter.hoofd.dated_on)


def _sections(letter: Waarschuwing, huisstijl: Huisstijl, taal: str) -> dict[str, Any]:
    b = Beside(taal)
    data = {
        "wat": b.time(f"waarschuwing.{letter.reden}", letter.gemist_at),
        "toelichting": b.free(letter.toelichting),
        "betekenis": b.fixed("waarschuwing.betekenis"),
        "plicht": b.fixed("waarschuwing.plicht"),
        "nieuw": _new_appointment(letter, b),
        "reden_kop": b.fixed("waarschuwing.reden_kop"),
        "reden": _reason(letter, b),
        "gevolg_kop": b.fixed("waarschuwing.gevolg_kop"),
        "gevolg": _consequence(letter, b),
        "artikelen": {
            "kop": b.fixed("algemeen.artikelen_kop"),
            "tekst": b.fixed("algemeen.artikelen_tekst"),
            "rijen": articles(letter.artikelen),
        },
    }
    title = b.fixed(f"waarschuwing.titel_{letter.reden}")
    return data | envelope(letter.hoofd, huisstijl, b, titel=title)


def _new_appointment(letter: Waarschuwing, b: Beside) -> dict[str, Any]:
    kop = "waarschuwing.nieuw_kop"
    if letter.nieuw_gesprek_at:
        found = appointment(letter.nieuw_gesprek_at, letter.nieuwe_plaats, b, kop=kop)
        said = []
    else:
        found = {"kop": b.fixed(kop), "rijen": []}
        said = [b.fixed("waarschuwing.nieuw_volgt")]
    if letter.nieuwe_termijn_on:
        said.append(b.fixed("waarschuwing.nieuw_termijn", datum=letter.nieuwe_termijn_on))
    return found | {"teksten": said}


def _reason(letter: Waarschuwing, b: Beside) -> list[Pair]:
    said = [b.fixed("waarschuwing.reden")]
    if letter.reageren_on:
        said.append(b.fixed("oproep.verhinderd_datum", datum=letter.reageren_on))
    return said


def _consequence(letter: Waarschuwing, b: Beside) -> list[Pair]:
    said = [b.fixed("waarschuwing.gevolg")]
    if letter.boete_maximum is not None:
        said.append(b.fixed("oproep.boete", bedrag=amount(letter.boete_maximum)))
    return said

"""The PIP in plain language: for each step three short sentences, in large type."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from meedoen.documents.beside import Beside, Pair
from meedoen.documents.envelope import envelope
from meedoen.documents.fixed_texts import Sleutel
from meedoen.documents.huisstijl import Huisstijl
from meedoen.documents.parts import Briefhoofd, Leerroute, VrijeTekst
from meedoen.documents.press import print_pdf

Soort = Literal[
    "", "taalles", "taalschakel", "z_lessen", "praktijk", "pvt", "map", "gesprek", "examen", "ontzorgen"
]


@dataclass(frozen=True, kw_only=True, slots=True)
class Stap:
    """One step: what the inburgeraar does, what the gemeente does, and when.

    `soort` names a standard step, whose sentences exist in every language; a text of one's own replaces the
    standard sentence. Without `wanneer` the dates make the sentence: `starts_on`, `uiterlijk_on` (included)
    or both; without dates the step says that the moment follows.

    Raises ValueError when a step has neither a `soort` nor all three texts of its own.
    """

    soort: Soort = ""
    titel: VrijeTekst | None = None
    u_doet: VrijeTekst | None = None
    gemeente_doet: VrijeTekst | None = None
    wanneer: VrijeTekst | None = None
    starts_on: date | None = None
    uiterlijk_on: date | None = None

    def __post_init__(self) -> None:
        if not self.soort and not (self.titel and self.u_doet and self.gemeente_doet):
            raise ValueError("Een eigen stap heeft een titel, wat u doet en wat de gemeente doet.")


@dataclass(frozen=True, kw_only=True, slots=True)
class PIPLeesbaar:
    """The plan of one person, in steps. The decision itself is another letter."""

    hoofd: Briefhoofd
    leerroute: Leerroute
    stappen: tuple[Stap, ...]
    termijn_last_day_on: date
    is_concept: bool = False


def render_pip_leesbaar(letter: PIPLeesbaar, *, huisstijl: Huisstijl, taal: str = "nl") -> bytes:
    """The plan as a PDF, in Dutch or in Dutch beside `taal`.

    Raises ValueError for a language that is not in `fixed_texts.TALEN`, PressError when the PDF fails.
    """
    data = _sections(letter, huisstijl, taal)
    return print_pdf("pip_leesbaar", data, huisstijl=huisstijl, dated_on=letter.hoofd.dated_on)


def _sections(letter: PIPLeesbaar, huisstijl: Huisstijl, taal: str) -> dict[str, Any]:
    b = Beside(taal)
    data = {
        "is_concept": letter.is_concept,
        "intro": b.fixed("plan.intro"),
        "route": b.fixed("plan.route", leerroute=Sleutel(f"leerroute.{letter.leerroute}")),
        "stappen": [_step(number, step, b) for number, step in enumerate(letter.stappen, start=1)],
        "klaar_kop": b.fixed("plan.klaar_kop"),
        "klaar": b.fixed("plan.klaar", eind=letter.termijn_last_day_on),
        "gesprek": b.fixed("plan.gesprek"),
    }
    return data | envelope(letter.hoofd, huisstijl, b, titel=b.fixed("plan.titel"))


def _step(number: int, step: Stap, b: Beside) -> dict[str, Any]:
    return {
        "nummer": b.fixed("plan.stap", nummer=number),
        "titel": _said(step.titel, f"stap.{step.soort}", b),
        # An agreement of one side has no sentence of the other: then the question is left out too.
        "zinnen": [zin for zin in _sentences(step, b) if zin["tekst"]["nl"]],
    }


def _sentences(step: Stap, b: Beside) -> list[dict[str, Pair]]:
    return [
        {"vraag": b.fixed("plan.u_doet"), "tekst": _said(step.u_doet, f"stap.{step.soort}_u", b)},
        {
            "vraag": b.fixed("plan.gemeente_doet"),
            "tekst": _said(step.gemeente_doet, f"stap.{step.soort}_gemeente", b),
        },
        {"vraag": b.fixed("plan.wanneer"), "tekst": b.free(step.wanneer) or _when(step, b)},
    ]


def _said(own: VrijeTekst | None, key: str, b: Beside) -> Pair:
    """The person's own text, or the standard sentence; an empty own text stays empty."""
    if found := b.free(own):
        return found
    return b.fixed(key) if own is None else {"nl": "", "vt": None}


def _when(step: Stap, b: Beside) -> Pair:
    if step.starts_on and step.uiterlijk_on:
        return b.fixed("plan.periode", start=step.starts_on, eind=step.uiterlijk_on)
    if step.uiterlijk_on:
        return b.fixed("plan.uiterlijk", datum=step.uiterlijk_on)
    if step.starts_on:
        return b.fixed("plan.vanaf", datum=step.starts_on)
    return b.fixed("plan.volgt")

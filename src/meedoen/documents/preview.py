"""What a document is, without printing it: its title, language and file name."""

from dataclasses import dataclass

from meedoen.documents.fixed_texts import load
from meedoen.documents.oproep.letter import Oproep
from meedoen.documents.pip_beschikking.decision import PIPBeschikking
from meedoen.documents.pip_leesbaar.letter import PIPLeesbaar
from meedoen.documents.waarschuwing.letter import Waarschuwing

Letter = PIPBeschikking | PIPLeesbaar | Oproep | Waarschuwing


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentInfo:
    """`title` is the title in the PDF, `lang` the language of the PDF as a whole (the legal text: nl).

    `taal` is the language beside it, or "nl"; `talen` all languages in the document. `filename` holds no
    personal data.
    """

    name: str
    title: str
    lang: str
    taal: str
    talen: tuple[str, ...]
    filename: str
    mime: str = "application/pdf"


def preview(letter: Letter, taal: str = "nl") -> DocumentInfo:
    """The metadata of the letter in `taal`. Raises ValueError for a language without fixed texts."""
    load(taal)
    name, key = _named(letter)
    tail = "" if taal == "nl" else f"-{taal}"
    return DocumentInfo(
        name=name,
        title=load("nl").text(key),
        lang="nl",
        taal=taal,
        talen=("nl",) if taal == "nl" else ("nl", taal),
        filename=f"{name.replace('_', '-')}-{letter.hoofd.dated_on.isoformat()}{tail}.pdf",
    )


def _named(letter: Letter) -> tuple[str, str]:
    match letter:
        case PIPBeschikking():
            return "pip_beschikking", "pip.titel"
        case PIPLeesbaar():
            return "pip_leesbaar", "plan.titel"
        case Oproep():
            return "oproep", f"oproep.titel_{letter.volgnummer}"
        case Waarschuwing():
            return "waarschuwing", f"waarschuwing.titel_{letter.reden}"

"""From a call for the brede intake to its letters: the call itself and the written warning (Wi art. 14)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.timezone import localtime

from meedoen.documents.bridge.hoofd import artikel, briefhoofd, huisstijl_of
from meedoen.documents.oproep.letter import Oproep as OproepLetter
from meedoen.documents.oproep.letter import render_oproep
from meedoen.documents.parts import Artikel, Briefhoofd, VrijeTekst
from meedoen.documents.preview import DocumentInfo, preview
from meedoen.documents.waarschuwing.letter import Waarschuwing, render_waarschuwing
from meedoen.domain.brede_intake.models import Oproep
from meedoen.domain.brede_intake.selectors import volgnummer
from meedoen.domain.dossier.actions import keep_document
from meedoen.domain.dossier.models import Document
from meedoen.law.sources import BI, WI

LAST = 3
"""The letters of a fourth call and later are those of the third."""
FINE = artikel(WI.art("22"), "een boete als u weer niet komt of niet meewerkt")
REDENEN = {
    Oproep.Uitkomst.NIET_VERSCHENEN: "niet_verschenen",
    Oproep.Uitkomst.ONVOLDOENDE: "onvoldoende_medewerking",
}


@dataclass(frozen=True, kw_only=True)
class Extra:
    """What only the letter says: how long it takes, and whether the leerbaarheidstoets is on the same day."""

    minuten: int | None = None
    leerbaarheidstoets: bool = False


def print_oproep(
    oproep: Oproep, taal: str, *, by: Any, on: date, extra: Extra | None = None
) -> tuple[DocumentInfo, bytes]:
    """Print the call.

    No fine is named: whether the gemeente may fine this person is for a person to judge.

    Args:
        oproep: a call that stands in the dossier.
        taal: a language of `fixed_texts.TALEN`; the letter is Dutch, or Dutch beside it.
        by: the medewerker who signs.
        on: the date of the letter.
        extra: what only the letter says.

    Raises:
        ValueError: for a language without fixed texts.
        PressError: when the PDF fails.
    """
    extra = extra or Extra()
    earlier = [one for one in oproep.dossier.oproepen.all() if one.nummer < oproep.nummer]
    missed = [localtime(one.gesprek_at).date() for one in earlier if one.uitkomst in Oproep.MISSED]
    letter = OproepLetter(
        hoofd=_head(oproep, "OPROEP", by=by, on=on),
        volgnummer=min(volgnummer(earlier), LAST),  # type: ignore[arg-type]
        gesprek_at=oproep.gesprek_at,
        plaats=(oproep.locatie,),
        termijn_on=oproep.termijn_on,
        minuten=extra.minuten,
        leerbaarheidstoets=extra.leerbaarheidstoets,
        tolk=bool(oproep.tolk.strip()),
        eerdere_oproepen_on=tuple(missed),
        artikelen=_articles(len(missed)),
    )
    return preview(letter, taal), render_oproep(
        letter, huisstijl=huisstijl_of(oproep.dossier.gemeente), taal=taal
    )


def print_waarschuwing(
    gemist: Oproep, nieuw: Oproep | None, taal: str, *, by: Any, on: date
) -> tuple[DocumentInfo, bytes]:
    """Print the written warning after a call without result.

    Args:
        gemist: the call to which the person did not come, or in which he cooperated too little.
        nieuw: the repeated call with its new term; None when it still follows.
        taal: as in `print_oproep`.
        by: the medewerker who signs.
        on: the date of the letter.

    Raises:
        ValueError: when the call was not without result; else as `print_oproep`.
    """
    if gemist.uitkomst not in REDENEN:
        raise ValueError("Een waarschuwing hoort bij een oproep zonder resultaat.")
    letter = Waarschuwing(
        hoofd=_head(gemist, "WAARSCHUWING", by=by, on=on),
        reden=REDENEN[gemist.uitkomst],  # type: ignore[arg-type,index]
        gemist_at=gemist.gesprek_at,
        toelichting=VrijeTekst(nl=gemist.toelichting) if gemist.toelichting.strip() else None,
        nieuw_gesprek_at=nieuw.gesprek_at if nieuw else None,
        nieuwe_plaats=(nieuw.locatie,) if nieuw else (),
        nieuwe_termijn_on=nieuw.termijn_on if nieuw else None,
        artikelen=(
            artikel(WI.art("14", lid=1), "de waarschuwing, de nieuwe oproep en de nieuwe termijn"),
            FINE,
        ),
    )
    return preview(letter, taal), render_waarschuwing(
        letter, huisstijl=huisstijl_of(gemist.dossier.gemeente), taal=taal
    )


def keep_oproep(oproep: Oproep, taal: str, *, by: Any, on: date, extra: Extra | None = None) -> Document:
    """Print the call and keep it in the dossier; raises as `print_oproep`."""
    info, pdf = print_oproep(oproep, taal, by=by, on=on, extra=extra)
    moment = localtime(oproep.gesprek_at)
    return _keep(oproep, "oproep", f"{info.title}, gesprek {moment:%d-%m-%Y}", info, pdf, by)


def keep_waarschuwing(gemist: Oproep, nieuw: Oproep | None, taal: str, *, by: Any, on: date) -> Document:
    """Print the warning and keep it in the dossier; raises as `print_waarschuwing`."""
    info, pdf = print_waarschuwing(gemist, nieuw, taal, by=by, on=on)
    return _keep(gemist, "waarschuwing", info.title, info, pdf, by)


def _articles(missed: int) -> tuple[Artikel, ...]:
    """Return the places in the law on which a call rests, after so many calls without result."""
    found = [
        artikel(WI.art("14", lid=1), "de oproep voor de brede intake"),
        artikel(WI.art("14", lid=3), "wat de brede intake inhoudt"),
        artikel(BI.art("5.2", lid=2), "het recht op een gesprek zonder anderen erbij"),
    ]
    if missed:
        found.append(FINE)
    if missed >= LAST - 1:
        found.append(artikel(WI.art("14", lid=2), "het plan zonder gesprek met u"))
    return tuple(found)


def _keep(oproep: Oproep, soort: str, titel: str, info: DocumentInfo, pdf: bytes, by: Any) -> Document:
    return keep_document(
        oproep.dossier,
        soort=soort,
        titel=titel,
        taal=info.taal,
        bestandsnaam=info.filename,
        inhoud=pdf,
        by=by,
    )


def _head(oproep: Oproep, what: str, *, by: Any, on: date) -> Briefhoofd:
    return briefhoofd(
        oproep.dossier,
        dated_on=on,
        kenmerk=f"{what} {oproep.dossier_id}-{oproep.nummer}",
        naam=by.naam,
        functie=by.functie,
    )

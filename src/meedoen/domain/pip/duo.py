"""The PIP at DUO: what would be sent, whether DUO would accept it, sending and taking back.

The decision of the college is the law's: DUO's conditions never stand in its way. Where DUO
would refuse, the message waits and a task says why.
"""

from datetime import date
from typing import Any

from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.actions import drop_taak, make_taak, queue_bericht
from meedoen.domain.keten.duo_told import DUOTold, duo_told
from meedoen.domain.keten.models import Bericht, Taak
from meedoen.domain.keten.telling import (
    REFUSED,
    WACHT,
    Condition,
    drop_unsent,
    drop_waiting,
    hold_back,
    person_condition,
    stands_at_duo,
    take_place,
    tell_duo,
)
from meedoen.law.inburgering.begrippen import Doelgroep, Leerroute, Niveau
from meedoen.law.kernel.outcome import Outcome
from meedoen.law.keten.pip import DuoPIPFacts, duo_pip_conditions
from meedoen.law.keten.verwijderen import DuoVerwijderenFacts, duo_accepts_pip_deletion

from .facts import ESTABLISHED
from .models import PIP

LEERROUTE_CODES = {Leerroute.B1_ROUTE: "B", Leerroute.ONDERWIJSROUTE: "O", Leerroute.Z_ROUTE: "Z"}
NOT_DELETED = "pip-verwijderen"
"""Soort of the task about a withdrawn PIP that DUO does not delete."""
COURSE_HOURS = "ParticipatieAlsTaalles"


def duo_pip_facts(pip: PIP, dagtekening: date | None, told: DUOTold | None = None) -> DuoPIPFacts:
    """Return the PIP as DUO would get it, with what DUO compares it with.

    What DUO told goes before what we know ourselves. Without it the permit makes the
    plicht begin, or else the kennisgeving, which is never earlier.
    """
    dossier, told = pip.dossier, told or duo_told(pip.dossier)
    route = Leerroute(pip.leerroute) if pip.leerroute else None
    groep = doelgroep_at_duo(dossier, told)
    days = [day for day in (told.pip_on, own_pip_at_duo(dossier, besides=pip)) if day is not None]
    return DuoPIPFacts(
        dagtekening=dagtekening,
        leerroute=route,
        niveau=Niveau(pip.niveau) if pip.niveau else None,
        geschatte_intensiteit=pip.intensiteit_uren if _counts_intensity(route, groep) else None,
        doelgroep=groep,
        start_plicht=told.plicht_start or dossier.bekendmaking_on or dossier.kennisgeving_on,
        vestiging=dossier.inschrijving_on,
        eerste_pip=dossier.eerste_pip_on,
        actuele_pip=max(days, default=None),
        eerste_pip_van_de_persoon=dossier.eerste_pip_on in {None, pip.dagtekening_on} and not days,
    )


def pip_conditions(pip: PIP, dagtekening: date | None, *, on: date) -> list[Condition]:
    """Return DUO's conditions for a PIP with this dagtekening, and whether it meets them."""
    facts = duo_pip_facts(pip, dagtekening)
    conditions = [Condition(outcome) for outcome in duo_pip_conditions(facts, on=on)]
    return [person_condition(pip.dossier), *conditions]


def pip_body(pip: PIP) -> dict[str, Any]:
    """Return the PIP as DUO publishes it; the level stays out where DUO fills in the same by itself."""
    route = Leerroute(pip.leerroute)
    body: dict[str, Any] = {
        "dagtekeningPip": pip.dagtekening_on.isoformat() if pip.dagtekening_on else None,
        "leerroute": LEERROUTE_CODES[route],
        "indicatorMagOpleidingAfmaken": pip.mag_opleiding_afmaken,
        "indicatorAlfabetiseringsonderwijs": pip.alfabetisering,
    }
    if pip.niveau == Niveau.A2 or (pip.niveau == Niveau.B1 and route == Leerroute.Z_ROUTE):
        body["niveau"] = pip.niveau
    if pip.intensiteit_uren and _counts_intensity(route, doelgroep_at_duo(pip.dossier)):
        body["geschatteIntensiteitB1Route"] = pip.intensiteit_uren
    return body


def tell_pip(pip: PIP, *, by: Any, on: date, anyway: bool = False) -> Bericht | Taak | None:
    """Have an established PIP told to DUO, or make the task that says why that waits.

    A PIP taken over from another system is at DUO already; of a closed dossier nothing
    is told.

    Args:
        anyway: send it also when we expect a refusal, because DUO may know better.
    """
    dossier = pip.dossier
    if pip.overgenomen or dossier.afgesloten_on is not None:
        return None
    _drop_tasks_of_earlier(pip)
    conditions = pip_conditions(pip, pip.dagtekening_on, on=on)
    refusing = [condition for condition in conditions if condition.refuses]
    if refusing and not anyway:
        return hold_back(dossier, onderwerp=subject(pip), wat="het PIP", refusing=refusing, waar="pip")
    omschrijving = f"PIP versie {pip.versie} doorgeven"
    refused = _refused_of_earlier(pip)
    if refused is None:
        return tell_duo(
            dossier,
            Bericht.Soort.PIP,
            onderwerp=subject(pip),
            omschrijving=omschrijving,
            by=by,
            body=pip_body(pip),
        )
    bericht = queue_bericht(
        dossier,
        Bericht.Soort.PIP,
        omschrijving=omschrijving,
        by=by,
        body=pip_body(pip),
        onderwerp=subject(pip),
    )
    take_place(bericht, refused)
    return bericht


def tell_pip_withdrawn(pip: PIP, *, by: Any, on: date) -> Bericht | Taak | None:
    """Have DUO delete a PIP that was withdrawn, or make the task that says why not, and what then."""
    dossier = pip.dossier
    if pip.overgenomen or dossier.afgesloten_on is not None:
        return None
    drop_waiting(dossier, subject(pip), hoe="Het PIP is ingetrokken.")
    drop_unsent(dossier, subject(pip), by=by, reason="Het PIP is ingetrokken voordat DUO het had.")
    outcome = deletion(dossier, on=on)
    if outcome.is_known and not outcome.value:
        return _task_not_deleted(pip, outcome) if own_pip_at_duo(dossier) or _told_own(dossier) else None
    return tell_duo(
        dossier,
        Bericht.Soort.PIP_VERWIJDEREN,
        onderwerp=subject(pip),
        omschrijving=f"PIP versie {pip.versie} verwijderen",
        by=by,
    )


def deletion(dossier: Dossier, *, on: date) -> Outcome[bool]:
    """Return whether DUO would delete the current PIP of the person."""
    told = duo_told(dossier)
    own = own_pip_at_duo(dossier)
    hours = told.uren.get(dossier.gemeente.cbs_code, {}).get(COURSE_HOURS, 0)
    return duo_accepts_pip_deletion(
        DuoVerwijderenFacts(
            actuele_pip=max((day for day in (own, told.pip_on) if day is not None), default=None),
            actuele_pip_eigen_gemeente=own_is_current(dossier, told),
            termijn_vastgesteld=told.termijn_start is not None
            if "inburgeringstermijn" in told.told_about
            else None,
            cursusuren_bij_actueel_aanbod=hours if "uren" in told.told_about else None,
        ),
        on=on,
    )


def subject(pip: PIP) -> str:
    """Return the onderwerp of messages about one version."""
    return f"pip:{pip.pk}"


def doelgroep_at_duo(dossier: Dossier, told: DUOTold | None = None) -> Doelgroep | None:
    """Return the doelgroep as DUO told it, else as the dossier has it."""
    told = told or duo_told(dossier)
    return told.doelgroep or (Doelgroep(dossier.doelgroep) if dossier.doelgroep else None)


def own_pip_at_duo(dossier: Dossier, *, besides: PIP | None = None) -> date | None:
    """Return the dagtekening of the newest PIP of this gemeente that DUO has, or is about to get.

    A PIP about which no message was ever made, was entered in the portal.
    """
    decided = (
        pip for pip in dossier.pips.all() if pip.status in ESTABLISHED and pip.dagtekening_on is not None
    )
    days = [
        pip.dagtekening_on
        for pip in decided
        if (besides is None or pip.pk != besides.pk) and stands_at_duo(dossier, subject(pip)) is not False
    ]
    return max(days, default=None)


def own_is_current(dossier: Dossier, told: DUOTold) -> bool | None:
    """Return whether the current PIP at DUO is of this gemeente; None when that is not known."""
    own = own_pip_at_duo(dossier)
    if told.pip_on is not None and (own is None or own <= told.pip_on) and told.pip_gemeente:
        return told.pip_gemeente == dossier.gemeente.cbs_code
    if own is not None:
        return True
    return False if dossier.eerste_pip_elders and dossier.eerste_pip_on else None


def _counts_intensity(route: Leerroute | None, groep: Doelgroep | None) -> bool:
    return route == Leerroute.B1_ROUTE and groep == Doelgroep.ASIELSTATUSHOUDER


def _told_own(dossier: Dossier) -> bool:
    return bool(own_is_current(dossier, duo_told(dossier)))


def _earlier(pip: PIP) -> list[str]:
    return [subject(other) for other in pip.dossier.pips.all() if other.pk != pip.pk]


def _refused_of_earlier(pip: PIP) -> Bericht | None:
    """Return the message of an earlier version that DUO refused and nothing took the place of."""
    if stands_at_duo(pip.dossier, subject(pip)) is False:
        return None
    refused = Bericht.objects.filter(
        dossier=pip.dossier,
        soort=Bericht.Soort.PIP,
        onderwerp__in=_earlier(pip),
        status__in=REFUSED,
        vervangen_door__isnull=True,
    )
    return refused.order_by("-made_at", "-id").first()


def _drop_tasks_of_earlier(pip: PIP) -> None:
    """Drop what an earlier version still waited for: this one is told instead."""
    waiting = Taak.objects.filter(dossier=pip.dossier, status=Taak.Status.OPEN)
    for taak in waiting.filter(onderwerp__in=_earlier(pip), soort=WACHT) | waiting.filter(soort=NOT_DELETED):
        drop_taak(taak, hoe=f"Versie {pip.versie} van het PIP is vastgesteld.")


def _task_not_deleted(pip: PIP, outcome: Outcome[bool]) -> Taak:
    return make_taak(
        pip.dossier,
        NOT_DELETED,
        titel="Maak een nieuw PIP, of bel DUO over het PIP dat is ingetrokken",
        uitleg=f"U hebt versie {pip.versie} van het PIP ingetrokken, maar DUO verwijdert het niet: "
        f"{outcome.sentence()}. Stel een nieuw PIP vast: dat komt bij DUO in de plaats van het oude. "
        "Komt er geen nieuw PIP, bel dan DUO.",
        waar="pip",
        within_days=7,
        onderwerp=subject(pip),
    )

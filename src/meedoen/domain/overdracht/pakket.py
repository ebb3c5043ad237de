"""From a dossier to the pack: what the law lets the old gemeente give, and nothing else."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from meedoen.domain.brede_intake.models import BredeIntake, Leerbaarheidstoets
from meedoen.domain.brede_intake.models import Oproep as OproepRow
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.pip.facts import ESTABLISHED
from meedoen.domain.pip.models import PIP
from meedoen.domain.pip.models import Afspraak as AfspraakRow
from meedoen.domain.voortgang.facts import latest_resultaat, latest_uren
from meedoen.domain.voortgang.models import GevolgdeUren, Inburgeringsaanbod
from meedoen.domain.voortgang.models import Resultaat as ResultaatRow
from meedoen.domain.voortgang.selectors import last_day_of
from meedoen.law.inburgering.begrippen import Doelgroep, Leerroute, Niveau, Verblijfstitel

from .formaat import (
    FORMAAT,
    Aanbod,
    Afspraak,
    Boete,
    Gemeente,
    Intake,
    Oproep,
    Pakket,
    Persoon,
    Plan,
    Resultaat,
    Toets,
    Traject,
    Uren,
    Verzoek,
)
from .models import Overdrachtsverzoek

VALID_DAYS = 31
"""A file is read until so many days after it was made: as long as DUO gives access. A choice of Meedoen."""


def build(
    verzoek: Overdrachtsverzoek,
    *,
    nummer: UUID,
    boetes: Sequence[Boete],
    with_summary: bool,
    on: date,
) -> Pakket:
    """Return what goes along for a request.

    Args:
        verzoek: with its dossier and person.
        nummer: of this pack, never used before.
        boetes: fines that this college imposed, as a person gave them: they are kept elsewhere.
        with_summary: whether the summary of the brede intake goes along; a person read it for health.
        on: today.
    """
    dossier = verzoek.dossier
    return Pakket(
        formaat=FORMAAT,
        nummer=str(nummer),
        gemaakt_op=on,
        geldig_tot_en_met=on + timedelta(days=VALID_DAYS),
        van=Gemeente(code=dossier.gemeente.cbs_code, naam=dossier.gemeente.naam),
        naar=Gemeente(code=verzoek.andere_code, naam=verzoek.andere_naam),
        verzoek=Verzoek(
            gevraagd_op=verzoek.gevraagd_on or on,
            gevraagd_door=verzoek.gevraagd_door,
            reden=verzoek.reden,
            grondslag=verzoek.grondslag,
        ),
        persoon=_person(dossier),
        traject=_trajectory(dossier, verzoek.verhuisd_on),
        plannen=tuple(_plan(pip) for pip in decisions(dossier)),
        uren=_hours(dossier),
        resultaten=_results(dossier),
        aanbod=_offers(dossier, on),
        oproepen=_calls(dossier),
        boetes=tuple(boetes),
        leerbaarheidstoets=_test(getattr(dossier, "leerbaarheidstoets", None)),
        intake=_intake(getattr(dossier, "brede_intake", None), with_summary=with_summary),
    )


def decisions(dossier: Dossier) -> list[PIP]:
    """Return every version of the PIP that was once a decision, the newest first; no draft."""
    return [pip for pip in dossier.pips.all() if pip.status in ESTABLISHED]


def _person(dossier: Dossier) -> Persoon:
    person = dossier.inburgeringsplichtige
    return Persoon(
        bsn=person.bsn,
        v_nummer=person.v_nummer,
        achternaam=person.achternaam,
        voornaam=person.voornaam,
        geboortedatum=person.geboortedatum,
    )


def _trajectory(dossier: Dossier, moved: date) -> Traject:
    plans = decisions(dossier)
    first = dossier.eerste_pip_on or min((p.dagtekening_on for p in plans if p.dagtekening_on), default=None)
    route = next((pip.leerroute for pip in plans if pip.in_force and pip.leerroute), "")
    return Traject(
        verhuisd_op=moved,
        doelgroep=Doelgroep(dossier.doelgroep) if dossier.doelgroep else None,
        verblijfstitel=Verblijfstitel(dossier.verblijfstitel) if dossier.verblijfstitel else None,
        kennisgeving_op=dossier.kennisgeving_on,
        eerste_pip_op=first,
        leerroute=Leerroute(route) if route else None,
        verlengd_tot_en_met=dossier.verlengd_tot_en_met_on,
    )


def _plan(pip: PIP) -> Plan:
    return Plan(
        versie=pip.versie,
        status=pip.status,
        dagtekening_op=pip.dagtekening_on,
        uitgereikt_op=pip.uitgereikt_on,
        ingetrokken_op=pip.ingetrokken_on,
        reden_wijziging=pip.reden_wijziging,
        leerroute=Leerroute(pip.leerroute) if pip.leerroute else None,
        niveau=Niveau(pip.niveau) if pip.niveau else None,
        intensiteit_uren=pip.intensiteit_uren,
        alfabetisering=pip.alfabetisering,
        mag_opleiding_afmaken=pip.mag_opleiding_afmaken,
        motivatie=pip.motivatie,
        ondersteuning=pip.ondersteuning,
        pvt_uren=pip.pvt_uren,
        map_uren=pip.map_uren,
        voortgangsgesprekken=pip.voortgangsgesprekken,
        vve=pip.vve,
        participatiewet=pip.participatiewet,
        ontzorgen=pip.ontzorgen,
        kinderopvang=pip.kinderopvang,
        afspraken=tuple(_agreement(one) for one in pip.afspraken.select_related("partner")),
    )


def _agreement(row: AfspraakRow) -> Afspraak:
    return Afspraak(
        eigenaar=row.eigenaar,
        partner=str(row.partner) if row.partner_id else "",
        wat=row.wat,
        verwachting=row.verwachting,
        uren_per_week="" if row.uren_per_week is None else f"{row.uren_per_week.normalize():f}",
        vanaf=row.start_on,
        uiterlijk=row.due_on,
    )


def _hours(dossier: Dossier) -> tuple[Uren, ...]:
    latest = [latest_uren(dossier, soort) for soort in GevolgdeUren.Soort.values]
    return tuple(
        Uren(soort=row.soort, uren=row.uren, tot_en_met=row.tot_en_met_on)
        for row in latest
        if row is not None
    )


def _results(dossier: Dossier) -> tuple[Resultaat, ...]:
    latest = [latest_resultaat(dossier, onderdeel) for onderdeel in ResultaatRow.Onderdeel.values]
    return tuple(
        Resultaat(onderdeel=row.onderdeel, datum=row.datum_on, verwijtbaar=row.verwijtbaar)
        for row in latest
        if row is not None and (row.datum_on is not None or row.verwijtbaar is not None)
    )


def _offers(dossier: Dossier, on: date) -> tuple[Aanbod, ...]:
    rows = Inburgeringsaanbod.objects.filter(dossier=dossier).select_related("instelling")
    return tuple(
        Aanbod(
            instellingsnummer=row.instelling.instellingsnummer,
            instelling=str(row.instelling),
            aanbod_op=row.aanbod_on,
            start_op=row.start_on,
            laatste_lesdag=last_day_of(row, on=on) if row.eind_on else None,
            ingetrokken_op=row.ingetrokken_on,
        )
        for row in rows
    )


def _calls(dossier: Dossier) -> tuple[Oproep, ...]:
    """Return the calls that count; one that was cancelled with a good reason tells of nothing."""
    return tuple(
        Oproep(
            nummer=row.nummer,
            verstuurd_op=row.verstuurd_on,
            uitkomst=row.uitkomst,
            waarschuwing_op=row.waarschuwing_on,
        )
        for row in dossier.oproepen.all()
        if row.uitkomst not in OproepRow.VOID
    )


def _test(toets: Leerbaarheidstoets | None) -> Toets | None:
    """Return the result; of an ontheffing only that there is one, because both grounds are health."""
    if toets is None or not (toets.resultaat or toets.ontheffing_on):
        return None
    return Toets(
        afgenomen_op=toets.afgenomen_on,
        resultaat=toets.resultaat,
        score=toets.score,
        ontheffing_op=toets.ontheffing_on,
    )


def _intake(intake: BredeIntake | None, *, with_summary: bool) -> Intake | None:
    if intake is None or intake.afgerond_on is None:
        return None
    return Intake(afgerond_op=intake.afgerond_on, samenvatting=intake.samenvatting if with_summary else "")

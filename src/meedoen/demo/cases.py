"""What stands in the dossiers of the demo: what was told, the intake, the leerroute, the PIP, the logbook."""

import random
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from meedoen.demo.answers import answers_of
from meedoen.demo.journey import Journey
from meedoen.domain.brede_intake.models import (
    BredeIntake,
    Gezondheid,
    Intakegegeven,
    Intakegesprek,
    Leerbaarheidstoets,
    Oproep,
)
from meedoen.domain.dossier.models import Dossier, Gebeurtenis
from meedoen.domain.keten.models import Aanlevering, Bron
from meedoen.domain.pip.models import PIP, Afspraak, Leerroutekeuze
from meedoen.domain.regio.models import Gemeente, Organisatie
from meedoen.law.inburgering.begrippen import Leerroute, Niveau

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
Case = tuple[Dossier, Journey]

OVERWEGING = {
    Leerroute.ONDERWIJSROUTE: (
        "Wij hebben met u gekeken naar de onderwijsroute: uw vooropleiding, uw wens om te studeren "
        "en de kans dat u een diploma haalt na het taalschakeltraject."
    ),
    Leerroute.B1_ROUTE: (
        "Wij hebben met u gekeken naar de B1-route: de uitslag van de leerbaarheidstoets, hoe u leert "
        "en hoeveel tijd u heeft voor lessen."
    ),
    Leerroute.Z_ROUTE: (
        "Wij hebben met u gekeken naar de Z-route: of B1 of het taalschakeltraject voor u binnen "
        "drie jaar redelijkerwijs haalbaar is."
    ),
}
MOTIVATIE = {
    Leerroute.ONDERWIJSROUTE: (
        "U wilt een opleiding volgen en heeft al op hoog niveau geleerd. Wij zien een grote kans op "
        "een diploma. Daarom kiezen wij met u voor de onderwijsroute."
    ),
    Leerroute.B1_ROUTE: (
        "Niveau B1 is voor u binnen drie jaar haalbaar en past bij uw wens om te werken. "
        "Daarom kiezen wij met u voor de B1-route."
    ),
    Leerroute.Z_ROUTE: (
        "Wij hebben de onderwijsroute en de B1-route onderzocht. Ook met extra lessen is B1 binnen "
        "drie jaar niet haalbaar. Daarom kiezen wij met u voor de Z-route."
    ),
}
ONDERSTEUNING = "Uw klantmanager spreekt u regelmatig en helpt bij problemen met lessen, reizen en opvang."


def fill(
    gemeente: Gemeente, partners: list[Organisatie], cases: list[Case], dice: random.Random, today: date
) -> None:
    """Fill the dossiers of one gemeente; must run within its tenant scope."""
    Aanlevering.objects.bulk_create(_told(gemeente, cases))
    Intakegegeven.objects.bulk_create(_answers(cases, dice), batch_size=500)
    Gezondheid.objects.bulk_create(_health(gemeente, cases))
    Oproep.objects.bulk_create(_calls(gemeente, cases))
    BredeIntake.objects.bulk_create(_intakes(gemeente, cases))
    Intakegesprek.objects.bulk_create(_talks(gemeente, cases))
    Leerbaarheidstoets.objects.bulk_create(_tests(gemeente, cases))
    Leerroutekeuze.objects.bulk_create(_choices(gemeente, cases, today))
    pips = PIP.objects.bulk_create(_plans(gemeente, cases, dice))
    Afspraak.objects.bulk_create(_agreements(gemeente, partners, pips, dice), batch_size=500)
    Gebeurtenis.objects.bulk_create(_events(gemeente, cases), batch_size=500)


def _told(gemeente: Gemeente, cases: list[Case]) -> Iterable[Aanlevering]:
    for dossier, journey in cases:
        if journey.koppeling:
            yield Aanlevering(
                gemeente=gemeente,
                dossier=dossier,
                bron=Bron.COA,
                told_on=journey.koppeling,
                kenmerk="klantprofiel",
                gegevens={"koppeling": journey.koppeling.isoformat()},
            )
        if journey.kennisgeving:
            yield Aanlevering(
                gemeente=gemeente,
                dossier=dossier,
                bron=Bron.DUO,
                told_on=journey.kennisgeving,
                kenmerk="SS101",
                gegevens={"kennisgeving": journey.kennisgeving.isoformat()},
            )


def _answers(cases: list[Case], dice: random.Random) -> Iterable[Intakegegeven]:
    for dossier, journey in cases:
        yield from answers_of(dossier, journey, dice)


def _health(gemeente: Gemeente, cases: list[Case]) -> Iterable[Gezondheid]:
    for dossier, journey in cases:
        if journey.intake_end:
            health = Gezondheid(gemeente=gemeente, dossier=dossier, besproken_on=journey.intake_end)
            health.gevolgen = "Geen gevolgen voor lessen of werk."
            yield health


def _calls(gemeente: Gemeente, cases: list[Case]) -> Iterable[Oproep]:
    for dossier, journey in cases:
        if journey.oproep is None:
            continue
        calls = journey.no_shows + 1
        for number in range(1, calls + 1):
            sent = journey.oproep + timedelta(days=21 * (number - 1))
            if sent > (journey.intake_start or sent):
                break
            missed = number <= journey.no_shows
            talk = sent + timedelta(days=10)
            shown_up = not missed and journey.intake_start is not None
            outcome = (
                Oproep.Uitkomst.NIET_VERSCHENEN if missed and journey.intake_start else Oproep.Uitkomst.OPEN
            )
            yield Oproep(
                gemeente=gemeente,
                dossier=dossier,
                nummer=number,
                verstuurd_on=sent,
                termijn_on=sent + timedelta(days=14),
                gesprek_at=datetime.combine(talk, time(10, 0), AMSTERDAM),
                locatie=dossier.inburgeringsplichtige.coa_locatie or f"Gemeentehuis {gemeente.naam}",
                tolk=dossier.inburgeringsplichtige.taal,
                uitkomst=Oproep.Uitkomst.VERSCHENEN if shown_up else outcome,
                uitkomst_on=talk if shown_up or outcome != Oproep.Uitkomst.OPEN else None,
                waarschuwing_on=talk + timedelta(days=2)
                if number == 1 and missed and journey.intake_start
                else None,
            )
            if outcome == Oproep.Uitkomst.OPEN and not shown_up:
                break


def _intakes(gemeente: Gemeente, cases: list[Case]) -> Iterable[BredeIntake]:
    for dossier, journey in cases:
        if journey.intake_start:
            yield BredeIntake(
                gemeente=gemeente,
                dossier=dossier,
                gestart_on=journey.intake_start,
                afgerond_on=journey.intake_end,
                privegesprek_aangeboden_on=journey.intake_start,
            )


def _talks(gemeente: Gemeente, cases: list[Case]) -> Iterable[Intakegesprek]:
    for dossier, journey in cases:
        if journey.intake_start and dossier.klantmanager:
            yield Intakegesprek(
                gemeente=gemeente,
                dossier=dossier,
                gevoerd_on=journey.intake_start,
                plaats=Intakegesprek.Plaats.AZC
                if dossier.inburgeringsplichtige.in_azc
                else Intakegesprek.Plaats.GEMEENTEHUIS,
                tolk=dossier.inburgeringsplichtige.taal,
                verslag="Kennisgemaakt, uitleg over het traject gegeven, wensen besproken.",
                by=dossier.klantmanager,
            )


def _tests(gemeente: Gemeente, cases: list[Case]) -> Iterable[Leerbaarheidstoets]:
    results = Leerbaarheidstoets.Resultaat
    for dossier, journey in cases:
        if journey.lbt:
            yield Leerbaarheidstoets(
                gemeente=gemeente,
                dossier=dossier,
                aangemeld_on=journey.intake_start,
                afgenomen_on=journey.lbt,
                resultaat=results.HAALBAAR if journey.lbt_haalbaar else results.NIET_HAALBAAR,
            )


def _choices(gemeente: Gemeente, cases: list[Case], today: date) -> Iterable[Leerroutekeuze]:
    for dossier, journey in cases:
        if journey.leerroute and dossier.klantmanager:
            yield Leerroutekeuze(
                gemeente=gemeente,
                dossier=dossier,
                overweging_onderwijsroute=OVERWEGING[Leerroute.ONDERWIJSROUTE],
                overweging_b1_route=OVERWEGING[Leerroute.B1_ROUTE],
                overweging_z_route=OVERWEGING[Leerroute.Z_ROUTE],
                wens="Werken, en goed Nederlands leren.",
                leerroute=journey.leerroute,
                motivatie=MOTIVATIE[journey.leerroute],
                gekozen_on=min(journey.intake_end or today, journey.pip or today),
                gekozen_by=dossier.klantmanager,
            )


def _plans(gemeente: Gemeente, cases: list[Case], dice: random.Random) -> Iterable[PIP]:
    for dossier, journey in cases:
        if journey.leerroute is None or (journey.pip is None and dice.random() < 0.4):
            continue
        klantmanager = dossier.klantmanager
        established = journey.pip is not None
        given = journey.pip_given is not None
        status = PIP.Status.CONCEPT
        if established:
            status = PIP.Status.UITGEREIKT if given else PIP.Status.VASTGESTELD
        route = journey.leerroute
        yield PIP(
            gemeente=gemeente,
            dossier=dossier,
            versie=1,
            status=status,
            leerroute=route,
            niveau=Niveau.A2 if route == Leerroute.Z_ROUTE else Niveau.B1,
            intensiteit_uren=dice.choice((600, 700, 800)) if journey.asiel else None,
            motivatie=MOTIVATIE[route],
            ondersteuning=ONDERSTEUNING,
            pvt_uren=12,
            map_uren=None if route == Leerroute.ONDERWIJSROUTE else 40,
            voortgangsgesprekken=6,
            vve_van_toepassing=False,
            participatiewet="U zoekt naast de lessen werk of vrijwilligerswerk." if journey.bijstand else "",
            dagtekening_on=journey.pip,
            vastgesteld_by=klantmanager if established else None,
            ondertekenaar=klantmanager.naam if established and klantmanager else "",
            ondertekenaar_functie="klantmanager inburgering" if established else "",
            uitgereikt_on=journey.pip_given,
            uitgereikt_hoe="in een gesprek" if given else "",
        )


def _agreements(
    gemeente: Gemeente, partners: list[Organisatie], pips: list[PIP], dice: random.Random
) -> Iterable[Afspraak]:
    for pip in pips:
        start = pip.dagtekening_on
        due = start + timedelta(days=90) if start else None
        yield Afspraak(
            gemeente=gemeente,
            pip=pip,
            eigenaar=Afspraak.Eigenaar.INBURGERAAR,
            wat="Ik volg de taallessen en meld me af als ik niet kan komen.",
            verwachting="De school belt u als u twee keer mist.",
            uren_per_week=dice.choice((9, 12, 15)),
            start_on=start,
            volgorde=1,
        )
        yield Afspraak(
            gemeente=gemeente,
            pip=pip,
            eigenaar=Afspraak.Eigenaar.GEMEENTE,
            wat="Wij melden u aan bij de taalschool en regelen de startdatum.",
            verwachting="U hoort binnen vier weken wanneer u begint.",
            due_on=due,
            volgorde=2,
        )
        yield Afspraak(
            gemeente=gemeente,
            pip=pip,
            eigenaar=Afspraak.Eigenaar.PARTNER,
            partner=dice.choice(partners),
            wat="Een maatje oefent elke week Nederlands met u.",
            verwachting="Het maatje belt u om een vaste dag af te spreken.",
            uren_per_week=2,
            volgorde=3,
        )


def _events(gemeente: Gemeente, cases: list[Case]) -> Iterable[Gebeurtenis]:
    for dossier, journey in cases:
        happened = (
            ("DossierGeopend", journey.koppeling or journey.kennisgeving, "Dossier aangemaakt."),
            ("OproepVerstuurd", journey.oproep, "Oproep voor de brede intake verstuurd."),
            ("BredeIntakeGestart", journey.intake_start, "Eerste gesprek van de brede intake gevoerd."),
            ("BredeIntakeAfgerond", journey.intake_end, "Brede intake afgerond."),
            ("PIPEstablished", journey.pip, f"PIP versie 1 vastgesteld: {journey.leerroute}."),
            ("PIPGiven", journey.pip_given, "PIP uitgereikt."),
        )
        for kind, day, sentence in happened:
            if day is not None:
                yield Gebeurtenis(
                    gemeente=gemeente,
                    dossier=dossier,
                    kind=kind,
                    at=datetime.combine(day, time(11, 0), AMSTERDAM),
                    by=dossier.klantmanager,
                    sentence=sentence,
                )

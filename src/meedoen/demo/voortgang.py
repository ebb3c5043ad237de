"""Schools, and what the people of the demo did since their PIP: aanbod, hours, PVT and MAP."""

import random
from collections.abc import Sequence
from datetime import date, timedelta

from meedoen.demo.journey import Journey
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.models import Instelling
from meedoen.domain.voortgang.models import GevolgdeUren, Inburgeringsaanbod, Resultaat
from meedoen.law.inburgering.begrippen import Leerroute

# number, name, place, keurmerk (BoW), recognition (TST); all fictional
SCHOOLS = (
    ("0000000001", "Taalschool De Wilg", "Leusden", True, False),
    ("0000000002", "Taalhuis Noord", "Amersfoort", True, False),
    ("0000000003", "Schakelcollege De Brug", "Amersfoort", False, True),
    ("0000000004", "Taal en Werk Eemland", "Soest", True, False),
    ("0000000005", "Alfa College De Letter", "Nijkerk", True, False),
    ("0000000006", "Schakeltraject Midden", "Utrecht", True, True),
    ("0000000007", "Lesgroep Zonder Keurmerk", "Baarn", False, False),
)
DAY = timedelta(days=1)


def make_schools(today: date) -> list[Instelling]:
    """Make the schools as DUO would list them."""
    return Instelling.objects.bulk_create(
        Instelling(
            instellingsnummer=number,
            naam=name,
            postcode="3800AA",
            huisnummer=int(number),
            plaatsnaam=place,
            bow=number[-4:] if bow else "",
            brin="" if bow else "00AB",
            bow_keurmerk=bow,
            tst_keurmerk=tst,
            gezien_on=today,
        )
        for number, name, place, bow, tst in SCHOOLS
    )


def fill_voortgang(
    cases: Sequence[tuple[Dossier, Journey]], schools: Sequence[Instelling], dice: random.Random, today: date
) -> None:
    """Give who has a PIP what usually follows. Call it within the tenant scope, after the PIPs.

    Args:
        cases: dossiers of one gemeente with how they went.
        schools: the first that has the keurmerk for the route is taken by chance.
    """
    offers, hours, results = [], [], []
    for dossier, journey in cases:
        pip = dossier.pips.first() if journey.pip else None
        if pip is None or dossier.klantmanager is None or not pip.in_force or pip.dagtekening_on is None:
            continue
        own = {"gemeente_id": dossier.gemeente_id, "dossier": dossier, "by": dossier.klantmanager}
        since = pip.dagtekening_on
        if journey.asiel and dice.random() < 0.96:
            offered = since + timedelta(days=dice.randint(0, 40))
            if offered <= today:
                offers.append(_offer(own, pip, schools, offered, dice))
        weeks = (today - since).days // 7
        if weeks > 8:
            kind = GevolgdeUren.Soort.TAALLES
            total = min(900, weeks * dice.randint(4, 9))
            hours.append(GevolgdeUren(**own, soort=kind, uren=total, tot_en_met_on=today - 7 * DAY))
        for onderdeel, after, chance in (("pvt", 120, 0.75), ("map", 330, 0.5)):
            done = since + timedelta(days=after + dice.randint(0, 120))
            if done <= today and dice.random() < chance:
                results.append(Resultaat(**own, onderdeel=onderdeel, datum_on=done))
    Inburgeringsaanbod.objects.bulk_create(offers)
    GevolgdeUren.objects.bulk_create(hours)
    Resultaat.objects.bulk_create(results)


def _offer(
    own: dict, pip: object, schools: Sequence[Instelling], offered: date, dice: random.Random
) -> Inburgeringsaanbod:
    switch = pip.leerroute == Leerroute.ONDERWIJSROUTE  # type: ignore[attr-defined]  # a PIP
    fit = [school for school in schools if (school.tst_keurmerk if switch else school.bow_keurmerk)]
    begin = offered + timedelta(days=dice.randint(7, 28))
    return Inburgeringsaanbod(
        **own,
        instelling=dice.choice(fit),
        aanbod_on=offered,
        start_on=begin,
        eind_on=begin + timedelta(days=dice.choice((300, 400, 500))),
    )

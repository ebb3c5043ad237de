"""The demo region: nine gemeenten, 640 fictional people in all stages, seven log-ins.

Everything hangs on ``today`` and one seed, so that the same day gives the same
region and every day gives a fresh one.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from meedoen.demo import cases
from meedoen.demo.journey import Journey, travel
from meedoen.demo.numbers import fictional_bsn
from meedoen.demo.people import (
    AGES,
    ASIEL,
    COA_LOCATIES,
    GEMEENTEN,
    GEZIN,
    LOGINS,
    PARTNERS,
    PASSWORD,
    Origin,
)
from meedoen.demo.voorinburgering import fill_azc
from meedoen.demo.voortgang import fill_voortgang, make_schools
from meedoen.domain.dossier.models import Dossier, Huishouden, Inburgeringsplichtige
from meedoen.domain.keten.models import Instelling
from meedoen.domain.regio.models import (
    Aanstelling,
    Beleidsregel,
    Gemeente,
    Huisstijl,
    Medewerker,
    Organisatie,
    Rol,
    Team,
)
from meedoen.domain.regio.tenancy import tenant_scope
from meedoen.domain.termijn.actions import reckon
from meedoen.law.inburgering.begrippen import Doelgroep, Referent, Verblijfsdoel, Verblijfstitel

PEOPLE = 640
SEED = 2021
COLOURS = ("#154273", "#00664a", "#7a1f4b", "#1d5f8a", "#0b6b3a", "#5b3a8c", "#8a3b12", "#275937", "#4a5560")


@dataclass
class Place:
    """One gemeente of the demo with those who work there."""

    gemeente: Gemeente
    team: Team
    klantmanagers: list[Medewerker]
    postcode: str
    partners: list[Organisatie] = field(default_factory=list)


def fill(today: date, tell: Callable[[str], None] = lambda line: None) -> int:
    """Fill an empty database with the region and return the number of people."""
    dice = random.Random(SEED)
    places = _places(today)
    schools = make_schools(today)
    tell(f"{len(places)} gemeenten en {Medewerker.objects.count()} medewerkers gemaakt")
    count = 0
    for place, share in zip(places, _shares(), strict=True):
        with transaction.atomic(), tenant_scope([place.gemeente.pk]):
            count += _people(place, schools, share, dice, today, start=count)
        tell(f"{place.gemeente}: {share} personen")
    return count


def _shares() -> list[int]:
    """Divide the people over the gemeenten by inhabitants (largest remainder)."""
    inhabitants = [thousands for _, thousands, _ in GEMEENTEN.values()]
    exact = [PEOPLE * part / sum(inhabitants) for part in inhabitants]
    whole = [int(part) for part in exact]
    largest = sorted(range(len(exact)), key=lambda i: exact[i] - whole[i], reverse=True)
    for i in largest[: PEOPLE - sum(whole)]:
        whole[i] += 1
    return whole


@transaction.atomic
def _places(today: date) -> list[Place]:
    long_ago = date(2022, 1, 1)
    places = {}
    for (naam, (code, _, postcode)), colour in zip(GEMEENTEN.items(), COLOURS, strict=True):
        gemeente = Gemeente.objects.create(naam=naam, cbs_code=code)
        Huisstijl.objects.create(
            gemeente=gemeente,
            kleur=colour,
            afzender="Team Inburgering (demo)",
            adres="Postbus 1",
            postcode_plaats=f"{postcode} AA {naam}",
            telefoon="14 0" + code[1:3],
            email=f"inburgering@{naam.lower()}.example",
            website=f"www.{naam.lower()}.example",
        )
        Beleidsregel.objects.bulk_create(
            Beleidsregel(
                gemeente=gemeente,
                onderwerp=onderwerp,
                waarde=waarde,
                since=long_ago,
                besluit="Voorbeeldbeleid",
            )
            for onderwerp, waarde in (
                ("oproep_dagen", 14),
                ("voortgang_maanden", 6),
                ("voortgangsgesprekken", 6),
            )
        )
        team = Team.objects.create(gemeente=gemeente, naam="Team Inburgering")
        partners = [Organisatie(gemeente=gemeente, naam=name, soort=kind) for name, kind in PARTNERS]
        places[naam] = Place(gemeente, team, [], postcode, Organisatie.objects.bulk_create(partners))
    for email, naam, functie, roles in LOGINS:
        medewerker = Medewerker.objects.create_user(
            email=email, password=PASSWORD, naam=naam, functie=functie
        )
        for name, rol in roles:
            place = places[name]
            Aanstelling.objects.create(
                medewerker=medewerker, gemeente=place.gemeente, rol=rol, team=place.team, since=long_ago
            )
            if rol == Rol.KLANTMANAGER:
                place.klantmanagers.append(medewerker)
    _colleagues(places, long_ago)
    return list(places.values())


def _colleagues(places: dict[str, Place], since: date) -> None:
    """Give each gemeente a klantmanager for at most some eighty people; they have no password."""
    for (naam, place), share in zip(places.items(), _shares(), strict=True):
        while len(place.klantmanagers) < max(1, -(-share // 80)):
            number = len(place.klantmanagers) + 1
            medewerker = Medewerker.objects.create_user(
                email=f"klantmanager{number}.{naam.lower()}@demo.example",
                naam=f"Klantmanager {number} {naam}",
                functie="klantmanager inburgering",
            )
            Aanstelling.objects.create(
                medewerker=medewerker,
                gemeente=place.gemeente,
                rol=Rol.KLANTMANAGER,
                team=place.team,
                since=since,
            )
            place.klantmanagers.append(medewerker)


def _people(
    place: Place, schools: list[Instelling], count: int, dice: random.Random, today: date, start: int
) -> int:
    """Make the people of one gemeente with their dossiers and everything in them."""
    persons, dossiers, journeys = [], [], []
    households: list[Huishouden] = []
    for i in range(count):
        asiel = dice.random() < 0.66
        journey = travel(dice, today, asiel=asiel)
        if households and dice.random() < 0.2:
            household = households[-1]
            origin = persons[-1][1]
        else:
            household = Huishouden(gemeente=place.gemeente, code=f"D{start + i:04d}")
            households.append(household)
            origin = dice.choices(ASIEL if asiel else GEZIN, [o.weight for o in (ASIEL if asiel else GEZIN)])[
                0
            ]
        person = _person(place, origin, household, journey, dice, today, number=start + i)
        persons.append((person, origin))
        journeys.append(journey)
    Huishouden.objects.bulk_create(households)
    Inburgeringsplichtige.objects.bulk_create(person for person, _ in persons)
    for (person, _), journey in zip(persons, journeys, strict=True):
        dossiers.append(_dossier(place, person, journey, dice))
    Dossier.objects.bulk_create(dossiers)
    made = list(zip(dossiers, journeys, strict=True))
    cases.fill(place.gemeente, place.partners, made, dice, today)
    # Dice of their own, so that the people of before stay who they were.
    fill_azc(dossiers, random.Random(SEED + start), today)
    fill_voortgang(made, schools, random.Random(SEED + start), today)
    reckon([dossier.pk for dossier in dossiers], on=today)
    return count


def _person(
    place: Place,
    origin: Origin,
    household: Huishouden,
    journey: Journey,
    dice: random.Random,
    today: date,
    number: int,
) -> Inburgeringsplichtige:
    man = dice.random() < (0.6 if journey.asiel else 0.32)
    _, youngest, oldest = dice.choices(AGES, [band[0] for band in AGES])[0]
    housed = journey.inschrijving is not None
    person = Inburgeringsplichtige(
        gemeente=place.gemeente,
        huishouden=household,
        voornaam=dice.choice(origin.men if man else origin.women),
        achternaam=dice.choice(origin.surnames),
        geslacht="M" if man else "V",
        geboortedatum=today - timedelta(days=dice.randint(youngest * 365 + 10, oldest * 365 + 300)),
        nationaliteit=origin.nationaliteit,
        taal=origin.taal,
        telefoon=f"06{dice.randint(10_000_000, 99_999_999)}" if dice.random() < 0.8 else "",
        email=f"persoon{number}@demo.example" if dice.random() < 0.5 else "",
        adres=f"Voorbeeldstraat {dice.randint(1, 180)}" if housed else "",
        postcode=f"{place.postcode} {dice.choice('ABCDEFG')}{dice.choice('ABCDEFG')}" if housed else "",
        plaats=place.gemeente.naam if housed else "",
        coa_locatie="" if housed else dice.choice(COA_LOCATIES),
    )
    # The law gives the BSN with the registration in the BRP; in the AZC some have none yet.
    if housed or dice.random() < 0.6:
        person.bsn = fictional_bsn(number)
    person.v_nummer = str(2_800_000_000 + 7 * number)
    person.set_zoeknaam()
    return person


def _dossier(place: Place, person: Inburgeringsplichtige, journey: Journey, dice: random.Random) -> Dossier:
    permit_holder = journey.asiel and dice.random() < 0.73
    unassigned = dice.random() < 0.08
    return Dossier(
        gemeente=place.gemeente,
        inburgeringsplichtige=person,
        klantmanager=None if unassigned else _klantmanager(place, dice),
        team=None if unassigned else place.team,
        doelgroep=Doelgroep.ASIELSTATUSHOUDER
        if journey.asiel
        else Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
        verblijfstitel=(
            Verblijfstitel.ASIEL_BEPAALDE_TIJD if permit_holder else Verblijfstitel.REGULIER_BEPAALDE_TIJD
        ),
        verblijfsdoel="" if permit_holder else Verblijfsdoel.GEZIN,
        referent=""
        if permit_holder
        else (Referent.ASIEL_BEPAALDE_TIJD if journey.asiel else Referent.NEDERLANDER),
        bekendmaking_on=journey.bekendmaking,
        koppeling_on=journey.koppeling,
        kennisgeving_on=journey.kennisgeving,
        inschrijving_on=journey.inschrijving,
        eerste_pip_on=journey.pip,
        bijstand_on=journey.bijstand,
        voldaan_on=journey.voldaan,
        plicht_einde_on=journey.voldaan,
        aangemaakt_at=timezone.now(),
    )


def _klantmanager(place: Place, dice: random.Random) -> Medewerker:
    """Choose who guides: the first of a gemeente has the most, so that her list is real."""
    return dice.choices(place.klantmanagers, [4, *[1] * (len(place.klantmanagers) - 1)])[0]

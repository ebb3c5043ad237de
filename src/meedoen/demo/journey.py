"""The course of one fictional person's inburgering: dates that follow from one another."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from meedoen.law.inburgering.begrippen import Leerroute


@dataclass
class Journey:
    """Everything that happened to somebody until today; None has not happened yet."""

    asiel: bool
    bekendmaking: date
    kennisgeving: date | None = None
    koppeling: date | None = None
    inschrijving: date | None = None
    oproep: date | None = None
    no_shows: int = 0
    intake_start: date | None = None
    intake_end: date | None = None
    lbt: date | None = None
    lbt_haalbaar: bool | None = None
    leerroute: Leerroute | None = None
    pip: date | None = None
    pip_given: date | None = None
    bijstand: date | None = None
    voldaan: date | None = None


def travel(dice: random.Random, today: date, *, asiel: bool) -> Journey:
    """Throw the dice for one person; nothing lies after today."""
    # Four years back until three weeks ago, more of late than of long ago: somebody is in every phase.
    bekendmaking = today - timedelta(days=20 + int(1480 * dice.random() ** 1.9))
    journey = Journey(asiel, bekendmaking)
    journey.kennisgeving = _past(bekendmaking + timedelta(days=dice.randint(7, 45)), today)
    if asiel:
        journey.koppeling = _past(bekendmaking + timedelta(days=dice.randint(14, 60)), today)
        # Permit to housing: on average forty weeks, with a long tail.
        weeks = max(4, dice.gammavariate(4, 10))
        journey.inschrijving = _past(bekendmaking + timedelta(weeks=weeks), today)
    else:
        journey.inschrijving = _past(bekendmaking - timedelta(days=dice.randint(0, 40)), today)
    start = journey.inschrijving if asiel else journey.kennisgeving
    if asiel and journey.inschrijving is None and journey.koppeling and dice.random() < 0.3:
        _intake(journey, dice, journey.koppeling + timedelta(days=dice.randint(20, 80)), today)  # in the AZC
        return journey
    if start is None or journey.kennisgeving is None:
        return journey
    start = max(start, journey.kennisgeving)
    if asiel and journey.inschrijving and dice.random() < 0.8:
        journey.bijstand = journey.inschrijving
    _intake(journey, dice, start + timedelta(days=dice.randint(3, 28)), today)
    _plan(journey, dice, start, today)
    return journey


def _intake(journey: Journey, dice: random.Random, first_call: date, today: date) -> None:
    journey.oproep = _past(first_call, today)
    if journey.oproep is None:
        return
    journey.no_shows = dice.choices((0, 1, 2), (80, 16, 4))[0]
    talk = first_call + timedelta(days=10 + 21 * journey.no_shows)
    journey.intake_start = _past(talk, today)
    journey.lbt = _past(talk + timedelta(days=dice.randint(3, 14)), today)
    journey.lbt_haalbaar = dice.random() < 0.68 if journey.lbt else None
    journey.intake_end = _past(talk + timedelta(days=dice.randint(7, 24)), today) if journey.lbt else None


def _plan(journey: Journey, dice: random.Random, start: date, today: date) -> None:
    if journey.intake_end is None:
        return
    on_time = dice.random() < 0.38  # 37% nationally for the cohort of January 2023
    weeks = dice.uniform(5, 10) if on_time else dice.uniform(10.5, 32)
    decided = max(start + timedelta(weeks=weeks), journey.intake_end + timedelta(days=3))
    journey.leerroute = _route(journey, dice) if decided - timedelta(days=14) <= today else None
    journey.pip = _past(decided, today)
    if journey.pip is None:
        return
    journey.pip_given = _past(journey.pip + timedelta(days=dice.randint(0, 12)), today)
    if dice.random() < 0.5:
        journey.voldaan = _past(journey.pip + timedelta(days=dice.randint(700, 1090)), today)


def _route(journey: Journey, dice: random.Random) -> Leerroute:
    shares = (62, 7, 31) if journey.asiel else (95, 1, 4)
    if journey.lbt_haalbaar:
        shares = (shares[0] + 15, shares[1], max(shares[2] - 15, 2))
    return dice.choices((Leerroute.B1_ROUTE, Leerroute.ONDERWIJSROUTE, Leerroute.Z_ROUTE), shares)[0]


def _past(day: date, today: date) -> date | None:
    return day if day <= today else None

"""A made-up country: dossiers with their events, as Parquet, always the same for the same seed.

Run: ``.venv-bench/bin/python bench/land.py --dossiers 200000 --op 2026-09-01 --naar build/land``. It needs
numpy and polars and nothing of Meedoen. The first n dossiers are the same however many are made. Nobody in
it exists; the shares (groups, routes, waiting times, missed calls) follow the figures about the chain that
were published. ``land(n, op)`` gives the same as frames. Three folders of Parquet parts, each sorted by
dossier:

``dossiers``: one row a dossier, the facts that a person writes down or a message brings. The name of a
column is the name of the fact in the ``*Facts`` classes of ``meedoen.law``; a fact that is missing is null.
Days are Date, closed lists Enum (their values are the string codes), yes and no Boolean, numbers Int32.
Beside those: ``dossier`` (UInt32, from 0), ``gemeente`` (Int16) and ``overstap`` (Date, the day on which
the route of ``overstap_van`` was left).

``gebeurtenissen``: one row an event, about 20 a dossier, in order of dossier and day, none after ``op``:

- ``dossier`` (UInt32): of whom.
- ``soort`` (Enum, SOORTEN): what happened, see below.
- ``datum`` (Date): the day, or the first day of a period.
- ``aantal`` (Int16, null): hours of a statement of lessons, days of a period (null: it still runs), or as
  below.
- ``code`` (Enum, CODES, null): the school, the part of the exam, the ground, the course.
- ``leerroute`` (Enum, null): the route in which hours were followed; null before there is a PIP.
- ``in_intake`` (Boolean): the hours fell in the brede intake.

What each ``soort`` holds in ``aantal`` and ``code``, and the facts that follow (last: the latest day):

- ``oproep`` (aantal: days of the term that it sets): oproepen (count), oproep (last), oproep_termijn (datum
  + aantal of the last).
- ``oproep_gemist``: gemiste_oproepen (count; 0 with calls of which none was missed, null without calls).
- ``waarschuwing``: waarschuwing (last).
- ``voortgangsgesprek``: laatste_voortgangsgesprek (last), voortgangsgesprekken (count).
- ``les_nt2``, ``les_alfabetisering``, ``les_knm`` (hours followed; code keurmerk, taalschakel, overig): see
  below.
- ``verzuim_geoorloofd``, ``verzuim_ongeoorloofd`` (hours missed): the same names with ``_uren`` (sum).
- ``participatie`` (hours): participatie_uren, or participatie_uren_brede_intake when in_intake.
- ``pvt`` (hours): pvt_uren. ``pvt_activiteit``: pvt_activiteiten (count). ``pvt_ondertekend``:
  participatieverklaring_ondertekend (last).
- ``map`` (hours of practical effort): map_uren. ``map_eindgesprek``, ``z_eindgesprek``: the same names
  (last).
- ``examen_behaald``, ``examen_gezakt`` (aantal: 2 for A2, 3 for B1, 4 for B2; code lezen, luisteren,
  schrijven, spreken, knm): taalonderdelen_behaald (distinct language parts passed), knm_behaald,
  examenpogingen_onderdelen (distinct parts tried, passed or not).
- ``omstandigheid`` (days, null while it runs; code: a ground of Ri 4.1, GRONDEN): NAME_dagen (sum; up to
  and with ``op`` while it runs) and NAME_vanaf (first day).
- ``opleiding`` (days, null while it runs; code praktijkonderwijs, vso, entree):
  niet_vrijstellende_opleiding_geeindigd (last day, datum + aantal - 1, of the latest that ended).

How hours add up (Bi 3.14, 5.4, 5.5), where les is les_nt2 + les_alfabetisering:

- ``nt2_uren``: les with code keurmerk or taalschakel, the brede intake included; ``waarvan_alfabetisering``
  and ``waarvan_brede_intake`` are the parts of it in les_alfabetisering and in_intake.
- ``cursusuren``: les + les_knm with leerroute Z-route, at any school.
- ``nt2_uren_voor_overstap`` and ``knm_uren_voor_overstap``: les, and les_knm, with another leerroute than
  the Z-route, code keurmerk or taalschakel, and a datum before ``overstap``; only when the dossier now
  follows the Z-route.
- A sum, a count and a last day are null when there is no row to count.

Lessons come as statements of a school about two to three months, so that 20 rows a dossier hold all hours.

``feiten``: ``dossiers`` with the facts that follow from the events (FROM_EVENTS), added up in numpy while
they were made: what any other way of adding up must give, and what an engine without events is given.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import numpy as np
import polars as pl

BLOCK = 20_000
"""Dossiers that are drawn together; the dice of a block know only the seed and its number."""
PART = 10
"""Blocks in one Parquet file."""
OP = date(2026, 9, 1)
NONE = np.iinfo(np.int32).min
"""Stands for null in whole numbers and days until they become a frame."""

DOELGROEPEN = ("asielstatushouder", "gezinsmigrant_of_overige_migrant")
TITELS = (
    "asiel_bepaalde_tijd",
    "regulier_bepaalde_tijd",
    "asiel_onbepaalde_tijd",
    "regulier_onbepaalde_tijd",
    "eu_langdurig_ingezetene",
    "gemeenschapsonderdaan",
    "tijdelijke_bescherming",
)
DOELEN = (
    "gezin",
    "gezin_bij_tijdelijk_verblijvende",
    "geestelijke_bedienaar",
    "niet_tijdelijke_humanitaire_gronden",
    "vermogende_vreemdeling",
    "arbeid_als_zelfstandige",
    "kennismigrant",
    "europese_blauwe_kaart",
    "seizoenarbeid",
    "overplaatsing_binnen_onderneming",
    "arbeid_in_loondienst",
    "grensoverschrijdende_dienstverlening",
    "onderzoek",
    "lerend_werken",
    "niet_geprivilegieerd_militair",
    "studie",
    "zoekjaar",
    "uitwisseling",
    "medische_behandeling",
    "tijdelijke_humanitaire_gronden",
    "afwachten_rwn_17",
)
REFERENTEN = (
    "nederlander",
    "asiel_bepaalde_tijd",
    "asiel_onbepaalde_tijd",
    "eu_langdurig_ingezetene_internationale_bescherming",
    "regulier",
    "overig",
)
ROUTES = ("B1-route", "onderwijsroute", "Z-route")
B1, ONDERWIJS, Z = 0, 1, 2
UITSLAGEN = ("b1_haalbaar", "b1_niet_haalbaar", "onbekend")
LANDEN = ("SY", "TR", "ER", "YE", "IQ", "AF", "SO", "IR", "MA", "BR", "TH", "IN", "US", "GB", "DE", "PL")
SOORTEN = (
    "oproep",
    "oproep_gemist",
    "waarschuwing",
    "voortgangsgesprek",
    "les_nt2",
    "les_alfabetisering",
    "les_knm",
    "verzuim_geoorloofd",
    "verzuim_ongeoorloofd",
    "participatie",
    "pvt",
    "pvt_activiteit",
    "pvt_ondertekend",
    "map",
    "map_eindgesprek",
    "z_eindgesprek",
    "examen_behaald",
    "examen_gezakt",
    "omstandigheid",
    "opleiding",
)
SCHOLEN = ("keurmerk", "taalschakel", "overig")
ONDERDELEN = ("lezen", "luisteren", "schrijven", "spreken", "knm")
GRONDEN = (
    "ziekte",
    "overlijden",
    "bevalling",
    "blijf_huis",
    "alfabetisering",
    "dakloosheid",
    "geen_aanbod",
    "onderwijsroute_geen_plaats",
    "probleem_aanbieder",
    "andere_omstandigheid",
)
OPLEIDINGEN = ("praktijkonderwijs", "vso", "entree")
CODES = (*SCHOLEN, *ONDERDELEN, *GRONDEN, *OPLEIDINGEN)

ENUMS = {
    "doelgroep": DOELGROEPEN,
    "verblijfstitel": TITELS,
    "verblijfsdoel": DOELEN,
    "referent": REFERENTEN,
    "eerdere_leerroute": ROUTES,
    "leerroute": ROUTES,
    "overstap_van": ROUTES,
    "van": ROUTES,
    "naar": ROUTES,
    "lbt_uitslag": UITSLAGEN,
    "nationaliteit": LANDEN,
    "soort": SOORTEN,
    "code": CODES,
}
NUMBERS = {
    "jaren_leerplichtig",
    "voortgangsgesprek_maanden",
    "draagkracht",
    "intensiteit_pvt_uren",
    "intensiteit_map_uren",
    "intensiteit_leerroute_uren",
    "aantal_voortgangsgesprekken",
}
INFLOW = {2022: 26_200, 2023: 36_100, 2024: 36_000, 2025: 34_000, 2026: 33_000, 2027: 33_000}
"""New inburgeringsplichtigen a year; the later years are round guesses."""

Days = np.ndarray
Who = np.ndarray


@dataclass
class Events:
    """Rows that happened on or before a day, as one array a column, in the order in which they were added."""

    op: int
    columns: dict[str, list[np.ndarray]] = field(default_factory=dict)

    def add(
        self,
        soort: str,
        who: Who,
        datum: Days,
        aantal: np.ndarray | int = NONE,
        code: np.ndarray | int = NONE,
        leerroute: np.ndarray | int = NONE,
        in_intake: bool = False,
    ) -> None:
        """Add a row for each of `who`; days that are null or after `op` make no row."""
        keep = (datum != NONE) & (datum <= self.op)
        rows = {
            "dossier": who,
            "soort": SOORTEN.index(soort),
            "datum": datum,
            "aantal": aantal,
            "code": code,
            "leerroute": leerroute,
            "in_intake": int(in_intake),
        }
        for name, value in rows.items():
            whole = np.broadcast_to(np.asarray(value, dtype=np.int32), datum.shape)
            self.columns.setdefault(name, []).append(whole[keep])

    def sorted(self) -> dict[str, np.ndarray]:
        """Return the columns in order of dossier and day."""
        columns = {name: np.concatenate(parts) for name, parts in self.columns.items()}
        order = np.argsort(columns["dossier"].astype(np.int64) << 32 | columns["datum"], kind="stable")
        return {name: column[order] for name, column in columns.items()}


class Dice:
    """Random draws for all dossiers of a block."""

    def __init__(self, seed: int, block: int, size: int) -> None:
        self.generator = np.random.Generator(np.random.PCG64(np.random.SeedSequence([seed, block])))
        self.size = size

    def yes(self, share: float | np.ndarray) -> np.ndarray:
        """Return whether, for each."""
        return self.generator.random(self.size) < share

    def between(self, low: int, high: int, size: int | None = None) -> np.ndarray:
        """Return a whole number from `low` up to and including `high`, for each."""
        return self.generator.integers(
            low, high, self.size if size is None else size, np.int32, endpoint=True
        )

    def pick(self, shares: tuple[float, ...], size: int | None = None) -> np.ndarray:
        """Return a position, drawn by the shares, for each."""
        edges = np.cumsum(shares) / sum(shares)
        draws = self.generator.random(self.size if size is None else size)
        return np.searchsorted(edges, draws, side="right").astype(np.int32)

    def around(self, middle: float, spread: float) -> np.ndarray:
        """Return a whole number of a normal curve, for each."""
        return self.generator.normal(middle, spread, self.size).astype(np.int32)

    def skewed(self, median: float, sigma: float) -> np.ndarray:
        """Return a whole number of a log-normal curve, for each: a middle and a long tail."""
        return self.generator.lognormal(np.log(median), sigma, self.size).astype(np.int32)


def day(value: date) -> int:
    """Return a day as its number since 1970."""
    return (value - date(1970, 1, 1)).days


def plus(days: Days, more: np.ndarray | int) -> Days:
    """Return the days moved; null stays null."""
    return np.where(days == NONE, NONE, days + more).astype(np.int32)


def only(values: np.ndarray | int, where: np.ndarray) -> np.ndarray:
    """Return the values, null elsewhere."""
    return np.where(where, values, NONE).astype(np.int32)


def until(days: Days, op: int) -> Days:
    """Return the days that are not after `op`, null for what is still to come."""
    return only(days, days <= op)


def first_of(*many: Days) -> Days:
    """Return the earliest of days that are not null."""
    high = np.iinfo(np.int32).max
    lowest = np.minimum.reduce([np.where(days == NONE, high, days) for days in many])
    return only(lowest, lowest != high)


def months_later(days: Days, months: np.ndarray | int) -> Days:
    """Return the same day of the month later, the last day of the month where it does not exist."""
    there = days != NONE
    plain = np.where(there, days, 0).astype("datetime64[D]")
    month = plain.astype("datetime64[M]")
    offset = (plain - month.astype("datetime64[D]")).astype(np.int32)
    reached = month + np.asarray(months)
    last = ((reached + 1).astype("datetime64[D]") - reached.astype("datetime64[D]")).astype(np.int32) - 1
    moved = reached.astype("datetime64[D]").astype(np.int32) + np.minimum(offset, last)
    return only(moved, there)


def block(number: int, op: date, seed: int) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray]]:
    """Return the facts of BLOCK dossiers by name, summed ones last, and their events."""
    dice = Dice(seed, number, BLOCK)
    today = day(op)
    facts = people(dice, today)
    road(dice, facts, today)
    events = Events(today)
    happen(dice, facts, events)
    judge(dice, facts)
    rows = events.sorted()
    facts["overstap"] = facts.pop("_overstap")
    known = {name: column for name, column in facts.items() if not name.startswith("_")}
    rows["dossier"] = rows["dossier"] + number * BLOCK
    known["dossier"] = np.arange(number * BLOCK, (number + 1) * BLOCK, dtype=np.int64)
    return known, rows


def people(dice: Dice, today: int) -> dict[str, np.ndarray]:
    """Return who they are: group, permit, age, and the days before the road begins."""
    inflow = {year: many for year, many in INFLOW.items() if day(date(year, 1, 1)) <= today}
    year = np.array(list(inflow))[dice.pick(tuple(inflow.values()))]
    start = (year - 1970).astype("datetime64[Y]").astype("datetime64[D]").astype(np.int32)
    told = start + dice.between(0, 364)
    told = np.where(told > today, today - dice.between(0, 240), told).astype(np.int32)
    asiel = dice.yes(np.where(year == 2022, 0.72, 0.61))
    via_referent = asiel & dice.yes(0.072)
    titel = np.where(asiel & ~via_referent, 0, 1)
    other = ~asiel & dice.yes(0.02)
    titel = np.where(other, 2 + dice.pick((1, 1, 1, 1, 1)), titel)
    shares = (0.9, 0.01, 0.012, 0.02, 0.005, *(0.053 / 16,) * 16)
    doel = np.where(via_referent, 0, dice.pick(shares))
    referent = np.where(via_referent, 1 + dice.pick((80, 15, 5)), dice.pick((70, 0, 0, 0, 25, 5)))
    age = 18 + np.minimum(dice.generator.gamma(2.2, 7.2, dice.size), 52)
    born = (told - age * 365.25).astype(np.int32)
    moved_out = dice.yes(0.03)
    gone = only(told + dice.between(60, 1300), moved_out)
    country = np.where(
        asiel,
        dice.pick((60, 8, 8, 6, 5, 6, 4, 3)),
        dice.pick((2, 18, 1, 1, 2, 1, 2, 3, 20, 10, 10, 14, 8, 6, 1, 1)),
    )
    facts = {
        "doelgroep": only(np.where(asiel, 0, 1), dice.yes(0.995)),
        "verblijfstitel": only(titel, dice.yes(0.985)),
        "verblijfsdoel": only(doel, (titel != 0) & dice.yes(0.97)),
        "referent": only(referent, (titel == 1) & (doel == 0) & dice.yes(0.93)),
        "nationaliteit": only(country, dice.yes(0.97)),
        "geboortedatum": only(born, dice.yes(0.997)),
        "aow_datum": only(born + 24_470, dice.yes(0.03)),
        "bekendmaking": only(told - dice.between(5, 40), dice.yes(0.985)),
        "kennisgeving": until(only(told, dice.yes(0.985)), today),
        "familielid_van_eu_burger": only(dice.yes(0.01), dice.yes(0.2)),
        "eu_inburgering_voldaan": only(dice.yes(0.01), dice.yes(0.1)),
        "verdrag_uitgezonderd": only(dice.yes(0.02), dice.yes(0.1)),
        "plichtig_onder_oude_wet": only(dice.yes(0.02), dice.yes(0.2)),
        "kwalificatieplichtig": only(dice.yes(0.3), age < 18.6),
        "jaren_leerplichtig": only(dice.between(0, 9), dice.yes(0.05)),
        "aangewezen_diploma": only(dice.yes(0.06), dice.yes(0.4)),
        "volgt_vrijstellende_opleiding": only(dice.yes(0.05), dice.yes(0.3)),
        "voldoende_ingeburgerd": only(dice.yes(0.02), dice.yes(0.3)),
        "geheel_ontheven": only(dice.yes(0.01), dice.yes(0.3)),
        "vrijgesteld": only(dice.yes(0.06), dice.yes(0.3)),
        "uitgeschreven": until(gone, today),
        "ingeschreven_opnieuw": until(plus(only(gone, dice.yes(0.3)), dice.between(60, 600)), today),
        "gemeente": (342 * dice.generator.random(dice.size) ** 1.8).astype(np.int32),
    }
    waits = np.where(titel == 0, (dice.generator.gamma(1.8, 155.0, dice.size)).astype(np.int32), 0)
    facts["_housed"] = np.where(asiel, told + waits, told - dice.between(-30, 90)).astype(np.int32)
    facts["inschrijving"] = until(facts["_housed"], today)
    facts["koppeling"] = until(only(told + dice.between(10, 120), asiel & dice.yes(0.96)), today)
    facts["in_azc"] = only((titel == 0) & (facts["_housed"] > today), asiel)
    facts["_told"], facts["_asiel"], facts["_age"] = told, asiel.astype(np.int32), age.astype(np.int32)
    return facts


def road(dice: Dice, facts: dict[str, np.ndarray], today: int) -> None:
    """Add the days from the first call to the end of the plicht, as far as they came."""
    asiel, told = facts["_asiel"] == 1, facts["_told"]
    start = np.where(asiel, np.maximum(told, facts["_housed"]), told)
    pip = (start + np.clip(dice.skewed(89, 0.95), 14, 900)).astype(np.int32)
    done = pip - dice.between(10, 40)
    begun = np.maximum(done - dice.skewed(45, 0.7), told + 3)
    done = np.maximum(done, begun + 3)
    pip = np.maximum(pip, done + 3)
    early = (facts["_housed"] > told + 120) & asiel & dice.yes(0.35)  # those who begin in the AZC
    begun = np.where(early, np.minimum(begun, told + dice.between(40, 150)), begun).astype(np.int32)
    done = np.where(early, np.minimum(done, begun + dice.between(20, 120)), done).astype(np.int32)
    facts["_begun"], facts["_done"] = begun, done
    facts["intake_begonnen"], facts["intake_afgerond"] = until(begun, today), until(done, today)
    asked = begun + dice.between(0, 21)
    facts["leerbaarheidstoets_aangevraagd"] = until(only(asked, dice.yes(0.95)), today)
    result = only(np.minimum(asked + dice.between(7, 45), done), dice.yes(0.93))
    facts["leerbaarheidstoets"] = until(result, today)
    free = dice.yes(0.01)
    facts["ontheffing_leerbaarheidstoets"] = only(free, (begun <= today) & (free | dice.yes(0.2)))
    draft = np.where(early, np.minimum(done + dice.between(5, 40), pip), pip - dice.between(1, 14))
    facts["pip_concept"] = until(only(draft, dice.yes(0.97)), today)
    third = only(np.where(dice.yes(0.5), done + 2, start + dice.between(20, 85)), dice.yes(0.06))
    facts["informatie_derde_gevraagd"] = until(third, today)
    facts["informatie_derde_ontvangen"] = until(plus(only(third, dice.yes(0.85)), dice.between(7, 80)), today)
    first = until(pip, today)
    facts["eerste_pip"] = first

    route = np.where(asiel, dice.pick((62, 7, 31)), dice.pick((95, 1, 4)))
    leaves = dice.yes(np.where(route == B1, 0.08, np.where(route == ONDERWIJS, 0.3, 0.02)))
    to = np.where(route == B1, np.where(dice.yes(0.85), Z, ONDERWIJS), B1)
    switched = until(plus(only(first, leaves), dice.between(150, 600)), today)
    facts["_overstap"] = switched
    facts["overstap_van"] = only(route, switched != NONE)
    facts["_first_route"] = route
    now = np.where(switched != NONE, to, route)
    facts["_route"] = now
    facts["leerroute"] = only(now, (first != NONE) & dice.yes(0.997))
    facts["van"] = facts["leerroute"]
    facts["naar"] = only(dice.pick((1, 1, 2)), (first != NONE) & dice.yes(0.12))
    facts["bijzonder_geval"] = only(dice.yes(0.2), dice.yes(0.02))

    last = months_later(first, 36)
    longer = (last != NONE) & (last < today + 120) & dice.yes(0.45)
    more = np.array([3, 6, 6, 6, 12, 24])[dice.between(0, 5)]
    extended = only(months_later(last, more), longer)
    facts["verlengd_tot_en_met"] = extended
    facts["_last"] = np.where(extended != NONE, extended, last).astype(np.int32)
    middle = np.where(now == B1, 990, np.where(now == ONDERWIJS, 850, 1010))
    fulfilled = plus(only(first, dice.yes(0.72)), middle + dice.around(0, 170))
    left = only(first_of(first, told) + dice.between(100, 1100), dice.yes(0.035))
    facts["voldaan"] = until(only(fulfilled, (left == NONE) | (fulfilled < left)), today)
    ended = np.where(facts["voldaan"] != NONE, facts["voldaan"], left)
    facts["plicht_geeindigd"] = until(ended, today)
    facts["_end"] = first_of(ended, facts["_last"], np.full(dice.size, today, np.int32))

    moves = (first != NONE) & dice.yes(0.08)
    moved = until(plus(only(first, moves), dice.between(60, 900)), today)
    facts["inschrijving_nieuwe_gemeente"] = moved
    facts["eerdere_leerroute"] = only(now, moved != NONE)
    facts["eerdere_leerroute_elders"] = only(1, moved != NONE)
    own = np.where(moved == NONE, first, until(plus(moved, dice.between(20, 130)), today)).astype(np.int32)
    facts["pip_vastgesteld"] = own
    facts["pip_uitgereikt"] = until(
        plus(only(own, dice.yes(0.98)), dice.pick((50, 20, 10, 5, 5, 4, 3, 3))), today
    )
    facts["pip_herroepen"] = until(plus(only(own, dice.yes(0.01)), dice.between(30, 700)), today)
    facts["voortgangsgesprek_maanden"] = only(
        np.array([3, 6, 6, 6, 12])[facts["gemeente"] % 5], facts["gemeente"] % 7 != 0
    )
    income = np.where(asiel, dice.yes(0.85), dice.yes(0.06))
    facts["bijstand_vanaf"] = until(
        only(np.maximum(facts["_housed"], told) + dice.between(0, 45), income), today
    )


def happen(dice: Dice, facts: dict[str, np.ndarray], events: Events) -> None:
    """Add the events, and to the facts what follows from them."""
    everyone = np.arange(dice.size, dtype=np.int32)
    calls(dice, facts, events, everyone)
    lessons(dice, facts, events, everyone)
    participation(dice, facts, events, everyone)
    exams(dice, facts, events, everyone)
    circumstances(dice, facts, events, everyone)
    add_up(facts, events)


def calls(dice: Dice, facts: dict[str, np.ndarray], events: Events, everyone: Who) -> None:
    """Add the calls for the brede intake, those that were missed, and the voortgangsgesprekken."""
    missed = dice.pick((80, 14.5, 3.5, 2))
    come = facts["_begun"] - dice.between(8, 25)
    for turn in range(3):
        here = (missed >= turn) & (facts["_begun"] != NONE)
        sent = only(come - 28 * (np.minimum(missed, 2) - turn), here)
        term = dice.between(7, 21)
        events.add("oproep", everyone, sent, term)
        events.add("oproep_gemist", everyone, plus(only(sent, missed > turn), term + 1))
        if turn == 0:
            events.add("waarschuwing", everyone, plus(only(sent, (missed > 0) & dice.yes(0.9)), term + 5))
    own, end = facts["pip_vastgesteld"], facts["_end"]
    policy = np.where(facts["voortgangsgesprek_maanden"] == NONE, 8, facts["voortgangsgesprek_maanden"])
    pace = np.maximum(policy * 30 + dice.between(-10, 40), 60)
    who, turn = turns(everyone, own, end, pace, 8)
    events.add("voortgangsgesprek", who, own[who] + (turn + 1) * pace[who])


def turns(everyone: Who, start: Days, end: Days, pace: np.ndarray, most: int) -> tuple[Who, np.ndarray]:
    """Return who and the how-manieth time, for something every `pace` days from `start` to `end`."""
    many = np.where((start == NONE) | (start > end), 0, np.minimum((end - start) // pace + 1, most))
    who = np.repeat(everyone, many)
    turn = np.arange(who.size, dtype=np.int32) - np.repeat(np.cumsum(many) - many, many).astype(np.int32)
    return who, turn


def lessons(dice: Dice, facts: dict[str, np.ndarray], events: Events, everyone: Who) -> None:
    """Add what schools state about lessons and absence, and lessons in the brede intake."""
    first, end, route = facts["eerste_pip"], facts["_end"], facts["_first_route"]
    wait = np.where(dice.yes(0.85), dice.between(14, 84), dice.between(91, 260))
    start = plus(first, wait)
    facts["_lessons"] = start
    weekly = np.maximum(dice.generator.normal(np.where(route == Z, 7.5, 8.5), 2.8), 1.5)
    starter = dice.yes(np.where(route == Z, 0.5, 0.14))
    facts["alfabetisering_nodig"] = only(starter, (first != NONE) & dice.yes(0.85))
    slow = np.where(starter, dice.between(1, 4), 0)
    school = np.where(dice.yes(0.06), 2, np.where(route == ONDERWIJS, 1, 0))
    for kind, pace, share in (("les_nt2", 80, 1.0), ("les_knm", 200, 0.12)):
        who, turn = turns(everyone, start, end, np.full(dice.size, pace), 16)
        day_of = (start[who] + turn * pace).astype(np.int32)
        hours = weekly[who] * (pace / 7) * share * dice.generator.uniform(0.5, 1.0, who.size)
        changed = (facts["_overstap"][who] != NONE) & (day_of >= facts["_overstap"][who])
        there = np.where(changed, facts["_route"][who], route[who])
        alfa = (turn < slow[who]) & (kind == "les_nt2")
        for name, mask in ((kind, ~alfa), ("les_alfabetisering", alfa)):
            events.add(name, who[mask], day_of[mask], hours[mask], school[who[mask]], there[mask])
    who, turn = turns(everyone, start, end, np.full(dice.size, 240), 6)
    day_of = (start[who] + turn * 240 + 60).astype(np.int32)
    events.add("verzuim_geoorloofd", who, day_of, dice.between(2, 34, who.size))
    some = dice.generator.random(who.size) < 0.6
    events.add("verzuim_ongeoorloofd", who[some], day_of[some], dice.between(1, 40, int(some.sum())))
    early = only(plus(facts["intake_begonnen"], dice.between(1, 20)), dice.yes(0.15))
    events.add("les_nt2", everyone, early, dice.between(10, 60), school, NONE, in_intake=True)


def participation(dice: Dice, facts: dict[str, np.ndarray], events: Events, everyone: Who) -> None:
    """Add the hours of PVT, MAP and participation, and the talks that close them."""
    first, end, route, asiel = facts["eerste_pip"], facts["_end"], facts["_route"], facts["_asiel"] == 1
    early = only(plus(facts["intake_begonnen"], dice.between(1, 20)), dice.yes(0.1))
    events.add("participatie", everyone, early, dice.between(6, 40), in_intake=True)
    z_from = only(
        np.where(facts["_overstap"] != NONE, facts["_overstap"], facts["_lessons"]), (route == Z) & asiel
    )
    pace = np.full(dice.size, 90)
    who, turn = turns(everyone, until(z_from, events.op), end, pace, 12)
    day_of = (z_from[who] + turn * 90).astype(np.int32)
    events.add("participatie", who, day_of, dice.between(30, 110, who.size), NONE, Z)
    pvt = only(plus(first, dice.between(60, 500)), dice.yes(0.93))
    events.add("pvt", everyone, pvt, dice.between(4, 8))
    events.add("pvt", everyone, plus(pvt, 14), dice.between(4, 8))
    events.add("pvt_activiteit", everyone, plus(only(pvt, dice.yes(0.95)), 10), 1)
    signed = only(plus(pvt, 21), dice.yes(0.95))
    events.add("pvt_ondertekend", everyone, signed)
    in_map = only(plus(first, dice.between(250, 900)), (route != ONDERWIJS) & dice.yes(0.9))
    for turn_of_map in range(3):
        events.add("map", everyone, plus(in_map, 30 * turn_of_map), dice.between(9, 24))
    talk = only(plus(in_map, 90), dice.yes(0.9))
    events.add("map_eindgesprek", everyone, talk)
    events.add("z_eindgesprek", everyone, only(plus(facts["_lessons"], 960), (route == Z) & dice.yes(0.7)))
    facts["pvt_afgerond"] = until(plus(only(signed, dice.yes(0.9)), 3), events.op)
    facts["map_afgerond"] = until(plus(only(talk, dice.yes(0.9)), 3), events.op)


def exams(dice: Dice, facts: dict[str, np.ndarray], events: Events, everyone: Who) -> None:
    """Add the parts of the exam that were sat, passed or not."""
    first, route, op = facts["eerste_pip"], facts["_route"], events.op
    sits = (first != NONE) & (route != Z) & dice.yes(0.9)
    for part in range(len(ONDERDELEN)):
        sat = only(plus(first, dice.between(480, 1150)), sits)
        level = np.where(dice.yes(0.3), 2, np.where(dice.yes(0.06), 4, 3))
        passed = dice.yes(0.62)
        code = CODES.index(ONDERDELEN[part])
        events.add("examen_gezakt", everyone, only(sat, ~passed), level, code)
        again = only(plus(sat, dice.between(60, 180)), ~passed & dice.yes(0.8))
        events.add("examen_behaald", everyone, np.where(passed, sat, again).astype(np.int32), level, code)
    facts["_sits"] = only(op, sits)


def circumstances(dice: Dice, facts: dict[str, np.ndarray], events: Events, everyone: Who) -> None:
    """Add the grounds of Ri 4.1 that were written down, and courses that do not give vrijstelling."""
    first, op = facts["eerste_pip"], events.op
    for share in (0.14, 0.04):
        ground = dice.pick((30, 6, 18, 2, 14, 6, 8, 3, 6, 7))
        start = only(plus(first, dice.between(0, 1000)), dice.yes(share))
        length = dice.skewed(110, 0.8) + 1
        length = np.select([ground == 1, ground == 2], [1, 112], np.minimum(length, 1500)).astype(np.int32)
        runs = (start != NONE) & (start + length > op)
        code = CODES.index(GRONDEN[0]) + ground
        events.add("omstandigheid", everyone, start, only(length, ~runs), code)
    course = dice.pick((1, 1, 4))
    start = only(plus(first, dice.between(30, 500)), dice.yes(0.02))
    length = dice.between(120, 730)
    runs = (start != NONE) & (start + length > op)
    code = CODES.index(OPLEIDINGEN[0]) + course
    events.add("opleiding", everyone, start, only(length, ~runs), code)


def add_up(facts: dict[str, np.ndarray], events: Events) -> None:
    """Add to the facts what follows from the events; see the docstring of the module for every meaning."""
    size = facts["_told"].size
    rows = events.sorted()
    who, hours, code, datum = rows["dossier"], rows["aantal"], rows["code"], rows["datum"]
    route, intake = rows["leerroute"], rows["in_intake"] == 1
    kind = {name: rows["soort"] == number for number, name in enumerate(SOORTEN)}

    def total(mask: np.ndarray, values: np.ndarray | None = None) -> np.ndarray:
        there = np.bincount(who[mask], minlength=size)
        if values is None:
            return only(there, there > 0)
        return only(np.bincount(who[mask], values[mask], size).astype(np.int32), there > 0)

    def latest(mask: np.ndarray, values: Days = datum) -> Days:
        found = np.full(size, NONE, np.int32)
        np.maximum.at(found, who[mask], values[mask])
        return found

    facts["oproepen"] = total(kind["oproep"])
    facts["oproep"] = latest(kind["oproep"])
    of_last = kind["oproep"] & (datum == facts["oproep"][who])
    facts["oproep_termijn"] = latest(of_last, datum + hours)
    missed = np.bincount(who[kind["oproep_gemist"]], minlength=size)
    facts["gemiste_oproepen"] = only(missed, facts["oproepen"] != NONE)
    facts["waarschuwing"] = latest(kind["waarschuwing"])
    facts["laatste_voortgangsgesprek"] = latest(kind["voortgangsgesprek"])
    facts["voortgangsgesprekken"] = total(kind["voortgangsgesprek"])
    language, knm = kind["les_nt2"] | kind["les_alfabetisering"], kind["les_knm"]
    approved = code < SCHOLEN.index("overig")
    before = (facts["_overstap"][who] != NONE) & (datum < facts["_overstap"][who]) & (route != NONE)
    before &= approved & (route != Z) & (facts["leerroute"][who] == Z)
    facts["nt2_uren"] = total(language & approved, hours)
    facts["waarvan_alfabetisering"] = total(kind["les_alfabetisering"] & approved, hours)
    facts["waarvan_brede_intake"] = total(language & approved & intake, hours)
    facts["cursusuren"] = total((language | knm) & (route == Z), hours)
    facts["nt2_uren_voor_overstap"] = total(language & before, hours)
    facts["knm_uren_voor_overstap"] = total(knm & before, hours)
    for name in ("verzuim_geoorloofd", "verzuim_ongeoorloofd"):
        facts[f"{name}_uren"] = total(kind[name], hours)
    facts["participatie_uren"] = total(kind["participatie"] & ~intake, hours)
    facts["participatie_uren_brede_intake"] = total(kind["participatie"] & intake, hours)
    facts["pvt_uren"] = total(kind["pvt"], hours)
    facts["pvt_activiteiten"] = total(kind["pvt_activiteit"])
    facts["participatieverklaring_ondertekend"] = latest(kind["pvt_ondertekend"])
    facts["map_uren"] = total(kind["map"], hours)
    facts["map_eindgesprek"] = latest(kind["map_eindgesprek"])
    facts["z_eindgesprek"] = latest(kind["z_eindgesprek"])

    passed = np.zeros((size, len(ONDERDELEN)), bool)
    tried = np.zeros((size, len(ONDERDELEN)), bool)
    exam = kind["examen_behaald"] | kind["examen_gezakt"]
    first_part = CODES.index(ONDERDELEN[0])
    tried[who[exam], code[exam] - first_part] = True
    passed[who[kind["examen_behaald"]], code[kind["examen_behaald"]] - first_part] = True
    any_exam = tried.any(axis=1)
    facts["taalonderdelen_behaald"] = only(passed[:, :4].sum(axis=1), any_exam)
    facts["knm_behaald"] = only(passed[:, 4], any_exam)
    facts["examenpogingen_onderdelen"] = only(tried.sum(axis=1), any_exam)
    ground = kind["omstandigheid"]
    lasted = np.where(hours == NONE, events.op - datum + 1, hours)
    for number, name in enumerate(GRONDEN):
        mask = ground & (code == CODES.index(GRONDEN[0]) + number)
        facts[f"{name}_dagen"] = total(mask, lasted)
        facts[f"{name}_vanaf"] = (
            plus(-latest(mask, -datum), 0) if mask.any() else np.full(size, NONE, np.int32)
        )
    closed = kind["opleiding"] & (hours != NONE)
    facts["niet_vrijstellende_opleiding_geeindigd"] = latest(closed, datum + np.where(closed, hours, 0) - 1)


def judge(dice: Dice, facts: dict[str, np.ndarray]) -> None:
    """Add what the college wrote down and judged: the contents of intake and PIP, effort, wishes."""
    begun, done = facts["intake_begonnen"] != NONE, facts["intake_afgerond"] != NONE
    planned, route = facts["eerste_pip"] != NONE, facts["_route"]
    many = (facts["nt2_uren"] != NONE) & (facts["nt2_uren"] >= 500)
    facts["voldoende_inzet"] = only(dice.yes(0.85), many & dice.yes(0.7))
    facts["b1_haalbaar"] = only(dice.yes(0.6), many & dice.yes(0.6))
    advice = np.where(route == Z, dice.pick((15, 75, 10)), dice.pick((80, 12, 8)))
    facts["lbt_uitslag"] = only(advice, facts["leerbaarheidstoets"] != NONE)
    facts["wil_beroeps_of_hoger_onderwijs"] = only(dice.yes(0.3), begun & dice.yes(0.85))
    facts["grote_kans_op_diploma"] = only(dice.yes(0.35), done & dice.yes(0.7))
    facts["redelijkerwijs_niet_in_staat"] = only((route == Z) ^ dice.yes(0.03), done & dice.yes(0.8))
    for name in ("overweging_onderwijsroute", "overweging_b1_route"):
        facts[name] = only(1, done & dice.yes(0.75))
    facts["visuele_beperking"] = only(dice.yes(0.02), begun & dice.yes(0.6))
    facts["auditieve_beperking"] = only(dice.yes(0.02), begun & dice.yes(0.6))
    facts["niet_in_staat_tot_toets"] = only(dice.yes(0.5), dice.yes(0.01))
    child = dice.yes(0.25)
    facts["kind_voor_vve"] = only(child, begun & dice.yes(0.85))
    facts["vve_verkend"] = only(1, begun & child & dice.yes(0.7))
    facts["vve_van_toepassing"] = facts["kind_voor_vve"]
    facts["vve_afspraken"] = only(1, planned & child & dice.yes(0.6))
    for name in (
        "onderwijs_en_werk",
        "persoonlijke_omstandigheden",
        "taalniveau",
        "arbeidsparticipatie",
        "zelfredzaamheid",
        "gewezen_op_gesprek_alleen",
    ):
        facts[name] = only(1, begun & dice.yes(np.where(done, 0.95, 0.5)))
    facts["schriftelijk_vastgelegd"] = only(1, done & dice.yes(0.93))
    facts["draagkracht"] = only(dice.between(0, 6000), (facts["_asiel"] == 0) & dice.yes(0.45))
    facts["ondersteuning_en_begeleiding"] = only(1, planned & dice.yes(0.97))
    facts["intensiteit_pvt_uren"] = only(12 + dice.pick((8, 1, 1)), planned & dice.yes(0.95))
    facts["intensiteit_map_uren"] = only(40, planned & (route != ONDERWIJS) & dice.yes(0.95))
    facts["intensiteit_leerroute_uren"] = only(dice.between(500, 1500), planned & dice.yes(0.85))
    facts["pw_besluiten_van_toepassing"] = only(facts["bijstand_vanaf"] != NONE, planned & dice.yes(0.8))
    facts["pw_besluiten_toegevoegd"] = only(1, planned & dice.yes(0.6))
    facts["aantal_voortgangsgesprekken"] = only(dice.between(3, 9), planned & dice.yes(0.95))


SUMMED = (
    "oproepen",
    "gemiste_oproepen",
    "voortgangsgesprekken",
    "nt2_uren",
    "waarvan_alfabetisering",
    "waarvan_brede_intake",
    "cursusuren",
    "nt2_uren_voor_overstap",
    "knm_uren_voor_overstap",
    "verzuim_geoorloofd_uren",
    "verzuim_ongeoorloofd_uren",
    "participatie_uren",
    "participatie_uren_brede_intake",
    "pvt_uren",
    "pvt_activiteiten",
    "map_uren",
    "taalonderdelen_behaald",
    "examenpogingen_onderdelen",
    *(f"{name}_dagen" for name in GRONDEN),
)
LATEST = (
    "oproep",
    "oproep_termijn",
    "waarschuwing",
    "laatste_voortgangsgesprek",
    "participatieverklaring_ondertekend",
    "map_eindgesprek",
    "z_eindgesprek",
    "niet_vrijstellende_opleiding_geeindigd",
    *(f"{name}_vanaf" for name in GRONDEN),
)
FROM_EVENTS = (*SUMMED, *LATEST, "knm_behaald")
"""The facts that follow from the events, so that they stand in `feiten` and not in `dossiers`."""
DAYS = {
    *LATEST,
    *("geboortedatum", "aow_datum", "bekendmaking", "kennisgeving", "koppeling", "inschrijving"),
    *("inschrijving_nieuwe_gemeente", "uitgeschreven", "ingeschreven_opnieuw", "eerste_pip", "overstap"),
    *("informatie_derde_gevraagd", "informatie_derde_ontvangen", "intake_begonnen", "intake_afgerond"),
    *("leerbaarheidstoets_aangevraagd", "leerbaarheidstoets", "pip_concept", "pip_vastgesteld"),
    *("pip_uitgereikt", "pip_herroepen", "verlengd_tot_en_met", "pvt_afgerond", "map_afgerond"),
    *("voldaan", "plicht_geeindigd", "bijstand_vanaf", "datum"),
}


def typed(name: str) -> pl.Expr:
    """Return a column of whole numbers as its own type, with null where NONE stands."""
    column = pl.col(name)
    if name == "dossier":
        return column.cast(pl.UInt32)
    known = pl.when(column != NONE).then(column)
    if name in ENUMS:
        return known.cast(pl.UInt8).cat.to(pl.Enum(ENUMS[name])).alias(name)
    if name in DAYS:
        return known.cast(pl.Date).alias(name)
    if name == "gemeente" or name == "aantal":
        return known.cast(pl.Int16).alias(name)
    return known.cast(pl.Int32 if name in NUMBERS or name in SUMMED else pl.Boolean).alias(name)


def frame(columns: dict[str, np.ndarray]) -> pl.DataFrame:
    """Return whole numbers as a frame with types and nulls."""
    names = ["dossier", *(name for name in columns if name != "dossier")]
    return pl.DataFrame(columns).select(typed(name) for name in names)


def parts(dossiers: int, op: date, seed: int) -> Iterator[tuple[pl.DataFrame, pl.DataFrame]]:
    """Yield facts (the summed ones included) and events, a block at a time."""
    for number in range(-(-dossiers // BLOCK)):
        facts, rows = block(number, op, seed)
        left = dossiers - number * BLOCK
        facts_frame, events = frame(facts), frame(rows)
        if left < BLOCK:
            facts_frame, events = facts_frame.head(left), events.filter(pl.col("dossier") < dossiers)
        yield facts_frame, events


def land(dossiers: int, op: date = OP, seed: int = 2021) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """Return the frames `dossiers`, `gebeurtenissen` and `feiten`."""
    facts, events = (pl.concat(frames) for frames in zip(*parts(dossiers, op, seed), strict=True))
    return facts.drop(FROM_EVENTS), events, facts


def write(folder: Path, dossiers: int, op: date = OP, seed: int = 2021) -> int:
    """Write the three folders of Parquet parts; returns how many events there are."""
    for name in ("dossiers", "gebeurtenissen", "feiten"):
        (folder / name).mkdir(parents=True, exist_ok=True)
        for old in (folder / name).glob("part-*.parquet"):
            old.unlink()
    many = 0
    waiting: list[tuple[pl.DataFrame, pl.DataFrame]] = []
    part = 0

    def flush() -> None:
        nonlocal part
        facts, events = (pl.concat(frames) for frames in zip(*waiting, strict=True))
        for name, made in (
            ("dossiers", facts.drop(FROM_EVENTS)),
            ("gebeurtenissen", events),
            ("feiten", facts),
        ):
            made.write_parquet(
                folder / name / f"part-{part:04}.parquet", compression="zstd", compression_level=1
            )
        part += 1
        waiting.clear()

    for facts, events in parts(dossiers, op, seed):
        many += events.height
        waiting.append((facts, events))
        if len(waiting) == PART:
            flush()
    if waiting:
        flush()
    about = {"dossiers": dossiers, "gebeurtenissen": many, "op": op.isoformat(), "seed": seed}
    (folder / "land.json").write_text(json.dumps(about) + "\n", encoding="utf-8")
    return many


def main() -> int:
    """Make the country that the arguments ask for, unless it is there already."""
    parser = argparse.ArgumentParser(description="A made-up country of dossiers with their events.")
    parser.add_argument("--dossiers", type=int, default=200_000)
    parser.add_argument("--op", type=date.fromisoformat, default=OP)
    parser.add_argument("--seed", type=int, default=2021)
    parser.add_argument("--naar", type=Path, default=Path("build/land"))
    asked = parser.parse_args()
    begin = time.perf_counter()
    many = write(asked.naar, asked.dossiers, asked.op, asked.seed)
    took = time.perf_counter() - begin
    print(f"{asked.dossiers} dossiers, {many} events, on {asked.op}, in {took:.1f} s: {asked.naar}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

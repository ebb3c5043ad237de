"""What happened in a dossier, added up to facts: hours, counts, last days.

An event is a row: dossier, soort (what happened), datum, aantal (hours, days or a level, by kind), code
(school, exam part, ground, course), leerroute (the route in which hours were followed) and in_intake. A fact
of which there is no row is not known: no hours registered is something else than no hours followed.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import reduce
from operator import or_
from typing import TypeAlias

import polars as pl

from ..kernel.lift import tables
from .frame import KEY, CaseloadError

COLUMNS: Mapping[str, str] = {
    KEY: "het nummer van het dossier",
    "soort": "tekst: wat er gebeurde",
    "datum": "een datum",
    "aantal": "een geheel getal: uren, dagen of een niveau",
    "code": "tekst: school, examenonderdeel, grond of opleiding",
    "leerroute": "tekst: de leerroute waarin de uren zijn gevolgd",
    "in_intake": "ja of nee (boolean): de uren vielen in de brede intake",
}

KEURMERK = ("keurmerk", "taalschakel")
"""Schools whose hours count for A2 and after a switch (Bi 5.4 and 5.5)."""

TAALONDERDELEN = ("lezen", "luisteren", "schrijven", "spreken")
LENGTHS = (
    *("ziekte", "blijf_huis", "alfabetisering", "dakloosheid", "geen_aanbod", "onderwijsroute_geen_plaats"),
    *("probleem_aanbieder", "andere_omstandigheid"),
)
"""Grounds of extension that have a length: whole months and the days beyond them (Ri 4.1)."""

HAPPENINGS = ("overlijden", "bevalling")
"""Grounds of extension that happen on a day."""

SHIFT = 4096
"""Two numbers in one, to take the second of the row in which the first is greatest; it stays below this."""


def is_kind(*soorten: str) -> pl.Expr:
    """Return whether the event is of one of these kinds."""
    return _one_of("soort", soorten)


def has_code(*codes: str) -> pl.Expr:
    """Return whether the event has one of these codes."""
    return _one_of("code", codes)


def _one_of(column: str, words: Iterable[str]) -> pl.Expr:
    return reduce(or_, [pl.col(column) == word for word in words])


def hours(condition: pl.Expr) -> pl.Expr:
    """Return the sum of the numbers of these events; empty when there is none."""
    return _unless_none(pl.when(condition).then(pl.col("aantal").cast(pl.Int32)))


def count(condition: pl.Expr) -> pl.Expr:
    """Return how many of these events there are; empty when there is none."""
    return _unless_none(pl.when(condition).then(pl.lit(1, dtype=pl.Int32)))


def _unless_none(numbers: pl.Expr) -> pl.Expr:
    return pl.when(numbers.count() > 0).then(numbers.sum())


def last(condition: pl.Expr) -> pl.Expr:
    """Return the latest day of these events; empty when there is none."""
    return pl.when(condition).then(pl.col("datum")).max()


def last_end(condition: pl.Expr) -> pl.Expr:
    """Return datum + aantal of the latest of these events; empty when there is none."""
    both = pl.when(condition).then(
        pl.col("datum").to_physical().cast(pl.Int64) * SHIFT + pl.col("aantal").cast(pl.Int64)
    )
    found = both.max()
    return (found // SHIFT + found % SHIFT).cast(pl.Int32).cast(pl.Date)


def parts(condition: pl.Expr, codes: Iterable[str]) -> pl.Expr:
    """Return how many of these codes, each once, are among these events."""
    bits: pl.Expr = pl.lit(None, dtype=pl.UInt8)
    for place, code in enumerate(codes):
        bits = pl.when(pl.col("code") == code).then(pl.lit(1 << place, dtype=pl.UInt8)).otherwise(bits)
    found = pl.when(condition).then(bits).bitwise_or()
    return found.bitwise_count_ones().cast(pl.Int32).fill_null(0)


LES = is_kind("les_nt2", "les_alfabetisering")
ACKNOWLEDGED = has_code(*KEURMERK)
Z = (pl.col("leerroute") == "Z-route").fill_null(False)
OTHER_ROUTE = (pl.col("leerroute") != "Z-route").fill_null(False)
IN_INTAKE = pl.col("in_intake").fill_null(False)

Facts: TypeAlias = Mapping[str, pl.Expr]

CALLS: Facts = {
    "oproepen": count(is_kind("oproep")),
    "gemiste_oproepen": pl.when(is_kind("oproep").any()).then(is_kind("oproep_gemist").sum().cast(pl.Int32)),
    "oproep": last(is_kind("oproep")),
    "oproep_termijn": last_end(is_kind("oproep")),
    "waarschuwing": last(is_kind("waarschuwing")),
}
TALKS: Facts = {"laatste_voortgangsgesprek": last(is_kind("voortgangsgesprek"))}
LESSONS: Facts = {
    "nt2_uren": hours(LES & ACKNOWLEDGED),
    "waarvan_alfabetisering": hours(is_kind("les_alfabetisering") & ACKNOWLEDGED),
    "waarvan_brede_intake": hours(LES & ACKNOWLEDGED & IN_INTAKE),
    "cursusuren": hours(is_kind("les_nt2", "les_alfabetisering", "les_knm") & Z),
    "nt2_uren_voor_overstap": hours(LES & ACKNOWLEDGED & OTHER_ROUTE),
    "knm_uren_voor_overstap": hours(is_kind("les_knm") & ACKNOWLEDGED & OTHER_ROUTE),
}
PARTICIPATION: Facts = {
    "participatie_uren": hours(is_kind("participatie") & ~IN_INTAKE),
    "participatie_uren_brede_intake": hours(is_kind("participatie") & IN_INTAKE),
    "pvt_uren": hours(is_kind("pvt")),
    "pvt_activiteiten": count(is_kind("pvt_activiteit")),
    "participatieverklaring_ondertekend": last(is_kind("pvt_ondertekend")),
    "map_uren": hours(is_kind("map")),
    "map_eindgesprek": last(is_kind("map_eindgesprek")),
    "z_eindgesprek": last(is_kind("z_eindgesprek")),
}
EXAMS: Facts = {
    "taalonderdelen_behaald": parts(is_kind("examen_behaald"), TAALONDERDELEN),
    "knm_behaald": parts(is_kind("examen_behaald"), ["knm"]) > 0,
}

GROUPS: tuple[tuple[tuple[str, ...], Facts], ...] = (
    (("oproep", "oproep_gemist", "waarschuwing"), CALLS),
    (("voortgangsgesprek",), TALKS),
    (("les_nt2", "les_alfabetisering", "les_knm"), LESSONS),
    (
        (
            *("participatie", "pvt", "pvt_activiteit", "pvt_ondertekend"),
            *("map", "map_eindgesprek", "z_eindgesprek"),
        ),
        PARTICIPATION,
    ),
    (("examen_behaald", "examen_gezakt"), EXAMS),
)
"""How each fact follows from the events of a dossier, with the kinds of event that are looked at for it.

Each group is added up by itself: going through all events for every fact takes three times as long.
"""

ONLY_AFTER_SWITCH = ("nt2_uren_voor_overstap", "knm_uren_voor_overstap")
"""Facts that only exist of who left another leerroute for the Z-route."""


def check_columns(events: pl.LazyFrame) -> None:
    """Raise CaseloadError, with what they are, for a file that lacks columns."""
    missing = set(COLUMNS) - set(events.collect_schema().names())
    if missing:
        told = "; ".join(f"{name} ({COLUMNS[name]})" for name in sorted(missing))
        raise CaseloadError(f"in het bestand met gebeurtenissen ontbreken kolommen: {told}")


def facts_from_events(events: pl.LazyFrame, wanted: Iterable[str], *, on: date) -> list[pl.LazyFrame]:
    """Return the wanted facts that follow from what happened up to and with a day, in frames by dossier.

    A dossier without such events is in none of them. Raises CaseloadError for a file that lacks columns.
    """
    check_columns(events)
    asked = set(wanted)
    found = []
    for soorten, facts in GROUPS:
        chosen = [expr.alias(name) for name, expr in facts.items() if name in asked]
        if chosen:
            rows = events.filter(_one_of("soort", soorten) & (pl.col("datum") <= on))
            found.append(rows.group_by(KEY).agg(chosen))
    if any(f"{ground}_maanden" in asked for ground in LENGTHS) or asked & set(HAPPENINGS):
        found.append(circumstances(events, on=on))
    return found


def circumstances(events: pl.LazyFrame, *, on: date) -> pl.LazyFrame:
    """Return per dossier the grounds of extension: how long the longest period of each, or that it was.

    `aantal` is the length in days; a period without it still runs, and counts up to and with the day asked.
    """
    first = pl.col("datum").to_physical()
    days = pl.col("aantal").cast(pl.Int32).fill_null(tables.number(on) - first + 1)
    rows = events.filter((pl.col("soort") == "omstandigheid") & (pl.col("datum") <= on)).select(
        KEY, "code", first.alias("first"), (first + days).alias("after")
    )
    months = pl.map_batches(
        [pl.col("first"), pl.col("after")],
        lambda pair: pl.Series(tables.whole_months_between(*(part.to_numpy() for part in pair))),
        return_dtype=pl.Int32,
        is_elementwise=True,
    )
    beyond = pl.map_batches(
        [pl.col("first"), pl.col("months")],
        lambda pair: pl.Series(tables.add_months(*(part.to_numpy() for part in pair))),
        return_dtype=pl.Int32,
        is_elementwise=True,
    )
    measured = rows.with_columns(months.alias("months")).with_columns(
        (pl.col("months") * SHIFT + pl.col("after") - beyond).alias("length")
    )
    longest = {ground: pl.when(has_code(ground)).then(pl.col("length")).max() for ground in LENGTHS}
    return measured.group_by(KEY).agg(
        *((length // SHIFT).alias(f"{ground}_maanden") for ground, length in longest.items()),
        *((length % SHIFT).alias(f"{ground}_dagen") for ground, length in longest.items()),
        *(pl.when(has_code(ground).any()).then(True).alias(ground) for ground in HAPPENINGS),
    )


def with_events(
    dossiers: pl.LazyFrame, events: pl.LazyFrame, wanted: Iterable[str], *, on: date
) -> pl.LazyFrame:
    """Return the dossiers with the facts that follow from their events, instead of columns named so."""
    summed = facts_from_events(events, wanted, on=on)
    facts = dossiers.select(KEY)  # the narrow frames together first: the wide one is then joined only once
    for frame in summed:
        facts = facts.join(frame, on=KEY, how="left")
    names = [name for name in facts.collect_schema().names() if name != KEY]
    kept = dossiers.drop(names, strict=False)
    joined = kept.join(facts, on=KEY, how="left")
    if not {"overstap_van", "leerroute"} <= set(kept.collect_schema().names()):
        return joined
    switched = pl.col("overstap_van").is_not_null() & (pl.col("leerroute") == "Z-route")
    return joined.with_columns(
        pl.when(switched).then(pl.col(name)).alias(name) for name in names if name in ONLY_AFTER_SWITCH
    )

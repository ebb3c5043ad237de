from datetime import date
from typing import Any, get_args, get_type_hints

import pytest

np = pytest.importorskip("numpy", reason="the made-up country needs numpy (make bench-peers)")
pl = pytest.importorskip("polars", reason="the made-up country needs polars")

from bench import land  # noqa: E402  # after the libraries it needs
from meedoen.law.inburgering import begrippen  # noqa: E402
from meedoen.law.inburgering.leerroutes import LBTUitslag  # noqa: E402
from meedoen.law.questions import QUESTIONS  # noqa: E402

OP = date(2026, 9, 1)
SIZE = 3_000


@pytest.fixture(scope="module")
def country() -> tuple[Any, Any, Any]:
    return land.land(SIZE, OP)


def test_the_same_seed_gives_the_same_country(country: tuple[Any, Any, Any]) -> None:
    for first, again in zip(country, land.land(SIZE, OP), strict=True):
        assert first.equals(again)


def test_another_seed_gives_another_country(country: tuple[Any, Any, Any]) -> None:
    assert not land.land(SIZE, OP, seed=7)[0].equals(country[0])


def test_the_first_dossiers_are_the_same_however_many_are_made(country: tuple[Any, Any, Any]) -> None:
    small, events, facts = land.land(500, OP)
    assert small.equals(country[0].head(500))
    assert facts.equals(country[2].head(500))
    assert events.equals(country[1].filter(pl.col("dossier") < 500))


def test_the_closed_lists_are_those_of_the_law() -> None:
    assert set(land.DOELGROEPEN) == {member.value for member in begrippen.Doelgroep}
    assert set(land.TITELS) == {member.value for member in begrippen.Verblijfstitel}
    assert set(land.DOELEN) == {member.value for member in begrippen.Verblijfsdoel}
    assert set(land.REFERENTEN) == {member.value for member in begrippen.Referent}
    assert set(land.ROUTES) == {member.value for member in begrippen.Leerroute}
    assert set(land.UITSLAGEN) == {member.value for member in LBTUitslag}


def test_a_fact_has_the_type_that_the_law_gives_it(country: tuple[Any, Any, Any]) -> None:
    polars = {bool: pl.Boolean, int: pl.Int32, date: pl.Date}
    schema = country[2].schema
    asked: dict[str, Any] = {}
    for question in QUESTIONS.values():
        for part in question.answers.values():
            asked |= get_type_hints(part.kind)
    wrong = []
    for name in asked.keys() & schema.keys():
        wanted = next(kind for kind in get_args(asked[name]) if kind is not type(None))
        fits = schema[name] == polars[wanted] if wanted in polars else isinstance(schema[name], pl.Enum)
        wrong += [] if fits else [name]
    assert wrong == []


def test_nothing_has_happened_after_the_day(country: tuple[Any, Any, Any]) -> None:
    _, events, facts = country
    assert events["datum"].max() <= OP
    ahead = {"verlengd_tot_en_met", "aow_datum", "oproep_termijn"}
    for name, kind in facts.schema.items():
        if kind == pl.Date and name not in ahead and facts[name].count():
            assert facts[name].max() <= OP, name


def test_events_are_in_order_and_belong_to_a_dossier(country: tuple[Any, Any, Any]) -> None:
    dossiers, events, _ = country
    assert dossiers["dossier"].to_list() == list(range(SIZE))
    assert events.equals(events.sort("dossier", "datum", maintain_order=True))
    assert events["dossier"].max() < SIZE


def test_there_are_about_twenty_events_a_dossier(country: tuple[Any, Any, Any]) -> None:
    assert 18 < country[1].height / SIZE < 24


def test_the_shares_are_those_of_the_chain() -> None:
    facts = land.land(20_000, OP)[2]
    asiel = facts.filter(pl.col("doelgroep") == "asielstatushouder")
    assert 0.58 < asiel.height / facts.height < 0.68
    routes = asiel.filter(pl.col("eerste_pip").is_not_null(), pl.col("overstap_van").is_null())
    z = routes.filter(pl.col("leerroute") == "Z-route").height / routes.height
    assert 0.26 < z < 0.36
    start = pl.max_horizontal("kennisgeving", "inschrijving")
    told = facts.filter(pl.col("kennisgeving").is_between(date(2022, 1, 1), date(2024, 6, 30)))
    in_time = told.filter(pl.col("eerste_pip") <= start + pl.duration(days=70)).height / told.height
    assert 0.28 < in_time < 0.48
    missed = facts.filter(pl.col("oproepen").is_not_null())
    assert 0.15 < missed.filter(pl.col("gemiste_oproepen") > 0).height / missed.height < 0.25


def test_hours_counted_in_the_making_are_those_of_the_events(country: tuple[Any, Any, Any]) -> None:
    dossiers, events, facts = country
    approved = pl.col("code").is_in(["keurmerk", "taalschakel"])
    les = pl.col("soort").is_in(["les_nt2", "les_alfabetisering"])
    knm = pl.col("soort") == "les_knm"
    z = pl.col("leerroute") == "Z-route"
    rows = events.join(
        dossiers.select("dossier", "overstap", now="leerroute"), on="dossier", maintain_order="left"
    )
    before = approved & (pl.col("leerroute") != "Z-route") & (pl.col("now") == "Z-route")
    before &= pl.col("datum") < pl.col("overstap")
    wanted = {
        "nt2_uren": les & approved,
        "waarvan_alfabetisering": (pl.col("soort") == "les_alfabetisering") & approved,
        "waarvan_brede_intake": les & approved & pl.col("in_intake"),
        "cursusuren": (les | knm) & z,
        "nt2_uren_voor_overstap": les & before,
        "knm_uren_voor_overstap": knm & before,
        "participatie_uren": (pl.col("soort") == "participatie") & ~pl.col("in_intake"),
        "participatie_uren_brede_intake": (pl.col("soort") == "participatie") & pl.col("in_intake"),
        "pvt_uren": pl.col("soort") == "pvt",
        "map_uren": pl.col("soort") == "map",
    }
    for name, mask in wanted.items():
        sums = rows.filter(mask).group_by("dossier").agg(pl.col("aantal").cast(pl.Int32).sum().alias(name))
        found = facts.select("dossier").join(sums, on="dossier", how="left", maintain_order="left")
        assert found[name].equals(facts[name]), name


def test_counts_and_last_days_are_those_of_the_events(country: tuple[Any, Any, Any]) -> None:
    _, events, facts = country
    for name, soort in {
        "oproep": "oproep",
        "waarschuwing": "waarschuwing",
        "laatste_voortgangsgesprek": "voortgangsgesprek",
        "participatieverklaring_ondertekend": "pvt_ondertekend",
        "map_eindgesprek": "map_eindgesprek",
        "z_eindgesprek": "z_eindgesprek",
    }.items():
        last = events.filter(pl.col("soort") == soort).group_by("dossier").agg(pl.col("datum").max())
        found = facts.select("dossier").join(last, on="dossier", how="left", maintain_order="left")
        assert found["datum"].equals(facts[name], check_names=False), name
    called = facts.filter(pl.col("oproepen").is_not_null())
    assert called["gemiste_oproepen"].null_count() == 0
    assert called.filter(pl.col("gemiste_oproepen") > pl.col("oproepen")).is_empty()


def test_the_parts_on_disk_hold_the_same_country(country: tuple[Any, Any, Any], tmp_path: Any) -> None:
    land.write(tmp_path, SIZE, OP)
    for name, made in zip(("dossiers", "gebeurtenissen", "feiten"), country, strict=True):
        assert pl.read_parquet(tmp_path / name).equals(made)

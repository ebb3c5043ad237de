from datetime import date, timedelta

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meedoen.law.caseload.answers import ANSWERS, PROGRAM
from meedoen.law.caseload.frame import row_frame
from meedoen.law.caseload.policy import policy
from meedoen.law.caseload.uses import resting_on, used_since, uses
from meedoen.law.caseload.whatif import LISTED, Bin, Move, explained, polars_engine, whatif
from meedoen.law.caseload.wording import LABELS, counted_in, direction, label, one_of
from meedoen.law.inburgering.begrippen import Doelgroep, Leerroute
from meedoen.law.inburgering.handhaving.boete_intake import boete_intake
from meedoen.law.kernel.lift.program import Program
from meedoen.law.kernel.outcome import Status

ON = date(2026, 6, 1)
SINCE = date(2026, 1, 1)
GEZIN = Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT


def frame(*rows, **columns):
    made = row_frame(list(rows), PROGRAM.facts)
    return made.with_columns(
        pl.Series("dossier", range(1, len(rows) + 1)), **{k: pl.Series(v) for k, v in columns.items()}
    ).lazy()


def supposed(**changes):
    return policy("proef", SINCE, {name.replace("__", "."): value for name, value in changes.items()})


def effect(found, name):
    return next(one for one in found.effects if one.name == name)


def waiting(kennisgeving, **more):
    """A gezinsmigrant whose PIP is due ten weeks after this day."""
    return {"doelgroep": GEZIN, "kennisgeving": kennisgeving, "inschrijving": kennisgeving, **more}


THREE = (
    waiting(date(2026, 3, 2)),  # a Monday: ten weeks later is 11 May, twelve 25 May, Whit Monday
    waiting(date(2026, 3, 3)),
    waiting(date(2026, 4, 14)),  # 23 June, then 7 July
)


def test_a_longer_term_moves_the_last_day_and_the_holidays_count():
    found = whatif(frame(*THREE), supposed(bi2021__pip_termijn=12), ON)
    spread = effect(found, "pip_deadline").difference
    assert (spread.more, spread.less, spread.count) == (3, 0, 3)
    assert (spread.minimum, spread.median, spread.p90, spread.maximum) == (14, 14, 15, 15)
    assert (spread.unit, spread.bins) == ("dagen", (Bin(14, 14, 2), Bin(15, 15, 1)))
    assert effect(found, "pip_deadline").moves == ()
    assert effect(found, "pip_deadline").label == "Laatste dag voor het PIP"


def test_a_shorter_term_is_earlier():
    spread = effect(whatif(frame(*THREE), supposed(bi2021__pip_termijn=9), ON), "pip_deadline").difference
    assert (spread.more, spread.less) == (0, 3)
    assert (spread.minimum, spread.maximum, spread.p90) == (-7, -6, 7)  # 5 May is a holiday


def test_a_choice_goes_from_one_answer_to_another():
    found = whatif(frame(*THREE), supposed(bi2021__pip_termijn=13), ON)
    status = effect(found, "pip_status")
    assert status.moves == (Move("de termijn is voorbij en er is geen PIP", "de termijn loopt", 2),)
    assert (status.affected, status.other_status, status.difference) == (2, 0, None)


def test_who_is_affected_is_counted_once_for_each_dossier():
    found = whatif(frame(*THREE, {}), supposed(bi2021__pip_termijn=13), ON)
    assert (found.dossiers, found.affected) == (4, 3)
    assert found.any_touched.to_list() == [True, True, True, False]
    deadline = effect(found, "pip_deadline")
    assert (deadline.dossiers, deadline.affected, deadline.unknown, deadline.oordeel) == (4, 3, 1, 0)


def test_only_answers_that_rest_on_the_change_are_asked():
    found = whatif(frame(*THREE), supposed(bi2021__pip_termijn=13), ON)
    assert [one.name for one in found.effects] == ["pip_deadline", "pip_status", "next_due"]


def test_a_shorter_inburgeringstermijn_is_a_year_earlier_and_somebody_is_past_it():
    rows = [{"eerste_pip": date(2024, 1, 15)}, {"eerste_pip": date(2025, 8, 1)}]
    found = whatif(frame(*rows), supposed(wi2021__inburgeringstermijn=2), ON)
    last = effect(found, "termijn_last_day")
    assert (last.difference.minimum, last.difference.maximum) == (-366, -365)
    assert effect(found, "termijn_exceeded").moves == (Move("nee", "ja", 1),)


def test_more_hours_before_a2_turn_an_oordeel_into_no():
    rows = [
        {"leerroute": Leerroute.B1_ROUTE, "nt2_uren": hours, "waarvan_alfabetisering": 0, **judged}
        for hours, judged in ((599, {}), (600, {}), (699, {}), (700, {}), (None, {}))
    ]
    found = effect(whatif(frame(*rows), supposed(bi2021__a2_cursusuren=700), ON), "may_examine_at_a2")
    assert found.moves == (Move("oordeel", "nee", 2),)
    assert (found.affected, found.other_status, found.oordeel, found.same) == (2, 2, 1, 1)


def test_hours_left_differ_in_hours():
    rows = [{"leerroute": Leerroute.Z_ROUTE, "cursusuren": hours} for hours in (100, 790, 900)]
    found = effect(whatif(frame(*rows), supposed(bi2021__z_cursusuren=850), ON), "z_cursusuren_left")
    spread = found.difference
    assert (spread.unit, spread.more, spread.minimum, spread.maximum) == ("uur", 2, 50, 50)
    assert spread.bins == (Bin(50, 50, 2),)


def test_many_different_differences_share_bins_that_never_cross_zero():
    rows = [waiting(date(2026, 1, 5) + timedelta(days=day)) for day in range(60)]
    found = whatif(frame(*rows), supposed(bi2021__pip_termijn=40), ON)
    bins = effect(found, "pip_deadline").difference.bins
    assert sum(one.count for one in bins) == 60
    assert len(bins) <= 12
    assert all((one.low > 0) == (one.high > 0) for one in bins)


def test_a_date_can_appear_or_go_without_being_a_number_of_days():
    rows = [waiting(date(2026, 3, 2), informatie_derde_gevraagd=date(2026, 5, 18))]
    found = effect(whatif(frame(*rows), supposed(bi2021__pip_termijn=12), ON), "pip_deadline")
    assert found.moves == (Move("een datum", "onbekend", 1),)
    assert (found.difference, found.other_status, found.unknown, found.same) == (None, 1, 0, 0)


def test_groups_are_counted_for_the_columns_that_are_there():
    rows = [*THREE, {"doelgroep": Doelgroep.ASIELSTATUSHOUDER}, {}]
    found = whatif(
        frame(*rows, gemeente=["Ede", "Ede", "Epe", "Epe", "Epe"]), supposed(bi2021__pip_termijn=13), ON
    )
    assert [(one.column, one.value, one.dossiers, one.affected) for one in found.parts] == [
        ("doelgroep", "asielstatushouder", 1, 0),
        ("doelgroep", "gezinsmigrant of overige migrant", 3, 3),
        ("doelgroep", "niet bekend", 1, 0),
        ("leerroute", "niet bekend", 5, 3),
        ("gemeente", "Ede", 2, 2),
        ("gemeente", "Epe", 3, 1),
    ]
    assert found.parts[1].by_answer == {"pip_deadline": 3, "pip_status": 2, "next_due": 3}


def test_the_list_has_both_values_and_both_reasons():
    found = whatif(frame(*THREE[:1], {}), supposed(bi2021__pip_termijn=12), ON).listed()
    assert found.filter(pl.col("antwoord") == "pip_deadline").to_dicts() == [
        {
            "dossier": 1,
            "doelgroep": GEZIN.value,
            "leerroute": None,
            "antwoord": "pip_deadline",
            "oud": "2026-05-11",
            "nieuw": "2026-05-26",
            "verschil": 15.0,
            "eenheid": "dagen",
            "reden_oud": "{weken} na de kennisgeving van {start}",
            "reden_nieuw": "{weken} na de kennisgeving van {start}; {geen_werkdag} is geen werkdag,"
            " dus geldt {werkdag}",
        }
    ]


def test_the_list_has_choices_and_statuses_in_words():
    rows = [
        waiting(date(2026, 3, 2), informatie_derde_gevraagd=date(2026, 5, 18)),
        {"eerste_pip": date(2024, 1, 15)},
    ]
    change = supposed(bi2021__pip_termijn=12, wi2021__inburgeringstermijn=2)
    found = whatif(frame(*rows), change, ON).listed().select("antwoord", "oud", "nieuw").rows()
    assert ("pip_deadline", "2026-05-11", "onbekend") in found
    assert ("termijn_exceeded", "nee", "ja") in found


def test_nobody_is_listed_when_nothing_differs():
    found = whatif(frame(*THREE), supposed(bi2021__pip_termijn=10), ON)
    assert (found.affected, found.listed().height) == (0, 0)
    assert found.listed().columns == ["dossier", "doelgroep", "leerroute", *LISTED]


def test_before_its_day_a_policy_does_nothing():
    found = whatif(frame(*THREE), supposed(bi2021__pip_termijn=20), date(2025, 12, 31))
    assert (found.is_in_force, found.affected) == (False, 0)


def test_a_policy_without_changes_asks_nothing():
    found = whatif(frame(*THREE), policy("niets", SINCE, {}), ON)
    assert (found.is_in_force, found.dossiers, found.affected, found.effects) == (True, 3, 0, ())
    assert found.listed().is_empty()
    assert [(one.dossiers, one.affected) for one in found.parts] == [(3, 0), (3, 0)]


def test_a_caseload_without_a_column_to_tell_dossiers_apart_gets_numbers():
    rows = frame(*THREE).select("kennisgeving", "inschrijving", "doelgroep")
    found = whatif(rows, supposed(bi2021__pip_termijn=12), ON)
    assert found.listed()["dossier"].unique().sort().to_list() == [0, 1, 2]


def test_an_empty_caseload_has_nobody():
    found = whatif(frame(*THREE).head(0), supposed(bi2021__pip_termijn=12), ON)
    assert (found.dossiers, found.affected) == (0, 0)


def test_one_dossier_is_explained_in_both_situations():
    row = frame(*THREE).collect().row(0, named=True)
    old, new = explained(row, "pip_deadline", supposed(bi2021__pip_termijn=12), ON)
    assert old.sentence() == "10 weken na de kennisgeving van 2 maart 2026"
    assert new.sentence() == (
        "12 weken na de kennisgeving van 2 maart 2026; 25 mei 2026 is geen werkdag, dus geldt 26 mei 2026"
    )
    assert (old.value, new.value, new.status) == (date(2026, 5, 11), date(2026, 5, 26), Status.KNOWN)


FINES = Program({"boete_intake": boete_intake})
FINED = {"oproepen": 3, "gemiste_oproepen": 2, "opgelegde_boetes_cent": 0, "boetes_intake": 0}


def test_an_amount_differs_in_euros():
    rows = row_frame(
        [{**FINED, "bijstand_verlaagd_voor_zelfde_gedraging": False}, {"gemiste_oproepen": 0}], FINES.facts
    )
    change = policy("proef", SINCE, {"bi2021.boete_intake": "300 euro"}, program=FINES)
    found = whatif(rows.lazy(), change, ON, program=FINES)
    spread = effect(found, "boete_intake").difference
    assert (spread.unit, spread.more, spread.minimum, spread.bins) == ("euro", 1, 50.0, (Bin(50, 50, 1),))
    assert found.listed().select("oud", "nieuw", "verschil").rows() == [("250.0", "300.0", 50.0)]


def test_another_engine_can_compute_it():
    asked = []

    def engine(program, on, frame):
        asked.append((tuple(program.outputs), on))
        return polars_engine(program, on, frame)

    found = whatif(frame(*THREE), supposed(bi2021__pip_termijn=12), ON, engine=engine)
    assert found.affected == 3
    assert asked == [(("pip_deadline", "pip_status", "next_due"), ON)]


def test_machine_code_says_the_same():
    pytest.importorskip("numba")
    from meedoen.law.caseload.machine import fused_engine

    rows = [
        *THREE,
        waiting(date(2026, 3, 2), informatie_derde_gevraagd=date(2026, 5, 18)),
        {"eerste_pip": date(2024, 1, 15), "leerroute": Leerroute.B1_ROUTE, "nt2_uren": 650},
        {},
    ]
    change = supposed(bi2021__pip_termijn=12, wi2021__inburgeringstermijn=2, bi2021__a2_cursusuren=700)
    one, other = (whatif(frame(*rows), change, ON, engine=engine) for engine in (polars_engine, fused_engine))
    assert one.affected > 4
    assert one.effects == other.effects
    assert one.listed().equals(other.listed())


def test_the_order_of_a_large_caseload_stays():
    many = frame(*THREE).collect()[[0, 1, 2] * 100_000].with_columns(dossier=pl.int_range(pl.len()))
    found = whatif(many.lazy(), supposed(bi2021__pip_termijn=13), ON)
    status = found.touched["pip_status"]
    assert status.to_list() == [True, True, False] * 100_000


days = st.dates(date(2022, 1, 1), date(2027, 1, 1))
people = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(("kennisgeving", "inschrijving", "eerste_pip", "pip_vastgesteld"), days),
        **dict.fromkeys(("informatie_derde_gevraagd", "plicht_geeindigd", "geboortedatum"), days),
        "doelgroep": st.sampled_from(Doelgroep),
        "leerroute": st.sampled_from(Leerroute),
        **dict.fromkeys(("nt2_uren", "cursusuren", "pvt_uren", "oproepen"), st.integers(0, 2000)),
    },
)
SAME = {
    "bi2021.pip_termijn": 10,
    "bi2021.pip_termijn_na_informatie": 2,
    "wi2021.inburgeringstermijn": 3,
    "bi2021.a2_cursusuren": 600,
    "bi2021.z_cursusuren": 800,
    "bi2021.bewaartermijn": 5,
    "wi2021.plichtig_vanaf": 16,
    "wi2021.oproepen": 3,
}


@settings(max_examples=30, deadline=None)
@given(st.lists(people, min_size=1, max_size=20), st.dates(date(2023, 1, 1), date(2028, 1, 1)))
def test_without_a_change_nobody_is_affected(rows, on):
    found = whatif(frame(*rows), policy("hetzelfde", date(2023, 1, 1), SAME), on)
    assert len(found.effects) > 10
    assert found.affected == 0
    assert all((one.affected, one.difference, one.moves) == (0, None, ()) for one in found.effects)


@settings(max_examples=30, deadline=None)
@given(st.lists(people, min_size=1, max_size=20), st.integers(0, 30))
def test_a_whole_caseload_says_the_same_as_one_person_after_another(rows, weeks):
    change = supposed(bi2021__pip_termijn=weeks, wi2021__inburgeringstermijn=2)
    found = whatif(frame(*rows), change, ON)
    plain = frame(*rows).collect()
    for name in ("pip_deadline", "pip_status", "termijn_last_day", "termijn_exceeded"):
        for place, row in enumerate(plain.iter_rows(named=True)):
            old, new = explained(row, name, change, ON)
            assert found.touched[name][place] == ((old.value, old.status) != (new.value, new.status))


def test_what_an_answer_rests_on_is_found_in_the_rules():
    assert uses(ON)["pip_deadline"] == {
        "bi2021.pip_termijn",
        "bi2021.pip_termijn_na_informatie",
        "bi2021.pip_termijn_na_verhuizing",
    }
    assert uses(date(2022, 6, 1))["pip_deadline"] == {
        "bi2021.pip_termijn",
        "bi2021.pip_termijn_na_verhuizing",
    }
    assert list(resting_on(frozenset({"bi2021.a2_cursusuren"}), ON).outputs) == ["may_examine_at_a2"]


def test_a_parameter_of_a_later_version_counts_as_used():
    assert "bi2021.pip_termijn_na_informatie" in used_since(date(2022, 6, 1))


def test_every_answer_that_can_change_has_a_name_in_dutch():
    assert {name for name, read in uses(ON).items() if read} <= set(LABELS)
    assert set(LABELS) <= set(ANSWERS)
    assert label("gets_vve") == "Gets vve"


@pytest.mark.parametrize(
    ("unit", "number", "word", "way"),
    [("dagen", 1, "dag", "later"), ("dagen", -2, "dagen", "eerder"), ("uur", 1, "uur", "meer")],
)
def test_a_difference_is_said_in_its_unit(unit, number, word, way):
    assert (one_of(unit, abs(number)), direction(unit, number)) == (word, way)


def test_money_differs_in_euros():
    assert (counted_in("lening", "money"), direction("euro", -5)) == ("euro", "minder")
    assert counted_in("kosteloze_examenpogingen", "int") == "keer"
    assert counted_in("doelgroep", Doelgroep) == ""
    assert counted_in("pvt_completed", "bool") == ""

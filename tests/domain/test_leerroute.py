"""Choosing a leerroute: impossible without the considerations that the law and the judge ask."""

from datetime import date

import pytest

from meedoen.domain.brede_intake.models import Intakegegeven
from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.models import Gebeurtenis
from meedoen.domain.pip.actions import (
    ChoiceRefused,
    choice_problems,
    choose_leerroute,
    reopen_choice,
    save_keuze,
    start_draft,
)
from meedoen.domain.pip.facts import is_real_text, leerroute_facts
from meedoen.domain.pip.models import PIP, Leerroutekeuze
from meedoen.law.inburgering.begrippen import Leerroute

TODAY = date(2026, 6, 1)
ONDERWIJS = "De onderwijsroute is besproken; een studie past niet bij de wens om snel te werken."
B1 = "Niveau B1 is volgens ons en volgens de toets binnen drie jaar goed haalbaar."
Z = "De Z-route past niet, want het examen op niveau B1 is haalbaar."
WHY = "Wij kiezen de B1-route omdat het examen haalbaar is en past bij het werk."
UNABLE = "Na negen maanden les lukt lezen en schrijven nog niet, ook niet met extra hulp."


def keuze(world, dossier, **fields):
    return Leerroutekeuze(gemeente=dossier.gemeente, dossier=dossier, **fields)


@pytest.fixture
def dossier(world):
    return world.dossier(world.alice)


def fields_of(world, dossier, **fields):
    return [problem.field for problem in choice_problems(keuze(world, dossier, **fields), on=TODAY)]


def test_b1_needs_a_consideration_of_the_onderwijsroute(world, dossier):
    with world.scope():
        assert fields_of(world, dossier, leerroute="B1-route", motivatie=WHY) == ["overweging_onderwijsroute"]
        full = {"overweging_onderwijsroute": ONDERWIJS, "motivatie": WHY}
        assert fields_of(world, dossier, leerroute="B1-route", **full) == []


def test_the_refusal_names_the_judgment(world, dossier):
    with world.scope(), pytest.raises(ChoiceRefused, match="ECLI:NL:RVS:2024:5413"):
        choose_leerroute(keuze(world, dossier, leerroute="B1-route", motivatie=WHY), by=world.alice, on=TODAY)
    with world.scope():
        assert not Leerroutekeuze.objects.exists()


def test_z_needs_both_considerations_and_the_oordeel_with_reasons(world, dossier):
    with world.scope():
        assert fields_of(world, dossier, leerroute="Z-route", motivatie=WHY) == [
            "overweging_onderwijsroute",
            "overweging_b1_route",
            "redelijkerwijs_niet_in_staat",
        ]
        full = {"overweging_onderwijsroute": ONDERWIJS, "overweging_b1_route": B1, "motivatie": WHY}
        unable = {"redelijkerwijs_niet_in_staat": True}
        assert fields_of(world, dossier, leerroute="Z-route", **full, **unable) == ["niet_in_staat_motivatie"]
        unable["niet_in_staat_motivatie"] = UNABLE
        assert fields_of(world, dossier, leerroute="Z-route", **full, **unable) == []


def test_onderwijsroute_needs_wish_and_great_chance(world, dossier):
    with world.scope():
        assert fields_of(world, dossier, leerroute="onderwijsroute", motivatie=WHY) == [
            "wil_opleiding",
            "grote_kans_op_diploma",
        ]
        full = {"wil_opleiding": True, "grote_kans_op_diploma": True, "grote_kans_motivatie": UNABLE}
        assert fields_of(world, dossier, leerroute="onderwijsroute", motivatie=WHY, **full) == []


def test_a_wish_that_the_intake_knows_is_not_asked_again(world, dossier):
    with world.scope():
        Intakegegeven.objects.create(
            gemeente=dossier.gemeente,
            dossier=dossier,
            vraag="opleidingswens",
            waarde=True,
            bron="inburgeraar",
            told_on=TODAY,
        )
        assert leerroute_facts(dossier).wil_beroeps_of_hoger_onderwijs is True
        full = {"grote_kans_op_diploma": True, "grote_kans_motivatie": UNABLE}
        assert fields_of(world, dossier, leerroute="onderwijsroute", motivatie=WHY, **full) == []
        no = keuze(world, dossier, wil_opleiding=False)
        assert leerroute_facts(dossier, no).wil_beroeps_of_hoger_onderwijs is False


def test_b1_contradicts_the_oordeel_that_somebody_is_unable(world, dossier):
    with world.scope():
        full = {"overweging_onderwijsroute": ONDERWIJS, "motivatie": WHY}
        assert fields_of(world, dossier, leerroute="B1-route", redelijkerwijs_niet_in_staat=True, **full) == [
            "redelijkerwijs_niet_in_staat"
        ]


def test_the_same_text_twice_is_no_consideration(world, dossier):
    with world.scope():
        same = {"overweging_onderwijsroute": WHY, "motivatie": WHY.upper() + "  "}
        assert fields_of(world, dossier, leerroute="B1-route", **same) == ["motivatie"]


@pytest.mark.parametrize(
    ("text", "real"),
    [
        ("", False),
        ("n.v.t.", False),
        ("x" * 40, False),
        ("nee nee nee nee nee nee nee nee nee nee", False),
        ("Wij vinden dat dit niet past.", False),
        ("Wij vinden dat dit niet past nu", True),
    ],
)
def test_what_counts_as_a_text(text, real):
    assert is_real_text(text) is real


def test_without_a_route_there_is_nothing_to_choose(world, dossier):
    with world.scope():
        assert fields_of(world, dossier, motivatie=WHY) == ["leerroute"]


def test_a_choice_is_written_with_who_and_when(world, dossier):
    with world.scope():
        made = choose_leerroute(
            keuze(world, dossier, leerroute="B1-route", overweging_onderwijsroute=ONDERWIJS, motivatie=WHY),
            by=world.alice,
            on=TODAY,
        )
        assert (made.gekozen_on, made.gekozen_by) == (TODAY, world.alice)
        event = Gebeurtenis.objects.get(kind="LeerrouteChosen")
        assert event.sentence == "Alice koos de B1-route."
        assert made.history.get().history_user == world.alice


def test_a_choice_that_was_made_is_reopened_before_it_changes(world, dossier):
    with world.scope():
        made = choose_leerroute(
            keuze(world, dossier, leerroute="B1-route", overweging_onderwijsroute=ONDERWIJS, motivatie=WHY),
            by=world.alice,
            on=TODAY,
        )
        made.motivatie = "iets anders"
        with pytest.raises(NotPossible, match="al gekozen"):
            save_keuze(made, by=world.alice)
        made.refresh_from_db()
        with pytest.raises(NotPossible, match="waarom"):
            reopen_choice(made, by=world.alice, reason=" ")
        reopen_choice(made, by=world.alice, reason="Uitslag van de toets is binnen")
        assert made.gekozen_on is None
        save_keuze(made, by=world.alice)


def test_the_motivation_becomes_the_text_of_the_draft(world, dossier):
    with world.scope():
        draft = start_draft(dossier, by=world.alice, on=TODAY)
        assert draft.leerroute == ""
        choose_leerroute(
            keuze(world, dossier, leerroute="B1-route", overweging_onderwijsroute=ONDERWIJS, motivatie=WHY),
            by=world.alice,
            on=TODAY,
        )
        draft.refresh_from_db()
        assert (draft.leerroute, draft.niveau, draft.motivatie) == ("B1-route", "B1", WHY)


def test_after_a_move_the_leerroute_stays_as_it_was(world):
    dossier = world.dossier(world.alice, eerste_pip_on=date(2025, 9, 1), eerste_pip_elders=True)
    with world.scope():
        assert fields_of(world, dossier, leerroute="B1-route", motivatie=WHY) == ["eerdere_leerroute"]
        assert fields_of(
            world, dossier, leerroute="B1-route", motivatie=WHY, eerdere_leerroute="Z-route"
        ) == ["leerroute"]
        assert (
            fields_of(world, dossier, leerroute="Z-route", motivatie=WHY, eerdere_leerroute="Z-route") == []
        )


def with_pip(world, dossier, route, day):
    PIP.objects.create(
        gemeente=dossier.gemeente,
        dossier=dossier,
        versie=1,
        status="uitgereikt",
        leerroute=route,
        dagtekening_on=day,
        uitgereikt_on=day,
    )


def test_another_route_after_eighteen_months_only_in_a_special_case(world):
    day = date(2024, 6, 1)
    dossier = world.dossier(world.alice, eerste_pip_on=day)
    full = {
        "overweging_onderwijsroute": ONDERWIJS,
        "overweging_b1_route": B1,
        "motivatie": WHY,
        "redelijkerwijs_niet_in_staat": True,
        "niet_in_staat_motivatie": UNABLE,
    }
    with world.scope():
        with_pip(world, dossier, "B1-route", day)
        own = keuze(world, dossier, leerroute="Z-route", **full)
        assert choice_problems(own, on=date(2025, 12, 1)) == []
        late = choice_problems(own, on=date(2025, 12, 2))
        assert [problem.field for problem in late] == ["afwijking_motivatie"]
        assert "1 december 2025" in late[0].sentence
        own.afwijking_motivatie = "Door een ernstig ongeluk is leren op dit niveau niet meer mogelijk."
        assert choice_problems(own, on=date(2025, 12, 2)) == []


def test_from_onderwijsroute_to_b1_is_possible_during_the_whole_traject(world):
    day = date(2024, 6, 1)
    dossier = world.dossier(world.alice, eerste_pip_on=day)
    with world.scope():
        with_pip(world, dossier, "onderwijsroute", day)
        full = {"overweging_onderwijsroute": ONDERWIJS, "motivatie": WHY}
        assert (
            choice_problems(keuze(world, dossier, leerroute="B1-route", **full), on=date(2026, 12, 1)) == []
        )


def test_facts_without_anything_known_stay_unknown(world, dossier):
    with world.scope():
        facts = leerroute_facts(dossier)
        assert facts.lbt_uitslag is None
        assert facts.wil_beroeps_of_hoger_onderwijs is None
        assert facts.leerroute is None
        assert (
            leerroute_facts(dossier, keuze(world, dossier, leerroute="Z-route")).leerroute
            == Leerroute.Z_ROUTE
        )

"""Answers of the intake: who told them, confirmed instead of asked again, never over somebody else's."""

from datetime import date, timedelta

import pytest

from meedoen.domain.brede_intake.actions import Given, confirm_answers, record_answers
from meedoen.domain.brede_intake.models import BredeIntake, Intakegegeven
from meedoen.domain.brede_intake.selectors import answers_of, awaits_confirmation, progress_of
from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.models import Gebeurtenis
from meedoen.domain.keten.models import Bron

TODAY = date(2026, 6, 1)
BEFORE = date(2026, 1, 5)


@pytest.fixture
def dossier(world):
    return world.dossier(world.alice)


@pytest.fixture
def told(world, dossier):
    """COA told a profession."""
    with world.scope():
        return Intakegegeven.objects.create(
            gemeente=dossier.gemeente,
            dossier=dossier,
            vraag="beroep",
            waarde="kok",
            bron="coa",
            told_on=BEFORE,
        )


def test_a_first_answer_begins_the_intake_and_names_who_told_it(world, dossier):
    with world.scope():
        recorded = record_answers(dossier, [Given("beroep", "kok", 0)], by=world.alice, on=TODAY)
        row = answers_of(dossier)["beroep"]
        assert recorded.saved == {"beroep": row}
        assert (row.waarde, row.bron, row.told_on, row.by, row.version) == (
            "kok",
            Bron.INBURGERAAR,
            TODAY,
            world.alice,
            1,
        )
        assert BredeIntake.objects.get(dossier=dossier).gestart_on == TODAY


def test_a_judgement_is_the_klantmanagers_whoever_was_talking(world, dossier):
    with world.scope():
        record_answers(dossier, [Given("zelfredzaamheid", "zelf", 0)], by=world.alice, on=TODAY)
        assert answers_of(dossier)["zelfredzaamheid"].bron == Bron.KLANTMANAGER


def test_what_is_written_down_without_the_person_says_so(world, dossier):
    with world.scope():
        record_answers(dossier, [Given("beroep", "kok", 0)], by=world.alice, on=TODAY, bron=Bron.KLANTMANAGER)
        assert answers_of(dossier)["beroep"].bron == Bron.KLANTMANAGER


def test_another_answer_than_coa_told_is_the_persons_own_and_the_history_keeps_the_old_one(
    world, dossier, told
):
    with world.scope():
        record_answers(dossier, [Given("beroep", "bakker", 1)], by=world.alice, on=TODAY)
        told.refresh_from_db()
        assert (told.waarde, told.bron, told.told_on, told.version) == (
            "bakker",
            Bron.INBURGERAAR,
            TODAY,
            2,
        )
        assert list(told.history.order_by("history_id").values_list("waarde", "bron")) == [
            ("kok", "coa"),
            ("bakker", "inburgeraar"),
        ]


def test_a_confirmed_answer_keeps_its_source_and_day(world, dossier, told):
    with world.scope():
        assert awaits_confirmation(told)
        confirmed, changed = confirm_answers(dossier, {"beroep": 1}, by=world.alice, on=TODAY)
        told.refresh_from_db()
        assert (confirmed, changed) == ([told], [])
        assert (told.bron, told.told_on, told.bevestigd_on, told.by) == ("coa", BEFORE, TODAY, world.alice)
        assert not awaits_confirmation(told)
        assert told.history.count() == 2


def test_confirming_what_changed_since_it_was_shown_confirms_nothing(world, dossier, told):
    with world.scope():
        told.waarde, told.version = "bakker", 2
        told.save()
        assert confirm_answers(dossier, {"beroep": 1}, by=world.alice, on=TODAY) == ([], [told])
        told.refresh_from_db()
        assert told.bevestigd_on is None


def test_confirming_nothing_or_twice_does_nothing(world, dossier, told):
    with world.scope():
        confirm_answers(dossier, {"beroep": 1}, by=world.alice, on=TODAY)
        later = TODAY + timedelta(days=1)
        assert confirm_answers(dossier, {"beroep": 2, "cv": 0}, by=world.bob, on=later) == ([], [])
        told.refresh_from_db()
        assert (told.bevestigd_on, told.version) == (TODAY, 2)


def test_two_editors_of_one_question_the_second_gets_both_and_nothing_is_lost(world, dossier):
    with world.scope():
        record_answers(dossier, [Given("beroep", "kok", 0)], by=world.alice, on=TODAY)
        both = [Given("beroep", "bakker", 0), Given("cv", True, 0)]
        recorded = record_answers(dossier, both, by=world.bob, on=TODAY)
        (conflict,) = recorded.conflicts
        assert (conflict.vraag, conflict.mine, conflict.theirs.waarde) == ("beroep", "bakker", "kok")
        assert set(recorded.saved) == {"cv"}
        assert answers_of(dossier)["beroep"].waarde == "kok"


def test_the_same_answer_twice_is_no_conflict_and_is_not_written_again(world, dossier):
    with world.scope():
        record_answers(dossier, [Given("werkwens", "koken\nbakken", 0)], by=world.alice, on=TODAY)
        recorded = record_answers(
            dossier, [Given("werkwens", " koken\r\nbakken ", 0)], by=world.bob, on=TODAY
        )
        row = answers_of(dossier)["werkwens"]
        assert recorded.conflicts == []
        assert (row.version, row.by, row.history.count()) == (1, world.alice, 1)


def test_no_is_not_the_same_answer_as_zero(world, dossier):
    own = {"gemeente": dossier.gemeente, "dossier": dossier, "bron": "import", "told_on": BEFORE}
    with world.scope():
        Intakegegeven.objects.create(**own, vraag="cv", waarde=0)
        record_answers(dossier, [Given("cv", False, 1)], by=world.alice, on=TODAY)
        assert answers_of(dossier)["cv"].waarde is False


def test_an_answer_can_be_taken_away_and_given_again(world, dossier):
    with world.scope():
        for version, waarde in enumerate((["fiets"], [], ["ov"])):
            record_answers(dossier, [Given("vervoer", waarde, version)], by=world.alice, on=TODAY)
            assert answers_of(dossier)["vervoer"].waarde == waarde
        assert answers_of(dossier)["vervoer"].version == 3


def test_an_emptied_answer_of_coa_asks_for_no_confirmation(world, dossier, told):
    with world.scope():
        record_answers(dossier, [Given("beroep", "", 1)], by=world.alice, on=TODAY)
        assert [one.to_confirm for one in progress_of(answers_of(dossier))] == [0] * 8


def test_nothing_is_written_when_one_answer_does_not_fit(world, dossier):
    with world.scope():
        for wrong in (Given("jaren_onderwijs", 99, 0), Given("bestaat_niet", "x", 0)):
            with pytest.raises(NotPossible):
                record_answers(dossier, [Given("beroep", "kok", 0), wrong], by=world.alice, on=TODAY)
        assert answers_of(dossier) == {}
        assert not BredeIntake.objects.exists()


def test_nothing_given_begins_nothing(world, dossier):
    with world.scope():
        recorded = record_answers(dossier, [], by=world.alice, on=TODAY)
        assert (dict(recorded.saved), list(recorded.conflicts)) == ({}, [])
        assert not BredeIntake.objects.exists()


def test_typing_all_day_is_one_line_a_section_in_the_logbook(world, dossier):
    def lines():
        rows = Gebeurtenis.objects.filter(dossier=dossier, kind="IntakegegevensVastgelegd")
        return sorted(rows.values_list("sentence", flat=True))

    with world.scope():
        for version, text in enumerate(("k", "ko", "kok")):
            record_answers(dossier, [Given("beroep", text, version)], by=world.alice, on=TODAY)
        assert lines() == ["Antwoorden van de brede intake vastgelegd: Werk."]
        record_answers(dossier, [Given("moedertaal", "Arabisch", 0)], by=world.alice, on=TODAY)
        record_answers(dossier, [Given("cv", True, 0)], by=world.bob, on=TODAY)
        record_answers(dossier, [Given("cv", False, 1)], by=world.bob, on=TODAY + timedelta(days=1))
        assert len(lines()) == 4
        assert not any("kok" in line or "Arabisch" in line for line in lines())
        assert answers_of(dossier)["beroep"].history.count() == 3

"""The brede intake: its questions, what the law says of it, and completing it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from meedoen.domain.brede_intake.actions import (
    Given,
    IntakeIncomplete,
    begin_intake,
    change_gesprek,
    complete_in_absentia,
    complete_intake,
    confirm_answers,
    offer_private_talk,
    record_answers,
    record_gesprek,
    reopen_intake,
    save_gezondheid,
    skip_after_move,
)
from meedoen.domain.brede_intake.facts import intake_facts
from meedoen.domain.brede_intake.models import (
    BredeIntake,
    Gezondheid,
    Intakegegeven,
    Intakegesprek,
    Leerbaarheidstoets,
    Oproep,
)
from meedoen.domain.brede_intake.selectors import answers_of, progress_of, shown_answers
from meedoen.domain.brede_intake.vraag import DAGDELEN, DAGEN, Groep, Soort, is_answered
from meedoen.domain.brede_intake.vragen import GEZONDHEID, ONDERDELEN, SECTIE_OF, SECTIES, VRAGEN, sectie
from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.models import Dossier, Gebeurtenis
from meedoen.domain.instroom.matching import ANSWERS
from meedoen.law.inburgering.brede_intake import IntakeFacts, intake_contents_missing

TODAY = date(2026, 6, 1)
WHY = "Drie keer opgeroepen, twee keer gebeld en een keer aan de deur geweest."
ENOUGH = {
    "jaren_onderwijs": 9,
    "beroep": "kok",
    "gezinssituatie": "alleen",
    "woonsituatie": "huur",
    "kind_voor_vve": False,
    "niveau_nederlands": "a1",
    "lezen_schrijven": "goed",
    "mogelijkheden_werk": "Kan nu al koken in een buurthuis.",
    "werkwens": "Een eigen restaurant.",
    "zelfredzaamheid": "zelf",
}


@pytest.fixture
def dossier(world):
    return world.dossier(world.alice)


def fresh(dossier):
    return Dossier.objects.get(pk=dossier.pk)


def answer(world, dossier, on=TODAY, **waarden):
    given = [Given(code, waarde, 0) for code, waarde in waarden.items()]
    return record_answers(dossier, given, by=world.alice, on=on)


def fill(world, dossier):
    """Do all that the law asks."""
    answer(world, dossier, **ENOUGH)
    offer_private_talk(dossier, by=world.alice, on=TODAY)
    talk = Intakegesprek(
        gemeente=dossier.gemeente, dossier=dossier, gevoerd_on=TODAY, plaats="azc", verslag="Kennisgemaakt."
    )
    record_gesprek(talk, by=world.alice, on=TODAY)
    health = Gezondheid(gemeente=dossier.gemeente, dossier=dossier, besproken_on=TODAY)
    save_gezondheid(health, by=world.alice, on=TODAY)
    Leerbaarheidstoets.objects.create(
        gemeente=dossier.gemeente, dossier=dossier, afgenomen_on=TODAY, resultaat="haalbaar"
    )


def rules(missing):
    return {outcome.rule.rpartition(".")[2] for outcome in missing}


# --- the questions -----------------------------------------------------------------------------------


def test_every_question_has_a_code_of_its_own_and_a_place_in_the_law():
    codes = [vraag.code for part in (*SECTIES, GEZONDHEID) for vraag in part.vragen]
    assert len(codes) == len(set(codes))
    assert all(str(part.artikel) and part.waarom for part in (*SECTIES, GEZONDHEID))
    assert all(SECTIE_OF[code].vragen for code in VRAGEN)
    assert sectie("werk") is not None
    assert sectie("bestaat-niet") is None


def test_the_codes_of_the_import_are_questions():
    assert set(ANSWERS) <= set(VRAGEN)


def test_what_covers_the_law_are_questions_and_facts_that_exist():
    assert {code for groups in ONDERDELEN.values() for group in groups for code in group} <= set(VRAGEN)
    assert set(ONDERDELEN) <= set(IntakeFacts.__dataclass_fields__)


def test_a_condition_names_another_question_and_an_answer_it_can_have():
    for vraag in VRAGEN.values():
        if vraag.wanneer is None:
            continue
        other = VRAGEN[vraag.wanneer.vraag]
        assert other.code != vraag.code
        for waarde in vraag.wanneer.een_van:
            assert waarde in {True, False} if other.soort is Soort.JA_NEE else waarde in dict(other.keuzes)


def test_health_is_asked_nowhere_but_in_its_own_group():
    assert {vraag.groep for vraag in VRAGEN.values()} == {Groep.GEWOON}
    assert {vraag.groep for vraag in GEZONDHEID.vragen} == {Groep.GEZONDHEID}
    assert {vraag.code for vraag in GEZONDHEID.vragen} == {"lichamelijk", "psychisch", "gevolgen"}
    assert not {vraag.code for vraag in GEZONDHEID.vragen} & set(VRAGEN)


@pytest.mark.parametrize(
    ("code", "right", "wrong"),
    [
        ("jaren_onderwijs", 0, -1),
        ("jaren_onderwijs", 40, 41),
        ("jaren_onderwijs", 3, True),
        ("cv", False, "nee"),
        ("beroep", "x" * 200, "x" * 201),
        ("werkwens", "x" * 6000, "x" * 6001),
        ("hoogste_diploma", "wat een bron vertelde", 5),
        ("vervoer", ["fiets", "ov"], ["vliegtuig"]),
        ("vanaf_on", "2026-09-01", "1 september"),
        ("dagdelen", ["ma_ochtend", "zo_avond"], ["ma_nacht"]),
    ],
)
def test_an_answer_fits_its_question_or_says_why_not(code, right, wrong):
    assert VRAGEN[code].fault(right) is None
    assert VRAGEN[code].tekst in VRAGEN[code].fault(wrong)
    assert VRAGEN[code].fault(VRAGEN[code].empty) is None


@pytest.mark.parametrize(
    ("code", "waarde", "shown"),
    [
        ("jaren_onderwijs", 0, "0 jaar"),
        ("kinderen_0_3", 2, "2"),
        ("cv", False, "nee"),
        ("cv", True, "ja"),
        ("hoogste_diploma", "middelbaar", "Middelbare school"),
        ("hoogste_diploma", "hts", "hts"),
        ("vervoer", ["fiets", "ov"], "Fiets, Bus of trein"),
        ("dagdelen", ["ma_ochtend", "do_avond"], "ma ochtend, do avond"),
        ("vanaf_on", "2026-09-01", "1 september 2026"),
        ("vanaf_on", "in september", "in september"),
        ("beroep", "", ""),
        ("vervoer", [], ""),
    ],
)
def test_an_answer_is_shown_in_dutch(code, waarde, shown):
    assert VRAGEN[code].shown(waarde) == shown


def test_zero_and_no_are_answers():
    assert [is_answered(one) for one in (0, False, "", [], None, "x")] == [
        True,
        True,
        False,
        False,
        False,
        True,
    ]


def test_the_grid_of_day_parts_is_seven_by_three():
    every = [f"{dag}_{deel}" for dag in DAGEN for deel in DAGDELEN]
    assert len(every) == 21
    assert VRAGEN["dagdelen"].fault(every) is None


@pytest.mark.parametrize(
    ("code", "waarden", "applies"),
    [
        ("diploma_land", {"hoogste_diploma": "bachelor"}, True),
        ("diploma_land", {"hoogste_diploma": "geen"}, False),
        ("diploma_land", {}, None),
        ("vve", {"kind_voor_vve": True}, True),
        ("vve", {"kind_voor_vve": False}, False),
        ("tolk_taal", {"tolk": "nee"}, False),
    ],
)
def test_some_questions_are_asked_only_when_another_answer_asks_for_it(code, waarden, applies):
    assert VRAGEN[code].wanneer.applies(waarden) is applies


# --- what the law says ------------------------------------------------------------------------------


def test_of_an_empty_intake_everything_is_missing(world, dossier):
    with world.scope():
        missing = intake_contents_missing(intake_facts(dossier), on=TODAY)
    assert len(missing) == 9


def test_a_filled_intake_lacks_nothing(world, dossier):
    with world.scope():
        fill(world, dossier)
        assert intake_contents_missing(intake_facts(fresh(dossier)), on=TODAY) == ()


@pytest.mark.parametrize("part", ONDERDELEN)
def test_each_group_of_questions_is_needed_for_its_part(world, dossier, part):
    with world.scope():
        fill(world, dossier)
        for group in ONDERDELEN[part]:
            rows = Intakegegeven.objects.filter(dossier=dossier, vraag__in=group)
            kept = list(rows)
            if part == "vve_verkend":
                yes = Intakegegeven.objects.get(dossier=dossier, vraag="kind_voor_vve")
                yes.waarde = True
                yes.save()
            else:
                assert kept
                rows.delete()
            assert getattr(intake_facts(fresh(dossier)), part) is None
            for row in kept:
                row.save(force_insert=True)


def test_what_others_told_counts_only_after_it_was_confirmed(world, dossier):
    own = {"gemeente": dossier.gemeente, "dossier": dossier, "bron": "coa", "told_on": date(2026, 1, 1)}
    with world.scope():
        Intakegegeven.objects.create(**own, vraag="jaren_onderwijs", waarde=9)
        Intakegegeven.objects.create(**own, vraag="beroep", waarde="kok")
        assert intake_facts(dossier).onderwijs_en_werk is None
        confirm_answers(dossier, {"jaren_onderwijs": 1, "beroep": 1}, by=world.alice, on=TODAY)
        assert intake_facts(fresh(dossier)).onderwijs_en_werk is True


def test_personal_circumstances_need_that_health_was_discussed(world, dossier):
    with world.scope():
        answer(world, dossier, gezinssituatie="alleen", woonsituatie="huur")
        assert intake_facts(fresh(dossier)).persoonlijke_omstandigheden is None
        health = Gezondheid(gemeente=dossier.gemeente, dossier=dossier, besproken_on=TODAY)
        save_gezondheid(health, by=world.alice, on=TODAY)
        assert intake_facts(fresh(dossier)).persoonlijke_omstandigheden is True


@pytest.mark.parametrize(
    ("waarden", "kind"),
    [
        ({}, None),
        ({"kinderen_0_3": 0}, None),
        ({"kinderen_0_3": 1}, True),
        ({"kinderen_0_3": 1, "kind_voor_vve": False}, False),
        ({"kinderen_0_3": 0, "kind_voor_vve": True}, True),
    ],
)
def test_no_child_under_four_may_still_be_one_of_four_or_five(world, dossier, waarden, kind):
    with world.scope():
        answer(world, dossier, **waarden)
        assert intake_facts(fresh(dossier)).kind_voor_vve is kind


# --- conversations, private talk, health -------------------------------------------------------------


def test_the_first_conversation_begins_the_intake_on_its_own_day(world, dossier):
    earlier = TODAY - timedelta(days=9)
    with world.scope():
        answer(world, dossier, cv=True)
        talk = Intakegesprek(gemeente=dossier.gemeente, dossier=dossier, gevoerd_on=earlier, plaats="azc")
        record_gesprek(talk, by=world.alice, on=TODAY)
        assert talk.by == world.alice
        assert BredeIntake.objects.get(dossier=dossier).gestart_on == earlier
        kinds = list(Gebeurtenis.objects.filter(dossier=dossier).values_list("kind", flat=True))
        assert kinds.count("IntakeBegonnen") == 1
        assert "IntakegesprekVastgelegd" in kinds


def test_a_conversation_in_the_future_is_refused(world, dossier):
    talk = Intakegesprek(
        gemeente=dossier.gemeente, dossier=dossier, gevoerd_on=TODAY + timedelta(days=1), plaats="thuis"
    )
    with world.scope():
        with pytest.raises(NotPossible, match="toekomst"):
            record_gesprek(talk, by=world.alice, on=TODAY)
        assert not Intakegesprek.objects.exists()


def test_a_changed_report_keeps_what_it_said_before(world, dossier):
    with world.scope():
        talk = Intakegesprek(gemeente=dossier.gemeente, dossier=dossier, gevoerd_on=TODAY, plaats="thuis")
        talk.verslag = "Eerste versie."
        record_gesprek(talk, by=world.alice, on=TODAY)
        talk.verslag = "Tweede versie."
        change_gesprek(talk, by=world.bob, on=TODAY)
        assert [(row.verslag, row.history_user) for row in talk.history.order_by("history_id")] == [
            ("Eerste versie.", world.alice),
            ("Tweede versie.", world.bob),
        ]


def test_pointing_out_the_private_talk_is_recorded_with_its_day(world, dossier):
    with world.scope():
        offer_private_talk(dossier, by=world.alice, on=TODAY)
        assert BredeIntake.objects.get(dossier=dossier).privegesprek_aangeboden_on == TODAY
        assert intake_facts(fresh(dossier)).gewezen_op_gesprek_alleen is True


def test_health_is_sealed_also_in_the_history_and_absent_from_the_logbook(world, dossier):
    secret = "kan niet lang staan"
    with world.scope():
        health = Gezondheid(gemeente=dossier.gemeente, dossier=dossier, besproken_on=TODAY)
        health.gevolgen = secret
        save_gezondheid(health, by=world.alice, on=TODAY)
        stored = Gezondheid.objects.get(dossier=dossier)
        assert stored.gevolgen == secret
        assert secret.encode() not in bytes(stored.gevolgen_sealed)
        assert all(secret.encode() not in bytes(row.gevolgen_sealed) for row in stored.history.all())
        log = Gebeurtenis.objects.filter(dossier=dossier)
        assert log.filter(kind="GezondheidBesproken").count() == 1
        assert not any(secret in row.sentence + row.reason + str(row.data) for row in log)


# --- completing --------------------------------------------------------------------------------------


def summary(dossier, text="Alles is besproken."):
    intake = BredeIntake.objects.get(dossier=dossier)
    intake.dossier = fresh(dossier)
    intake.samenvatting = text
    return intake


def test_a_complete_intake_can_be_completed(world, dossier):
    with world.scope():
        fill(world, dossier)
        complete_intake(summary(dossier), by=world.alice, on=TODAY)
        intake = BredeIntake.objects.get(dossier=dossier)
        assert (intake.afgerond_on, intake.bij_verstek) == (TODAY, False)
        assert Gebeurtenis.objects.filter(dossier=dossier, kind="BredeIntakeAfgerond").count() == 1


def test_an_incomplete_intake_says_what_is_missing_with_the_article(world, dossier):
    with world.scope():
        fill(world, dossier)
        Intakegegeven.objects.get(dossier=dossier, vraag="zelfredzaamheid").delete()
        with pytest.raises(IntakeIncomplete, match=r"zelfredzaamheid ontbreekt \(art\. 5\.2") as refused:
            complete_intake(summary(dossier), by=world.alice, on=TODAY)
        assert rules(refused.value.missing) == {"has_zelfredzaamheid"}
        assert BredeIntake.objects.get(dossier=dossier).afgerond_on is None


def test_an_intake_cannot_end_before_it_began_nor_twice(world, dossier):
    with world.scope():
        fill(world, dossier)
        with pytest.raises(NotPossible, match="voordat zij begon"):
            complete_intake(summary(dossier), by=world.alice, on=TODAY - timedelta(days=1))
        complete_intake(summary(dossier), by=world.alice, on=TODAY)
        with pytest.raises(NotPossible, match="al afgerond"):
            complete_intake(summary(dossier), by=world.alice, on=TODAY)


def test_an_intake_that_never_began_cannot_be_completed(world, dossier):
    with world.scope(), pytest.raises(NotPossible, match="nog niet begonnen"):
        complete_intake(BredeIntake(gemeente=dossier.gemeente, dossier=dossier), by=world.alice, on=TODAY)


def test_a_completed_intake_changes_only_after_it_was_reopened_with_a_reason(world, dossier):
    with world.scope():
        fill(world, dossier)
        complete_intake(summary(dossier), by=world.alice, on=TODAY)
        with pytest.raises(NotPossible, match="Heropen"):
            answer(world, dossier, cv=True)
        with pytest.raises(NotPossible, match="waarom"):
            reopen_intake(dossier, by=world.alice, reason=" ")
        reopen_intake(dossier, by=world.alice, reason="Nieuw diploma gevonden")
        answer(world, dossier, cv=True)
        assert answers_of(dossier)["cv"].waarde is True
        with pytest.raises(NotPossible, match="niet afgerond"):
            reopen_intake(dossier, by=world.alice, reason="Nog een keer")


def missed(dossier, count):
    for number in range(1, count + 1):
        Oproep.objects.create(
            gemeente=dossier.gemeente,
            dossier=dossier,
            nummer=number,
            verstuurd_on=TODAY,
            termijn_on=TODAY,
            gesprek_at=datetime(2026, 6, 1, 8, tzinfo=UTC),
            locatie="Gemeentehuis",
            uitkomst="niet_verschenen",
        )


def absent(dossier, why=WHY):
    return BredeIntake(
        gemeente=dossier.gemeente, dossier=fresh(dossier), verstek_motivering=why, samenvatting="Weinig."
    )


def test_in_absentia_only_after_three_calls_without_result(world, dossier):
    with world.scope():
        missed(dossier, 2)
        with pytest.raises(NotPossible, match=r"pas na 3 gemiste oproepen .*art\. 14, tweede lid"):
            complete_in_absentia(absent(dossier), by=world.alice, on=TODAY)


def test_in_absentia_needs_a_motivation_and_is_said_in_the_logbook(world, dossier):
    with world.scope():
        missed(dossier, 3)
        with pytest.raises(NotPossible, match="minstens 30 tekens"):
            complete_in_absentia(absent(dossier, "Kwam niet."), by=world.alice, on=TODAY)
        complete_in_absentia(absent(dossier), by=world.alice, on=TODAY)
        intake = BredeIntake.objects.get(dossier=dossier)
        assert (intake.afgerond_on, intake.bij_verstek, intake.gestart_on) == (TODAY, True, TODAY)
        event = Gebeurtenis.objects.get(dossier=dossier, kind="BredeIntakeAfgerond")
        assert event.reason == WHY
        assert event.data == {"bij_verstek": True}


def test_skipping_after_a_move_is_recorded_with_gemeente_and_reason(world, dossier):
    why = "De leerroute is vorig jaar in Utrecht vastgesteld na een volledige intake."
    with world.scope():
        with pytest.raises(NotPossible, match="alleen na een verhuizing"):
            skip_after_move(dossier, van="Utrecht", motivering=why, by=world.alice, on=TODAY)
        dossier.eerste_pip_elders = True
        dossier.save()
        with pytest.raises(NotPossible, match="welke gemeente"):
            skip_after_move(dossier, van=" ", motivering=why, by=world.alice, on=TODAY)
        skip_after_move(dossier, van="Utrecht", motivering=why, by=world.alice, on=TODAY)
        missing = rules(intake_contents_missing(intake_facts(fresh(dossier)), on=TODAY))
        assert not missing & {"has_leerbaarheidstoets", "has_onderwijs_en_werk"}
        assert "has_zelfredzaamheid" in missing
        intake = BredeIntake.objects.get(dossier=dossier)
        assert (intake.overgeslagen_on, intake.overgeslagen_van) == (TODAY, "Utrecht")


def test_beginning_twice_keeps_the_first_day(world, dossier):
    with world.scope():
        begin_intake(dossier, by=world.alice, on=TODAY)
        begin_intake(dossier, by=world.alice, on=TODAY + timedelta(days=5))
        assert BredeIntake.objects.get(dossier=dossier).gestart_on == TODAY


# --- progress ----------------------------------------------------------------------------------------


def test_progress_counts_only_what_is_asked_of_this_person(world, dossier):
    def stand(code):
        return next(one for one in progress_of(answers_of(dossier)) if one.sectie.code == code)

    with world.scope():
        everything = stand("onderwijs").asked
        answer(world, dossier, hoogste_diploma="bachelor")
        assert (stand("onderwijs").asked, stand("onderwijs").answered) == (everything + 3, 1)
        assert shown_answers(answers_of(dossier), ["beroep", "hoogste_diploma"]) == [
            ("Wat is uw hoogste diploma?", "Bachelor (hbo of universiteit)")
        ]

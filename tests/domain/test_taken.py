"""A row of the werkvoorraad tells the task or the step of the law, whichever is due first."""

from datetime import date, datetime, timedelta

import pytest
from django.utils.timezone import get_current_timezone

from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.keten.actions import drop_taak, finish_taak, make_taak
from meedoen.domain.keten.models import Taak
from meedoen.domain.keten.selectors import open_taken
from meedoen.domain.regio.tenancy import tenant_scope
from meedoen.domain.termijn.actions import reckon
from meedoen.domain.termijn.models import Werkpunt
from meedoen.domain.termijn.night import night
from meedoen.domain.termijn.selectors import Choice, options, werkpunten
from meedoen.domain.termijn.taken import OpenTaak, most_urgent
from meedoen.domain.termijn.told import Told

DAY = date(2026, 4, 1)
STEP = Told("pip", "Stel het PIP vast: de termijn loopt.", "Bi art. 5.3", DAY, "duo")


def taak(due_on, titel="Bel DUO", soort="SS131", uitleg="de uitslag is er"):
    return OpenTaak(soort, titel, uitleg, due_on)


@pytest.mark.parametrize(
    ("due_on", "tells_task"),
    [(DAY - timedelta(1), True), (DAY, False), (DAY + timedelta(1), False), (None, False)],
)
def test_the_task_is_told_when_it_is_due_before_the_step(due_on, tells_task):
    told = most_urgent(STEP, [taak(due_on)])
    assert told == (
        Told("pip", "Bel DUO: de uitslag is er.", "DUO SS131", due_on, "gemeente") if tells_task else STEP
    )


def test_a_step_without_date_gives_way_and_no_task_changes_nothing():
    waiting = STEP._replace(due_on=None)
    assert most_urgent(waiting, [taak(None, uitleg="")]).sentence == "Bel DUO."
    assert most_urgent(STEP, []) == STEP


def test_a_cause_of_our_own_names_no_event_and_a_long_reason_is_cut():
    told = most_urgent(STEP._replace(due_on=None), [taak(DAY, soort="geweigerd", uitleg="x" * 400)])
    assert told.citation == ""
    assert (len(told.sentence), told.sentence[-1]) == (300, "…")


@pytest.fixture
def dossier(world, time_machine):
    time_machine.move_to(datetime(2026, 4, 1, 12, tzinfo=get_current_timezone()))
    with tenant_scope([world.leusden.pk]):
        yield world.dossier(world.alice, kennisgeving_on=DAY, inschrijving_on=DAY)


def row(dossier):
    return Werkpunt.objects.get(dossier=dossier)


def test_making_and_ending_a_task_changes_the_row_at_once(world, dossier):
    reckon([dossier.pk], on=DAY)
    before = row(dossier)
    made = make_taak(
        dossier, "SS131", titel="Bekijk de uitslag", uitleg="DUO meldde haar", due_on=date(2022, 1, 3)
    )
    assert (row(dossier).sentence, row(dossier).due_on, row(dossier).taken, row(dossier).code) == (
        "Bekijk de uitslag: DUO meldde haar.",
        date(2022, 1, 3),
        1,
        before.code,
    )
    finish_taak(made, by=world.alice, hoe="besproken met haar")
    assert (row(dossier).sentence, row(dossier).taken) == (before.sentence, 0)
    assert [str(event.sentence) for event in dossier.gebeurtenissen.all()[:2]] == [
        "Taak gedaan: Bekijk de uitslag.",
        "Nieuwe taak: Bekijk de uitslag.",
    ]


def test_one_open_task_of_a_kind_and_a_done_one_is_not_done_again(world, dossier):
    first = make_taak(dossier, "SS126", titel="Kies een leerroute")
    assert make_taak(dossier, "SS126", titel="Kies een leerroute") == first
    assert make_taak(dossier, "SS126", titel="Kies een leerroute", onderwerp="2") != first
    with pytest.raises(NotPossible, match="Schrijf kort hoe"):
        finish_taak(first, by=world.alice, hoe="  ")
    finish_taak(first, by=world.alice, hoe="gekozen")
    with pytest.raises(NotPossible, match="al afgehandeld"):
        finish_taak(first, by=world.alice, hoe="nog eens")
    drop_taak(first, hoe="te laat")
    first.refresh_from_db()
    assert (first.status, first.hoe) == (Taak.Status.GEDAAN, "gekozen")
    assert make_taak(dossier, "SS126", titel="Kies een leerroute") != first


def test_open_tasks_stand_with_the_most_urgent_first(dossier):
    late = make_taak(dossier, "SS131", titel="later", due_on=DAY + timedelta(9))
    none = make_taak(dossier, "SS142", titel="zonder datum")
    soon = make_taak(dossier, "SS126", titel="nu", due_on=DAY)
    assert open_taken(dossier) == [soon, late, none]


def test_the_night_says_the_same_and_a_closed_dossier_tells_no_tasks(world, dossier):
    make_taak(dossier, "SS131", titel="Bekijk de uitslag", due_on=date(2022, 1, 3))
    reckon([dossier.pk], on=DAY)
    said = row(dossier)
    Werkpunt.objects.filter(pk=said.pk).update(sentence="oud", taken=7)
    night(DAY)
    assert (row(dossier).sentence, row(dossier).taken) == (said.sentence, 1)
    dossier.afgesloten_on = DAY
    dossier.save()
    night(DAY)
    assert (row(dossier).taken, row(dossier).sentence) == (0, row(dossier).sentence)
    assert "Bekijk de uitslag" not in row(dossier).sentence


def test_the_list_can_be_narrowed_to_rows_with_a_task(world, dossier):
    other = world.dossier(world.alice)
    make_taak(dossier, "SS131", titel="Bekijk de uitslag")
    reckon([dossier.pk, other.pk], on=DAY)
    places = (world.leusden.pk,)
    found = werkpunten(Choice(places, world.alice.pk, DAY, steps=frozenset({"taak"})))
    assert [werkpunt.dossier_id for werkpunt in found] == [dossier.pk]
    both = frozenset({"taak", row(other).code})
    assert werkpunten(Choice(places, world.alice.pk, DAY, steps=both)).count() == 2
    assert "taak" in options(places)["steps"]

"""Who holds a message: a stale claim is given back, and an answer that came too late is not lost."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.keten.actions import (
    Attempt,
    accept_bericht,
    anything_due,
    claim_due,
    drop_bericht,
    free_stale,
    postpone_bericht,
    queue_bericht,
    refuse_bericht,
    replace_bericht,
    retry_now,
    stop_bericht,
    unclaim,
)
from meedoen.domain.keten.faults import CERTIFICAAT, VORM
from meedoen.domain.keten.models import Bericht, DUOAansluiting, Poging, Taak
from meedoen.domain.keten.pauses import PAUSES, next_attempt, next_probe
from meedoen.domain.regio.models import Rol

Status = Bericht.Status
NOW = timezone.now()
OLD = timedelta(minutes=2)


@pytest.fixture
def connected(world):
    DUOAansluiting.objects.create(gemeente=world.leusden, manier="m2m", oin="0" * 20)
    return world


@pytest.fixture
def bericht(connected):
    dossier = connected.dossier(connected.alice)
    with connected.scope():
        return queue_bericht(dossier, "pip", omschrijving="PIP", by=connected.alice)


def now():
    return timezone.now()


def claim(at=None):
    (claimed,) = claim_due(at=at or now(), limit=5)
    return claimed


def kept(world, bericht):
    with world.scope():
        return Bericht.objects.get(pk=bericht.pk)


def test_a_stale_claim_is_given_back_as_uncertain_with_the_same_bericht_id(connected, bericht):
    claimed = claim()
    assert free_stale(at=claimed.claimed_at + OLD, older_than=OLD) == 0
    assert free_stale(at=claimed.claimed_at + OLD + timedelta(seconds=1), older_than=OLD) == 1
    again = kept(connected, bericht)
    assert (again.status, again.onzeker, again.claimed_at) == (Status.KLAAR, True, None)
    assert again.bericht_id == bericht.bericht_id
    assert claim(now() + timedelta(hours=1)).onzeker is True


def test_what_was_claimed_and_not_brought_is_given_back_as_it_was(connected, bericht):
    unclaim([claim()])
    again = kept(connected, bericht)
    assert (again.status, again.onzeker, again.pogingen_gedaan) == (Status.KLAAR, False, 0)
    assert claim() == bericht


def test_an_answer_that_came_after_the_claim_grew_stale_counts(connected, bericht):
    claimed = claim()
    free_stale(at=now() + timedelta(hours=1), older_than=OLD)
    with connected.scope():
        accept_bericht(claimed, Attempt(now(), status_code=201))
    assert kept(connected, bericht).status == Status.AANGENOMEN
    assert claim_due(at=now() + timedelta(hours=2), limit=5) == []


@pytest.mark.parametrize("verb", [accept_bericht, refuse_bericht])
def test_who_lost_the_claim_to_another_leaves_only_a_trail(connected, bericht, verb):
    first = claim()
    free_stale(at=now() + timedelta(hours=1), older_than=OLD)
    second = claim(now() + timedelta(hours=1))
    with connected.scope():
        verb(first, Attempt(now()))
        assert Poging.objects.count() == 1
        assert Taak.objects.count() == 0
    assert kept(connected, bericht).status == Status.BEZIG
    with connected.scope():
        accept_bericht(second, Attempt(now()))
    assert kept(connected, bericht).status == Status.AANGENOMEN


def test_what_is_under_way_cannot_be_dropped_by_who_read_it_before(connected, bericht):
    claim()
    with connected.scope(), pytest.raises(NotPossible, match="al onderweg"):
        drop_bericht(bericht, by=connected.alice, reason="vergissing")
    assert kept(connected, bericht).status == Status.BEZIG


def test_what_duo_took_is_taken_also_when_it_was_dropped_meanwhile(connected, bericht):
    claimed = claim()
    free_stale(at=now() + timedelta(hours=1), older_than=OLD)
    with connected.scope():
        drop_bericht(bericht, by=connected.alice, reason="vergissing")
        accept_bericht(claimed, Attempt(now(), status_code=201))
    assert kept(connected, bericht).status == Status.AANGENOMEN


def test_a_stuck_message_that_was_mended_is_not_sent_as_well(connected, bericht):
    with connected.scope():
        stop_bericht(claim(), Attempt(now(), status_code=400), VORM)
        bericht.refresh_from_db()
        replace_bericht(bericht, by=connected.alice, body={})
        with pytest.raises(NotPossible, match="al een verbeterd bericht"):
            retry_now(bericht, connected.alice)


def test_a_refusal_that_came_too_late_does_not_stop_the_message(connected, bericht):
    claimed = claim()
    free_stale(at=now() + timedelta(hours=1), older_than=OLD)
    with connected.scope():
        refuse_bericht(claimed, Attempt(now(), status_code=403))
    assert kept(connected, bericht).status == Status.KLAAR


def test_a_fault_of_the_connection_is_told_the_beheerder_at_once_and_once(connected, bericht):
    for hours in (0, 1, 2):
        at = now() + timedelta(hours=hours)
        claimed = claim(at)
        with connected.scope():
            postpone_bericht(claimed, Attempt(at, texts=["verlopen"]), arrived=False, fault=CERTIFICAAT)
    with connected.scope():
        taak = Taak.objects.get()
        assert (taak.titel, taak.rol) == ("Herstel de verbinding met DUO", Rol.BEHEERDER)
        assert Poging.objects.first().foutteksten == ["verlopen"]
        assert Poging.objects.first().uitkomst == Poging.Uitkomst.FOUT
    assert kept(connected, bericht).onzeker is False


def test_nothing_is_due_for_who_is_not_connected(connected, bericht):
    assert anything_due(at=now()) is True
    DUOAansluiting.objects.update(manier="handmatig")
    assert anything_due(at=now()) is False
    assert claim_due(at=now(), limit=5) == []


def test_pauses_grow_and_are_spread():
    number = uuid.uuid4()
    for attempts in range(1, 10):
        plain = PAUSES[min(attempts, len(PAUSES)) - 1]
        assert plain <= next_attempt(NOW, attempts, number) - NOW <= 1.2 * plain
    spread = {next_attempt(NOW, 1, uuid.UUID(int=n)) for n in range(100)}
    assert len(spread) == 100


@pytest.mark.parametrize(("down", "pause"), [(0, 10), (5, 10), (20, 20), (200, 200), (301, 300), (9999, 300)])
def test_duo_is_tried_more_and_more_seldom_while_it_is_down(down, pause):
    failed = NOW + timedelta(seconds=down)
    assert next_probe(NOW, failed) - failed == timedelta(seconds=pause)

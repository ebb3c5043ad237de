"""Dossiers go to a klantmanager who works there, with a reason, and never over somebody else's change."""

from datetime import date, timedelta

import pytest

from meedoen.domain.dossier.assigning import AssignedMeanwhile, CannotAssign, assign, klantmanagers_for, take
from meedoen.domain.dossier.models import Dossier, Gebeurtenis

TODAY = date(2026, 4, 1)
REASON = "Alice is met verlof"


def test_assigning_is_kept_with_its_reason(world):
    ids = {world.dossier(world.alice).pk: 1, world.dossier(None).pk: 1}
    with world.scope():
        done = assign(ids, klantmanager=world.bob, reason=REASON, by=world.tineke, on=TODAY)
        assert [dossier.klantmanager for dossier in done] == [world.bob, world.bob]
        for dossier in Dossier.objects.filter(pk__in=ids):
            assert (dossier.klantmanager, dossier.team, dossier.version) == (world.bob, world.team, 2)
            last = dossier.history.latest()
            assert (last.history_change_reason, last.history_user) == (REASON, world.tineke)
        sentences = set(Gebeurtenis.objects.values_list("sentence", "reason", "by__naam"))
    assert sentences == {
        ("Het dossier ging van Alice naar Bob.", REASON, "Tineke"),
        ("Het dossier ging van niemand naar Bob.", REASON, "Tineke"),
    }


def test_the_new_owner_shows_in_the_worklist_at_once(world):
    dossier = world.dossier(world.alice)
    with world.scope():
        assign({dossier.pk: 1}, klantmanager=world.bob, reason=REASON, by=world.tineke, on=TODAY)
        assert Dossier.objects.get(pk=dossier.pk).werkpunt.code


def test_laying_back_leaves_nobody(world):
    dossier = world.dossier(world.alice)
    with world.scope():
        assign({dossier.pk: 1}, klantmanager=None, reason=REASON, by=world.tineke, on=TODAY)
        dossier.refresh_from_db()
        assert dossier.klantmanager is None
        assert dossier.team == world.team
        assert "teruggelegd door Alice" in dossier.gebeurtenissen.get().sentence


def test_the_same_klantmanager_again_changes_nothing(world):
    dossier = world.dossier(world.alice)
    with world.scope():
        assign({dossier.pk: 1}, klantmanager=world.alice, reason=REASON, by=world.tineke, on=TODAY)
        dossier.refresh_from_db()
        assert dossier.version == 1
        assert not dossier.gebeurtenissen.exists()


@pytest.mark.parametrize("reason", ["", "   "])
def test_a_reason_is_needed(world, reason):
    dossier = world.dossier(world.alice)
    with world.scope(), pytest.raises(CannotAssign, match="waarom"):
        assign({dossier.pk: 1}, klantmanager=world.bob, reason=reason, by=world.tineke, on=TODAY)


def test_without_dossiers_there_is_nothing_to_assign(world):
    with world.scope(), pytest.raises(CannotAssign, match="Kies eerst"):
        assign({}, klantmanager=world.bob, reason=REASON, by=world.tineke, on=TODAY)


@pytest.mark.parametrize("name", ["charlie", "tineke", "nobody"])
def test_only_to_a_klantmanager_of_that_gemeente(world, name):
    dossier = world.dossier(world.alice)
    with world.scope(), pytest.raises(CannotAssign, match="werkt niet als klantmanager voor Leusden"):
        assign({dossier.pk: 1}, klantmanager=world.people[name], reason=REASON, by=world.tineke, on=TODAY)


def test_not_to_somebody_whose_role_has_ended(world):
    dossier = world.dossier(world.alice)
    world.bob.aanstellingen.update(until=TODAY)
    with world.scope():
        assert world.bob not in klantmanagers_for([world.leusden.pk], on=TODAY)
        assert world.bob in klantmanagers_for([world.leusden.pk], on=TODAY - timedelta(days=1))
        with pytest.raises(CannotAssign):
            assign({dossier.pk: 1}, klantmanager=world.bob, reason=REASON, by=world.tineke, on=TODAY)


def test_dossiers_of_two_gemeenten_go_to_who_works_for_both(world):
    both = [world.leusden.pk, world.amersfoort.pk]
    assert list(klantmanagers_for(both, on=TODAY)) == [world.regina]


def test_of_two_who_assign_at_the_same_time_the_second_is_told_and_nothing_happens(world):
    first, second = world.dossier(None), world.dossier(None)
    seen = {first.pk: 1, second.pk: 1}
    with world.scope():
        assign({second.pk: 1}, klantmanager=world.alice, reason=REASON, by=world.tineke, on=TODAY)
        with pytest.raises(AssignedMeanwhile, match="1 dossier is intussen") as raised:
            assign(seen, klantmanager=world.bob, reason=REASON, by=world.tineke, on=TODAY)
        assert raised.value.dossiers == [second]
        owners = dict(Dossier.objects.values_list("pk", "klantmanager__naam"))
    assert owners == {first.pk: None, second.pk: "Alice"}


def test_a_klantmanager_takes_what_nobody_has(world):
    dossier = world.dossier(None)
    with world.scope():
        assert take(dossier, version=1, by=world.alice, on=TODAY).klantmanager == world.alice
        with pytest.raises(CannotAssign, match="intussen een klantmanager: Alice"):
            take(dossier, version=1, by=world.bob, on=TODAY)
        assert Dossier.objects.get(pk=dossier.pk).klantmanager == world.alice


def test_what_was_changed_meanwhile_is_not_taken(world):
    dossier = world.dossier(None, version=3)
    with world.scope(), pytest.raises(AssignedMeanwhile):
        take(dossier, version=2, by=world.alice, on=TODAY)

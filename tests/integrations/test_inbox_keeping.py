"""Keeping an event: once, for the gemeente it is meant for, with nothing readable of the person."""

import uuid
from datetime import UTC, datetime, timedelta, timezone

import pytest
from django.db import connection

from meedoen.domain.keten.actions import NotKept, keep_notificatie
from meedoen.domain.keten.models import Notificatie

AT = datetime(2026, 5, 12, 9, 30, tzinfo=UTC)
BSN = "999990019"


def keep(gemeente, **changes):
    given = {"code": "SS131", "registratie_at": AT, "received_at": AT, "bsn": BSN} | changes
    return keep_notificatie(gemeente.pk, **given)


def test_an_event_is_kept_with_its_person_sealed(world):
    with world.scope(world.leusden):
        assert keep(world.leusden)
        row = Notificatie.objects.get()
        assert (row.bsn, row.gebeurtenis_id, row.status, row.weg) == (BSN, "SS131", "ontvangen", "m2m")
        assert row.registratie_at == row.received_at == row.next_attempt_at == AT
        assert BSN.encode() not in bytes(row.bsn_sealed)
        with connection.cursor() as cursor:
            cursor.execute("select * from keten_notificatie")
            assert BSN not in str(cursor.fetchall())


def test_the_same_berichtid_is_one_row(world):
    number = uuid.uuid4()
    with world.scope(world.leusden):
        assert keep(world.leusden, bericht_id=number)
        assert not keep(world.leusden, bericht_id=number, registratie_at=AT + timedelta(hours=1))
        assert Notificatie.objects.count() == 1


def test_the_same_moment_person_and_code_are_one_row_whoever_brings_it(world):
    amsterdam = AT.astimezone(timezone(timedelta(hours=2)))
    with world.scope(world.leusden):
        assert keep(world.leusden, bericht_id=uuid.uuid4())
        assert not keep(world.leusden, bericht_id=uuid.uuid4(), registratie_at=amsterdam)
        assert not keep(world.leusden, weg=Notificatie.Weg.GEPLAKT, by=world.alice)
        assert Notificatie.objects.get().by is None


@pytest.mark.parametrize(
    "other",
    [
        {"code": "SS199"},
        {"registratie_at": AT + timedelta(microseconds=1)},
        {"bsn": "999990020"},
        {"bsn": "", "v_nummer": "2800000001"},
        {"bsn": ""},
    ],
)
def test_another_moment_person_or_code_is_another_event(world, other):
    with world.scope(world.leusden):
        assert keep(world.leusden)
        assert keep(world.leusden, **other)
        assert Notificatie.objects.count() == 2


def test_an_event_for_two_gemeenten_is_a_row_for_each_that_the_other_does_not_see(world):
    number = uuid.uuid4()
    with world.scope(world.leusden):
        assert keep(world.leusden, bericht_id=number)
    with world.scope(world.amersfoort):
        assert keep(world.amersfoort, bericht_id=number)
        assert Notificatie.objects.count() == 1
    with world.scope():
        prints = set(Notificatie.objects.values_list("vingerafdruk", flat=True))
        assert len(prints) == len(set(Notificatie.objects.values_list("bsn_index", flat=True))) == 2


def test_nobody_is_told_that_it_was_received_when_the_row_is_not_there(world, monkeypatch):
    monkeypatch.setattr(type(Notificatie.objects), "bulk_create", lambda *args, **kwargs: [])
    with world.scope(world.leusden), pytest.raises(NotKept):
        keep(world.leusden)


def test_what_a_medewerker_pasted_says_who_did(world):
    with world.scope(world.leusden):
        assert keep(world.leusden, weg="geplakt", by=world.alice)
        row = Notificatie.objects.get()
        assert (row.weg, row.by) == (Notificatie.Weg.GEPLAKT, world.alice)


def test_keeping_takes_two_statements(world, django_assert_num_queries):
    with world.scope(world.leusden), django_assert_num_queries(2):
        keep(world.leusden)

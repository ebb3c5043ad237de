"""Health: its own page, permission and evidence; sealed in the database, on no other page, in no log."""

import logging

import pytest
from django.db import connection
from django.urls import reverse
from django.utils.timezone import localdate

from meedoen.domain.brede_intake.models import Gezondheid
from meedoen.domain.dossier.models import Gebeurtenis
from meedoen.domain.regio.models import Verwerking

SECRET = "kan-niet-lang-zitten-4c1d"


@pytest.fixture
def dossier(world):
    return world.dossier(world.alice)


@pytest.fixture
def page(dossier):
    return reverse("klantmanager:gezondheid", args=[dossier.pk])


def written(**changes):
    return {
        "version": "0",
        "lichamelijk": "",
        "psychisch": "",
        "gevolgen": SECRET,
        "besproken_on": f"{localdate():%d-%m-%Y}",
    } | changes


def test_the_klantmanager_writes_and_reads_it(world, dossier, page, as_):
    alice = as_("alice")
    assert alice.post(page, written()).status_code == 302
    shown = alice.get(page)
    assert SECRET in shown.content.decode()
    assert "no-store" in shown["Cache-Control"]
    with world.scope():
        health = Gezondheid.objects.get(dossier=dossier)
        assert (health.gevolgen, health.psychisch, health.version) == (SECRET, "", 1)


@pytest.mark.parametrize(
    ("name", "status"),
    [("bob", 403), ("tineke", 403), ("aad", 403), ("ingrid", 403), ("bas", 403), ("charlie", 404)],
)
def test_nobody_else_opens_or_changes_it(world, dossier, page, as_, name, status):
    as_("alice").post(page, written())
    other = as_(name)
    for answer in (other.get(page), other.post(page, written(version="1", gevolgen="weg"))):
        assert answer.status_code == status
        assert SECRET not in answer.content.decode()
    with world.scope():
        assert Gezondheid.objects.get().gevolgen == SECRET


def test_opening_it_is_evidence_of_its_own(world, dossier, page, as_):
    alice = as_("alice")
    alice.get(page)
    alice.post(page, written())
    with world.scope():
        actions = set(
            Verwerking.objects.filter(dossier_id_logged=dossier.pk).values_list("action", flat=True)
        )
    assert actions == {"gezondheid", "gezondheid-wijzigen"}


def test_opening_it_makes_nothing(world, page, as_):
    as_("alice").get(page)
    with world.scope():
        assert not Gezondheid.objects.exists()


def test_nothing_is_readable_in_the_database(world, page, as_):
    alice = as_("alice")
    alice.post(page, written(lichamelijk=SECRET, psychisch=SECRET))
    alice.post(page, written(version="1", gevolgen=f"{SECRET} en nog iets"))
    found = []
    with world.scope(), connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'select * from "{table}"')
            for row in cursor.fetchall():
                cells = [bytes(c) if isinstance(c, bytes | memoryview) else str(c).encode() for c in row]
                found += [table for cell in cells if SECRET.encode() in cell]
    assert found == []
    with world.scope():
        assert Gezondheid.history.count() == 2


def test_no_other_page_of_the_dossier_and_no_log_shows_it(world, dossier, page, as_, caplog):
    caplog.set_level(logging.INFO)
    alice = as_("alice")
    alice.post(page, written())
    for name in (
        "dossier",
        "intake",
        "intakegesprekken",
        "oproepen",
        "leerroute",
        "pip",
        "logboek",
        "geschiedenis",
    ):
        answer = alice.get(reverse(f"klantmanager:{name}", args=[dossier.pk]))
        assert answer.status_code == 200, name
        assert SECRET not in answer.content.decode(), name
    assert not any(SECRET in record.getMessage() for record in caplog.records)
    with world.scope():
        assert not any(SECRET in row.sentence + row.reason for row in Gebeurtenis.objects.all())
        assert Gebeurtenis.objects.filter(kind="GezondheidBesproken").count() == 1


def test_two_windows_keep_both_texts(world, page, as_):
    alice = as_("alice")
    alice.post(page, written())
    alice.post(page, written(version="1", gevolgen="eerste"))
    late = alice.post(page, written(version="1", gevolgen="tweede"))
    assert late.status_code == 409
    assert "eerste" in late.content.decode()
    assert "tweede" in late.content.decode()
    with world.scope():
        assert Gezondheid.objects.get().gevolgen == "eerste"


def test_two_who_begin_at_the_same_time(world, page, as_):
    """The second still thinks that there is nothing yet."""
    alice = as_("alice")
    assert alice.post(page, written()).status_code == 302
    assert alice.post(page, written(gevolgen="ook begonnen")).status_code == 409


def test_nothing_stays_in_the_browser(page, as_):
    text = as_("alice").get(page).content.decode()
    assert "data-keep" not in text
    assert "data-autosave=" not in text
    assert text.count("data-nostore") == 3


def test_a_talk_of_tomorrow_is_refused(world, page, as_):
    answer = as_("alice").post(page, written(besproken_on="1-1-2999"))
    assert "toekomst" in answer.content.decode()
    assert SECRET in answer.content.decode()
    with world.scope():
        assert not Gezondheid.objects.exists()

"""Secrets stay where they belong: every role opens every page, nothing is out of place (A7, B5)."""

import logging

import pytest
from django.db import connection
from django.urls import reverse

from meedoen.domain.brede_intake.models import Gezondheid
from meedoen.domain.dossier.models import Dossier
from tests.house.crawl import OURS, pages

HEALTH = "kanarie-gezondheid-7f3a"
# Tables that grow when somebody looks: the evidence itself, and the session.
EVIDENCE = {"regio_verwerking", "regio_beveiligingsgebeurtenis", "django_session"}


@pytest.fixture
def secrets(world, landscape):
    """The numbers of Alice's own dossier, and a word in its health page."""
    with world.scope():
        dossier = Dossier.objects.get(pk=landscape.parts["own"]["dossier_id"])
        health = Gezondheid(gemeente=dossier.gemeente, dossier=dossier)
        health.lichamelijk = health.psychisch = health.gevolgen = HEALTH
        health.save()
        person = dossier.inburgeringsplichtige
        return {"bsn": person.bsn, "v_nummer": person.v_nummer}


@pytest.mark.parametrize("role", ["klantmanager", "teamleider", "inkoper", "beheerder", "auditor"])
def test_no_page_shows_a_whole_bsn_or_v_nummer(role, clients, landscape, secrets):
    opened = pages(clients[role], landscape)
    assert opened
    leaks = [
        (name, kind) for name, body in opened.items() for kind, number in secrets.items() if number in body
    ]
    assert leaks == []


@pytest.mark.parametrize("role", ["klantmanager", "teamleider", "inkoper", "beheerder", "auditor"])
def test_health_stands_on_its_own_page_only(role, clients, landscape, secrets):
    opened = pages(clients[role], landscape)
    places = sorted(name for name, body in opened.items() if HEALTH in body)
    assert places == (["klantmanager:gezondheid"] if role == "klantmanager" else [])


def test_health_and_numbers_are_unreadable_in_the_database(world, secrets):
    wanted = (HEALTH, *secrets.values())
    found = []
    with world.scope(), connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'select * from "{table}"')
            for row in cursor.fetchall():
                text = " ".join(
                    bytes(c).decode("latin-1") if isinstance(c, bytes | memoryview) else str(c) for c in row
                )
                found += [(table, word) for word in wanted if word in text]
    assert found == []


def test_no_number_in_an_address_a_title_or_the_log(clients, landscape, secrets, caplog):
    caplog.set_level(logging.DEBUG)
    for body in pages(clients["klantmanager"], landscape).values():
        title = body.partition("<title>")[2].partition("</title>")[0]
        assert not any(number in title for number in secrets.values())
        assert not any(f"={number}" in body or f"/{number}" in body for number in secrets.values())
    clients["klantmanager"].post(reverse("klantmanager:zoeken"), {"q": secrets["bsn"]})
    lines = [record.getMessage() for record in caplog.records if record.name != "django.db.backends"]
    assert not any(number in line for number in secrets.values() for line in lines)


def content_of_database() -> dict[str, list]:
    with connection.cursor() as cursor:
        tables = [t for t in connection.introspection.table_names(cursor) if t not in EVIDENCE]
        content = {}
        for table in sorted(tables):
            cursor.execute(f'select * from "{table}"')
            content[table] = sorted(map(repr, cursor.fetchall()))
    return content


@pytest.mark.parametrize("role", ["klantmanager", "teamleider", "beheerder", "auditor"])
def test_opening_pages_changes_nothing(role, world, clients, landscape):
    with world.scope():
        before = content_of_database()
    pages(clients[role], landscape)
    with world.scope():
        after = content_of_database()
    assert {table for table in after if before[table] != after[table]} == set()


def test_every_address_was_tried():
    """The control: the crawl knows the addresses of a dossier."""
    assert {"klantmanager:dossier", "klantmanager:intake", "klantmanager:pip"} <= {
        address.name for address in OURS
    }

"""Working notes: one's own to change, with a version."""

import pytest
from django.urls import reverse

from meedoen.domain.dossier.actions import write_note
from meedoen.domain.dossier.models import Notitie
from meedoen.web.once import new_key


@pytest.fixture
def dossier(world):
    return world.dossier(world.alice)


@pytest.fixture
def note(world, dossier):
    with world.scope():
        return write_note(dossier, tekst="Belt liever in de ochtend.", by=world.alice)


def address(dossier):
    return reverse("klantmanager:notities", args=[dossier.pk])


def edit_address(note, dossier=None):
    return reverse("klantmanager:notitie", args=[(dossier or note.dossier).pk, note.pk])


def test_a_note_is_kept_once(world, dossier, as_):
    alice, data = as_("alice"), {"tekst": "Wil graag naar het mbo <b>", "verzending": new_key()}
    assert alice.post(address(dossier), data).status_code == 302
    assert alice.post(address(dossier), data).status_code == 302
    assert "Wil graag naar het mbo &lt;b&gt;" in alice.get(address(dossier)).content.decode()
    with world.scope():
        assert Notitie.objects.get().by == world.alice


def test_an_empty_note_is_refused(world, dossier, as_):
    assert as_("alice").post(address(dossier), {"tekst": "  ", "verzending": new_key()}).status_code == 200
    with world.scope():
        assert not Notitie.objects.exists()


def test_only_the_writer_changes_it(world, note, as_):
    assert as_("alice").get(edit_address(note)).status_code == 200
    assert as_("tineke").get(edit_address(note)).status_code == 403
    assert as_("bob").get(edit_address(note)).status_code == 403
    assert as_("charlie").get(edit_address(note)).status_code == 404
    other = world.dossier(world.alice)
    assert as_("alice").get(edit_address(note, other)).status_code == 404


def test_two_windows_of_the_same_writer(world, note, as_):
    alice = as_("alice")
    assert alice.post(edit_address(note), {"tekst": "Eerste", "version": "1"}).status_code == 302
    late = alice.post(edit_address(note), {"tekst": "Tweede", "version": "1"})
    assert late.status_code == 409
    assert "Eerste" in late.content.decode()
    assert "Tweede" in late.content.decode()
    with world.scope():
        assert Notitie.objects.get().tekst == "Eerste"


def test_inkoper_and_auditor_read_no_notes(dossier, as_):
    assert as_("ingrid").get(address(dossier)).status_code == 403
    assert as_("aad").get(address(dossier)).status_code == 403

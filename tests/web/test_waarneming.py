"""Break-glass: a reason, one dossier, one hour, seen by the owner and judged afterwards."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from meedoen.domain.dossier.models import Gebeurtenis, Waarneming
from meedoen.domain.regio.models import Beveiligingsgebeurtenis, Verwerking
from meedoen.web.once import new_key

REASON = "Alice is ziek en het gesprek van vanmiddag gaat door"


@pytest.fixture
def dossier(world):
    return world.dossier(world.alice, persoon__voornaam="Samira")


def address(part, dossier):
    return reverse(f"klantmanager:{part}", args=[dossier.pk])


def ask(client, dossier, reason=REASON, key=None):
    return client.post(address("waarneming", dossier), {"reden": reason, "verzending": key or new_key()})


def test_a_reason_opens_one_dossier_for_an_hour(world, dossier, as_):
    other = world.dossier(world.alice)
    bob = as_("bob")
    assert bob.get(address("waarneming", dossier)).status_code == 200
    answer = ask(bob, dossier)
    assert (answer.status_code, answer["Location"]) == (302, address("dossier", dossier))
    for part in ("dossier", "gegevens", "notities", "logboek", "documenten"):
        page = bob.get(address(part, dossier))
        assert page.status_code == 200
        assert "U neemt waar in het dossier van een collega" in page.content.decode()
        assert REASON in page.content.decode()
    assert bob.get(address("dossier", other)).status_code == 403
    with world.scope():
        row = Waarneming.objects.get()
        assert row.until - row.since == timedelta(minutes=60)


def test_every_use_says_that_it_was_with_a_reason(world, dossier, as_):
    bob = as_("bob")
    ask(bob, dossier)
    bob.get(address("dossier", dossier))
    with world.scope():
        row = Verwerking.objects.get(actor=world.bob, action="lezen")
        assert (row.break_glass, row.reason) == (True, REASON)


def test_after_the_hour_it_is_closed_again(world, dossier, as_):
    bob = as_("bob")
    ask(bob, dossier)
    with world.scope():
        row = Waarneming.objects.get()
        row.until = timezone.now() - timedelta(seconds=1)
        row.save()
    assert bob.get(address("dossier", dossier)).status_code == 403


def test_stopping_closes_it_at_once(dossier, as_):
    bob = as_("bob")
    ask(bob, dossier)
    assert bob.post(address("waarneming-stoppen", dossier)).status_code == 302
    assert bob.get(address("dossier", dossier)).status_code == 403


def test_the_waarneming_of_another_colleague_opens_nothing(world, dossier, as_):
    ask(as_("bob"), dossier)
    assert as_("regina").get(address("dossier", dossier)).status_code == 403


@pytest.mark.parametrize("reason", ["", "ziek", "x" * 14, "   a      b     c   "])
def test_a_short_reason_opens_nothing(world, dossier, as_, reason):
    answer = ask(as_("bob"), dossier, reason)
    assert answer.status_code == 200
    assert "15 tekens" in answer.content.decode() or "Vul" in answer.content.decode() or reason == ""
    with world.scope():
        assert not Waarneming.objects.exists()


def test_another_gemeente_cannot_even_ask(world, dossier, as_):
    charlie = as_("charlie")
    assert charlie.get(address("waarneming", dossier)).status_code == 404
    assert ask(charlie, dossier).status_code == 404
    for name in ("ingrid", "bas", "tineke"):
        assert as_(name).get(address("waarneming", dossier)).status_code == 403


def test_the_page_shows_nothing_about_the_person(dossier, as_):
    page = as_("bob").get(address("waarneming", dossier)).content.decode()
    assert "Samira" not in page
    assert "hoort bij Alice" in page


def test_sending_twice_makes_one(world, dossier, as_):
    bob, key = as_("bob"), new_key()
    ask(bob, dossier, key=key)
    assert ask(bob, dossier, key=key).status_code == 302
    with world.scope():
        assert Waarneming.objects.count() == 1


def test_who_needs_no_reason_goes_on_to_the_dossier(world, dossier, as_):
    assert ask(as_("alice"), dossier)["Location"] == address("dossier", dossier)
    with world.scope():
        assert not Waarneming.objects.exists()


def test_the_owner_reads_it_in_the_logbook_and_on_her_list(world, dossier, as_):
    ask(as_("bob"), dossier)
    alice = as_("alice")
    assert "Bob opende dit dossier" in alice.get(address("dossier", dossier)).content.decode()
    listed = alice.get(reverse("klantmanager:waarnemingen")).content.decode()
    assert "Bob" in listed
    assert REASON in listed
    assert as_("regina").get(reverse("klantmanager:waarnemingen")).content.decode().count(REASON) == 0
    with world.scope():
        event = Gebeurtenis.objects.get(kind="WaarnemingBegonnen")
        assert (event.by, event.reason) == (world.bob, REASON)
    assert Beveiligingsgebeurtenis.objects.filter(name="waarneming begonnen", actor=world.bob).exists()


def test_an_auditor_opens_a_dossier_only_with_a_reason(world, dossier, as_):
    aad = as_("aad")
    assert aad.get(address("dossier", dossier)).status_code == 403
    ask(aad, dossier, "Steekproef over het derde kwartaal")
    assert aad.get(address("dossier", dossier)).status_code == 200
    assert aad.get(address("gegevens-persoon", dossier)).status_code == 403
    assert aad.get(address("notities", dossier)).status_code == 403
    assert aad.post(address("toon-nummers", dossier)).status_code == 403

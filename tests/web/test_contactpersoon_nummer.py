"""A contactpersoon who was made known to DUO by hand gets her number on the page; what waited for it goes."""

import pytest
from django.urls import reverse
from django.utils import timezone

from meedoen.domain.keten.actions import make_unsent_ready, mark_sent_by_hand
from meedoen.domain.keten.models import Bericht, Taak
from meedoen.domain.keten.outgoing import waits_for
from meedoen.domain.voortgang.actions import link_contactpersoon, register_contactpersoon

CONTACT = {"naam": "Alice", "email": "alice@leusden.nl", "telefoonnummer": "033 1234567"}


@pytest.fixture
def alice(world):
    """Known to DUO by hand, so without a number here."""
    with world.scope():
        today = timezone.localdate()
        made = register_contactpersoon(world.leusden.pk, world.alice, **CONTACT, by=world.tineke, on=today)
        mark_sent_by_hand(Bericht.objects.get(), by=world.tineke, on=today)
    return made


def test_the_number_is_filled_in_and_what_waited_for_it_goes(world, as_, alice):
    with world.scope():
        dossier = world.dossier(world.alice)
        link = link_contactpersoon(dossier, alice, by=world.alice)
        make_unsent_ready(world.leusden)
        assert waits_for(link).startswith("Wacht tot de contactpersoon bij DUO")
    client, url = as_("tineke"), reverse("klantmanager:contactpersoon", args=[alice.pk])
    assert "Nummer bij DUO" in client.get(url).content.decode()
    sent = CONTACT | {"version": alice.version}
    refused = client.post(url, sent | {"nummer": "100000"})
    assert refused.status_code == 200
    assert 'value="100000"' in refused.content.decode()
    assert client.post(url, sent | {"nummer": "4321"}).status_code == 302
    with world.scope():
        alice.refresh_from_db()
        assert alice.duo_id == 4321
        assert waits_for(link) == ""
        assert not Taak.objects.filter(soort="contactpersoon", status=Taak.Status.OPEN).exists()
    assert "Nummer bij DUO" not in client.get(url).content.decode()

"""A gemeente without connection: messages are brought by hand, and switching later loses nothing."""

from datetime import timedelta

import pytest
from django.utils import timezone

from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.models import Gebeurtenis
from meedoen.domain.keten.actions import (
    Attempt,
    accept_bericht,
    claim_due,
    give_number,
    make_unsent_ready,
    mark_refused_by_hand,
    mark_sent_by_hand,
    postpone_bericht,
    queue_bericht,
    replace_bericht,
    retry_now,
    stop_bericht,
)
from meedoen.domain.keten.faults import ONBEKEND
from meedoen.domain.keten.models import Bericht, Contactpersoon, DUOAansluiting, Poging, Taak
from meedoen.domain.keten.outgoing import contactpersoon_onderwerp
from meedoen.domain.regio.models import Rol

Soort, Status = Bericht.Soort, Bericht.Status


@pytest.fixture
def dossier(world):
    return world.dossier(world.alice)


@pytest.fixture
def queue(world, dossier):
    def make(soort, onderwerp="", of=dossier, **more):
        return queue_bericht(of, soort, omschrijving=soort, by=world.alice, onderwerp=onderwerp, **more)

    return make


@pytest.fixture
def connect(world):
    return lambda: DUOAansluiting.objects.create(gemeente=world.leusden, manier="m2m", oin="0" * 20)


def today():
    return timezone.localdate()


def test_a_message_brought_by_hand_is_accepted_with_who_and_when(world, dossier, queue):
    with world.scope():
        bericht = queue(Soort.PIP)
        mark_sent_by_hand(bericht, by=world.bob, on=today())
        bericht.refresh_from_db()
        assert (bericht.status, bericht.met_de_hand_by) == (Status.AANGENOMEN, world.bob)
        assert timezone.localtime(bericht.afgehandeld_at).date() == today()
        assert bericht.afgehandeld_at <= timezone.now()
        poging = Poging.objects.get()
        assert (poging.uitkomst, poging.status_code, poging.duur_ms) == (
            Poging.Uitkomst.AANGENOMEN,
            None,
            None,
        )
        row = Gebeurtenis.objects.get(kind="BerichtAccepted")
        assert (row.sentence, row.by) == ("Door DUO aangenomen: pip", world.bob)
        with pytest.raises(NotPossible, match=r"Dit bericht is al afgehandeld\."):
            mark_sent_by_hand(bericht, by=world.bob, on=today())


def test_a_message_cannot_be_brought_before_it_was_made(world, queue):
    with world.scope():
        bericht = queue(Soort.PIP)
        with pytest.raises(NotPossible, match="voor de dag waarop het bericht is gemaakt"):
            mark_sent_by_hand(bericht, by=world.bob, on=today() - timedelta(days=1))


def test_a_message_under_way_cannot_be_marked_by_hand(world, queue, connect):
    connect()
    with world.scope():
        bericht = queue(Soort.PIP)
    claim_due(at=timezone.now(), limit=1)
    with world.scope():
        for verb in (
            lambda: mark_sent_by_hand(bericht, by=world.bob, on=today()),
            lambda: mark_refused_by_hand(bericht, texts=["nee"], by=world.bob),
            lambda: retry_now(bericht, world.bob),
        ):
            with pytest.raises(NotPossible, match="net onderweg naar DUO"):
                verb()


def test_what_the_portal_refused_becomes_the_same_task(world, dossier, queue):
    with world.scope():
        bericht = queue(Soort.AANBOD)
        mark_refused_by_hand(bericht, texts=[" De persoon heeft geen PIP. ", ""], by=world.bob)
        bericht.refresh_from_db()
        assert (bericht.status, bericht.foutteksten) == (Status.GEWEIGERD, ["De persoon heeft geen PIP."])
        taak = Taak.objects.get()
        assert (taak.soort, taak.onderwerp, taak.bericht) == (
            "geweigerd",
            f"bericht:{bericht.pk}",
            bericht,
        )
        assert (taak.dossier, taak.rol, taak.waar) == (dossier, Rol.KLANTMANAGER, "pip")
        assert taak.titel == "Verbeter wat DUO weigerde: aanbod"
        assert taak.uitleg == (
            "DUO heeft nog geen PIP van deze persoon. Geef eerst het PIP door; het aanbod kan daarna."
        )
        mended = replace_bericht(bericht, by=world.bob, body={})
        taak.refresh_from_db()
        assert (mended.status, taak.status) == (Status.KLAAR, Taak.Status.VERVALLEN)


@pytest.mark.parametrize(
    ("texts", "words"),
    [([], "Neem over wat DUO als reden gaf"), ([" "], "Neem over"), (["x" * 201], "ten hoogste 200 tekens")],
)
def test_a_refusal_needs_what_duo_said(world, queue, texts, words):
    with world.scope():
        bericht = queue(Soort.PIP)
        with pytest.raises(NotPossible, match=words):
            mark_refused_by_hand(bericht, texts=texts, by=world.bob)


def test_a_bsn_that_came_along_from_the_portal_is_not_kept(world, dossier, queue):
    with world.scope():
        bericht = queue(Soort.PIP)
        bsn = dossier.inburgeringsplichtige.bsn
        mark_refused_by_hand(bericht, texts=[f"BSN {bsn} heeft geen plicht."], by=world.bob)
        bericht.refresh_from_db()
        assert bericht.foutteksten == ["BSN … heeft geen plicht."]
        assert Poging.objects.get().foutteksten == ["BSN … heeft geen plicht."]
        assert bsn not in Taak.objects.get().uitleg


def test_a_stuck_message_can_be_tried_again_or_brought_by_hand(world, queue, connect):
    connect()
    with world.scope():
        first, second = queue(Soort.PIP), queue(Soort.LBT_OVERSLAAN)
    for bericht in (first, second):
        (claim,) = claim_due(at=timezone.now(), limit=1)
        assert claim == bericht
        with world.scope():
            stop_bericht(claim, Attempt(timezone.now(), status_code=404), ONBEKEND)
            bericht.refresh_from_db()
            assert bericht.status == Status.VASTGELOPEN
    with world.scope():
        retry_now(first, world.bob)
        mark_sent_by_hand(second, by=world.bob, on=today())
        assert not Taak.objects.filter(status=Taak.Status.OPEN).exists()
        first.refresh_from_db()
        assert first.status == Status.KLAAR
        assert Gebeurtenis.objects.get(kind="BerichtRetried").sentence == "Opnieuw naar DUO: pip"
    assert claim_due(at=timezone.now(), limit=1) == [first]


def test_a_message_that_waits_for_its_hour_can_be_sent_now(world, queue, connect):
    connect()
    with world.scope():
        bericht = queue(Soort.PIP)
    now = timezone.now()
    (claim,) = claim_due(at=now, limit=1)
    with world.scope():
        postpone_bericht(claim, Attempt(now), arrived=False)
    assert claim_due(at=timezone.now(), limit=1) == []
    with world.scope():
        retry_now(bericht, world.alice)
    later = timezone.now() + timedelta(seconds=11)
    assert claim_due(at=later, limit=1) == [bericht]


def test_switching_to_the_interface_sends_what_waits_and_leaves_what_was_done(world, queue, connect):
    with world.scope():
        done, refused, waiting = queue(Soort.PIP), queue(Soort.LBT_OVERSLAAN), queue(Soort.UREN_TAALLES_KNM)
        mark_sent_by_hand(done, by=world.bob, on=today())
        mark_refused_by_hand(refused, texts=["nee"], by=world.bob)
        Bericht.objects.filter(pk=waiting.pk).update(next_attempt_at=timezone.now() + timedelta(days=1))
    assert claim_due(at=timezone.now(), limit=10) == []
    connect()
    with world.scope():
        assert make_unsent_ready(world.leusden) == 1
    assert claim_due(at=timezone.now(), limit=10) == [waiting]
    with world.scope():
        assert [b.status for b in Bericht.objects.order_by("pk")] == ["aangenomen", "geweigerd", "bezig"]
        assert Bericht.objects.get(pk=waiting.pk).bericht_id == waiting.bericht_id


def test_a_contactpersoon_made_by_hand_needs_a_number_before_anything_about_her_goes(world, queue, connect):
    with world.scope():
        alice = Contactpersoon.objects.create(gemeente=world.leusden, medewerker=world.alice, naam="Alice")
        onderwerp = contactpersoon_onderwerp(alice.pk)
        made = queue(Soort.CONTACTPERSOON_MAKEN, onderwerp, of=None, gemeente_id=world.leusden.pk)
        link = queue(Soort.CONTACTPERSOON_KOPPELEN, onderwerp)
        mark_sent_by_hand(made, by=world.bob, on=today())
        connect()
        make_unsent_ready(world.leusden)
        make_unsent_ready(world.leusden)
        taak = Taak.objects.get()
        assert (taak.titel, taak.rol) == ("Vul het nummer in dat Alice bij DUO heeft", Rol.TEAMLEIDER)
    assert claim_due(at=timezone.now(), limit=10) == []
    with world.scope():
        with pytest.raises(NotPossible, match="van 1 tot en met 99999"):
            give_number(alice, 100_000, by=world.bob)
        give_number(alice, 77, by=world.bob)
        taak.refresh_from_db()
        assert taak.status == Taak.Status.VERVALLEN
    (claim,) = claim_due(at=timezone.now(), limit=10)
    assert (claim, claim.gegevens["pad"]) == (link, {"id": 77})
    with world.scope():
        accept_bericht(claim, Attempt(timezone.now()))

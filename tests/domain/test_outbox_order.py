"""Which message may leave for DUO: one dossier in order, a PIP first, nothing about who has no number."""

from datetime import timedelta

import pytest
from django.utils import timezone

from meedoen.domain.keten.actions import (
    Attempt,
    accept_bericht,
    claim_due,
    make_taak,
    queue_bericht,
    refuse_bericht,
    replace_bericht,
)
from meedoen.domain.keten.models import Bericht, Contactpersoon, DUOAansluiting, Taak
from meedoen.domain.keten.outgoing import contactpersoon_onderwerp, waits_for

Soort = Bericht.Soort


@pytest.fixture
def connected(world):
    DUOAansluiting.objects.create(gemeente=world.leusden, manier="m2m", oin="0" * 19 + "1")
    return world


@pytest.fixture
def dossier(connected):
    return connected.dossier(connected.alice)


@pytest.fixture
def queue(connected, dossier):
    def make(soort, onderwerp="", of=dossier, **more):
        with connected.scope():
            return queue_bericht(
                of, soort, omschrijving=soort, by=connected.alice, onderwerp=onderwerp, **more
            )

    return make


@pytest.fixture
def claim(connected):
    return lambda limit=10: claim_due(at=timezone.now(), limit=limit)


@pytest.fixture
def end(connected):
    """Accept or refuse what was claimed."""

    def settle(verb, *claims, **more):
        with connected.scope():
            for one in claims:
                verb(one, Attempt(timezone.now()), **more)

    return settle


def waiting(world, bericht):
    with world.scope():
        return waits_for(Bericht.objects.get(pk=bericht.pk))


def test_messages_of_one_dossier_leave_one_by_one_in_order(connected, queue, claim, end):
    first, second = queue(Soort.PIP), queue(Soort.AANBOD)
    assert waiting(connected, first) == ""
    assert waiting(connected, second) == "Wacht op een eerder bericht."
    claimed = claim()
    assert claimed == [first]
    assert claim() == []
    end(accept_bericht, *claimed)
    assert claim() == [second]


def test_messages_of_different_dossiers_leave_together(connected, queue, claim):
    other = connected.dossier(connected.alice)
    both = [queue(Soort.PIP), queue(Soort.PIP, of=other)]
    assert claim() == both


def test_a_mended_pip_waits_for_what_is_under_way_of_the_same_dossier(connected, queue, claim, end):
    pip, uren = queue(Soort.PIP, "pip:1"), queue(Soort.UREN_TAALLES_KNM)
    end(refuse_bericht, *claim())
    under_way = claim()
    assert under_way == [uren]
    with connected.scope():
        pip.refresh_from_db()
        mended = replace_bericht(pip, by=connected.alice, body={})
    assert claim() == []
    end(accept_bericht, *under_way)
    assert claim() == [mended]


def test_a_newer_message_takes_away_the_task_of_the_one_it_replaces(connected, queue, dossier):
    pip = queue(Soort.PIP, "pip:1")
    with connected.scope():
        make_taak(dossier, "komt-niet-aan", titel="Kijk waarom dit niet bij DUO komt", bericht=pip)
    later = queue(Soort.PIP, "pip:1")
    with connected.scope():
        pip.refresh_from_db()
        taak = Taak.objects.get(bericht=pip)
        assert not Taak.objects.filter(bericht=later).exists()
    assert (pip.status, taak.status) == (Bericht.Status.VERVALLEN, Taak.Status.VERVALLEN)
    assert taak.hoe == "Er is een nieuwer bericht klaargezet."


def test_what_waits_for_its_hour_holds_up_only_its_own_dossier(connected, queue, claim):
    other = connected.dossier(connected.alice)
    first, _, free = queue(Soort.PIP), queue(Soort.AANBOD), queue(Soort.PIP, of=other)
    with connected.scope():
        Bericht.objects.filter(pk=first.pk).update(next_attempt_at=timezone.now() + timedelta(hours=1))
    assert claim() == [free]


@pytest.mark.parametrize("status", [Bericht.Status.GEWEIGERD, Bericht.Status.VASTGELOPEN])
def test_what_asks_a_pip_waits_while_the_pip_is_not_there(connected, queue, claim, end, status):
    pip, aanbod = queue(Soort.PIP, "pip:1"), queue(Soort.AANBOD)
    with connected.scope():
        Bericht.objects.filter(pk=pip.pk).update(status=status)
    assert claim() == []
    assert waiting(connected, aanbod).startswith("Wacht op het PIP: dat heeft DUO ")
    with connected.scope():
        pip.refresh_from_db()
        mended = replace_bericht(pip, by=connected.alice, body={})
    assert waiting(connected, aanbod) == "Wacht op het verbeterde PIP, dat eerst naar DUO gaat."
    claimed = claim()
    assert claimed == [mended]
    assert claim() == []
    end(accept_bericht, *claimed)
    assert claim() == [aanbod]


def test_a_pip_that_is_refused_twice_is_mended_twice_before_the_aanbod_leaves(connected, queue, claim, end):
    pip, aanbod = queue(Soort.PIP, "pip:1"), queue(Soort.AANBOD)
    for _ in range(2):
        claimed = claim()
        assert claimed == [pip]
        end(refuse_bericht, *claimed)
        assert claim() == []
        with connected.scope():
            pip.refresh_from_db()
            pip = replace_bericht(pip, by=connected.alice, body={})
    end(accept_bericht, *claim())
    assert claim() == [aanbod]


def test_a_later_pip_makes_up_for_a_refused_one(connected, queue, claim, end):
    queue(Soort.PIP, "pip:1")
    aanbod = queue(Soort.AANBOD)
    end(refuse_bericht, *claim())
    later = queue(Soort.PIP, "pip:2")
    claimed = claim()
    assert claimed == [later]
    end(accept_bericht, *claimed)
    assert claim() == [aanbod]


def test_hours_of_the_intake_ask_no_pip(connected, queue, claim, end):
    queue(Soort.PIP, "pip:1")
    hours = queue(Soort.UREN_TAALLES_KNM)
    end(refuse_bericht, *claim())
    assert claim() == [hours]


@pytest.fixture
def contactpersoon(connected):
    with connected.scope():
        return Contactpersoon.objects.create(
            gemeente=connected.leusden, medewerker=connected.alice, naam="Alice", email="a@b.nl"
        )


def test_linking_waits_until_the_contactpersoon_has_a_number(connected, queue, claim, end, contactpersoon):
    onderwerp = contactpersoon_onderwerp(contactpersoon.pk)
    link = queue(Soort.CONTACTPERSOON_KOPPELEN, onderwerp)
    make = queue(Soort.CONTACTPERSOON_MAKEN, onderwerp, of=None, gemeente_id=connected.leusden.pk)
    pip = queue(Soort.PIP)
    assert waiting(connected, link) == "Wacht tot de contactpersoon bij DUO is aangemeld en een nummer heeft."
    claimed = claim()
    assert claimed == [make, pip]
    end(refuse_bericht, claimed[0])
    with connected.scope():
        make.refresh_from_db()
        mended = replace_bericht(make, by=connected.alice, body={})
    claimed = claim()
    assert claimed == [mended]
    end(accept_bericht, *claimed, number=4321)
    with connected.scope():
        contactpersoon.refresh_from_db()
    assert contactpersoon.duo_id == 4321
    (claimed,) = claim()
    assert claimed == link
    assert claimed.gegevens["pad"] == {"id": 4321}
    with connected.scope():
        link.refresh_from_db()
    assert link.gegevens["pad"] == {"id": 4321}


def test_deleting_a_contactpersoon_waits_for_her_links(connected, queue, claim, end, contactpersoon):
    onderwerp = contactpersoon_onderwerp(contactpersoon.pk)
    pad, of_gemeente = {"pad": {"id": 7}}, {"of": None, "gemeente_id": connected.leusden.pk}
    link = queue(Soort.CONTACTPERSOON_KOPPELEN, onderwerp, **pad)
    delete = queue(Soort.CONTACTPERSOON_VERWIJDEREN, onderwerp, **pad, **of_gemeente)
    claimed = claim()
    assert claimed == [link]
    end(accept_bericht, *claimed)
    assert claim() == [delete]


def test_a_gemeente_that_works_by_hand_keeps_its_messages(connected, queue, claim):
    charlie = connected.charlie
    with connected.scope():
        there = connected.dossier(charlie, gemeente=connected.amersfoort)
    queue(Soort.PIP, of=there)
    assert claim() == []
    with connected.scope():
        assert Bericht.objects.get().status == Bericht.Status.KLAAR

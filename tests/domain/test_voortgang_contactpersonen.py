"""Contactpersonen at DUO: made, changed, removed, and linked by themselves when a dossier goes on."""

from datetime import date

import pytest

from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.assigning import assign
from meedoen.domain.keten.models import Bericht, Contactpersoon
from meedoen.domain.keten.telling import WouldBeRefused
from meedoen.domain.voortgang.actions import (
    change_contactpersoon,
    link_contactpersoon,
    link_dossiers_of,
    register_contactpersoon,
    remove_contactpersoon,
    unlink_contactpersoon,
)
from meedoen.domain.voortgang.selectors import dossiers_linked_to, linked_contactpersoon, links_lost
from tests.domain.voortgang_examples import answer, berichten

TODAY = date(2026, 6, 1)
HOW = {"naam": "Alice de Vries", "email": "alice@leusden.example", "telefoonnummer": "033 1234567"}


@pytest.fixture
def dossier(world):
    return world.dossier(world.alice)


def registered(world, who, number=None, **other):
    made = register_contactpersoon(world.leusden.pk, who, **{**HOW, **other}, by=world.tineke, on=TODAY)
    if number is not None:
        made.duo_id = number
        made.save()
        answer("aangenomen", f"contactpersoon:{made.pk}")
    return made


def test_registering_queues_a_message_of_the_gemeente_and_not_of_a_person(world):
    with world.scope():
        made = registered(world, world.alice)
        row = Bericht.objects.get()
        assert (row.soort, row.dossier, row.gemeente) == ("contactpersoon-maken", None, world.leusden)
        assert row.gegevens == {"body": HOW, "pad": {}}
        assert row.onderwerp == f"contactpersoon:{made.pk}"
        with pytest.raises(NotPossible, match="al contactpersoon"):
            registered(world, world.alice)


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("naam", "", "DUO zal dit weigeren: de naam van de contactpersoon ontbreekt."),
        ("email", " ", "DUO zal dit weigeren: het e-mailadres van de contactpersoon ontbreekt."),
        ("telefoonnummer", "", "DUO zal dit weigeren: het telefoonnummer van de contactpersoon ontbreekt."),
        ("naam", "R2D2", "DUO neemt in een naam alleen letters"),
        ("naam", "a" * 101, "DUO neemt in een naam alleen letters"),
        ("email", "geen adres", "Vul een e-mailadres in"),
        ("telefoonnummer", "bel mij", "Vul een telefoonnummer in"),
        ("telefoonnummer", "12", "Vul een telefoonnummer in"),
    ],
)
def test_what_duo_does_not_take_is_said_at_once(world, field, value, sentence):
    with world.scope():
        with pytest.raises(NotPossible) as fault:
            registered(world, world.alice, **{field: value})
        assert str(fault.value).startswith(sentence)
        assert not Contactpersoon.objects.exists()


@pytest.mark.parametrize("naam", ["Zoë d'Artagnan-Bouzid", "J. van 't Hof", "a" * 100])
def test_names_as_people_have_them_are_taken(world, naam):
    with world.scope():
        assert registered(world, world.alice, naam=naam).naam == naam


def test_a_change_before_duo_knows_her_is_the_same_registration_and_after_it_a_change(world):
    with world.scope():
        made = registered(world, world.alice)
        new = {**HOW, "telefoonnummer": "06 12345678"}
        change_contactpersoon(made, **new, by=world.tineke, on=TODAY)
        assert berichten() == [("contactpersoon-maken", new, {})]
        answer("aangenomen", f"contactpersoon:{made.pk}")
        made.duo_id = 17
        made.save()
        change_contactpersoon(made, **HOW, by=world.tineke, on=TODAY)
        assert berichten()[-1] == ("contactpersoon-wijzigen", HOW, {"id": 17})


def test_a_refused_registration_is_mended_by_a_change(world):
    with world.scope():
        made = registered(world, world.alice)
        refused = answer("geweigerd", f"contactpersoon:{made.pk}", ["Onjuist e-mailadres"])
        new = {**HOW, "email": "a.devries@leusden.example"}
        change_contactpersoon(made, **new, by=world.tineke, on=TODAY)
        mended = Bericht.objects.get(vervangt=refused)
        assert (mended.soort, mended.gegevens["body"]) == ("contactpersoon-maken", new)


def test_a_link_names_the_number_of_duo_or_waits_for_it(world, dossier):
    with world.scope():
        without = registered(world, world.alice)
        link_contactpersoon(dossier, without, by=world.alice)
        assert berichten(dossier) == [("contactpersoon-koppelen", None, {})]
        bob = registered(world, world.bob, number=17, naam="Bob Jansen")
        link_contactpersoon(dossier, bob, by=world.alice)
        assert berichten(dossier)[-1] == ("contactpersoon-koppelen", None, {"id": 17})
        assert linked_contactpersoon(dossier) == bob
        assert link_contactpersoon(dossier, bob, by=world.alice) is None
        unlink_contactpersoon(dossier, by=world.alice)
        assert berichten(dossier)[-1] == ("contactpersoon-ontkoppelen", None, {"id": 17})
        assert linked_contactpersoon(dossier) is None
        with pytest.raises(NotPossible, match="geen contactpersoon gekoppeld"):
            unlink_contactpersoon(dossier, by=world.alice)


def test_a_refused_link_is_no_link(world, dossier):
    with world.scope():
        alice = registered(world, world.alice, number=17)
        link_contactpersoon(dossier, alice, by=world.alice)
        answer("geweigerd", f"contactpersoon:{alice.pk}")
        assert linked_contactpersoon(dossier) is None
        link_contactpersoon(dossier, alice, by=world.alice)
        assert linked_contactpersoon(dossier) == alice


def test_a_dossier_that_goes_to_a_contactpersoon_is_linked_by_itself(world, dossier):
    with world.scope():
        bob = registered(world, world.bob, number=17, naam="Bob Jansen")
        assign({dossier.pk: None}, klantmanager=world.bob, reason="Verlof", by=world.tineke, on=TODAY)
        assert berichten(dossier) == [("contactpersoon-koppelen", None, {"id": 17})]
        assert linked_contactpersoon(dossier) == bob


def test_nothing_is_linked_for_who_is_no_contactpersoon_or_without_a_bsn(world, dossier):
    nameless = world.dossier(world.alice, persoon__bsn="")
    with world.scope():
        assign({dossier.pk: None}, klantmanager=world.bob, reason="Verlof", by=world.tineke, on=TODAY)
        bob = registered(world, world.bob, number=17, naam="Bob Jansen")
        assign({nameless.pk: None}, klantmanager=world.bob, reason="Verlof", by=world.tineke, on=TODAY)
        assert berichten(dossier) == berichten(nameless) == []
        with pytest.raises(WouldBeRefused, match="het BSN van de inburgeraar ontbreekt"):
            link_contactpersoon(nameless, bob, by=world.bob)


def test_a_contactpersoon_of_another_gemeente_is_not_linked(world, dossier):
    with world.scope():
        elsewhere = register_contactpersoon(
            world.amersfoort.pk, world.charlie, **HOW, by=world.charlie, on=TODAY
        )
        with pytest.raises(NotPossible, match="van een andere gemeente"):
            link_contactpersoon(dossier, elsewhere, by=world.alice)


def test_a_new_contactpersoon_can_be_linked_to_all_she_guides(world, dossier):
    second = world.dossier(world.alice)
    world.dossier(world.bob)
    with world.scope():
        alice = registered(world, world.alice, number=17)
        assert link_dossiers_of(alice, by=world.tineke) == 2
        assert dossiers_linked_to(alice) == sorted([dossier.pk, second.pk])
        assert link_dossiers_of(alice, by=world.tineke) == 0


def test_removing_says_how_many_links_go_and_is_told_to_duo(world, dossier):
    with world.scope():
        alice = registered(world, world.alice, number=17)
        assert links_lost(alice, on=TODAY).sentence() == "er zijn geen personen gekoppeld"
        link_contactpersoon(dossier, alice, by=world.alice)
        assert links_lost(alice, on=TODAY).sentence() == "het aantal koppelingen dat vervalt, is 1"
        remove_contactpersoon(alice, by=world.tineke, on=TODAY)
        assert berichten()[-1] == ("contactpersoon-verwijderen", None, {"id": 17})
        assert berichten(dossier) == []  # the link had not left yet
        assert linked_contactpersoon(dossier) is None
        with pytest.raises(NotPossible, match="verwijderd"):
            link_contactpersoon(dossier, alice, by=world.alice)
        assert registered(world, world.alice).pk != alice.pk


def test_who_never_reached_duo_is_not_deleted_there(world):
    with world.scope():
        alice = registered(world, world.alice)
        remove_contactpersoon(alice, by=world.tineke, on=TODAY)
        assert berichten() == []

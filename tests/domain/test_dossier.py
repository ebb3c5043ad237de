"""Verbs on a dossier: what they keep, what they refuse, and what the logbook says."""

import hashlib
from datetime import date

import pytest

from meedoen.domain.dossier.actions import NotPossible, change_note, keep_document, write_note
from meedoen.domain.dossier.history import changes
from meedoen.domain.dossier.huishouden import join_household, leave_household
from meedoen.domain.dossier.models import Gebeurtenis, Inburgeringsplichtige
from meedoen.domain.dossier.selectors import age, household_members, same_person
from meedoen.domain.pip.facts import own_pip_on, pip_facts
from meedoen.domain.pip.models import PIP, Informatieverzoek
from tests.factories import HuishoudenFactory


@pytest.fixture
def dossier(world):
    return world.dossier(world.alice)


@pytest.mark.parametrize(
    ("born", "years"),
    [(date(1990, 6, 1), 36), (date(1990, 6, 2), 35), (date(2008, 2, 29), 18), (None, None)],
)
def test_age_on_a_day(born, years):
    assert age(Inburgeringsplichtige(geboortedatum=born), date(2026, 6, 1)) == years


def test_a_document_knows_its_hash(world, dossier):
    with world.scope():
        document = keep_document(
            dossier,
            soort="pip",
            titel="PIP",
            taal="nl",
            bestandsnaam="pip.pdf",
            inhoud=b"%PDF-1.7 x",
            by=world.alice,
        )
        assert document.sha256 == hashlib.sha256(b"%PDF-1.7 x").hexdigest()


def test_the_note_of_somebody_else_stays(world, dossier):
    with world.scope():
        note = write_note(dossier, tekst="Van Alice", by=world.alice)
        note.tekst = "Van Bob"
        with pytest.raises(NotPossible, match="wie de notitie schreef"):
            change_note(note, by=world.bob)
        note.refresh_from_db()
        assert note.tekst == "Van Alice"


def test_history_says_from_what_to_what(world, dossier):
    with world.scope():
        person = dossier.inburgeringsplichtige
        person.taal = "Tigrinya"
        person._change_reason = "gesprek"
        person.save()
        dossier.klantmanager = world.bob
        dossier.save()
        newest, language, *first = changes(dossier)
    assert [(f.label, f.before, f.after) for f in newest.fields] == [("Klantmanager", "Alice", "Bob")]
    assert [(f.label, f.before, f.after) for f in language.fields] == [
        ("Taal voor contact", "ar", "Tigrinya")
    ]
    assert language.reason == "gesprek"
    assert [change.first for change in first] == [True, True]


# --- household -----------------------------------------------------------------------------------


def test_two_people_become_a_household_and_each_keeps_a_dossier(world, dossier):
    other = world.dossier(world.bob)
    with world.scope():
        join_household(dossier, other, by=world.alice)
        assert household_members(dossier.inburgeringsplichtige) == [other.inburgeringsplichtige]
        assert Gebeurtenis.objects.filter(kind="HuishoudenGewijzigd").count() == 2
        leave_household(other, by=world.alice)
        assert household_members(dossier.inburgeringsplichtige) == []
        with pytest.raises(NotPossible, match="niet in een huishouden"):
            leave_household(other, by=world.alice)


def test_a_third_joins_those_who_live_together(world, dossier):
    two, three = world.dossier(world.alice), world.dossier(world.alice)
    with world.scope():
        household = join_household(dossier, two, by=world.alice)
        assert join_household(three, two, by=world.alice) == household
        assert Gebeurtenis.objects.filter(dossier=two).count() == 1
        with pytest.raises(NotPossible, match="al in hetzelfde"):
            join_household(three, dossier, by=world.alice)


def test_what_is_no_household(world, dossier):
    elsewhere = world.dossier(world.charlie, world.amersfoort)
    with world.scope():
        with pytest.raises(NotPossible, match="dezelfde persoon"):
            join_household(dossier, dossier, by=world.alice)
        with pytest.raises(NotPossible, match="dezelfde gemeente"):
            join_household(dossier, elsewhere, by=world.alice)
        one, two = HuishoudenFactory(gemeente=world.leusden), HuishoudenFactory(gemeente=world.leusden)
    first = world.dossier(world.alice, persoon__huishouden=one)
    second = world.dossier(world.alice, persoon__huishouden=two)
    with world.scope(), pytest.raises(NotPossible, match="Beide personen"):
        join_household(first, second, by=world.alice)


# --- the same person -----------------------------------------------------------------------------


def test_numbers_decide_and_names_only_ask(world):
    person = {"voornaam": "Işıl", "achternaam": "Yılmaz", "geboortedatum": date(1990, 2, 3)}
    known = world.dossier(world.alice, **{f"persoon__{key}": value for key, value in person.items()})
    with world.scope():
        bsn, v_nummer = known.inburgeringsplichtige.bsn, known.inburgeringsplichtige.v_nummer
        leusden = world.leusden.pk
        named = {"naam": "isil YILMAZ", "geboortedatum": date(1990, 2, 3)}
        assert same_person(leusden, **named) == ([], [known])
        assert same_person(leusden, **named, bsn=bsn) == ([known], [])
        assert same_person(leusden, naam="", geboortedatum=None, v_nummer=v_nummer) == ([known], [])
        assert same_person(leusden, naam="isil yilmaz", geboortedatum=date(1990, 2, 4)) == ([], [])
        assert same_person(world.amersfoort.pk, **named, bsn=bsn) == ([], [])


# --- the bridge to the law -----------------------------------------------------------------------


def ask(world, dossier, gevraagd, ontvangen=None):
    return Informatieverzoek.objects.create(
        gemeente=world.leusden,
        dossier=dossier,
        wat="medisch advies",
        van_wie="arts",
        waarom_nodig="belastbaarheid",
        gevraagd_on=gevraagd,
        ontvangen_on=ontvangen,
        by=world.alice,
    )


def test_facts_of_a_dossier_without_facts(world):
    bare = world.dossier(
        world.alice, doelgroep="", verblijfstitel="", kennisgeving_on=None, inschrijving_on=None
    )
    with world.scope():
        facts = pip_facts(bare)
    assert facts == type(facts)()


def test_an_open_request_goes_before_an_answered_one(world, dossier):
    with world.scope():
        ask(world, dossier, date(2026, 1, 5), date(2026, 2, 1))
        ask(world, dossier, date(2026, 1, 9), date(2026, 1, 20))
        facts = pip_facts(dossier)
        assert (facts.informatie_derde_gevraagd, facts.informatie_derde_ontvangen) == (
            date(2026, 1, 5),
            date(2026, 2, 1),
        )
        ask(world, dossier, date(2026, 1, 12))
        ask(world, dossier, date(2026, 1, 10))
        facts = pip_facts(dossier)
        assert (facts.informatie_derde_gevraagd, facts.informatie_derde_ontvangen) == (
            date(2026, 1, 10),
            None,
        )


def test_a_pip_from_elsewhere_makes_the_registration_a_move(world):
    moved = world.dossier(
        world.alice,
        eerste_pip_on=date(2025, 3, 3),
        eerste_pip_elders=True,
        inschrijving_on=date(2026, 3, 3),
    )
    with world.scope():
        facts = pip_facts(moved)
        assert (facts.eerste_pip, facts.inschrijving_nieuwe_gemeente) == (date(2025, 3, 3), date(2026, 3, 3))
        assert own_pip_on(moved) is None


@pytest.mark.parametrize(
    ("elsewhere", "dagtekening", "expected"),
    [
        (False, date(2026, 5, 4), date(2026, 5, 4)),
        (True, date(2026, 5, 4), date(2026, 5, 4)),
        (True, date(2025, 5, 4), None),
    ],
)
def test_the_own_pip_is_the_first_made_here(world, elsewhere, dagtekening, expected):
    dossier = world.dossier(world.alice, eerste_pip_elders=elsewhere, inschrijving_on=date(2026, 3, 3))
    with world.scope():
        PIP.objects.create(gemeente=world.leusden, dossier=dossier, versie=1, dagtekening_on=date(2026, 6, 1))
        assert own_pip_on(dossier) is None
        PIP.objects.create(
            gemeente=world.leusden,
            dossier=dossier,
            versie=2,
            status=PIP.Status.VASTGESTELD,
            dagtekening_on=dagtekening,
        )
        assert own_pip_on(dossier) == expected

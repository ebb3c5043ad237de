"""The page of one person, for who may see it."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate, now

from meedoen.domain.brede_intake.models import Intakegegeven
from meedoen.domain.dossier.actions import keep_document, write_note
from meedoen.domain.dossier.waarneming import begin_waarneming
from meedoen.domain.regio.models import Verwerking
from meedoen.domain.termijn.models import Werkpunt
from meedoen.web.klantmanager.dossier import interpreter

PARTS = ("dossier", "gegevens", "geschiedenis", "aanleveringen", "documenten", "notities", "logboek")


@pytest.fixture
def dossier(world):
    return world.dossier(
        world.alice,
        persoon__voornaam="Samira",
        persoon__achternaam="Haddad",
        kennisgeving_on=date(2026, 9, 1),
        inschrijving_on=date(2026, 8, 20),
        bijstand_on=date(2026, 8, 20),
    )


def address(part, dossier):
    return reverse(f"klantmanager:{part}", args=[dossier.pk])


@pytest.mark.parametrize("part", [*PARTS, "huishouden", "gegevens-persoon", "gegevens-dossier", "einde"])
def test_own_colleague_elsewhere_and_absent(part, dossier, as_):
    assert as_("alice").get(address(part, dossier)).status_code == 200
    assert as_("bob").get(address(part, dossier)).status_code == 403
    assert as_("charlie").get(address(part, dossier)).status_code == 404
    assert as_("ingrid").get(address(part, dossier)).status_code == 403
    assert as_("bas").get(address(part, dossier)).status_code == 403
    assert as_("tineke").get(address(part, dossier)).status_code == 200
    dossier.pk = 999_999
    assert as_("alice").get(address(part, dossier)).status_code == 404


def test_a_colleague_learns_the_number_and_the_owner_but_no_name(dossier, as_):
    page = as_("bob").get(address("dossier", dossier)).content.decode()
    assert "hoort bij Alice" in page
    assert address("waarneming", dossier) in page
    assert "Samira" not in page


def test_the_story_has_the_clock_with_its_article_and_official_text(dossier, as_):
    page = as_("alice").get(address("dossier", dossier)).content.decode()
    assert "Samira Haddad" in page
    assert "10 weken na de kennisgeving van 1 september 2026" in page
    assert "art. 5.3, eerste lid, Bi 2021" in page
    assert "https://wetten.overheid.nl/" in page
    assert "maatschappelijke begeleiding" in page.lower()
    assert "vaste lasten" in page


def test_neither_bsn_nor_v_nummer_stands_on_the_page(world, dossier, as_):
    with world.scope():
        person = dossier.inburgeringsplichtige
        bsn, v_nummer = person.bsn, person.v_nummer
    for part in PARTS:
        page = as_("alice").get(address(part, dossier)).content.decode()
        assert bsn not in page
        assert v_nummer not in page


def test_the_next_step_stands_under_what_now(world, dossier, as_):
    with world.scope():
        Werkpunt.objects.update_or_create(
            dossier=dossier,
            defaults={
                "gemeente": world.leusden,
                "code": "oproepen",
                "sentence": "Roep Samira op voor de brede intake",
                "due_on": localdate() + timedelta(days=3),
                "reckoned_on": localdate(),
            },
        )
    page = as_("alice").get(address("dossier", dossier)).content.decode()
    assert "Roep Samira op voor de brede intake" in page


def test_unknown_facts_say_why_they_matter_and_link_to_their_field(world, as_):
    bare = world.dossier(
        world.alice,
        doelgroep="",
        verblijfstitel="",
        kennisgeving_on=None,
        inschrijving_on=None,
        persoon__geboortedatum=None,
    )
    page = as_("alice").get(address("dossier", bare)).content.decode()
    assert f"{address('gegevens-dossier', bare)}#id_kennisgeving_on" in page
    assert f"{address('gegevens-persoon', bare)}#id_geboortedatum" in page
    assert "Vanaf die dag lopen de 10 weken voor het PIP." in page
    assert "nog niet bekend" in page


def test_household_members_have_a_link_to_their_own_dossier(world, dossier, as_):
    from meedoen.domain.dossier.huishouden import join_household

    other = world.dossier(world.alice, persoon__voornaam="Yusuf", persoon__achternaam="Haddad")
    stranger = world.dossier(world.alice, persoon__voornaam="Onbekende")
    with world.scope():
        join_household(dossier, other, by=world.alice)
    page = as_("alice").get(address("dossier", dossier)).content.decode()
    assert "Yusuf Haddad" in page
    assert address("dossier", other) in page
    assert "Onbekende" not in page
    with world.scope():
        seen = Verwerking.objects.filter(actor=world.alice, action="lijst").values_list(
            "dossier_id_logged", flat=True
        )
        assert list(seen) == [other.pk]
    assert stranger.pk not in seen


def test_reading_writes_one_row_of_evidence(world, dossier, as_):
    as_("alice").get(address("dossier", dossier))
    with world.scope():
        row = Verwerking.objects.get(actor=world.alice)
        assert (row.action, row.dossier_id_logged, row.rol, row.break_glass) == (
            "lezen",
            dossier.pk,
            "klantmanager",
            False,
        )


def test_a_part_shows_only_to_who_may_open_it(world, dossier, as_):
    with world.scope():
        begin_waarneming(dossier, reden="Steekproef van dit kwartaal", by=world.aad, at=now())
    for name, shown in {"tineke": True, "aad": False}.items():
        page = as_(name).get(address("dossier", dossier)).content.decode()
        assert address("logboek", dossier) in page
        assert (address("notities", dossier) in page) == shown
        assert (address("gegevens-persoon", dossier) in page) is False


def test_a_closed_dossier_says_so_on_its_pages(world, as_):
    closed = world.dossier(world.alice, afgesloten_on=date(2026, 3, 3), afsluitreden="Verhuisd naar Utrecht")
    page = as_("alice").get(address("notities", closed)).content.decode()
    assert "Afgesloten op 3 maart 2026: Verhuisd naar Utrecht" in page


def test_notes_and_documents_show_on_the_overview(world, dossier, as_):
    with world.scope():
        write_note(dossier, tekst="Belt liever in de ochtend.", by=world.alice)
        keep_document(
            dossier,
            soort="oproep",
            titel="Oproep voor de brede intake",
            taal="ar",
            bestandsnaam="oproep.pdf",
            inhoud=b"%PDF-1.7 test",
            by=world.alice,
        )
    page = as_("alice").get(address("dossier", dossier)).content.decode()
    assert "Belt liever in de ochtend." in page
    assert "Oproep voor de brede intake (PDF)" in page
    assert "Er is een notitie geschreven." in page


@pytest.mark.parametrize("field", ["kennisgeving_on", "inschrijving_on", "eerste_pip_on", "bijstand_on"])
@pytest.mark.parametrize("day", [date(9999, 12, 31), date(1, 1, 1)])
def test_a_date_that_cannot_be_breaks_no_page(world, as_, field, day):
    strange = world.dossier(world.alice, **{field: day})
    for part in ("dossier", "gegevens", "logboek"):
        assert as_("alice").get(address(part, strange)).status_code == 200


@pytest.mark.parametrize(
    ("code", "label"),
    [
        ("oproepen", "Oproepen"),
        ("leerbaarheidstoets", "Leerbaarheidstoets"),
        ("gegeven_aanvullen", "Gegevens"),
        ("pip_vaststellen", "PIP"),
        ("voldaan", ""),
    ],
)
def test_the_button_of_the_next_step_comes_first(world, dossier, as_, code, label):
    values = {"gemeente": world.leusden, "code": code, "sentence": "x", "reckoned_on": localdate()}
    with world.scope():
        Werkpunt.objects.update_or_create(dossier=dossier, defaults=values)
    deeds = as_("alice").get(address("dossier", dossier)).context["deeds"]
    assert [deed.label for deed in deeds if deed.now] == ([label] if label else [])
    assert not label or deeds[0].now
    # What is part of the brede intake has a button only when it is next.
    assert len(deeds) == 4 + (label in {"Oproepen", "Leerbaarheidstoets"})


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({}, "nog niet gevraagd"),
        ({"tolk": "nee", "tolk_taal": "Dari"}, "niet nodig"),
        ({"tolk": "altijd", "tolk_taal": "Dari, een vrouw"}, "altijd nodig: Dari, een vrouw"),
    ],
)
def test_the_interpreter_is_what_the_intake_learned(world, dossier, told, sentence):
    with world.scope():
        for vraag, waarde in told.items():
            Intakegegeven.objects.create(
                gemeente=world.leusden,
                dossier=dossier,
                vraag=vraag,
                waarde=waarde,
                bron="inburgeraar",
                told_on=localdate(),
            )
        assert interpreter(dossier) == sentence

"""Changing facts with a reason, two editors, numbers that stay covered, and dossiers by hand."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from meedoen.demo.numbers import fictional_bsn
from meedoen.domain.dossier.models import Dossier, Gebeurtenis, Inburgeringsplichtige
from meedoen.domain.pip.facts import termijn_facts
from meedoen.domain.regio.models import Verwerking
from meedoen.law.inburgering.termijn import inburgeringstermijn
from meedoen.web.once import new_key

BSN = fictional_bsn(450)


@pytest.fixture
def dossier(world):
    return world.dossier(
        world.alice,
        persoon__voornaam="Samira",
        persoon__achternaam="Haddad",
        persoon__bsn=BSN,
        persoon__v_nummer="2900000001",
    )


def address(part, dossier):
    return reverse(f"klantmanager:{part}", args=[dossier.pk])


def person_data(dossier, **changes):
    person = dossier.inburgeringsplichtige
    data = {
        "voornaam": person.voornaam,
        "achternaam": person.achternaam,
        "geslacht": person.geslacht,
        "geboortedatum": "1-6-1990",
        "nationaliteit": person.nationaliteit,
        "taal": "Arabisch",
        "postcode": person.postcode,
        "plaats": person.plaats,
        "version": "1",
        "reden": "Brief van de inburgeraar",
    }
    return data | changes


def case_data(dossier, **changes):
    data = {
        "doelgroep": dossier.doelgroep,
        "verblijfstitel": dossier.verblijfstitel,
        "bekendmaking_on": f"{dossier.bekendmaking_on:%d-%m-%Y}",
        "kennisgeving_on": f"{dossier.kennisgeving_on:%d-%m-%Y}",
        "inschrijving_on": f"{dossier.inschrijving_on:%d-%m-%Y}",
        "version": "1",
        "reden": "Bericht van DUO",
    }
    return data | changes


def test_numbers_are_covered_but_for_three(dossier, as_):
    page = as_("alice").get(address("gegevens", dossier)).content.decode()
    assert BSN not in page
    assert "2900000001" not in page
    assert f"••••••{BSN[-3:]}" in page


def test_showing_a_number_is_a_post_and_stands_in_the_log(world, dossier, as_):
    alice = as_("alice")
    assert alice.get(address("toon-nummers", dossier)).status_code == 405
    answer = alice.post(address("toon-nummers", dossier))
    page = answer.content.decode()
    assert BSN in page
    assert "2900000001" in page
    assert "no-store" in answer["Cache-Control"]
    assert BSN not in page.split("<title>")[1].split("</title>")[0]
    with world.scope():
        row = Verwerking.objects.get(action="tonen-bsn")
        assert (row.actor, row.dossier_id_logged) == (world.alice, dossier.pk)
    for name, status in {"bob": 403, "ingrid": 403, "bas": 403, "charlie": 404, "tineke": 200}.items():
        assert as_(name).post(address("toon-nummers", dossier)).status_code == status


def test_a_change_needs_a_reason_and_stands_in_history_and_logbook(world, dossier, as_):
    alice, page = as_("alice"), address("gegevens-persoon", dossier)
    refused = alice.post(page, person_data(dossier, plaats="Achterveld", reden=""))
    assert refused.status_code == 200
    assert alice.post(page, person_data(dossier, plaats="Achterveld")).status_code == 302
    with world.scope():
        person = Inburgeringsplichtige.objects.get(pk=dossier.inburgeringsplichtige_id)
        assert (person.plaats, person.version) == ("Achterveld", 2)
        past = person.history.first()
        assert (past.history_user, past.history_change_reason) == (world.alice, "Brief van de inburgeraar")
        event = Gebeurtenis.objects.get(kind="GegevensGewijzigd")
        assert event.reason == "Brief van de inburgeraar"
        assert "plaats" in event.sentence
        assert "Achterveld" not in event.sentence
    history = alice.get(address("geschiedenis", dossier)).content.decode()
    assert "Achterveld" in history
    assert "Leusden" in history
    assert "Brief van de inburgeraar" in history


def test_a_changed_number_is_covered_in_the_history(world, dossier, as_):
    alice, new = as_("alice"), fictional_bsn(451)
    data = person_data(dossier, nieuw_bsn=f"{new[:3]}.{new[3:6]}.{new[6:]}", nieuw_v_nummer="2900000002")
    assert alice.post(address("gegevens-persoon", dossier), data).status_code == 302
    with world.scope():
        person = Inburgeringsplichtige.objects.get(pk=dossier.inburgeringsplichtige_id)
        assert (person.bsn, person.v_nummer) == (new, "2900000002")
    history = alice.get(address("geschiedenis", dossier)).content.decode()
    assert f"••••••{BSN[-3:]}" in history
    assert f"••••••{new[-3:]}" in history
    assert new not in history
    assert BSN not in history


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("nieuw_bsn", "123456789", "Dit BSN klopt niet"),
        ("nieuw_bsn", "12345", "Dit BSN klopt niet"),
        ("nieuw_v_nummer", "12", "tien cijfers"),
        ("geboortedatum", "31-2-1990", "bestaat niet"),
        ("geboortedatum", "1-1-1850", "voor 1900"),
        ("geboortedatum", "1-1-2999", "toekomst"),
        ("postcode", "38AB", "vier cijfers en twee letters"),
        ("achternaam", "", "verplicht"),
    ],
)
def test_what_cannot_be_is_said_in_words_and_nothing_is_saved(world, dossier, as_, field, typed, sentence):
    answer = as_("alice").post(address("gegevens-persoon", dossier), person_data(dossier, **{field: typed}))
    assert answer.status_code == 200
    assert sentence in answer.content.decode()
    assert answer.context["form"].has_error(field)
    with world.scope():
        assert Inburgeringsplichtige.objects.get(pk=dossier.inburgeringsplichtige_id).version == 1


def test_the_number_of_somebody_else_is_refused(world, dossier, as_):
    other = world.dossier(world.bob, persoon__bsn=fictional_bsn(460))
    data = person_data(dossier, nieuw_bsn=fictional_bsn(460))
    page = as_("alice").post(address("gegevens-persoon", dossier), data).content.decode()
    assert f"dossier {other.pk}" in page


def test_the_second_editor_gets_both_versions_and_keeps_what_she_typed(world, dossier, as_):
    page = address("gegevens-persoon", dossier)
    as_("tineke").post(page, person_data(dossier, plaats="Achterveld"))
    answer = as_("alice").post(page, person_data(dossier, plaats="Stoutenburg", nieuw_bsn=fictional_bsn(455)))
    assert answer.status_code == 409
    text = answer.content.decode()
    assert "Achterveld" in text
    assert "Stoutenburg" in text
    assert BSN not in text
    with world.scope():
        assert Inburgeringsplichtige.objects.get(pk=dossier.inburgeringsplichtige_id).plaats == "Achterveld"
    again = as_("alice").post(page, person_data(dossier, plaats="Stoutenburg", version="2"))
    assert again.status_code == 302


def test_a_conflict_about_a_code_shows_its_label(dossier, as_):
    page = address("gegevens-dossier", dossier)
    as_("tineke").post(page, case_data(dossier, verblijfstitel=""))
    answer = as_("alice").post(page, case_data(dossier, bijstand_on="1-9-2025"))
    assert answer.status_code == 409
    assert "verblijfsvergunning asiel voor bepaalde tijd" in answer.content.decode()


def test_an_extension_that_duo_decided_moves_the_end_of_the_term(world, dossier, as_):
    data = case_data(dossier, verlengd_tot_en_met_on="31-12-2029")
    assert as_("alice").post(address("gegevens-dossier", dossier), data).status_code == 302
    with world.scope():
        stored = Dossier.objects.get(pk=dossier.pk)
        stored.eerste_pip_on = date(2026, 1, 5)
        termijn = inburgeringstermijn(termijn_facts(stored), on=date(2026, 2, 1))
        assert termijn.value.last_day == date(2029, 12, 31)


@pytest.mark.parametrize(("typed", "kept"), [("Arabisch", "ar"), ("tigrinya", "ti"), ("Bilen", "Bilen")])
def test_a_language_is_kept_as_the_code_by_which_letters_choose(world, dossier, as_, typed, kept):
    data = person_data(dossier, taal=typed, plaats="Achterveld")
    assert as_("alice").post(address("gegevens-persoon", dossier), data).status_code == 302
    with world.scope():
        assert Inburgeringsplichtige.objects.get(pk=dossier.inburgeringsplichtige_id).taal == kept


def test_nothing_changed_writes_nothing(world, dossier, as_):
    assert as_("alice").post(address("gegevens-persoon", dossier), person_data(dossier)).status_code == 302
    with world.scope():
        assert not Gebeurtenis.objects.filter(kind="GegevensGewijzigd").exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"kennisgeving_on": "1-1-2022"}, "kennisgeving_on"),
        ({"inschrijving_on": "1-1-1980"}, "inschrijving_on"),
        ({"doelgroep": "gezinsmigrant_of_overige_migrant"}, "doelgroep"),
        ({"eerste_pip_on": "1-9-2025"}, "eerste_pip_on"),
    ],
)
def test_dates_and_groups_that_cannot_be_together(dossier, as_, changes, field):
    answer = as_("alice").post(address("gegevens-dossier", dossier), case_data(dossier, **changes))
    assert answer.status_code == 200
    assert answer.context["form"].has_error(field)


def test_a_pip_from_elsewhere_starts_the_term_and_its_own_deadline(world, dossier, as_):
    alice = as_("alice")
    data = case_data(dossier, eerste_pip_elders="on", eerste_pip_on="1-9-2025")
    assert alice.post(address("gegevens-dossier", dossier), data).status_code == 302
    page = alice.get(address("dossier", dossier)).content.decode()
    assert "in de nieuwe gemeente" in page
    assert "door het eerste PIP van een andere gemeente" in page


# --- the end -------------------------------------------------------------------------------------


def end(client, dossier, wat, version="1", reden="Diploma gezien"):
    data = {"wat": wat, "op": f"{localdate():%d-%m-%Y}", "reden": reden, "version": version}
    return client.post(address("einde", dossier), data)


@pytest.mark.parametrize(
    ("wat", "field", "kind"),
    [
        ("voldaan", "voldaan_on", "PlichtVoldaan"),
        ("einde", "plicht_einde_on", "PlichtGeeindigd"),
        ("afsluiten", "afgesloten_on", "DossierAfgesloten"),
    ],
)
def test_an_end_is_recorded_with_a_reason(world, dossier, as_, wat, field, kind):
    assert end(as_("alice"), dossier, wat, reden="").status_code == 200
    assert end(as_("alice"), dossier, wat).status_code == 302
    with world.scope():
        row = Dossier.objects.get(pk=dossier.pk)
        assert getattr(row, field) == localdate()
        assert row.version == 2
        assert Gebeurtenis.objects.get(kind=kind).reason == "Diploma gezien"


def test_closing_again_is_refused_and_reopening_asks_a_reason(world, dossier, as_):
    alice = as_("alice")
    end(alice, dossier, "afsluiten")
    assert "al afgesloten" in end(alice, dossier, "afsluiten", version="2").content.decode()
    alice.post(address("heropenen", dossier), {"reden": " "})
    with world.scope():
        assert Dossier.objects.get(pk=dossier.pk).afgesloten_on is not None
    alice.post(address("heropenen", dossier), {"reden": "Te vroeg gesloten"})
    with world.scope():
        row = Dossier.objects.get(pk=dossier.pk)
        assert (row.afgesloten_on, row.afsluitreden) == (None, "")
        assert Gebeurtenis.objects.get(kind="DossierHeropend").reason == "Te vroeg gesloten"


def test_an_end_on_an_old_version_is_a_conflict(dossier, as_):
    end(as_("tineke"), dossier, "voldaan")
    assert end(as_("alice"), dossier, "afsluiten", version="1").status_code == 409


# --- a dossier by hand ---------------------------------------------------------------------------


def new(client, world, key=None, **changes):
    data = {
        "gemeente": world.leusden.pk,
        "voornaam": "Mehari",
        "achternaam": "Tesfay",
        "geboortedatum": "3-2-1990",
        "reden": "Verhuisd en nog niet in het bestand",
        "verzending": key or new_key(),
    }
    return client.post(reverse("klantmanager:dossier-nieuw"), data | changes)


def test_who_may_make_a_dossier(as_):
    page = reverse("klantmanager:dossier-nieuw")
    for name, status in {"alice": 200, "tineke": 200, "charlie": 200, "bas": 403, "aad": 403}.items():
        assert as_(name).get(page).status_code == status


def test_by_hand_it_is_hers_and_only_once(world, as_):
    alice, key = as_("alice"), new_key()
    first = new(alice, world, key, bsn=BSN, kennisgeving_on=f"{localdate() - timedelta(7):%d-%m-%Y}")
    assert first.status_code == 302
    assert new(alice, world, key, bsn=BSN)["Location"] == first["Location"]
    with world.scope():
        dossier = Dossier.objects.get()
        assert dossier.klantmanager == world.alice
        assert dossier.inburgeringsplichtige.bsn == BSN
        assert dossier.inburgeringsplichtige.geboortedatum == date(1990, 2, 3)
        assert Gebeurtenis.objects.get().reason == "Verhuisd en nog niet in het bestand"


def test_a_teamleider_makes_an_unassigned_dossier(world, as_):
    new(as_("tineke"), world)
    with world.scope():
        assert Dossier.objects.get().klantmanager is None


def test_the_same_number_is_refused_and_shown(world, dossier, as_):
    answer = new(as_("alice"), world, bsn=BSN, iemand_anders="on")
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "al een dossier met dit BSN" in page
    assert f"Dossier {dossier.pk}: Samira Haddad" in page
    with world.scope():
        assert Dossier.objects.count() == 1
        assert Verwerking.objects.filter(action="lijst", dossier_id_logged=dossier.pk).exists()


def test_the_same_name_asks_a_person_to_decide(world, as_):
    world.dossier(
        world.bob,
        persoon__voornaam="Méhari",
        persoon__achternaam="TESFAY",
        persoon__geboortedatum=date(1990, 2, 3),
    )
    asked = new(as_("alice"), world)
    assert "Kijk of het dezelfde persoon is" in asked.content.decode()
    assert new(as_("alice"), world, iemand_anders="on").status_code == 302


def test_the_same_number_in_another_gemeente_stays_unseen(world, as_):
    world.dossier(world.charlie, world.amersfoort, persoon__bsn=BSN)
    assert new(as_("alice"), world, bsn=BSN).status_code == 302


def test_no_dossier_in_a_gemeente_where_she_does_not_work(world, as_):
    answer = new(as_("alice"), world, gemeente=world.amersfoort.pk)
    assert answer.status_code == 200
    with world.scope():
        assert not Dossier.objects.exists()


def test_without_a_key_a_form_is_refused(world, as_):
    assert new(as_("alice"), world, verzending="").status_code == 400

"""Differences with DUO on the page of a dossier and of a gemeente, and the facts behind a signal."""

from datetime import date, datetime

import pytest
from django.urls import reverse
from django.utils.timezone import get_current_timezone

from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.actions import keep_deliveries
from meedoen.domain.keten.models import Bron, Taak, Verschil
from meedoen.domain.regio.models import Verwerking
from meedoen.domain.voortgang.models import Attentie
from meedoen.domain.voortgang.vergelijken import compare_dossiers, compare_gemeente
from meedoen.web.once import new_key

TODAY = date(2026, 4, 1)
TOLD = {"indicatorInburgeringsplicht": True, "datumKennisgevingInburgeringsplicht": "2026-01-19"}


@pytest.fixture
def dossier(world, time_machine):
    time_machine.move_to(datetime(2026, 4, 1, 12, tzinfo=get_current_timezone()))
    return world.dossier(world.alice, kennisgeving_on=date(2026, 1, 12), inschrijving_on=date(2026, 1, 12))


@pytest.fixture
def verschil(world, dossier):
    with world.scope():
        keep_deliveries(
            [(dossier, {"inburgeringsplicht": TOLD})],
            bron=Bron.DUO,
            told_on=date(2026, 3, 30),
            kenmerk="DUO inburgeringsplicht 1.2.2",
        )
        compare_dossiers([dossier.pk], on=TODAY)
        return Verschil.objects.get(dossier=dossier)


def address(name, *args):
    return reverse(f"klantmanager:{name}", args=args)


def test_the_page_shows_both_with_both_days_and_where_to_resolve(dossier, verschil, as_):
    page = as_("alice").get(address("verschillen", dossier.pk)).content.decode()
    for text in ("12 januari 2026", "19 januari 2026", "gehoord op 30 maart 2026", "sinds 1 april 2026"):
        assert text in page
    assert address("verschil-oplossen", dossier.pk, verschil.pk) in page


def test_somebody_takes_over_what_duo_says(world, dossier, verschil, as_):
    page = address("verschil-oplossen", dossier.pk, verschil.pk)
    assert "Dat van DUO: 19 januari 2026" in as_("alice").get(page).content.decode()
    data = {"wat": "duo", "reden": "", "verzending": new_key(), "version": verschil.version}
    refused = as_("alice").post(page, data)
    assert refused.status_code == 200
    assert "Dit veld is verplicht" in refused.content.decode()
    assert as_("alice").post(page, data | {"reden": "brief gezien"}).status_code == 302
    with world.scope():
        assert Dossier.objects.get(pk=dossier.pk).kennisgeving_on == date(2026, 1, 19)
    after = as_("alice").get(address("verschillen", dossier.pk)).content.decode()
    assert "overgenomen van duo" in after
    again = as_("alice").post(page, data | {"reden": "nog eens", "verzending": new_key(), "version": "2"})
    assert "Dit verschil is al opgelost" in again.content.decode()


def test_somebody_states_that_ours_is_right(world, dossier, verschil, as_):
    page = address("verschil-oplossen", dossier.pk, verschil.pk)
    data = {"wat": "ons", "reden": "de brief ligt hier", "verzending": new_key(), "version": "1"}
    assert as_("alice").post(page, data).status_code == 302
    with world.scope():
        assert Verschil.objects.get(pk=verschil.pk).status == Verschil.Status.VAN_ONS
        assert Dossier.objects.get(pk=dossier.pk).kennisgeving_on == date(2026, 1, 12)


def test_comparing_now_says_how_many(dossier, verschil, as_):
    answer = as_("alice").post(address("verschillen", dossier.pk), follow=True)
    assert "Vergeleken: één verschil." in answer.content.decode()


def test_without_an_answer_of_duo_the_page_says_where_to_ask(dossier, as_):
    page = as_("alice").get(address("verschillen", dossier.pk)).content.decode()
    assert "DUO vertelde nog niets over deze persoon" in page


def test_the_gemeente_sees_the_report_of_the_night_and_who_differs(world, dossier, verschil, as_):
    with world.scope():
        compare_gemeente(dossier.gemeente_id, on=TODAY, asked=9)
    page = as_("tineke").get(reverse("duo:verschillen")).content.decode()
    assert "Vergeleken op 1 april 2026: 1 dossiers, 1 verschillen open" in page
    assert str(dossier.inburgeringsplichtige) in page
    assert "Kennisgeving van DUO: 1" in page
    narrowed = as_("tineke").get(reverse("duo:verschillen"), {"veld": "pvt"}).content.decode()
    assert str(dossier.inburgeringsplichtige) not in narrowed
    with world.scope():
        assert Verwerking.objects.filter(dossier_id_logged=dossier.pk, action="lijst").exists()


def test_what_contradicts_comes_first_and_what_one_side_lacks_has_its_own_list(world, dossier, verschil, as_):
    with world.scope():
        Verschil.objects.create(
            gemeente=dossier.gemeente,
            dossier=dossier,
            veld="pvt",
            van_ons="2026-03-02",
            found_on=TODAY,
        )
    page = reverse("duo:verschillen")
    for soort, here, gone in (
        ("", "19 januari 2026", "2 maart 2026"),
        ("ons", "2 maart 2026", "19 januari 2026"),
        ("duo", "Van deze soort is er geen verschil", "2 maart 2026"),
        ("alle", "2 maart 2026", "bestaat niet"),
    ):
        said = as_("tineke").get(page, {"soort": soort}).content.decode()
        assert here in said
        assert gone not in said
        assert "Bij beide, maar anders (1)" in said
        assert "Alleen bij ons (1)" in said


def test_another_gemeente_sees_nothing_of_it(dossier, verschil, as_):
    page = as_("charlie").get(reverse("duo:verschillen")).content.decode()
    assert "Geen verschillen" in page
    assert str(dossier.inburgeringsplichtige) not in page


def test_an_auditor_sees_numbers_of_dossiers_and_no_names(dossier, verschil, as_):
    page = as_("aad").get(reverse("duo:verschillen")).content.decode()
    assert f"Dossier {dossier.pk}" in page
    assert str(dossier.inburgeringsplichtige) not in page


def test_what_only_duo_knows_is_taken_over_in_one_go(world, dossier, verschil, as_):
    with world.scope():
        Dossier.objects.filter(pk=dossier.pk).update(kennisgeving_on=None)
        compare_dossiers([dossier.pk], on=TODAY)
    list_page = as_("tineke").get(reverse("duo:verschillen")).content.decode()
    assert "1 keer weet alleen DUO iets" in list_page
    page = reverse("duo:verschillen-alles")
    assert "Het gaat om 1 gegevens" in as_("tineke").get(page).content.decode()
    data = {"reden": "eerste keer gekoppeld", "verzending": new_key()}
    answer = as_("tineke").post(page, data, follow=True).content.decode()
    assert "Overgenomen van DUO: 1 gegevens." in answer
    with world.scope():
        assert Dossier.objects.get(pk=dossier.pk).kennisgeving_on == date(2026, 1, 19)


def test_in_one_go_a_klantmanager_changes_no_dossier_of_a_colleague(world, dossier, verschil, as_):
    with world.scope():
        Dossier.objects.filter(pk=dossier.pk).update(kennisgeving_on=None)
        compare_dossiers([dossier.pk], on=TODAY)
    page = reverse("duo:verschillen-alles")
    for name, count in (("bob", 0), ("charlie", 0), ("alice", 1), ("tineke", 1)):
        assert f"Het gaat om {count} gegevens" in as_(name).get(page).content.decode()
    answer = as_("bob").post(page, {"reden": "eerste keer gekoppeld", "verzending": new_key()}, follow=True)
    assert "Overgenomen van DUO: 0 gegevens." in answer.content.decode()
    with world.scope():
        assert Dossier.objects.get(pk=dossier.pk).kennisgeving_on is None


def test_in_one_go_is_not_more_than_others_can_wait_for(world, dossier, verschil, as_, monkeypatch):
    monkeypatch.setattr("meedoen.web.duo.verschillen.AT_ONCE", 1)
    with world.scope():
        Dossier.objects.filter(pk=dossier.pk).update(kennisgeving_on=None)
        pvt = {"pvt": {"datumOndertekeningPvt": "2026-03-02"}}
        keep_deliveries([(dossier, pvt)], bron=Bron.DUO, told_on=TODAY, kenmerk="DUO pvt 1.0.0")
        compare_dossiers([dossier.pk], on=TODAY)
    page = reverse("duo:verschillen-alles")
    assert "Per keer neemt u er 1 over" in as_("tineke").get(page).content.decode()
    data = {"reden": "eerste keer gekoppeld", "verzending": new_key()}
    assert "Overgenomen van DUO: 1 gegevens." in as_("tineke").post(page, data, follow=True).content.decode()
    page = as_("tineke").get(page).content.decode()
    assert "Het gaat om 1 gegevens" in page
    assert "Per keer" not in page


def test_when_duo_said_something_else_meanwhile_nothing_is_taken_over_unseen(world, dossier, verschil, as_):
    with world.scope():
        told = TOLD | {"datumKennisgevingInburgeringsplicht": "2026-02-02"}
        keep_deliveries(
            [(dossier, {"inburgeringsplicht": told})], bron=Bron.DUO, told_on=TODAY, kenmerk="DUO"
        )
        compare_dossiers([dossier.pk], on=TODAY)
    data = {"wat": "duo", "reden": "brief gezien", "verzending": new_key(), "version": verschil.version}
    answer = as_("alice").post(address("verschil-oplossen", dossier.pk, verschil.pk), data)
    assert answer.status_code == 409
    assert "intussen gewijzigd" in answer.content.decode()
    assert "Dat van DUO: 2 februari 2026" in answer.content.decode()
    with world.scope():
        assert Dossier.objects.get(pk=dossier.pk).kennisgeving_on == date(2026, 1, 12)


# --- the facts behind a signal ---


def test_what_is_recorded_becomes_a_task_at_once_and_goes_with_it(world, dossier, as_):
    page = address("bijzonderheden", dossier.pk)
    data = {"verlenging_aangevraagd_on": "20-3-2026", "version": "0"}
    assert as_("alice").post(page, data).status_code == 302
    with world.scope():
        taak = Taak.objects.get(dossier=dossier, soort="SS112")
        assert (taak.status, taak.afgeleid) == (Taak.Status.OPEN, True)
    data |= {"verlenging_besloten_on": "25-3-2026", "version": "1"}
    assert as_("alice").post(page, data).status_code == 302
    with world.scope():
        taak.refresh_from_db()
        assert taak.status == Taak.Status.VERVALLEN
        said = dossier.gebeurtenissen.filter(kind="AttentieChanged").first()
        assert said.sentence == "Bijzonderheden vastgelegd: duo besliste daarover op."


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"vertrokken_on": "1-3-2026"}, "Kies waarheen de persoon vertrok."),
        ({"vertrokken_naar": "gemeente"}, "Vul in op welke dag de persoon vertrok."),
        (
            {"verlenging_aangevraagd_on": "20-3-2026", "verlenging_besloten_on": "19-3-2026"},
            "DUO kan niet beslissen voordat de verlenging is gevraagd",
        ),
        (
            {"bio_gevraagd_on": "20-3-2026", "bio_advies_on": "19-3-2026"},
            "Het advies kan niet voor de aanvraag",
        ),
        ({"certificaattekst_on": "20-3-2026", "certificaat_on": "19-3-2026"}, "voordat de tekst er is"),
        ({"contract_on": "2-4-2026"}, "Deze datum ligt in de toekomst"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_lost(world, dossier, as_, typed, said):
    answer = as_("alice").post(address("bijzonderheden", dossier.pk), {"version": "0", **typed})
    page = answer.content.decode()
    assert said in page
    for text in typed.values():
        assert text in page
    with world.scope():
        assert not Attentie.objects.exists()


def test_two_people_at_once_see_both_versions(world, dossier, as_):
    page = address("bijzonderheden", dossier.pk)
    as_("tineke").post(page, {"contract_on": "2-3-2026", "contract_taalschakeltraject": "ja", "version": "0"})
    with world.scope():
        assert Attentie.objects.get().contract_taalschakeltraject is True
    answer = as_("alice").post(page, {"contract_on": "3-3-2026", "version": "0"})
    assert answer.status_code == 409


def test_a_closed_dossier_records_nothing(world, dossier, as_):
    with world.scope():
        Dossier.objects.filter(pk=dossier.pk).update(afgesloten_on=TODAY)
    answer = as_("alice").post(
        address("bijzonderheden", dossier.pk), {"contract_on": "2-3-2026", "version": "0"}
    )
    assert "Dit dossier is afgesloten. Heropen het eerst." in answer.content.decode()


def test_what_duo_told_is_readable_among_what_others_told(world, dossier, as_):
    with world.scope():
        keep_deliveries(
            [(dossier, {"doelgroep": {"indeling": "Asielstatushouder", "begindatum": "2026-01-05"}})],
            bron=Bron.DUO,
            told_on=TODAY,
            kenmerk="DUO doelgroep 1.2.2",
        )
        keep_deliveries([(dossier, {"map": None})], bron=Bron.DUO, told_on=TODAY, kenmerk="DUO map 1.0.0")
    for name in ("dossier", "aanleveringen"):
        page = as_("alice").get(address(name, dossier.pk)).content.decode()
        assert "Asielstatushouder" in page
        assert "DUO heeft hier niets over" in page

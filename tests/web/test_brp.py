"""The BRP in a dossier: off by default, every question in the evidence, nothing taken over by itself."""

import logging
import uuid
from datetime import date

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from meedoen.domain.dossier.models import Dossier, Gebeurtenis, Inburgeringsplichtige
from meedoen.domain.keten.models import Aanlevering
from meedoen.domain.regio.models import Verwerking
from meedoen.simulator.brp import BRPSimulator
from meedoen.simulator.serving import run_in_thread
from tests.integrations.brp_people import BSN, persoon


@pytest.fixture
def dossier(world):
    return world.dossier(
        world.alice,
        persoon__bsn=BSN,
        persoon__voornaam="Amina",
        persoon__achternaam="Hadad",
        persoon__geboortedatum=date(1990, 6, 1),
        persoon__adres="Oude Weg 1",
        inschrijving_on=date(2026, 9, 1),
    )


@pytest.fixture
def brp(settings):
    """The simulator, and an installation that is connected to it."""
    simulator = BRPSimulator(personen={BSN: persoon()}, doelbinding="Uitvoering Wet inburgering 2021")
    with run_in_thread(simulator, background=False) as base:
        settings.BRP_URL = f"{base}/haalcentraal/api/brp"
        yield simulator


def page(client, dossier, name="brp"):
    return client.get(reverse(f"klantmanager:{name}", args=[dossier.pk]))


def ask(client, dossier):
    address = reverse("klantmanager:brp-navragen", args=[dossier.pk])
    return client.post(address, {"verzending": str(uuid.uuid4())}, follow=True)


def text(response):
    return " ".join(response.content.decode().split())


def test_without_a_connection_there_is_no_button_no_part_and_no_question(world, as_, dossier):
    client = as_("alice")
    assert ">BRP<" not in text(page(client, dossier, "dossier"))
    shown = text(page(client, dossier))
    assert "De BRP is niet aangesloten." in shown
    assert "Vraag na in de BRP" not in shown
    assert "Vraag uw beheerder om de koppeling aan te zetten." in text(ask(client, dossier))
    with world.scope():
        assert not Aanlevering.objects.exists()
        assert not Verwerking.objects.filter(action="brp-bevragen").exists()


def test_the_answer_is_kept_and_shown_beside_what_we_have_and_nothing_changes(world, as_, dossier, brp):
    client = as_("alice")
    assert "Vraag na in de BRP" in text(page(client, dossier))
    shown = text(ask(client, dossier))
    assert "De BRP heeft geantwoord. Er is nog niets overgenomen." in shown
    assert "el Haddad" in shown
    assert 'Dorpsstraat 12a-2 <span class="quiet">op' in shown
    assert 'Oude Weg 1 <span class="quiet">sinds' in shown
    with world.scope():
        told = Aanlevering.objects.get()
        assert (told.bron, told.told_on, told.kenmerk) == ("brp", timezone.localdate(), "BRP bevragen v2")
        assert BSN not in str(told.gegevens)
        person = Inburgeringsplichtige.objects.get()
        assert (person.achternaam, person.adres) == ("Hadad", "Oude Weg 1")


def test_every_question_is_in_the_evidence_with_its_purpose_also_one_without_an_answer(
    world, as_, dossier, brp
):
    client = as_("alice")
    ask(client, dossier)
    brp.fault = 503
    shown = text(ask(client, dossier))
    assert "De BRP is nu niet bereikbaar. Probeer het later opnieuw; er is niets gewijzigd." in shown
    with world.scope():
        rows = list(Verwerking.objects.filter(action="brp-bevragen", dossier_id_logged=dossier.pk))
        assert [(row.actor, row.rol, row.reason) for row in rows] == [
            (
                world.alice,
                "klantmanager",
                "doelbinding Uitvoering Wet inburgering 2021, verwerking Inburgering",
            )
        ] * 2
        assert Aanlevering.objects.count() == 1
        assert Gebeurtenis.objects.filter(kind="BRPBevraagd").count() == 1
    assert brp.asked[0]["headers"]["X-GEBRUIKER"] == str(world.alice.pk)


def test_the_number_stands_in_no_log_no_event_and_no_row_unsealed(world, as_, dossier, brp, caplog):
    caplog.set_level(logging.DEBUG)
    ask(as_("alice"), dossier)
    brp.personen = {}
    ask(as_("alice"), dossier)
    assert BSN not in "\n".join(
        record.getMessage() for record in caplog.records if record.name != "django.db.backends"
    )
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"select * from {connection.ops.quote_name(table)}")
            assert [row for row in cursor.fetchall() if BSN in str(row)] == [], table


def test_the_same_form_sent_twice_is_one_question(world, as_, dossier, brp):
    client = as_("alice")
    address, key = reverse("klantmanager:brp-navragen", args=[dossier.pk]), str(uuid.uuid4())
    for _ in range(2):
        assert client.post(address, {"verzending": key}).status_code == 302
    assert len(brp.asked) == 1


def test_who_has_no_bsn_cannot_be_asked_about(world, as_, brp):
    nameless = world.dossier(world.alice, persoon__bsn=None)
    shown = text(ask(as_("alice"), nameless))
    assert "Van deze persoon kennen we geen BSN." in shown
    assert brp.asked == []


def test_somebody_else_cannot_ask(world, as_, dossier, brp):
    for name, status in (("bob", 403), ("charlie", 404), ("ingrid", 403), ("aad", 403), ("nobody", 403)):
        assert ask(as_(name), dossier).status_code == status, name
    assert brp.asked == []
    assert ask(as_("tineke"), dossier).status_code == 200
    assert len(brp.asked) == 1


def test_what_the_brp_told_is_taken_over_by_choice_with_a_reason(world, as_, dossier, brp):
    client = as_("alice")
    form = ask(client, dossier).context["form"]
    data = {
        "velden": ["achternaam", "adres", "postcode"],
        "stand": form["stand"].value(),
        "reden": "paspoort gezien",
    }
    address = reverse("klantmanager:brp-overnemen", args=[dossier.pk])
    done = client.post(address, data, follow=True)
    assert "Overgenomen: 3 gegevens." in text(done)
    with world.scope():
        person = Inburgeringsplichtige.objects.get()
        assert (person.achternaam, person.adres, person.postcode) == (
            "el Haddad",
            "Dorpsstraat 12a-2",
            "3831 AB",
        )
        assert person.zoeknaam == "amina el haddad"
        event = Gebeurtenis.objects.get(kind="GegevensGewijzigd")
        assert (event.sentence, event.reason) == (
            "Gewijzigd: achternaam, adres, postcode.",
            "BRP: paspoort gezien",
        )


def test_who_is_registered_elsewhere_gets_no_day_of_registration_here(world, as_, dossier, brp):
    brp.personen[BSN]["gemeenteVanInschrijving"] = {"code": "0307", "omschrijving": "Amersfoort"}
    shown = text(ask(as_("alice"), dossier))
    assert "Volgens de BRP is deze persoon ingeschreven in Amersfoort, niet in Leusden." in shown
    assert "Ingeschreven in deze gemeente" not in shown
    with world.scope():
        assert Dossier.objects.get().inschrijving_on == date(2026, 9, 1)


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ({"overlijden": {"datum": {"type": "Datum", "datum": "2026-10-01"}}}, "is deze persoon overleden"),
        ({"geheimhoudingPersoonsgegevens": True}, "gevraagd om geheimhouding"),
        (
            {"verblijfplaats": {"type": "VerblijfplaatsOnbekend"}},
            "woont deze persoon niet in Nederland: onbekend",
        ),
        (
            {
                "nationaliteiten": [
                    {"type": "Nationaliteit", "nationaliteit": {"omschrijving": "Nederlandse"}}
                ]
            },
            "Volgens de BRP is deze persoon Nederlander.",
        ),
        (
            {"naam": {"geslachtsnaam": "Haddad", "inOnderzoek": {"geslachtsnaam": True}}},
            "De BRP onderzoekt of dit klopt: naam.",
        ),
    ],
)
def test_what_asks_for_attention_is_said_in_words(as_, dossier, brp, other, sentence):
    brp.personen[BSN] |= other
    assert sentence in text(ask(as_("alice"), dossier))


def test_what_the_brp_does_not_tell_any_more_is_not_shown_as_told(world, as_, dossier, brp):
    client = as_("alice")
    ask(client, dossier)
    brp.personen[BSN] = persoon(verblijfplaats={"type": "VerblijfplaatsOnbekend"})
    shown = ask(client, dossier)
    assert [row.code for row in shown.context["rows"] if row.code == "adres"] == []


def test_another_name_and_another_day_of_birth_ask_to_look_at_the_number(as_, dossier, brp):
    sentence = "Naam en geboortedatum zijn allebei anders. Kijk eerst na of het BSN klopt."
    assert sentence not in text(ask(as_("alice"), dossier))
    brp.personen[BSN]["geboorte"] = {"datum": {"type": "Datum", "datum": "1971-02-03"}}
    assert sentence in text(ask(as_("alice"), dossier))


def test_an_address_of_the_azc_is_warned_about(world, as_, brp):
    made = world.dossier(
        world.alice,
        persoon__bsn=BSN,
        persoon__postcode="",
        persoon__plaats="",
        persoon__coa_locatie="Leersum",
        inschrijving_on=None,
    )
    assert "Is het adres van de BRP dat van het AZC?" in text(ask(as_("alice"), made))

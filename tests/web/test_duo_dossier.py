"""The DUO part of a dossier: tasks, what DUO knows in words, asking again, and typing over the portal."""

import json
import uuid
from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from meedoen.domain.keten.actions import Antwoord, keep_answer, make_taak
from meedoen.domain.keten.duo_told import duo_told
from meedoen.domain.keten.gebeurtenissen import betekenis_of
from meedoen.domain.keten.models import Aanlevering, DUOAansluiting, Notificatie, Ontheffing, Verlengingsgrond
from meedoen.domain.regio.models import Verwerking
from meedoen.web.duo.bekend import INTERFACES, in_words
from meedoen.web.klantmanager.duo_portaal_forms import FORMS
from meedoen.web.klantmanager.duo_portaal_plicht_forms import OntheffingForm

ON = date(2026, 11, 20)


def post(client, url, **data):
    return client.post(url, {"verzending": str(uuid.uuid4()), **data})


@pytest.fixture
def dossier(world):
    return world.dossier(world.alice, persoon__voornaam="Amina", persoon__achternaam="Haddad")


def page_of(client, dossier):
    return client.get(reverse("klantmanager:duo", args=[dossier.pk])).content.decode()


def told(world, dossier, interface):
    with world.scope():
        row = Aanlevering.objects.filter(dossier=dossier, kenmerk__startswith=f"DUO {interface} ").first()
        return row.gegevens[interface] if row else "nooit"


# --- tasks ----------


def test_a_task_says_what_why_by_when_and_where(world, as_, dossier):
    with world.scope():
        make_taak(
            dossier,
            "SS131",
            titel="Bespreek de uitslag van de leerbaarheidstoets en kies de leerroute",
            uitleg="De uitslag is een advies.",
            waar="leerroute",
            due_on=date(2099, 1, 5),
        )
    page = page_of(as_("alice"), dossier)
    assert "Bespreek de uitslag van de leerbaarheidstoets en kies de leerroute" in page
    assert "De uitslag is een advies." in page
    assert "5 jan 2099" in page
    assert f'href="{reverse("klantmanager:leerroute", args=[dossier.pk])}">Naar de leerroute' in page


def test_a_teamleider_gets_no_link_to_a_page_that_she_may_not_open(world, as_, dossier):
    with world.scope():
        make_taak(dossier, "SS131", titel="Kies de leerroute", waar="intake")
    page = page_of(as_("tineke"), dossier)
    assert "Kies de leerroute" in page
    assert ("Naar de brede intake" in page) is (
        as_("tineke").get(reverse("klantmanager:intake", args=[dossier.pk])).status_code == 200
    )


def test_a_task_is_finished_with_a_word_how_and_only_once(world, as_, dossier):
    with world.scope():
        taak = make_taak(dossier, "SS103", titel="Bespreek de nieuwe einddatum")
    url = reverse("klantmanager:taak", args=[dossier.pk, taak.pk])
    assert post(as_("alice"), url, hoe="  ").status_code == 422
    post(as_("alice"), url, hoe="Besproken op de gang")
    with world.scope():
        taak.refresh_from_db()
        assert (taak.status, taak.hoe, taak.done_by_id) == ("gedaan", "Besproken op de gang", world.alice.pk)
    again = post(as_("alice"), url, hoe="Nog eens")
    assert "Deze taak is al afgehandeld." in again.content.decode()
    assert "Besproken op de gang" in page_of(as_("alice"), dossier)


# --- what DUO knows ----------


@pytest.mark.parametrize(
    ("interface", "said", "words"),
    [
        (
            "inburgeringstermijn",
            {"startdatum": "2026-11-21", "einddatum": "2029-11-21"},
            [[("Begin", "21 november 2026"), ("Duurt", "t/m 20 november 2029")]],
        ),
        (
            "inburgeringsplicht",
            {"indicatorInburgeringsplicht": False, "einddatum": "2026-05-01"},
            [[("Inburgeringsplichtig", "Nee"), ("Duurt", "t/m 1 mei 2026")]],
        ),
        (
            "uren",
            [{"gemeentecode": "0327", "bekendTot": "2026-07-01", "TaallesEnKnmBredeIntake": {"uren": 0}}],
            [
                [
                    ("Gemeentecode", "0327"),
                    ("Bekend", "t/m 30 juni 2026"),
                    ("Uren taalles en KNM in de brede intake", "0"),
                ]
            ],
        ),
        (
            "pip",
            {"gemeentecode": "0327", "pip": {"dagtekeningPip": "2026-11-20", "leerroute": "O"}},
            [
                [
                    ("Gemeentecode", "0327"),
                    ("Dagtekening PIP", "20 november 2026"),
                    ("Leerroute", "Onderwijsroute"),
                ]
            ],
        ),
        (
            "examens",
            [{"examendatum": "2026-06-02", "onderdeel": "SP", "niveau": "B1", "resultaat": "Gezakt"}],
            [
                [
                    ("Examendatum", "2 juni 2026"),
                    ("Onderdeel", "Spreekvaardigheid"),
                    ("Niveau", "B1"),
                    ("Uitslag", "Niet geslaagd"),
                ]
            ],
        ),
        (
            "vrijstellingen",
            [
                {
                    "TijdelijkeVrijstelling": {
                        "reden": "OPL",
                        "oordeel": "Toekenning",
                        "einddatum": "2027-08-31",
                    }
                }
            ],
            [
                [
                    ("Soort", "Tijdelijke vrijstelling"),
                    ("Reden", "Inschrijving bij een opleiding, door DUO gezien"),
                    ("Oordeel", "Toegekend"),
                    ("Duurt", "t/m 31 augustus 2027"),
                ]
            ],
        ),
        ("map", None, []),
        ("inburgeringstermijn", {"einddatum": "0001-01-01"}, [[("Einde", "1 januari 1")]]),
        ("lbt", "onzin", []),
    ],
)
def test_what_duo_said_is_told_in_words_with_last_days(interface, said, words):
    assert in_words(interface, said) == words


def test_a_ground_that_duo_names_by_its_code_is_shown_in_words(world, as_, dossier):
    Verlengingsgrond.objects.create(code="2a", omschrijving="Alfabetisering", gezien_on=ON)
    earlier = [
        {"einddatum": "2029-11-21", "verlengingsgrondcode": "2a"},
        {"einddatum": "2028-11-21", "verlengingsgrondcode": "7"},
        {"einddatum": "2027-11-21", "verlengingsgrondcode": "1", "verlengingsgrondomschrijving": "Ziekte"},
    ]
    with world.scope():
        answer = Antwoord("inburgeringstermijn-historie", "1.0.0", earlier)
        keep_answer(dossier, answer, told_on=ON)
        shown = [dict(pairs) for pairs in in_words(answer.interface, earlier)]
    assert [row.get("Verlengingsgrond") for row in shown] == ["Alfabetisering", None, "Ziekte"]
    assert [row["Code verlengingsgrond"] for row in shown] == ["2a", "7", "1"]
    assert "Alfabetisering" in page_of(as_("alice"), dossier)


def test_the_page_shows_both_days_and_where_it_came_from(world, as_, dossier):
    with world.scope():
        termijn = {"startdatum": "2026-11-21", "einddatum": "2029-11-21"}
        keep_answer(dossier, Antwoord("inburgeringstermijn", "1.0.0", termijn), told_on=ON)
        keep_answer(dossier, Antwoord("map", "1.0.0", None), told_on=ON)
        keep_answer(dossier, Antwoord("examens", "1.0.0", []), told_on=ON)
    page = page_of(as_("alice"), dossier)
    assert "t/m 20 november 2029" in page
    assert "Bij DUO op 20 nov 2026, bij ons sinds " in page
    assert "Op 20 nov 2026 had DUO niets over: Module Arbeidsmarkt en Participatie (MAP) en Examens." in page
    assert 'id="weet-inburgeringstermijn"' in page
    assert 'id="weet-map"' not in page
    assert "overgenomen uit het portaal" not in page


def test_every_interface_that_can_be_typed_over_has_a_title():
    assert set(FORMS) <= set(INTERFACES)


# --- asking again ----------


def test_asking_again_puts_one_question_in_the_inbox(world, as_, dossier):
    DUOAansluiting.objects.create(gemeente=world.leusden, manier="m2m", oin="00000001002220647000")
    client, url = as_("alice"), reverse("klantmanager:duo-vraag", args=[dossier.pk])
    assert "Vraag DUO opnieuw" in page_of(client, dossier)
    post(client, url)
    post(client, url)
    with world.scope():
        row = Notificatie.objects.get(dossier=dossier)
        assert (row.gebeurtenis_id, row.status, row.by_id) == ("VRAAG", "ontvangen", world.alice.pk)
    page = page_of(client, dossier)
    assert "DUO wordt gevraagd." in page
    assert "Antwoord op een vraag van een medewerker" in page
    assert "VRAAG" not in page


def test_a_question_asks_everything_and_makes_no_task():
    question = betekenis_of("VRAAG")
    assert question.taak is None
    assert {"inburgeringsplicht", "vrijstellingen", "ontheffingen", "examenresultaten"} <= set(question.haal)


def test_without_a_connection_or_a_bsn_asking_says_why_not(world, as_, dossier):
    client, url = as_("alice"), reverse("klantmanager:duo-vraag", args=[dossier.pk])
    assert "Vraag DUO opnieuw" not in page_of(client, dossier)
    post(client, url)
    assert "Uw gemeente heeft geen koppeling met DUO." in page_of(client, dossier)
    DUOAansluiting.objects.create(gemeente=world.leusden, manier="m2m", oin="00000001002220647000")
    with world.scope():
        person = dossier.inburgeringsplichtige
        person.bsn = ""
        person.save()
    post(client, url)
    assert "dat ontbreekt in dit dossier" in page_of(client, dossier)
    with world.scope():
        assert Notificatie.objects.count() == 0


# --- typing over the portal ----------


def fill(client, dossier, interface, **data):
    url = reverse("klantmanager:duo-portaal-interface", args=[dossier.pk, interface])
    return post(client, url, **{"bekeken_on": "20-11-2026", **data})


@pytest.mark.parametrize(
    ("interface", "typed", "published"),
    [
        (
            "inburgeringsplicht",
            {"plichtig": "ja", "begin": "1-3-2026", "kennisgeving": "10-03-2026"},
            {
                "indicatorInburgeringsplicht": True,
                "begindatum": "2026-03-01",
                "datumKennisgevingInburgeringsplicht": "2026-03-10",
            },
        ),
        (
            "doelgroep",
            {"indeling": "Asielstatushouder", "begin": "1-3-2026"},
            {"indeling": "Asielstatushouder", "begindatum": "2026-03-01"},
        ),
        (
            "inburgeringstermijn",
            {"start": "21-11-2026", "einde": "21-11-2029"},
            {"startdatum": "2026-11-21", "einddatum": "2029-11-21"},
        ),
        (
            "lbt",
            {"resultaat": "B1-route haalbaar", "behaald": "61.50", "nodig": "45,00", "op": "1-10-2026"},
            [
                {
                    "resultaat": "B1-route haalbaar",
                    "behaaldeScore": "61,50",
                    "benodigdeScore": "45,00",
                    "datumAfname": "2026-10-01",
                }
            ],
        ),
        (
            "pip",
            {"gemeentecode": "0307", "dagtekening": "20-11-2026", "leerroute": "B", "afmaken": "nee"},
            {
                "gemeentecode": "0307",
                "pip": {
                    "dagtekeningPip": "2026-11-20",
                    "leerroute": "B",
                    "indicatorMagOpleidingAfmaken": False,
                },
            },
        ),
        (
            "uren",
            {"gemeentecode": "0327", "tot": "1-7-2026", "leerroute": "0", "intake": "24"},
            [
                {
                    "gemeentecode": "0327",
                    "bekendTot": "2026-07-01",
                    "ParticipatieAlsTaalles": {"uren": 0},
                    "TaallesEnKnmBredeIntake": {"uren": 24},
                }
            ],
        ),
        ("pvt", {"op": "2-11-2026"}, {"datumOndertekeningPvt": "2026-11-02"}),
        ("map", {"op": "3-11-2026"}, {"datumEindgesprekMap": "2026-11-03"}),
        (
            "examens",
            {"onderdeel": "LE", "op": "2-6-2026", "niveau": "B1", "resultaat": "Geen", "reden": "Absent"},
            [
                {
                    "examendatum": "2026-06-02",
                    "onderdeel": "LE",
                    "niveau": "B1",
                    "resultaat": "Geen",
                    "redenGeenResultaat": "Absent",
                }
            ],
        ),
        (
            "gratispogingen",
            {"LE": "2", "SP": "0"},
            [
                {"onderdeel": "LE", "gratisPogingenTegoed": 2},
                {"onderdeel": "SP", "gratisPogingenTegoed": 0},
            ],
        ),
        (
            "vrijstellingen",
            {
                "soort": "TijdelijkeVrijstelling",
                "oordeel": "Toekenning",
                "reden": "OPL",
                "start": "1-9-2026",
                "einde": "31-8-2027",
            },
            [
                {
                    "TijdelijkeVrijstelling": {
                        "reden": "OPL",
                        "oordeel": "Toekenning",
                        "startdatum": "2026-09-01",
                        "einddatum": "2027-08-31",
                    }
                }
            ],
        ),
    ],
)
def test_what_the_portal_shows_is_kept_as_duo_would_publish_it(
    world, as_, dossier, interface, typed, published
):
    response = fill(as_("alice"), dossier, interface, **typed)
    assert response.status_code == 302
    assert told(world, dossier, interface) == published
    with world.scope():
        row = Aanlevering.objects.get(dossier=dossier)
        assert (row.bron, row.told_on) == ("duo", date(2026, 11, 20))
        assert row.kenmerk == f"DUO {interface} overgenomen uit het portaal"
    assert "overgenomen uit het portaal" in page_of(as_("alice"), dossier)


def test_the_rules_read_what_was_typed_over(world, as_, dossier):
    fill(as_("alice"), dossier, "inburgeringstermijn", start="21-11-2026", einde="21-11-2029")
    with world.scope():
        assert duo_told(dossier).termijn_end_exclusive == date(2029, 11, 21)


def test_a_second_result_comes_beside_the_first_and_the_same_one_is_replaced(world, as_, dossier):
    client = as_("alice")
    exam = {"onderdeel": "LE", "niveau": "B1", "op": "2-6-2026"}
    fill(client, dossier, "examens", **exam, resultaat="Geen")
    fill(client, dossier, "examens", onderdeel="SP", op="3-6-2026", resultaat="Geslaagd")
    fill(client, dossier, "examens", **exam, resultaat="Geslaagd")
    rows = told(world, dossier, "examens")
    assert [(row["onderdeel"], row["resultaat"]) for row in rows] == [("SP", "Geslaagd"), ("LE", "Geslaagd")]


def test_the_same_again_is_not_kept_twice(world, as_, dossier):
    client = as_("alice")
    fill(client, dossier, "pvt", op="2-11-2026")
    fill(client, dossier, "pvt", op="2-11-2026")
    assert "Dit zei DUO de vorige keer ook." in page_of(client, dossier)
    with world.scope():
        assert Aanlevering.objects.filter(dossier=dossier).count() == 1


def test_the_portal_can_show_nothing(world, as_, dossier):
    assert fill(as_("alice"), dossier, "map", niets="on").status_code == 302
    assert told(world, dossier, "map") is None


@pytest.mark.parametrize(
    ("interface", "typed", "sentence"),
    [
        ("pvt", {}, "Vul in wat het portaal hier toont."),
        ("pvt", {"op": "1-1-0001"}, "Dit jaar kan niet. Kijk het jaar na."),
        ("map", {"niets": "on", "op": "2-11-2026"}, "U vulde iets in. Haal dit vinkje weg"),
        (
            "inburgeringstermijn",
            {"start": "21-11-2026", "einde": "21-11-2026"},
            "De einddatum ligt niet na de startdatum.",
        ),
        ("inburgeringsplicht", {"plichtig": "ja", "reden": "Overlijden"}, "Deze reden past niet bij «Ja»."),
        (
            "inburgeringsplicht",
            {"plichtig": "nee", "begin": "2-2-2026", "einde": "1-2-2026"},
            "Het einde ligt voor het begin.",
        ),
        ("lbt", {"behaald": "zestig"}, "Schrijf de score met twee cijfers achter de komma, zoals 61,50."),
        ("pip", {"gemeentecode": "32"}, "De code van een gemeente heeft vier cijfers, zoals 0327."),
        ("uren", {"gemeentecode": "0327"}, "Vul ten minste één aantal uren in"),
        ("examens", {"resultaat": "Geslaagd", "reden": "Absent"}, "Er is een uitslag."),
        (
            "vrijstellingen",
            {"soort": "GeheleVrijstelling", "start": "1-1-2026"},
            "Dit hoort alleen bij een tijdelijke vrijstelling.",
        ),
    ],
)
def test_what_cannot_be_is_refused_in_words_and_kept_in_the_form(
    world, as_, dossier, interface, typed, sentence
):
    response = fill(as_("alice"), dossier, interface, **typed)
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert told(world, dossier, interface) == "nooit"


def test_a_day_of_looking_that_is_still_to_come_is_refused(world, as_, dossier):
    response = fill(as_("alice"), dossier, "pvt", op="2-11-2026", bekeken_on="1-1-2099")
    assert response.status_code == 422
    assert "Deze datum ligt in de toekomst." in response.content.decode()


def test_an_interface_that_does_not_exist_is_not_found(as_, dossier):
    url = reverse("klantmanager:duo-portaal-interface", args=[dossier.pk, "ontheffing"])
    assert as_("alice").get(url).status_code == 404


def test_an_ontheffing_is_kept_sealed_and_shown_only_on_its_own_page(world, as_, dossier):
    url = reverse("klantmanager:duo-portaal-ontheffingen", args=[dossier.pk])
    typed = {"soort": "GeheleOntheffing", "oordeel": "Toekenning", "op": "2-11-2026", "grond": "MED"}
    assert as_("tineke").get(url).status_code == 403
    assert post(as_("alice"), url, bekeken_on="20-11-2026", **typed).status_code == 302
    with world.scope():
        row = Ontheffing.objects.get(dossier=dossier)
        body = {"GeheleOntheffing": {"oordeel": "Toekenning", "datumOordeel": "2026-11-02", "grond": "MED"}}
        assert json.loads(row.inhoud) == [body]
        assert b"MED" not in bytes(row.inhoud_sealed)
        assert Aanlevering.objects.filter(dossier=dossier).count() == 0
        actions = Verwerking.objects.filter(dossier_id_logged=dossier.pk).values_list("action", flat=True)
        assert "gezondheid-wijzigen" in actions
        sentences = dossier.gebeurtenissen.values_list("sentence", flat=True)
        assert not any("ontheffing" in sentence.lower() for sentence in sentences)
    assert "Medisch" not in page_of(as_("alice"), dossier)
    page = as_("alice").get(url).content.decode()
    assert "Wat DUO de vorige keer zei" in page
    assert "Volledige ontheffing" in page


def test_a_whole_ontheffing_has_no_part(db):
    form = OntheffingForm(
        {
            "soort": "GeheleOntheffing",
            "oordeel": "Toekenning",
            "op": "2-11-2026",
            "grond": "BIO",
            "onderdeel": "LE",
            "bekeken_on": f"{timezone.localdate():%d-%m-%Y}",
        }
    )
    assert form.errors == {"onderdeel": ["Dit hoort alleen bij een gedeeltelijke ontheffing. Maak dit leeg."]}

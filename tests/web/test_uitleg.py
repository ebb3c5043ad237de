"""The page that explains every answer of the law about one person, and compares two days."""

import re
from datetime import date

import pytest
from django.urls import reverse
from django.utils.timezone import localdate, now

from meedoen.domain.dossier.waarneming import begin_waarneming
from meedoen.domain.pip.models import PIP
from meedoen.domain.regio.models import Verwerking
from meedoen.domain.termijn.actions import reckon
from meedoen.domain.termijn.uitleg import DOSSIER_QUESTIONS, question_of
from meedoen.law.inburgering.aanbod import AanbodFacts, gets_pip
from meedoen.law.inburgering.pip import PIPFacts, pip_deadline, pip_deadline_first
from meedoen.law.kernel.outcome import answer
from meedoen.law.questions.wording import title


@pytest.fixture
def dossier(world):
    return world.dossier(
        world.alice,
        kennisgeving_on=date(2022, 11, 1),
        inschrijving_on=date(2022, 10, 1),
        bekendmaking_on=date(2022, 9, 1),
    )


def uitleg(client, dossier, **query):
    return client.get(reverse("klantmanager:uitleg", args=[dossier.pk]), query)


def verschil(client, dossier, **query):
    return client.get(reverse("klantmanager:verschil", args=[dossier.pk]), query)


def text_of(response):
    body = re.sub(r"<[^>]+>", " ", response.content.decode())
    return re.sub(r"\s+", " ", body)


def section(response, name):
    return response.content.decode().split(f'id="{name}"', 1)[1].split("</section>", 1)[0]


@pytest.mark.parametrize("show", [uitleg, verschil])
def test_own_colleague_elsewhere_and_absent(show, dossier, as_):
    codes = {
        name: show(as_(name), dossier).status_code for name in ("alice", "tineke", "bob", "charlie", "ingrid")
    }
    assert codes == {"alice": 200, "tineke": 200, "bob": 403, "charlie": 404, "ingrid": 403}


def test_every_question_has_its_short_answer_and_its_reasons(dossier, as_):
    page = uitleg(as_("alice"), dossier)
    for name in DOSSIER_QUESTIONS:
        part = section(page, name)
        assert title(name) in part
        assert "outcome__value" in part
        assert "Waarom?" in part


def test_the_reasons_have_facts_articles_and_what_was_looked_at(dossier, as_):
    part = section(uitleg(as_("alice"), dossier, op="01-05-2023"), "pip_deadline")
    assert "10 januari 2023" in part
    assert "Kennisgeving van DUO: 1 november 2022" in part
    assert (
        "https://wetten.overheid.nl/jci1.3:c:BWBR0045555&amp;artikel=5.3&amp;z=2023-01-01&amp;g=2023-01-01"
        in part
    )
    assert "Informatie gevraagd aan een derde" in part.split("niet ingevuld")[1]


def test_on_another_day_another_text_of_the_law_answers(dossier, as_):
    page = uitleg(as_("alice"), dossier, op="31-12-2022")
    assert "12 december 2022" in section(page, "pip_deadline")
    assert "Dit zegt de wet op 31 december 2022, met de gegevens die nu in het dossier staan" in text_of(page)
    assert f"?van=31-12-2022&amp;tot={localdate():%d-%m-%Y}" in page.content.decode()


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("31-12-2021", "geldt vanaf 1 januari 2022"),
        ("1-1-2100", "Zo ver vooruit is de wet niet bekend"),
        ("morgen", "Schrijf de datum als dag-maand-jaar"),
        ("", "Dit veld"),
    ],
)
def test_a_day_that_cannot_be_asked_is_told_and_today_is_shown(day, sentence, dossier, as_):
    page = uitleg(as_("alice"), dossier, op=day)
    assert page.status_code == 200
    assert sentence in text_of(page)
    assert page.context["on"] == localdate()


def test_a_missing_fact_has_the_way_to_fill_it_in(world, as_):
    dossier = world.dossier(world.alice, kennisgeving_on=None)
    page = uitleg(as_("alice"), dossier)
    place = reverse("klantmanager:gegevens-dossier", args=[dossier.pk])
    assert f'<a href="{place}#id_kennisgeving_on">kennisgeving van DUO invullen</a>' in section(
        page, "pip_deadline"
    )


def test_what_has_not_happened_yet_is_not_asked_for_today(dossier, as_):
    part = section(uitleg(as_("alice"), dossier), "bewaartermijn")
    assert "Nog niet bekend: <a" in part
    assert "einde van de inburgeringsplicht vastleggen, als het zover is</a>" in part
    assert "Ontbreekt" not in part


def test_who_may_not_fill_it_in_gets_no_link_to_it(world, as_):
    dossier = world.dossier(world.alice, kennisgeving_on=None)
    with world.scope():
        begin_waarneming(dossier, reden="Steekproef van dit kwartaal", by=world.aad, at=now())
    part = section(uitleg(as_("aad"), dossier), "pip_deadline")
    assert "Ontbreekt: kennisgeving van DUO. De klantmanager vult dit in." in part
    assert reverse("klantmanager:gegevens-dossier", args=[dossier.pk]) not in part


def test_a_fact_that_several_parts_miss_is_named_once(dossier, as_):
    part = section(uitleg(as_("alice"), dossier), "inburgeringstermijn")
    assert part.count("nog niet bekend") > 1
    assert part.count("dagtekening van het eerste PIP invullen") == 1


def test_a_fact_that_is_not_kept_says_so(world, dossier, as_):
    with world.scope():
        PIP.objects.create(
            gemeente=world.leusden,
            dossier=dossier,
            versie=1,
            status=PIP.Status.UITGEREIKT,
            leerroute="B1-route",
            dagtekening_on=date(2023, 1, 5),
            uitgereikt_on=date(2023, 1, 6),
        )
    page = uitleg(as_("alice"), dossier)
    assert "Meedoen houdt dit nog niet bij" in section(page, "a2")
    assert "bezwaar" in section(page, "bezwaartermijn").lower()
    assert "17 februari 2023" in section(page, "bezwaartermijn")


def test_nothing_is_claimed_about_hours_that_are_not_kept(dossier, as_):
    page = text_of(uitleg(as_("alice"), dossier))
    assert "0 van de" not in page
    assert "is nog niet afgerond" not in page
    assert "Daarom staat hier niet of de uren van PVT en MAP genoeg zijn" in page


@pytest.mark.parametrize(
    ("day", "answer", "sentence"),
    [
        ("04-07-2025", "nee", "Aanvragen kan pas vanaf 5 juli 2025"),
        ("05-07-2025", "ja", "Aanvragen kan van 5 juli 2025 tot en met 5 januari 2026"),
        ("06-01-2026", "nee", "De termijn is op 5 januari 2026 geëindigd"),
    ],
)
def test_the_window_of_the_extension_opens_and_closes(day, answer, sentence, world, as_):
    dossier = world.dossier(world.alice, eerste_pip_on=date(2023, 1, 5))
    part = section(uitleg(as_("alice"), dossier, op=day), "verlenging")
    assert sentence in part
    assert f'<strong class="outcome__value">{answer}</strong>' in part


def test_a_judgement_is_asked_of_a_person(dossier, as_):
    part = section(uitleg(as_("alice"), dossier), "leerroute")
    assert "oordeel nodig" in part
    assert "oordeel dat examen en taalschakeltraject buiten bereik zijn invullen" in part


def test_a_reading_is_marked(world, as_):
    dossier = world.dossier(world.alice, plicht_einde_on=date(2025, 3, 3))
    part = section(uitleg(as_("alice"), dossier), "bewaartermijn")
    assert (
        '<span class="reading">Lezing: de termijn van art. 9.9 geldt ook voor het dossier bij de gemeente'
        in part
    )


def test_dates_that_cannot_be_true_do_not_break_the_page(world, as_):
    dossier = world.dossier(
        world.alice,
        kennisgeving_on=date(9999, 12, 31),
        doelgroep="gezinsmigrant_of_overige_migrant",
        verblijfstitel="",
    )
    assert "kijk de data na" in section(uitleg(as_("alice"), dossier), "pip_deadline")
    page = verschil(as_("alice"), dossier, van="01-01-2023", tot="02-01-2023")
    assert "Kijk de data na: " in text_of(page)
    assert "Uiterste datum voor het PIP" in text_of(page)


def test_two_days_stand_beside_each_other_with_the_reason(dossier, as_):
    page = verschil(as_("alice"), dossier, van="31-12-2022", tot="01-01-2023")
    part = section(page, "pip_deadline")
    assert "12 december 2022" in part
    assert "10 januari 2023" in part
    assert "art. 5.3, eerste lid, Bi 2021 luidt sinds deze dag anders" in part
    assert part.count("<strong>1 januari 2023</strong>") == 1
    assert part.count("Laatste dag werd:") == 1
    assert "Hetzelfde gebleven" in text_of(page)


def test_only_time_that_went_by_is_told_as_such(world, as_):
    dossier = world.dossier(
        world.alice, persoon__geboortedatum=date(2008, 3, 3), bekendmaking_on=date(2023, 1, 1)
    )
    page = verschil(as_("alice"), dossier, van="01-01-2024", tot="01-06-2024")
    part = section(page, "inburgeringsplicht")
    assert "<strong>3 maart 2024</strong>: er ging alleen tijd voorbij" in part


def test_what_changed_without_effect_is_told_apart(world, as_):
    dossier = world.dossier(
        world.alice,
        verblijfstitel="regulier_bepaalde_tijd",
        doelgroep="gezinsmigrant_of_overige_migrant",
        verblijfsdoel="gezin",
        referent="nederlander",
        bekendmaking_on=date(2023, 1, 1),
    )
    page = verschil(as_("alice"), dossier, van="01-01-2024", tot="01-06-2024")
    assert "Wel gewijzigd, zonder gevolg voor deze persoon" in text_of(page)
    told = "17 april 2024 : art. 2.2, eerste lid, Bi 2021 luidt sinds deze dag anders"
    assert f"{told} ( lees de tekst van art. 2.2, eerste lid, Bi 2021 )" in text_of(page)


def test_two_days_between_which_nothing_differs(dossier, as_):
    page = verschil(as_("alice"), dossier, van="01-06-2024", tot="02-06-2024")
    assert "Niets is anders" in text_of(page)


def test_the_same_day_twice_asks_for_another_day(dossier, as_):
    page = verschil(as_("alice"), dossier, van="01-06-2024", tot="01-06-2024")
    assert "Kies twee verschillende dagen" in text_of(page)
    assert "Niets is anders" not in text_of(page)


def test_on_another_day_each_answer_says_for_which_day_it_is(dossier, as_):
    told = "Gevraagd voor 1 juni 2024"
    assert told in section(uitleg(as_("alice"), dossier, op="01-06-2024"), "pip_deadline")
    assert told not in text_of(uitleg(as_("alice"), dossier))


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        ({"van": "01-06-2024", "tot": "01-05-2024"}, "De tweede dag ligt voor de eerste"),
        ({"van": "01-06-2024"}, "Dit veld"),
        ({"van": "01-06-2021", "tot": "01-05-2024"}, "geldt vanaf 1 januari 2022"),
    ],
)
def test_days_that_cannot_be_compared_are_told(days, sentence, dossier, as_):
    page = verschil(as_("alice"), dossier, **days)
    assert sentence in text_of(page)
    assert "Hetzelfde gebleven" not in text_of(page)


def test_without_days_the_form_proposes_two(dossier, as_):
    body = verschil(as_("alice"), dossier).content.decode()
    assert 'value="01-01-2022"' in body
    assert f'value="{localdate():%d-%m-%Y}"' in body


def test_every_look_leaves_one_row_of_evidence(world, dossier, as_):
    uitleg(as_("alice"), dossier)
    verschil(as_("alice"), dossier, van="01-01-2023", tot="02-01-2023")
    with world.scope():
        assert Verwerking.objects.filter(dossier_id_logged=dossier.pk).count() == 2


def test_the_dossier_and_its_outcomes_lead_to_the_explanation(world, dossier, as_):
    with world.scope():
        reckon([dossier.pk], on=localdate())
    body = as_("alice").get(reverse("klantmanager:dossier", args=[dossier.pk])).content.decode()
    place = reverse("klantmanager:uitleg", args=[dossier.pk])
    assert f'href="{place}#volgende_stap"' in body
    today = f"{localdate():%d-%m-%Y}"
    assert f'<a href="{place}?op={today}#pip_deadline">Waarom deze datum?</a>' in body
    for name in ("pip_deadline", "inburgeringstermijn", "aanbod", "ontzorgen"):
        assert f'href="{place}?op={today}#{name}"' in body, name


def test_after_the_pip_the_clock_is_explained_for_the_day_of_the_pip(world, as_):
    dossier = world.dossier(world.alice, kennisgeving_on=date(2022, 11, 1), eerste_pip_on=date(2022, 12, 30))
    body = as_("alice").get(reverse("klantmanager:dossier", args=[dossier.pk])).content.decode()
    assert "?op=30-12-2022#pip_deadline" in body


def test_an_outcome_is_explained_under_its_own_question_or_one_of_its_subject():
    facts, day = PIPFacts(kennisgeving=date(2025, 3, 3)), date(2025, 3, 3)
    assert question_of(pip_deadline(facts, on=day)) == "pip_deadline"
    assert question_of(pip_deadline_first(facts, on=day)) == "pip_deadline"
    assert question_of(gets_pip(AanbodFacts(), on=day)) == "aanbod"
    assert question_of(answer(True, "zomaar")) == ""

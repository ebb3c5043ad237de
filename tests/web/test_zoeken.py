"""A search finds people of the own gemeenten, and what was typed stays out of address, title and log."""

import re
from io import BytesIO

import pytest
from openpyxl import load_workbook

from meedoen.domain.regio.models import Beveiligingsgebeurtenis, Rol, Verwerking
from tests.factories import appoint

URL = "/zoeken/"
EXCEL = URL + "excel/"
BSN = "999900006"


@pytest.fixture
def people(world):
    return {
        "isil": world.dossier(
            world.alice, persoon__voornaam="Işıl", persoon__achternaam="Yılmaz", persoon__bsn=BSN
        ),
        "collega": world.dossier(world.bob, persoon__voornaam="Isilda", persoon__achternaam="Bob"),
        "elders": world.dossier(
            world.charlie, world.amersfoort, persoon__voornaam="Isil", persoon__achternaam="Elders"
        ),
    }


def names(response):
    return re.findall(r"<bdi>([^<]+)", response.content.decode())


def search(client, text):
    return client.post(URL, {"zoek": text})


def test_by_name_in_any_spelling(as_, people):
    assert names(search(as_("alice"), "yilm isil")) == ["Işıl Yılmaz"]
    assert names(search(as_("alice"), "isil")) == ["Isilda Bob", "Işıl Yılmaz"]


@pytest.mark.parametrize("text", [BSN, "9999.00.006", f"BSN {BSN}"])
def test_a_bsn_is_found_and_not_written_anywhere(as_, world, people, text):
    response = search(as_("alice"), text)
    page = response.content.decode()
    assert names(response) == ["Işıl Yılmaz"]
    assert BSN not in page
    assert text not in page
    with world.scope():
        logged = [str(row) for row in Verwerking.objects.values()] + [
            str(row) for row in Beveiligingsgebeurtenis.objects.values()
        ]
    assert logged
    assert not any(BSN in row for row in logged)


def test_what_was_typed_is_never_in_address_or_title(as_, people):
    response = search(as_("alice"), "yilmaz")
    title = re.search(r"<title>(.*?)</title>", response.content.decode())[1]
    assert title == "Zoeken – Meedoen"
    assert 'method="post"' in response.content.decode()
    assert names(as_("alice").get(URL, {"zoek": "yilmaz"})) == []


def test_only_in_the_gemeenten_where_she_guides_people(as_, world, people):
    assert names(search(as_("charlie"), "isil")) == ["Isil Elders"]
    assert len(names(search(as_("regina"), "isil"))) == 3
    appoint(world.alice, world.amersfoort, Rol.INKOPER)
    assert "Isil Elders" not in names(search(as_("alice"), "isil"))


def test_each_person_found_is_one_row_of_evidence(as_, world, people):
    search(as_("alice"), "isil")
    with world.scope():
        rows = sorted(Verwerking.objects.values_list("dossier_id_logged", "action"))
    assert rows == sorted([(people["isil"].pk, "lijst"), (people["collega"].pk, "lijst")])


@pytest.mark.parametrize("text", ["", " ", "%", "_", "'; drop table", "zzz", "12345678", "💚", "x" * 5000])
def test_nobody_found_says_what_to_try(as_, people, text):
    response = search(as_("alice"), text)
    assert response.status_code == 200
    assert "niemand gevonden" in response.content.decode()


def test_more_than_fifty_asks_for_more_letters(as_, world):
    for number in range(51):
        world.dossier(world.alice, persoon__voornaam=f"Fatima{number}")
    response = search(as_("alice"), "fatima")
    assert len(names(response)) == 50
    assert "meer dan 50 personen" in response.content.decode()


@pytest.mark.parametrize(
    ("name", "status"),
    [("alice", 200), ("tineke", 200), ("ingrid", 403), ("bas", 403), ("aad", 403), ("nobody", 403)],
)
def test_who_may_search(as_, people, name, status):
    assert as_(name).get(URL).status_code == status
    assert search(as_(name), "isil").status_code == status


def test_the_result_goes_to_excel_with_a_purpose(as_, world, people):
    form = {"dossier": [people["isil"].pk, people["collega"].pk]}
    asked = as_("alice").post(EXCEL, form)
    assert "Waarvoor gebruikt u dit bestand?" in asked.content.decode()
    assert "error-summary" not in asked.content.decode()
    refused = as_("alice").post(EXCEL, {**form, "doel": ""})
    assert "error-summary" in refused.content.decode()
    response = as_("alice").post(EXCEL, {**form, "doel": "Groepsles samenstellen"})
    rows = list(load_workbook(BytesIO(response.content)).active.values)
    assert [row[0] for row in rows] == ["Naam", "Isilda Bob", "Işıl Yılmaz"]
    assert BSN not in str(rows)
    with world.scope():
        kept = Verwerking.objects.values_list("dossier_id_logged", "action", "reason")
        assert sorted(kept) == sorted(
            (people[who].pk, "exporteren", "Groepsles samenstellen") for who in ("isil", "collega")
        )


def test_nobody_takes_a_person_of_another_gemeente_along(as_, world, people):
    form = {"dossier": [people["isil"].pk, people["elders"].pk], "doel": "Groepsles"}
    assert as_("alice").post(EXCEL, form).status_code == 404
    assert as_("alice").get(EXCEL).status_code == 405
    assert as_("ingrid").post(EXCEL, form).status_code == 403
    with world.scope():
        assert not Verwerking.objects.exists()


def test_who_is_not_found_can_get_a_dossier(world, as_):
    page = as_("alice").post(URL, {"zoek": "Niemand"}).content.decode()
    assert 'href="/dossiers/nieuw/"' in page

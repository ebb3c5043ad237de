"""The simulator of the BRP refuses and gives as the published cases do."""

import io
import json

import pytest

from meedoen.simulator.brp import BRPSimulator

ONE = "999990019"
PERSON = {
    "burgerservicenummer": ONE,
    "naam": {"voornamen": "Amina", "geslachtsnaam": "Haddad", "inOnderzoek": {"voornamen": True}},
    "geslacht": {"code": "V", "omschrijving": "vrouw"},
    "geboorte": {"datum": {"type": "Datum", "datum": "1990-06-01", "langFormaat": "1 juni 1990"}},
    "gemeenteVanInschrijving": {"code": "0327", "omschrijving": "Leusden"},
    "nationaliteiten": [{"type": "Staatloos", "redenOpname": {"code": "1"}}],
    "geheimhoudingPersoonsgegevens": True,
    "verblijfplaats": {
        "type": "Adres",
        "indicatieVastgesteldVerblijftNietOpAdres": True,
        "verblijfadres": {"postcode": "3831AB", "woonplaats": "Leusden"},
    },
}
GOOD = {"type": "RaadpleegMetBurgerservicenummer", "burgerservicenummer": [ONE], "fields": ["naam.voornamen"]}


def ask(question, simulator=None, **environ):
    raw = question if isinstance(question, bytes) else json.dumps(question).encode()
    wanted = {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": "/haalcentraal/api/brp/personen",
        "CONTENT_TYPE": "application/json; charset=utf-8",
        "CONTENT_LENGTH": str(len(raw)),
        "wsgi.input": io.BytesIO(raw),
    }
    return (simulator or BRPSimulator({ONE: PERSON})).answer(wanted | environ)


def given(*fields):
    status, body = ask({**GOOD, "fields": list(fields)})
    assert status == 200
    return body["personen"][0]


def test_only_the_asked_field_comes_with_what_always_comes():
    assert given("naam.geslachtsnaam") == {
        "naam": {"geslachtsnaam": "Haddad"},
        "geheimhoudingPersoonsgegevens": True,
    }


def test_what_is_in_doubt_is_told_only_of_what_is_asked():
    assert given("naam.voornamen")["naam"] == {"voornamen": "Amina", "inOnderzoek": {"voornamen": True}}


@pytest.mark.parametrize("path", ["geslacht", "geslacht.code", "geslacht.omschrijving"])
def test_a_part_of_a_table_value_gives_the_whole(path):
    assert given(path)["geslacht"] == {"code": "V", "omschrijving": "vrouw"}


@pytest.mark.parametrize("path", ["geboorte.datum", "geboorte.datum.langFormaat", "geboorte.datum.datum"])
def test_a_part_of_a_date_gives_the_whole(path):
    assert given(path)["geboorte"]["datum"]["datum"] == "1990-06-01"


def test_the_kind_of_a_group_comes_along():
    assert given("nationaliteiten.nationaliteit")["nationaliteiten"] == [{"type": "Staatloos"}]
    assert given("verblijfplaats.verblijfadres.postcode")["verblijfplaats"] == {
        "type": "Adres",
        "indicatieVastgesteldVerblijftNietOpAdres": True,
        "verblijfadres": {"postcode": "3831AB"},
    }


def test_a_field_without_a_value_is_not_given():
    assert given("overlijden.datum") == {"geheimhoudingPersoonsgegevens": True}


def test_an_unknown_number_is_an_empty_list_and_a_withdrawn_person_too():
    assert ask({**GOOD, "burgerservicenummer": ["000000024"]}) == (
        200,
        {"type": GOOD["type"], "personen": []},
    )
    gone = BRPSimulator({ONE: {**PERSON, "opschortingBijhouding": {"reden": {"code": "F"}}}})
    assert ask(GOOD, gone)[1]["personen"] == []


def test_the_gemeente_narrows_the_question():
    assert ask({**GOOD, "gemeenteVanInschrijving": "0307"})[1]["personen"] == []
    assert len(ask({**GOOD, "gemeenteVanInschrijving": "0327"})[1]["personen"]) == 1


@pytest.mark.parametrize(
    ("question", "wrong"),
    [
        ({}, [("type", "required")]),
        ({"type": "Iets"}, [("type", "value")]),
        ({"type": GOOD["type"]}, [("burgerservicenummer", "required"), ("fields", "required")]),
        ({**GOOD, "burgerservicenummer": []}, [("burgerservicenummer", "minItems")]),
        ({**GOOD, "burgerservicenummer": ONE}, [("burgerservicenummer", "array")]),
        ({**GOOD, "burgerservicenummer": [ONE] * 21}, [("burgerservicenummer", "maxItems")]),
        (
            {**GOOD, "burgerservicenummer": ["1234567890", ONE, "12345678"]},
            [("burgerservicenummer[0]", "pattern"), ("burgerservicenummer[2]", "pattern")],
        ),
        ({**GOOD, "gemeenteVanInschrijving": "123"}, [("gemeenteVanInschrijving", "pattern")]),
        ({**GOOD, "fields": []}, [("fields", "minItems")]),
        ({**GOOD, "fields": "naam"}, [("fields", "array")]),
        ({**GOOD, "fields": ["naam"] * 131}, [("fields", "maxItems")]),
        ({**GOOD, "fields": ["a*nummer"]}, [("fields[0]", "pattern")]),
        ({**GOOD, "fields": ["a" * 201]}, [("fields[0]", "pattern")]),
        ({**GOOD, "fields": ["naam", "anummer"]}, [("fields[1]", "fields")]),
        ({**GOOD, "fields": ["geheimhoudingPersoonsgegevens"]}, [("fields[0]", "fields")]),
        ({**GOOD, "fields": ["opschortingBijhouding.reden.code"]}, [("fields[0]", "fields")]),
        ({**GOOD, "fields": ["naam.inOnderzoek.voornamen"]}, [("fields[0]", "fields")]),
        ({**GOOD, "voornamen": "Pietje"}, [("voornamen", "unknownParam")]),
    ],
)
def test_a_wrong_question_is_refused_with_each_parameter_and_its_code(question, wrong):
    status, body = ask(question)
    assert (status, body["status"], body["code"]) == (400, 400, "paramsValidation")
    assert [(one["name"], one["code"]) for one in body["invalidParams"]] == wrong


def test_a_body_that_is_no_json_is_a_wrong_question():
    assert ask(b"{")[0] == 400


@pytest.mark.parametrize(
    ("environ", "status", "code"),
    [
        ({"CONTENT_TYPE": "application/xml"}, 415, "unsupported"),
        ({"CONTENT_TYPE": "application/json; charset=latin-1"}, 415, "unsupported"),
        ({"HTTP_ACCEPT": "application/xml"}, 406, "notAcceptable"),
        ({"REQUEST_METHOD": "GET"}, 404, "notFound"),
    ],
)
def test_other_kinds_of_content_are_refused(environ, status, code):
    found, body = ask(GOOD, **environ)
    assert (found, body["code"]) == (status, code)


@pytest.mark.parametrize("accept", ["*/*", "application/json;charset=Utf-8", "application/json"])
def test_the_published_kinds_are_accepted(accept):
    assert ask(GOOD, HTTP_ACCEPT=accept)[0] == 200


def test_without_the_key_or_the_purpose_there_is_no_answer():
    simulator = BRPSimulator(
        {ONE: PERSON}, api_key="k", doelbinding="Wi", allowed=frozenset({"naam.voornamen"})
    )
    key, purpose = {"HTTP_X_API_KEY": "k"}, {"HTTP_X_DOELBINDING": "Wi"}
    assert ask(GOOD, simulator)[0] == 401
    assert ask(GOOD, simulator, **key)[0] == 403
    assert ask(GOOD, simulator, **key, **purpose)[0] == 200
    status, body = ask({**GOOD, "fields": ["partners"]}, simulator, **key, **purpose)
    assert (status, body["code"]) == (403, "unauthorizedField")
    assert len(simulator.asked) == 1


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_fault_on_request_lasts_until_it_is_taken_away(status):
    simulator = BRPSimulator({ONE: PERSON}, fault=status)
    assert ask(GOOD, simulator)[0] == status
    simulator.fault = None
    assert ask(GOOD, simulator)[0] == 200

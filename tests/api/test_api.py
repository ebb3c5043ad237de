"""The API: the law without persons for everybody, a dossier for who may see it, faults in Dutch."""

import json
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from meedoen.api.openapi import DOCUMENT
from meedoen.api.urls import urlpatterns
from meedoen.domain.dossier.waarneming import begin_waarneming
from meedoen.domain.pip.models import PIP
from meedoen.domain.regio.models import Verwerking

FACTS = {"kennisgeving": "2025-03-03", "inschrijving": "2025-02-20", "verblijfstitel": "asiel_bepaalde_tijd"}
PROBLEM = "application/problem+json"


@pytest.fixture
def dossier(world):
    return world.dossier(world.alice, kennisgeving_on=date(2022, 11, 1), inschrijving_on=date(2022, 10, 1))


def ask(client, name="pip_deadline", **body):
    body = {"feiten": FACTS, "op": "2025-03-03", **body}
    return client.post(reverse("api:antwoord", args=[name]), json.dumps(body), "application/json")


def explain(client, dossier_id, vraag="pip_deadline", **query):
    return client.get(reverse("api:uitleg", args=[dossier_id, vraag]), query)


def differ(client, dossier_id, vraag="pip_deadline", **query):
    return client.get(reverse("api:verschil", args=[dossier_id, vraag]), query)


def fits(value, schema, where="$"):
    """Yield where a value has other names than its schema; names are what a program depends on."""
    if "$ref" in schema:
        schema = DOCUMENT["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    if "items" in schema:
        for item in value:
            yield from fits(item, schema["items"], f"{where}[]")
    elif "properties" in schema:
        if set(value) != set(schema["properties"]):
            yield f"{where}: {sorted(set(value) ^ set(schema['properties']))}"
        for name, inner in schema["properties"].items():
            yield from fits(value.get(name), inner, f"{where}.{name}")


def schema_of(path, method="get"):
    return DOCUMENT["paths"][path][method]["responses"]["200"]["content"]["application/json"]["schema"]


def test_every_address_stands_in_the_document_with_its_methods():
    documented = {
        path.lstrip("/"): {method.upper() for method in found} for path, found in DOCUMENT["paths"].items()
    }
    addresses = {}
    for pattern in urlpatterns:
        if pattern.name != "nergens":
            route = str(pattern.pattern).replace("<int:", "{").replace("<slug:", "{").replace(">", "}")
            addresses[route] = set(pattern.callback.methods)
    assert documented == addresses


def test_the_document_is_public_and_names_its_own_schemas(db):
    response = Client().get("/api/v1/openapi.json")
    assert response.headers["API-Version"] == "1.0.0"
    assert response.json()["openapi"] == "3.1.0"
    used = {part.split('"')[0] for part in response.content.decode().split("#/components/schemas/")[1:]}
    assert used == set(DOCUMENT["components"]["schemas"])


def test_the_questions_and_one_question_fit_the_document(db):
    found = Client().get("/api/v1/wet/vragen").json()
    assert list(fits(found, schema_of("/wet/vragen"))) == []
    assert "pip_deadline" in {asked["question"] for asked in found}
    one = Client().get("/api/v1/wet/vragen/pip_deadline").json()
    assert list(fits(one, schema_of("/wet/vragen/{naam}"))) == []
    assert "kennisgeving" in {fact["name"] for fact in one["facts"]}


def test_an_answer_has_value_sentence_articles_and_facts(db):
    response = ask(Client(enforce_csrf_checks=True))
    assert response.status_code == 200
    assert list(fits(response.json(), schema_of("/wet/vragen/{naam}/antwoord", "post"))) == []
    (part,) = response.json()["parts"]
    assert part["value"] == "2025-05-12"
    assert part["sentence"] == "10 weken na de kennisgeving van 3 maart 2025"
    assert part["used"][0] == {
        "name": "kennisgeving",
        "label": "kennisgeving van DUO",
        "value": "2025-03-03",
        "text": "3 maart 2025",
    }
    assert part["articles"][0]["link"].startswith("https://wetten.overheid.nl/")


def test_what_is_missing_is_named(db):
    (part,) = ask(Client(), feiten={}).json()["parts"]
    assert part["status"] == "onbekend"
    assert [fact["name"] for fact in part["missing"]] == ["kennisgeving"]


@pytest.mark.parametrize(
    ("body", "detail"),
    [
        ({"feiten": {"kennisgevng": "2025-03-03"}}, "onbekend feit: kennisgevng"),
        ({"feiten": {"kennisgeving": "2025-02-30"}}, "schrijf een datum als jaar-maand-dag"),
        ({"feiten": {"kennisgeving": ["2025-03-03"]}}, "kennisgeving: "),
        ({"feiten": {"kennisgeving": {"dag": "2025-03-03"}}}, "kennisgeving: "),
        ({"feiten": {"kennisgeving": True}}, "past niet; verwacht wordt een datum"),
        ({"feiten": []}, "en niets anders"),
        ({"persoon": "x"}, "en niets anders"),
        ({"op": 20250303}, "op: schrijf een datum"),
        ({"op": "3-3-2025"}, "op: schrijf een datum"),
        ({"op": "2020-01-01"}, "is op 1 januari 2020 nog niet in werking"),
        (
            {"feiten": {"kennisgeving": "9999-12-31", "doelgroep": "gezinsmigrant_of_overige_migrant"}},
            "met deze feiten is geen datum of getal te berekenen",
        ),
    ],
)
def test_a_question_that_is_not_right_is_told_in_dutch(body, detail, db):
    response = ask(Client(), **body)
    assert (response.status_code, response.headers["Content-Type"]) == (400, PROBLEM)
    assert detail in response.json()["detail"]
    assert list(fits(response.json(), {"$ref": "#/components/schemas/Fout"})) == []


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("{", "application/json"),
        ("[" * 100_000, "application/json"),
        ("{}", "text/plain"),
        ("9" * 5_000, "application/json"),
        ('"' + "x" * 3_000_000 + '"', "application/json"),
        ('{"feiten": {"\\ud800": "\\ud800"}, "op": "2025-03-03"}', "application/json"),
    ],
)
def test_what_cannot_be_read_is_refused(content, kind, db):
    response = Client().post("/api/v1/wet/vragen/pip_deadline/antwoord", content, kind)
    assert (response.status_code, response.headers["Content-Type"]) == (400, PROBLEM)


def test_a_question_or_an_address_that_does_not_exist(db):
    assert ask(Client(), "pip").status_code == 404
    assert Client().get("/api/v1/wet/vragen/pip").json()["title"] == "Niet gevonden"
    response = Client().get("/api/v1/wet")
    assert (response.status_code, response.headers["Content-Type"]) == (404, PROBLEM)
    response = Client().get("/api/v1/wet/vragen/pip_deadline/antwoord")
    assert (response.status_code, response.headers["Allow"]) == (405, "POST")
    assert Client().head("/api/v1/wet/vragen").status_code == 200


def test_own_colleague_elsewhere_absent_and_anonymous(dossier, as_):
    for asked in (explain, lambda client, pk: differ(client, pk, van="2023-01-01", tot="2023-01-02")):
        assert asked(as_("alice"), dossier.pk).status_code == 200
        assert asked(as_("tineke"), dossier.pk).status_code == 200
        refused = {name: asked(as_(name), dossier.pk) for name in ("bob", "aad", "ingrid", "charlie")}
        assert {name: found.status_code for name, found in refused.items()} == {
            "bob": 403,
            "aad": 403,
            "ingrid": 403,
            "charlie": 404,
        }
        assert "waarneming" in refused["bob"].json()["detail"]
        assert refused["ingrid"].json()["detail"] == "Nodig is het recht: Een dossier inzien."
        assert refused["charlie"].json()["detail"] == asked(as_("alice"), 999_999).json()["detail"]
        anonymous = asked(Client(), dossier.pk)
        assert (anonymous.status_code, anonymous.headers["Content-Type"]) == (401, PROBLEM)


def test_a_colleague_with_a_waarneming_reads_too(world, dossier, as_):
    with world.scope():
        begin_waarneming(dossier, by=world.bob, reden="Vervangt Alice deze week.", at=now())
    assert explain(as_("bob"), dossier.pk).status_code == 200


def test_every_look_is_kept_like_that_at_a_page(world, dossier, as_):
    for response in (
        explain(as_("alice"), dossier.pk),
        differ(as_("alice"), dossier.pk, van="2023-01-01", tot="2023-01-02"),
    ):
        assert response.status_code == 200
        assert response.headers["Cache-Control"] == "no-store"
    with world.scope():
        rows = Verwerking.objects.filter(dossier_id_logged=dossier.pk)
        assert [row.action for row in rows] == ["lezen", "lezen"]


def test_a_dossier_is_explained_for_the_day_asked(dossier, as_):
    found = explain(as_("alice"), dossier.pk, op="2022-12-31").json()
    assert list(fits(found, schema_of("/dossiers/{dossier_id}/uitleg/{vraag}"))) == []
    assert found["parts"][0]["value"] == "2022-12-12"
    assert explain(as_("alice"), dossier.pk, op="2023-01-01").json()["parts"][0]["value"] == "2023-01-10"


def test_what_differs_between_two_days_comes_with_the_reason(dossier, as_):
    found = differ(as_("alice"), dossier.pk, van="2022-12-31", tot="2023-01-01").json()
    assert list(fits(found, schema_of("/dossiers/{dossier_id}/uitleg/{vraag}/verschil"))) == []
    (part,) = found["parts"]
    assert part["what"] == ["antwoord", "reden"]
    assert {(change["kind"], change["since"], change["matters"]) for change in part["changes"]} == {
        ("lid", "2023-01-01", True)
    }


@pytest.mark.parametrize(
    ("asked", "status", "detail"),
    [
        (lambda c, pk: explain(c, pk, op="morgen"), 400, "op: schrijf een datum"),
        (lambda c, pk: explain(c, pk, op="2021-12-31"), 400, "geldt vanaf 1 januari 2022"),
        (lambda c, pk: explain(c, pk, "duo_pip"), 404, "Over een dossier kan deze vraag niet"),
        (lambda c, pk: differ(c, pk, van="2023-01-01"), 400, "tot ontbreekt"),
        (lambda c, pk: differ(c, pk, van="2023-01-02", tot="2023-01-01"), 400, "tot ligt voor van"),
        (lambda c, pk: differ(c, pk, van="2021-01-02", tot="2023-01-01"), 400, "geldt vanaf 1 januari 2022"),
    ],
)
def test_a_day_or_question_that_cannot_be_asked_of_a_dossier(asked, status, detail, dossier, as_):
    response = asked(as_("alice"), dossier.pk)
    assert response.status_code == status
    assert detail in response.json()["detail"]


def test_dates_that_cannot_be_true_give_unknown_and_no_difference(world, as_):
    dossier = world.dossier(
        world.alice,
        kennisgeving_on=date(9999, 12, 31),
        doelgroep="gezinsmigrant_of_overige_migrant",
        verblijfstitel="",
    )
    (part,) = explain(as_("alice"), dossier.pk).json()["parts"]
    assert part["status"] == "onbekend"
    assert "kijk de data na" in part["sentence"]
    response = differ(as_("alice"), dossier.pk, van="2023-01-01", tot="2023-01-02")
    assert (response.status_code, response.json()["title"]) == (400, "De vraag klopt niet")


def test_bezwaar_runs_from_the_day_the_pip_was_handed_over(world, dossier, as_):
    with world.scope():
        PIP.objects.create(
            gemeente=world.leusden,
            dossier=dossier,
            versie=1,
            status=PIP.Status.UITGEREIKT,
            dagtekening_on=date(2026, 3, 2),
            uitgereikt_on=date(2026, 3, 3),
        )
    parts = {
        part["part"]: part for part in explain(as_("alice"), dossier.pk, "bezwaartermijn").json()["parts"]
    }
    assert parts["last_day"]["value"] == "2026-04-14"

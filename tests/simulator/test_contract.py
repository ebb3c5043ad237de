"""The simulator against DUO's own files: every operation, every published status, every answer, each header.

A status is reached by a call of its own; a status that DUO does not publish for an operation fails.
"""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from meedoen.simulator import Simulator, State
from meedoen.simulator.bodies import SHAPES
from meedoen.simulator.operations import OPERATIONS, Operation
from tests.integrations.specs import needs_specs, resolved
from tests.simulator.conftest import ASIEL, ELDERDAM, PIP, Clock, Gemeente, people
from tests.simulator.schemas import load_spec, names, validator

pytestmark = needs_specs

SCHOOL = "0000000001"
TERMIJN = {"startdatum": "2026-03-02", "einddatum": "2029-03-02", "wijzigingsdatum": "2026-03-02"}
CONTACT = {"naam": "Team", "email": "a@b.nl", "telefoonnummer": "0101234567"}
BODIES = {
    "pip": PIP,
    "aanbod": {"datumInburgeringsaanbod": "2026-04-01", "indicatorAlfabetiseringsonderwijs": "NVT"},
    "uren": {"uren": 12},
    "map": {"datumEindgesprekMap": "2026-04-09"},
    "pvt": {"datumOndertekeningPvt": "2026-04-09"},
    "zroute": {"datumAfrondingZroute": "2026-04-10"},
    "contactpersoon": CONTACT,
}


def published() -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """Give (file, method, path, operation) of all that DUO offers; Notificatie is at the gemeente."""
    for name in names():
        if name != "Notificatie":
            for path, methods in load_spec(name)["paths"].items():
                for method, operation in methods.items():
                    yield name, method.upper(), path, operation


def found(operation: Operation) -> tuple[str, dict[str, Any]]:
    return next(
        (name, row)
        for name, method, path, row in published()
        if (method, path) == (operation.method, operation.path)
    )


def statuses(operation: Operation) -> set[int]:
    return {int(status) for status in found(operation)[1]["responses"]}


class World:
    """A simulator in which each operation succeeds."""

    def __init__(self) -> None:
        self.simulator = Simulator(State(seed={"personen": people()}), clock=Clock())
        client = httpx.Client(transport=httpx.WSGITransport(app=self.simulator), base_url="http://duo.test")
        self.gemeente = Gemeente(client)
        self.simulator.state.person(ASIEL).update(
            {
                "pips": [
                    {"gemeentecode": "9001", "pip": PIP | {"dagtekeningPip": "2026-03-01", "leerroute": "Z"}}
                ],
                "inburgeringstermijn": TERMIJN,
                "examennummer": "SIM1",
                "map": {"gemeentecode": "9001", "datumEindgesprekMap": "2026-04-01"},
                "aanbod": {SCHOOL: {"gemeentecode": "9001", "aanbod": BODIES["aanbod"], "cursusuren": 0}},
                "contactpersoon": 1,
            }
        )
        self.simulator.state.person(ASIEL)["pvt"] = {
            "gemeentecode": "9001",
            "datumOndertekeningPvt": "2026-04-01",
        }
        self.simulator.state.data["contactpersonen"]["1"] = {"gemeentecode": "9001", "gegevens": CONTACT}

    def ready(self, operation: Operation) -> "World":
        if operation.name == "pip-verwijderen":
            self.simulator.state.person(ASIEL)["inburgeringstermijn"] = None
        return self

    def call(self, operation: Operation, bsn: str = ASIEL, number: int = 1, **headers: str):
        path = operation.path.format(bsn=bsn, id=number, instellingsnummer=SCHOOL)
        return self.gemeente(operation.method, path, BODIES.get(operation.shape), **headers)

    def reach(self, operation: Operation, status: int) -> httpx.Response:
        """Call an operation so that it answers with a status."""
        if status in (500, 503):
            self.simulator.fail(operation.name, str(status))
        if status == 400:
            return self.call(operation, berichtId="geen uuid")
        if status == 401 or (status == 403 and "{" not in operation.path):
            return self.call(operation, bron="0" * 20)
        if status == 403:
            return self.call(operation, bron=ELDERDAM)
        if status == 404:
            return self.call(operation, bsn="999990056", number=99)
        return self.call(operation)


def check(operation: Operation, answer: httpx.Response) -> None:
    """Check status, headers and body of an answer with what DUO publishes."""
    name, row = found(operation)
    spec = load_spec(name)
    response = row["responses"][str(answer.status_code)]
    for header, about in response.get("headers", {}).items():
        if about.get("required"):
            assert header in answer.headers
            validator(spec, about["schema"]).validate(answer.headers[header])
    content = response.get("content")
    if content:
        assert answer.headers["Content-Type"] == "application/json"
        validator(spec, content["application/json"]["schema"]).validate(answer.json())
    else:
        assert answer.content == b""


def test_the_simulator_offers_what_duo_publishes_and_nothing_else():
    ours = {(operation.method, operation.path, operation.version) for operation in OPERATIONS}
    theirs = {(method, path, load_spec(name)["info"]["version"]) for name, method, path, _ in published()}
    assert ours == theirs


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
def test_every_published_status_is_reached_with_the_published_answer(operation):
    reached = set()
    for status in sorted(statuses(operation)):
        answer = World().ready(operation).reach(operation, status)
        check(operation, answer)
        reached.add(answer.status_code)
    assert reached == statuses(operation)


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
def test_headers_are_asked_as_duo_publishes(operation):
    name, row = found(operation)
    spec = load_spec(name)
    asked = [resolved(spec, parameter) for parameter in row["parameters"]]
    headers = {p["name"] for p in asked if p["in"] == "header" and p["required"]}
    assert headers == {"bron", "doel", "berichtId"}
    for header in headers:
        assert World().ready(operation).call(operation, **{header: ""}).status_code == 400


@pytest.mark.parametrize("operation", [o for o in OPERATIONS if o.shape], ids=lambda o: o.name)
def test_the_form_of_a_body_is_the_published_one(operation):
    name, row = found(operation)
    spec = load_spec(name)
    schema = resolved(spec, row["requestBody"]["content"]["application/json"]["schema"])
    shape = SHAPES[operation.shape]
    assert set(shape) == set(schema["properties"])
    assert {field for field, (_, required) in shape.items() if required} == set(schema.get("required", []))
    for field, (right, _) in shape.items():
        about = validator(spec, schema["properties"][field])
        for value in _tries(resolved(spec, schema["properties"][field])):
            assert right(value) == about.is_valid(value), (field, value)


def _tries(schema: dict[str, Any]) -> list[Any]:
    """Values on both sides of every published limit, and of every kind."""
    values: list[Any] = [None, True, [], {}, "", "x", 0, -1, 1.5, "2026-02-28", "2026-02-29", "20260228"]
    values += schema.get("enum", [])
    for limit in ("minimum", "maximum"):
        if limit in schema:
            values += [schema[limit] - 1, schema[limit], schema[limit] + 1]
    for limit in ("minLength", "maxLength"):
        if limit in schema:
            values += [mark * (schema[limit] + more) for more in (-1, 0, 1) for mark in ("a", "1")]
    if "pattern" in schema:
        values += [
            "+31101234567",
            "010-1234567",
            "+31(0)101234567",
            "010 1234567,12",
            "010--12",
            "010,0",
            "d'Arc – Ö.",
            "a2",
        ]
    return values


def test_every_answer_after_a_whole_traject_is_as_published():
    """All that a trainer can let happen, then every question: each answer fits the published schema."""
    world = World()
    change = world.simulator.change
    change(ASIEL, "termijn-verlengen", einddatum="2029-09-02", grond="1", op_verzoek=True)
    change(ASIEL, "lbt-aanmelden")
    change(
        ASIEL, "lbt-resultaat", resultaat="B1-route haalbaar", behaaldeScore="61,50", benodigdeScore="6,00"
    )
    for reason in ("Verwijtbaar", "Nietverwijtbaar", "Afgemeld", "Absent"):
        change(ASIEL, "examenresultaat", onderdeel="KNM", resultaat="Geen", redenGeenResultaat=reason)
    change(ASIEL, "examenresultaat", onderdeel="SP", resultaat="Geslaagd", niveau="B2")
    for kind in ("gehele", "gedeeltelijke"):
        for decision in ("Toekenning", "Afwijzing"):
            change(ASIEL, "ontheffing", soort=kind, oordeel=decision, grond="MED", examenonderdeel="SP")
            change(ASIEL, "vrijstelling", soort=kind, oordeel=decision, reden="GED", examenonderdeel="SP")
    change(ASIEL, "vrijstelling", soort="tijdelijke", oordeel="Toekenning", reden="OPL")
    change(ASIEL, "vrijstelling-eindigt")
    change(ASIEL, "doelgroep", naar="gezin")
    change(ASIEL, "doelgroep", naar="asiel")
    for operation in OPERATIONS:
        if operation.name.startswith("uren-") and operation.changes:
            assert world.call(operation).status_code == 200
    questions = [operation for operation in OPERATIONS if not operation.changes]
    for operation in questions:
        answer = world.call(operation)
        assert answer.status_code == 200, operation.name
        check(operation, answer)
    assert len(questions) == 18


def test_a_notification_is_as_published():
    world = World()
    world.simulator.fire(ASIEL, "SS101")
    world.simulator.fire(ASIEL, "SS101", by_v_nummer=True)
    spec = load_spec("Notificatie")
    check_body = validator(spec, {"$ref": "#/components/schemas/Notificatie"})
    for row in world.simulator.state.data["notificaties"]:
        check_body.validate(row["body"])


def test_the_seed_of_the_package_answers_as_published():
    simulator = Simulator(clock=Clock())
    client = httpx.Client(transport=httpx.WSGITransport(app=simulator), base_url="http://duo.test")
    gemeente = Gemeente(client)
    answered = 0
    for bsn in simulator.state.data["personen"]:
        for operation in OPERATIONS:
            if not operation.changes:
                answer = gemeente("GET", operation.path.format(bsn=bsn))
                if answer.status_code == 200:
                    check(operation, answer)
                    answered += 1
    assert answered > 40

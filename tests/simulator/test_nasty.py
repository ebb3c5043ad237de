"""Whatever comes in, the simulator answers with a published status and goes on."""

import json
from typing import Any

import httpx
from hypothesis import given, settings
from hypothesis import strategies as st

from meedoen.simulator import Simulator, State
from meedoen.simulator.bodies import SHAPES
from meedoen.simulator.operations import OPERATIONS, Operation
from tests.simulator.conftest import ASIEL, DUO, MEEDAM, Clock, people

FIELDS = sorted({field for shape in SHAPES.values() for field in shape})
VALUES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(
        ["A", "AA", "B", "O", "Z", "A2", "B1", "Ja", "Nee", "2026-04-09", "2026-02-30", "\ud800"]
    )
)
BODIES = st.dictionaries(st.sampled_from(FIELDS) | st.text(max_size=5), VALUES, max_size=6) | VALUES
NUMBERS = st.sampled_from([ASIEL, "1", "0000000001", "999990056"]) | st.text(
    alphabet=st.characters(max_codepoint=255, exclude_characters="/?#", exclude_categories=("Cs", "Cc")),
    min_size=1,
    max_size=12,
)


@settings(max_examples=200)
@given(
    operation=st.sampled_from(OPERATIONS),
    number=NUMBERS,
    body=BODIES,
    bericht=st.uuids().map(str) | st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126)),
)
def test_every_message_gets_an_answer(operation: Operation, number: str, body: Any, bericht: str):
    simulator = Simulator(State(seed={"personen": people()}), clock=Clock())
    client = httpx.Client(transport=httpx.WSGITransport(app=simulator), base_url="http://duo.test")
    path = operation.path.format(bsn=ASIEL, id=number, instellingsnummer=number)
    answer = client.request(
        operation.method,
        httpx.URL("http://duo.test").copy_with(path=f"/v1{path}"),
        content=json.dumps(body),
        headers={
            "bron": MEEDAM,
            "doel": DUO,
            "berichtId": bericht.strip(),
            "Content-Type": "application/json",
        },
    )
    assert answer.status_code in {200, 201, 204, 400, 403, 404}
    assert answer.headers["API-Version"] == operation.version
    json.dumps(simulator.state.data, ensure_ascii=False).encode()


def test_half_a_character_is_no_json(simulator, gemeente):
    headers = {"bron": MEEDAM, "doel": DUO, "berichtId": "5f1c9c4e-57a5-4e62-9d38-1f6ac7f1ab60"}
    headers["Content-Type"] = "application/json"
    content = b'{"naam": "A", "email": "a@b\\ud800", "telefoonnummer": "0101234567"}'
    answer = gemeente.client.post("/v1/contactpersonen", content=content, headers=headers)
    assert answer.status_code == 400
    assert simulator.state.data["ontvangen"][-1]["uitleg"] == ["De inhoud is geen JSON."]


def test_many_messages_that_wait_are_all_processed_in_order(simulator, gemeente, clock):
    simulator.configure(vertraging=60)
    for hours in range(300):
        gemeente("PUT", f"/personen/{ASIEL}/uren/participatietaalles", {"uren": hours})
    clock.on(seconds=60)
    simulator.work()
    assert simulator.counts(ASIEL)["verwerkt"] == {"uren-participatietaalles": 300}
    assert gemeente("GET", f"/personen/{ASIEL}/uren").json()[0]["ParticipatieAlsTaalles"] == {"uren": 299}

"""Faults on request: what goes wrong, for which calls, and that it ends."""

import pytest

from meedoen.simulator.faults import Fault, parse
from meedoen.simulator.operations import BY_NAME
from tests.simulator.conftest import ASIEL, PIP, why

PATH = f"/personen/{ASIEL}"


@pytest.mark.parametrize("kind", ["503", "500"])
def test_the_next_calls_fail_and_nothing_is_processed(simulator, gemeente, kind):
    simulator.fail("pip", kind, 2)
    answers = [gemeente("POST", f"{PATH}/PIP", PIP)]
    answers += [gemeente.again("POST", f"{PATH}/PIP", PIP) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [int(kind), int(kind), 201]
    assert {answer.headers["API-Version"] for answer in answers} == {"1.2.0"}
    assert simulator.counts(ASIEL) == {"verwerkt": {"pip": 1}, "dubbel": {}}
    assert simulator.state.data["storingen"] == []


def test_a_fault_of_one_operation_leaves_the_others_alone(simulator, gemeente):
    simulator.fail("map", "503")
    assert gemeente("POST", f"{PATH}/PIP", PIP).status_code == 201
    assert gemeente("GET", f"{PATH}/map").status_code == 404
    assert gemeente("PUT", f"{PATH}/map", {"datumEindgesprekMap": "2026-04-09"}).status_code == 503


def test_a_fault_can_be_for_every_operation_and_be_taken_away(simulator, gemeente):
    simulator.fail("*", "503", 1000)
    assert gemeente("GET", "/instellingen").status_code == 503
    simulator.heal()
    assert gemeente("GET", "/instellingen").status_code == 200


def test_a_refusal_on_request_has_the_text_that_was_asked(simulator, gemeente):
    simulator.fail("pip", "weigeren", tekst="Op deze dag niet.")
    assert why(gemeente("POST", f"{PATH}/PIP", PIP)) == ["Op deze dag niet."]
    assert why(gemeente.again("POST", f"{PATH}/PIP", PIP)) == ["Op deze dag niet."]
    assert gemeente("POST", f"{PATH}/PIP", PIP).status_code == 201


def test_a_slow_answer_is_the_right_answer(simulator, gemeente, monkeypatch):
    waited = []
    monkeypatch.setattr("meedoen.simulator.faults.time.sleep", waited.append)
    simulator.fail("pip", "traag", seconden=3)
    assert gemeente("POST", f"{PATH}/PIP", PIP).status_code == 201
    assert waited == [3]


def test_when_the_answer_is_lost_the_message_was_processed_once(simulator, gemeente):
    """Here without a line to cut; over a real one: test_serving."""
    simulator.fail("pip", "kwijt")
    gemeente("POST", f"{PATH}/PIP", PIP)
    assert gemeente.again("POST", f"{PATH}/PIP", PIP).status_code == 201
    assert simulator.counts(ASIEL) == {"verwerkt": {"pip": 1}, "dubbel": {"pip": 1}}


@pytest.mark.parametrize("operation", BY_NAME)
def test_every_operation_can_be_out_of_order(simulator, gemeente, operation):
    simulator.fail(operation, "503")
    found = BY_NAME[operation]
    path = found.path.format(bsn=ASIEL, id=1, instellingsnummer="0000000001")
    assert gemeente(found.method, path).status_code == 503


def test_a_fault_of_the_command_line():
    assert parse("pip:503:3") == Fault("pip", "503", 3)
    assert parse("*:traag") == Fault("*", "traag", 1)


@pytest.mark.parametrize(
    ("text", "explanation"),
    [
        ("pip", "Schrijf een storing zoals pip:503:3 (bewerking:soort:aantal), niet pip."),
        ("pip:503:x", "Schrijf een storing zoals pip:503:3 (bewerking:soort:aantal), niet pip:503:x."),
        ("pop:503", "De bewerking pop bestaat niet."),
        ("pip:404", "De storing 404 bestaat niet. Kies uit: 503, 500, kwijt, weigeren, traag."),
        ("pip:503:0", "Het aantal keren is een getal vanaf 1."),
    ],
)
def test_a_fault_that_is_not_right_is_said(text, explanation):
    with pytest.raises(ValueError) as fault:
        parse(text)
    assert str(fault.value) == explanation


@pytest.mark.parametrize(
    ("more", "explanation"),
    [
        ({"seconden": 601}, "Het aantal seconden is 0 tot en met 600."),
        ({"seconden": "3"}, "Het aantal seconden is 0 tot en met 600."),
        ({"tekst": ""}, "De tekst heeft 1 tot en met 200 tekens."),
        ({"tekst": "x" * 201}, "De tekst heeft 1 tot en met 200 tekens."),
    ],
)
def test_a_fault_with_a_wrong_setting_is_not_set(simulator, more, explanation):
    with pytest.raises(ValueError) as fault:
        simulator.fail("pip", "weigeren", **more)
    assert (str(fault.value), simulator.state.data["storingen"]) == (explanation, [])

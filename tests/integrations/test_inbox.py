"""POST /duo/notificaties: taken from DUO alone, for a gemeente that is connected, exactly as published."""

import itertools
import json
import logging
import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from django.db import OperationalError, connection, connections
from django.test import Client

from meedoen.domain.keten.models import DUOAansluiting, Notificatie
from meedoen.integrations.duo import inbox
from meedoen.integrations.duo.sender import oin_in
from tests.integrations.conftest import DUO_OIN, OIN, connect
from tests.integrations.killing import run_and_kill

PATH = "/duo/notificaties"
SUBJECT = f"CN=duo.example,serialNumber={DUO_OIN},O=Dienst Uitvoering Onderwijs,C=NL"
OTHER_OIN = "00000099000000000307"
BSN = "999990019"
NUMBER = "7d3f5c2e-1d6a-4f6e-9d7e-3a1f0a5b9c11"
EVENT = {"registratieDatumTijd": "2026-05-12T11:30:00+02:00", "bsn": BSN, "gebeurtenisId": "SS131"}


@pytest.fixture
def door(world, settings) -> Client:
    """The inbox with the proxy in front of it that showed us DUO's certificate."""
    settings.DUO_OIN, settings.DUO_CLIENT_HEADER, settings.TRUSTED_PROXY = DUO_OIN, "X-Client-Subject", True
    connect(world)
    return Client(headers={"x-client-subject": SUBJECT})


def post(client, body=EVENT, *, bron=DUO_OIN, doel=OIN, number=NUMBER, **more):
    headers = {"bron": bron, "doel": doel, "berichtId": number}
    headers = {name: text for name, text in headers.items() if text is not None}
    data = body if isinstance(body, str | bytes) else json.dumps(body)
    given = {"content_type": "application/json", "headers": headers} | more
    return client.post(PATH, data, **given)


def kept(world):
    with world.scope():
        return list(Notificatie.objects.all())


def test_an_event_is_kept_and_answered_with_201(door, world):
    answer = post(door)
    assert (answer.status_code, answer.content) == (201, b"")
    assert answer.headers["API-Version"] == "1.8.0"
    assert answer.headers["berichtId"] == NUMBER
    (row,) = kept(world)
    assert (row.gemeente, row.bsn, row.gebeurtenis_id) == (world.leusden, BSN, "SS131")
    assert row.registratie_at == datetime(2026, 5, 12, 9, 30, tzinfo=UTC)
    assert (str(row.bericht_id), row.status, row.weg, row.by) == (NUMBER, "ontvangen", "m2m", None)


@pytest.mark.parametrize(
    ("person", "bsn", "v_nummer"),
    [
        ({"vNummer": 2800000001}, "", "2800000001"),
        ({"vNummer": 12}, "", "0000000012"),
        ({"bsn": BSN, "vNummer": 2800000001}, BSN, "2800000001"),
        ({}, "", ""),
        ({"bsn": BSN, "toekomstig": {"veld": 1}}, BSN, ""),
    ],
)
def test_a_person_is_told_by_bsn_by_v_nummer_or_not_at_all(door, world, person, bsn, v_nummer):
    event = {name: EVENT[name] for name in ("registratieDatumTijd", "gebeurtenisId")}
    assert post(door, event | person).status_code == 201
    (row,) = kept(world)
    assert (row.bsn, row.v_nummer) == (bsn, v_nummer)


def test_what_comes_twice_is_one_row_and_both_times_201(door, world):
    assert post(door).status_code == 201
    assert post(door).status_code == 201
    assert post(door, number=str(uuid.uuid4())).status_code == 201
    assert post(door, EVENT | {"gebeurtenisId": "SS199"}).status_code == 201
    assert len(kept(world)) == 1


def test_a_code_that_nobody_knows_is_kept_too(door, world):
    assert post(door, EVENT | {"gebeurtenisId": "ZZ9999"}).status_code == 201
    assert kept(world)[0].gebeurtenis_id == "ZZ9999"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"\xff\xfe",
        "null",
        "[]",
        '"SS131"',
        "1",
        "[" * 5000,
        {},
        {"gebeurtenisId": "SS131"},
        {"registratieDatumTijd": "2026-05-12T11:30:00+02:00"},
        EVENT | {"registratieDatumTijd": "2026-05-12"},
        EVENT | {"registratieDatumTijd": "2026-05-12T11:30:00"},
        EVENT | {"registratieDatumTijd": "2026-13-12T11:30:00Z"},
        EVENT | {"registratieDatumTijd": "0001-01-01T00:00:00+14:00"},
        EVENT | {"registratieDatumTijd": "9999-12-31T23:59:59-14:00"},
        EVENT | {"registratieDatumTijd": 1778578200},
        EVENT | {"bsn": 999990019},
        EVENT | {"bsn": "99999001"},
        EVENT | {"bsn": "9999900190"},
        EVENT | {"bsn": "99999001a"},
        EVENT | {"bsn": "٩٩٩٩٩٠٠١٩"},
        EVENT | {"vNummer": -1},
        EVENT | {"vNummer": 10_000_000_000},
        EVENT | {"vNummer": "2800000001"},
        EVENT | {"vNummer": True},
        EVENT | {"gebeurtenisId": ""},
        EVENT | {"gebeurtenisId": "SS1310000"},
        EVENT | {"gebeurtenisId": "ss131"},
        EVENT | {"gebeurtenisId": "SS131\n"},
        EVENT | {"gebeurtenisId": 131},
        json.dumps(EVENT | {"vulling": "x" * 20_000}),
    ],
)
def test_what_is_not_as_agreed_gets_400_and_nothing_of_it_back(door, world, body, caplog):
    answer = post(door, body)
    assert (answer.status_code, answer.content) == (400, b"")
    assert answer.headers["API-Version"] == "1.8.0"
    assert kept(world) == []
    assert "99999001" not in caplog.text


@pytest.mark.parametrize(
    "wrong",
    [
        {"bron": None},
        {"doel": None},
        {"number": None},
        {"bron": "123"},
        {"doel": OIN + "0"},
        {"number": "geen-uuid"},
        {"number": "{7d3f5c2e-1d6a-4f6e-9d7e-3a1f0a5b9c11}"},
        {"content_type": "text/plain"},
        {"content_type": "application/x-www-form-urlencoded"},
        {"content_type": "multipart/form-data; boundary=x"},
    ],
)
def test_headers_that_are_missing_or_wrong_get_400(door, world, wrong):
    answer = post(door, **wrong)
    assert (answer.status_code, answer.headers["API-Version"]) == (400, "1.8.0")
    assert kept(world) == []


def test_the_berichtid_is_only_given_back_when_it_is_one(door):
    assert post(door, {}, number=NUMBER.upper()).headers["berichtId"] == NUMBER.upper()
    assert "berichtId" not in post(door, number="<script>").headers


@pytest.mark.parametrize(
    ("wrong", "status"),
    [
        ({"bron": OIN}, 403),
        ({"bron": "x" * 20}, 403),
        ({"doel": OTHER_OIN}, 403),
        ({"doel": DUO_OIN}, 403),
    ],
)
def test_who_is_not_duo_or_means_nobody_here_is_refused(door, world, wrong, status):
    answer = post(door, **wrong)
    assert (answer.status_code, answer.content, answer.headers["API-Version"]) == (status, b"", "1.8.0")
    assert kept(world) == []


def test_a_gemeente_that_does_it_by_hand_is_not_reached(door, world):
    DUOAansluiting.objects.create(gemeente=world.amersfoort, manier="handmatig", oin=OTHER_OIN)
    assert post(door, doel=OTHER_OIN).status_code == 403
    assert kept(world) == []


def test_an_event_reaches_only_the_gemeente_with_that_oin(door, world):
    DUOAansluiting.objects.create(gemeente=world.amersfoort, manier="m2m", oin=OTHER_OIN)
    assert post(door, doel=OTHER_OIN).status_code == 201
    assert [row.gemeente for row in kept(world)] == [world.amersfoort]
    with world.scope(world.leusden):
        assert not Notificatie.objects.exists()


# --- who is DUO ---


@pytest.mark.parametrize(
    "changed",
    [
        {"TRUSTED_PROXY": False},
        {"DUO_CLIENT_HEADER": ""},
        {"DUO_CLIENT_HEADER": "X-Other"},
        {"DUO_OIN": ""},
        {"DUO_OIN": OIN},
    ],
)
def test_without_proxy_header_or_oin_the_inbox_is_closed(door, world, settings, changed):
    for name, value in changed.items():
        setattr(settings, name, value)
    answer = post(door)
    assert (answer.status_code, answer.headers["API-Version"]) == (401, "1.8.0")
    assert kept(world) == []


def test_the_demo_takes_events_without_a_certificate(door, settings):
    settings.DEMO, settings.TRUSTED_PROXY = True, False
    assert post(Client()).status_code == 201
    assert post(Client(), bron=OIN).status_code == 403


@pytest.mark.parametrize(
    ("subject", "oin"),
    [
        (DUO_OIN, DUO_OIN),
        (f" {DUO_OIN} ", DUO_OIN),
        (SUBJECT, DUO_OIN),
        (f"serialNumber={DUO_OIN}", DUO_OIN),
        (f"C=NL, O=DUO, SERIALNUMBER = {DUO_OIN} , CN=x", DUO_OIN),
        (f"CN=x+serialNumber={DUO_OIN},O=y", DUO_OIN),
        (f"2.5.4.5={DUO_OIN},CN=x", DUO_OIN),
        ("", ""),
        ("CN=x", ""),
        (f"CN={DUO_OIN}", ""),
        (f"CN=x\\,serialNumber={DUO_OIN},O=y", ""),
        (f'CN="x,serialNumber={DUO_OIN}",O=y', ""),
        (f"CN=x\\,serialNumber={DUO_OIN},serialNumber={OIN}", ""),
        (f"serialNumber={OIN},serialNumber={DUO_OIN}", ""),
        (f"/C=NL/CN=x/serialNumber={DUO_OIN}", ""),
        (f"serialNumber={DUO_OIN}0", ""),
        (f"serialNumber=0{DUO_OIN}", ""),
        (f"xserialNumber={DUO_OIN}", ""),
    ],
)
def test_the_oin_is_read_from_the_subject_and_never_guessed(subject, oin):
    assert oin_in(subject) == oin


def test_a_medewerker_who_is_logged_in_is_not_duo(door, world):
    client = world.client("alice")
    assert post(client).status_code == 401
    assert client.get(PATH).status_code == 405
    assert kept(world) == []


# --- other middleware, faults, speed ---


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
def test_only_post_is_answered(door, method):
    answer = door.generic(method, PATH)
    assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")
    assert answer.headers["API-Version"] == "1.8.0"


def test_no_csrf_token_and_no_session_are_needed(door):
    strict = Client(enforce_csrf_checks=True, headers={"x-client-subject": SUBJECT})
    answer = post(strict)
    assert answer.status_code == 201
    assert not answer.cookies
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_database_that_is_down_gets_503_with_a_reason_and_duo_sends_again(door, world, monkeypatch, caplog):
    def down(*args, **kwargs):
        raise OperationalError(f"row {BSN} could not be written")

    monkeypatch.setattr(inbox, "keep_notificatie", down)
    answer = post(door)
    assert answer.status_code == 503
    assert answer.json() == {"fouttekst": "Meedoen kan het bericht nu niet bewaren. Stuur het later opnieuw."}
    assert (answer.headers["API-Version"], answer.headers["berichtId"]) == ("1.8.0", NUMBER)
    assert BSN not in caplog.text
    assert "OperationalError" in caplog.text
    monkeypatch.undo()
    assert post(door).status_code == 201
    assert len(kept(world)) == 1


def test_nothing_of_a_person_comes_in_log_or_answer(door, caplog):
    caplog.set_level(logging.DEBUG)
    for answer in (post(door), post(door, EVENT | {"gebeurtenisId": "x"}), post(door, bron=OIN)):
        assert BSN not in str(answer.headers) + answer.content.decode()
    ours = [record for record in caplog.records if not record.name.startswith("django.db")]
    assert BSN not in str([record.getMessage() for record in ours])


def test_an_answer_takes_one_row_and_five_statements(door, django_assert_max_num_queries):
    post(door)
    most = (
        7 if connection.vendor == "postgresql" else 5
    )  # who is meant, savepoint, (tenant,) insert, look, end
    with django_assert_max_num_queries(most):
        assert post(door, EVENT | {"gebeurtenisId": "SS199"}, number=str(uuid.uuid4())).status_code == 201


@pytest.fixture
def real_door(real_world, settings) -> Client:
    """The same door, in a database that threads share."""
    settings.DUO_OIN, settings.DUO_CLIENT_HEADER, settings.TRUSTED_PROXY = DUO_OIN, "X-Client-Subject", True
    connect(real_world)
    return Client(headers={"x-client-subject": SUBJECT})


def at_once(work):
    """Do each of these in a thread of its own, and return what they gave."""

    def alone(one):
        try:
            return one()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(work)) as pool:
        return list(pool.map(alone, work))


def test_the_same_event_from_many_sides_at_once_is_one_row(real_door, real_world):
    assert at_once([lambda: post(real_door, number=str(uuid.uuid4())).status_code] * 8) == [201] * 8
    assert len(kept(real_world)) == 1


def test_killed_at_any_step_nothing_is_kept_half_and_the_next_time_it_is_kept_once(real_door, real_world):
    for step in itertools.count(1):
        event = EVENT | {"registratieDatumTijd": f"2026-05-12T11:30:{step:02d}Z"}
        number = str(uuid.uuid4())
        steps = run_and_kill(lambda event=event, number=number: post(real_door, event, number=number), step)
        assert len(kept(real_world)) in {step - 1, step}
        assert post(real_door, event, number=number).status_code == 201
        assert len(kept(real_world)) == step
        if not steps.killed:
            break
    assert step > 5


def test_a_length_that_no_number_can_be_is_refused(door, world):
    assert post(door, CONTENT_LENGTH="9" * 5000).status_code == 400
    assert kept(world) == []

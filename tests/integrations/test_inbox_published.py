"""The inbox beside DUO's own description of it: hundreds of requests that keep to it and that do not."""

import re
import uuid
from collections import Counter
from copy import deepcopy
from datetime import datetime

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from jsonschema import Draft4Validator
from schemathesis import GenerationMode, checks

from meedoen.domain.keten.models import Notificatie
from meedoen.integrations.duo.versions import NOTIFICATIE
from meedoen.project.wsgi import application
from tests.integrations.conftest import DUO_OIN, OIN, connect
from tests.integrations.specs import needs_specs, schema_of, spec

CASES = 150
CHECKED = [
    checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.response_schema_conformance,
]
MANY = settings(
    max_examples=CASES,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
REAL = {"bron": DUO_OIN, "doel": OIN}
SPAN = re.compile(r"(000[2-9]|00[1-9]\d|0[1-9]\d\d|[1-8]\d\d\d|9[0-8]\d\d|99[0-8]\d|999[0-8])-", re.ASCII)


def under_duo(environ, start_response):
    """Serve the published path below /duo, with the certificate that the proxy saw."""
    environ["PATH_INFO"] = f"/duo{environ['PATH_INFO']}"
    environ["HTTP_X_CLIENT_SUBJECT"] = DUO_OIN
    return application(environ, start_response)


@pytest.fixture
def operation(real_world, settings):
    settings.DUO_OIN, settings.DUO_CLIENT_HEADER, settings.TRUSTED_PROXY = DUO_OIN, "X-Client-Subject", True
    connect(real_world)
    schema = schemathesis.openapi.from_dict(deepcopy(spec(NOTIFICATIE.file)))
    schema.app = under_duo
    return schema["/notificaties"]["POST"]


def ask(case, **headers):
    """Send a case to the inbox; the answer must be one that DUO describes."""
    case.headers.update(headers)
    answer = case.call()
    case.validate_response(answer, checks=CHECKED)
    return answer.status_code


def statuses(operation, mode, send):
    """Send many cases and count the answers."""
    found = Counter()

    @MANY
    @given(case=operation.as_strategy(generation_mode=mode))
    def every(case):
        found[send(case)] += 1

    every()
    return found


@needs_specs
def test_whatever_keeps_to_the_description_is_kept(operation, real_world):
    events = set()

    def send(case):
        status = ask(case, **REAL, berichtId=str(uuid.uuid4()))
        moment = case.body["registratieDatumTijd"]
        assert status == (201 if SPAN.match(moment) else 400), case.body
        if status == 201:
            person = case.body.get("bsn") or case.body.get("vNummer")
            events.add((datetime.fromisoformat(moment.upper()), person, case.body["gebeurtenisId"]))
        return status

    found = statuses(operation, GenerationMode.POSITIVE, send)
    assert found.total() >= CASES
    with real_world.scope():
        assert Notificatie.objects.count() == len(events) > 20


@needs_specs
def test_whatever_does_not_keep_to_it_gets_an_answer_that_duo_describes_and_is_not_kept(
    operation, real_world
):
    schema = schema_of(spec(NOTIFICATIE.file), {"$ref": "#/components/schemas/Notificatie"})
    valid = Draft4Validator(schema, format_checker=Draft4Validator.FORMAT_CHECKER).is_valid

    def send(case):
        with real_world.scope():
            before = Notificatie.objects.count()
        status = ask(case, **REAL)
        with real_world.scope():
            after = Notificatie.objects.count()
        assert (after > before) <= (status == 201)
        if status == 201:
            told = {name: value for name, value in case.body.items() if value is not None}
            assert valid(told), case.body
        return status

    found = statuses(operation, GenerationMode.NEGATIVE, send)
    assert found.total() >= CASES
    assert set(found) <= {201, 400}
    assert found[400] > CASES / 2


@needs_specs
def test_whoever_is_named_in_the_headers_only_duo_for_a_connected_gemeente_gets_in(operation, real_world):
    def send(case):
        status = ask(case)
        if status == 201:  # schemathesis read the two OINs in this file
            assert (case.headers["bron"], case.headers["doel"]) == (DUO_OIN, OIN)
        return status

    for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
        found = statuses(operation, mode, send)
        assert set(found) <= {201, 400, 403}
        assert found[400] + found[403] > CASES / 2

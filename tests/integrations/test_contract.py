"""Our operations and messages against DUO's own descriptions: every operation, field, value and limit.

The description is walked, not our table: what DUO adds or changes shows here.
"""

import random
from datetime import date, datetime
from enum import StrEnum

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meedoen.integrations.duo import messages
from meedoen.integrations.duo.operations import OPERATIONS, TABLE
from meedoen.integrations.duo.shape import Message, MessageFault, described
from meedoen.integrations.duo.versions import INTERFACES

from .specs import folder, needs_specs, resolved, schema_of, spec

pytestmark = needs_specs

FILES = [interface.file for interface in INTERFACES] if folder() else []
TYPES = [
    kind
    for kind in vars(messages).values()
    if isinstance(kind, type) and issubclass(kind, Message) and kind is not Message
]


def published_operations(file):
    for path, methods in spec(file)["paths"].items():
        for method, described_operation in methods.items():
            yield path, method.upper(), described_operation


def schema_named(file, name):
    return spec(file)["components"]["schemas"].get(name)


def homes(kind):
    """Return the files in which a message is described: those of the operations that use it, else all."""
    name = kind.NAME
    used = {op.interface.file for op in TABLE if kind in {op.body, op.answer}}
    for op in TABLE:  # messages inside messages live in the same file
        for whole in (op.body, op.answer):
            if whole and any(inner is kind for inner in parts(whole)):
                used.add(op.interface.file)
    return sorted(used) or [file for file in FILES if schema_named(file, name)]


def parts(kind):
    for _, _, inner in described(kind):
        if issubclass(inner, Message):
            yield inner
            yield from parts(inner)


CASES = [(file, kind) for kind in TYPES for file in (homes(kind) if folder() else [])]
IDS = [f"{file.partition('.')[0]}-{kind.__name__}" for file, kind in CASES]


def test_there_are_twelve_and_each_has_the_version_that_we_speak():
    assert len(INTERFACES) == 12
    assert {one.file: spec(one.file)["info"]["version"] for one in INTERFACES} == {
        one.file: one.version for one in INTERFACES
    }
    assert sorted(path.name for path in folder().glob("*.openapi.yml")) == sorted(FILES)


@pytest.mark.parametrize("file", FILES)
def test_every_published_operation_is_ours_with_its_address_success_and_messages(file):
    ours = {(op.path, op.method): op for op in TABLE if op.interface.file == file}
    published = {(path, method): op for path, method, op in published_operations(file)}
    assert set(ours) == set(published)
    for key, op in ours.items():
        said = published[key]
        success = [int(code) for code in said["responses"] if code.startswith("2")]
        assert [op.success] == success, key
        body = said.get("requestBody", {}).get("content", {}).get("application/json")
        assert (op.body.NAME if op.body else None) == (
            body["schema"]["$ref"].rpartition("/")[2] if body else None
        ), key
        answer = said["responses"][str(op.success)].get("content", {}).get("application/json")
        if answer is None:
            assert op.answer is None, key
            continue
        schema = answer["schema"]
        assert op.several == (schema.get("type") == "array"), key
        assert (schema.get("items") or schema)["$ref"].rpartition("/")[2] == op.answer.NAME, key


@pytest.mark.parametrize("file", FILES)
def test_every_operation_asks_the_three_headers_and_answers_with_its_version(file):
    document = spec(file)
    for path, method, said in published_operations(file):
        headers = {
            one["name"]: one["required"]
            for raw in said["parameters"]
            if (one := resolved(document, raw))["in"] == "header"
        }
        assert headers == {"bron": True, "doel": True, "berichtId": True}, (path, method)
        success = next(code for code in said["responses"] if code.startswith("2"))
        assert said["responses"][success]["headers"]["API-Version"]["required"], (path, method)


def test_every_message_is_described_somewhere():
    assert [kind.__name__ for kind in TYPES if not homes(kind)] == []


@pytest.mark.parametrize(("file", "kind"), CASES, ids=IDS)
def test_every_field_has_the_published_name_kind_limits_and_duty(file, kind):
    document = spec(file)
    schema = schema_named(file, kind.NAME)
    fields = {limits.name: (limits, inner) for limits, _, inner in described(kind)}
    assert set(fields) == set(schema["properties"])
    required = {name for name, (limits, _) in fields.items() if limits.required}
    # Foutmelding is described with and without the duty; we ask it, because without a text it says nothing.
    assert required == set(schema.get("required", [])) or kind is messages.Foutmelding
    for name, (limits, inner) in fields.items():
        said = resolved(document, schema["properties"][name])
        if issubclass(inner, StrEnum):
            assert sorted(inner) == sorted(said["enum"]), name
            continue
        assert "enum" not in said, name
        published = (said["type"], said.get("format"))
        assert published in KINDS.get(inner, {("object", None)}), name
        assert limits.min_length == said.get("minLength"), name
        assert limits.max_length == said.get("maxLength"), name
        assert limits.pattern == said.get("pattern"), name
        assert (limits.minimum, limits.maximum) == (said.get("minimum"), said.get("maximum")), name


KINDS = {
    str: {("string", None)},
    bool: {("boolean", None)},
    int: {("integer", "int32"), ("integer", "int64")},
    date: {("string", "date")},
    datetime: {("string", "date-time")},
}


def test_every_closed_list_of_duo_is_one_of_ours():
    """Descriptions of codes (…Description) repeat a list in words and travel nowhere."""
    ours = {
        tuple(sorted(inner))
        for kind in TYPES
        for _, _, inner in described(kind)
        if issubclass(inner, StrEnum)
    }
    for file in FILES:
        for name, schema in spec(file)["components"]["schemas"].items():
            if "enum" in schema and not name.endswith("Description"):
                assert tuple(sorted(schema["enum"])) in ours, (file, name)


# --- values: what we make validates, what validates is read, what is refused there is refused here ---------

EXAMPLES = {
    r"\d{9}": "999900018",
    r"^(\d{1,3}\,\d{2})$": "12,50",
    r"\d{4}": "0327",
    r"([1-9]{1}[0-9]{3}[A-Z]{2})": "3831AA",
    r"^\d{1,10}$": "12345",
    r"([0-9]{2}[A-Z]{2})": "12AB",
    r"^[0-9A-Z]{1,6}$": "SS101",
}


def values(document, schema, dice):
    """Return a value that the description allows, by chance."""
    schema = resolved(document, schema)
    if "enum" in schema:
        return dice.choice(schema["enum"])
    kind, form = schema["type"], schema.get("format")
    if kind == "object":
        required = set(schema.get("required", []))
        return {
            name: values(document, inner, dice)
            for name, inner in schema["properties"].items()
            if name in required or dice.random() < 0.6
        }
    if kind == "array":
        return [values(document, schema["items"], dice) for _ in range(dice.randrange(3))]
    if kind == "boolean":
        return dice.random() < 0.5
    if kind == "integer":
        return dice.choice([schema.get("minimum", 0), schema.get("maximum", 9), schema.get("maximum", 9) - 1])
    if form == "date":
        return f"20{dice.randrange(22, 35)}-{dice.randrange(1, 13):02}-{dice.randrange(1, 29):02}"
    if form == "date-time":
        return f"2026-{dice.randrange(1, 13):02}-01T10:00:00+02:00"
    if (pattern := schema.get("pattern")) in EXAMPLES:
        return EXAMPLES[pattern]
    if pattern and "\\p{L}" in pattern:
        return "Marieke Jansen-de Wit"
    if pattern:
        return "0334961000"
    return "x" * dice.randint(schema.get("minLength", 0), min(schema.get("maxLength", 5), 300))


def checked(document, schema, value):
    """Check against the description; patterns with \\p{L} are left to the test of limits above."""
    whole = schema_of(document, schema)
    jsonschema.Draft4Validator(whole, format_checker=jsonschema.FormatChecker()).validate(value)


@pytest.mark.parametrize(("file", "kind"), CASES, ids=IDS)
@settings(max_examples=25)
@given(seed=st.integers(0, 2**32))
def test_what_the_description_allows_is_read_and_written_back_the_same(file, kind, seed):
    document = spec(file)
    schema = schema_named(file, kind.NAME)
    value = values(document, schema, random.Random(seed))
    if kind is messages.Foutmelding:
        value.setdefault("fouttekst", "x")
    read = kind.from_json(value)
    assert kind.from_json(read.to_json()) == read
    written = read.to_json()
    if "telefoonnummer" not in str(schema) and "\\p{L}" not in str(document["components"]):
        checked(document, schema, written)
    assert {name: part for name, part in written.items() if not isinstance(part, dict)} == {
        name: part for name, part in value.items() if not isinstance(part, dict)
    }


def broken(document, schema):
    """Yield (what was broken, value that the description refuses), one thing at a time."""
    dice = random.Random(7)
    full = {name: values(document, inner, dice) for name, inner in schema["properties"].items()}
    for name in schema.get("required", []):
        yield f"{name} left out", {key: part for key, part in full.items() if key != name}
    for name, raw in schema["properties"].items():
        inner = resolved(document, raw)
        yield f"{name} of another kind", full | {name: [] if inner.get("type") != "array" else "x"}
        if "enum" in inner:
            yield f"{name} outside the list", full | {name: "bestaat-niet"}
        if "maxLength" in inner:
            yield f"{name} too long", full | {name: str(full[name]).ljust(inner["maxLength"] + 1, "1")}
        if inner.get("minLength"):
            yield f"{name} too short", full | {name: str(full[name])[: inner["minLength"] - 1]}
        if "maximum" in inner:
            yield f"{name} too high", full | {name: inner["maximum"] + 1}
        if "minimum" in inner:
            yield f"{name} too low", full | {name: inner["minimum"] - 1}
        if inner.get("format") in {"date", "date-time"}:
            yield f"{name} no moment", full | {name: "31-12-2026"}


@pytest.mark.parametrize(("file", "kind"), CASES, ids=IDS)
def test_what_the_description_refuses_is_refused(file, kind):
    document = spec(file)
    for what, value in broken(document, schema_named(file, kind.NAME)):
        with pytest.raises(MessageFault):
            kind.from_json(value)
            pytest.fail(f"{kind.__name__} was read with {what}")


def test_names_of_the_outbox_are_operations():
    from meedoen.domain.keten.models import Bericht

    assert set(Bericht.Soort.values) == {op.name for op in TABLE if op.changes and op.name != "notificatie"}
    assert len(OPERATIONS) == len(TABLE)

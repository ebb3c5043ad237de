"""DUO's own descriptions of its interfaces, to test against where they are; no part of the project."""

import os
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

BESIDE = Path(__file__).resolve().parents[3] / "shared" / "duo-m2m"


@cache
def folder() -> Path | None:
    """Return where DUO's files are: MEEDOEN_DUO_SPECS, or beside the project; None when nowhere."""
    for place in (os.environ.get("MEEDOEN_DUO_SPECS"), BESIDE):
        if place and any(Path(place).glob("*.openapi.yml")):
            return Path(place)
    return None


needs_specs = pytest.mark.skipif(
    folder() is None,
    reason="NOT RUN: DUO's files are not here. Put the twelve openapi files of "
    "duonl/gemeente-m2m-inburgering in a folder and name it in MEEDOEN_DUO_SPECS.",
)


@cache
def spec(file: str) -> dict[str, Any]:
    """Return one description."""
    place = folder()
    assert place is not None
    return yaml.safe_load((place / file).read_text(encoding="utf-8"))


def resolved(document: dict[str, Any], node: Any) -> Any:
    """Return a node with the reference followed."""
    while isinstance(node, dict) and "$ref" in node:
        target: Any = document
        for step in node["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        node = target
    return node


def schema_of(document: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """Return a schema that jsonschema can check on its own: with the components it refers to."""
    return {**schema, "components": document["components"]}

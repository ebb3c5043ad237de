"""Reading what a caller sends: days in the address, and facts as JSON."""

import json
import re
from datetime import date
from http import HTTPStatus
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest

from .guard import Problem

DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def day(text: str, name: str) -> date:
    """Return a day written as 2026-03-02; raises Problem that names the parameter."""
    try:
        if DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise Problem(HTTPStatus.BAD_REQUEST, f"{name}: schrijf een datum als jaar-maand-dag, zoals 2026-03-02.")


def asked_day(request: HttpRequest, name: str, default: date | None = None) -> date:
    """Return a day from the query; raises Problem when it is missing and has no default."""
    text = request.GET.get(name)
    if text is None and default is not None:
        return default
    if text is None:
        raise Problem(HTTPStatus.BAD_REQUEST, f"{name} ontbreekt: schrijf ?{name}=2026-03-02.")
    return day(text, name)


def asked_facts(request: HttpRequest) -> tuple[dict[str, Any], date]:
    """Return the facts and the day of a body such as {"feiten": {…}, "op": "2026-03-02"}.

    A text that is written as a day is a day, as in the YAML of the worked cases.
    """
    if request.content_type != "application/json":
        raise Problem(HTTPStatus.BAD_REQUEST, "Stuur de feiten als JSON (Content-Type: application/json).")
    try:
        body = json.loads(request.body)
    except RequestDataTooBig:
        raise Problem(HTTPStatus.BAD_REQUEST, "De inhoud is te groot.") from None
    except (ValueError, RecursionError):
        raise Problem(HTTPStatus.BAD_REQUEST, "De inhoud is geen JSON.") from None
    if not isinstance(body, dict) or set(body) != {"feiten", "op"} or not isinstance(body["feiten"], dict):
        raise Problem(
            HTTPStatus.BAD_REQUEST, 'Stuur {"feiten": {naam: waarde}, "op": "2026-03-02"} en niets anders.'
        )
    if not isinstance(body["op"], str):
        raise Problem(HTTPStatus.BAD_REQUEST, "op: schrijf een datum als jaar-maand-dag, zoals 2026-03-02.")
    return {name: _with_days(value) for name, value in body["feiten"].items()}, day(body["op"], "op")


def _with_days(value: Any) -> Any:
    if isinstance(value, str) and DAY.fullmatch(value):
        return day(value, value)
    if isinstance(value, list):
        return [_with_days(item) for item in value]
    if isinstance(value, dict):
        return {name: _with_days(item) for name, item in value.items()}
    return value

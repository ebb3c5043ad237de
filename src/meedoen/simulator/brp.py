"""A simulator of Haal Centraal BRP bevragen v2 (2.7.0), for tests and training: POST /personen by BSN.

A WSGI application that follows the published description and its cases (BRP-API/Haal-Centraal-BRP-bevragen):
which fields exist, what always comes along, what is refused with which code and name. Never a source of
real data: the persons are those that somebody puts in. `serving.run_in_thread(simulator, background=False)`
serves it over HTTP.
"""

import base64
import json
import re
import secrets
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from meedoen.simulator.brp_fields import cut, may_be_asked

TYPE = "RaadpleegMetBurgerservicenummer"
OTHER_TYPES = (
    "ZoekMetGeslachtsnaamEnGeboortedatum",
    "ZoekMetNaamEnGemeenteVanInschrijving",
    "ZoekMetPostcodeEnHuisnummer",
    "ZoekMetStraatHuisnummerEnGemeenteVanInschrijving",
    "ZoekMetNummeraanduidingIdentificatie",
    "ZoekMetAdresseerbaarObjectIdentificatie",
)
INSTANCE = "/haalcentraal/api/brp/personen"
MOST_BSN, MOST_FIELDS = 20, 130

StartResponse = Callable[[str, list[tuple[str, str]]], Any]


@dataclass
class BRPSimulator:
    """The published behaviour over persons that somebody puts in.

    Attributes:
        personen: BSN → `Persoon` as published, complete; what is asked is cut from it.
        api_key: without this ``X-API-KEY`` it answers 401; empty asks none.
        client: (id, secret) for which ``POST /token`` gives a token; then a token is needed.
        doelbinding: without this ``X-DOELBINDING`` it answers 403; empty asks none.
        allowed: paths for which the gemeente is authorised; others give 403. None is everything.
        fault: a status (429, 500, 503) with which every question is answered until it is None again.
        asked: every accepted question: headers and body. For tests: it holds BSNs.
    """

    personen: dict[str, dict[str, Any]] = field(default_factory=dict)
    api_key: str = ""
    client: tuple[str, str] | None = None
    doelbinding: str = ""
    allowed: frozenset[str] | None = None
    fault: int | None = None
    asked: list[dict[str, Any]] = field(default_factory=list)
    tokens: set[str] = field(default_factory=set)

    def __call__(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request (WSGI)."""
        status, body = self.answer(environ)
        kind = "application/json; charset=utf-8" if status == 200 else "application/problem+json"
        start_response(f"{status} {_TITLES.get(status, 'OK')}", [("Content-Type", kind)])
        return [json.dumps(body, ensure_ascii=False).encode()]

    def answer(self, environ: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        """Return the status and the body for a request."""
        path, method = environ.get("PATH_INFO", ""), environ.get("REQUEST_METHOD", "")
        raw = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        if method == "POST" and path.endswith("/token"):
            return self._token(environ)
        if method != "POST" or not path.endswith("/personen"):
            return _problem(404, "notFound")
        if refusal := self._refuse(environ):
            return refusal
        try:
            question = json.loads(raw)
        except ValueError:
            return _invalid([("", "json")])
        return self._ask(question, environ)

    def _refuse(self, environ: dict[str, Any]) -> tuple[int, dict[str, Any]] | None:
        """Return the refusal of a request before its body counts."""
        if self.fault:
            return _problem(
                self.fault, {429: "tooManyRequests", 503: "notAvailable"}.get(self.fault, "serverError")
            )
        bearer = environ.get("HTTP_AUTHORIZATION", "").removeprefix("Bearer ")
        if self.api_key and not secrets.compare_digest(environ.get("HTTP_X_API_KEY", ""), self.api_key):
            return _problem(401, "authentication")
        if self.client and bearer not in self.tokens:
            return _problem(401, "authentication")
        if self.doelbinding and environ.get("HTTP_X_DOELBINDING", "") != self.doelbinding:
            return _problem(403, "autorisation")
        if not _is_json(environ.get("CONTENT_TYPE", "")):
            return _problem(415, "unsupported")
        if not _is_json(environ.get("HTTP_ACCEPT", "*/*"), anything=True):
            return _problem(406, "notAcceptable")
        return None

    def _token(self, environ: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        given = environ.get("HTTP_AUTHORIZATION", "").removeprefix("Basic ")
        wanted = base64.b64encode(":".join(self.client or ("", "")).encode()).decode()
        if not self.client or given != wanted:
            return 401, {"error": "invalid_client"}
        token = secrets.token_urlsafe(16)
        self.tokens.add(token)
        return 200, {"access_token": token, "token_type": "Bearer", "expires_in": 300}

    def _ask(self, question: Any, environ: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        if wrong := list(_wrong(question)):
            return _invalid(wrong)
        fields = question["fields"]
        if self.allowed is not None and not set(fields) <= self.allowed:
            return _problem(403, "unauthorizedField")
        headers = {
            name.removeprefix("HTTP_").replace("_", "-"): value
            for name, value in environ.items()
            if name.startswith("HTTP_X_")
        }
        self.asked.append(
            {
                "path": environ["PATH_INFO"],
                "query": environ.get("QUERY_STRING", ""),
                "headers": headers,
                "body": question,
            }
        )
        found = [self.personen[bsn] for bsn in question["burgerservicenummer"] if bsn in self.personen]
        if gemeente := question.get("gemeenteVanInschrijving"):
            found = [one for one in found if one.get("gemeenteVanInschrijving", {}).get("code") == gemeente]
        return 200, {"type": TYPE, "personen": [cut(one, fields) for one in found if not _withdrawn(one)]}


def _withdrawn(persoon: dict[str, Any]) -> bool:
    """Whether the list of this person was withdrawn as an error (reason F) or wiped (W): never given."""
    return persoon.get("opschortingBijhouding", {}).get("reden", {}).get("code") in {"F", "W"}


def _wrong(question: Any) -> Iterator[tuple[str, str]]:
    """Return every fault of a question as (name, code), in the order of the description."""
    if not isinstance(question, dict) or "type" not in question:
        yield "type", "required"
        return
    if question["type"] != TYPE:
        yield "type", "notSupported" if question["type"] in OTHER_TYPES else "value"
        return
    yield from _wrong_list(question, "burgerservicenummer", MOST_BSN, r"[0-9]{9}")
    gemeente = question.get("gemeenteVanInschrijving")
    if gemeente is not None and not re.fullmatch(r"[0-9]{4}", str(gemeente)):
        yield "gemeenteVanInschrijving", "pattern"
    yield from _wrong_list(question, "fields", MOST_FIELDS, r"[a-zA-Z0-9._]{1,200}")
    for place, path in enumerate(question["fields"] if isinstance(question.get("fields"), list) else ()):
        if isinstance(path, str) and re.fullmatch(r"[a-zA-Z0-9._]{1,200}", path) and not may_be_asked(path):
            yield f"fields[{place}]", "fields"
    for name in sorted(
        question.keys() - {"type", "burgerservicenummer", "fields", "gemeenteVanInschrijving"}
    ):
        yield name, "unknownParam"


def _wrong_list(question: dict[str, Any], name: str, most: int, pattern: str) -> Iterator[tuple[str, str]]:
    if name not in question:
        yield name, "required"
    elif not isinstance(listed := question[name], list):
        yield name, "array"
    elif not listed:
        yield name, "minItems"
    elif len(listed) > most:
        yield name, "maxItems"
    else:
        for place, one in enumerate(listed):
            if not (isinstance(one, str) and re.fullmatch(pattern, one)):
                yield f"{name}[{place}]", "pattern"


def _is_json(header: str, *, anything: bool = False) -> bool:
    kind, _, charset = header.lower().replace(" ", "").partition(";")
    kinds = {"application/json", "*/*", ""} if anything else {"application/json"}
    return kind in kinds and charset in {"", "charset=utf-8"}


_TITLES = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    406: "Not Acceptable",
    415: "Unsupported Media Type",
    429: "Too Many Requests",
    500: "Internal Server Error",
    503: "Service Unavailable",
}
_REASONS = {
    "required": "Parameter ontbreekt.",
    "array": "Parameter is geen lijst.",
    "minItems": "De lijst is leeg.",
    "maxItems": "De lijst is te lang.",
    "pattern": "Waarde past niet bij het patroon.",
    "fields": "Dit veld kan niet worden gevraagd.",
    "value": "Onbekend type.",
    "notSupported": "Deze simulator kent dit type niet.",
    "unknownParam": "Onbekende parameter.",
    "json": "Geen geldige JSON.",
}


def _problem(status: int, code: str, **more: Any) -> tuple[int, dict[str, Any]]:
    title = _TITLES[status]
    return status, {
        "title": title,
        "status": status,
        "detail": title,
        "code": code,
        "instance": INSTANCE,
        **more,
    }


def _invalid(wrong: list[tuple[str, str]]) -> tuple[int, dict[str, Any]]:
    params = [{"name": name, "code": code, "reason": _REASONS[code]} for name, code in wrong]
    return _problem(400, "paramsValidation", invalidParams=params)

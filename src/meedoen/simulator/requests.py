"""A request as the simulator reads it from WSGI, and the answer it gives."""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qs

Environ = dict[str, Any]
StartResponse = Callable[..., Any]

LARGEST = 1_000_000
"""Bytes of a body; what DUO publishes needs a thousand at most."""
UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
OIN = re.compile(r"\d{20}")


@dataclass(frozen=True)
class Request:
    """Method, path, headers of DUO's interface and body of one request."""

    method: str
    path: str
    query: str
    headers: dict[str, str]
    body: bytes
    certificate_oin: str | None

    @classmethod
    def read(cls, environ: Environ) -> "Request":
        """Read a request; a body that is too large or shorter than promised comes in as it is, cut off."""
        length = environ.get("CONTENT_LENGTH") or "0"
        size = int(length) if length.isdecimal() else 0
        return cls(
            method=environ["REQUEST_METHOD"],
            path=environ.get("PATH_INFO", "/").encode("latin-1").decode("utf-8", "replace"),
            query=environ.get("QUERY_STRING", ""),
            headers={
                name: environ.get(key, "")
                for name, key in {
                    "bron": "HTTP_BRON",
                    "doel": "HTTP_DOEL",
                    "berichtId": "HTTP_BERICHTID",
                    "type": "CONTENT_TYPE",
                    "origin": "HTTP_ORIGIN",
                    "host": "HTTP_HOST",
                    "site": "HTTP_SEC_FETCH_SITE",
                }.items()
            },
            body=environ["wsgi.input"].read(min(size, LARGEST + 1)) if size else b"",
            certificate_oin=oin_of_certificate(environ),
        )

    def json(self) -> Any:
        """Return the body as JSON.

        Raises:
            ValueError: it is not JSON, or too large.
        """
        if len(self.body) > LARGEST:
            raise ValueError("De inhoud is te groot.")
        try:
            found = json.loads(self.body)
            json.dumps(found, ensure_ascii=False).encode()  # half a character cannot be kept
            return found
        except (ValueError, RecursionError) as fault:
            raise ValueError("De inhoud is geen JSON.") from fault

    def form(self) -> dict[str, str]:
        """Return what was filled in on a page: the last value of each field."""
        found = parse_qs(self.body[:LARGEST].decode("utf-8", "replace"), keep_blank_values=True)
        return {name: values[-1].strip() for name, values in found.items()}


def oin_of_certificate(environ: Environ) -> str | None:
    """Return the OIN in the client certificate (serialNumber of its subject), or None without TLS."""
    read = getattr(connection(environ), "getpeercert", None)
    subject = (read() or {}).get("subject", ()) if read else ()
    for relative in subject:
        for name, value in relative:
            if name == "serialNumber" and OIN.fullmatch(value):
                return value
    return None


def connection(environ: Environ) -> Any:
    """Return the socket of the caller, as far as the server hands it over."""
    return environ.get("gunicorn.socket") or environ.get("simulator.socket")


@dataclass
class Response:
    """An answer: status, body, kind of body and further headers."""

    status: int
    body: bytes = b""
    content_type: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    def send(self, start_response: StartResponse) -> Iterable[bytes]:
        """Hand the answer to the server."""
        rows = list(self.headers.items())
        if self.content_type:
            rows.append(("Content-Type", self.content_type))
        if self.status != 204:
            rows.append(("Content-Length", str(len(self.body))))
        start_response(f"{self.status} {HTTPStatus(self.status).phrase}", rows)
        return [self.body]


def json_response(status: int, value: Any, **headers: str) -> Response:
    """Return an answer in JSON."""
    return Response(status, json.dumps(value, ensure_ascii=False).encode(), "application/json", headers)

"""The client: POST /personen with one BSN and the fields we need, over mutual TLS.

By the published description 2.7.0 (BRP-API/Haal-Centraal-BRP-bevragen, specificatie/openapi.yaml). It names
no way to log in and no header for doelbinding: those come with the connection of the gemeente. The headers
here are the ones that suppliers of that connection ask (``X-DOELBINDING`` and its neighbours).
"""

import ssl
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import httpx

from meedoen.domain.voorinburgering.brp import Vraag

from .errors import BRPDown, BRPUnknownPerson, BRPUnreadable, of_status
from .tokens import Tokens

TYPE = "RaadpleegMetBurgerservicenummer"
CONTENT = "application/json; charset=utf-8"
LARGEST = 1024 * 1024  # bytes of an answer about one person; real ones are a few kB


@dataclass(frozen=True)
class Connection:
    """How to reach the BRP and for what: everything of it comes from the settings.

    Attributes:
        url: base address, without ``/personen``.
        api_key: for the header ``X-API-KEY``; empty is none.
        tokens: who gives access tokens; None is none.
        cert, key, ca: PEM files for mutual TLS; empty is none, and the authorities of the system.
        timeout: seconds.
        doelbinding, verwerking: for what we ask, as agreed with who gives the data.
    """

    url: str
    api_key: str = field(default="", repr=False)
    tokens: Tokens | None = None
    cert: str = ""
    key: str = ""
    ca: str = ""
    timeout: float = 5
    doelbinding: str = ""
    verwerking: str = ""


def tls_context(connection: Connection) -> ssl.SSLContext:
    """Return how we know the BRP and the BRP knows us.

    Raises:
        OSError: when a file is absent, or no certificate and key that belong together (`ssl.SSLError`).
    """
    context = ssl.create_default_context(cafile=connection.ca or None)
    if connection.cert:
        context.load_cert_chain(connection.cert, connection.key or None)
    return context


class BRPClient:
    """Asks the BRP about one person."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def person(self, vraag: Vraag, fields: Sequence[str]) -> dict[str, Any]:
        """Return a person as published (`Persoon`), with only these fields and those that always come.

        Raises:
            BRPFault: a kind of it for each way in which there is no answer.
        """
        body = {"type": TYPE, "burgerservicenummer": [vraag.bsn], "fields": list(fields)}
        try:
            with self._http() as http:
                response = self._post(http, vraag, body)
        except (httpx.HTTPError, OSError) as fault:
            raise BRPDown() from fault
        return _read(response)

    def _http(self) -> httpx.Client:
        return httpx.Client(
            timeout=self.connection.timeout, verify=tls_context(self.connection), follow_redirects=False
        )

    def _post(self, http: httpx.Client, vraag: Vraag, body: dict[str, Any]) -> httpx.Response:
        response = self._send(http, vraag, body)
        if response.status_code == 401 and self.connection.tokens:
            self.connection.tokens.forget()
            response = self._send(http, vraag, body)
        return response

    def _send(self, http: httpx.Client, vraag: Vraag, body: dict[str, Any]) -> httpx.Response:
        address = f"{self.connection.url}/personen"
        headers = self._headers(vraag)
        if self.connection.tokens:
            headers["Authorization"] = f"Bearer {self.connection.tokens.get(http)}"
        with http.stream("POST", address, json=body, headers=headers) as response:
            size, parts, started = 0, [], time.monotonic()
            for part in response.iter_bytes():
                size += len(part)
                if size > LARGEST:
                    raise BRPUnreadable(status=response.status_code)
                if time.monotonic() - started > self.connection.timeout:  # drop by drop: never done
                    raise BRPDown(status=response.status_code)
                parts.append(part)
            return httpx.Response(response.status_code, headers=_plain(response), content=b"".join(parts))

    def _headers(self, vraag: Vraag) -> dict[str, str]:
        connection = self.connection
        wanted = {
            "Content-Type": CONTENT,
            "Accept": "application/json",
            "X-API-KEY": connection.api_key,
            "X-DOELBINDING": connection.doelbinding,
            "X-VERWERKING": connection.verwerking,
            "X-GEBRUIKER": vraag.gebruiker,
            "X-ORIGIN-OIN": vraag.oin,
        }
        return {name: value for name, value in wanted.items() if value}


def _plain(response: httpx.Response) -> dict[str, str]:
    """Return what a reader of the body needs; the content has been unpacked already."""
    return {"Content-Type": response.headers.get("Content-Type", "")}


def _read(response: httpx.Response) -> dict[str, Any]:
    try:
        answer = response.json()
    except ValueError:
        answer = None
    if response.status_code != 200:
        raise _fault(response.status_code, answer if isinstance(answer, dict) else {})
    people = answer.get("personen") if isinstance(answer, dict) else None
    if not isinstance(people, list) or answer.get("type") != TYPE:
        raise BRPUnreadable(status=200)
    if not people:
        raise BRPUnknownPerson(status=200)
    if len(people) > 1 or not isinstance(people[0], dict):
        raise BRPUnreadable(status=200)
    return people[0]


def _fault(status: int, answer: dict[str, Any]) -> Exception:
    """Return the typed fault; of what was wrong only names are kept, never values or sentences."""
    wrong = answer.get("invalidParams")
    names = tuple(
        str(one.get("name", ""))[:60]
        for one in (wrong if isinstance(wrong, list) else ())
        if isinstance(one, dict)
    )
    return of_status(status, code=str(answer.get("code", ""))[:25], parameters=names)

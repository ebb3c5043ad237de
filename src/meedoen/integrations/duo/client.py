"""Speaking to DUO: one call over mutual TLS, with its headers; what can go wrong has a name (`errors`).

No fault, log line or repr holds a BSN. (It stands in the address that DUO prescribes: `settings.LOGGING`
keeps the loggers of httpx from writing addresses.)
"""

import ssl
import time
import uuid
from collections.abc import Mapping
from functools import lru_cache
from string import Formatter
from typing import Any
from urllib.parse import quote

import httpx
from django.conf import settings

from .answers import Answer, understand
from .certificates import stamp, tls_context
from .errors import (
    BadRequest,
    DUOFault,
    NotAuthorised,
    NotFound,
    Refused,
    Unavailable,
    UnexpectedAnswer,
)
from .operations import Operation
from .shape import Message

__all__ = [
    "BadRequest",
    "DUOClient",
    "DUOFault",
    "NotAuthorised",
    "NotFound",
    "Refused",
    "Unavailable",
    "UnexpectedAnswer",
    "client_for",
    "forget_clients",
]

LARGEST = 4 * 1024 * 1024
"""Bytes of an answer; the longest list that DUO publishes (200 instellingen) is about 60 kB."""
PATIENCE = 3
"""How many times MEEDOEN_DUO_TIMEOUT a whole answer may take; the timeout itself is for each silence."""


class DUOClient:
    """One gemeente that speaks to DUO; keeps its connections open for many calls. Safe in threads.

    Args:
        oin: of the gemeente, 20 digits (header ``bron``).
        base_url: of DUO, before the version.
        duo_oin: of DUO (header ``doel``).
        transport: for tests; None speaks over the network with mutual TLS.
    """

    def __init__(
        self, oin: str, *, base_url: str, duo_oin: str, transport: httpx.BaseTransport | None = None
    ) -> None:
        self.oin, self._duo_oin = oin, duo_oin
        verify: Any = tls_context(oin) if base_url.startswith("https:") and transport is None else True
        self._http = httpx.Client(
            base_url=base_url,
            timeout=settings.DUO_TIMEOUT,
            verify=verify,
            transport=transport,
            follow_redirects=False,
            trust_env=False,
            headers={"Accept": "application/json"},
        )

    def __repr__(self) -> str:
        return f"DUOClient({self.oin})"

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def call(
        self,
        operation: Operation,
        *,
        bericht_id: uuid.UUID,
        bsn: str = "",
        pad: Mapping[str, Any] | None = None,
        body: Message | None = None,
    ) -> Any:
        """Do one call and return what DUO answered: a message, a list of them, or None.

        Args:
            operation: of `OPERATIONS`.
            bericht_id: of this message; the same one when it is tried again.
            bsn: of the person, when the address asks one.
            pad: what else stands in the address (``instellingsnummer``, ``id``).
            body: the message.

        Raises:
            DUOFault: one of the faults above.
        """
        address = _address(operation, bsn, pad or {})
        try:
            answer = self._ask(operation.method, address, bericht_id, body)
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as fault:
            raise Unavailable(f"geen verbinding ({type(fault).__name__})", uncertain=False) from None
        except httpx.HTTPError as fault:
            if _is_about_tls(fault):
                raise Unavailable("DUO neemt ons certificaat niet aan", uncertain=False) from None
            raise Unavailable(f"geen antwoord ({type(fault).__name__})", uncertain=True) from None
        return understand(operation, answer, bericht_id, bsn)

    def _ask(self, method: str, address: str, bericht_id: uuid.UUID, body: Message | None) -> Answer:
        until = time.monotonic() + PATIENCE * settings.DUO_TIMEOUT
        headers = {"bron": self.oin, "doel": self._duo_oin, "berichtId": str(bericht_id)}
        content = None if body is None else body.to_json()
        with self._http.stream(method, address, headers=headers, json=content) as line:
            parts, size = [], 0
            for part in line.iter_bytes():
                parts.append(part)
                size += len(part)
                if size > LARGEST:
                    raise UnexpectedAnswer("het antwoord is te groot", line.status_code)
                if time.monotonic() > until:
                    raise httpx.ReadTimeout("het antwoord duurt te lang")
            return Answer(
                line.status_code,
                line.headers.get("berichtId", "").strip().lower(),
                line.headers.get("API-Version", "").strip(),
                b"".join(parts),
            )


def _address(operation: Operation, bsn: str, pad: Mapping[str, Any]) -> str:
    """Return the address with what stands in it filled in, so that no value can lead elsewhere.

    Raises:
        ValueError: when something is missing; never says the value.
    """
    given = {**pad, "bsn": bsn}
    names = [name for _, name, _, _ in Formatter().parse(operation.path) if name]
    if missing := [name for name in names if not given.get(name)]:
        raise ValueError(f"{operation.name}: zonder {', '.join(missing)} is er geen adres")
    filled = {name: quote(str(given[name]), safe="") for name in names}
    return operation.interface.prefix + operation.path.format(**filled)


def _is_about_tls(fault: BaseException | None) -> bool:
    """Return whether the line broke because a certificate was refused.

    With TLS 1.3 a server refuses our certificate after the connection seems to be made, so that this comes as
    a fault in reading. Nothing of the message was looked at then.
    """
    while fault is not None:
        if isinstance(fault, ssl.SSLError) and "ALERT" in (fault.reason or ""):
            return True
        fault = fault.__cause__
    return False


@lru_cache(maxsize=512)
def _kept(oin: str, base_url: str, duo_oin: str, stamp: tuple[object, ...]) -> DUOClient:
    return DUOClient(oin, base_url=base_url, duo_oin=duo_oin)


def client_for(oin: str) -> DUOClient:
    """Return the client of a gemeente, with the settings of this installation; one for each OIN.

    A certificate that was renewed is used from the next call on, without a restart.

    Raises:
        NotAuthorised: when no address or OIN of DUO is configured, or there is no certificate.
    """
    if not settings.DUO_URL or not settings.DUO_OIN:
        raise NotAuthorised("MEEDOEN_DUO_URL of MEEDOEN_DUO_OIN is niet ingevuld")
    try:
        return _kept(oin, settings.DUO_URL, settings.DUO_OIN, stamp(oin))
    except OSError as fault:  # also ssl.SSLError: a certificate or key that cannot be used
        raise NotAuthorised(f"het certificaat is niet te gebruiken ({type(fault).__name__})") from None


def forget_clients() -> None:
    """Close nothing, but make new clients from now on: after other settings or a new certificate."""
    _kept.cache_clear()

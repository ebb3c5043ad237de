"""Speaking to DUO: one call, its headers, its answer, and everything that can go wrong, each with its name.

    DUOFault
    ├── Refused            403 with fouttekst: DUO says why
    ├── NotAuthorised      401, or 403 without a reason
    ├── NotFound           404: DUO does not know this person or thing
    ├── BadRequest         400: the message does not keep to the agreement
    ├── UnexpectedAnswer   an answer that does not keep to the agreement
    └── Unavailable        500, 503, no connection, no answer in time: try again later

No fault, log line or repr holds a BSN. (It stands in the address that DUO prescribes: `settings.LOGGING`
keeps the loggers of httpx from writing addresses.)
"""

import logging
import uuid
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import httpx
from django.conf import settings

from .certificates import tls_context
from .messages import Foutmelding
from .operations import Operation
from .shape import Message, MessageFault

log = logging.getLogger("meedoen.duo")


class DUOFault(Exception):
    """A call that did not go well.

    Attributes:
        status: of the answer; None when there was none.
    """

    def __init__(self, text: str, status: int | None = None) -> None:
        super().__init__(text)
        self.status = status


class Refused(DUOFault):
    """DUO refuses, and says why.

    Attributes:
        foutteksten: DUO's own sentences, at least one.
    """

    def __init__(self, foutteksten: list[str]) -> None:
        super().__init__("DUO weigert het bericht", 403)
        self.foutteksten = foutteksten


class NotAuthorised(DUOFault):
    """DUO does not let this gemeente ask or tell this."""


class NotFound(DUOFault):
    """DUO does not know this person or thing."""


class BadRequest(DUOFault):
    """DUO cannot read the message: a fault of ours, or another version."""


class UnexpectedAnswer(DUOFault):
    """DUO answered in a way that was not agreed. `uncertain`: the message may have been taken."""

    uncertain = True


class Unavailable(DUOFault):
    """DUO cannot be reached, or cannot help now.

    Attributes:
        uncertain: whether the message may have arrived and been taken, although no answer came back.
    """

    def __init__(self, text: str, status: int | None = None, *, uncertain: bool) -> None:
        super().__init__(text, status)
        self.uncertain = uncertain


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
        address = operation.path.format(bsn=bsn, **(pad or {}))
        try:
            answer = self._http.request(
                operation.method,
                operation.interface.prefix + address,
                headers={"bron": self.oin, "doel": self._duo_oin, "berichtId": str(bericht_id)},
                json=None if body is None else body.to_json(),
            )
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as fault:
            raise Unavailable(f"geen verbinding ({type(fault).__name__})", uncertain=False) from None
        except httpx.HTTPError as fault:
            raise Unavailable(f"geen antwoord ({type(fault).__name__})", uncertain=True) from None
        return self._understood(operation, answer, bericht_id)

    def _understood(self, operation: Operation, answer: httpx.Response, bericht_id: uuid.UUID) -> Any:
        self._look_at_version(operation, answer)
        if answer.status_code != operation.success:
            raise _fault(answer)
        echoed = answer.headers.get("berichtId")
        if echoed is not None and echoed.lower() != str(bericht_id):
            raise UnexpectedAnswer("het antwoord hoort bij een ander bericht", answer.status_code)
        if operation.answer is None:
            return None
        try:
            said = answer.json()
        except ValueError:
            raise UnexpectedAnswer("het antwoord is geen JSON", answer.status_code) from None
        return _read(operation, said, answer.status_code)

    def _look_at_version(self, operation: Operation, answer: httpx.Response) -> None:
        version = answer.headers.get("API-Version", "")
        if version and version.partition(".")[0] != operation.interface.major:
            log.warning(
                "DUO speaks %s %s, Meedoen %s", operation.interface.name, version, operation.interface.version
            )


def _read(operation: Operation, said: Any, status: int) -> Any:
    kind = operation.answer
    assert kind is not None  # noqa: S101  # the caller looked
    try:
        if not operation.several:
            return kind.from_json(said)
        if not isinstance(said, list):
            raise MessageFault("", "hier hoort een lijst te staan")
        return [kind.from_json(one, str(place)) for place, one in enumerate(said)]
    except MessageFault as fault:
        raise UnexpectedAnswer(f"{fault.path}: {fault.sentence}", status) from None


def _fault(answer: httpx.Response) -> DUOFault:
    status = answer.status_code
    if status == 403 and (texts := _foutteksten(answer)):
        return Refused(texts)
    if status in {401, 403}:
        return NotAuthorised("DUO geeft geen toegang", status)
    if status == 404:
        return NotFound("DUO kent dit niet", status)
    if status == 400:
        return BadRequest("DUO kan het bericht niet lezen", status)
    if status >= 500 or status in {408, 425, 429}:
        # 503 says that nothing was done; after another fault at their side that is not sure
        return Unavailable(f"DUO geeft status {status}", status, uncertain=status not in {429, 503})
    return UnexpectedAnswer(f"DUO geeft status {status}", status)


def _foutteksten(answer: httpx.Response) -> list[str]:
    """Return the reasons that DUO gives; a body that was not agreed gives none."""
    try:
        said = answer.json()
    except ValueError:
        return []
    rows = said if isinstance(said, list) else [said]
    texts = [row.get("fouttekst") for row in rows if isinstance(row, dict)]
    most = Foutmelding.__dataclass_fields__["fouttekst"].metadata["limits"].max_length
    return [text[:most] for text in texts if isinstance(text, str) and text]


@lru_cache(maxsize=512)
def _kept(oin: str, base_url: str, duo_oin: str) -> DUOClient:
    return DUOClient(oin, base_url=base_url, duo_oin=duo_oin)


def client_for(oin: str) -> DUOClient:
    """Return the client of a gemeente, with the settings of this installation; one for each OIN.

    Raises:
        NotAuthorised: when no address or OIN of DUO is configured, or there is no certificate.
    """
    if not settings.DUO_URL or not settings.DUO_OIN:
        raise NotAuthorised("MEEDOEN_DUO_URL of MEEDOEN_DUO_OIN is niet ingevuld")
    try:
        return _kept(oin, settings.DUO_URL, settings.DUO_OIN)
    except OSError as fault:  # also ssl.SSLError: a certificate or key that cannot be used
        raise NotAuthorised(f"het certificaat is niet te gebruiken ({type(fault).__name__})") from None


def forget_clients() -> None:
    """Close nothing, but make new clients from now on: after other settings or a new certificate."""
    _kept.cache_clear()

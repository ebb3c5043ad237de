"""What DUO answers, read strictly: the message that was agreed, or a fault with a name."""

import json
import logging
import uuid
from dataclasses import dataclass, field
from typing import Any

from .errors import (
    BadRequest,
    DUOFault,
    NotAuthorised,
    NotFound,
    Refused,
    Unavailable,
    UnexpectedAnswer,
)
from .messages import Foutmelding
from .operations import Operation
from .shape import MessageFault

log = logging.getLogger("meedoen.duo")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back over the line.

    Attributes:
        status: of HTTP.
        bericht_id: the berichtId that DUO repeats, in lower case; empty when it does not.
        version: the API-Version; empty when it is not told.
        content: the body; it holds personal data and stays out of the repr.
    """

    status: int
    bericht_id: str
    version: str
    content: bytes = field(repr=False)

    def json(self) -> Any:
        """Return the content as JSON; raises ValueError."""
        try:
            return json.loads(self.content)
        except RecursionError:
            raise ValueError("too deep") from None


def understand(operation: Operation, answer: Answer, bericht_id: uuid.UUID, bsn: str) -> Any:
    """Return what DUO said: a message, a list of them, or None.

    Raises:
        DUOFault: when DUO did not do what was asked, or answers in a way that was not agreed.
    """
    _look_at_version(operation, answer)
    if answer.bericht_id not in {"", str(bericht_id)}:
        raise UnexpectedAnswer("het antwoord hoort bij een ander bericht", answer.status)
    if answer.status != operation.success:
        raise _fault(answer, bsn)
    if operation.answer is None:
        return None
    try:
        said = answer.json()
    except ValueError:
        raise UnexpectedAnswer("het antwoord is geen JSON", answer.status) from None
    return _read(operation, said, answer.status)


def _look_at_version(operation: Operation, answer: Answer) -> None:
    version, interface = answer.version[:30], operation.interface
    if version and version.partition(".")[0] != interface.major:
        log.warning("DUO speaks %s %s, Meedoen %s", interface.name, version, interface.version)


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


def _fault(answer: Answer, bsn: str) -> DUOFault:
    status = answer.status
    if status == 403 and (texts := _foutteksten(answer, bsn)):
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


def _foutteksten(answer: Answer, bsn: str) -> list[str]:
    """Return the reasons that DUO gives, without the BSN; a body that was not agreed gives none."""
    try:
        said = answer.json()
    except ValueError:
        return []
    rows = said if isinstance(said, list) else [said]
    texts = [row.get("fouttekst") for row in rows if isinstance(row, dict)]
    most = Foutmelding.__dataclass_fields__["fouttekst"].metadata["limits"].max_length
    plain = (text.replace(bsn, "…") if bsn else text for text in texts if isinstance(text, str))
    return [text[:most] for text in plain if text.strip()]

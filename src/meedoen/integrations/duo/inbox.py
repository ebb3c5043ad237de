"""`POST /duo/notificaties`: where DUO tells that something happened (interface Notificatie).

Nothing is done with an event here: one row is written, and only then 201 is answered. What DUO
does not get 201 for, it sends again; an event that comes twice is one row. Answers hold nothing
but a status, and the log nothing of a person.
"""

import json
import logging
import re
import threading
import uuid
from contextlib import AbstractContextManager, nullcontext
from http import HTTPStatus

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.timezone import now

from meedoen.domain.keten.actions import NotKept, keep_notificatie
from meedoen.domain.keten.models import DUOAansluiting
from meedoen.domain.regio.tenancy import tenant_scope

from .messages import Notificatie
from .sender import is_duo
from .shape import MessageFault
from .versions import NOTIFICATIE

log = logging.getLogger(__name__)

MOST_BYTES = 16 * 1024
"""A notification is some 150 bytes."""

YEARS = range(2, 9999)
"""A moment outside these cannot be written in every time zone."""

_one_writer = threading.Lock()

UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", re.ASCII)
DOWN = "Meedoen kan het bericht nu niet bewaren. Stuur het later opnieuw."


class Refused(Exception):
    """The request gets another status than 201; `why` goes into our own log and holds nothing personal."""

    def __init__(self, status: HTTPStatus, why: str) -> None:
        super().__init__(why)
        self.status, self.why = status, why


def notificaties(request: HttpRequest) -> HttpResponse:
    """Keep one event that DUO tells."""
    bericht_id = request.headers.get("berichtId", "")
    try:
        _keep(request, bericht_id)
        response = HttpResponse(status=HTTPStatus.CREATED)
    except Refused as refused:
        log.warning("notification of DUO: %d, %s", refused.status, refused.why)
        response = HttpResponse(status=refused.status)
    except (DatabaseError, NotKept) as fault:
        log.error("notification of DUO: 503, %s", type(fault).__name__)
        response = JsonResponse({"fouttekst": DOWN}, status=HTTPStatus.SERVICE_UNAVAILABLE)
    if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        response.headers["Allow"] = "POST"
    if UUID.fullmatch(bericht_id):
        response.headers["berichtId"] = bericht_id
    response.headers["API-Version"] = NOTIFICATIE.version
    response.headers["Cache-Control"] = "no-store"
    return response


notificaties.permission = "duo"  # type: ignore[attr-defined]
notificaties.csrf_exempt = True  # type: ignore[attr-defined]


def _keep(request: HttpRequest, bericht_id: str) -> None:
    """Keep the event of a request; raises Refused when it is not as DUO agreed or not from DUO."""
    if request.method != "POST":
        raise Refused(HTTPStatus.METHOD_NOT_ALLOWED, "only POST is answered")
    if not is_duo(request):
        raise Refused(HTTPStatus.UNAUTHORIZED, "the sender did not show the certificate of DUO")
    bron, doel = (request.headers.get(name, "") for name in ("bron", "doel"))
    if len(bron) != 20 or len(doel) != 20:
        raise Refused(HTTPStatus.BAD_REQUEST, "bron and doel are 20 characters")
    if not UUID.fullmatch(bericht_id):
        raise Refused(HTTPStatus.BAD_REQUEST, "berichtId is no UUID")
    if bron != settings.DUO_OIN:
        raise Refused(HTTPStatus.FORBIDDEN, "bron is not the OIN of DUO (MEEDOEN_DUO_OIN)")
    event = _event(request)
    gemeente_id = _gemeente_of(doel)
    with _turn(), transaction.atomic(), tenant_scope([gemeente_id]):
        keep_notificatie(
            gemeente_id,
            code=event.gebeurtenis_id,
            registratie_at=event.registratie_datum_tijd,
            received_at=now(),
            bsn=event.bsn or "",
            v_nummer="" if event.v_nummer is None else f"{event.v_nummer:010d}",
            bericht_id=uuid.UUID(bericht_id),
        )


def _turn() -> AbstractContextManager[object]:
    """Let one thread write at a time on SQLite, which has one writer: who waits for that polls, and is late.

    Waiting here wakes at once, and the first who came goes first.
    """
    return _one_writer if connection.vendor == "sqlite" else nullcontext()


def _event(request: HttpRequest) -> Notificatie:
    """Return what the body tells; raises Refused (400) with the place of the first fault, never its value."""
    if request.content_type != "application/json":
        raise Refused(HTTPStatus.BAD_REQUEST, "the body is not application/json")
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not (re.fullmatch(r"[0-9]{1,9}", length) and 0 < int(length) <= MOST_BYTES):
        raise Refused(HTTPStatus.BAD_REQUEST, f"the body has no Content-Length of 1 to {MOST_BYTES} bytes")
    try:
        event = Notificatie.from_json(json.loads(request.body))
    except MessageFault as fault:
        raise Refused(HTTPStatus.BAD_REQUEST, f"{fault.path or 'body'} is missing or wrong") from None
    except (ValueError, RecursionError):
        raise Refused(HTTPStatus.BAD_REQUEST, "the body is no JSON") from None
    texts = (event.gebeurtenis_id, event.bsn or "0")
    if event.registratie_datum_tijd.year not in YEARS or not all(t.isascii() and t.isalnum() for t in texts):
        raise Refused(HTTPStatus.BAD_REQUEST, "a value is impossible, although it fits its pattern")
    return event


def _gemeente_of(doel: str) -> int:
    """Return the gemeente with this OIN that exchanges by the interface; raises Refused (403)."""
    connected = DUOAansluiting.objects.filter(oin=doel, manier=DUOAansluiting.Manier.M2M)
    gemeente_id = connected.values_list("gemeente_id", flat=True).first()
    if gemeente_id is None:
        raise Refused(HTTPStatus.FORBIDDEN, "doel is not the OIN of a gemeente that is connected here")
    return int(gemeente_id)

"""Once a day: what DUO knows of everybody beside what we know, and its lists of schools and of grounds."""

import logging
import uuid
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from itertools import islice

from django.db import transaction
from django.utils.timezone import now

from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.actions.answers import Antwoord, keep_answer
from meedoen.domain.keten.actions.instellingen import keep_instellingen
from meedoen.domain.keten.actions.sending_storing import note_failure, note_success
from meedoen.domain.keten.actions.verlengingsgronden import keep_verlengingsgronden
from meedoen.domain.keten.faults import GEEN_TOEGANG
from meedoen.domain.keten.gebeurtenissen import WHOLE
from meedoen.domain.keten.models import Aanlevering, Bron, DUOAansluiting, Vergelijking
from meedoen.domain.keten.selectors import connected_gemeenten
from meedoen.domain.regio.models import Gemeente
from meedoen.domain.regio.tenancy import tenant_scope
from meedoen.domain.voortgang.vergelijken import compare_gemeente

from .client import DUOFault, NotAuthorised, Unavailable, client_for
from .fetching import AT_ONCE, ask_duo
from .operations import OPERATIONS

log = logging.getLogger(__name__)


def compare_everybody(on: date) -> int:
    """Compare the caseload of every gemeente with what DUO knows; returns how many dossiers were compared.

    A gemeente with the interface asks DUO about each open dossier first. Without it, what
    somebody typed over from the portal is compared; a gemeente that never did so has no report.
    When our own software fails at one gemeente the others go on, and it waits for tomorrow: trying again at
    once would ask DUO about everybody again.
    """
    connected, done = connected_gemeenten(), 0
    for gemeente_id in Gemeente.objects.order_by("pk").values_list("pk", flat=True):
        try:
            done += _compare_one(gemeente_id, connected.get(gemeente_id), on)
        except Exception as fault:
            # The text of a fault can hold what somebody is called; its kind cannot.
            log.error("gemeente %d is not compared with DUO: %s", gemeente_id, type(fault).__name__)
    return done


def _compare_one(gemeente_id: int, aansluiting: DUOAansluiting | None, on: date) -> int:
    asked, failed = _ask_everybody(aansluiting, on) if aansluiting else (0, 0)
    with transaction.atomic(), tenant_scope([gemeente_id]):
        if aansluiting is None and not _was_told(gemeente_id):
            return 0
        return compare_gemeente(gemeente_id, on=on, asked=asked, failed=failed).dossiers


def fetch_instellingen(on: date) -> int:
    """Fetch the list of schools; returns how many.

    Raises:
        DUOFault: when DUO answers no gemeente; nothing is lost, the list of before stays.
    """
    return _fetch_list("instellingen", keep_instellingen, on)


def fetch_verlengingsgronden(on: date) -> int:
    """Fetch the list of grounds on which DUO extends a termijn; returns how many.

    Raises:
        DUOFault: when DUO answers no gemeente; nothing is lost, the list of before stays.
    """
    return _fetch_list("verlengingsgronden", keep_verlengingsgronden, on)


def _fetch_list(operation: str, keep: Callable[..., int], on: date) -> int:
    """Fetch a list that is the same for everybody, by the first gemeente that DUO answers."""
    fault: DUOFault | None = None
    for aansluiting in connected_gemeenten().values():
        try:
            rows = client_for(aansluiting.oin).call(OPERATIONS[operation], bericht_id=uuid.uuid4())
        except DUOFault as wrong:
            fault = wrong
            continue
        with transaction.atomic():
            return keep([row.to_json() for row in rows], on=on)
    if fault is not None:
        raise fault
    return 0


def _ask_everybody(aansluiting: DUOAansluiting, on: date) -> tuple[int, int]:
    """Ask DUO about each open dossier of a gemeente; returns how many questions, and how many persons failed.

    At the first sign that DUO cannot be reached the rest waits for tomorrow: what DUO said before is
    still compared. A person whose answers cannot be kept counts as failed and holds up nobody.
    """
    gemeente_id, asked, failed = aansluiting.gemeente_id, 0, 0
    with transaction.atomic(), tenant_scope([gemeente_id]):
        people = [
            (pk, bsn)
            for pk, bsn in (
                (dossier.pk, dossier.inburgeringsplichtige.bsn)
                for dossier in Dossier.objects.filter(afgesloten_on__isnull=True).select_related(
                    "inburgeringsplichtige"
                )
            )
            if bsn
        ]
    waiting = iter(people)
    with ThreadPoolExecutor(AT_ONCE, "duo-nightly") as pool:
        while chunk := list(islice(waiting, AT_ONCE)):
            futures = [pool.submit(ask_duo, aansluiting.oin, bsn, WHOLE) for _, bsn in chunk]
            for (pk, _), future in zip(chunk, futures, strict=True):
                try:
                    answers = future.result().answers
                    _keep(gemeente_id, pk, answers, on)
                except (Unavailable, NotAuthorised) as fault:
                    _note(gemeente_id, fault)
                    return asked, failed + len(people) - people.index((pk, _))
                except Exception as fault:
                    log.error("dossier %d is not compared with DUO: %s", pk, type(fault).__name__)
                    answers = ()
                asked += len(WHOLE)
                failed += not answers
    return asked, failed


def _keep(gemeente_id: int, pk: int, answers: Sequence[Antwoord], on: date) -> None:
    with transaction.atomic(), tenant_scope([gemeente_id]):
        dossier = Dossier.objects.get(pk=pk)
        for answer in answers:
            keep_answer(dossier, answer, told_on=on)
        note_success(gemeente_id, at=now())


def _note(gemeente_id: int, fault: DUOFault) -> None:
    log.warning("the nightly comparison stops: %s", type(fault).__name__)
    with transaction.atomic(), tenant_scope([gemeente_id]):
        note_failure(gemeente_id, at=now(), fault=GEEN_TOEGANG if isinstance(fault, NotAuthorised) else None)


def _was_told(gemeente_id: int) -> bool:
    return (
        Aanlevering.objects.filter(gemeente_id=gemeente_id, bron=Bron.DUO).exists()
        or Vergelijking.objects.filter(gemeente_id=gemeente_id).exists()
    )

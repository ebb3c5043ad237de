"""Writing the evidence of use: who read or changed whose data, and what the system refused."""

import secrets
from collections.abc import Iterable
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from .models import Beveiligingsgebeurtenis, Verwerking
from .secrecy import pseudonym


@dataclass(frozen=True)
class Origin:
    """Where the running work comes from: one request, one job or one command."""

    name: str = "command"
    address: str = ""
    trace_id: str = field(default_factory=lambda: secrets.token_hex(16))


origin: ContextVar[Origin] = ContextVar("origin", default=Origin())  # noqa: B039 (frozen)


def person_pseudonym(person_id: int) -> str:
    """Return the pseudonym under which the log knows an inburgeringsplichtige."""
    return pseudonym("inburgeringsplichtige", person_id)


def record(
    dossiers: Iterable[Any],
    action: str,
    *,
    actor: Any,
    rol: str = "",
    break_glass: bool = False,
    reason: str = "",
) -> int:
    """Write one row for each person whose dossier was read or changed, in the running transaction.

    Args:
        dossiers: rows with ``id``, ``gemeente_id`` and ``inburgeringsplichtige_id``.
        action: ``lezen``, ``lijst``, ``wijzigen``, ``exporteren``, ``tonen-bsn`` ….
        actor: the medewerker, or None for a job.

    Returns:
        the number of rows written.
    """
    here = origin.get()
    rows = [
        Verwerking(
            gemeente_id=dossier.gemeente_id,
            trace_id=here.trace_id,
            operation_id=secrets.token_hex(8),
            name=here.name[:100],
            action=action,
            subject=person_pseudonym(dossier.inburgeringsplichtige_id),
            dossier_id_logged=dossier.id,
            actor=actor,
            rol=rol,
            origin=here.address[:60],
            break_glass=break_glass,
            reason=reason[:500],
        )
        for dossier in dossiers
    ]
    Verwerking.objects.bulk_create(rows, batch_size=500)
    return len(rows)


def record_security(
    name: str, result: str, *, actor: Any = None, gemeente: Any = None, path: str = "", detail: str = ""
) -> None:
    """Write one row about the system itself: a log-in, a refusal, a change of rights, an export."""
    Beveiligingsgebeurtenis.objects.create(
        name=name[:100],
        result=result,
        actor=actor,
        gemeente=gemeente,
        origin=origin.get().address[:60],
        path=path[:200],
        detail=detail[:500],
    )

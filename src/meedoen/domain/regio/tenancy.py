"""Tenancy: which gemeenten the running work may touch, twice guarded.

Every row of personal data carries ``gemeente_id``. The running work declares the
gemeenten it may touch with :func:`tenant_scope`. Two independent guards use it:

* the application: :class:`TenantManager` adds the filter and refuses to work
  without a scope;
* PostgreSQL: forced row-level security compares each row with the setting
  ``app.gemeenten`` of the running transaction. It is transaction-local, because
  a session-wide setting leaks to the next user of a pooled connection.

SQLite has no row-level security; there the composite foreign keys are triggers
and the manager is the only filter.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar

from django.db import DatabaseError, connection, models

_scope: ContextVar[tuple[int, ...] | None] = ContextVar("gemeenten", default=None)


class NoTenant(RuntimeError):
    """Raised when personal data is asked for outside :func:`tenant_scope`."""


def current_scope() -> tuple[int, ...]:
    """Return the ids of the gemeenten that the running work may touch.

    Raises:
        NoTenant: when the work never said for which gemeenten it runs.
    """
    if (scope := _scope.get()) is None:
        raise NoTenant("personal data was asked for without saying for which gemeente")
    return scope


@contextmanager
def tenant_scope(gemeente_ids: Iterable[int]) -> Iterator[None]:
    """Run a block for these gemeenten only.

    On PostgreSQL this must happen inside a transaction, so that the setting
    ends with it.

    Raises:
        NoTenant: on PostgreSQL outside a transaction.
    """
    wanted = tuple(sorted(set(gemeente_ids)))
    outer = _scope.get()
    token = _scope.set(wanted)
    _tell_database(wanted)
    try:
        yield
    finally:
        _scope.reset(token)
        # PostgreSQL refuses this only after a fault in the block; then the rollback undoes the setting,
        # and the fault itself must be what is told.
        with suppress(DatabaseError):
            _tell_database(outer or ())


def _tell_database(gemeente_ids: tuple[int, ...]) -> None:
    """Set the transaction-local tenant on PostgreSQL; SQLite knows none."""
    if connection.vendor != "postgresql":
        return
    if not connection.in_atomic_block:
        raise NoTenant("a tenant can only be set inside a transaction")
    if connection.needs_rollback:  # the transaction is lost, and the setting with it
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "select set_config('app.gemeenten', %s, true)", [",".join(str(pk) for pk in gemeente_ids)]
        )


class TenantQuerySet(models.QuerySet):
    """Rows of the gemeenten in scope."""


class TenantManager(models.Manager.from_queryset(TenantQuerySet)):  # type: ignore[misc]
    """The default manager of personal data: nothing outside the scope exists."""

    def get_queryset(self) -> models.QuerySet:
        """Return only rows of the gemeenten in scope.

        Raises:
            NoTenant: outside :func:`tenant_scope`.
        """
        return super().get_queryset().filter(gemeente_id__in=current_scope())


class TenantModel(models.Model):
    """A row of personal data: it belongs to one gemeente."""

    gemeente = models.ForeignKey("regio.Gemeente", on_delete=models.PROTECT, related_name="+")

    objects = TenantManager()

    class Meta:
        abstract = True

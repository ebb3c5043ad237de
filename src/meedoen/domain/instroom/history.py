"""History of thousands of rows at once: copied by the database itself, from the rows as they stand."""

from collections.abc import Sequence
from typing import Any

from django.db import connection, models
from django.utils import timezone

_PIECE = 500


def create_with_history(rows: Sequence[Any], model: type[models.Model], *, by: Any, reason: str) -> None:
    """Insert rows and one line of history for each.

    Args:
        rows: unsaved rows of one model.
        model: a model with ``history``.
        by: the medewerker, or None.
        reason: why; at most 100 characters are kept.
    """
    if rows:
        model._default_manager.bulk_create(rows, batch_size=_PIECE)
        _copy(rows, model, "+", by, reason)


def update_with_history(
    rows: Sequence[Any], model: type[models.Model], names: Sequence[str], *, by: Any, reason: str
) -> None:
    """Save these fields of rows that exist, and one line of history for each row."""
    if rows:
        model._default_manager.bulk_update(rows, names, batch_size=100)
        _copy(rows, model, "~", by, reason)


def _copy(rows: Sequence[Any], model: type[models.Model], kind: str, by: Any, reason: str) -> None:
    history = model.history.model  # type: ignore[attr-defined]
    tracked = {field.column for field in history._meta.concrete_fields}
    names = [field.column for field in model._meta.concrete_fields if field.column in tracked]
    quote = connection.ops.quote_name
    columns = ", ".join(quote(name) for name in names)
    key = quote(model._meta.pk.column)
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    with connection.cursor() as cursor:
        for start in range(0, len(rows), _PIECE):
            ids = [row.pk for row in rows[start : start + _PIECE]]
            # Names of tables and columns come from the models; every value is a parameter.
            statement = (
                f"insert into {quote(history._meta.db_table)} ({columns}, history_date, history_type, "  # noqa: S608
                f"history_change_reason, history_user_id) select {columns}, %s, %s, %s, %s "
                f"from {quote(model._meta.db_table)} where {key} in ({', '.join(['%s'] * len(ids))}) "
                f"order by {key}"
            )
            cursor.execute(statement, [now, kind, reason[:100], by.pk if by else None, *ids])

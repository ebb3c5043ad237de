"""Database guards that Django's models cannot express, as migration operations.

Both engines get the same promises in their own words: PostgreSQL with row-level
security, composite foreign keys and triggers; SQLite with triggers.
"""

from collections.abc import Mapping
from typing import Any

from django.db import migrations

# What app.gemeenten holds: "1,2,3". Unset or empty gives no rows.
_IN_SCOPE = (
    "gemeente_id = any(string_to_array(nullif(current_setting('app.gemeenten', true), ''), ',')::bigint[])"
)


def tenant_table(table: str, parents: Mapping[str, str] | None = None) -> migrations.RunPython:
    """Guard a table of personal data.

    Args:
        table: name of the table; it has the columns ``id`` and ``gemeente_id``.
        parents: column that refers to another tenant table → that table. The two
            rows must belong to the same gemeente.
    """
    parents = dict(parents or {})

    def forward(apps: Any, schema_editor: Any) -> None:
        build = _postgresql_tenant if schema_editor.connection.vendor == "postgresql" else _sqlite_tenant
        for statement in build(table, parents):
            schema_editor.execute(statement)

    return migrations.RunPython(forward, migrations.RunPython.noop)


def tenant_table_again(table: str, parents: Mapping[str, str] | None = None) -> migrations.RunPython:
    """Guard a table once more after a migration that made SQLite build it anew.

    Adding a column that may not be empty makes SQLite copy the table, and the copy
    has no triggers. PostgreSQL keeps its guards.
    """
    parents = dict(parents or {})

    def forward(apps: Any, schema_editor: Any) -> None:
        if schema_editor.connection.vendor == "sqlite":
            for statement in _sqlite_tenant(table, parents):
                schema_editor.execute(statement)

    return migrations.RunPython(forward, migrations.RunPython.noop)


def tenant_table_after_rebuild(table: str, parents: Mapping[str, str] | None = None) -> migrations.RunPython:
    """Guard a tenant table again after a migration that adds a column.

    For a column that is not nullable Django builds the table anew on SQLite, and
    its triggers go with the old one. PostgreSQL keeps its guards: nothing to do.
    """
    parents = dict(parents or {})

    def forward(apps: Any, schema_editor: Any) -> None:
        if schema_editor.connection.vendor == "sqlite":
            for statement in _sqlite_tenant(table, parents):
                schema_editor.execute(statement)

    return migrations.RunPython(forward, migrations.RunPython.noop)


def history_table(table: str) -> migrations.RunPython:
    """Guard the history of a tenant table: same gemeente, no rewriting."""

    def forward(apps: Any, schema_editor: Any) -> None:
        if schema_editor.connection.vendor == "postgresql":
            for statement in _postgresql_policy(table):
                schema_editor.execute(statement)

    return migrations.RunPython(forward, migrations.RunPython.noop)


def append_only(table: str) -> migrations.RunPython:
    """Refuse every update and delete on a table: evidence only grows."""

    def forward(apps: Any, schema_editor: Any) -> None:
        if schema_editor.connection.vendor == "postgresql":
            statements = _postgresql_append_only(table)
        else:
            statements = [
                f"create trigger {table}_no_{verb} before {verb} on {table} "
                f"begin select raise(abort, '{table} is append-only'); end"
                for verb in ("update", "delete")
            ]
        for statement in statements:
            schema_editor.execute(statement)

    return migrations.RunPython(forward, migrations.RunPython.noop)


def _postgresql_policy(table: str) -> list[str]:
    return [
        f"alter table {table} enable row level security",
        f"alter table {table} force row level security",
        f"create policy {table}_tenant on {table} using ({_IN_SCOPE}) with check ({_IN_SCOPE})",
    ]


def _postgresql_tenant(table: str, parents: Mapping[str, str]) -> list[str]:
    statements = _postgresql_policy(table)
    statements.append(f"create unique index {table}_tenant_key on {table} (gemeente_id, id)")
    for column, parent in parents.items():
        statements.append(
            f"alter table {table} add constraint {table}_{column}_tenant "
            f"foreign key (gemeente_id, {column}) references {parent} (gemeente_id, id) "
            "deferrable initially deferred"
        )
    return statements


def _sqlite_tenant(table: str, parents: Mapping[str, str]) -> list[str]:
    statements = [f"create unique index {table}_tenant_key on {table} (gemeente_id, id)"]
    for column, parent in parents.items():
        for verb in ("insert", "update"):
            statements.append(
                f"create trigger {table}_{column}_tenant_{verb} before {verb} on {table} "
                f"when new.{column} is not null and not exists "
                f"(select 1 from {parent} where id = new.{column} and gemeente_id = new.gemeente_id) "
                f"begin select raise(abort, 'FOREIGN KEY constraint failed: {table}.{column} "
                "belongs to another gemeente'); end"
            )
    return statements


def _postgresql_append_only(table: str) -> list[str]:
    return [
        f"create function {table}_refuse() returns trigger language plpgsql as "
        f"$$ begin raise exception '{table} is append-only'; end $$",
        f"create trigger {table}_append_only before update or delete on {table} "
        f"for each row execute function {table}_refuse()",
    ]

"""Database guards that Django's models cannot express, as migration operations.

Both engines get the same promises in their own words: PostgreSQL with row-level
security, composite foreign keys and triggers; SQLite with triggers.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.db.migrations.operations.base import Operation

# What app.gemeenten holds: "1,2,3". Unset or empty gives no rows.
_IN_SCOPE = (
    "gemeente_id = any(string_to_array(nullif(current_setting('app.gemeenten', true), ''), ',')::bigint[])"
)


class Guard(Operation):
    """Statements for the database alone: the models do not change, so Django need not rebuild their state.

    (RunPython would, and made the first start of the demo seconds slower.)
    """

    reversible = True
    reduces_to_sql = True

    def __init__(self, what: str, statements: Callable[[str], list[str]]) -> None:
        self.what = what
        self.statements = statements

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Change nothing in the models."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Run the statements of this engine."""
        for statement in self.statements(schema_editor.connection.vendor):
            schema_editor.execute(statement)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Do nothing: the table goes, and its guards with it."""

    def describe(self) -> str:
        """Return what it does, for who reads the plan."""
        return f"Guard {self.what}"


def tenant_table(table: str, parents: Mapping[str, str] | None = None) -> Guard:
    """Guard a table of personal data.

    Args:
        table: name of the table; it has the columns ``id`` and ``gemeente_id``.
        parents: column that refers to another tenant table → that table. The two
            rows must belong to the same gemeente.
    """
    parents = dict(parents or {})

    def statements(vendor: str) -> list[str]:
        build = _postgresql_tenant if vendor == "postgresql" else _sqlite_tenant
        return build(table, parents)

    return Guard(f"{table}: one gemeente", statements)


def tenant_table_again(table: str, parents: Mapping[str, str] | None = None) -> Guard:
    """Guard a table once more after a migration that made SQLite build it anew.

    Adding a column that may not be empty makes SQLite copy the table, and the copy
    has no triggers. PostgreSQL keeps its guards.
    """
    parents = dict(parents or {})
    return Guard(
        f"{table}: one gemeente, again on SQLite",
        lambda vendor: [] if vendor == "postgresql" else _sqlite_tenant(table, parents),
    )


def history_table(table: str) -> Guard:
    """Guard the history of a tenant table: the same gemeente."""
    return Guard(
        f"{table}: history of one gemeente",
        lambda vendor: _postgresql_policy(table) if vendor == "postgresql" else [],
    )


def append_only(table: str) -> Guard:
    """Refuse every update and delete on a table: evidence only grows."""

    def statements(vendor: str) -> list[str]:
        if vendor == "postgresql":
            return _postgresql_append_only(table)
        return [
            f"create trigger {table}_no_{verb} before {verb} on {table} "
            f"begin select raise(abort, '{table} is append-only'); end"
            for verb in ("update", "delete")
        ]

    return Guard(f"{table}: append-only", statements)


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

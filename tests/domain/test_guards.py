"""A migration that makes SQLite build a table anew must guard it again; PostgreSQL keeps its guards."""

from django.db import connection

from meedoen.domain.regio.guards import tenant_table_again


def triggers(table: str) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("select name from sqlite_master where type = 'trigger' and tbl_name = %s", [table])
        return {row[0] for row in cursor.fetchall()}


def test_a_table_that_was_built_anew_gets_its_guards_back(db):
    guard = tenant_table_again("dossier_notitie", {"dossier_id": "dossier_dossier"})
    if connection.vendor == "postgresql":
        assert guard.statements("postgresql") == []
        return
    before = triggers("dossier_notitie")
    assert len(before) == 2
    with connection.cursor() as cursor:
        for name in before:
            cursor.execute(f"drop trigger {name}")
        cursor.execute("drop index dossier_notitie_tenant_key")
    with connection.cursor() as cursor:
        for statement in guard.statements("sqlite"):
            cursor.execute(statement)
    assert triggers("dossier_notitie") == before

"""Every table of personal data is guarded in the database, on both engines."""

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from simple_history.models import HistoricalChanges

from meedoen.domain.dossier.models import Gebeurtenis
from meedoen.domain.regio.models import Verwerking
from meedoen.domain.regio.tenancy import TenantModel

TENANT_MODELS = [model for model in apps.get_models() if issubclass(model, TenantModel)]
HISTORIES = [
    model
    for model in apps.get_models()
    if issubclass(model, HistoricalChanges) and issubclass(model.instance_type, TenantModel)
]
APPEND_ONLY = (
    "regio_verwerking",
    "regio_beveiligingsgebeurtenis",
    "dossier_gebeurtenis",
    "dossier_document",
    "keten_aanlevering",
)


def tenant_parents(model):
    """Return the columns of a model that refer to another tenant table."""
    return {
        field.column: field.related_model._meta.db_table
        for field in model._meta.fields
        if field.is_relation and issubclass(field.related_model, TenantModel)
    }


def query(sql: str, *values: object) -> set:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return {row[0] for row in cursor.fetchall()}


def unguarded_on_postgresql(table: str) -> list[str]:
    """Return what a table lacks of row-level security."""
    sql = "select relname from pg_class where relname = %s and relrowsecurity and relforcerowsecurity"
    missing = [] if query(sql, table) else [f"{table}: no forced row-level security"]
    if not query("select policyname from pg_policies where tablename = %s", table):
        missing.append(f"{table}: no policy")
    return missing


def loose_references(model) -> list[str]:
    """Return the references of a model that may cross gemeenten."""
    table = model._meta.db_table
    if connection.vendor == "postgresql":
        guards = query("select conname from pg_constraint where conrelid = %s::regclass", table)
        return [column for column in tenant_parents(model) if f"{table}_{column}_tenant" not in guards]
    guards = query("select name from sqlite_master where type = 'trigger' and tbl_name = %s", table)
    return [
        column
        for column in tenant_parents(model)
        if not {f"{table}_{column}_tenant_insert", f"{table}_{column}_tenant_update"} <= guards
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("model", TENANT_MODELS, ids=lambda model: model._meta.label)
def test_references_between_tenant_tables_stay_within_one_gemeente(model):
    assert loose_references(model) == []


@pytest.mark.django_db
@pytest.mark.parametrize("model", TENANT_MODELS + HISTORIES, ids=lambda model: model._meta.label)
def test_row_level_security_is_forced(model):
    if connection.vendor == "postgresql":
        assert unguarded_on_postgresql(model._meta.db_table) == []
    else:
        assert any(field.name == "gemeente" for field in model._meta.fields)


@pytest.mark.django_db
@pytest.mark.parametrize("table", APPEND_ONLY)
def test_evidence_has_triggers_against_rewriting(table):
    if connection.vendor == "postgresql":
        assert query("select tgname from pg_trigger where tgrelid = %s::regclass", table) >= {
            f"{table}_append_only"
        }
    else:
        triggers = query("select name from sqlite_master where type = 'trigger' and tbl_name = %s", table)
        assert {f"{table}_no_update", f"{table}_no_delete"} <= triggers


@pytest.mark.django_db
def test_the_check_finds_a_table_without_guards():
    """The control: a table that nobody guarded must be found."""
    with connection.cursor() as cursor:
        cursor.execute("create table planted_fault (id integer primary key, gemeente_id integer)")

    class Planted:
        class _meta:  # noqa: N801
            db_table = "planted_fault"
            fields = Gebeurtenis._meta.fields

    assert loose_references(Planted) == ["dossier_id"]
    if connection.vendor == "postgresql":
        assert len(unguarded_on_postgresql("planted_fault")) == 2


def test_evidence_cannot_be_changed_or_removed(world):
    dossier = world.dossier(world.alice)
    with world.scope():
        Gebeurtenis.objects.create(
            gemeente=world.leusden, dossier=dossier, kind="x", sentence="Iets gebeurde."
        )
        row = Verwerking.objects.create(
            gemeente=world.leusden,
            trace_id="0" * 32,
            operation_id="0" * 16,
            name="x",
            action="lezen",
            subject="y",
        )
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), world.scope():
        Verwerking.objects.filter(pk=row.pk).update(action="niets")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), world.scope():
        Gebeurtenis.objects.all().delete()

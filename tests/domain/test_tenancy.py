"""Nothing of another gemeente exists, and nothing can be tied to it."""

import pytest
from django.db import DatabaseError, connection, transaction

from meedoen.domain.dossier.models import Dossier, Notitie
from meedoen.domain.regio.tenancy import NoTenant


def test_without_a_scope_personal_data_cannot_be_asked_for(world):
    with pytest.raises(NoTenant):
        Dossier.objects.count()


def test_a_scope_shows_only_its_own_gemeente(world):
    mine, theirs = world.dossier(world.alice), world.dossier(world.charlie, world.amersfoort)
    with world.scope(world.leusden):
        assert list(Dossier.objects.all()) == [mine]
    with world.scope(world.amersfoort):
        assert list(Dossier.objects.all()) == [theirs]


def test_a_row_cannot_point_at_a_dossier_of_another_gemeente(world):
    theirs = world.dossier(world.charlie, world.amersfoort)
    with pytest.raises(DatabaseError), transaction.atomic(), world.scope():
        Notitie.objects.create(gemeente=world.leusden, dossier=theirs, tekst="x", by=world.alice)
        transaction.get_connection().check_constraints()


def test_a_fault_of_the_database_is_told_as_it_is(world):
    with pytest.raises(DatabaseError, match="er_is_niets"), world.scope(), connection.cursor() as cursor:
        cursor.execute("select * from er_is_niets")
    with pytest.raises(NoTenant):
        Dossier.objects.count()


def test_a_sealed_bsn_does_not_open_in_another_row(world):
    first, second = world.dossier(world.alice), world.dossier(world.alice)
    a, b = first.inburgeringsplichtige, second.inburgeringsplichtige
    assert a.bsn.isdigit()
    b.bsn_sealed = a.bsn_sealed
    with pytest.raises(ValueError, match="no key opens"):
        _ = b.bsn

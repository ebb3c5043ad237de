"""Three people for every test: Alice owns the dossier, Bob is her colleague, Charlie works elsewhere."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from django.db import connection, transaction
from django.test import Client
from hypothesis import settings

from meedoen.domain.dossier.models import Dossier
from meedoen.domain.regio.models import Gemeente, Medewerker, Rol, Team
from meedoen.domain.regio.tenancy import tenant_scope
from tests.factories import (
    DossierFactory,
    GemeenteFactory,
    InburgeringsplichtigeFactory,
    MedewerkerFactory,
    TeamFactory,
    appoint,
)

# A busy machine must not make a test fail: how fast something is, is measured in bench/.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


@dataclass
class World:
    """Two gemeenten and the people of the tests.

    ``alice`` and ``bob`` are klantmanagers of Leusden in one team, ``tineke`` is
    their teamleider, ``ingrid`` inkoper, ``bas`` beheerder, ``aad`` auditor, all of
    Leusden; ``charlie`` is klantmanager of Amersfoort, ``regina`` klantmanager of
    both. ``nobody`` has no role.
    """

    leusden: Gemeente
    amersfoort: Gemeente
    team: Team
    people: dict[str, Medewerker] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Medewerker:
        """Return a person by name."""
        try:
            return self.__dict__["people"][name]
        except KeyError:
            raise AttributeError(name) from None

    @contextmanager
    def scope(self, *gemeenten: Gemeente) -> Iterator[None]:
        """Work in these gemeenten (default: both), inside a transaction."""
        with transaction.atomic(), tenant_scope(g.pk for g in gemeenten or (self.leusden, self.amersfoort)):
            yield

    def dossier(
        self, klantmanager: Medewerker | None = None, gemeente: Gemeente | None = None, **fields
    ) -> Dossier:
        """Make a dossier (of Alice in Leusden unless said otherwise). ``persoon__…`` reaches the person."""
        gemeente = gemeente or self.leusden
        persoon = {
            key.removeprefix("persoon__"): fields.pop(key)
            for key in list(fields)
            if key.startswith("persoon__")
        }
        with self.scope(gemeente):
            person = InburgeringsplichtigeFactory(gemeente=gemeente, **persoon)
            return DossierFactory(
                gemeente=gemeente,
                inburgeringsplichtige=person,
                klantmanager=klantmanager,
                team=self.team if gemeente == self.leusden else None,
                **fields,
            )

    def client(self, name: str) -> Client:
        """Return a client logged in as this person."""
        client = Client()
        client.force_login(self.people[name], backend="allauth.account.auth_backends.AuthenticationBackend")
        return client


@pytest.fixture
def world(db: None) -> World:
    """Two gemeenten with their people."""
    return make_world()


def make_world() -> World:
    """Make the two gemeenten and their people in the database of the test."""
    leusden = GemeenteFactory(naam="Leusden", cbs_code="0327")
    amersfoort = GemeenteFactory(naam="Amersfoort", cbs_code="0307")
    team = TeamFactory(gemeente=leusden)
    world = World(leusden, amersfoort, team)
    roles = {
        "alice": [(leusden, Rol.KLANTMANAGER)],
        "bob": [(leusden, Rol.KLANTMANAGER)],
        "tineke": [(leusden, Rol.TEAMLEIDER)],
        "ingrid": [(leusden, Rol.INKOPER)],
        "bas": [(leusden, Rol.BEHEERDER)],
        "aad": [(leusden, Rol.AUDITOR)],
        "charlie": [(amersfoort, Rol.KLANTMANAGER)],
        "regina": [(leusden, Rol.KLANTMANAGER), (amersfoort, Rol.KLANTMANAGER)],
        "nobody": [],
    }
    for name, pairs in roles.items():
        person = MedewerkerFactory(email=f"{name}@voorbeeld.example", naam=name.capitalize())
        world.people[name] = person
        for gemeente, rol in pairs:
            appoint(person, gemeente, rol, team if gemeente == leusden else None)
    return world


@pytest.fixture
def guards_back(django_db_setup, django_db_blocker):
    """Put the append-only triggers back that the flush of the test database needs out of the way (SQLite)."""
    taken: list[str] = []
    yield taken
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        for statement in taken:
            cursor.execute(statement)


@pytest.fixture
def real_world(guards_back, transactional_db) -> Iterator[World]:
    """The people of the tests in a database that threads share."""
    yield make_world()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(
                "select name, sql from sqlite_master where type = 'trigger' and name like '%_no_delete'"
            )
            for name, statement in cursor.fetchall():
                guards_back.append(statement)
                cursor.execute(f"drop trigger {name}")


@pytest.fixture
def as_(world: World) -> Callable[[str], Client]:
    """Return a logged-in client by name: ``as_("alice").get(…)``."""
    return world.client

"""The landscape of the access matrix: a dossier with everything in it, three times."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone

from meedoen.domain.brede_intake.models import (
    BredeIntake,
    Intakegegeven,
    Intakegesprek,
    Leerbaarheidstoets,
    Oproep,
)
from meedoen.domain.dossier.models import Document, Notitie, Waarneming
from meedoen.domain.instroom.models import Import
from meedoen.domain.keten.actions import make_taak
from meedoen.domain.keten.models import Bericht, Contactpersoon, Instelling, Notificatie, Verschil
from meedoen.domain.pip.models import PIP, Afspraak, Informatieverzoek, Leerroutekeuze
from meedoen.domain.regio.models import Organisatie
from meedoen.domain.termijn.models import Lijstweergave
from meedoen.domain.voortgang.models import Inburgeringsaanbod, Resultaat
from tests.conftest import World, make_world
from tests.house.matrix import PEOPLE, Landscape


def parts_of(world: World, dossier, medewerker) -> dict[str, int]:
    """Put one of everything in a dossier and return the ids by the names of the parameters."""
    gemeente = dossier.gemeente
    own = {"gemeente": gemeente, "dossier": dossier}
    now = timezone.now()
    with world.scope(gemeente):
        oproep = Oproep.objects.create(
            **own,
            nummer=1,
            verstuurd_on=date(2026, 1, 5),
            termijn_on=date(2026, 1, 19),
            gesprek_at=now,
            locatie="Gemeentehuis",
        )
        gesprek = Intakegesprek.objects.create(
            **own, gevoerd_on=date(2026, 1, 19), plaats="azc", by=medewerker
        )
        BredeIntake.objects.create(**own, gestart_on=date(2026, 1, 19))
        Leerbaarheidstoets.objects.create(**own)
        gegeven = Intakegegeven.objects.create(
            **own, vraag="beroep", waarde="kok", bron="coa", told_on=date(2026, 1, 1)
        )
        Leerroutekeuze.objects.create(**own)
        pip = PIP.objects.create(**own, versie=1)
        earlier = PIP.objects.create(**own, versie=2, status=PIP.Status.INGETROKKEN)
        bestand = Import.objects.create(
            gemeente=gemeente, bestandsnaam="x.csv", sha256="0" * 64, told_on=date(2026, 1, 1), by=medewerker
        )
        afspraak = Afspraak.objects.create(gemeente=gemeente, pip=pip, eigenaar="gemeente", wat="Aanmelden")
        verzoek = Informatieverzoek.objects.create(
            **own,
            wat="advies",
            van_wie="arts",
            waarom_nodig="nodig",
            gevraagd_on=date(2026, 2, 1),
            by=medewerker,
        )
        notitie = Notitie.objects.create(**own, tekst="Belt terug.", by=medewerker)
        document = Document.objects.create(
            **own,
            soort="oproep",
            titel="Oproep",
            bestandsnaam="oproep.pdf",
            inhoud=b"%PDF-1.7",
            sha256="0" * 64,
        )
        waarneming = Waarneming.objects.create(
            **own, medewerker=world.regina, reden="verlof van de collega", until=now - timedelta(hours=1)
        )
        bericht = Bericht.objects.create(
            **own, soort="pip", omschrijving="PIP versie 1 doorgeven", gegevens={"body": {}, "pad": {}}
        )
        melding = Notificatie(
            gemeente=gemeente,
            gebeurtenis_id="SS131",
            registratie_at=now,
            vingerafdruk=f"{dossier.pk}",
            status=Notificatie.Status.ONBEKEND,
        )
        melding.bsn = "999990019"
        melding.save()
        taak = make_taak(dossier, "SS103", titel="Bespreek de nieuwe einddatum")
    partner, _ = Organisatie.objects.get_or_create(gemeente=gemeente, naam=f"Taalschool {dossier.pk}")
    with world.scope(gemeente):
        school, _ = Instelling.objects.get_or_create(
            instellingsnummer="0000000001", defaults={"naam": "Taalschool", "gezien_on": date(2026, 1, 1)}
        )
        aanbod = Inburgeringsaanbod.objects.create(
            **own, instelling=school, aanbod_on=date(2026, 2, 1), by=medewerker
        )
        verschil = Verschil.objects.create(
            **own, veld="doelgroep", van_duo="asielstatushouder", found_on=date(2026, 2, 1)
        )
        Resultaat.objects.create(**own, onderdeel="pvt", datum_on=date(2026, 2, 1), by=medewerker)
        contactpersoon = Contactpersoon.objects.create(
            gemeente=gemeente,
            medewerker=medewerker,
            naam="Alice",
            email="alice@voorbeeld.example",
            telefoonnummer="0331234567",
        )
    weergave = Lijstweergave.objects.create(medewerker=medewerker, naam="Mijn lijst")
    return {
        "dossier_id": dossier.pk,
        "oproep_id": oproep.pk,
        "gesprek_id": gesprek.pk,
        "gegeven_id": gegeven.pk,
        "pip_id": pip.pk,
        "afspraak_id": afspraak.pk,
        "verzoek_id": verzoek.pk,
        "notitie_id": notitie.pk,
        "document_id": document.pk,
        "waarneming_id": waarneming.pk,
        "other_id": earlier.pk,
        "import_id": bestand.pk,
        "bericht_id": bericht.pk,
        "notificatie_id": melding.pk,
        "taak_id": taak.pk,
        "gemeente_id": gemeente.pk,
        "partner_id": partner.pk,
        "weergave_id": weergave.pk,
        "medewerker_id": medewerker.pk,
        "aanbod_id": aanbod.pk,
        "verschil_id": verschil.pk,
        "contactpersoon_id": contactpersoon.pk,
        "aanstelling_id": medewerker.aanstellingen.get().pk,
    }


def make_landscape(world: World) -> Landscape:
    """Make dossiers of Alice (own), of Bob (colleague) and of Charlie in Amersfoort (other)."""
    return Landscape(
        parts={
            "own": parts_of(world, world.dossier(world.alice), world.alice),
            "colleague": parts_of(world, world.dossier(world.bob), world.bob),
            "other": parts_of(world, world.dossier(world.charlie, world.amersfoort), world.charlie),
        },
        loose={
            "soort": "pip_beschikking",
            "sectie": "werk",
            "punt": "casemanager",
            "naam": "pip_deadline",
            "onderdeel": "pvt",
            "urensoort": "uren-participatietaalles",
            "wat": "pvt",
            "vraag": "pip_deadline",
            "rest": "nergens",
            "interface": "inburgeringstermijn",
        },
    )


def make_clients(world: World) -> dict[str, Client]:
    """Log somebody in for each role."""
    return {role: world.client(name) if name else Client() for role, name in PEOPLE.items()}


@pytest.fixture
def landscape(world: World) -> Landscape:
    """Dossiers of Alice, Bob and Charlie, each with one of everything."""
    return make_landscape(world)


@pytest.fixture
def clients(world: World) -> dict[str, Client]:
    """A client for each role."""
    return make_clients(world)


@pytest.fixture(scope="module")
def shared_world(django_db_setup, django_db_blocker) -> Iterator[World]:
    """One world for a whole module whose requests are all undone, so that nothing has to be made again.

    The module's first test must ask for ``db``: that is what makes pytest-django make the database.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_world()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def shared_landscape(shared_world: World) -> Landscape:
    """The landscape of that world."""
    return make_landscape(shared_world)


@pytest.fixture(scope="module")
def shared_clients(shared_world: World) -> dict[str, Client]:
    """The clients of that world."""
    return make_clients(shared_world)

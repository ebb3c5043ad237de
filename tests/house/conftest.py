"""The landscape of the access matrix: a dossier with everything in it, three times."""

import json
import uuid
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
from meedoen.domain.overdracht.models import (
    OntvangenOverdracht,
    Overdrachtspakket,
    Overdrachtssleutel,
    Overdrachtsverzoek,
)
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
        move = move_of(own, document, medewerker)
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
        **move,
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


def move_of(own: dict, document, medewerker) -> dict[str, int]:
    """Put a move both ways in a dossier: what was given, what was received, and a trusted key."""
    verzoek = Overdrachtsverzoek.objects.create(
        **own,
        richting="uitgaand",
        andere_code="0344",
        andere_naam="Utrecht",
        verhuisd_on=date(2026, 3, 1),
        by=medewerker,
    )
    pakket = Overdrachtspakket(
        gemeente=own["gemeente"],
        verzoek=verzoek,
        document=document,
        geldig_tot_en_met_on=date(2026, 4, 1),
        by=medewerker,
    )
    pakket.bestand = "{}"
    pakket.save()
    sleutel = Overdrachtssleutel.objects.create(
        gemeente=own["gemeente"],
        andere_code="0344",
        andere_naam="Utrecht",
        ondertekenen="x",
        versleutelen="x",
        vingerafdruk=f"{own['dossier'].pk:064x}",
        gecontroleerd="gebeld",
        by=medewerker,
    )
    ontvangen = OntvangenOverdracht(
        **own,
        nummer=uuid.uuid4(),
        van_code="0344",
        van_naam="Utrecht",
        told_on=date(2026, 3, 1),
        ondertekend_met=sleutel,
        versleuteld=True,
        by=medewerker,
    )
    ontvangen.inhoud = received_text(own["gemeente"])
    ontvangen.save()
    return {
        "verhuizing_id": verzoek.pk,
        "pakket_id": pakket.pk,
        "sleutel_id": sleutel.pk,
        "ontvangen_id": ontvangen.pk,
    }


def received_text(gemeente) -> str:
    """What stands in a received file about somebody whom nobody knows yet."""
    who = {"bsn": "", "v_nummer": "", "achternaam": "Nieuw", "voornaam": "Noor", "geboortedatum": None}
    path = {
        "doelgroep": None,
        "verblijfstitel": None,
        "kennisgeving_op": None,
        "eerste_pip_op": None,
        "leerroute": None,
        "verlengd_tot_en_met": None,
    }
    asked = {"gevraagd_op": "2026-02-20", "gevraagd_door": "C. Jansen", "reden": "PIP", "grondslag": "Wi 35"}
    lists = ("plannen", "uren", "resultaten", "aanbod", "oproepen", "boetes")
    return json.dumps(
        {
            "formaat": "meedoen-overdracht/1",
            "nummer": str(uuid.uuid4()),
            "gemaakt_op": "2026-03-01",
            "geldig_tot_en_met": "2026-04-01",
            "van": {"code": "0344", "naam": "Utrecht"},
            "naar": {"code": gemeente.cbs_code, "naam": gemeente.naam},
            "verzoek": asked,
            "persoon": who,
            "traject": {"verhuisd_op": "2026-02-01", **path},
            **{name: [] for name in lists},
            "leerbaarheidstoets": None,
            "intake": None,
        }
    )


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
            "school_id": Instelling.objects.get(instellingsnummer="0000000001").pk,
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

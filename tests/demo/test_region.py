"""The demo region: as many people as promised, in all stages, and nothing that the software would refuse."""

from datetime import date

import pytest

from meedoen.demo.people import GEMEENTEN, LOGINS
from meedoen.demo.region import PEOPLE, fill
from meedoen.domain.brede_intake.models import Intakegegeven
from meedoen.domain.brede_intake.vragen import VRAGEN
from meedoen.domain.dossier.models import Dossier, Inburgeringsplichtige
from meedoen.domain.pip.models import PIP, Leerroutekeuze
from meedoen.domain.regio.models import Gemeente, Medewerker
from meedoen.domain.regio.tenancy import tenant_scope
from meedoen.domain.termijn.models import Werkpunt

TODAY = date(2026, 11, 24)


@pytest.fixture
def region(db):
    assert fill(TODAY) == PEOPLE
    with tenant_scope(Gemeente.objects.values_list("pk", flat=True)):
        yield


def test_the_region_is_whole(region):
    assert set(Gemeente.objects.values_list("naam", flat=True)) == set(GEMEENTEN)
    assert (
        Dossier.objects.count() == Inburgeringsplichtige.objects.count() == Werkpunt.objects.count() == PEOPLE
    )
    assert {email for email, *_ in LOGINS} <= set(Medewerker.objects.values_list("email", flat=True))
    # Somebody is in every phase, and nothing lies in the future.
    assert Werkpunt.objects.values("code").distinct().count() >= 8
    assert set(PIP.objects.values_list("status", flat=True)) >= {"concept", "vastgesteld", "uitgereikt"}
    assert not Dossier.objects.filter(eerste_pip_on__gt=TODAY).exists()
    # People who still live in an AZC are there too.
    assert Inburgeringsplichtige.objects.exclude(coa_locatie="").count() > 40
    # Every leerroute was chosen with a consideration of all three.
    assert not Leerroutekeuze.objects.filter(overweging_onderwijsroute="").exists()
    # Every answer fits its question.
    wrong = [
        (answer.vraag, answer.waarde)
        for answer in Intakegegeven.objects.all()
        if answer.vraag not in VRAGEN or VRAGEN[answer.vraag].fault(answer.waarde)
    ]
    assert wrong == []
    # Numbers are of the range for tests, so that nobody real is meant.
    assert all(
        person.bsn in {""} or person.bsn.startswith("9999") for person in Inburgeringsplichtige.objects.all()
    )

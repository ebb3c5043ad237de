"""Who looked at whose data, the security log and the rights: facts about staff, no names of others."""

from io import BytesIO

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse
from openpyxl import load_workbook

from meedoen.domain.regio.logboek import record_security
from meedoen.domain.regio.models import Beveiligingsgebeurtenis

LOG, LOG_EXCEL = reverse("auditor:logboek"), reverse("auditor:logboek-excel")
SECURITY, SECURITY_EXCEL = reverse("auditor:beveiliging"), reverse("auditor:beveiliging-excel")
RIGHTS, RIGHTS_EXCEL = reverse("auditor:rechten"), reverse("auditor:rechten-excel")


@pytest.fixture
def dossier(world):
    return world.dossier(world.alice, persoon__voornaam="Samira", persoon__achternaam="Haddad")


def rows_of(answer):
    return list(load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True))


@pytest.mark.parametrize("page", [LOG, LOG_EXCEL, SECURITY, SECURITY_EXCEL])
def test_only_an_auditor_reads_the_logs(page, as_):
    assert as_("aad").get(page).status_code == 200
    for name in ("alice", "tineke", "ingrid", "bas", "charlie", "nobody"):
        assert as_(name).get(page).status_code == 403


@pytest.mark.parametrize("page", [RIGHTS, RIGHTS_EXCEL])
def test_auditor_and_beheerder_read_the_rights(page, as_):
    for name, status in {"aad": 200, "bas": 200, "alice": 403, "tineke": 403, "charlie": 403}.items():
        assert as_(name).get(page).status_code == status


def test_the_log_names_staff_and_dossier_but_no_inburgeraar(dossier, as_):
    as_("alice").get(reverse("klantmanager:dossier", args=[dossier.pk]))
    as_("tineke").post(reverse("klantmanager:toon-nummers", args=[dossier.pk]))
    page = as_("aad").get(LOG).content.decode()
    assert "Alice" in page
    assert "gelezen" in page
    assert "BSN en V-nummer getoond" in page
    assert "Samira" not in page
    assert "Haddad" not in page


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({}, 3),
        ({"actie": "lezen"}, 2),
        ({"actie": "tonen-bsn"}, 1),
        ({"dossier": "999999"}, 0),
        ({"waarneming": "on"}, 0),
        ({"van": "1-1-2099"}, 0),
        ({"tot": "1-1-2020"}, 0),
        ({"van": "geen datum"}, 0),
    ],
)
def test_filters(dossier, as_, asked, count):
    as_("alice").get(reverse("klantmanager:dossier", args=[dossier.pk]))
    as_("tineke").get(reverse("klantmanager:dossier", args=[dossier.pk]))
    as_("tineke").post(reverse("klantmanager:toon-nummers", args=[dossier.pk]))
    page = as_("aad").get(LOG, asked).context["page"]
    assert page.paginator.count == count


def test_filter_by_medewerker_and_dossier(world, dossier, as_):
    other = world.dossier(world.alice)
    for one in (dossier, other):
        as_("alice").get(reverse("klantmanager:dossier", args=[one.pk]))
    as_("tineke").get(reverse("klantmanager:dossier", args=[other.pk]))
    aad = as_("aad")
    assert aad.get(LOG, {"medewerker": world.alice.pk}).context["page"].paginator.count == 2
    assert aad.get(LOG, {"dossier": other.pk}).context["page"].paginator.count == 2
    assert aad.get(LOG, {"medewerker": world.charlie.pk}).context["page"].paginator.count == 0


def test_the_log_of_another_gemeente_stays_there(world, as_):
    elsewhere = world.dossier(world.charlie, world.amersfoort)
    as_("charlie").get(reverse("klantmanager:dossier", args=[elsewhere.pk]))
    assert as_("aad").get(LOG).context["page"].paginator.count == 0


def test_the_log_goes_to_excel_and_that_is_logged_too(world, dossier, as_):
    as_("alice").get(reverse("klantmanager:dossier", args=[dossier.pk]))
    heads, row = rows_of(as_("aad").get(LOG_EXCEL))
    assert heads[:2] == ("Moment", "Medewerker")
    assert (row[1], row[4], row[5]) == ("Alice", "gelezen", dossier.pk)
    event = Beveiligingsgebeurtenis.objects.get(name="export")
    assert (event.actor, event.detail) == (world.aad, "logboek, 1 regels")


def test_the_security_log_shows_own_gemeente_and_what_names_nobody(world, as_):
    record_security("rol gegeven", "gelukt", actor=world.bas, gemeente=world.leusden, detail="van ons")
    record_security("rol gegeven", "gelukt", actor=world.regina, gemeente=world.amersfoort, detail="van hen")
    record_security("geweigerd", "403", actor=world.charlie, detail="elders geweigerd")
    record_security("inloggen", "mislukt", detail="zonder naam")
    page = as_("aad").get(SECURITY).content.decode()
    assert "van ons" in page
    assert "zonder naam" in page
    assert "van hen" not in page
    assert "elders geweigerd" not in page
    cells = [row[5] for row in rows_of(as_("aad").get(SECURITY_EXCEL))]
    assert "van ons" in cells
    assert "van hen" not in cells


def test_the_rights_say_since_when_and_how_guarded(world, as_):
    Authenticator.objects.create(user=world.alice, type=Authenticator.Type.TOTP, data={})
    Authenticator.objects.create(user=world.bob, type=Authenticator.Type.RECOVERY_CODES, data={})
    heads, *rows = rows_of(as_("bas").get(RIGHTS_EXCEL))
    by_name = {row[1]: dict(zip(heads, row, strict=True)) for row in rows}
    assert by_name["Alice"]["Rol"] == "Klantmanager"
    assert by_name["Alice"]["Tweede stap"] == "ja"
    assert by_name["Bob"]["Tweede stap"] == "nee"
    assert "Charlie" not in by_name
    assert "Regina" in by_name
    page = as_("aad").get(RIGHTS).content.decode()
    assert "1 januari 2022" in page
    assert "Amersfoort" not in page

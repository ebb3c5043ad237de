"""The next step of a dossier follows from what is in it, and is kept for the lists."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import get_current_timezone, localdate

from meedoen.domain.brede_intake.models import BredeIntake, Intakegesprek, Leerbaarheidstoets, Oproep
from meedoen.domain.dossier.events import Event, publish
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.pip.models import PIP, Informatieverzoek, Leerroutekeuze
from meedoen.domain.regio.tenancy import NoTenant
from meedoen.domain.termijn.actions import IMPOSSIBLE, reckon, reckon_all
from meedoen.domain.termijn.models import Werkpunt
from meedoen.domain.voortgang.models import Resultaat

TODAY = date(2026, 4, 1)
CASE = {
    "bekendmaking_on": date(2025, 9, 1),
    "koppeling_on": date(2025, 11, 1),
    "kennisgeving_on": date(2026, 3, 2),
    "inschrijving_on": date(2026, 2, 20),
}


@pytest.fixture
def case(world):
    """A dossier of a statushouder with a kennisgeving, and a way to reckon it."""

    class Case:
        dossier = world.dossier(world.alice, **CASE)
        scope = staticmethod(world.scope)

        def reckon(self, on=TODAY) -> Werkpunt:
            with world.scope():
                assert reckon([self.dossier.pk], on=on) == 1
                return Werkpunt.objects.get(dossier=self.dossier)

        def add(self, model, **fields):
            with world.scope():
                return model.objects.create(gemeente=self.dossier.gemeente, dossier=self.dossier, **fields)

        def call(self, nummer=1, **fields):
            moment = datetime(2026, 3, 20, 10, tzinfo=get_current_timezone())
            return self.add(
                Oproep,
                **{
                    "nummer": nummer,
                    "verstuurd_on": date(2026, 3, 6),
                    "termijn_on": date(2026, 4, 3),
                    "gesprek_at": moment,
                    "locatie": "Leusden",
                    **fields,
                },
            )

    return Case()


def test_nobody_called_yet(case):
    row = case.reckon()
    assert (row.code, row.waiting_for) == ("oproepen", "gemeente")
    assert row.due_on == date(2026, 5, 11)
    assert row.sentence == ("Roep op voor de brede intake: er is nog geen oproep verstuurd.")
    assert "5.3" in row.citation
    assert (row.pip_deadline_on, row.pip_on, row.gesloten) == (date(2026, 5, 11), None, False)


def test_an_open_call_waits_for_the_person_until_its_term(case):
    case.call()
    row = case.reckon()
    assert (row.code, row.waiting_for, row.due_on) == (
        "wacht_op_verschijnen",
        "inburgeraar",
        date(2026, 4, 3),
    )
    assert case.reckon(on=date(2026, 4, 4)).code == "waarschuwen"


def test_a_withdrawn_or_cancelled_call_counts_for_nobody(case):
    case.call(uitkomst=Oproep.Uitkomst.INGETROKKEN)
    case.call(nummer=2, uitkomst=Oproep.Uitkomst.AFGEZEGD)
    assert case.reckon().code == "oproepen"


def test_three_missed_calls_end_in_an_intake_in_absentia(case):
    for nummer in (1, 2, 3):
        case.call(nummer=nummer, uitkomst="niet_verschenen", waarschuwing_on=date(2026, 3, 20))
    assert case.reckon().code == "voltooi_in_afwezigheid"


def test_the_intake_goes_on_to_the_pip(case):
    case.call(uitkomst=Oproep.Uitkomst.VERSCHENEN, uitkomst_on=date(2026, 3, 20))
    assert case.reckon().code == "leerbaarheidstoets"
    toets = case.add(Leerbaarheidstoets, aangemeld_on=date(2026, 3, 20))
    assert (case.reckon().code, case.reckon().waiting_for) == ("wacht_op_leerbaarheidstoets", "duo")
    with case.scope():
        toets.afgenomen_on, toets.resultaat = date(2026, 3, 25), "haalbaar"
        toets.save()
    assert case.reckon().code == "intake_afronden"
    case.add(BredeIntake, gestart_on=date(2026, 3, 20), afgerond_on=date(2026, 3, 27))
    assert case.reckon().code == "pip_opstellen"
    draft = case.add(PIP, versie=1, status=PIP.Status.CONCEPT)
    assert case.reckon().code == "pip_opstellen"
    with case.scope():
        draft.status = PIP.Status.GECONTROLEERD
        draft.save()
    assert case.reckon().code == "pip_vaststellen"


def test_a_conversation_alone_starts_the_intake(case, world):
    case.add(Intakegesprek, gevoerd_on=date(2026, 3, 21), plaats="azc", by=world.alice)
    assert case.reckon().code == "leerbaarheidstoets"


def test_information_of_a_third_party_is_waited_for(case, world):
    case.add(BredeIntake, gestart_on=date(2026, 3, 20), afgerond_on=date(2026, 3, 27))
    case.add(Leerbaarheidstoets, ontheffing_on=date(2026, 3, 25), ontheffingsgrond="visueel")
    case.add(
        Informatieverzoek, wat="diploma", van_wie="IDW", waarom_nodig="x", gevraagd_on=TODAY, by=world.alice
    )
    row = case.reckon()
    assert (row.code, row.waiting_for) == ("wacht_op_derde", "derde")
    later = case.reckon(on=date(2026, 6, 1))
    assert later.due_on is None
    assert "Nog geen datum: de informatie van een derde is er nog niet" in later.sentence


def test_without_inschrijving_there_is_a_reason_instead_of_a_date(world):
    dossier = world.dossier(
        world.alice, **(CASE | {"inschrijving_on": None}), persoon__postcode="", persoon__coa_locatie="Zeist"
    )
    with world.scope():
        reckon([dossier.pk], on=TODAY)
        row = Werkpunt.objects.get(dossier=dossier)
    assert row.due_on is None
    assert "Nog geen datum: er is nog geen inschrijving in de gemeente van huisvesting" in row.sentence


def test_after_the_pip_the_term_runs_and_pvt_and_map_are_open_until_a_date_is_recorded(case, world):
    pip = case.add(
        PIP,
        versie=1,
        status=PIP.Status.VASTGESTELD,
        dagtekening_on=date(2026, 3, 30),
        leerroute="B1-route",
    )
    with case.scope():
        case.dossier.eerste_pip_on = date(2026, 3, 30)
        case.dossier.save()
    row = case.reckon()
    assert (row.code, row.leerroute, row.pip_on) == ("pip_uitreiken", "B1-route", date(2026, 3, 30))
    with case.scope():
        pip.status, pip.uitgereikt_on = PIP.Status.UITGEREIKT, date(2026, 3, 31)
        pip.save()
    row = case.reckon()
    assert (row.code, row.due_on) == ("pvt_afronden", date(2029, 3, 30))
    assert row.sentence.endswith("het PVT is nog niet afgerond.")
    case.add(Resultaat, onderdeel="pvt", datum_on=date(2026, 4, 1), by=world.alice)
    assert case.reckon().code == "map_afronden"
    case.add(Resultaat, onderdeel="map", datum_on=date(2026, 4, 1), by=world.alice)
    assert case.reckon().code == "leerroute_volgen"
    case.add(Resultaat, onderdeel="map", datum_on=None, by=world.alice)  # withdrawn
    assert case.reckon().code == "map_afronden"
    assert case.reckon(on=date(2028, 6, 1)).code == "map_afronden"
    case.add(Resultaat, onderdeel="map", datum_on=date(2026, 4, 1), by=world.alice)
    assert case.reckon(on=date(2028, 6, 1)).code == "termijn_eindigt_binnen_12_maanden"
    assert case.reckon(on=date(2029, 2, 1)).code == "termijn_eindigt_binnen_6_maanden"
    assert case.reckon(on=date(2029, 3, 31)).code == "termijn_verstreken"


def test_a_pip_from_before_meedoen_counts_as_given(case):
    with case.scope():
        case.dossier.eerste_pip_on = date(2026, 3, 30)
        case.dossier.save()
    assert case.reckon().code == "leerroute_volgen"


def test_of_a_pip_from_before_nothing_is_claimed_that_nobody_recorded(case, world):
    case.add(
        PIP,
        versie=1,
        status=PIP.Status.UITGEREIKT,
        overgenomen=True,
        dagtekening_on=date(2026, 3, 30),
        leerroute="B1-route",
    )
    row = case.reckon()
    assert row.code == "leerroute_volgen"
    assert "PVT" not in row.sentence
    case.add(Resultaat, onderdeel="pvt", datum_on=None, by=world.alice)
    assert case.reckon().code == "pvt_afronden"
    case.add(Resultaat, onderdeel="pvt", datum_on=date(2026, 4, 1), by=world.alice)
    assert case.reckon().code == "leerroute_volgen"  # whether the MAP was done, nobody knows


def test_a_withdrawn_pip_leaves_the_duty(case):
    case.add(
        PIP, versie=1, status=PIP.Status.INGETROKKEN, dagtekening_on=date(2026, 3, 30), leerroute="B1-route"
    )
    row = case.reckon()
    assert row.code == "oproepen"
    assert row.leerroute == ""


def test_the_chosen_leerroute_shows_until_there_is_a_pip(case):
    case.add(Leerroutekeuze, leerroute="Z-route")
    assert case.reckon().leerroute == "Z-route"


def test_a_closed_dossier_keeps_its_row_but_is_marked(case):
    with case.scope():
        case.dossier.afgesloten_on = TODAY
        case.dossier.save()
    assert case.reckon().gesloten is True
    assert case.reckon(on=TODAY - timedelta(days=1)).gesloten is False


@pytest.mark.parametrize("day", [date(9999, 12, 31), date(1, 1, 1)])
def test_a_date_that_cannot_be_true_stops_nobody_else(world, case, day):
    with case.scope():
        Dossier.objects.filter(pk=case.dossier.pk).update(kennisgeving_on=day, eerste_pip_on=day)
    other = world.dossier(world.bob, **CASE)
    with case.scope():
        assert reckon([case.dossier.pk, other.pk], on=TODAY) == 2
        codes = dict(Werkpunt.objects.values_list("dossier_id", "code"))
    assert codes[other.pk] == "oproepen"
    if day.year == 9999:
        assert codes[case.dossier.pk] == IMPOSSIBLE


def test_the_row_holds_what_the_list_is_filtered_by(case, world):
    row = case.reckon()
    assert (row.klantmanager, row.team) == (world.alice, world.team)
    assert (row.doelgroep, row.taal, row.in_azc) == ("asielstatushouder", "ar", False)
    with case.scope():
        Dossier.objects.filter(pk=case.dossier.pk).update(team=None)
    assert case.reckon().team == world.team
    with case.scope():
        Dossier.objects.filter(pk=case.dossier.pk).update(klantmanager=None)
    row = case.reckon()
    assert (row.klantmanager, row.team) == (None, None)


def test_any_event_reckons_the_row_again(case, world):
    with case.scope():
        publish(Event("ProefGebeurd", case.dossier, world.alice, "Er is iets gebeurd."))
        row = Werkpunt.objects.get(dossier=case.dossier)
    assert row.reckoned_on == localdate()


def test_many_dossiers_cost_as_many_queries_as_one(world):
    ids = [world.dossier(world.alice, **CASE).pk for _ in range(12)]
    with world.scope():
        with CaptureQueriesContext(
            connection,
        ) as one:
            reckon(ids[:1], on=TODAY)
        with CaptureQueriesContext(connection) as many:
            reckon(ids[1:], on=TODAY)
        with CaptureQueriesContext(connection) as again:
            reckon(ids, on=TODAY)
    assert len(one) == len(many) <= 10
    assert not any("INSERT" in query["sql"] for query in again)


def test_every_night_all_gemeenten_are_reckoned(world, monkeypatch):
    monkeypatch.setattr("meedoen.domain.termijn.night.AT_ONCE", 2)
    for _ in range(5):
        world.dossier(world.alice, **CASE)
    world.dossier(world.charlie, world.amersfoort, **CASE)
    assert reckon_all(on=date(2026, 5, 12)) == 6
    with world.scope(world.amersfoort):
        assert Werkpunt.objects.get().due_on == date(2026, 5, 11)
    with pytest.raises(NoTenant), transaction.atomic():
        Werkpunt.objects.count()

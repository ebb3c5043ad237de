"""Every night DUO is asked about everybody, what differs is reported, and DUO's lists are renewed."""

from datetime import date, timedelta

import pytest

from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.actions import keep_deliveries
from meedoen.domain.keten.actions.answers import keep_answer
from meedoen.domain.keten.models import (
    Aanlevering,
    Bron,
    DUOAansluiting,
    Instelling,
    Vergelijking,
    Verlengingsgrond,
    Verschil,
)
from meedoen.integrations.duo import nightly
from meedoen.integrations.duo.client import NotAuthorised, Unavailable, forget_clients
from meedoen.integrations.duo.nightly import (
    compare_everybody,
    fetch_instellingen,
    fetch_verlengingsgronden,
)
from meedoen.project.commands.worker import daily_jobs

from .conftest import today


def report(world):
    with world.scope():
        return Vergelijking.objects.get()


def open_fields(world):
    with world.scope():
        return sorted(Verschil.objects.filter(status="open").values_list("veld", flat=True))


def test_what_duo_says_is_kept_compared_and_reported(world, duo):
    first, second = duo.dossier(), duo.dossier()
    closed = duo.dossier()
    nobody = world.dossier(world.alice, persoon__bsn="")
    with world.scope():
        Dossier.objects.filter(pk=closed.pk).update(afgesloten_on=today())
        Dossier.objects.filter(pk=first.pk).update(doelgroep="gezinsmigrant_of_overige_migrant")
    assert compare_everybody(today()) == 3
    found = report(world)
    assert (found.dossiers, found.gevraagd, found.niet_gelukt) == (3, 18, 0)
    assert "doelgroep" in open_fields(world)
    assert found.open == len(open_fields(world))
    with world.scope():
        assert Aanlevering.objects.filter(dossier=second, bron=Bron.DUO, told_on=today()).exists()
        assert not Aanlevering.objects.filter(dossier__in=[closed, nobody], bron=Bron.DUO).exists()
        kept = Aanlevering.objects.filter(bron=Bron.DUO).count()
    compare_everybody(today() + timedelta(1))
    with world.scope():
        assert Aanlevering.objects.filter(bron=Bron.DUO).count() == kept  # nothing new was said
        assert Vergelijking.objects.count() == 2


def test_of_whom_duo_says_nothing_the_report_tells_how_many_they_are(world, duo):
    duo.dossier()
    duo.dossier(gemeente="0344")
    assert compare_everybody(today()) == 2
    found = report(world)
    assert (found.dossiers, found.niet_gelukt) == (2, 1)


def test_when_duo_is_down_what_it_said_before_is_still_compared(world, duo):
    dossier = duo.dossier()
    duo.fails("*", "503", 50)
    with world.scope():
        keep_deliveries(
            [(dossier, {"doelgroep": {"indeling": "Gezinsmigrant en overige migrant"}})],
            bron=Bron.DUO,
            told_on=today(),
            kenmerk="DUO",
        )
    compare_everybody(today())
    found = report(world)
    assert (found.dossiers, found.gevraagd, found.niet_gelukt) == (1, 0, 1)
    assert open_fields(world) == ["doelgroep"]
    assert DUOAansluiting.objects.get().storing_since is not None


def test_a_person_whose_answers_cannot_be_kept_holds_up_nobody(world, duo, monkeypatch, caplog):
    first, second = duo.dossier(), duo.dossier()

    def keep(dossier, answer, *, told_on):
        if dossier.pk == first.pk:
            raise ValueError("Jansen")
        return keep_answer(dossier, answer, told_on=told_on)

    monkeypatch.setattr(nightly, "keep_answer", keep)
    assert compare_everybody(today()) == 2
    assert report(world).niet_gelukt == 1
    with world.scope():
        assert set(Aanlevering.objects.values_list("dossier_id", flat=True)) == {second.pk}
    assert f"dossier {first.pk} is not compared with DUO: ValueError" in caplog.text
    assert "Jansen" not in caplog.text


def test_a_gemeente_that_cannot_be_compared_holds_up_no_other(world, duo, monkeypatch, caplog):
    duo.dossier()

    def compare(gemeente_id, **given):
        raise KeyError("Jansen")

    monkeypatch.setattr(nightly, "compare_gemeente", compare)
    assert compare_everybody(today()) == 0
    assert f"gemeente {world.leusden.pk} is not compared with DUO: KeyError" in caplog.text
    assert "Jansen" not in caplog.text


def test_a_gemeente_by_hand_has_a_report_once_something_was_typed_over(world, duo):
    DUOAansluiting.objects.update(manier="handmatig")
    dossier = duo.dossier()
    assert compare_everybody(today()) == 0
    with world.scope():
        keep_deliveries([(dossier, {"map": None})], bron=Bron.DUO, told_on=today(), kenmerk="portaal")
    assert compare_everybody(today()) == 1
    assert duo.calls("inburgeringsplicht") == 0


def test_the_list_of_schools_is_kept_and_a_school_that_went_stays(world, duo):
    Instelling.objects.create(instellingsnummer="9999999999", naam="Weg", gezien_on=date(2024, 1, 1))
    count = fetch_instellingen(today())
    assert count == 2  # with a keurmerk or a recognition; the third of the simulator has neither
    assert Instelling.objects.filter(gezien_on=today()).count() == count
    assert Instelling.objects.get(instellingsnummer="9999999999").gezien_on == date(2024, 1, 1)
    school = Instelling.objects.filter(gezien_on=today()).first()
    Instelling.objects.filter(pk=school.pk).update(naam="oud")
    fetch_instellingen(today())
    assert Instelling.objects.get(pk=school.pk).naam == school.naam


def test_the_grounds_for_an_extension_are_kept_and_one_that_went_stays(world, duo):
    Verlengingsgrond.objects.create(code="9", omschrijving="Weg", gezien_on=date(2024, 1, 1))
    Verlengingsgrond.objects.create(code="2", omschrijving="oud", gezien_on=date(2024, 1, 1))
    assert fetch_verlengingsgronden(today()) == 3
    kept = dict(Verlengingsgrond.objects.values_list("code", "omschrijving"))
    assert sorted(kept) == ["1", "2", "3", "9"]
    assert kept["2"] == "Alfabetisering (verzonnen voor de simulator)"
    assert Verlengingsgrond.objects.filter(gezien_on=today()).count() == 3
    assert "duo-verlengingsgronden" in daily_jobs()


def test_without_duo_the_list_stays_as_it_was(world, duo, settings):
    duo.fails("instellingen", "503")
    with pytest.raises(Unavailable):
        fetch_instellingen(today())
    settings.DUO_URL = ""
    forget_clients()
    with pytest.raises(NotAuthorised):
        fetch_instellingen(today())
    DUOAansluiting.objects.all().delete()
    assert fetch_instellingen(today()) == 0

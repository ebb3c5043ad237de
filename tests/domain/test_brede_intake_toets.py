"""The leerbaarheidstoets: an advice with a day, or ontheffing on a ground of the law."""

from datetime import date, timedelta

import pytest

from meedoen.domain.brede_intake.actions import (
    apply_for_leerbaarheidstoets,
    grant_ontheffing,
    record_uitslag,
    take_over_uitslag,
)
from meedoen.domain.brede_intake.facts import intake_facts
from meedoen.domain.brede_intake.models import Leerbaarheidstoets
from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.models import Dossier, Gebeurtenis

TODAY = date(2026, 6, 1)
WHY = "De oogarts schrijft dat lezen van een scherm niet mogelijk is."


@pytest.fixture
def toets(world):
    dossier = world.dossier(world.alice)
    return Leerbaarheidstoets(gemeente=dossier.gemeente, dossier=dossier)


def fill(toets, **fields):
    for name, value in fields.items():
        setattr(toets, name, value)
    return toets


def facts(toets):
    return intake_facts(Dossier.objects.get(pk=toets.dossier_id))


def test_application_then_result(world, toets):
    with world.scope():
        apply_for_leerbaarheidstoets(fill(toets, aangemeld_on=TODAY), by=world.alice, on=TODAY)
        assert facts(toets).leerbaarheidstoets is None
        later = TODAY + timedelta(days=10)
        fill(toets, afgenomen_on=later, resultaat="niet_haalbaar", score="31", vereiste_score="40")
        record_uitslag(toets, by=world.alice, on=later)
        assert facts(toets).leerbaarheidstoets == later
        log = Gebeurtenis.objects.filter(dossier=toets.dossier).order_by("id")
        assert list(log.values_list("kind", "sentence")) == [
            ("LeerbaarheidstoetsAangemeld", "Aangemeld voor de leerbaarheidstoets."),
            ("LeerbaarheidstoetsUitslag", "Uitslag van de leerbaarheidstoets: B1-route niet haalbaar."),
        ]
        with pytest.raises(NotPossible, match="uitslag is er al"):
            apply_for_leerbaarheidstoets(toets, by=world.alice, on=later)


@pytest.mark.parametrize(
    ("fields", "match"),
    [
        ({"resultaat": "haalbaar"}, "datum"),
        ({"afgenomen_on": TODAY}, "Kies de uitslag"),
        ({"afgenomen_on": TODAY + timedelta(days=1), "resultaat": "haalbaar"}, "toekomst"),
        (
            {"afgenomen_on": TODAY - timedelta(days=1), "aangemeld_on": TODAY, "resultaat": "haalbaar"},
            "voor de aanmelding",
        ),
    ],
)
def test_a_result_needs_a_day_that_can_be(world, toets, fields, match):
    with world.scope():
        with pytest.raises(NotPossible, match=match):
            record_uitslag(fill(toets, **fields), by=world.alice, on=TODAY)
        assert not Leerbaarheidstoets.objects.exists()


def test_a_result_without_a_day_or_a_day_without_a_result_does_not_count(world, toets):
    with world.scope():
        fill(toets, afgenomen_on=TODAY).save()
        assert facts(toets).leerbaarheidstoets is None


def test_a_result_taken_over_names_the_gemeente(world, toets):
    with world.scope():
        fill(toets, afgenomen_on=TODAY, resultaat="haalbaar")
        with pytest.raises(NotPossible, match="welke gemeente"):
            take_over_uitslag(toets, by=world.alice, on=TODAY)
        take_over_uitslag(fill(toets, overgenomen_van="Utrecht"), by=world.alice, on=TODAY)
        assert facts(toets).leerbaarheidstoets == TODAY
        event = Gebeurtenis.objects.get(kind="LeerbaarheidstoetsOvergenomen")
        assert "gemeente Utrecht: B1-route haalbaar" in event.sentence
        record_uitslag(toets, by=world.alice, on=TODAY)
        toets.refresh_from_db()
        assert toets.overgenomen_van == ""


def grant(world, toets, grond, *, niet_in_staat=None, day=TODAY, why=WHY):
    fill(toets, ontheffing_on=day, ontheffingsgrond=grond, ontheffing_motivatie=why)
    grant_ontheffing(toets, niet_in_staat=niet_in_staat, by=world.alice, on=TODAY)


def test_ontheffing_for_a_visual_impairment(world, toets):
    with world.scope():
        grant(world, toets, "visueel")
        found = facts(toets)
        assert found.ontheffing_leerbaarheidstoets is True
        assert found.visuele_beperking is True
        assert found.auditieve_beperking is None


def test_the_ground_is_health_and_stays_out_of_the_logbook(world, toets):
    with world.scope():
        grant(world, toets, "visueel")
        event = Gebeurtenis.objects.get(kind="OntheffingVerleend")
        text = event.sentence + event.reason + str(event.data)
        assert "isue" not in text
        assert "oog" not in text


@pytest.mark.parametrize(
    ("niet_in_staat", "match"), [(None, "beoordeel of de persoon"), (False, "kan de toets ondanks")]
)
def test_an_auditory_impairment_needs_the_judgement_that_the_toets_cannot_be_taken(
    world, toets, niet_in_staat, match
):
    with world.scope():
        with pytest.raises(NotPossible, match=match):
            grant(world, toets, "auditief", niet_in_staat=niet_in_staat)
        grant(world, toets, "auditief", niet_in_staat=True)
        assert facts(toets).niet_in_staat_tot_toets is True


@pytest.mark.parametrize(
    ("grond", "day", "why", "match"),
    [
        ("", TODAY, WHY, "andere gronden kent de wet niet"),
        ("visueel", date(2022, 12, 31), WHY, "pas sinds 1 januari 2023"),
        ("visueel", TODAY + timedelta(days=1), WHY, "toekomst"),
        ("visueel", None, WHY, "datum"),
        ("visueel", TODAY, "Ziet slecht.", "minstens 30 tekens"),
    ],
)
def test_the_law_knows_no_other_ontheffing(world, toets, grond, day, why, match):
    with world.scope():
        with pytest.raises(NotPossible, match=match):
            grant(world, toets, grond, day=day, why=why)
        assert not Leerbaarheidstoets.objects.exists()


def test_the_first_day_on_which_ontheffing_exists(world, toets):
    with world.scope():
        grant(world, toets, "visueel", day=date(2023, 1, 1))
        assert facts(toets).ontheffing_leerbaarheidstoets is True


def test_after_a_result_there_is_no_ontheffing(world, toets):
    with world.scope():
        record_uitslag(fill(toets, afgenomen_on=TODAY, resultaat="onbekend"), by=world.alice, on=TODAY)
        with pytest.raises(NotPossible, match="uitslag van de toets is er al"):
            grant(world, toets, "visueel")

"""The dossiers of gemeenten as columns: the facts that are kept, and nothing of others."""

from datetime import date

import pytest

from meedoen.domain.termijn.caseload import KEPT, KINDS, NOT_KEPT, caseload
from meedoen.domain.termijn.facts import dossier_facts
from meedoen.law.caseload.answers import ANSWERS
from meedoen.law.caseload.frame import physical_value

ON = date(2026, 6, 1)

pytestmark = pytest.mark.django_db


def read(world, *gemeenten, on=ON, **more):
    names = {gemeente.pk: gemeente.naam for gemeente in gemeenten or (world.leusden,)}
    with world.scope():
        return caseload(names, on, **more)


def test_every_fact_is_that_of_one_dossier(world):
    dossier = world.dossier(
        world.alice,
        doelgroep="asielstatushouder",
        verblijfstitel="asiel_bepaalde_tijd",
        kennisgeving_on=date(2026, 3, 2),
        inschrijving_on=date(2026, 3, 9),
        bijstand_on=date(2026, 3, 10),
        bekendmaking_on=date(2026, 2, 1),
        persoon__geboortedatum=date(1990, 5, 4),
    )
    (row,) = read(world).frame.iter_rows(named=True)
    assert (row["dossier"], row["gemeente"]) == (dossier.pk, "Leusden")
    with world.scope():
        facts = dossier_facts(dossier)
    for name in KINDS:
        if hasattr(facts, name):
            assert row[name] == physical_value(getattr(facts, name)), name
    assert (row["geboortedatum"], row["bekendmaking"], row["bijstand_vanaf"]) == (
        date(1990, 5, 4),
        date(2026, 2, 1),
        date(2026, 3, 10),
    )
    assert row["verblijfsdoel"] is None


def test_dossiers_of_another_gemeente_are_not_read(world):
    world.dossier(world.alice)
    world.dossier(world.charlie, world.amersfoort)
    assert read(world).frame["gemeente"].to_list() == ["Leusden"]
    assert sorted(read(world, world.leusden, world.amersfoort).frame["gemeente"]) == ["Amersfoort", "Leusden"]


def test_a_closed_dossier_is_read_only_when_asked(world):
    world.dossier(world.alice, afgesloten_on=date(2026, 5, 1))
    assert read(world).frame.is_empty()
    assert read(world, also_closed=True).frame.height == 1
    assert read(world, on=date(2026, 4, 30)).frame.height == 1


def test_dates_that_cannot_be_true_are_left_out_and_counted(world):
    world.dossier(world.alice, kennisgeving_on=date(9999, 12, 31))
    world.dossier(world.alice, kennisgeving_on=date(2026, 3, 2))
    found = read(world)
    assert (found.frame.height, found.left_out) == (1, 1)


def test_a_word_that_the_law_does_not_know_is_left_out_and_counted(world):
    world.dossier(world.alice, doelgroep="iets_anders")
    found = read(world)
    assert (found.frame.height, found.left_out) == (0, 1)


def test_nothing_is_asked_about_what_is_not_kept():
    assert set(KEPT.outputs) == set(ANSWERS) - NOT_KEPT
    assert not {"cursusuren", "pvt_uren", "map_uren", "participatie_uren"} & set(KEPT.facts)
    assert not {"ziekte_maanden", "opleiding", "alle_lessen_gevolgd"} & set(KEPT.facts)
    assert "vrijstelling" not in KEPT.outputs

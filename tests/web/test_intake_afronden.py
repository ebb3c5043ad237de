"""Completing the brede intake: only with all that the law asks; what a move makes unnecessary."""

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from meedoen.domain.brede_intake.actions import Given, offer_private_talk, record_answers
from meedoen.domain.brede_intake.models import BredeIntake, Gezondheid, Leerbaarheidstoets
from meedoen.domain.dossier.models import Gebeurtenis

ANSWERS = {
    "jaren_onderwijs": 12,
    "werkervaring_jaren": 4,
    "gezinssituatie": "alleen",
    "woonsituatie": "huur",
    "kind_voor_vve": False,
    "niveau_nederlands": "a1",
    "lezen_schrijven": "goed",
    "mogelijkheden_werk": "Kan in de zorg beginnen met begeleiding.",
    "werkwens": "Verpleegkundige",
    "zelfredzaamheid": "zelf",
}


def address(dossier, name="intake-afronden"):
    return reverse(f"klantmanager:{name}", args=[dossier.pk])


@pytest.fixture
def dossier(world):
    return world.dossier(world.alice)


@pytest.fixture
def ready(world, dossier):
    """Everything that the law asks but the written record."""
    own = {"gemeente": dossier.gemeente, "dossier": dossier}
    with world.scope():
        given = [Given(code, waarde, 0) for code, waarde in ANSWERS.items()]
        record_answers(dossier, given, by=world.alice, on=localdate())
        offer_private_talk(dossier, by=world.alice, on=localdate())
        Gezondheid.objects.create(**own, besproken_on=localdate())
        Leerbaarheidstoets.objects.create(**own, afgenomen_on=localdate(), resultaat="haalbaar")
    return dossier


def data(world, dossier, **changes):
    with world.scope():
        row = BredeIntake.objects.filter(dossier=dossier).first()
    typed = {"samenvatting": "Wil werken in de zorg.", "afgerond": f"{localdate():%d-%m-%Y}"}
    return typed | {"version": str(row.version if row else 0)} | changes


def completed(world, dossier):
    with world.scope():
        row = BredeIntake.objects.filter(dossier=dossier).first()
        return row.afgerond_on if row else None


def test_with_all_that_the_law_asks_it_is_completed(world, ready, as_):
    assert as_("alice").post(address(ready), data(world, ready)).status_code == 302
    assert completed(world, ready) == localdate()
    with world.scope():
        assert Gebeurtenis.objects.filter(kind="BredeIntakeAfgerond").count() == 1
    assert "afgerond" in as_("tineke").get(address(ready, "intake")).content.decode()


def test_what_is_missing_is_named_with_its_article(world, dossier, as_):
    page = as_("alice").get(address(dossier))
    assert len(page.context["missing"]) == 9
    assert "art. 5.2, eerste lid, onderdeel c, Bi 2021" in page.content.decode()


@pytest.mark.parametrize("code", sorted(ANSWERS))
def test_each_part_of_the_law_is_needed(world, ready, as_, code):
    """Taking away any answer that alone covers a part keeps the intake open."""
    with world.scope():
        record_answers(ready, [Given(code, "", 1)], by=world.alice, on=localdate())
    page = as_("alice").post(address(ready), data(world, ready))
    assert page.status_code == 200, code
    assert "nog niet compleet" in page.content.decode()
    assert completed(world, ready) is None


def test_without_anything_in_writing_it_stays_open(world, ready, as_):
    page = as_("alice").post(address(ready), data(world, ready, samenvatting=""))
    assert "schriftelijk" in page.content.decode()
    assert completed(world, ready) is None


def test_a_day_that_cannot_be(world, ready, as_):
    for day in ("1-1-2999", "1-1-2023", "31-2-2026"):
        page = as_("alice").post(address(ready), data(world, ready, afgerond=day))
        assert page.status_code == 200
        assert "Wil werken in de zorg." in page.content.decode()
    assert completed(world, ready) is None


def test_two_windows(world, ready, as_):
    late = as_("alice").post(address(ready), data(world, ready, version="0"))
    assert late.status_code == 409
    assert "Wil werken in de zorg." in late.content.decode()


def test_after_a_move_parts_are_skipped_with_a_reason(world, as_):
    moved = world.dossier(world.alice, eerste_pip_elders=True)
    page = address(moved, "intake-overslaan")
    short = {"van": "Amersfoort", "motivering": "hoeft niet"}
    assert "30 tekens" in as_("alice").post(page, short).content.decode()
    why = {"van": "Amersfoort", "motivering": "Amersfoort stelde de B1-route al vast in het PIP."}
    assert as_("alice").post(page, why).status_code == 302
    shown = as_("tineke").get(address(moved, "intake"))
    assert "Amersfoort stelde de B1-route al vast" in shown.content.decode()
    assert sum(part.done for part in shown.context["parts"]) == 2


def test_without_a_move_nothing_is_skipped(world, dossier, as_):
    why = {"van": "Amersfoort", "motivering": "Amersfoort stelde de B1-route al vast in het PIP."}
    page = as_("alice").post(address(dossier, "intake-overslaan"), why)
    assert "alleen na een verhuizing" in page.content.decode()
    with world.scope():
        assert not BredeIntake.objects.exists()


@pytest.mark.parametrize("name", ["intake-afronden", "intake-verstek", "intake-overslaan"])
def test_each_page_for_who_may(dossier, as_, name):
    for who, status in {"alice": 200, "bob": 403, "tineke": 403, "aad": 403, "charlie": 404}.items():
        assert as_(who).get(address(dossier, name)).status_code == status

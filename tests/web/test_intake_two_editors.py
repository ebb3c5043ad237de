"""Two people at one section of the intake: nobody's answer is taken back, nothing is confirmed unseen."""

import re
from datetime import date

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from meedoen.domain.brede_intake.actions import Given, record_answers
from meedoen.domain.brede_intake.models import Intakegegeven
from meedoen.domain.brede_intake.selectors import answers_of


@pytest.fixture
def dossier(world):
    """Nobody's dossier yet, so that Alice and Bob may both work in it."""
    return world.dossier(None)


@pytest.fixture
def page(dossier):
    return reverse("klantmanager:intake-sectie", args=[dossier.pk, "werk"])


@pytest.fixture
def autosave(dossier):
    return reverse("klantmanager:intake-bewaren", args=[dossier.pk, "werk"])


@pytest.fixture
def say(world, dossier):
    """Have somebody give an answer on a page of her own."""

    def answer(who, code, waarde, version):
        with world.scope():
            record_answers(dossier, [Given(code, waarde, version)], by=who, on=localdate())

    return answer


@pytest.fixture
def stored(world, dossier):
    """Return the stored answers by code."""

    def read():
        with world.scope():
            return {code: row.waarde for code, row in answers_of(dossier).items()}

    return read


def seen_on(response):
    """Return the versions that a form carries."""
    return re.search(r'name="version" value="([^"]+)"', response.content.decode()).group(1)


def test_autosave_never_writes_an_old_answer_over_a_colleagues(world, as_, page, autosave, say, stored):
    say(world.alice, "beroep", "kok", 0)
    alice = as_("alice")
    seen = seen_on(alice.get(page))
    say(world.bob, "beroep", "bakker", 1)
    for cv in ("True", "False"):
        answer = alice.post(autosave, {"version": seen, "beroep": "kok", "cv": cv})
        assert answer.status_code == 200
        seen = answer.json()["version"]
    assert stored() == {"beroep": "bakker", "cv": False}


def test_autosave_of_an_answer_that_a_colleague_changed_is_refused(world, as_, page, autosave, say, stored):
    say(world.alice, "beroep", "kok", 0)
    alice = as_("alice")
    seen = seen_on(alice.get(page))
    say(world.bob, "beroep", "bakker", 1)
    sent = {"version": seen, "beroep": "slager", "cv": "True"}
    assert alice.post(autosave, sent).status_code == 409
    assert stored() == {"beroep": "bakker", "cv": True}
    shown = alice.post(page, sent)
    assert shown.status_code == 409
    assert "slager" in shown.content.decode()
    assert "bakker" in shown.content.decode()


def test_choosing_after_a_conflict_decides_about_that_answer_only(world, as_, page, say, stored):
    say(world.alice, "beroep", "kok", 0)
    say(world.alice, "werk_nu", "nee", 0)
    alice = as_("alice")
    seen = seen_on(alice.get(page))
    say(world.bob, "beroep", "bakker", 1)
    say(world.bob, "werk_nu", "betaald", 1)
    typed = {"beroep": "slager", "werk_nu": "nee"}
    conflict = alice.post(page, {"version": seen, **typed})
    assert conflict.status_code == 409
    assert alice.post(page, {"version": seen_on(conflict), **typed}).status_code == 302
    assert stored() == {"beroep": "slager", "werk_nu": "betaald"}


def test_what_changed_since_the_page_was_shown_is_not_confirmed(world, as_, page, dossier):
    with world.scope():
        row = Intakegegeven.objects.create(
            gemeente=dossier.gemeente,
            dossier=dossier,
            vraag="beroep",
            waarde="kok",
            bron="coa",
            told_on=date(2026, 1, 1),
        )
    alice = as_("alice")
    seen = seen_on(alice.get(page))
    with world.scope():
        row.waarde, row.version = "bakker", 2
        row.save()
    answer = alice.post(page, {"version": seen, "beroep": "kok", "bevestig": "beroep"}, follow=True)
    assert "intussen gewijzigd" in answer.content.decode()
    with world.scope():
        row.refresh_from_db()
        assert (row.waarde, row.bevestigd_on) == ("bakker", None)
    alice.post(page, {"version": seen_on(answer), "beroep": "bakker", "bevestig": "beroep"})
    with world.scope():
        row.refresh_from_db()
        assert row.bevestigd_on == localdate()

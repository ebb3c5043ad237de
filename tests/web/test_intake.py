"""The brede intake on the screen: what the law asks, sections, autosave, two editors, completing."""

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from meedoen.domain.brede_intake.models import BredeIntake, Intakegegeven
from meedoen.domain.brede_intake.vragen import SECTIES
from meedoen.domain.dossier.models import Gebeurtenis


@pytest.fixture
def dossier(world):
    return world.dossier(world.alice)


def address(dossier, name="intake", *more):
    return reverse(f"klantmanager:{name}", args=[dossier.pk, *more])


def told(world, dossier, vraag="beroep", waarde="kok", **more):
    """Make an answer that COA gave."""
    fields = {"bron": "coa", "told_on": localdate(), **more}
    with world.scope():
        return Intakegegeven.objects.create(
            gemeente=dossier.gemeente, dossier=dossier, vraag=vraag, waarde=waarde, **fields
        )


def answer(world, dossier, vraag):
    with world.scope():
        return Intakegegeven.objects.filter(dossier=dossier, vraag=vraag).first()


def typed(client, dossier, sectie, **changes):
    """Return what a browser sends from the page of a section as it is now, with changes."""
    form = client.get(address(dossier, "intake-sectie", sectie)).context["form"]
    data = {}
    for name in form.fields:
        value = form[name].value()
        if value not in (None, "", []):
            data[name] = value
    return data | changes


@pytest.mark.parametrize("sectie", SECTIES, ids=lambda one: one.code)
def test_each_section_opens_for_the_klantmanager_only(dossier, as_, sectie):
    page = address(dossier, "intake-sectie", sectie.code)
    answer = as_("alice").get(page)
    assert answer.status_code == 200
    assert all(vraag.tekst in answer.context["form"].as_p() or vraag.wanneer for vraag in sectie.vragen)
    for name, status in {"bob": 403, "tineke": 403, "aad": 403, "ingrid": 403, "charlie": 404}.items():
        assert as_(name).get(page).status_code == status


def test_an_unknown_section_is_not_found(dossier, as_):
    assert as_("alice").get(address(dossier, "intake-sectie", "bestaat-niet")).status_code == 404
    assert as_("alice").post(address(dossier, "intake-bewaren", "bestaat-niet")).status_code == 404


def test_answers_are_saved_with_source_and_day(world, dossier, as_):
    alice = as_("alice")
    data = typed(alice, dossier, "werk", beroep="bakker", werkervaring_jaren="0", cv="False")
    assert alice.post(address(dossier, "intake-sectie", "werk"), data).status_code == 302
    row = answer(world, dossier, "beroep")
    assert (row.waarde, row.bron, row.told_on, row.by) == ("bakker", "inburgeraar", localdate(), world.alice)
    assert answer(world, dossier, "werkervaring_jaren").waarde == 0
    assert answer(world, dossier, "cv").waarde is False
    assert answer(world, dossier, "vaardigheden") is None

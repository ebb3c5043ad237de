"""Judging why somebody opened the dossier of a colleague."""

import pytest
from django.urls import reverse
from django.utils import timezone

from meedoen.domain.dossier.models import Gebeurtenis, Waarneming
from meedoen.domain.dossier.waarneming import begin_waarneming
from meedoen.web.once import new_key

REASON = "Alice is ziek en het gesprek gaat door"
LIST = reverse("teamleider:waarnemingen")


@pytest.fixture
def row(world):
    dossier = world.dossier(world.alice, persoon__voornaam="Samira")
    with world.scope():
        return begin_waarneming(dossier, reden=REASON, by=world.bob, at=timezone.now())


def judge(client, row, oordeel="ja", opmerking="Gesproken met Bob", key=None):
    data = {"oordeel": oordeel, "opmerking": opmerking, "verzending": key or new_key()}
    return client.post(reverse("teamleider:waarneming", args=[row.pk]), data)


def test_who_may_judge(world, row, as_):
    page = reverse("teamleider:waarneming", args=[row.pk])
    for name, status in {
        "tineke": 200,
        "aad": 200,
        "alice": 403,
        "bob": 403,
        "bas": 403,
        "charlie": 403,
    }.items():
        assert as_(name).get(LIST).status_code == status
        assert as_(name).get(page).status_code == status
    assert as_("tineke").get(reverse("teamleider:waarneming", args=[999_999])).status_code == 404


def test_the_list_names_the_reason_and_no_inburgeraar(row, as_):
    page = as_("tineke").get(LIST).content.decode()
    assert REASON in page
    assert "Bob" in page
    assert "loopt nu" in page
    assert "Samira" not in page


def test_another_gemeente_is_not_there(world, as_):
    elsewhere = world.dossier(world.charlie, world.amersfoort)
    with world.scope():
        theirs = begin_waarneming(elsewhere, reden=REASON, by=world.regina, at=timezone.now())
    assert REASON not in as_("tineke").get(LIST).content.decode()
    assert judge(as_("tineke"), theirs).status_code == 404


def test_judged_once_with_a_remark(world, row, as_):
    tineke = as_("tineke")
    assert judge(tineke, row, opmerking="").status_code == 200
    assert judge(tineke, row, "nee").status_code == 302
    assert REASON not in tineke.get(LIST).content.decode()
    assert "niet terecht" in tineke.get(f"{LIST}?toon=alles").content.decode()
    again = judge(as_("aad"), row, "ja")
    assert "al beoordeeld" in again.content.decode()
    with world.scope():
        row = Waarneming.objects.get(pk=row.pk)
        assert (row.akkoord, row.opmerking, row.beoordeeld_by) == (False, "Gesproken met Bob", world.tineke)
        assert Gebeurtenis.objects.filter(kind="WaarnemingBeoordeeld").count() == 1


def test_sending_twice_judges_once(row, as_):
    tineke, key = as_("tineke"), new_key()
    judge(tineke, row, key=key)
    assert judge(tineke, row, key=key).status_code == 302


def test_nobody_judges_her_own(world, as_):
    dossier = world.dossier(world.alice)
    with world.scope():
        own = begin_waarneming(dossier, reden="Steekproef van dit kwartaal", by=world.aad, at=timezone.now())
    assert "eigen waarneming niet" in judge(as_("aad"), own).content.decode()
    with world.scope():
        assert Waarneming.objects.get(pk=own.pk).beoordeeld_at is None

"""The leerbaarheidstoets: aanmelding, result, the two grounds of ontheffing, and after a move."""

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from meedoen.domain.brede_intake.models import Leerbaarheidstoets
from meedoen.domain.dossier.models import Gebeurtenis

WHY = "De inburgeraar is slechtziend en kan het scherm niet lezen."


@pytest.fixture
def dossier(world):
    return world.dossier(world.alice)


def address(dossier, part=""):
    return reverse(f"klantmanager:leerbaarheidstoets{'-' if part else ''}{part}", args=[dossier.pk])


def toets_of(world, dossier):
    with world.scope():
        return Leerbaarheidstoets.objects.filter(dossier=dossier).first()


def today():
    return f"{localdate():%d-%m-%Y}"


def result(**changes):
    return {
        "version": "0",
        "afgenomen_on": today(),
        "resultaat": "niet_haalbaar",
        "score": "41",
        "vereiste_score": "55",
    } | changes


def exemption(**changes):
    return {
        "version": "0",
        "ontheffing_on": today(),
        "ontheffingsgrond": "visueel",
        "ontheffing_motivatie": WHY,
    } | changes


def test_from_aanmelding_to_result(world, dossier, as_):
    alice = as_("alice")
    put_down = {"version": "0", "aangemeld_on": today()}
    assert alice.post(address(dossier, "aanmelden"), put_down).status_code == 302
    assert alice.post(address(dossier, "uitslag"), result(version="1")).status_code == 302
    toets = toets_of(world, dossier)
    assert (toets.aangemeld_on, toets.afgenomen_on) == (localdate(), localdate())
    assert (toets.resultaat, toets.score, toets.vereiste_score) == ("niet_haalbaar", "41", "55")
    page = alice.get(address(dossier)).content.decode()
    assert "B1-route niet haalbaar" in page
    assert "nodig: 55" in page
    assert "bindt u niet" in page
    with world.scope():
        kinds = set(Gebeurtenis.objects.values_list("kind", flat=True))
    assert {"LeerbaarheidstoetsAangemeld", "LeerbaarheidstoetsUitslag"} <= kinds


@pytest.mark.parametrize(
    ("part", "data"),
    [
        ("aanmelden", {"version": "0", "aangemeld_on": "1-1-2999"}),
        ("aanmelden", {"version": "0"}),
        ("uitslag", result(afgenomen_on="1-1-2999")),
        ("uitslag", result(resultaat="")),
        ("uitslag", result(resultaat="geslaagd")),
        ("uitslag", result(score="x" * 11)),
        ("overnemen", result()),
        ("ontheffing", exemption(ontheffing_on="31-12-2022")),
        ("ontheffing", exemption(ontheffing_motivatie="kan niet")),
        ("ontheffing", exemption(ontheffingsgrond="analfabeet")),
        ("ontheffing", exemption(ontheffingsgrond="auditief")),
        ("ontheffing", exemption(ontheffingsgrond="auditief", niet_in_staat="False")),
    ],
)
def test_what_cannot_be_is_refused(world, dossier, as_, part, data):
    page = as_("alice").post(address(dossier, part), data)
    assert page.status_code == 200
    assert page.context["form"].errors
    assert toets_of(world, dossier) is None


@pytest.mark.parametrize(
    "changes", [{}, {"ontheffingsgrond": "auditief", "niet_in_staat": "True"}, {"ontheffing_on": "1-1-2023"}]
)
def test_ontheffing_on_a_ground_of_the_law(world, dossier, as_, changes):
    alice = as_("alice")
    assert alice.post(address(dossier, "ontheffing"), exemption(**changes)).status_code == 302
    assert toets_of(world, dossier).ontheffing_motivatie == WHY
    assert WHY in alice.get(address(dossier)).content.decode()


def test_the_ground_says_something_about_health_and_stays_on_its_page(world, dossier, as_):
    alice = as_("alice")
    alice.post(address(dossier, "ontheffing"), exemption())
    for name in ("dossier", "intake", "logboek", "leerroute"):
        page = alice.get(reverse(f"klantmanager:{name}", args=[dossier.pk])).content.decode()
        assert "slechtziend" not in page, name
        assert "isuele beperking" not in page, name


def test_a_result_of_another_gemeente(world, dossier, as_):
    data = result(overgenomen_van="Amersfoort")
    assert as_("alice").post(address(dossier, "overnemen"), data).status_code == 302
    assert toets_of(world, dossier).overgenomen_van == "Amersfoort"
    assert "Amersfoort" in as_("alice").get(address(dossier)).content.decode()


def test_two_windows_keep_both_results(world, dossier, as_):
    alice = as_("alice")
    alice.post(address(dossier, "uitslag"), result())
    late = alice.post(address(dossier, "uitslag"), result(resultaat="haalbaar"))
    assert late.status_code == 409
    assert toets_of(world, dossier).resultaat == "niet_haalbaar"


def test_each_page_for_who_may(world, dossier, as_):
    for part in ("", "aanmelden", "uitslag", "overnemen", "ontheffing"):
        for name, status in {"alice": 200, "bob": 403, "tineke": 403, "aad": 403, "charlie": 404}.items():
            assert as_(name).get(address(dossier, part)).status_code == status
    assert toets_of(world, dossier) is None
    assert as_("alice").post(address(dossier)).status_code == 405

"""The page on which a person weighs the three leerroutes."""

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from meedoen.domain.brede_intake.models import Leerbaarheidstoets
from meedoen.domain.pip.models import PIP, Leerroutekeuze

WHY = "Wij kiezen de B1-route omdat het examen haalbaar is en past bij het werk."
STUDY = "Een studie past niet bij de wens om snel te werken."


@pytest.fixture
def dossier(world):
    return world.dossier(world.alice)


def address(dossier, name="leerroute"):
    return reverse(f"klantmanager:{name}", args=[dossier.pk])


def typed(**fields):
    return {"version": "0", "overweging_onderwijsroute": STUDY, "motivatie": WHY, **fields}


def stored(world):
    with world.scope():
        return Leerroutekeuze.objects.first()


def test_three_routes_stand_beside_each_other_and_none_is_chosen(world, as_, dossier):
    page = as_("alice").get(address(dossier)).content.decode()
    for route in ("B1-route", "Onderwijsroute", "Z-route"):
        assert route in page
    assert 'name="leerroute"' in page
    for line in page.splitlines():
        assert not ('name="leerroute"' in line and "checked" in line)
    assert "De uitslag van de leerbaarheidstoets is er nog niet." in page
    assert "ECLI:NL:RVS:2024:5413" in page
    assert stored(world) is None


def test_the_advice_of_the_toets_is_said_not_to_bind(world, as_, dossier):
    with world.scope():
        Leerbaarheidstoets.objects.create(
            gemeente=dossier.gemeente, dossier=dossier, resultaat="niet_haalbaar", afgenomen_on=localdate()
        )
    page = as_("alice").get(address(dossier)).content.decode()
    assert "Dit advies bindt u niet" in page
    assert "dat advies bindt niet" in page


@pytest.mark.parametrize(
    ("who", "code"),
    [("alice", 200), ("bob", 403), ("tineke", 200), ("charlie", 404), ("ingrid", 403), ("bas", 403)],
)
def test_who_may_read(world, as_, dossier, who, code):
    assert as_(who).get(address(dossier)).status_code == code


@pytest.mark.parametrize(
    ("who", "code"), [("bob", 403), ("tineke", 403), ("charlie", 404), ("ingrid", 403), ("aad", 403)]
)
def test_only_a_klantmanager_writes(world, as_, dossier, who, code):
    for name in ("leerroute", "leerroute-bewaren", "leerroute-heropenen"):
        assert as_(who).post(address(dossier, name), typed()).status_code == code
    assert stored(world) is None


def test_a_dossier_that_does_not_exist(world, as_):
    assert as_("alice").get(reverse("klantmanager:leerroute", args=[999_999])).status_code == 404


def test_a_draft_is_saved_without_a_choice(world, as_, dossier):
    response = as_("alice").post(address(dossier), typed(leerroute="B1-route"))
    assert response.status_code == 302
    keuze = stored(world)
    assert (keuze.gekozen_on, keuze.overweging_onderwijsroute, keuze.version) == (None, STUDY, 1)


def test_choosing_leads_to_the_pip(world, as_, dossier):
    response = as_("alice").post(address(dossier), typed(leerroute="B1-route", kies="1"))
    assert response.url == reverse("klantmanager:pip", args=[dossier.pk])
    assert stored(world).gekozen_by == world.alice
    page = as_("alice").get(address(dossier)).content.decode()
    assert "Alice koos op" in page
    assert '<textarea name="overweging' not in page


def test_choosing_z_without_considerations_keeps_the_text_and_says_why(world, as_, dossier):
    response = as_("alice").post(
        address(dossier), typed(leerroute="Z-route", kies="1", overweging_onderwijsroute="")
    )
    page = response.content.decode()
    assert response.status_code == 200
    assert "ECLI:NL:RVS:2024:5413" in page
    assert WHY in page
    assert "De Z-route kan alleen als u oordeelt" in page
    assert stored(world).gekozen_on is None


def test_two_people_at_once_get_both_versions(world, as_, dossier):
    client = as_("alice")
    client.post(address(dossier), typed())
    response = client.post(address(dossier), typed(motivatie="Een tekst van een tweede tabblad, later."))
    page = response.content.decode()
    assert response.status_code == 409
    assert "Een tekst van een tweede tabblad" in page
    assert WHY in page


def test_autosave_answers_with_the_version(world, as_, dossier):
    client = as_("alice")
    url = address(dossier, "leerroute-bewaren")
    answer = client.post(url, typed())
    assert (answer.status_code, answer.json()["version"]) == (200, 1)
    assert client.post(url, typed()).status_code == 409
    assert client.post(url, typed(version="1", leerroute="D-route")).status_code == 422


def test_a_choice_is_reopened_with_a_reason(world, as_, dossier):
    client = as_("alice")
    client.post(address(dossier), typed(leerroute="B1-route", kies="1"))
    client.post(address(dossier, "leerroute-heropenen"), {"reden": "kort"})
    assert stored(world).gekozen_on is not None
    client.post(address(dossier, "leerroute-heropenen"), {"reden": "De uitslag van de toets is er"})
    assert stored(world).gekozen_on is None


def test_saving_after_the_choice_is_refused_with_a_sentence(world, as_, dossier):
    client = as_("alice")
    client.post(address(dossier), typed(leerroute="B1-route", kies="1"))
    response = client.post(address(dossier), typed(version="1", motivatie="Iets heel anders dan eerst"))
    assert "al gekozen" in response.content.decode()
    answer = client.post(address(dossier, "leerroute-bewaren"), typed(version="1"))
    assert answer.status_code == 422
    assert "al gekozen" in answer.json()["message"]


def test_the_limit_of_eighteen_months_is_shown_after_a_pip(world, as_):
    day = localdate().replace(year=localdate().year - 2)
    dossier = world.dossier(world.alice, eerste_pip_on=day)
    with world.scope():
        PIP.objects.create(
            gemeente=dossier.gemeente,
            dossier=dossier,
            versie=1,
            status="uitgereikt",
            leerroute="B1-route",
            dagtekening_on=day,
        )
    page = as_("alice").get(address(dossier)).content.decode()
    assert "behalve in een bijzonder geval" in page
    assert "Waarom is dit een bijzonder geval?" in page


def test_after_a_move_the_route_of_before_is_asked(world, as_):
    dossier = world.dossier(world.alice, eerste_pip_on=localdate(), eerste_pip_elders=True)
    page = as_("alice").get(address(dossier)).content.decode()
    assert "Welke leerroute stelde de vorige gemeente vast?" in page
    assert "De inburgeringstermijn loopt door." in page


def test_text_is_never_markup(world, as_, dossier):
    client = as_("alice")
    client.post(address(dossier), typed(wens="<script>alert(1)</script>"))
    assert "<script>alert" not in client.get(address(dossier)).content.decode()

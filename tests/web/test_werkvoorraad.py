"""The werkvoorraad opens with one's own people, grouped by urgency, and keeps what one chooses."""

import re
from datetime import date, timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils.timezone import localdate
from openpyxl import load_workbook

from meedoen.domain.dossier.models import Dossier, Gebeurtenis
from meedoen.domain.regio.models import Beveiligingsgebeurtenis, Rol, Verwerking
from meedoen.domain.termijn.actions import reckon
from meedoen.domain.termijn.models import Lijstweergave, Werkpunt
from meedoen.law.inburgering.begrippen import Doelgroep
from meedoen.web.klantmanager.kolommen import until
from meedoen.web.once import new_key
from tests.factories import appoint

URL = "/werkvoorraad/"


@pytest.fixture
def person(world):
    """Make a dossier of somebody with a name, with its werkpunt; `due` moves the date by days."""

    def make(naam, klantmanager=None, gemeente=None, due=None, **fields):
        dossier = world.dossier(klantmanager, gemeente, persoon__voornaam=naam, **fields)
        with world.scope():
            reckon([dossier.pk], on=localdate())
            if due is not None:
                Werkpunt.objects.filter(dossier=dossier).update(due_on=localdate() + timedelta(days=due))
        return dossier

    return make


def names(response):
    return re.findall(r"<bdi>(\w+)", response.content.decode())


def test_a_klantmanager_opens_with_her_own_people(as_, world, person):
    person("Mijne", world.alice)
    person("Collega", world.bob)
    person("Niemands")
    assert names(as_("alice").get(URL)) == ["Mijne"]
    assert names(as_("alice").get(URL + "?wie=vrij")) == ["Niemands"]
    assert set(names(as_("alice").get(URL + "?wie=alle"))) == {"Mijne", "Collega", "Niemands"}


def test_a_teamleider_opens_with_the_team(as_, world, person):
    person("Mijne", world.alice)
    other = person("Vrij")
    with world.scope():
        Dossier.objects.filter(pk=other.pk).update(team=None)
        reckon([other.pk], on=localdate())
    assert names(as_("tineke").get(URL)) == ["Mijne"]


def test_a_dossier_without_team_is_the_team_of_its_klantmanager(as_, world, person):
    dossier = person("Mijne", world.alice)
    with world.scope():
        Dossier.objects.filter(pk=dossier.pk).update(team=None)
        reckon([dossier.pk], on=localdate())
    assert names(as_("tineke").get(URL + "?wie=team")) == ["Mijne"]


def test_nobody_sees_another_gemeente(as_, world, person):
    person("Elders", world.charlie, world.amersfoort)
    assert names(as_("alice").get(URL + "?wie=alle")) == []
    assert names(as_("alice").get(f"{URL}?wie=alle&gemeente={world.amersfoort.pk}")) == []
    assert names(as_("regina").get(URL + "?wie=alle")) == ["Elders"]


def test_who_has_another_role_elsewhere_sees_no_persons_there(as_, world, person):
    appoint(world.alice, world.amersfoort, Rol.INKOPER)
    person("Elders", world.charlie, world.amersfoort)
    assert names(as_("alice").get(URL + "?wie=alle")) == []


@pytest.mark.parametrize(
    ("name", "status"), [("ingrid", 403), ("bas", 403), ("aad", 403), ("nobody", 403), ("regina", 200)]
)
def test_only_who_guides_people_sees_the_list(as_, name, status):
    assert as_(name).get(URL).status_code == status


def test_without_log_in_there_is_no_list(client, db):
    response = client.get(URL)
    assert (response.status_code, response["Location"].split("?")[0]) == (302, reverse("account_login"))


def test_the_list_is_grouped_by_urgency(as_, world, person):
    person("Laat", world.alice, due=-3)
    person("Vandaag", world.alice, due=0)
    person("Straks", world.alice, due=20)
    person("Later", world.alice, due=100)
    dossier = person("Dagloos", world.alice)
    with world.scope():
        Werkpunt.objects.filter(dossier=dossier).update(due_on=None)
    response = as_("alice").get(URL)
    heads = re.findall(r'group-heading__count">(\d+)', response.content.decode())
    assert [part.group.label for part in response.context["parts"]] == [
        "Te laat",
        "Deze week",
        "Binnenkort",
        "Later",
        "Zonder datum",
    ]
    assert heads == ["1"] * 5
    assert names(response) == ["Laat", "Vandaag", "Straks", "Later", "Dagloos"]
    text = response.content.decode()
    assert "3 dagen te laat" in text
    assert ">vandaag</span>" in text
    assert "nog 14 weken" in text
    assert "er is nog geen oproep verstuurd" in text
    assert "art. 5.3" in text


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (5, "11 mei 2026, nog 5 dagen"),
        (1, "11 mei 2026, nog 1 dag"),
        (0, "11 mei 2026, vandaag"),
        (-1, "11 mei 2026, 1 dag te laat"),
        (28, "11 mei 2026, nog 28 dagen"),
        (29, "11 mei 2026, nog 4 weken"),
        (182, "11 mei 2026, nog 26 weken"),
        (183, "11 mei 2026, nog 6 maanden"),
        (365, "11 mei 2026, nog 12 maanden"),
        (-99, "11 mei 2026, 99 dagen te laat"),
        (-105, "11 mei 2026, 15 weken te laat"),
    ],
)
def test_until_when_in_words(days, text):
    due = date(2026, 5, 11)
    assert ", ".join(until(due, due - timedelta(days=days))) == text
    assert until(None, due) == ("", "")


def test_every_person_on_the_page_is_one_row_of_evidence(as_, world, person):
    shown = {person("Een", world.alice).pk, person("Twee", world.alice).pk}
    person("Drie", world.bob)
    as_("alice").get(URL)
    with world.scope():
        rows = list(Verwerking.objects.values_list("dossier_id_logged", "action", "actor__naam"))
    assert sorted(rows) == sorted((pk, "lijst", "Alice") for pk in shown)


def test_what_people_typed_is_text_on_the_page(as_, world, person):
    nasty = "<b>x</b>\" onx='1"
    person(nasty, world.alice, persoon__coa_locatie=nasty, persoon__postcode="")
    Lijstweergave.objects.create(medewerker=world.alice, naam="", kolommen=["woonplek", "taal"])
    page = as_("alice").get(URL).content.decode()
    assert "<b>x" not in page
    assert "&lt;b&gt;x&lt;/b&gt;&quot; onx=&#x27;1" in page


def test_closed_dossiers_are_not_work(as_, world, person):
    person("Dicht", world.alice, afgesloten_on=localdate())
    assert names(as_("alice").get(URL)) == []


@pytest.fixture
def mixed(world, person):
    person("Asiel", world.alice, persoon__taal="ar")
    person(
        "Gezin",
        world.alice,
        doelgroep=Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
        verblijfstitel="regulier_bepaalde_tijd",
        persoon__taal="Turks",
    )
    person("Azc", world.alice, persoon__coa_locatie="Zeist", persoon__postcode="", inschrijving_on=None)
    person("Nieuw", world.alice, kennisgeving_on=None)
    with world.scope():
        Werkpunt.objects.filter(dossier__inburgeringsplichtige__voornaam="Gezin").update(leerroute="B1-route")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("doelgroep=asielstatushouder", {"Asiel", "Azc", "Nieuw"}),
        (
            "doelgroep=gezinsmigrant_of_overige_migrant&doelgroep=asielstatushouder",
            {"Asiel", "Gezin", "Azc", "Nieuw"},
        ),
        ("leerroute=B1-route", {"Gezin"}),
        ("taal=Turks", {"Gezin"}),
        ("taal=Arabisch", {"Asiel", "Azc", "Nieuw"}),
        ("azc=ja", {"Azc"}),
        ("azc=nee", {"Asiel", "Gezin", "Nieuw"}),
        ("wacht=duo", {"Nieuw"}),
        ("wacht=gemeente&azc=nee", {"Asiel", "Gezin"}),
        ("stap=wacht_op_kennisgeving", {"Nieuw"}),
        ("naam=gez", {"Gezin"}),
        ("naam=gez&stap=wacht_op_kennisgeving", set()),
        ("stap=bestaat_niet&wacht=zeus&azc=misschien&gemeente=x", {"Asiel", "Gezin", "Azc", "Nieuw"}),
    ],
)
def test_filters(as_, mixed, query, expected):
    response = as_("alice").get(f"{URL}?wie=mijn&{query}")
    assert set(names(response)) == expected
    if not expected:
        assert "Geen dossiers in dit filter" in response.content.decode()


def test_who_works_for_several_gemeenten_chooses_for_which(as_, world, person):
    person("Leusden", world.regina)
    person("Amersfoort", world.regina, world.amersfoort)
    both = as_("regina").get(URL)
    assert set(names(both)) == {"Leusden", "Amersfoort"}
    assert 'data-label="Gemeente">Amersfoort' in both.content.decode()
    assert names(as_("regina").get(f"{URL}?wie=mijn&gemeente={world.leusden.pk}")) == ["Leusden"]
    assert 'data-label="Gemeente"' not in as_("alice").get(URL).content.decode()


def test_a_number_does_not_stay_in_the_address(as_, person):
    response = as_("alice").get(URL + "?wie=alle&naam=999900006&azc=ja")
    assert (response.status_code, response["Location"]) == (302, "/werkvoorraad/?wie=alle&azc=ja")


def test_htmx_gets_only_the_list(as_, world, person):
    person("Mijne", world.alice)
    part = as_("alice").get(URL + "?wie=mijn", headers={"HX-Request": "true"})
    assert names(part) == ["Mijne"]
    assert "<html" not in part.content.decode()
    assert 'hx-swap-oob="innerHTML"' in part.content.decode()
    assert "HX-Request" in part["Vary"]
    back = as_("alice").get(
        URL + "?wie=mijn", headers={"HX-Request": "true", "HX-History-Restore-Request": "true"}
    )
    assert "<html" in back.content.decode()


def test_a_long_group_shows_fifty_and_leafs_without_losing_anybody(as_, world, person):
    first = person("Eerste", world.alice, due=10)
    with world.scope():
        template = Werkpunt.objects.get(dossier=first)
    made = [world.dossier(world.alice, persoon__voornaam=f"P{i:03d}") for i in range(119)]
    with world.scope():
        Werkpunt.objects.bulk_create(
            Werkpunt(
                gemeente=world.leusden,
                dossier=dossier,
                klantmanager=world.alice,
                code=template.code,
                sentence=template.sentence,
                due_on=template.due_on,
                reckoned_on=localdate(),
            )
            for dossier in made
        )
    start = as_("alice").get(URL)
    assert len(names(start)) == 50
    assert "Toon alle 120" in start.content.decode()
    key = start.context["parts"][0].group.key
    pages = [names(as_("alice").get(f"{URL}?wie=mijn&groep={key}&pagina={n}")) for n in (1, 2, 3)]
    assert [len(page) for page in pages] == [50, 50, 20]
    assert len({name for page in pages for name in page}) == 120
    assert pages[0] == names(start)
    assert names(as_("alice").get(f"{URL}?wie=mijn&groep={key}&pagina=999")) == pages[2]
    assert len(names(as_("alice").get(f"{URL}?wie=mijn&groep=onzin&pagina=x"))) == 50
    assert len(names(as_("alice").get(f"{URL}?wie=mijn&groep=te-laat"))) == 50


@pytest.mark.parametrize(
    ("name", "query", "text"),
    [
        ("alice", "", "Pak een dossier op"),
        ("alice", "?wie=vrij", "Alle dossiers hebben een klantmanager"),
        ("alice", "?wie=alle", "Lees een bestand in"),
        ("tineke", "", "Lees een bestand in"),
    ],
)
def test_an_empty_list_says_what_to_do(as_, name, query, text):
    assert text in as_(name).get(URL + query).content.decode()


# --- views and columns -------------------------------------------------------------------------------


def test_columns_are_kept(as_, world, person):
    person("Mijne", world.alice)
    response = as_("alice").post(
        URL + "kolommen/", {"kolommen": ["taal", "artikel", "onzin"], "querystring": "wie=mijn&naam=geheim"}
    )
    assert (response.status_code, response["Location"]) == (302, "/werkvoorraad/?wie=mijn")
    page = as_("alice").get(URL).content.decode()
    assert 'data-label="Taal">Arabisch' in page
    assert 'data-label="Artikel"' in page
    assert 'data-label="Leerroute"' not in page
    assert 'data-label="Wacht op"' not in page
    assert 'data-label="Wacht op"' in as_("bob").get(URL + "?wie=alle").content.decode()


def test_ones_own_name_stands_only_on_lists_of_others(as_, world, person):
    person("Mijne", world.alice)
    assert 'data-label="Klantmanager"' not in as_("alice").get(URL).content.decode()
    assert 'data-label="Leerroute"' in as_("alice").get(URL).content.decode()
    everybody = as_("alice").get(URL + "?wie=alle").content.decode()
    assert 'data-label="Klantmanager">Alice' in everybody
    assert 'data-label="Leerroute"' not in everybody


def test_a_view_is_saved_opened_and_thrown_away(as_, world, person):
    person("Mijne", world.alice)
    person("Niemands")
    alice = as_("alice")
    form = {
        "naam": "Vrij",
        "querystring": "wie=vrij&naam=geheim&x=1",
        "standaard": "on",
        "kolommen": ["taal"],
    }
    assert alice.post(URL + "weergaven/", form).status_code == 302
    view = Lijstweergave.objects.get()
    assert (view.naam, view.querystring, view.standaard, view.kolommen) == (
        "Vrij",
        "wie=vrij",
        True,
        ["taal"],
    )
    assert names(alice.get(URL)) == ["Niemands"]
    page = alice.get(f"{URL}?wie=vrij&weergave={view.pk}").content.decode()
    assert 'data-label="Taal"' in page
    assert 'data-label="Leerroute"' not in page
    assert alice.post(URL + "weergaven/", {**form, "querystring": "wie=alle"}).status_code == 302
    assert Lijstweergave.objects.get().querystring == "wie=alle"
    assert alice.post(f"{URL}weergaven/{view.pk}/", {"actie": "niet-openen"}).status_code == 302
    assert names(alice.get(URL)) == ["Mijne"]
    assert alice.post(f"{URL}weergaven/{view.pk}/", {"actie": "openen"}).status_code == 302
    assert set(names(alice.get(URL))) == {"Mijne", "Niemands"}
    assert alice.post(f"{URL}weergaven/{view.pk}/", {"actie": "verwijderen"}).status_code == 302
    assert not Lijstweergave.objects.exists()


def test_one_view_at_most_opens_the_list(as_, world):
    for naam in ("A", "B"):
        as_("alice").post(URL + "weergaven/", {"naam": naam, "querystring": "wie=alle", "standaard": "on"})
    assert list(Lijstweergave.objects.filter(standaard=True).values_list("naam", flat=True)) == ["B"]


def test_the_views_of_somebody_else_do_not_exist(as_, world):
    view = Lijstweergave.objects.create(medewerker=world.bob, naam="Van Bob", querystring="wie=vrij")
    assert as_("alice").post(f"{URL}weergaven/{view.pk}/", {"actie": "verwijderen"}).status_code == 404
    assert as_("alice").post(f"{URL}weergaven/{2**63}/", {"actie": "verwijderen"}).status_code == 404
    assert "Van Bob" not in as_("alice").get(f"{URL}?weergave={view.pk}").content.decode()
    assert Lijstweergave.objects.filter(pk=view.pk).exists()


@pytest.mark.parametrize("naam", ["", "x" * 61])
def test_a_view_needs_a_name(as_, world, naam):
    assert as_("alice").post(URL + "weergaven/", {"naam": naam, "querystring": "wie=vrij"}).status_code == 302
    assert not Lijstweergave.objects.exists()


@pytest.mark.parametrize("path", ["weergaven/", "weergaven/1/", "kolommen/"])
def test_choices_are_only_posted_and_only_by_who_sees_the_list(as_, path):
    assert as_("alice").get(URL + path).status_code == 405
    assert as_("ingrid").post(URL + path).status_code == 403


# --- assigning ---------------------------------------------------------------------------------------

ASSIGN = URL + "toewijzen/"


def assigning(dossiers, to, reason="Alice is met verlof", **more):
    chosen = [f"{dossier.pk}-{dossier.version}" for dossier in dossiers]
    return {"dossier": chosen, "klantmanager": to, "reden": reason, "verzending": new_key(), **more}


def test_a_teamleider_assigns_many_with_a_reason(as_, world, person):
    dossiers = [person("Een", world.alice), person("Twee")]
    tineke = as_("tineke")
    asked = tineke.get(ASSIGN, {"dossier": [f"{d.pk}-{d.version}" for d in dossiers], "terug": "wie=alle"})
    assert asked.status_code == 200
    assert set(names(asked)) == {"Een", "Twee"}
    chosen = tineke.post(ASSIGN, {"dossier": [f"{d.pk}-{d.version}" for d in dossiers]})
    assert set(names(chosen)) == {"Een", "Twee"}
    assert "error-summary" not in chosen.content.decode()
    sent = tineke.post(ASSIGN, assigning(dossiers, world.bob.pk, terug="wie=alle&naam=geheim"))
    assert (sent.status_code, sent["Location"]) == (302, "/werkvoorraad/?wie=alle")
    assert "2 dossiers toegewezen aan Bob." in tineke.get(URL).content.decode()
    assert set(names(as_("bob").get(URL))) == {"Een", "Twee"}
    with world.scope():
        assert set(Gebeurtenis.objects.values_list("reason", flat=True)) == {"Alice is met verlof"}
        changed = Verwerking.objects.filter(action="wijzigen").values_list("dossier_id_logged", "reason")
        assert set(changed) == {(dossier.pk, "Alice is met verlof") for dossier in dossiers}


def test_sending_the_same_form_twice_assigns_once(as_, world, person):
    dossier = person("Een", world.alice)
    form = assigning([dossier], world.bob.pk)
    first, second = as_("tineke").post(ASSIGN, form), as_("tineke").post(ASSIGN, form)
    assert (first.status_code, second.status_code) == (302, 302)
    with world.scope():
        assert Gebeurtenis.objects.filter(kind="DossierToegewezen").count() == 1


@pytest.mark.parametrize(
    "change", [{"reden": ""}, {"reden": "x"}, {"klantmanager": ""}, {"klantmanager": "999"}]
)
def test_a_form_that_is_not_complete_is_shown_again(as_, world, person, change):
    dossier = person("Een", world.alice)
    response = as_("tineke").post(ASSIGN, {**assigning([dossier], world.bob.pk), **change})
    assert response.status_code == 200
    assert "error-summary" in response.content.decode()
    with world.scope():
        assert Dossier.objects.get().klantmanager == world.alice


def test_who_comes_second_sees_who_was_first(as_, world, person):
    dossier, other = person("Een", None), person("Twee", None)
    form = assigning([dossier, other], world.alice.pk)
    assert as_("tineke").post(ASSIGN, assigning([dossier], world.bob.pk)).status_code == 302
    response = as_("tineke").post(ASSIGN, form)
    page = response.content.decode()
    assert response.status_code == 409
    assert "1 dossier is intussen door iemand anders gewijzigd" in page
    assert 'data-label="Nu bij">Bob' in page
    with world.scope():
        assert not Dossier.objects.filter(klantmanager=world.alice).exists()
    # The page stands for the newest versions: sending again is a choice.
    again = re.findall(r'name="dossier" value="([\d-]+)"', page)
    key = re.search(r'name="verzending" value="([^"]+)"', page)[1]
    done = as_("tineke").post(ASSIGN, {**form, "dossier": again, "verzending": key})
    assert done.status_code == 302
    with world.scope():
        assert Dossier.objects.filter(klantmanager=world.alice).count() == 2


def test_laying_back(as_, world, person):
    dossier = person("Een", world.alice)
    assert as_("tineke").post(ASSIGN, assigning([dossier], "niemand")).status_code == 302
    assert names(as_("alice").get(URL + "?wie=vrij")) == ["Een"]


def test_nobody_assigns_outside_her_role_or_gemeente(as_, world, person):
    own, foreign = person("Een", world.alice), person("Elders", world.charlie, world.amersfoort)
    assert as_("alice").get(ASSIGN).status_code == 403
    assert as_("alice").post(ASSIGN, assigning([own], world.alice.pk)).status_code == 403
    assert as_("tineke").post(ASSIGN, assigning([own, foreign], world.bob.pk)).status_code == 404
    assert as_("tineke").get(ASSIGN, {"dossier": "999999"}).status_code == 404
    assert as_("tineke").get(ASSIGN, {"dossier": [str(n) for n in range(1, 502)]}).status_code == 403
    appoint(world.tineke, world.amersfoort, Rol.KLANTMANAGER)
    assert as_("tineke").post(ASSIGN, assigning([foreign], world.bob.pk)).status_code == 403
    with world.scope():
        assert not Gebeurtenis.objects.exists()


@pytest.mark.parametrize("value", ["", "x", "1-x", "9" * 30, "1 or 1", "-1", "²"])
def test_a_strange_choice_is_no_choice(as_, world, value):
    response = as_("tineke").get(ASSIGN, {"dossier": value})
    assert response.status_code == 200
    assert "U heeft nog geen dossiers gekozen" in response.content.decode()


def test_the_boxes_to_assign_are_there_only_for_a_teamleider(as_, world, person):
    person("Een", world.alice)
    assert 'name="dossier"' in as_("tineke").get(URL).content.decode()
    assert 'name="dossier"' not in as_("alice").get(URL).content.decode()


def test_a_klantmanager_takes_a_dossier_that_nobody_has(as_, world, person):
    dossier = person("Een")
    page = as_("alice").get(URL + "?wie=vrij").content.decode()
    url = reverse("klantmanager:oppakken", args=[dossier.pk])
    assert f'formaction="{url}"' in page
    for _ in range(2):
        response = as_("alice").post(url, {"version": "1"})
        assert (response.status_code, response["Location"]) == (302, f"/dossiers/{dossier.pk}/")
    assert names(as_("alice").get(URL)) == ["Een"]
    assert as_("bob").post(url, {"version": "1"}).status_code == 403
    with world.scope():
        assert Gebeurtenis.objects.filter(kind="DossierToegewezen").count() == 1


def test_a_dossier_that_changed_meanwhile_is_not_taken(as_, world, person):
    dossier = person("Een", version=4)
    alice = as_("alice")
    response = alice.post(reverse("klantmanager:oppakken", args=[dossier.pk]), {"version": "3"})
    assert (response.status_code, response["Location"]) == (302, "/werkvoorraad/?wie=vrij")
    assert "intussen door iemand anders gewijzigd" in alice.get(URL).content.decode()


@pytest.mark.parametrize(
    ("name", "status"), [("charlie", 404), ("tineke", 403), ("ingrid", 403), ("aad", 403), ("nobody", 403)]
)
def test_who_may_not_take(as_, world, person, name, status):
    url = reverse("klantmanager:oppakken", args=[person("Een").pk])
    assert as_(name).post(url, {"version": "1"}).status_code == status
    assert as_("alice").get(url).status_code == 405
    assert as_("alice").post("/dossiers/999999/oppakken/", {"version": "1"}).status_code == 404


# --- Excel -------------------------------------------------------------------------------------------

EXCEL = URL + "excel/"


def group_of_next(days):
    """The group of a day this near: this week, unless it is past Sunday."""
    return "Deze week" if localdate().weekday() + days <= 6 else "Binnenkort"


def test_the_file_holds_what_the_filter_shows_and_its_purpose_is_kept(as_, world, person):
    shown = {person("=Een", world.alice, due=-2).pk, person("Twee", world.alice, due=3).pk}
    person("Drie", world.bob)
    alice = as_("alice")
    assert "2 personen" in alice.get(EXCEL + "?wie=mijn").content.decode()
    response = alice.post(EXCEL + "?wie=mijn", {"doel": "Overleg met de school"})
    assert response.status_code == 200
    sheet = load_workbook(BytesIO(response.content)).active
    rows = list(sheet.values)
    assert rows[0][:4] == ("Groep", "Naam", "Volgende stap", "Uiterlijk")
    assert [row[0] for row in rows[1:]] == ["Te laat", group_of_next(3)]
    assert rows[1][1].startswith("'=Een")
    assert sheet["D2"].is_date
    assert len(rows) == 3
    with world.scope():
        kept = Verwerking.objects.filter(action="exporteren").values_list("dossier_id_logged", "reason")
        assert set(kept) == {(pk, "Overleg met de school") for pk in shown}
    event = Beveiligingsgebeurtenis.objects.get(name="export")
    assert (event.actor, event.detail) == (world.alice, "werkvoorraad, 2 personen: Overleg met de school")


@pytest.mark.parametrize("doel", ["", "   ", "x"])
def test_without_a_purpose_there_is_no_file(as_, world, person, doel):
    person("Een", world.alice)
    response = as_("alice").post(EXCEL + "?wie=mijn", {"doel": doel})
    assert response["Content-Type"].startswith("text/html")
    with world.scope():
        assert not Verwerking.objects.exists()


@pytest.mark.parametrize("name", ["ingrid", "bas", "aad", "nobody"])
def test_who_may_not_export(as_, name):
    assert as_(name).get(EXCEL).status_code == 403
    assert as_(name).post(EXCEL, {"doel": "nieuwsgierig"}).status_code == 403

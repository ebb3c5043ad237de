"""The list of what went to DUO and came back, one message, one event, and tasks about the gemeente."""

import re
import uuid
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from meedoen.domain.keten import betekenis, faults, refusals
from meedoen.domain.keten.actions import make_taak, queue_bericht
from meedoen.domain.keten.gebeurtenissen import TABLE
from meedoen.domain.keten.models import Bericht, DUOAansluiting, Notificatie, Poging, Taak
from meedoen.domain.regio.models import Beveiligingsgebeurtenis, Verwerking
from meedoen.web.duo.plaatsen import TAAK_PAGES

BODY = {"dagtekeningPip": "2026-11-20", "leerroute": "B", "indicatorMagOpleidingAfmaken": False}
BSN = "999990019"


def post(client, url, **data):
    return client.post(url, {"verzending": str(uuid.uuid4()), **data})


@pytest.fixture
def dossier(world):
    return world.dossier(world.alice, persoon__voornaam="Amina", persoon__achternaam="Haddad")


@pytest.fixture
def bericht(world, dossier):
    with world.scope():
        return queue_bericht(
            dossier,
            "pip",
            omschrijving="PIP versie 1 doorgeven",
            by=world.alice,
            body=BODY,
            onderwerp="pip:1",
        )


def event(world, code="SS131", dossier=None, status="ontvangen", bsn=BSN, at=None, gemeente=None):
    at = at or timezone.now()
    row = Notificatie(
        gemeente=gemeente or world.leusden,
        gebeurtenis_id=code,
        registratie_at=at,
        received_at=at,
        vingerafdruk=uuid.uuid4().hex,
        dossier=dossier,
        status=status,
    )
    row.bsn = bsn
    with world.scope():
        row.save()
    return row


def refuse(world, bericht, *texts):
    with world.scope():
        Bericht.objects.filter(pk=bericht.pk).update(status="geweigerd", foutteksten=list(texts))
        Poging.objects.create(
            gemeente=world.leusden,
            bericht=bericht,
            uitkomst="geweigerd",
            status_code=403,
            foutteksten=list(texts),
        )


def connect(world, **fields):
    return DUOAansluiting.objects.create(
        gemeente=world.leusden, manier="m2m", oin="00000001002220647000", **fields
    )


# --- the list -----------------------------------------------------------------------------------------


def test_the_list_shows_messages_and_events_newest_first_in_words(world, as_, dossier, bericht):
    event(world, "SS131", dossier, "verwerkt")
    page = as_("alice").get(reverse("duo:overzicht")).content.decode()
    assert page.index("De uitslag van de leerbaarheidstoets is bekend") < page.index("PIP versie 1 doorgeven")
    assert "Staat klaar" in page
    assert "Amina Haddad" in page


def test_each_person_on_the_list_is_one_line_of_evidence(world, as_, dossier, bericht):
    event(world, "SS131", dossier, "verwerkt")
    as_("alice").get(reverse("duo:overzicht"))
    with world.scope():
        rows = Verwerking.objects.filter(dossier_id_logged=dossier.pk, action="lijst")
        assert [row.actor_id for row in rows] == [world.alice.pk]


def test_an_auditor_sees_a_number_and_no_name(world, as_, dossier, bericht):
    page = as_("aad").get(reverse("duo:overzicht")).content.decode()
    assert f"dossier {dossier.pk}" in page
    assert "Haddad" not in page
    assert "Naam, BSN of V-nummer" not in page


def test_what_an_auditor_types_in_a_search_finds_nobody(world, as_, dossier, bericht):
    page = as_("aad").post(reverse("duo:overzicht"), {"zoek": "Haddad"}).content.decode()
    assert "PIP versie 1 doorgeven" not in page
    assert "Niets gevonden" in page


def test_a_refusal_is_told_in_plain_words_on_the_list(world, as_, bericht):
    refuse(world, bericht, "De dagtekening van het PIP ligt voor de dagtekening van het actuele PIP.")
    page = as_("alice").get(reverse("duo:overzicht")).content.decode()
    assert "De dagtekening ligt voor de dagtekening van het PIP dat DUO nu heeft." in page


@pytest.mark.parametrize(
    ("query", "sent", "told"),
    [
        ("richting=uit", True, False),
        ("richting=in", False, True),
        ("stand=wacht", True, True),
        ("stand=geweigerd", False, False),
        ("soort=pip", True, False),
        ("soort=SS131", False, True),
        ("van=01-01-2020&tot=31-12-2020", False, False),
        ("van=01-01-2020", True, True),
        ("van=99-99-2020", False, False),
    ],
)
def test_a_filter_shows_what_was_asked(world, as_, dossier, bericht, query, sent, told):
    event(world, "SS131", dossier)
    page = as_("alice").get(f"{reverse('duo:overzicht')}?{query}").content.decode()
    assert ("PIP versie 1 doorgeven" in page) is sent
    # The choices of the filter name every event, with its code.
    assert ("De uitslag van de leerbaarheidstoets is bekend</a>" in page) is told


def test_a_search_by_name_or_bsn_finds_the_person_and_stays_out_of_the_address(world, as_, dossier, bericht):
    other = world.dossier(world.alice, persoon__achternaam="Tesfay")
    with world.scope():
        queue_bericht(other, "map", omschrijving="MAP doorgeven", by=world.alice, body={})
        number = dossier.inburgeringsplichtige.bsn
    for text in ("haddad", number):
        response = as_("alice").post(reverse("duo:overzicht"), {"zoek": text})
        page = response.content.decode()
        assert "PIP versie 1 doorgeven" in page
        assert "MAP doorgeven" not in page
    assert number not in page


def test_messages_of_another_gemeente_are_not_on_the_list(world, as_, bericht):
    page = as_("charlie").get(reverse("duo:overzicht")).content.decode()
    assert "PIP versie 1 doorgeven" not in page


def test_the_list_is_leafed_through(world, as_, dossier):
    with world.scope():
        for number in range(51):
            queue_bericht(
                dossier, "map", omschrijving=f"MAP nummer {number} doorgeven", by=world.alice, body={}
            )
    client = as_("alice")
    first = client.get(reverse("duo:overzicht")).content.decode()
    second = client.get(reverse("duo:overzicht") + "?pagina=2").content.decode()
    assert "51 regels" in first
    assert "MAP nummer 50 doorgeven" in first
    assert "MAP nummer 0 doorgeven" not in first
    assert "MAP nummer 0 doorgeven" in second


# --- how the exchange stands --------------------------------------------------------------------------


def test_a_gemeente_without_a_connection_does_it_by_hand(world, as_, bericht):
    page = as_("alice").get(reverse("duo:overzicht")).content.decode()
    assert "Met de hand, in het Portaal Inburgering" in page
    assert "hx-trigger" not in page


def test_a_storing_is_told_with_its_hour(world, as_, bericht):
    connect(world, storing_since=datetime(2026, 11, 25, 9, 30, tzinfo=UTC))
    page = as_("tineke").get(reverse("duo:overzicht")).content.decode()
    assert "Automatisch, met de koppeling" in page
    assert "sinds 25 november 2026 om 10:30" in page
    assert 'hx-trigger="every 5s"' in page


def test_the_stand_counts_what_waits_is_refused_and_who_is_unknown(world, as_, dossier, bericht):
    connect(world)
    event(world, status="onbekend")
    event(world, "SS199")
    with world.scope():
        refused = queue_bericht(dossier, "map", omschrijving="MAP", by=world.alice, body={})
    refuse(world, refused, "Nee")
    response = as_("tineke").get(reverse("duo:stand"))
    stand = response.context["overview"].standen[0]
    assert (stand.waits, stand.refused, stand.stuck, stand.unknown) == (1, 1, 0, 1)
    assert "1 van 2" in response.content.decode()


def test_a_refusal_that_was_mended_is_not_counted(world, as_, bericht):
    connect(world)
    refuse(world, bericht, "Nee")
    post(as_("alice"), reverse("duo:bericht-opnieuw", args=[bericht.pk]), version=bericht.version)
    stand = as_("tineke").get(reverse("duo:stand")).context["overview"].standen[0]
    assert (stand.waits, stand.refused) == (1, 0)


# --- Excel ----------------------------------------------------------------------------------------------


def test_the_list_goes_to_excel_only_with_a_purpose(world, as_, dossier, bericht):
    url = reverse("duo:excel")
    assert "Waarvoor gebruikt u dit bestand?" in as_("alice").post(url, {"doel": ""}).content.decode()
    response = as_("alice").post(url, {"doel": "Overleg met DUO"})
    rows = list(load_workbook(BytesIO(response.content)).active.values)
    assert rows[0][:4] == ("Moment", "Richting", "Gemeente", "Naam")
    assert rows[1][1:9] == (
        *("naar DUO", "Leusden", "Amina Haddad", dossier.pk, "PIP doorgeven", "PIP versie 1 doorgeven"),
        *("Staat klaar", "Alice"),
    )
    with world.scope():
        used = Verwerking.objects.get(dossier_id_logged=dossier.pk, action="exporteren")
        assert used.reason == "Overleg met DUO"


# --- one message ------------------------------------------------------------------------------------------


def test_a_message_shows_its_fields_as_the_portal_writes_them_and_every_attempt(world, as_, bericht):
    refuse(world, bericht, "Iets nieuws dat niemand kent")
    page = as_("alice").get(reverse("duo:bericht", args=[bericht.pk])).content.decode()
    for text in ("Dagtekening PIP", "20-11-2026", "B1-route", "Mag eerst de opleiding afmaken", "Nee"):
        assert text in page
    assert "&quot;leerroute&quot;: &quot;B&quot;" in page
    assert "403" in page
    assert "DUO schrijft: “Iets nieuws dat niemand kent”" in page
    assert "Naar het PIP" in page


def test_a_message_that_waits_is_dropped_with_a_reason(world, as_, bericht):
    url = reverse("duo:bericht-vervallen", args=[bericht.pk])
    empty = post(as_("alice"), url, version=bericht.version, reden="")
    assert empty.status_code == 422
    post(as_("alice"), url, version=bericht.version, reden="Dubbel doorgegeven")
    with world.scope():
        bericht.refresh_from_db()
        assert bericht.status == "vervallen"
        assert bericht.dossier.gebeurtenissen.filter(reason="Dubbel doorgegeven").count() == 1


def test_what_somebody_else_changed_meanwhile_is_not_done(world, as_, bericht):
    url = reverse("duo:bericht-vervallen", args=[bericht.pk])
    response = post(as_("alice"), url, version=bericht.version + 1, reden="Dubbel doorgegeven")
    assert response.status_code == 409
    page = response.content.decode()
    assert "Iemand anders heeft dit bericht intussen gewijzigd." in page
    assert "Dubbel doorgegeven" in page
    with world.scope():
        bericht.refresh_from_db()
        assert bericht.status == "klaar"


def test_a_stuck_message_is_tried_again(world, as_, bericht):
    connect(world)
    with world.scope():
        Bericht.objects.filter(pk=bericht.pk).update(status="vastgelopen", foutteksten=["Geen BSN"])
    page = as_("alice").get(reverse("duo:bericht", args=[bericht.pk])).content.decode()
    assert "Dit bericht is vastgelopen" in page
    post(as_("alice"), reverse("duo:bericht-opnieuw", args=[bericht.pk]), version=bericht.version)
    with world.scope():
        bericht.refresh_from_db()
        assert (bericht.status, bericht.foutteksten) == ("klaar", [])


def test_a_refused_message_goes_again_as_a_new_one_with_the_same(world, as_, bericht):
    connect(world)
    refuse(world, bericht, "Nee")
    post(as_("alice"), reverse("duo:bericht-opnieuw", args=[bericht.pk]), version=bericht.version)
    with world.scope():
        again = Bericht.objects.get(vervangt=bericht)
        assert (again.status, again.gegevens["body"]) == ("klaar", BODY)
    page = as_("alice").get(reverse("duo:bericht", args=[bericht.pk])).content.decode()
    assert "Verbeterd in" in page
    assert "Opnieuw proberen" not in page


def test_a_message_that_duo_took_has_no_buttons(world, as_, bericht):
    with world.scope():
        Bericht.objects.filter(pk=bericht.pk).update(status="aangenomen")
    page = as_("alice").get(reverse("duo:bericht", args=[bericht.pk])).content.decode()
    for button in ("Opnieuw proberen", "Laten vervallen", "Ingevoerd in het portaal"):
        assert button not in page


def test_the_message_of_a_colleague_asks_a_reason_first(world, as_, bericht):
    response = as_("bob").get(reverse("duo:bericht", args=[bericht.pk]))
    assert response.status_code == 403
    assert "PIP versie 1" not in response.content.decode()


# --- people who are not known ---------------------------------------------------------------------------


def test_the_teamleider_finds_the_person_and_links_every_event_about_her(world, as_, dossier):
    number = "999990020"
    rows = [event(world, code, status="onbekend", bsn=number) for code in ("SS131", "SS103")]
    with world.scope():
        person = dossier.inburgeringsplichtige
        person.bsn = ""
        person.save()
    client = as_("tineke")
    listed = client.get(reverse("duo:onbekend")).content.decode()
    assert "De uitslag van de leerbaarheidstoets is bekend" in listed
    assert number not in listed
    url = reverse("duo:melding", args=[rows[0].pk])
    assert "Haddad" in client.post(url, {"zoek": "haddad"}).content.decode()
    post(client, reverse("duo:melding-koppelen", args=[rows[0].pk]), dossier=dossier.pk)
    with world.scope():
        for row in rows:
            row.refresh_from_db()
            assert (row.dossier_id, row.status) == (dossier.pk, "ontvangen")


def test_an_event_that_is_not_ours_is_closed_with_the_reason(world, as_):
    row = event(world, status="onbekend")
    with world.scope():
        make_taak(
            None, "onbekend", titel="Koppel", rol="teamleider", notificatie=row, gemeente_id=world.leusden.pk
        )
    url = reverse("duo:melding-afsluiten", args=[row.pk])
    assert post(as_("tineke"), url, reden="").status_code == 422
    post(as_("tineke"), url, reden="Woont in Amersfoort")
    with world.scope():
        row.refresh_from_db()
        assert row.status == "afgehandeld"
        assert Taak.objects.get(notificatie=row).hoe == "Woont in Amersfoort"


def test_an_event_that_got_stuck_is_handled_again_and_its_task_goes(world, as_, dossier):
    row = event(world, dossier=dossier, status="vastgelopen")
    with world.scope():
        taak = make_taak(dossier, "vastgelopen", titel="Kijk na", rol="teamleider", notificatie=row)
    client, url = as_("tineke"), reverse("duo:melding-opnieuw", args=[row.pk])
    assert "Opnieuw verwerken" in client.get(reverse("duo:melding", args=[row.pk])).content.decode()
    post(client, url)
    with world.scope():
        row.refresh_from_db()
        taak.refresh_from_db()
        assert (row.status, row.pogingen_gedaan, taak.status) == ("ontvangen", 0, "vervallen")
    post(client, url)
    page = client.get(reverse("duo:melding", args=[row.pk])).content.decode()
    assert "Deze gebeurtenis is niet vastgelopen." in page


def test_the_number_of_somebody_unknown_shows_only_when_asked_and_that_is_written_down(world, as_):
    row = event(world, status="onbekend")
    url = reverse("duo:melding", args=[row.pk])
    assert "••••••019" in as_("tineke").get(url).content.decode()
    response = as_("tineke").post(url, {"toon": "nummer"})
    assert BSN in response.content.decode()
    assert response["Cache-Control"] == "no-store"
    assert Beveiligingsgebeurtenis.objects.filter(name="nummer van onbekende getoond").count() == 1


def test_a_klantmanager_sees_no_number_of_somebody_unknown(world, as_):
    row = event(world, status="onbekend")
    response = as_("alice").post(reverse("duo:melding", args=[row.pk]), {"toon": "nummer"})
    assert BSN not in response.content.decode()
    assert "••••••019" not in response.content.decode()


# --- tasks ------------------------------------------------------------------------------------------------


def test_a_task_about_the_gemeente_shows_only_to_whose_work_it_is(world, as_):
    with world.scope():
        taak = make_taak(
            None,
            "storing",
            titel="Herstel het certificaat",
            waar="aansluiting",
            rol="beheerder",
            gemeente_id=world.leusden.pk,
        )
    url = reverse("duo:taak", args=[taak.pk])
    assert as_("tineke").get(url).status_code == 404
    assert (
        "Herstel het certificaat"
        in as_("bas").get(reverse("beheer:duo-gemeente", args=[world.leusden.pk])).content.decode()
    )
    assert post(as_("bas"), url, hoe="").status_code == 422
    response = post(as_("bas"), url, hoe="Nieuw certificaat geplaatst")
    assert response["Location"] == reverse("beheer:duo-gemeente", args=[world.leusden.pk])
    with world.scope():
        taak.refresh_from_db()
    assert (taak.status, taak.hoe, taak.done_by_id) == ("gedaan", "Nieuw certificaat geplaatst", world.bas.pk)


def test_a_task_about_a_person_that_is_for_the_teamleider_stands_on_her_page(world, as_, dossier):
    with world.scope():
        taak = make_taak(
            dossier, "vastgelopen", titel="Zoek uit wat DUO deed", waar="einde", rol="teamleider"
        )
        make_taak(dossier, "SS103", titel="Bespreek de nieuwe einddatum")
    page = as_("tineke").get(reverse("duo:overzicht")).content.decode()
    assert "Zoek uit wat DUO deed" in page
    assert reverse("klantmanager:taak", args=[dossier.pk, taak.pk]) in page
    assert "Bespreek de nieuwe einddatum" not in page
    with world.scope():
        assert Verwerking.objects.filter(dossier_id_logged=dossier.pk, action="lijst").count() == 1
    for other in ("alice", "aad"):
        assert "Zoek uit wat DUO deed" not in as_(other).get(reverse("duo:overzicht")).content.decode()


def test_every_place_where_a_task_can_be_done_has_a_page():
    used = {fault.waar for fault in vars(faults).values() if isinstance(fault, faults.Fault)}
    used |= {row.taak.waar for row in TABLE if row.taak} | set(betekenis.WAAR)
    used |= set(refusals.PAGE.values()) | {row.waar for row in refusals.KNOWN}
    source = Path(faults.__file__).parents[2]
    for path in [*source.rglob("domain/**/*.py"), *source.glob("reactions.py")]:
        used |= set(re.findall(r'waar="([a-z-]*)"', path.read_text(encoding="utf-8")))
    assert {"contactpersonen", "verschillen", "notificatie"} <= used
    assert used - set(TAAK_PAGES) == set()


@pytest.mark.parametrize("key", sorted(TAAK_PAGES))
def test_every_page_of_a_task_exists(key):
    place = TAAK_PAGES[key]
    assert reverse(place.name, args=[7] if place.of else []).startswith("/")


def test_an_event_under_way_since_yesterday_is_still_counted(world, as_):
    event(world, at=timezone.now() - timedelta(days=2))
    overview = as_("tineke").get(reverse("duo:stand")).context["overview"]
    assert (overview.incoming.waiting, overview.busy) == (1, True)


def test_of_very_many_tasks_the_page_shows_the_most_urgent_and_how_many_more(world, as_):
    with world.scope():
        rows = [
            Taak(gemeente=world.leusden, soort="onbekend", titel=f"Koppel nummer {number}.", rol="teamleider")
            for number in range(25)
        ]
        Taak.objects.bulk_create(rows)
    page = as_("tineke").get(reverse("duo:overzicht")).content.decode()
    assert "Koppel nummer 19." in page
    assert "Koppel nummer 20." not in page
    assert "En nog 5. Die ziet u als deze gedaan zijn." in page

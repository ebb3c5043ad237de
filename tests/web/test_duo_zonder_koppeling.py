"""Without a connection: what stands ready to type over, what is taken over from DUO, and the connection."""

import uuid
from datetime import date, datetime, timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from openpyxl import Workbook, load_workbook

from meedoen.domain.keten.actions import queue_bericht
from meedoen.domain.keten.models import Bericht, Contactpersoon, DUOAansluiting, Instelling, Notificatie, Taak
from meedoen.domain.regio.models import Beveiligingsgebeurtenis, Verwerking
from meedoen.web.duo.portaal import FIELDS, fields

BODY = {"dagtekeningPip": "2026-11-20", "leerroute": "Z", "indicatorAlfabetiseringsonderwijs": "AA"}
OTHER = "999990020"
OIN = "00000001002220647000"
NL = ZoneInfo("Europe/Amsterdam")


def post(client, url, **data):
    return client.post(url, {"verzending": str(uuid.uuid4()), **data})


@pytest.fixture
def dossier(world):
    return world.dossier(world.alice, persoon__voornaam="Amina", persoon__achternaam="Haddad")


def ready(world, dossier, soort="pip", body=None, pad=None, text="PIP versie 1 doorgeven", onderwerp=""):
    with world.scope():
        return queue_bericht(
            dossier,
            soort,
            omschrijving=text,
            by=world.alice,
            body=BODY if body is None else body,
            pad=pad,
            onderwerp=onderwerp,
            gemeente_id=world.leusden.pk,
        )


def reread(world, row):
    with world.scope():
        row.refresh_from_db()
    return row


# --- what stands ready ----------------------------------------------------------------------------------


def test_every_message_has_its_fields_in_the_table():
    assert set(FIELDS) == set(Bericht.Soort.values)


def test_fields_come_in_the_order_and_the_words_of_the_portal(world, dossier):
    bericht = ready(world, dossier)
    with world.scope():
        assert [(field.label, field.value) for field in fields(bericht)] == [
            ("Dagtekening PIP", "20-11-2026"),
            ("Leerroute", "Zelfredzaamheidsroute (Z-route)"),
            ("Alfabetiseringsonderwijs", "Anders gealfabetiseerd"),
        ]


def test_an_aanbod_names_the_school_and_says_which_end_duo_means(world, dossier):
    Instelling.objects.create(
        instellingsnummer="1234567890", naam="Taalpunt", plaatsnaam="Leusden", gezien_on=date(2026, 1, 1)
    )
    body = {
        "verwachteEinddatumOpleiding": "2027-07-01",
        "datumInburgeringsaanbod": "2026-12-01",
        "indicatorAlfabetiseringsonderwijs": "NVT",
    }
    bericht = ready(world, dossier, "aanbod", body, {"instellingsnummer": "1234567890"})
    with world.scope():
        found = [(field.label, field.value, field.note) for field in fields(bericht)]
    assert found == [
        ("Instelling", "Taalpunt, Leusden", ""),
        ("Nummer van de instelling", "1234567890", ""),
        ("Datum inburgeringsaanbod", "01-12-2026", ""),
        ("Verwachte einddatum opleiding", "01-07-2027", "de dag na de laatste lesdag"),
        ("Alfabetiseringsonderwijs", "Niet van toepassing", ""),
    ]


def test_a_field_that_the_table_does_not_know_is_shown_last_under_its_own_name(world, dossier):
    bericht = ready(world, dossier, "map", {"nieuwVeld": "waarde", "datumEindgesprekMap": "2026-11-02"})
    with world.scope():
        assert [(f.label, f.value) for f in fields(bericht)] == [
            ("Datum eindgesprek MAP", "02-11-2026"),
            ("nieuwVeld", "waarde"),
        ]


def test_the_list_shows_a_klantmanager_her_own_people_and_a_teamleider_all(world, as_, dossier):
    theirs = world.dossier(world.bob, persoon__achternaam="Tesfay")
    ready(world, dossier)
    ready(world, theirs, "map", {}, text="MAP doorgeven")
    mine = as_("alice").get(reverse("duo:klaarzetten")).content.decode()
    assert "Haddad" in mine
    assert "Tesfay" not in mine
    everybody = as_("tineke").get(reverse("duo:klaarzetten")).content.decode()
    assert everybody.index("Haddad") < everybody.index("Tesfay")


def test_with_a_connection_nothing_stands_ready_to_type_over(world, as_, dossier):
    DUOAansluiting.objects.create(gemeente=world.leusden, manier="m2m", oin=OIN)
    ready(world, dossier)
    page = as_("alice").get(reverse("duo:klaarzetten")).content.decode()
    assert "Uw berichten gaan vanzelf" in page
    assert "Uw gemeente heeft nog geen koppeling" not in page
    assert "Haddad" not in page


def test_the_set_of_a_person_has_a_button_for_each_field_and_covers_the_bsn(world, as_, dossier):
    ready(world, dossier)
    ready(world, dossier, "map", {"datumEindgesprekMap": "2026-11-02"}, text="MAP doorgeven")
    response = as_("alice").get(reverse("klantmanager:duo-klaarzetten", args=[dossier.pk]))
    page = response.content.decode()
    assert page.index("1. PIP versie 1 doorgeven") < page.index("2. MAP doorgeven")
    assert 'data-copy-label="Dagtekening PIP">20-11-2026<' in page
    assert page.count("data-copy-all") == 2
    with world.scope():
        assert dossier.inburgeringsplichtige.bsn not in page


def test_the_next_person_is_who_comes_after_this_one_and_then_the_first(world, as_, dossier):
    second, third = (world.dossier(world.alice, persoon__achternaam=name) for name in ("Tesfay", "Yilmaz"))
    for row in (dossier, second, third):
        ready(world, row)

    def following(row):
        return as_("alice").get(reverse("klantmanager:duo-klaarzetten", args=[row.pk])).context["next"]

    assert [following(row) for row in (dossier, second, third)] == [second.pk, third.pk, dossier.pk]


def test_what_duo_would_refuse_after_a_refused_pip_says_not_to_type_it_yet(world, as_, dossier):
    pip = ready(world, dossier)
    ready(world, dossier, "map", {"datumEindgesprekMap": "2026-11-02"}, text="MAP doorgeven")
    url = reverse("klantmanager:duo-klaarzetten", args=[dossier.pk])
    sentence = "Voer dit nog niet in: DUO weigerde het PIP."
    assert sentence not in as_("alice").get(url).content.decode()
    post(as_("alice"), reverse("duo:bericht-geweigerd", args=[pip.pk]), version=pip.version, tekst="Nee")
    assert sentence in as_("alice").get(url).content.decode()


def test_after_a_refusal_the_page_does_not_say_that_duo_has_everything(world, as_, dossier):
    pip = ready(world, dossier)
    post(as_("alice"), reverse("duo:bericht-geweigerd", args=[pip.pk]), version=pip.version, tekst="Nee")
    page = as_("alice").get(reverse("klantmanager:duo-klaarzetten", args=[dossier.pk])).content.decode()
    assert "Er staat niets klaar, maar DUO weigerde een bericht." in page
    assert reverse("klantmanager:duo", args=[dossier.pk]) in page
    assert "is overgenomen" not in page


def test_the_bsn_shows_when_asked_and_the_log_names_it(world, as_, dossier):
    ready(world, dossier)
    response = as_("alice").post(reverse("klantmanager:duo-nummer", args=[dossier.pk]))
    with world.scope():
        assert f'data-copy-label="BSN">{dossier.inburgeringsplichtige.bsn}<' in response.content.decode()
        assert Verwerking.objects.filter(dossier_id_logged=dossier.pk, action="tonen-bsn").count() == 1
    assert "no-store" in response["Cache-Control"]


def test_what_was_typed_in_the_portal_is_marked_with_its_day_and_who_did_it(world, as_, dossier):
    bericht = ready(world, dossier)
    url = reverse("duo:bericht-ingevoerd", args=[bericht.pk])
    today = timezone.localdate()
    response = post(as_("alice"), url, version=bericht.version, op=f"{today:%d-%m-%Y}")
    assert response["Location"] == reverse("klantmanager:duo-klaarzetten", args=[dossier.pk])
    bericht = reread(world, bericht)
    assert (bericht.status, bericht.met_de_hand_by_id) == ("aangenomen", world.alice.pk)
    page = as_("alice").get(reverse("duo:bericht", args=[bericht.pk])).content.decode()
    assert "in het portaal ingevoerd door Alice" in page


@pytest.mark.parametrize(
    ("days", "sentence"),
    [(1, "Deze datum ligt in de toekomst."), (-1, "Die dag ligt voor de dag waarop het bericht is gemaakt.")],
)
def test_a_day_that_cannot_be_is_refused_and_stays_typed(world, as_, dossier, days, sentence):
    bericht = ready(world, dossier)
    day = f"{timezone.localdate() + timedelta(days=days):%d-%m-%Y}"
    url = reverse("duo:bericht-ingevoerd", args=[bericht.pk])
    response = post(as_("alice"), url, version=bericht.version, op=day)
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert day in response.content.decode()
    assert reread(world, bericht).status == "klaar"


def test_a_refusal_of_the_portal_becomes_a_task_in_plain_words(world, as_, dossier):
    bericht = ready(world, dossier)
    url = reverse("duo:bericht-geweigerd", args=[bericht.pk])
    text = "Dagtekening ligt voor start inburgeringsplicht"
    post(as_("alice"), url, version=bericht.version, tekst=text)
    assert reread(world, bericht).foutteksten == [text]
    page = as_("alice").get(reverse("klantmanager:duo", args=[dossier.pk])).content.decode()
    assert "Verbeter wat DUO weigerde: PIP versie 1 doorgeven" in page
    assert "Naar het PIP" in page


def test_a_refusal_without_a_text_asks_for_it(world, as_, dossier):
    bericht = ready(world, dossier)
    response = post(
        as_("alice"), reverse("duo:bericht-geweigerd", args=[bericht.pk]), version=bericht.version, tekst=""
    )
    assert response.status_code == 422
    assert reread(world, bericht).status == "klaar"


def test_a_message_about_a_contactpersoon_stands_apart_with_its_fields(world, as_):
    with world.scope():
        contact = Contactpersoon.objects.create(
            gemeente=world.leusden,
            medewerker=world.alice,
            naam="Alice Jansen",
            email="alice@voorbeeld.example",
            telefoonnummer="0334961234",
        )
    body = {"naam": contact.naam, "email": contact.email, "telefoonnummer": contact.telefoonnummer}
    bericht = ready(
        world,
        None,
        "contactpersoon-maken",
        body,
        text="Contactpersoon aanmelden",
        onderwerp=f"contactpersoon:{contact.pk}",
    )
    page = as_("tineke").get(reverse("duo:klaarzetten")).content.decode()
    assert "Contactpersoon aanmelden" in page
    page = as_("tineke").get(reverse("duo:bericht", args=[bericht.pk])).content.decode()
    assert 'data-copy-label="Telefoonnummer">0334961234<' in page
    response = post(
        as_("tineke"),
        reverse("duo:bericht-ingevoerd", args=[bericht.pk]),
        version=bericht.version,
        op=f"{timezone.localdate():%d-%m-%Y}",
    )
    assert response["Location"] == reverse("duo:bericht", args=[bericht.pk])


def test_the_package_goes_to_excel_field_by_field_without_bsn(world, as_, dossier):
    ready(world, dossier)
    response = as_("alice").post(reverse("duo:klaarzetten-excel"), {"doel": "Invoeren in het portaal"})
    rows = list(load_workbook(BytesIO(response.content)).active.values)
    assert [row[7:9] for row in rows[1:]] == [
        ("Dagtekening PIP", "20-11-2026"),
        ("Leerroute", "Zelfredzaamheidsroute (Z-route)"),
        ("Alfabetiseringsonderwijs", "Anders gealfabetiseerd"),
    ]
    with world.scope():
        assert dossier.inburgeringsplichtige.bsn not in str(rows)
        assert Verwerking.objects.filter(dossier_id_logged=dossier.pk, action="exporteren").count() == 1


# --- taking over events -----------------------------------------------------------------------------------


def take(client, text, step="overnemen", **data):
    return client.post(reverse("duo:overnemen"), {"tekst": text, "stap": step, **data})


def test_a_preview_says_what_is_recognised_and_keeps_nothing(world, as_, dossier):
    with world.scope():
        number = dossier.inburgeringsplichtige.bsn
    text = f"SS131 24-11-2025 {number}\n{OTHER}\tSS103\t2025-11-20\nzonder code 24-11-2025 {number}"
    page = take(as_("alice"), text, "bekijken").content.decode()
    assert "De uitslag van de leerbaarheidstoets is bekend" in page
    assert "2 nieuw, 1 niet te lezen. Van 1 is de persoon hier niet bekend" in page
    assert "Er staat geen code van DUO op deze regel, zoals SS131. Zet de code erbij." in page
    with world.scope():
        assert Notificatie.objects.count() == 0


def test_what_is_taken_over_becomes_an_event_of_that_day(world, as_, dossier):
    with world.scope():
        number = dossier.inburgeringsplichtige.bsn
        v_nummer = dossier.inburgeringsplichtige.v_nummer
    response = take(
        as_("alice"), f"code;datum;nummer\nSS131;24-11-2025 14:05;{number}\nss103;3-2-2026;{v_nummer}"
    )
    assert response["Location"] == reverse("duo:overzicht")
    with world.scope():
        first, second = Notificatie.objects.order_by("pk")
        assert (first.gebeurtenis_id, first.bsn, first.weg, first.by_id) == (
            *("SS131", number, "geplakt"),
            world.alice.pk,
        )
        assert first.registratie_at == datetime(2025, 11, 24, 14, 5, tzinfo=NL)
        assert (second.gebeurtenis_id, second.v_nummer, second.bsn) == ("SS103", v_nummer, "")
        assert second.registratie_at == datetime(2026, 2, 3, tzinfo=NL)


def test_the_same_list_pasted_twice_is_one_event(world, as_, dossier):
    text = f"SS131 24-11-2025 {OTHER}"
    take(as_("alice"), text)
    page = take(as_("alice"), f"{text}\n{text}", "bekijken").content.decode()
    assert "0 nieuw, 2 staan er al" in page
    take(as_("alice"), f"{text}\n{text}")
    with world.scope():
        assert Notificatie.objects.count() == 1


def test_an_event_that_the_interface_told_that_day_is_not_taken_over_again(world, as_):
    row = Notificatie(
        gemeente=world.leusden,
        gebeurtenis_id="SS131",
        registratie_at=datetime(2025, 11, 24, 9, 1, tzinfo=NL),
        vingerafdruk="x",
    )
    row.bsn = OTHER
    with world.scope():
        row.save()
    take(as_("alice"), f"SS131 24-11-2025 {OTHER}")
    with world.scope():
        assert Notificatie.objects.count() == 1


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (f"SS131 {OTHER}", "Er staat geen datum op deze regel."),
        (f"SS131 31-02-2026 {OTHER}", "De datum 31-02-2026 bestaat niet."),
        (f"SS131 24-11-2199 {OTHER}", "De datum 24-11-2199 ligt in de toekomst."),
        (f"SS131 24-11-2019 {OTHER}", "De datum 24-11-2019 ligt voor de wet."),
        (f"SS131 SS103 24-11-2025 {OTHER}", "Er staan meer codes op deze regel."),
        ("SS131 24-11-2025", "Er staat geen BSN of V-nummer op deze regel."),
        ("SS131 24-11-2025 123456789", "Dit BSN klopt niet."),
        (f"SS131 24-11-2025 {OTHER} 999990019", "Er staan meer nummers op deze regel."),
    ],
)
def test_a_bad_line_says_what_to_do_and_stays_to_be_mended(world, as_, line, sentence):
    response = take(as_("alice"), f"{line}\nSS104 24-11-2025 {OTHER}")
    page = response.content.decode()
    assert sentence in page
    assert "Eén melding is overgenomen." in page
    box = page.split("<textarea", 1)[1].split("</textarea>")[0]
    assert line in box
    assert "SS104 24-11-2025" not in box
    with world.scope():
        assert Notificatie.objects.count() == 1


def test_nothing_pasted_asks_for_lines(world, as_):
    for text in ("", "alleen woorden"):
        assert take(as_("alice"), text).status_code == 422


def test_a_workbook_is_read_with_dates_and_numbers_as_excel_keeps_them(world, as_):
    book = Workbook()
    book.active.append(["Code", "Datum", "BSN"])
    book.active.append(["SS131", date(2025, 11, 24), int(OTHER)])
    target = BytesIO()
    book.save(target)
    upload = SimpleUploadedFile("lijst.xlsx", target.getvalue())
    page = (
        as_("alice").post(reverse("duo:overnemen"), {"bestand": upload, "stap": "bekijken"}).content.decode()
    )
    assert "1 nieuw" in page
    assert f"SS131 ; 24-11-2025 ; {OTHER}" in page
    upload = SimpleUploadedFile("lijst.xlsx", target.getvalue())
    as_("alice").post(reverse("duo:overnemen"), {"bestand": upload, "stap": "overnemen"})
    with world.scope():
        row = Notificatie.objects.get()
        assert (row.weg, row.bsn) == ("bestand", OTHER)


def test_a_file_that_is_no_list_is_refused_in_words(world, as_):
    upload = SimpleUploadedFile("lijst.csv", b"%PDF-1.7")
    response = as_("alice").post(reverse("duo:overnemen"), {"bestand": upload})
    assert response.status_code == 422
    assert "Dit is een PDF" in response.content.decode()


def test_who_works_for_two_gemeenten_says_for_which_it_is(world, as_):
    line = f"SS131 24-11-2025 {OTHER}"
    assert take(as_("regina"), line).status_code == 422
    take(as_("regina"), line, gemeente=world.amersfoort.pk)
    with world.scope():
        assert Notificatie.objects.get().gemeente_id == world.amersfoort.pk


# --- the connection ---------------------------------------------------------------------------------------


def choose(client, gemeente, **data):
    return client.post(reverse("beheer:duo-gemeente", args=[gemeente.pk]), {"version": 0, **data})


def test_switching_on_asks_the_number_and_a_check(world, as_):
    page = choose(as_("bas"), world.leusden, manier="m2m").content.decode()
    assert "Vul het OIN van de gemeente in: zonder OIN kent DUO uw gemeente niet." in page
    assert "Controleer eerst de punten hierboven en zet dan dit vinkje." in page
    assert DUOAansluiting.objects.get(gemeente=world.leusden).manier == "handmatig"


@pytest.mark.parametrize("oin", ["123", "0000000100222064700x", "000000010022206470001"])
def test_an_oin_has_twenty_digits(world, as_, oin):
    response = choose(as_("bas"), world.leusden, manier="m2m", oin=oin, nagekeken="on")
    assert response.status_code == 422
    assert DUOAansluiting.objects.get(gemeente=world.leusden).oin == ""


def test_two_gemeenten_never_have_the_same_oin(world, as_):
    DUOAansluiting.objects.create(gemeente=world.amersfoort, oin=OIN)
    response = choose(as_("bas"), world.leusden, manier="m2m", oin=OIN, nagekeken="on")
    assert response.status_code == 422
    assert "Een andere gemeente heeft dit OIN al. Kijk de cijfers na." in response.content.decode()


def test_switching_on_lets_go_what_waits_and_is_written_down(world, as_, dossier):
    bericht = ready(world, dossier)
    with world.scope():
        Bericht.objects.filter(pk=bericht.pk).update(next_attempt_at=timezone.now() + timedelta(days=9))
    client = as_("bas")
    response = choose(client, world.leusden, manier="m2m", oin=OIN, nagekeken="on")
    assert response.status_code == 302
    row = DUOAansluiting.objects.get(gemeente=world.leusden)
    assert (row.manier, row.oin, row.sinds_on) == ("m2m", OIN, timezone.localdate())
    assert reread(world, bericht).next_attempt_at <= timezone.now()
    assert "Eén bericht gaat nu naar DUO." in client.get(response["Location"]).content.decode()
    log = Beveiligingsgebeurtenis.objects.get(name="aansluiting op DUO gewijzigd")
    assert f"OIN {OIN}" in log.detail
    assert row.history.first().history_user_id == world.bas.pk


def test_what_was_marked_by_hand_does_not_go_again_after_switching(world, as_, dossier):
    bericht = ready(world, dossier)
    url = reverse("duo:bericht-ingevoerd", args=[bericht.pk])
    post(as_("alice"), url, version=bericht.version, op=f"{timezone.localdate():%d-%m-%Y}")
    choose(as_("bas"), world.leusden, manier="m2m", oin=OIN, nagekeken="on")
    assert reread(world, bericht).status == "aangenomen"


def test_two_beheerders_at_once_see_each_others_choice(world, as_):
    choose(as_("bas"), world.leusden, manier="m2m", oin=OIN, nagekeken="on")
    assert choose(as_("bas"), world.leusden, manier="handmatig").status_code == 409


def test_no_task_is_made_by_only_looking(world, as_, dossier):
    ready(world, dossier)
    for url in (reverse("duo:klaarzetten"), reverse("duo:overnemen")):
        as_("alice").get(url)
    with world.scope():
        assert Taak.objects.count() == 0

"""The pages of the import: upload, columns, preview, doubles, progress, rows back."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.timezone import localdate

from meedoen.domain.dossier.models import Dossier
from meedoen.domain.instroom.models import Import
from meedoen.domain.regio.models import Beveiligingsgebeurtenis, Rol, Verwerking
from meedoen.web.instroom import tasks, work
from meedoen.web.once import new_key
from tests.domain.instroom_files import as_csv, people, row


def upload(client, data, name="regio.csv", **fields):
    return client.post(
        reverse("instroom:nieuw"),
        {
            "bestand": SimpleUploadedFile(name, data),
            "told_on": f"{localdate():%d-%m-%Y}",
            "verzending": new_key(),
            **fields,
        },
    )


def post(client, name, import_id, **fields):
    return client.post(reverse(f"instroom:{name}", args=[import_id]), {"verzending": new_key(), **fields})


def only_import(world):
    with world.scope():
        return Import.objects.get()


def test_from_file_to_dossier_on_the_screen(world, as_):
    alice = as_("alice")
    assert "Bestand kiezen" in alice.get(reverse("instroom:overzicht")).content.decode()
    page = alice.get(reverse("instroom:nieuw")).content.decode()
    assert 'enctype="multipart/form-data"' in page
    assert "Gemeente" not in page.split("<form", 2)[2].split("</form>")[0]  # she works for one
    answer = upload(alice, as_csv([row(), row(Achternaam="", V_nummer="2895082399", BSN="")]))
    bestand = only_import(world)
    assert answer["Location"] == reverse("instroom:voorbeeld", args=[bestand.pk])
    page = alice.get(answer["Location"]).content.decode()
    assert "Amina" in page
    assert "De achternaam ontbreekt" in page
    assert "999981523" not in page
    answer = post(alice, "overnemen", bestand.pk)
    page = alice.get(answer["Location"]).content.decode()
    assert "De goede rijen zijn overgenomen" in page
    with world.scope():
        assert Dossier.objects.get().gemeente == world.leusden
    assert "regio.csv" in alice.get(reverse("instroom:overzicht")).content.decode()


def test_a_second_sending_of_the_same_form_brings_nothing_in_twice(world, as_):
    alice = as_("alice")
    fields = {"told_on": f"{localdate():%d-%m-%Y}", "verzending": new_key()}
    answers = [
        alice.post(
            reverse("instroom:nieuw"), {**fields, "bestand": SimpleUploadedFile("a.csv", as_csv([row()]))}
        )
        for _ in range(2)
    ]
    assert answers[0]["Location"] == answers[1]["Location"]
    only_import(world)


@pytest.mark.parametrize("name", ["alice", "tineke"])
def test_who_may_bring_in_a_file(as_, name):
    assert as_(name).get(reverse("instroom:overzicht")).status_code == 200
    assert as_(name).get(reverse("instroom:nieuw")).status_code == 200


@pytest.mark.parametrize("name", ["ingrid", "bas", "aad", "nobody"])
def test_who_may_not(as_, name):
    for page in ("instroom:overzicht", "instroom:nieuw"):
        assert as_(name).get(reverse(page)).status_code == 403


@pytest.mark.parametrize("page", ["voorbeeld", "kolommen", "dubbel", "voortgang", "terug"])
def test_a_file_is_of_who_brought_it_in(world, as_, page):
    upload(as_("alice"), as_csv([row(Achternaam="")]))
    pk = only_import(world).pk
    url = reverse(f"instroom:{page}", args=[pk])
    assert as_("alice").get(url).status_code in {200, 302}
    for name in ("bob", "tineke", "charlie", "regina"):
        assert as_(name).get(url).status_code == 404
    assert as_("alice").get(reverse(f"instroom:{page}", args=[pk + 1])).status_code == 404
    assert as_("alice").get(reverse(f"instroom:{page}", args=[2**63])).status_code == 404


@pytest.mark.parametrize("action", ["overnemen", "verder", "weggooien", "kolommen", "dubbel"])
def test_nobody_acts_on_the_file_of_another(world, as_, action):
    upload(as_("alice"), as_csv([row()]))
    pk = only_import(world).pk
    assert post(as_("bob"), action, pk).status_code == 404
    assert only_import(world).status == "voorbeeld"


def test_a_refused_file_says_why_and_keeps_the_form(as_):
    answer = upload(as_("alice"), b"MZ" + b"\x00" * 100)
    assert answer.status_code == 422
    assert "Dit is een programma" in answer.content.decode()


def test_a_row_of_another_gemeente_is_refused_for_who_does_not_work_there(world, as_):
    alice = as_("alice")
    answer = upload(alice, as_csv([row(Gekoppelde_gemeente="Amersfoort", Plaats="Amersfoort")]))
    assert "voor die gemeente werkt u niet" in alice.get(answer["Location"]).content.decode()


def test_no_cell_of_a_refused_row_says_that_the_row_goes_in(world, as_):
    alice = as_("alice")
    wrong = row(Gekoppelde_gemeente="Amersfoort", Plaats="Amersfoort", Leerroute="A-route")
    page = alice.get(upload(alice, as_csv([wrong]))["Location"]).content.decode()
    assert "A-route" in page
    assert "gaat mee" not in page
    right = row(Leerroute="A-route")
    page = alice.get(upload(alice, as_csv([right]))["Location"]).content.decode()
    assert "gaat mee" in page


def test_unknown_headings_are_placed_by_hand(world, as_):
    alice = as_("alice")
    data = b"Familie;V-nummer;Geboortedatum;Plaats\nHaddad;2895082356;11-12-1982;Leusden\n"
    answer = upload(alice, data)
    bestand = only_import(world)
    assert answer["Location"] == reverse("instroom:kolommen", args=[bestand.pk])
    page = alice.get(answer["Location"]).content.decode()
    assert "Deze koppen kennen we niet" in page
    assert "«Haddad»" in page
    assert "«11-12-1982»" in page
    assert "«•••••••356»" in page
    assert "2895082356" not in page
    chosen = {"kolom_1": "v_nummer", "kolom_2": "geboortedatum", "kolom_3": "plaats"}
    answer = post(alice, "kolommen", bestand.pk, kolom_0="niet", **chosen)
    assert answer.status_code == 422
    assert "Kies de kolom met de achternaam" in answer.content.decode()
    answer = post(alice, "kolommen", bestand.pk, kolom_0="achternaam", **chosen)
    assert "Haddad" in alice.get(answer["Location"]).content.decode()


def test_somebody_who_may_be_known_is_shown_side_by_side_with_covered_numbers(world, as_):
    alice = as_("alice")
    world.dossier(
        world.alice,
        persoon__voornaam="Amina",
        persoon__achternaam="Haddad",
        persoon__geboortedatum=localdate().replace(year=1982, month=12, day=11),
    )
    upload(alice, as_csv([row()]))
    bestand = only_import(world)
    page = alice.get(reverse("instroom:voorbeeld", args=[bestand.pk])).content.decode()
    assert "Bekijken en kiezen" in page
    page = alice.get(reverse("instroom:dubbel", args=[bestand.pk])).content.decode()
    assert "In het bestand" in page
    assert "(gelijk)" in page
    assert "999981523" not in page
    assert "•••••••356" in page
    with world.scope():
        assert Verwerking.objects.filter(action="lijst", actor=world.alice).count() == 1
    assert post(alice, "dubbel", bestand.pk, rij=2, keuze="samenvoegen").status_code == 422
    answer = post(alice, "dubbel", bestand.pk, rij=2, keuze="zelfde")
    assert answer.status_code == 302
    post(alice, "overnemen", bestand.pk)
    with world.scope():
        assert Dossier.objects.get().inburgeringsplichtige.v_nummer == "2895082356"


def test_old_values_of_the_dossier_of_a_colleague_stay_covered(world, as_):
    alice = as_("alice")
    upload(alice, as_csv([row()]))
    post(alice, "overnemen", only_import(world).pk)
    with world.scope():
        dossier = Dossier.objects.get()
        dossier.klantmanager = world.bob
        dossier.save()
    changed = as_csv([row(Telefoon="0698765432")])
    for name, visible in (("alice", False), ("bob", True), ("tineke", True)):
        client = as_(name)
        page = client.get(upload(client, changed)["Location"]).content.decode()
        assert ("0612345678" in page) is visible
        assert ("staat bij een collega" in page) is not visible
        assert "0698765432" in page


def test_the_rows_that_need_work_come_back_as_a_workbook(world, as_):
    alice = as_("alice")
    upload(alice, as_csv([row(Achternaam="")]))
    answer = alice.get(reverse("instroom:terug", args=[only_import(world).pk]))
    assert answer["Content-Type"].endswith("sheet")
    assert answer.content[:2] == b"PK"
    assert Beveiligingsgebeurtenis.objects.filter(name="import-terug", actor=world.alice).exists()


def test_a_large_file_is_done_behind_the_page_with_a_progress_bar(world, as_, monkeypatch):
    monkeypatch.setattr(work, "AT_ONCE", 2)
    alice = as_("alice")
    answer = upload(alice, as_csv(people(3)))
    bestand = only_import(world)
    url = reverse("instroom:voortgang", args=[bestand.pk])
    assert answer["Location"] == url
    page = alice.get(url).content.decode()
    assert "0 van 3" in page
    assert '<noscript><meta http-equiv="refresh"' in page
    part = alice.get(url, headers={"HX-Request": "true"}).content.decode()
    assert part.startswith("<div hx-get")
    assert alice.get(reverse("instroom:voorbeeld", args=[bestand.pk]))["Location"] == url
    tasks.check_import.call(bestand.pk, [world.leusden.pk])
    assert alice.get(url)["Location"] == reverse("instroom:voorbeeld", args=[bestand.pk])
    assert alice.get(url, headers={"HX-Request": "true"})["HX-Redirect"]
    assert post(alice, "overnemen", bestand.pk)["Location"] == url
    assert "Verdergaan" in alice.get(url).content.decode()
    assert post(alice, "verder", bestand.pk)["Location"] == url
    tasks.take_over_import.call(bestand.pk, [world.leusden.pk])
    tasks.take_over_import.call(bestand.pk, [world.leusden.pk])
    with world.scope():
        assert Dossier.objects.count() == 3
    assert only_import(world).status == "klaar"


def test_a_task_does_nothing_for_who_lost_her_role_meanwhile(world, as_, monkeypatch):
    monkeypatch.setattr(work, "AT_ONCE", 0)
    upload(as_("alice"), as_csv([row()]))
    world.alice.aanstellingen.update(until=localdate() - timedelta(days=1))
    tasks.check_import.call(only_import(world).pk, [world.leusden.pk])
    assert only_import(world).status == "controleren"


def test_a_task_does_nothing_for_who_has_another_role_by_now(world, as_, monkeypatch):
    monkeypatch.setattr(work, "AT_ONCE", 0)
    upload(as_("alice"), as_csv([row()]))
    aanstelling = world.alice.aanstellingen.get()
    aanstelling.rol = Rol.AUDITOR
    aanstelling.save()
    tasks.check_import.call(only_import(world).pk, [world.leusden.pk])
    assert only_import(world).status == "controleren"


def test_a_task_does_nothing_for_a_closed_account(world, as_, monkeypatch):
    monkeypatch.setattr(work, "AT_ONCE", 0)
    upload(as_("alice"), as_csv([row()]))
    world.alice.is_active = False
    world.alice.save()
    tasks.check_import.call(only_import(world).pk, [world.leusden.pk])
    assert only_import(world).status == "controleren"


def test_a_file_that_is_too_large_is_refused_before_it_is_read(world, as_, settings, monkeypatch):
    settings.UPLOAD_MAX_BYTES = 1024 * 1024
    monkeypatch.setattr(
        "meedoen.domain.instroom.actions.start", lambda *args, **kwargs: pytest.fail("it was read")
    )
    answer = upload(as_("alice"), b"x" * (1024 * 1024 + 1))
    assert answer.status_code == 422
    assert "Het bestand is groter dan 1 MB" in answer.content.decode()


def test_a_file_is_thrown_away(world, as_):
    alice = as_("alice")
    upload(alice, as_csv([row()]))
    pk = only_import(world).pk
    post(alice, "weggooien", pk)
    assert only_import(world).status == "afgebroken"
    assert "weggegooid" in alice.get(reverse("instroom:voorbeeld", args=[pk])).content.decode()
    assert post(alice, "overnemen", pk).status_code == 302
    with world.scope():
        assert not Dossier.objects.exists()


def test_html_in_a_name_is_shown_as_text(world, as_):
    alice = as_("alice")
    page = alice.get(
        upload(alice, as_csv([row(Voornaam="<script>alert(1)</script>")]))["Location"]
    ).content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_somebody_of_two_gemeenten_says_for_which_she_uploads(world, as_):
    regina = as_("regina")
    assert upload(regina, as_csv([row()])).status_code == 422
    answer = upload(regina, as_csv([row()]), gemeente=world.leusden.pk)
    assert answer.status_code == 302
    assert upload(regina, as_csv([row()]), gemeente="999999").status_code == 422

"""Accounts, roles, house style, policy and partners, by the beheerder of the gemeente only."""

import struct
import zlib
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate

from meedoen.domain.pip.models import PIP, Afspraak
from meedoen.domain.regio.models import (
    Aanstelling,
    Beleidsregel,
    Beveiligingsgebeurtenis,
    Huisstijl,
    Medewerker,
    Organisatie,
    Rol,
)
from meedoen.web.beheer.huisstijl import check_png
from meedoen.web.once import new_key

LIST = reverse("beheer:medewerkers")
NEW = reverse("beheer:medewerker-nieuw")


def day(moved=0):
    return f"{localdate() + timedelta(days=moved):%d-%m-%Y}"


def page_of(person):
    return reverse("beheer:medewerker", args=[person.pk])


def give(client, world, person, rol="teamleider", **changes):
    data = {"gemeente": world.leusden.pk, "rol": rol, "since": day(), "verzending": new_key()}
    return client.post(page_of(person), data | changes)


def png(width=1, height=1):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = zlib.compress(b"\x00\x00")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


# --- who may -------------------------------------------------------------------------------------


def test_only_a_beheerder(world, as_):
    pages = [
        LIST,
        NEW,
        page_of(world.alice),
        reverse("beheer:huisstijl-gemeente", args=[world.leusden.pk]),
        reverse("beheer:beleid", args=[world.leusden.pk]),
        reverse("beheer:partners", args=[world.leusden.pk]),
    ]
    for page in pages:
        assert as_("bas").get(page).status_code == 200
        for name in ("alice", "tineke", "ingrid", "aad", "charlie", "nobody"):
            assert as_(name).get(page).status_code == 403


def test_another_gemeente_is_not_there(world, as_):
    bas = as_("bas")
    assert bas.get(page_of(world.charlie)).status_code == 404
    assert bas.get(page_of(world.nobody)).status_code == 404
    assert bas.get(reverse("beheer:medewerker", args=[999_999])).status_code == 404
    for name in ("huisstijl-gemeente", "beleid", "partners", "logo"):
        assert bas.get(reverse(f"beheer:{name}", args=[world.amersfoort.pk])).status_code == 404
    for name in ("blokkeren", "sessies", "wachtwoordlink"):
        assert bas.post(reverse(f"beheer:{name}", args=[world.charlie.pk])).status_code == 404
        assert bas.get(reverse(f"beheer:{name}", args=[world.alice.pk])).status_code == 405
    listed = bas.get(LIST).content.decode()
    assert "alice@voorbeeld.example" in listed
    assert "charlie@voorbeeld.example" not in listed


# --- accounts and roles --------------------------------------------------------------------------


def new_account(client, world, email="nieuw@voorbeeld.example", **changes):
    data = {
        "naam": "Nadia Nieuw",
        "email": email,
        "gemeente": world.leusden.pk,
        "rol": "klantmanager",
        "since": day(),
        "verzending": new_key(),
    }
    return client.post(NEW, data | changes)


def test_a_new_account_has_no_password_and_a_link_that_works_once(world, as_, client):
    bas = as_("bas")
    made = new_account(bas, world)
    person = Medewerker.objects.get(email="nieuw@voorbeeld.example")
    assert made["Location"] == page_of(person)
    assert not person.has_usable_password()
    assert Beveiligingsgebeurtenis.objects.filter(name="account gemaakt", actor=world.bas).count() == 1
    shown = bas.post(reverse("beheer:wachtwoordlink", args=[person.pk]))
    assert "no-store" in shown["Cache-Control"]
    link = shown.context["link"].removeprefix("http://testserver")
    chooser = client.get(link, follow=True)
    assert chooser.status_code == 200
    chosen = {"password1": "een lang wachtwoord 42", "password2": "een lang wachtwoord 42"}
    client.post(chooser.request["PATH_INFO"], chosen)
    person.refresh_from_db()
    assert person.check_password("een lang wachtwoord 42")
    again = client.get(link, follow=True).content.decode()
    assert "password1" not in again


def test_an_account_in_use_gets_its_link_only_by_mail(
    world, as_, mailoutbox, django_capture_on_commit_callbacks
):
    world.alice.last_login = timezone.now()
    world.alice.save()
    with django_capture_on_commit_callbacks(execute=True):
        answer = as_("bas").post(reverse("beheer:wachtwoordlink", args=[world.alice.pk]))
    assert answer.status_code == 302
    assert [letter.to for letter in mail.outbox] == [["alice@voorbeeld.example"]]
    assert "/account/wachtwoord/nieuw/" in mail.outbox[0].body
    event = Beveiligingsgebeurtenis.objects.get(name="wachtwoordlink gemaakt")
    assert (event.result, event.actor) == ("gemaild", world.bas)


def test_without_a_mail_server_an_account_in_use_gets_no_link(world, as_, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    world.alice.last_login = timezone.now()
    world.alice.save()
    answer = as_("bas").post(reverse("beheer:wachtwoordlink", args=[world.alice.pk]), follow=True)
    assert "geen mailserver" in answer.content.decode()
    assert not Beveiligingsgebeurtenis.objects.filter(name="wachtwoordlink gemaakt").exists()


def test_a_known_address_gets_only_the_role(world, as_):
    answer = new_account(as_("bas"), world, email="Charlie@voorbeeld.example", rol="inkoper")
    assert answer.status_code == 302
    assert Medewerker.objects.filter(email__iexact="charlie@voorbeeld.example").count() == 1
    roles = world.charlie.aanstellingen.filter(gemeente=world.leusden)
    assert [row.rol for row in roles] == [Rol.INKOPER]
    world.charlie.refresh_from_db()
    assert world.charlie.naam == "Charlie"


def test_a_role_that_cannot_be_leaves_no_account(world, as_):
    assert new_account(as_("bas"), world, until=day()).status_code == 200
    assert not Medewerker.objects.filter(email="nieuw@voorbeeld.example").exists()


def test_no_role_for_a_gemeente_that_is_not_hers(world, as_):
    answer = give(as_("bas"), world, world.alice, gemeente=world.amersfoort.pk)
    assert answer.status_code == 200
    assert answer.context["form"].has_error("gemeente")


def test_giving_and_ending_a_role(world, as_):
    bas = as_("bas")
    assert give(bas, world, world.alice).status_code == 302
    row = world.alice.aanstellingen.get(rol=Rol.TEAMLEIDER)
    assert as_("alice").get(reverse("teamleider:waarnemingen")).status_code == 200
    assert "heeft deze rol" in give(bas, world, world.alice).content.decode()
    end = reverse("beheer:rol-beeindigen", args=[world.alice.pk, row.pk])
    assert bas.post(end).status_code == 302
    assert as_("alice").get(reverse("teamleider:waarnemingen")).status_code == 403
    names = list(
        Beveiligingsgebeurtenis.objects.filter(actor=world.bas, name__startswith="rol")
        .order_by("pk")
        .values_list("name", flat=True)
    )
    assert names == ["rol gegeven", "rol beëindigd"]


def test_a_role_of_later_gives_nothing_yet(world, as_):
    give(as_("bas"), world, world.alice, since=day(1))
    assert as_("alice").get(reverse("teamleider:waarnemingen")).status_code == 403


def test_ending_a_klantmanager_says_how_many_dossiers_are_left(world, as_):
    world.dossier(world.alice)
    row = world.alice.aanstellingen.get()
    end = reverse("beheer:rol-beeindigen", args=[world.alice.pk, row.pk])
    assert "nog 1 dossiers" in as_("bas").post(end, follow=True).content.decode()


def test_the_last_beheerder_stays(world, as_):
    row = world.bas.aanstellingen.get()
    as_("bas").post(reverse("beheer:rol-beeindigen", args=[world.bas.pk, row.pk]))
    assert Aanstelling.objects.get(pk=row.pk).until is None


def test_the_role_for_another_gemeente_is_out_of_reach(world, as_):
    row = world.regina.aanstellingen.get(gemeente=world.amersfoort)
    end = reverse("beheer:rol-beeindigen", args=[world.regina.pk, row.pk])
    assert as_("bas").post(end).status_code == 404


def test_a_role_for_herself_stands_apart_in_the_security_log(world, as_):
    give(as_("bas"), world, world.bas, rol="klantmanager")
    event = Beveiligingsgebeurtenis.objects.get(name="rol gegeven aan zichzelf")
    assert (event.actor, event.gemeente) == (world.bas, world.leusden)


def test_blocking_ends_every_session(world, as_):
    alice = as_("alice")
    assert alice.get(reverse("klantmanager:waarnemingen")).status_code == 200
    block = reverse("beheer:blokkeren", args=[world.alice.pk])
    assert as_("bas").post(block, {"actief": "nee"}).status_code == 302
    assert alice.get(reverse("klantmanager:waarnemingen")).status_code == 302
    assert not Medewerker.objects.get(pk=world.alice.pk).is_active
    as_("bas").post(block, {"actief": "ja"})
    assert Medewerker.objects.get(pk=world.alice.pk).is_active


def test_nobody_blocks_herself_or_who_works_elsewhere_too(world, as_):
    for person in (world.bas, world.regina):
        as_("bas").post(reverse("beheer:blokkeren", args=[person.pk]), {"actief": "nee"})
        assert Medewerker.objects.get(pk=person.pk).is_active
    as_("bas").post(reverse("beheer:wachtwoordlink", args=[world.regina.pk]))
    assert not Beveiligingsgebeurtenis.objects.filter(name="wachtwoordlink gemaakt").exists()


def test_logging_somebody_out_everywhere_leaves_the_others(world, as_):
    one, two, other = as_("alice"), as_("alice"), as_("bob")
    answer = as_("bas").post(reverse("beheer:sessies", args=[world.alice.pk]), follow=True)
    assert "2 sessies" in answer.content.decode()
    for client, status in ((one, 302), (two, 302), (other, 200)):
        assert client.get(reverse("klantmanager:waarnemingen")).status_code == status
    bas = as_("bas")
    bas.post(reverse("beheer:sessies", args=[world.bas.pk]))
    assert bas.get(LIST).status_code == 302
    assert Session.objects.count() >= 1


# --- house style ---------------------------------------------------------------------------------


def style(client, world, files=None, **changes):
    data = {"kleur": "#154273", "afzender": "Team Inburgering", "version": "1"} | changes
    return client.post(reverse("beheer:huisstijl-gemeente", args=[world.leusden.pk]), data | (files or {}))


def upload(content, name="logo.png"):
    return {"nieuw_logo": SimpleUploadedFile(name, content, content_type="image/png")}


def test_a_colour_is_checked_for_contrast_and_used_at_once(world, as_):
    assert "te licht" in style(as_("bas"), world, kleur="#ffdd00").content.decode()
    assert style(as_("bas"), world, kleur="#7A1F5C").status_code == 302
    assert Huisstijl.objects.get(gemeente=world.leusden).kleur == "#7a1f5c"
    assert "#7a1f5c" in as_("alice").get("/thema.css").content.decode()
    assert Beveiligingsgebeurtenis.objects.filter(name="huisstijl gewijzigd", actor=world.bas).exists()


def test_a_logo_is_a_whole_png_with_words(world, as_):
    bas = as_("bas")
    assert style(bas, world, upload(png())).context["form"].has_error("logo_alt")
    assert style(bas, world, upload(png()), logo_alt="Logo gemeente Leusden").status_code == 302
    logo = bas.get(reverse("beheer:logo", args=[world.leusden.pk]))
    assert (logo.content, logo["Content-Type"]) == (png(), "image/png")
    assert logo["X-Content-Type-Options"] == "nosniff"
    assert style(bas, world, version="2", logo_weg="on").status_code == 302
    assert bas.get(reverse("beheer:logo", args=[world.leusden.pk])).status_code == 404


@pytest.mark.parametrize(
    "content",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"\xff\xd8\xff\xe0 jpeg",
        png()[:-3],
        png() + b"<script>",
        png()[:20] + b"\x01" + png()[21:],
        png(width=5000),
        b"\x89PNG\r\n\x1a\n" + b"x" * 201 * 1024,
    ],
    ids=["svg", "jpeg", "cut", "tail", "crc", "wide", "large"],
)
def test_any_other_file_is_refused(world, as_, content):
    answer = style(as_("bas"), world, upload(content), logo_alt="Logo")
    assert answer.status_code == 200
    assert answer.context["form"].has_error("nieuw_logo")
    assert Huisstijl.objects.get(gemeente=world.leusden).logo is None


def test_a_plain_png_passes():
    assert check_png(png(width=640, height=200)) is None


def test_two_beheerders_of_one_style(world, as_):
    style(as_("bas"), world, afzender="Team Samen")
    late = style(as_("bas"), world, afzender="Team Anders")
    assert late.status_code == 409
    assert "Team Samen" in late.content.decode()


def test_one_gemeente_needs_no_choice(world, as_):
    answer = as_("bas").get(reverse("beheer:huisstijl"))
    assert answer["Location"] == reverse("beheer:huisstijl-gemeente", args=[world.leusden.pk])


# --- policy and partners -------------------------------------------------------------------------


def test_policy_is_dated_with_its_decision(world, as_):
    page, bas = reverse("beheer:beleid", args=[world.leusden.pk]), as_("bas")
    data = {
        "onderwerp": "oproep_dagen",
        "waarde": "14",
        "since": "1-1-2026",
        "besluit": "college, 3 maart 2026",
    }
    assert bas.post(page, data | {"verzending": new_key()}).status_code == 302
    again = bas.post(page, data | {"verzending": new_key()})
    assert again.context["form"].has_error("since")
    assert (
        bas.post(page, data | {"since": "1-7-2026", "waarde": "10", "verzending": new_key()}).status_code
        == 302
    )
    assert (
        bas.post(page, data | {"since": "1-8-2026", "waarde": "0", "verzending": new_key()}).status_code
        == 200
    )
    rules = Beleidsregel.objects.filter(gemeente=world.leusden).values_list("waarde", flat=True)
    assert list(rules) == [10, 14]
    assert "college, 3 maart 2026" in bas.get(page).content.decode()


def test_partners_once_and_kept_while_in_an_agreement(world, as_):
    page, bas = reverse("beheer:partners", args=[world.leusden.pk]), as_("bas")
    for _ in range(2):
        bas.post(page, {"naam": "Taalschool De Vallei", "soort": "taalschool", "verzending": new_key()})
    partner = Organisatie.objects.get(gemeente=world.leusden)
    remove = reverse("beheer:partner-weg", args=[world.leusden.pk, partner.pk])
    dossier = world.dossier(world.alice)
    with world.scope():
        pip = PIP.objects.create(gemeente=world.leusden, dossier=dossier, versie=1)
        agreement = Afspraak.objects.create(
            gemeente=world.leusden, pip=pip, eigenaar="partner", partner=partner, wat="Taalles"
        )
    assert "blijft daarom bestaan" in bas.post(remove, follow=True).content.decode()
    with world.scope():
        agreement.delete()
    bas.post(remove)
    assert not Organisatie.objects.exists()

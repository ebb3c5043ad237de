"""What every answer carries, and what the door does: headers, lock-out, second factor, CSRF, nasty text."""

import re

import pytest
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from axes.models import AccessAttempt
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from meedoen.domain.regio.models import Beveiligingsgebeurtenis

LOGIN = "/account/inloggen/"


@pytest.mark.parametrize("path", [LOGIN, "/_healthz/livez/", "/er-is-niets/", "/thema.css"])
def test_every_answer_carries_the_headers(db, path):
    response = Client().get(path)
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"


def test_pages_with_people_are_not_kept_by_the_browser(world, as_):
    dossier = world.dossier(world.alice)
    response = as_("alice").get(reverse("klantmanager:dossier", args=[dossier.pk]))
    assert "no-store" in response["Cache-Control"]


def test_five_wrong_passwords_lock_the_account_at_this_address(world):
    world.alice.set_password("het-goede-wachtwoord")
    world.alice.save()
    client = Client()
    wrong = {"login": world.alice.email, "password": "verkeerd"}
    codes = [client.post(LOGIN, wrong).status_code for _ in range(6)]
    assert codes[0] == 200
    assert codes[-1] == 429
    right = {"login": world.alice.email, "password": "het-goede-wachtwoord"}
    assert client.post(LOGIN, right).status_code == 429
    assert Beveiligingsgebeurtenis.objects.filter(name="inloggen", result="geblokkeerd").exists()
    # Elsewhere she can still log in: a stranger cannot lock her out.
    assert Client(REMOTE_ADDR="10.0.0.9").post(LOGIN, right).status_code == 302
    assert AccessAttempt.objects.count() >= 1


def test_five_wrong_codes_lock_the_second_step_of_the_account(world):
    cache.clear()
    world.alice.set_password("het-goede-wachtwoord")
    world.alice.save()
    secret = generate_totp_secret()
    TOTP.activate(world.alice, secret)
    code = format_hotp_value(hotp_value(secret, yield_hotp_counters_from_time().__next__()))
    client = Client()
    client.post(LOGIN, {"login": world.alice.email, "password": "het-goede-wachtwoord"})
    wrong = "000000" if code != "000000" else "111111"
    for _ in range(5):
        assert client.post(reverse("mfa_authenticate"), {"code": wrong}).status_code == 200
    client.post(reverse("mfa_authenticate"), {"code": code})
    assert "_auth_user_id" not in client.session
    assert Beveiligingsgebeurtenis.objects.filter(name="tweede stap", actor=world.alice).count() == 5
    cache.clear()
    client.post(reverse("mfa_authenticate"), {"code": code})
    assert client.session["_auth_user_id"] == str(world.alice.pk)


def test_an_unknown_address_gets_the_same_answer_as_a_wrong_password(world):
    body = [
        re.sub(rb'value="[^"]*"', b"", Client().post(LOGIN, {"login": email, "password": "verkeerd"}).content)
        for email in (world.alice.email, "niemand@voorbeeld.example")
    ]
    assert body[0] == body[1]


def test_without_a_second_factor_there_is_only_the_page_to_make_one(world, as_, settings):
    settings.MFA_REQUIRED = True
    response = as_("alice").get(reverse("klantmanager:werkvoorraad"))
    assert response.status_code == 302
    assert response["Location"] == reverse("mfa_activate_totp")


def test_half_an_hour_without_doing_anything_logs_out(world, as_):
    client = as_("alice")
    assert client.get(reverse("klantmanager:werkvoorraad")).status_code == 200
    session = client.session
    session["seen_at"] = timezone.now().timestamp() - 31 * 60
    session.save()
    response = client.get(reverse("klantmanager:werkvoorraad"))
    assert response.status_code == 302
    assert response["Location"].startswith(LOGIN)
    assert client.get(reverse("klantmanager:werkvoorraad"))["Location"].startswith(LOGIN)


def test_an_idle_session_changes_no_password(world, as_):
    client = as_("alice")
    session = client.session
    session["seen_at"] = timezone.now().timestamp() - 31 * 60
    session.save()
    assert client.get(reverse("account_change_password"))["Location"].startswith(LOGIN)
    assert "_auth_user_id" not in client.session


def test_nobody_can_sign_up(db):
    assert Client().get("/account/aanmelden/").status_code == 404
    assert Client().get("/accounts/signup/").status_code == 404


def test_a_form_without_token_is_refused(world):
    client = Client(enforce_csrf_checks=True)
    client.force_login(world.alice, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.post(reverse("account_logout")).status_code == 403


@pytest.mark.parametrize("text", ["a\x00b", "\ud800", "x\udfffy"])
def test_text_that_a_database_cannot_hold_gets_a_clear_answer(world, as_, text):
    response = as_("alice").post(reverse("klantmanager:zoeken"), {"q": text.encode("utf-8", "surrogatepass")})
    assert response.status_code in {200, 400}
    assert as_("alice").get("/werkvoorraad/", {"q": "a\x00b"}).status_code == 400


def test_a_role_that_ended_yesterday_opens_nothing_today(world, as_):
    client = as_("alice")
    dossier = world.dossier(world.alice)
    address = reverse("klantmanager:dossier", args=[dossier.pk])
    assert client.get(address).status_code == 200
    aanstelling = world.alice.aanstellingen.get()
    aanstelling.until = timezone.localdate()
    aanstelling.save()
    assert client.get(address).status_code == 403


def test_a_refusal_is_written_down(world, as_):
    theirs = world.dossier(world.charlie, world.amersfoort)
    assert as_("alice").get(reverse("klantmanager:dossier", args=[theirs.pk])).status_code == 404
    row = Beveiligingsgebeurtenis.objects.get(name="geweigerd")
    assert (row.result, row.actor) == ("404", world.alice)


def test_behind_our_own_proxy_the_address_is_the_visitors(world, settings):
    client = Client(REMOTE_ADDR="10.0.0.1", headers={"x-forwarded-for": "6.6.6.6, 203.0.113.7"})
    wrong = {"login": world.alice.email, "password": "verkeerd"}
    client.post(LOGIN, wrong)
    assert AccessAttempt.objects.get().ip_address == "10.0.0.1"  # not our proxy: the header is not believed
    AccessAttempt.objects.all().delete()
    settings.TRUSTED_PROXY = True
    client.post(LOGIN, wrong)
    assert AccessAttempt.objects.get().ip_address == "203.0.113.7"

"""Addresses for logging in: only those that staff need; there is no sign-up and no e-mail page."""

from allauth.account import views as account
from allauth.mfa.base.urls import urlpatterns as mfa_base
from allauth.mfa.recovery_codes.urls import urlpatterns as mfa_recovery_codes
from allauth.mfa.totp.urls import urlpatterns as mfa_totp
from django.urls import include, path, re_path

urlpatterns = [
    path("inloggen/", account.login, name="account_login"),
    path("uitloggen/", account.logout, name="account_logout"),
    path("opnieuw-inloggen/", account.reauthenticate, name="account_reauthenticate"),
    path("wachtwoord/wijzigen/", account.password_change, name="account_change_password"),
    path("wachtwoord/kiezen/", account.password_set, name="account_set_password"),
    path("wachtwoord/vergeten/", account.password_reset, name="account_reset_password"),
    path("wachtwoord/vergeten/verstuurd/", account.password_reset_done, name="account_reset_password_done"),
    # A key has a hyphen of its own, so the id must not be able to take one.
    re_path(
        r"^wachtwoord/nieuw/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[0-9A-Za-z-]+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "wachtwoord/nieuw/klaar/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("inactief/", account.account_inactive, name="account_inactive"),
    path("tweede-stap/", include(mfa_base)),
    path("tweede-stap/app/", include(mfa_totp)),
    path("tweede-stap/herstelcodes/", include(mfa_recovery_codes)),
]

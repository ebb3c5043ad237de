"""How staff accounts behave: no sign-up, everything in the security log."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import EmailAwarePasswordResetTokenGenerator
from allauth.account.utils import user_pk_to_url_str
from django.http import HttpRequest
from django.urls import reverse

from meedoen.domain.regio.models import Medewerker


class StaffAccountAdapter(DefaultAccountAdapter):
    """Accounts are made by a beheerder; nobody signs up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return False: there is no sign-up."""
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count nothing before a password: axes counts wrong ones, in the database and by address.

        So allauth's own limit ("login_failed" in the settings) is left for the codes of the second
        step. That one is by account: only who knows the password gets as far as a code.
        """


def password_path(medewerker: Medewerker) -> str:
    """Return the address of the site where somebody chooses a password, once and within the day.

    Whoever has it can log in as her: give it only to her.
    """
    key = EmailAwarePasswordResetTokenGenerator().make_token(medewerker)
    return reverse(
        "account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(medewerker), "key": key}
    )


def login_name(request: HttpRequest, credentials: dict[str, str] | None) -> str:
    """Return under which name failed log-ins are counted: the e-mail address, in lower case."""
    given = (credentials or {}).get("email") or (credentials or {}).get("username")
    return (given or request.POST.get("login") or "").lower()

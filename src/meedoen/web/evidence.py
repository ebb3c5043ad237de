"""Log-ins, log-outs, failures and lock-outs go to the security log."""

from typing import Any

from allauth.mfa.signals import authentication_failed
from axes.signals import user_locked_out
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.http import HttpRequest

from meedoen.domain.regio.logboek import record_security


def connect() -> None:
    """Listen to the signals of Django, axes and allauth."""
    user_logged_in.connect(_logged_in, dispatch_uid="meedoen-logged-in")
    user_logged_out.connect(_logged_out, dispatch_uid="meedoen-logged-out")
    user_login_failed.connect(_failed, dispatch_uid="meedoen-login-failed")
    user_locked_out.connect(_locked_out, dispatch_uid="meedoen-locked-out")
    authentication_failed.connect(_wrong_code, dispatch_uid="meedoen-wrong-code")


def _logged_in(sender: Any, request: HttpRequest, user: Any, **_: Any) -> None:
    record_security("inloggen", "gelukt", actor=user)


def _logged_out(sender: Any, request: HttpRequest, user: Any, **_: Any) -> None:
    record_security("uitloggen", "gelukt", actor=user)


def _failed(sender: Any, credentials: dict[str, Any], **_: Any) -> None:
    record_security("inloggen", "mislukt")


def _wrong_code(sender: Any, request: HttpRequest, user: Any, **_: Any) -> None:
    record_security("tweede stap", "mislukt", actor=user)


def _locked_out(sender: Any, request: HttpRequest, username: str, **_: Any) -> None:
    record_security("inloggen", "geblokkeerd")

"""Connects the question of the domain to the BRP, with what the settings say at that moment."""

import logging
from functools import lru_cache
from typing import Any

from django.conf import settings

from meedoen.domain.voorinburgering import brp
from meedoen.domain.voorinburgering.brp import Vraag

from .client import BRPClient, Connection, tls_context
from .errors import BRPFault
from .facts import facts
from .fields import PATHS
from .tokens import Tokens

log = logging.getLogger(__name__)


def connect() -> None:
    """Answer questions to the BRP; called once at start-up. Off or on is asked for each question."""
    brp.connect(answer)


def answer(vraag: Vraag) -> dict[str, Any]:
    """Ask the BRP and return facts by our codes.

    Raises:
        BRPFault: a kind of `NoAnswer`; the log names its kind and status, and nothing of the person.
    """
    try:
        return facts(BRPClient(connection()).person(vraag, PATHS))
    except BRPFault as fault:
        wrong = ", ".join(getattr(fault, "parameters", ()))
        log.warning(
            "BRP: %s (%s), status %s, code %s%s",
            type(fault).__name__,
            type(fault.__cause__).__name__,
            fault.status,
            fault.code or "-",
            f", {wrong}" if wrong else "",
        )
        raise


def connection() -> Connection:
    """Return how to reach the BRP, from the settings."""
    return Connection(
        url=settings.BRP_URL,
        api_key=settings.BRP_API_KEY,
        tokens=_tokens(
            settings.BRP_TOKEN_URL, settings.BRP_CLIENT_ID, settings.BRP_CLIENT_SECRET, settings.BRP_SCOPE
        ),
        cert=settings.BRP_CERT,
        key=settings.BRP_KEY,
        ca=settings.BRP_CA,
        timeout=settings.BRP_TIMEOUT,
        doelbinding=settings.BRP_DOELBINDING,
        verwerking=settings.BRP_VERWERKING,
    )


def problems() -> list[str]:
    """Return what would keep a connected BRP from answering, as Dutch sentences; nothing when it is off."""
    if not settings.BRP_URL:
        return []
    found = []
    try:
        tls_context(connection())
    except (OSError, ValueError):  # an absent file, or one that is no PEM or does not belong to the other
        found.append(
            "MEEDOEN_BRP_CERT, MEEDOEN_BRP_KEY of MEEDOEN_BRP_CA is niet te lezen of past niet bij elkaar: "
            "de BRP is niet te bereiken."
        )
    if settings.BRP_TOKEN_URL and not (settings.BRP_CLIENT_ID and settings.BRP_CLIENT_SECRET):
        found.append(
            "MEEDOEN_BRP_TOKEN_URL is ingevuld, maar MEEDOEN_BRP_CLIENT_ID of MEEDOEN_BRP_CLIENT_SECRET "
            "niet: de BRP geeft geen token."
        )
    if not (settings.BRP_API_KEY or settings.BRP_TOKEN_URL or settings.BRP_CERT):
        found.append("De BRP is aangesloten zonder sleutel, token of certificaat: ze weigert elke vraag.")
    return found


@lru_cache(maxsize=8)
def _tokens(url: str, client_id: str, secret: str, scope: str) -> Tokens | None:
    """Return one keeper of tokens for each set of settings, so that a token is used more than once."""
    return Tokens(url, client_id, secret, scope) if url else None

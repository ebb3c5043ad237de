"""`meedoen sleutel`: new secrets as environment variables."""

import base64
import os
import secrets

from meedoen.project.commands.say import say


def new_keys() -> dict[str, str]:
    """Return new values for every secret that an installation needs."""
    return {
        "MEEDOEN_SECRET_KEY": secrets.token_urlsafe(48),
        "MEEDOEN_FIELD_KEYS": _key(),
        "MEEDOEN_INDEX_KEY": _key(),
        "MEEDOEN_OVERDRACHT_KEY": _key(),
    }


def _key() -> str:
    return base64.urlsafe_b64encode(os.urandom(32)).decode().rstrip("=")


def run() -> int:
    """Print them; they are kept nowhere."""
    say("# Bewaar deze op een veilige plek, los van de database en haar reservekopie.")
    for name, text in new_keys().items():
        say(f"{name}={text}")
    return 0

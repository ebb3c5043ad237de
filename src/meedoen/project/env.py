"""Every setting that the environment can give, described once.

`meedoen check` reads this table to report faults in words, and the reference page
of settings is generated from it.
"""

import base64
import binascii
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit


class ConfigurationFault(Exception):
    """Raised with one Dutch line for each fault in the environment."""


@dataclass(frozen=True)
class Setting:
    """One environment variable.

    Attributes:
        name: the variable, always with the prefix ``MEEDOEN_`` but for those that
            hosting platforms set (``DATABASE_URL``, ``PORT``).
        meaning: what it does, in Dutch.
        default: its text when absent; None when it must be given.
        read: makes the Python value of the text; raises ValueError with a Dutch sentence.
        secret: never printed.
    """

    name: str
    meaning: str
    default: str | None
    read: Callable[[str], Any] = str
    secret: bool = False


def _bool(text: str) -> bool:
    if text.lower() in {"1", "ja", "true", "yes", "on"}:
        return True
    if text.lower() in {"0", "nee", "false", "no", "off", ""}:
        return False
    raise ValueError("gebruik ja of nee")


def _list(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _number(text: str) -> int:
    if not text.isdigit():
        raise ValueError("gebruik een geheel getal")
    return int(text)


def _address(text: str) -> str:
    if not text:
        return ""
    parts = urlsplit(text)
    own_machine = parts.scheme == "http" and parts.hostname in {"127.0.0.1", "localhost"}
    if not parts.hostname or not (parts.scheme == "https" or own_machine):
        raise ValueError("begint niet met https://")
    return text.rstrip("/")


def _plain(text: str) -> str:
    if not text.isascii():
        raise ValueError("gebruik alleen gewone letters en cijfers: het gaat mee in de kop van een bericht")
    return text


def _oin(text: str) -> str:
    if text and not re.fullmatch(r"[0-9]{20}", text):
        raise ValueError("een OIN bestaat uit 20 cijfers")
    return text


def _secret_key(text: str) -> str:
    if len(text) < 40:
        raise ValueError("te kort; maak er een van minstens 40 tekens met `meedoen sleutel`")
    return text


def _key(text: str) -> bytes:
    try:
        key = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != 32:
        raise ValueError("geen sleutel van 32 bytes in base64; maak er een met `meedoen sleutel`")
    return key


def _keys(text: str) -> list[bytes]:
    return [_key(part) for part in _list(text)] or [_key("")]


def _optional_keys(text: str) -> list[bytes]:
    return _keys(text) if text else []


SETTINGS = [
    Setting(
        "MEEDOEN_SECRET_KEY",
        "Geheim waarmee sessies worden ondertekend. Minstens 40 tekens.",
        None,
        _secret_key,
        secret=True,
    ),
    Setting(
        "MEEDOEN_FIELD_KEYS",
        "Sleutels waarmee BSN, V-nummer en gezondheid worden versleuteld: base64 van 32 bytes, de nieuwste "
        "eerst, komma ertussen. Wie ze verliest, verliest die gegevens.",
        None,
        _keys,
        secret=True,
    ),
    Setting(
        "MEEDOEN_INDEX_KEY",
        "Sleutel van de zoekindex op BSN en V-nummer: base64 van 32 bytes. Verander hem nooit.",
        None,
        _key,
        secret=True,
    ),
    Setting(
        "DATABASE_URL",
        "Database. `postgres://gebruiker:wachtwoord@host:poort/naam` of `sqlite:///pad`. Zonder: SQLite in "
        "MEEDOEN_DATA_DIR.",
        "",
        secret=True,
    ),
    Setting("MEEDOEN_DATA_DIR", "Map voor de SQLite-database en de sleutels van de demo.", "var", Path),
    Setting(
        "MEEDOEN_ALLOWED_HOSTS",
        "Namen waaronder de site bereikbaar is, komma ertussen.",
        "localhost,127.0.0.1,[::1]",
        _list,
    ),
    Setting("MEEDOEN_HTTPS", "Ja als de site alleen via https bereikbaar is (zo hoort het).", "ja", _bool),
    Setting(
        "MEEDOEN_TRUSTED_PROXY",
        "Ja als een eigen reverse proxy https afhandelt en X-Forwarded-Proto en X-Forwarded-For zet.",
        "nee",
        _bool,
    ),
    Setting(
        "MEEDOEN_DEMO", "Ja voor de demo: verzonnen personen, geen tweede factor, demo-balk.", "nee", _bool
    ),
    Setting("MEEDOEN_DEBUG", "Ja om fouten met hun oorzaak te tonen. Nooit in productie.", "nee", _bool),
    Setting(
        "MEEDOEN_MFA_REQUIRED",
        "Nee laat inloggen zonder tweede factor toe. Alleen voor proeven.",
        "ja",
        _bool,
    ),
    Setting(
        "MEEDOEN_EMAIL_URL",
        "Mailserver, bijvoorbeeld `smtp://host:25`. Zonder: mail komt in het logboek.",
        "consolemail://",
    ),
    Setting("MEEDOEN_MAIL_FROM", "Afzender van mail.", "meedoen@localhost"),
    Setting("MEEDOEN_LOG_LEVEL", "Hoeveel er in het technische logboek komt: DEBUG, INFO, WARNING.", "INFO"),
    Setting("MEEDOEN_UPLOAD_MAX_MB", "Grootste bestand dat iemand mag aanleveren, in MB.", "20", _number),
    Setting("MEEDOEN_UPLOAD_MAX_ROWS", "Meeste rijen in een aangeleverd bestand.", "50000", _number),
    Setting(
        "MEEDOEN_DUO_TAAK_NA_UREN",
        "Na hoeveel uur er een taak komt als berichten DUO niet bereiken. Meedoen blijft het proberen.",
        "4",
        _number,
    ),
    Setting(
        "MEEDOEN_DUO_URL",
        "Adres van DUO op Diginetwerk, zonder de versie. Leeg: geen koppeling, berichten gaan met de hand.",
        "",
        _address,
    ),
    Setting("MEEDOEN_DUO_OIN", "OIN van DUO (20 cijfers): het doel van onze berichten.", "", _oin),
    Setting(
        "MEEDOEN_DUO_CERT",
        "Ons certificaat voor DUO (PKIoverheid private root), een PEM-bestand; of een map met per gemeente "
        "`<oin>.pem` en `<oin>.key`, en `algemeen.pem` en `algemeen.key` voor wie geen eigen heeft.",
        "",
    ),
    Setting("MEEDOEN_DUO_KEY", "Sleutel bij dat certificaat, een PEM-bestand.", ""),
    Setting("MEEDOEN_DUO_CA", "Wie de server van DUO waarmerkt, een PEM-bestand. Leeg: het systeem.", ""),
    Setting("MEEDOEN_DUO_TIMEOUT", "Na hoeveel seconden zonder antwoord van DUO we stoppen.", "10", _number),
    Setting(
        "MEEDOEN_DUO_CLIENT_HEADER",
        "Header waarin de eigen proxy de naam (subject) van het certificaat van DUO zet, voor "
        "`/duo/notificaties`. "
        "Leeg: wij nemen niets aan.",
        "",
    ),
    Setting(
        "MEEDOEN_BRP_URL",
        "Adres van Haal Centraal BRP bevragen v2, zonder `/personen`. Leeg: de BRP is niet aangesloten.",
        "",
        _address,
    ),
    Setting("MEEDOEN_BRP_API_KEY", "API-sleutel voor de BRP (header `X-API-KEY`).", "", secret=True),
    Setting(
        "MEEDOEN_BRP_TOKEN_URL", "Waar de BRP een token geeft (OAuth2 client credentials).", "", _address
    ),
    Setting("MEEDOEN_BRP_CLIENT_ID", "Naam van deze toepassing bij de uitgever van het token.", ""),
    Setting("MEEDOEN_BRP_CLIENT_SECRET", "Geheim bij die naam.", "", secret=True),
    Setting("MEEDOEN_BRP_SCOPE", "Scope die bij het token wordt gevraagd.", ""),
    Setting("MEEDOEN_BRP_CERT", "Ons certificaat voor de BRP (PKIoverheid), een PEM-bestand.", ""),
    Setting("MEEDOEN_BRP_KEY", "Sleutel bij dat certificaat, een PEM-bestand.", ""),
    Setting("MEEDOEN_BRP_CA", "Wie de server van de BRP waarmerkt, een PEM-bestand. Leeg: het systeem.", ""),
    Setting("MEEDOEN_BRP_TIMEOUT", "Na hoeveel seconden zonder antwoord we stoppen.", "5", _number),
    Setting(
        "MEEDOEN_BRP_DOELBINDING",
        "Doelbinding van de vraag aan de BRP, zoals uw leverancier die kent.",
        "Uitvoering Wet inburgering 2021",
        _plain,
    ),
    Setting("MEEDOEN_BRP_VERWERKING", "Verwerking in uw register, voor de BRP.", "Inburgering", _plain),
    Setting(
        "MEEDOEN_BRP_OIN", "OIN van wie vraagt, voor een gemeente zonder eigen OIN bij de DUO-koppeling.", ""
    ),
    Setting(
        "MEEDOEN_OVERDRACHT_KEY",
        "Sleutel voor de overdracht na een verhuizing: base64 van 32 bytes, de nieuwste eerst, komma "
        "ertussen. Hieruit volgen per gemeente de sleutels die een overdracht ondertekenen en openen. "
        "Leeg: alleen PDF.",
        "",
        _optional_keys,
        secret=True,
    ),
    Setting("PORT", "Poort waarop de site luistert.", "8000", _number),
]

_BY_NAME = {setting.name: setting for setting in SETTINGS}


def value(name: str) -> Any:
    """Return the value of one setting; a variable NAME_FILE may name a file that holds it.

    Raises:
        ConfigurationFault: when it is missing or wrong.
    """
    setting = _BY_NAME[name]
    text = _text(setting)
    if text is None:
        raise ConfigurationFault(f"{name} ontbreekt. {setting.meaning}")
    try:
        return setting.read(text)
    except ValueError as fault:
        raise ConfigurationFault(f"{name}: {fault}.") from fault


def faults() -> list[str]:
    """Return one Dutch line for each setting that is missing, wrong or unknown."""
    found = []
    for setting in SETTINGS:
        try:
            value(setting.name)
        except ConfigurationFault as fault:
            found.append(str(fault))
    known = {name for setting in SETTINGS for name in (setting.name, f"{setting.name}_FILE")}
    found.extend(
        f"{name} is geen instelling van Meedoen. Kijk of de naam goed is geschreven."
        for name in sorted(os.environ)
        if name.startswith("MEEDOEN_") and name not in known
    )
    return found


def _text(setting: Setting) -> str | None:
    if (text := os.environ.get(setting.name)) is not None:
        return text
    if (path := os.environ.get(f"{setting.name}_FILE")) is not None:
        try:
            return Path(path).read_text(encoding="utf-8").strip()
        except OSError as fault:
            raise ConfigurationFault(f"{setting.name}_FILE: het bestand is niet te lezen.") from fault
    return setting.default

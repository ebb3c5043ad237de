"""Who is at the door of the inbox: whether it is DUO, by the certificate that our own proxy saw."""

import re

from django.conf import settings
from django.http import HttpRequest

SERIAL = re.compile(
    r"(?<!\\)(?:^|[,+])\s*(?:serialNumber|2\.5\.4\.5)\s*=\s*(\d{20})(?=\s*(?:[,+]|$))", re.I | re.A
)
ANY_SERIAL = re.compile(r"(?:serialNumber|2\.5\.4\.5)\s*=", re.I)
OIN = re.compile(r"\d{20}", re.A)


def is_duo(request: HttpRequest) -> bool:
    """Return whether the sender showed the certificate of DUO.

    Our own proxy checks the certificate and writes its subject, or the OIN in it, in the header named by
    MEEDOEN_DUO_CLIENT_HEADER. Anybody can write a header, so it only counts when there is such a proxy
    (MEEDOEN_TRUSTED_PROXY). Without these settings nobody is DUO; in the demo everybody is.
    """
    if settings.DEMO:
        return True
    if not (settings.TRUSTED_PROXY and settings.DUO_CLIENT_HEADER and settings.DUO_OIN):
        return False
    key = "HTTP_" + settings.DUO_CLIENT_HEADER.upper().replace("-", "_")
    return oin_in(request.META.get(key, "")) == settings.DUO_OIN


def oin_in(text: str) -> str:
    """Return the OIN in a subject such as ``CN=…,serialNumber=00000001003214345000`` (RFC 2253), or alone.

    A subject that could be read in two ways (quoted, or with two serial numbers) has none.
    """
    text = text.strip()
    if OIN.fullmatch(text):
        return text
    found = SERIAL.findall(text)
    if '"' in text or len(found) != 1 or len(ANY_SERIAL.findall(text)) != 1:
        return ""
    return str(found[0])

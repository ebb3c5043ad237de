"""The keys with which gemeenten know each other: our own, derived for each gemeente, and a public pair.

Each gemeente of an installation has its own pair: Ed25519 to sign and X25519 to open
what was encrypted for her, both derived (HKDF) from the keys of the settings. The first
of the settings signs; all of them open.
"""

import base64
import binascii
import json
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings
from joserfc.jwk import OKPKey

from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.instroom.gemeenten import known

from . import strict
from .formaat import Gemeente

SLEUTELFORMAAT = "meedoen-overdracht-sleutel/1"
LARGEST = 4096
NO_KEY_FILE = "Dit is geen sleutelbestand van Meedoen. Vraag de andere gemeente om haar openbare sleutel."


@dataclass(frozen=True, kw_only=True)
class OpenbareSleutel:
    """The public keys of a gemeente, as they are sent to others: base64url of 32 bytes each."""

    formaat: str = field(metadata={"keuze": frozenset({SLEUTELFORMAAT})})
    gemeente: Gemeente
    ondertekenen: str = field(metadata={"lengte": 43})
    versleutelen: str = field(metadata={"lengte": 43})

    @property
    def vingerafdruk(self) -> str:
        """What two people compare by telephone: 64 hexadecimal characters over gemeente and both keys."""
        said = "\n".join((self.formaat, self.gemeente.code, self.ondertekenen, self.versleutelen))
        return sha256(said.encode()).hexdigest()


@dataclass(frozen=True)
class EigenSleutel:
    """Both private keys of a gemeente, and what others know of them. Never printed."""

    ondertekenen: OKPKey
    versleutelen: OKPKey
    openbaar: OpenbareSleutel

    def __repr__(self) -> str:
        """Return it without the keys: it may come in a traceback."""
        return f"EigenSleutel({self.openbaar.vingerafdruk[:8]})"


def is_on() -> bool:
    """Return whether this installation can sign; without a key only PDFs are made."""
    return bool(settings.OVERDRACHT_KEYS)


def own_keys(code: str, naam: str) -> list[EigenSleutel]:
    """Return the keys of one of our gemeenten, the newest first; none without a key in the settings."""
    return [_own(master, code, naam) for master in settings.OVERDRACHT_KEYS]


def key_file(openbaar: OpenbareSleutel) -> str:
    """Return the file with which a gemeente tells others her public keys."""
    return json.dumps(strict.write(openbaar), ensure_ascii=False, indent=2) + "\n"


def read_key_file(data: bytes) -> OpenbareSleutel:
    """Return the public keys of another gemeente.

    Raises:
        NotPossible: when it is no such file, or names no gemeente or no keys; a Dutch sentence.
    """
    if len(data) > LARGEST:
        raise NotPossible(NO_KEY_FILE)
    try:
        found = strict.read(OpenbareSleutel, strict.parse(data.decode("utf-8-sig")))
    except (UnicodeDecodeError, strict.NotAsAgreed) as fault:
        raise NotPossible(NO_KEY_FILE) from fault
    if found.gemeente.code not in known():
        raise NotPossible("In dit sleutelbestand staat geen bestaande gemeente. Vraag om een nieuw bestand.")
    try:
        decoded(found.ondertekenen, 32)
        other = X25519PublicKey.from_public_bytes(decoded(found.versleutelen, 32))
        X25519PrivateKey.generate().exchange(other)
    except ValueError as fault:
        raise NotPossible("De sleutel in dit bestand is beschadigd. Vraag om een nieuw bestand.") from fault
    return found


def decoded(text: str, length: int | None = None) -> bytes:
    """Return the bytes of base64url without padding; only the one spelling of these bytes is accepted.

    Raises:
        ValueError: for another spelling or another length.
    """
    try:
        data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (binascii.Error, ValueError) as fault:
        raise ValueError("no base64url") from fault
    if encoded(data) != text or (length is not None and len(data) != length):
        raise ValueError("no base64url of this length")
    return data


def encoded(data: bytes) -> str:
    """Return bytes as base64url without padding."""
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


@lru_cache(maxsize=256)
def _own(master: bytes, code: str, naam: str) -> EigenSleutel:
    sign = _derive(master, f"overdracht/{code}/ondertekenen")
    opens = _derive(master, f"overdracht/{code}/versleutelen")
    raw = (Encoding.Raw, PublicFormat.Raw)
    sign_public = encoded(Ed25519PrivateKey.from_private_bytes(sign).public_key().public_bytes(*raw))
    opens_public = encoded(X25519PrivateKey.from_private_bytes(opens).public_key().public_bytes(*raw))
    return EigenSleutel(
        OKPKey.import_key({"kty": "OKP", "crv": "Ed25519", "x": sign_public, "d": encoded(sign)}),
        OKPKey.import_key({"kty": "OKP", "crv": "X25519", "x": opens_public, "d": encoded(opens)}),
        OpenbareSleutel(
            formaat=SLEUTELFORMAAT,
            gemeente=Gemeente(code=code, naam=naam),
            ondertekenen=sign_public,
            versleutelen=opens_public,
        ),
    )


def _derive(master: bytes, purpose: str) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose.encode()).derive(master)

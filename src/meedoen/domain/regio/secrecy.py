"""Field encryption and blind indexes for BSN, V-nummer and health.

AES-256-GCM with a key per gemeente, derived (HKDF) from the first of
``settings.FIELD_KEYS``; older keys still open what they sealed. The associated
data names the gemeente, the field and the row, so a sealed value that is copied
to another row or gemeente does not open. A blind index is a keyed MAC per
gemeente: the same BSN has another index in another gemeente, and no index can be
computed without the key.
"""

import hmac
import os
from functools import lru_cache
from hashlib import sha256
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

_NONCE = 12


class SecretLost(ValueError):
    """Raised when no key opens a sealed value, or it was moved from its row."""


def seal(text: str, *, gemeente_id: int, field: str, row: str) -> bytes:
    """Encrypt a text for one field of one row of one gemeente."""
    nonce = os.urandom(_NONCE)
    cipher = _cipher(settings.FIELD_KEYS[0], gemeente_id)
    return nonce + cipher.encrypt(nonce, text.encode(), _place(gemeente_id, field, row))


def unseal(sealed: bytes, *, gemeente_id: int, field: str, row: str) -> str:
    """Decrypt what :func:`seal` made for the same place.

    Raises:
        SecretLost: when no configured key opens it here.
    """
    sealed = bytes(sealed)
    for key in settings.FIELD_KEYS:
        try:
            plain = _cipher(key, gemeente_id).decrypt(
                sealed[:_NONCE], sealed[_NONCE:], _place(gemeente_id, field, row)
            )
        except InvalidTag:
            continue
        return plain.decode()
    raise SecretLost(f"no key opens {field} here")


def blind_index(text: str, *, gemeente_id: int, field: str) -> str:
    """Return the search key of a sealed text: 64 hexadecimal characters."""
    return hmac.new(_index_key(gemeente_id), f"{field}:{text}".encode(), sha256).hexdigest()


def pseudonym(kind: str, key: object) -> str:
    """Return the keyed pseudonym under which the log knows a person: 32 hexadecimal characters."""
    return hmac.new(_pseudonym_key(settings.INDEX_KEY), f"{kind}:{key}".encode(), sha256).hexdigest()[:32]


class Sealed(property):
    """A text attribute of a tenant model that is stored encrypted.

    The model has ``sleutel`` (its row key), ``<name>_sealed`` (bytes) and, when it
    must be searched, ``<name>_index`` (the blind index). Set ``gemeente`` first.
    """

    def __init__(self, name: str, *, indexed: bool = False) -> None:
        def read(row: Any) -> str:
            sealed = getattr(row, f"{name}_sealed")
            if not sealed:
                return ""
            return unseal(sealed, gemeente_id=row.gemeente_id, field=name, row=str(row.sleutel))

        def write(row: Any, text: str | None) -> None:
            sealed = (
                seal(text, gemeente_id=row.gemeente_id, field=name, row=str(row.sleutel)) if text else None
            )
            setattr(row, f"{name}_sealed", sealed)
            if indexed:
                index = blind_index(text, gemeente_id=row.gemeente_id, field=name) if text else ""
                setattr(row, f"{name}_index", index)

        super().__init__(read, write)


def _place(gemeente_id: int, field: str, row: str) -> bytes:
    return f"{gemeente_id}/{field}/{row}".encode()


@lru_cache(maxsize=4096)
def _cipher(master: bytes, gemeente_id: int) -> AESGCM:
    return AESGCM(_derive(master, f"field/{gemeente_id}".encode()))


@lru_cache(maxsize=4096)
def _index_key(gemeente_id: int) -> bytes:
    return _derive(settings.INDEX_KEY, f"index/{gemeente_id}".encode())


@lru_cache(maxsize=4)
def _pseudonym_key(index_key: bytes) -> bytes:
    """Kept, because a list writes a pseudonym for each person on it."""
    return _derive(index_key, b"pseudonym")


def _derive(master: bytes, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose).derive(master)

"""The file that travels: signed by who gives, encrypted for who receives, and one spelling of it only.

Within is a JWS (Ed25519) over the pack; when the key of the receiver is known it stands in
a JWE (ECDH-ES+A256KW, A256GCM). Around it is a JSON object with one spelling: a file in
which any byte was changed is refused, also where the change would mean nothing.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from joserfc import jwe, jws
from joserfc.errors import JoseError
from joserfc.jwk import OKPKey

from meedoen.domain.dossier.actions import NotPossible

from . import strict
from .formaat import FORMAAT, Pakket
from .models import Overdrachtssleutel
from .sleutels import EigenSleutel, OpenbareSleutel, decoded

SIGN = "Ed25519"
AGREE, ENCRYPT = "ECDH-ES+A256KW", "A256GCM"
TYPE = "meedoen-overdracht+json"
LARGEST = 4 * 1024 * 1024
JWS_PARTS, JWE_PARTS = 3, 5

NOT_OURS = (
    "Dit bestand is geen overdracht van Meedoen. Kies het bestand dat de andere gemeente stuurde: de naam "
    "eindigt op .json."
)
CHANGED = (
    "Dit bestand is onderweg gewijzigd of beschadigd. Er is niets overgenomen. Vraag de andere gemeente om "
    "het opnieuw te sturen."
)
FOR_OTHERS = (
    "Dit bestand is versleuteld voor een andere gemeente, of met een oude sleutel van uw gemeente. Stuur de "
    "andere gemeente uw openbare sleutel en vraag om een nieuw bestand."
)


class Refused(NotPossible):
    """Raised when a file is not read; the text is a Dutch sentence that says what to do."""


@dataclass(frozen=True)
class Geopend:
    """A file that was read: what is in it, who signed it, and whether it was encrypted."""

    pakket: Pakket
    sleutel: Overdrachtssleutel
    versleuteld: bool


FindKey = Callable[[str], Overdrachtssleutel | None]
"""From a fingerprint to the key that is trusted for it, withdrawn ones too."""


def make_file(pakket: Pakket, own: EigenSleutel, receiver: OpenbareSleutel | None) -> str:
    """Return the file: signed, and encrypted when the keys of the receiver are given."""
    text = json.dumps(strict.write(pakket), ensure_ascii=False, sort_keys=True)
    header = {"alg": SIGN, "kid": own.openbaar.vingerafdruk, "typ": TYPE}
    inside = jws.serialize_compact(header, text.encode(), own.ondertekenen, algorithms=[SIGN])
    if receiver is not None:
        key = OKPKey.import_key({"kty": "OKP", "crv": "X25519", "x": receiver.versleutelen})
        header = {"alg": AGREE, "enc": ENCRYPT, "kid": receiver.vingerafdruk, "cty": TYPE}
        inside = jwe.encrypt_compact(header, inside.encode(), key, algorithms=[AGREE, ENCRYPT])
    return _spelled(inside)


def open_file(data: bytes, *, own: Sequence[EigenSleutel], code: str, trusted: FindKey, on: date) -> Geopend:
    """Return what is in a file, when it is for this gemeente, whole, and signed by who is trusted.

    Args:
        data: the bytes as received.
        own: keys of the gemeente that receives.
        code: her CBS code.
        trusted: finds the key of a fingerprint.
        on: today.

    Raises:
        Refused: in every other case, with a Dutch sentence.
    """
    inside = _inside(data)
    encrypted = inside.count(".") == JWE_PARTS - 1
    if encrypted:
        inside = _decrypted(inside, own)
    pakket, key = _verified(inside, trusted)
    _check_place_and_time(pakket, key, code, on)
    return Geopend(pakket, key, encrypted)


def _spelled(inside: str) -> str:
    return json.dumps({"formaat": FORMAAT, "inhoud": inside}, indent=1) + "\n"


def _inside(data: bytes) -> str:
    if not data.strip():
        raise Refused("Het bestand is leeg. Kies het bestand dat de andere gemeente stuurde.")
    if len(data) > LARGEST:
        raise Refused(f"Het bestand is groter dan {LARGEST // 1024 // 1024} MB. {NOT_OURS}")
    if data.startswith(b"%PDF-"):
        raise Refused("Dit is de PDF. Kies het andere bestand: de naam eindigt op .json.")
    try:
        around = strict.parse(data.decode("ascii"))
    except (UnicodeDecodeError, strict.NotAsAgreed) as fault:
        raise Refused(NOT_OURS) from fault
    formaat = around.get("formaat") if isinstance(around, dict) else None
    if not isinstance(formaat, str) or not formaat.startswith(FORMAAT.partition("/")[0]):
        raise Refused(NOT_OURS)
    if formaat != FORMAAT:
        raise Refused(
            f"Dit bestand heeft de vorm «{formaat[:40]}»; deze Meedoen leest «{FORMAAT}». Vraag uw beheerder "
            "om Meedoen bij te werken, of vraag de andere gemeente om de PDF."
        )
    inside = around.get("inhoud")
    if not isinstance(inside, str) or _spelled(inside).encode() != data:
        raise Refused(CHANGED)
    parts = inside.split(".")
    if len(parts) not in {JWS_PARTS, JWE_PARTS}:
        raise Refused(CHANGED)
    for part in parts:
        try:
            decoded(part)
        except ValueError as fault:
            raise Refused(CHANGED) from fault
    return inside


def _decrypted(inside: str, own: Sequence[EigenSleutel]) -> str:
    header = _header(inside)
    if set(header) != {"alg", "enc", "kid", "cty", "epk"}:
        raise Refused(CHANGED)
    mine = next((key for key in own if key.openbaar.vingerafdruk == header["kid"]), None)
    if mine is None:
        raise Refused(FOR_OTHERS)
    try:
        found = jwe.decrypt_compact(inside, mine.versleutelen, algorithms=[AGREE, ENCRYPT])
        text = (found.plaintext or b"").decode("ascii")
    except (JoseError, ValueError, TypeError, KeyError, AttributeError) as fault:
        raise Refused(CHANGED) from fault
    if text.count(".") != JWS_PARTS - 1:
        raise Refused(CHANGED)
    return text


def _verified(inside: str, trusted: FindKey) -> tuple[Pakket, Overdrachtssleutel]:
    header = _header(inside)
    if set(header) != {"alg", "kid", "typ"} or header["typ"] != TYPE or not isinstance(header["kid"], str):
        raise Refused(CHANGED)
    key = trusted(header["kid"])
    if key is None:
        raise Refused(
            "Dit bestand is ondertekend met een sleutel die uw gemeente niet vertrouwt. Vraag uw beheerder "
            "om de openbare sleutel van de andere gemeente toe te voegen, of vraag die gemeente om de PDF."
        )
    if key.ingetrokken_on is not None:
        raise Refused(
            f"Dit bestand is ondertekend met een sleutel van {key.andere_naam} die is ingetrokken. Vraag die "
            "gemeente om een nieuw bestand met haar nieuwe sleutel."
        )
    public = OKPKey.import_key({"kty": "OKP", "crv": "Ed25519", "x": key.ondertekenen})
    try:
        payload = jws.deserialize_compact(inside, public, algorithms=[SIGN]).payload
    except (JoseError, ValueError, TypeError, KeyError) as fault:
        raise Refused(CHANGED) from fault
    try:
        pakket = strict.read(Pakket, strict.parse(payload.decode()))
        UUID(pakket.nummer)
    except (ValueError, UnicodeDecodeError) as fault:
        what = f" ({fault})" if isinstance(fault, strict.NotAsAgreed) else ""
        raise Refused(
            f"Dit bestand komt van {key.andere_naam}, maar de inhoud is niet zoals afgesproken{what}. Vraag "
            "die gemeente om de PDF."
        ) from fault
    return pakket, key


def _check_place_and_time(pakket: Pakket, key: Overdrachtssleutel, code: str, on: date) -> None:
    if pakket.van.code != key.andere_code:
        raise Refused(
            f"Dit bestand zegt dat het van {pakket.van.naam} komt, maar is ondertekend door "
            f"{key.andere_naam}. Er is niets overgenomen. Bel de gemeente die het stuurde."
        )
    if pakket.naar.code != code:
        raise Refused(
            f"Dit bestand is voor de gemeente {pakket.naar.naam}, niet voor uw gemeente. Er is niets "
            "overgenomen. Laat de gemeente die het stuurde weten dat het verkeerd aankwam."
        )
    if pakket.geldig_tot_en_met < on:
        raise Refused(
            f"Dit bestand was geldig tot en met {pakket.geldig_tot_en_met:%d-%m-%Y}. De gegevens kunnen "
            "intussen zijn veranderd. Vraag de andere gemeente om een nieuw bestand."
        )


def _header(inside: str) -> dict[str, Any]:
    try:
        header = strict.parse(decoded(inside.partition(".")[0]).decode())
    except (ValueError, UnicodeDecodeError) as fault:
        raise Refused(CHANGED) from fault
    if not isinstance(header, dict):
        raise Refused(CHANGED)
    return header

"""Our certificate for DUO (PKIoverheid, private root): which files, and what is wrong with them."""

import ssl
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_private_key
from cryptography.x509.oid import NameOID
from django.conf import settings
from django.utils.timezone import localdate

SOON = timedelta(days=60)
"""How long before its end a certificate is spoken of: asking for a new one takes weeks."""
GENERAL = "algemeen"
"""In a folder: the certificate of who has none of its own."""


class Unreadable(Exception):
    """A file that is not what it should be; says in Dutch which and why."""


@dataclass(frozen=True, slots=True)
class Certificaat:
    """What a certificate says.

    Attributes:
        oin: the serialNumber of its subject; empty when it has none.
        issuer: who gave it (the common name).
        since, until: between which moments it may be used.
        file: its name, without the folder.
    """

    oin: str
    issuer: str
    since: datetime
    until: datetime
    file: str


def files_of(oin: str) -> tuple[Path, Path] | None:
    """Return certificate and key of a gemeente: its own, named by its OIN, or else the general ones."""
    cert, key = settings.DUO_CERT, settings.DUO_KEY
    if not cert:
        return None
    folder = Path(cert)
    if not folder.is_dir():
        return folder, Path(key or cert)
    for name in (oin, GENERAL):
        if name and (folder / f"{name}.pem").exists():
            return folder / f"{name}.pem", folder / f"{name}.key"
    return None


def stamp(oin: str) -> tuple[object, ...]:
    """Return what changes when the files of a gemeente, or the authority of DUO, are replaced.

    Raises:
        OSError: when a file is missing.
    """
    files = [*(files_of(oin) or ()), *([Path(settings.DUO_CA)] if settings.DUO_CA else [])]
    return tuple((str(file), file.stat().st_mtime_ns) for file in files)


def tls_context(oin: str) -> ssl.SSLContext:
    """Return TLS with our certificate; the chain and the name of DUO's server are always checked.

    Raises:
        OSError: when a file is missing or cannot be used.
    """
    context = ssl.create_default_context(cafile=settings.DUO_CA or None)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if (files := files_of(oin)) is not None:
        # With a password a key cannot be used; without this, OpenSSL would ask for it at the keyboard.
        context.load_cert_chain(*map(str, files), password="")
    return context


def certificaat_of(oin: str) -> Certificaat | None:
    """Return what the certificate for a gemeente says; None when there is none.

    Raises:
        Unreadable: when the file holds no certificate.
    """
    files = files_of(oin)
    return None if files is None else _described(_certificate(files[0]), files[0])


def faults(oin: str, at: datetime) -> list[str]:
    """Return everything to say of the certificate for one gemeente, in Dutch; empty is all right.

    Args:
        oin: of the gemeente.
        at: the moment, with its time zone.
    """
    return broken(oin, at) or remarks(oin, at)


def broken(oin: str, at: datetime) -> list[str]:
    """Return why DUO cannot be reached with this certificate, in Dutch; empty when it can be used."""
    files = files_of(oin)
    if files is None:
        return ["Er is geen certificaat voor DUO (MEEDOEN_DUO_CERT)."]
    try:
        certificate, key = _certificate(files[0]), _key(files[1])
    except Unreadable as fault:
        return [str(fault)]
    found, said = [], _described(certificate, files[0])
    if at < said.since:
        found.append("Het certificaat voor DUO geldt nog niet.")
    if at > said.until:
        found.append(
            f"Het certificaat voor DUO is verlopen op {_day(said.until)}. Vraag een nieuw certificaat aan."
        )
    if _public(key) != _public(certificate):
        found.append("De sleutel hoort niet bij het certificaat voor DUO.")
    return found


def remarks(oin: str, at: datetime) -> list[str]:
    """Return what to look at while a certificate can still be used, in Dutch.

    Raises:
        Unreadable: when the file holds no certificate.
    """
    said = certificaat_of(oin)
    if said is None:
        return []
    found = []
    if said.until - at < SOON:
        found.append(
            f"Het certificaat voor DUO verloopt op {_day(said.until)}. Vraag nu een nieuw certificaat aan."
        )
    if not said.oin:
        found.append("In het certificaat voor DUO staat geen OIN. DUO herkent de gemeente daar niet aan.")
    elif oin and said.oin != oin:
        found.append(
            f"Het certificaat voor DUO is van OIN {said.oin}, de gemeente heeft OIN {oin}. Dat kan alleen "
            "als een ander voor de gemeente mag aansluiten en DUO dat weet."
        )
    return found


def _certificate(file: Path) -> x509.Certificate:
    try:
        return x509.load_pem_x509_certificate(file.read_bytes())
    except (OSError, ValueError):
        text = f"Het certificaat {file.name} is niet te lezen. Het moet een PEM-bestand zijn."
        raise Unreadable(text) from None


def _key(file: Path) -> PrivateKeyTypes:
    try:
        return load_pem_private_key(file.read_bytes(), password=None)
    except (OSError, ValueError, TypeError):
        text = f"De sleutel {file.name} is niet te lezen. Hij moet in PEM staan, zonder wachtwoord."
        raise Unreadable(text) from None


def _described(certificate: x509.Certificate, file: Path) -> Certificaat:
    return Certificaat(
        oin=_first(certificate.subject, NameOID.SERIAL_NUMBER),
        issuer=_first(certificate.issuer, NameOID.COMMON_NAME),
        since=certificate.not_valid_before_utc,
        until=certificate.not_valid_after_utc,
        file=file.name,
    )


def _first(name: x509.Name, kind: x509.ObjectIdentifier) -> str:
    found = name.get_attributes_for_oid(kind)
    return str(found[0].value) if found else ""


def _public(holder: x509.Certificate | PrivateKeyTypes) -> bytes:
    return holder.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def _day(moment: datetime) -> str:
    return localdate(moment).strftime("%d-%m-%Y")

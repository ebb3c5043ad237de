"""Our certificate for DUO (PKIoverheid, private root): which files, and what is wrong with them."""

import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_private_key
from cryptography.x509.oid import NameOID
from django.conf import settings

SOON = timedelta(days=60)
"""How long before its end a certificate is spoken of: asking for a new one takes weeks."""


def files_of(oin: str) -> tuple[Path, Path] | None:
    """Return certificate and key of a gemeente: its own, named by its OIN, or else the general ones."""
    cert, key = settings.DUO_CERT, settings.DUO_KEY
    if not cert:
        return None
    folder = Path(cert)
    if folder.is_dir():
        own = folder / f"{oin}.pem", folder / f"{oin}.key"
        return own if own[0].exists() else None
    return folder, Path(key or cert)


def tls_context(oin: str) -> ssl.SSLContext:
    """Return TLS with our certificate; the chain and the name of DUO's server are always checked.

    Raises:
        OSError: when a file is missing or cannot be used.
    """
    context = ssl.create_default_context(cafile=settings.DUO_CA or None)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if (files := files_of(oin)) is not None:
        context.load_cert_chain(*map(str, files))
    return context


def oin_of(certificate: x509.Certificate) -> str:
    """Return the OIN in a certificate: the serialNumber of its subject; "" when it has none."""
    found = certificate.subject.get_attributes_for_oid(NameOID.SERIAL_NUMBER)
    return str(found[0].value) if found else ""


def faults(oin: str, at: datetime) -> list[str]:
    """Return what is wrong with the certificate for one gemeente, in Dutch; empty is all right.

    Args:
        oin: of the gemeente. A regional service may use one certificate with an OIN of its own for many.
        at: the moment, with its time zone.
    """
    files = files_of(oin)
    if files is None:
        return ["Er is geen certificaat voor DUO (MEEDOEN_DUO_CERT)."]
    cert_file, key_file = files
    try:
        certificate = x509.load_pem_x509_certificate(cert_file.read_bytes())
    except (OSError, ValueError):
        return [f"Het certificaat {cert_file.name} is niet te lezen. Het moet een PEM-bestand zijn."]
    return [*_validity(certificate, at), *_key(certificate, key_file)]


def _validity(certificate: x509.Certificate, at: datetime) -> list[str]:
    until = certificate.not_valid_after_utc
    day = until.astimezone(UTC).strftime("%d-%m-%Y")
    if at < certificate.not_valid_before_utc:
        return ["Het certificaat voor DUO geldt nog niet."]
    if at > until:
        return [f"Het certificaat voor DUO is verlopen op {day}. Vraag een nieuw certificaat aan."]
    if until - at < SOON:
        return [f"Het certificaat voor DUO verloopt op {day}. Vraag nu een nieuw certificaat aan."]
    return []


def _key(certificate: x509.Certificate, key_file: Path) -> list[str]:
    try:
        key = load_pem_private_key(key_file.read_bytes(), password=None)
    except (OSError, ValueError, TypeError):
        return [f"De sleutel {key_file.name} is niet te lezen. Hij moet in PEM staan, zonder wachtwoord."]
    spki = Encoding.DER, PublicFormat.SubjectPublicKeyInfo
    if key.public_key().public_bytes(*spki) != certificate.public_key().public_bytes(*spki):
        return ["De sleutel hoort niet bij het certificaat voor DUO."]
    return []

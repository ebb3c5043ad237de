"""What is said of a certificate before DUO refuses it."""

from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from cryptography.x509.oid import NameOID

from meedoen.integrations.duo import certificates

OIN, OTHER = "00000001003214345000", "00000001003214345111"
NOW = datetime(2026, 4, 1, tzinfo=UTC)
WITHIN = "In het certificaat voor DUO staat geen OIN. DUO herkent de gemeente daar niet aan."


def written(
    folder, name, *, oin=OIN, since=NOW - timedelta(days=1), until=NOW + timedelta(days=365), key=None
):
    """Write a certificate as PKIoverheid gives them (OIN in the serialNumber of the subject), and its key."""
    own = ec.generate_private_key(ec.SECP256R1())
    subject = [x509.NameAttribute(NameOID.COMMON_NAME, "meedoen.example")]
    if oin:
        subject.append(x509.NameAttribute(NameOID.SERIAL_NUMBER, oin))
    issuer = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Voorbeeld Private Services CA")])
    made = x509.CertificateBuilder(issuer, x509.Name(subject), own.public_key(), 1, since, until)
    pem = made.sign(own, hashes.SHA256()).public_bytes(Encoding.PEM)
    (folder / f"{name}.pem").write_bytes(pem)
    (folder / f"{name}.key").write_bytes(pem_of(key or own))


def pem_of(key, how=None):
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, how or NoEncryption())


@pytest.fixture
def made(settings, tmp_path):
    """Make a certificate and name it in the settings."""

    def make(**what):
        written(tmp_path, "own", **what)
        settings.DUO_CERT, settings.DUO_KEY = str(tmp_path / "own.pem"), str(tmp_path / "own.key")

    return make


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (-1, "Het certificaat voor DUO is verlopen op 31-03-2026. Vraag een nieuw certificaat aan."),
        (59, "Het certificaat voor DUO verloopt op 30-05-2026. Vraag nu een nieuw certificaat aan."),
        (60, None),
    ],
)
def test_the_end_of_a_certificate_is_said_in_time(made, days, said):
    made(since=NOW - timedelta(days=400), until=NOW + timedelta(days=days))
    assert certificates.faults(OIN, NOW) == ([said] if said else [])
    assert certificates.broken(OIN, NOW) == ([said] if days < 0 else [])


def test_without_a_certificate_that_is_what_is_said(settings):
    settings.DUO_CERT = ""
    assert certificates.faults(OIN, NOW) == ["Er is geen certificaat voor DUO (MEEDOEN_DUO_CERT)."]
    assert certificates.certificaat_of(OIN) is None
    assert certificates.remarks(OIN, NOW) == []


def test_the_key_of_another_certificate_does_not_fit(made):
    made(key=ec.generate_private_key(ec.SECP256R1()))
    assert certificates.faults(OIN, NOW) == ["De sleutel hoort niet bij het certificaat voor DUO."]


def test_a_certificate_of_tomorrow_is_of_no_use_today(made):
    made(since=NOW + timedelta(days=1))
    assert certificates.faults(OIN, NOW) == ["Het certificaat voor DUO geldt nog niet."]


def test_several_faults_are_said_together(made):
    made(
        since=NOW - timedelta(days=9),
        until=NOW - timedelta(days=1),
        key=ec.generate_private_key(ec.SECP256R1()),
    )
    assert len(certificates.broken(OIN, NOW)) == 2


@pytest.mark.parametrize("text", ["geen certificaat", ""])
def test_a_file_that_holds_no_certificate_is_named(made, tmp_path, text):
    made()
    (tmp_path / "own.pem").write_text(text)
    assert certificates.faults(OIN, NOW) == [
        "Het certificaat own.pem is niet te lezen. Het moet een PEM-bestand zijn."
    ]
    (tmp_path / "own.pem").unlink()
    assert certificates.faults(OIN, NOW) == [
        "Het certificaat own.pem is niet te lezen. Het moet een PEM-bestand zijn."
    ]


def test_a_key_behind_a_password_cannot_be_used_and_nobody_is_asked_for_it(made, tmp_path):
    made()
    locked = pem_of(ec.generate_private_key(ec.SECP256R1()), BestAvailableEncryption(b"geheim"))
    (tmp_path / "own.key").write_bytes(locked)
    assert certificates.faults(OIN, NOW) == [
        "De sleutel own.key is niet te lezen. Hij moet in PEM staan, zonder wachtwoord."
    ]
    with pytest.raises(OSError):
        certificates.tls_context(OIN)


def test_a_certificate_of_another_oin_can_be_right_and_is_told(made):
    made(oin=OTHER)
    assert certificates.broken(OIN, NOW) == []
    (said,) = certificates.faults(OIN, NOW)
    assert said.startswith(f"Het certificaat voor DUO is van OIN {OTHER}, de gemeente heeft OIN {OIN}.")
    assert certificates.faults(OTHER, NOW) == []


def test_a_certificate_without_oin_is_told(made):
    made(oin="")
    assert certificates.faults(OIN, NOW) == [WITHIN]


def test_a_certificate_says_of_whom_it_is_who_gave_it_and_until_when(made):
    made()
    assert certificates.certificaat_of(OIN) == certificates.Certificaat(
        oin=OIN,
        issuer="Voorbeeld Private Services CA",
        since=NOW - timedelta(days=1),
        until=NOW + timedelta(days=365),
        file="own.pem",
    )


def test_in_a_folder_each_gemeente_has_its_own_and_the_others_the_general_one(settings, tmp_path):
    settings.DUO_CERT = str(tmp_path)
    written(tmp_path, OIN)
    assert certificates.files_of(OTHER) is None
    written(tmp_path, "algemeen", oin="")
    assert certificates.files_of(OIN) == (tmp_path / f"{OIN}.pem", tmp_path / f"{OIN}.key")
    assert certificates.files_of(OTHER) == (tmp_path / "algemeen.pem", tmp_path / "algemeen.key")

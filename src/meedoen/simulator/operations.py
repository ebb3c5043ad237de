"""The operations that DUO publishes for gemeenten, as one table: address, version, success, body.

Facts of the twelve interfaces of June 2026 (names, addresses, versions, statuses), in words of our own.
"""

import re
from dataclasses import dataclass
from functools import cached_property

SENDER_UNKNOWN_401 = frozenset({"uren-raadplegen"})
"""Only here DUO publishes 401 for a sender it does not know; elsewhere that is 403."""


@dataclass(frozen=True)
class Operation:
    """One operation of an interface. `says_why`: a refusal (403) carries a list of fouttekst."""

    name: str
    interface: str
    version: str
    method: str
    path: str
    success: int = 200
    shape: str = ""
    says_why: bool = False

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The address as a pattern; before it the major version (`/v1`) and any path of a proxy."""
        path = re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", self.path)
        return re.compile(rf"(?:/[\w.-]+)*?(?:/v\d+)?{path}/?")

    @property
    def changes(self) -> bool:
        """Whether the operation tells DUO something (and so must not be processed twice)."""
        return self.method != "GET"

    @property
    def unknown_sender(self) -> int:
        """The status for a sender that DUO does not know."""
        return 401 if self.name in SENDER_UNKNOWN_401 else 403


def _interface(name: str, version: str, *rows: tuple[str, str, str, int, str, bool]) -> list[Operation]:
    return [Operation(row[0], name, version, *row[1:]) for row in rows]


_PERSON = "/personen/{bsn}"
_CONTACT = "/contactpersonen/{id}"
_AANBOD = _PERSON + "/Inburgeringsaanbod/{instellingsnummer}"

OPERATIONS: tuple[Operation, ...] = (
    *_interface(
        "Inburgeringsplicht",
        "1.2.2",
        ("inburgeringsplicht", "GET", f"{_PERSON}/inburgeringsplicht", 200, "", False),
        ("inburgeringsplicht-historie", "GET", f"{_PERSON}/inburgeringsplicht/historie", 200, "", False),
        ("doelgroep", "GET", f"{_PERSON}/doelgroep", 200, "", False),
        ("doelgroep-historie", "GET", f"{_PERSON}/doelgroep/historie", 200, "", False),
    ),
    *_interface(
        "Inburgeringstermijn",
        "1.0.0",
        ("inburgeringstermijn", "GET", f"{_PERSON}/inburgeringstermijn", 200, "", False),
        ("inburgeringstermijn-historie", "GET", f"{_PERSON}/inburgeringstermijn/historie", 200, "", False),
        ("verlengingsgronden", "GET", "/verlengingsgronden", 200, "", False),
    ),
    *_interface(
        "Leerbaarheidstoets",
        "1.2.0",
        ("lbt-examennummer", "GET", f"{_PERSON}/lbt/examennummer", 200, "", False),
        ("lbt-overslaan", "DELETE", f"{_PERSON}/lbt/examennummer", 200, "", False),
        ("lbt-resultaten", "GET", f"{_PERSON}/lbt/resultaten", 200, "", False),
    ),
    *_interface(
        "Vrijstelling", "1.0.0", ("vrijstellingen", "GET", f"{_PERSON}/vrijstellingen", 200, "", False)
    ),
    *_interface("Ontheffing", "1.0.0", ("ontheffingen", "GET", f"{_PERSON}/ontheffingen", 200, "", False)),
    *_interface(
        "PIP",
        "1.2.0",
        ("pip-raadplegen", "GET", f"{_PERSON}/PIP", 200, "", False),
        ("pip", "POST", f"{_PERSON}/PIP", 201, "pip", True),
        ("pip-verwijderen", "DELETE", f"{_PERSON}/PIP", 200, "", True),
    ),
    *_interface(
        "Contactpersoon",
        "1.0.0",
        ("contactpersoon-maken", "POST", "/contactpersonen", 201, "contactpersoon", True),
        ("contactpersoon-wijzigen", "PUT", _CONTACT, 200, "contactpersoon", True),
        ("contactpersoon-verwijderen", "DELETE", _CONTACT, 200, "", False),
        ("contactpersoon-koppelen", "POST", f"{_CONTACT}{_PERSON}", 201, "", False),
        ("contactpersoon-ontkoppelen", "DELETE", f"{_CONTACT}{_PERSON}", 200, "", False),
    ),
    *_interface(
        "Inburgeringsaanbod",
        "1.2.0",
        ("instellingen", "GET", "/instellingen", 200, "", False),
        ("aanbod", "POST", _AANBOD, 201, "aanbod", True),
        ("aanbod-verwijderen", "DELETE", _AANBOD, 204, "", True),
    ),
    *_interface(
        "MAP, PVT en Z-route",
        "1.0.0",
        ("map-raadplegen", "GET", f"{_PERSON}/map", 200, "", False),
        ("map", "PUT", f"{_PERSON}/map", 200, "map", True),
        ("pvt-raadplegen", "GET", f"{_PERSON}/pvt", 200, "", False),
        ("pvt", "PUT", f"{_PERSON}/pvt", 200, "pvt", True),
        ("zroute", "PUT", f"{_PERSON}/zroute", 200, "zroute", True),
    ),
    *_interface(
        "Gevolgde Uren",
        "1.0.0",
        ("uren-raadplegen", "GET", f"{_PERSON}/uren", 200, "", False),
        ("uren-taallesknm", "PUT", f"{_PERSON}/uren/bredeintake/taallesknm", 200, "uren", False),
        (
            "uren-participatieactiviteiten",
            "PUT",
            f"{_PERSON}/uren/participatieactiviteiten",
            200,
            "uren",
            False,
        ),
        ("uren-participatietaalles", "PUT", f"{_PERSON}/uren/participatietaalles", 200, "uren", False),
    ),
    *_interface(
        "Examen",
        "1.0.0",
        ("examenresultaten", "GET", f"{_PERSON}/examens/resultaten", 200, "", False),
        ("gratispogingen", "GET", f"{_PERSON}/examens/gratispogingen", 200, "", False),
    ),
)

BY_NAME = {operation.name: operation for operation in OPERATIONS}


def find(method: str, path: str) -> tuple[Operation | None, dict[str, str], bool]:
    """Return the operation at an address with the parts of it, and whether the address exists at all."""
    known = False
    for operation in OPERATIONS:
        if match := operation.pattern.fullmatch(path):
            if operation.method == method:
                return operation, match.groupdict(), True
            known = True
    return None, {}, known

"""The parts that letters share: addressee, contact, signature, free text with its checked translation."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

Leerroute = Literal["b1", "onderwijsroute", "z"]
LEERROUTES: tuple[Leerroute, ...] = ("onderwijsroute", "b1", "z")


@dataclass(frozen=True, kw_only=True, slots=True)
class Vertaling:
    """A translation of a free text; only one that a person has checked is printed."""

    text: str
    status: Literal["concept", "nagekeken", "vastgesteld"]
    checked_by: str = ""
    checked_on: date | None = None

    @property
    def is_checked(self) -> bool:
        """Whether this translation may stand in a letter."""
        return self.status in ("nagekeken", "vastgesteld") and bool(self.text.strip())


@dataclass(frozen=True, kw_only=True, slots=True)
class VrijeTekst:
    """A text that a person of the gemeente wrote in Dutch, with translations by language code.

    Line breaks are kept; nothing in the text is read as markup.
    """

    nl: str
    vertalingen: Mapping[str, Vertaling] = field(default_factory=dict)

    def checked(self, taal: str) -> Vertaling | None:
        """The checked translation in `taal`, or None."""
        found = self.vertalingen.get(taal)
        return found if found and found.is_checked else None


@dataclass(frozen=True, kw_only=True, slots=True)
class Geadresseerde:
    """To whom the letter goes. `aanhef` is the name used after "Beste"; empty means `naam`.

    `aanhef_vertaling` is the name in the salutation beside it, without a Dutch "mevrouw" or "heer"; empty
    means the same as in Dutch.
    `geboren_on` and `v_nummer` identify the person in a decision. There is no place for a BSN.
    """

    naam: str
    adresregels: tuple[str, ...] = ()
    aanhef: str = ""
    aanhef_vertaling: str = ""
    geboren_on: date | None = None
    v_nummer: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Contactpersoon:
    """Whom the person can call or write."""

    naam: str
    functie: str = ""
    telefoon: str = ""
    email: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Ondertekenaar:
    """Who signs, on behalf of the college."""

    naam: str
    functie: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Artikel:
    """An article that the letter rests on, and in a few Dutch words what it is about."""

    citation: str
    waarover: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Briefhoofd:
    """What every letter has: its date (dagtekening), reference, addressee, contact and signature."""

    dated_on: date
    kenmerk: str
    geadresseerde: Geadresseerde
    contactpersoon: Contactpersoon
    ondertekenaar: Ondertekenaar


@dataclass(frozen=True, kw_only=True, slots=True)
class Intensiteit:
    """How much: `uren` in total, `uren_per_week`, and an explanation. All may be absent."""

    uren: int | Decimal | None = None
    uren_per_week: int | Decimal | None = None
    toelichting: VrijeTekst | None = None

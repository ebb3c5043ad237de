"""The PIP as a decision: what the letter holds (art. 15 Wet inburgering 2021, art. 5.3 Besluit).

Everything computed (deadlines, their reasons and articles) is passed in; this module decides nothing.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from meedoen.documents.parts import Artikel, Briefhoofd, Intensiteit, Leerroute, VrijeTekst

Post = Literal["huur", "gas", "water", "stroom", "zorgverzekering"]
POSTEN: tuple[Post, ...] = ("huur", "gas", "water", "stroom", "zorgverzekering")


@dataclass(frozen=True, kw_only=True, slots=True)
class RouteAfweging:
    """What law and facts say for and against one leerroute, and what the college concludes."""

    leerroute: Leerroute
    voor: tuple[VrijeTekst, ...] = ()
    tegen: tuple[VrijeTekst, ...] = ()
    conclusie: VrijeTekst | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Afspraak:
    """An agreement: who does what, by when, in how many hours, and what the inburgeraar may expect.

    `partner` is the name of the organisation when `eigenaar` is "partner".
    """

    eigenaar: Literal["inburgeraar", "gemeente", "partner"]
    wat: VrijeTekst
    partner: str = ""
    starts_on: date | None = None
    uiterlijk_on: date | None = None
    uren: int | Decimal | None = None
    uren_per_week: int | Decimal | None = None
    verwachting: VrijeTekst | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Ontzorgen:
    """The gemeente pays fixed costs from the bijstand (art. 56a Participatiewet), last day included."""

    starts_on: date
    last_day_on: date
    posten: tuple[Post, ...] = POSTEN
    toelichting: VrijeTekst | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Termijn:
    """The inburgeringstermijn, last day included, with the Dutch reasons and citations of its computation."""

    starts_on: date
    last_day_on: date
    sentences: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Bezwaar:
    """The last day on which an objection is in time, with the Dutch reasons and citations."""

    last_day_on: date
    sentences: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class PIPBeschikking:
    """The decision that establishes a PIP.

    `hoofd.dated_on` is the dagtekening. `niveau` is the language level ("B1", "A2"), empty when none is set.
    `map` is None only in the onderwijsroute (art. 8, third paragraph). `vervangt_pip_of_on` is the date of
    the PIP that this one replaces. `is_concept` prints that it is no decision yet.
    """

    hoofd: Briefhoofd
    leerroute: Leerroute
    motivering: VrijeTekst
    intensiteit: Intensiteit
    pvt: Intensiteit
    map: Intensiteit | None
    voortgangsgesprekken: int
    termijn: Termijn
    bezwaar: Bezwaar
    niveau: str = ""
    afwegingen: tuple[RouteAfweging, ...] = ()
    ondersteuning: tuple[VrijeTekst, ...] = ()
    voortgang_toelichting: VrijeTekst | None = None
    vve: tuple[VrijeTekst, ...] = ()
    participatiewet: tuple[VrijeTekst, ...] = ()
    ontzorgen: Ontzorgen | None = None
    afspraken: tuple[Afspraak, ...] = ()
    artikelen: tuple[Artikel, ...] = ()
    vervangt_pip_of_on: date | None = None
    alfabetisering: bool = False
    opleiding_afmaken: bool = False
    is_concept: bool = False

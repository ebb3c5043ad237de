"""What DUO accepts, written again from what DUO publishes: per message, condition and fouttekst.

Apart from `meedoen.law` on purpose: where the two differ, a message of Meedoen is refused and somebody looks.
Source: README of DUO's repository `gemeente-m2m-inburgering` (11 June 2026); where DUO names no condition
(Z-route, hours) the reading stands beside it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from meedoen.simulator.dates import add_months, day

Json = dict[str, Any]


@dataclass(frozen=True)
class Case:
    """A message as it came in, and what DUO knows at that moment."""

    person: Json
    gemeentecode: str
    body: Json
    today: date
    instelling: Json | None = None

    def sent(self, field: str) -> date | None:
        """Return a date of the message."""
        return day(self.body.get(field))

    @property
    def pip(self) -> Json | None:
        """The current PIP (with its gemeentecode)."""
        return self.person["pips"][-1] if self.person["pips"] else None

    @property
    def own_pip(self) -> bool:
        """Whether the current PIP is of the gemeente that sends."""
        return self.pip is not None and self.pip["gemeentecode"] == self.gemeentecode

    @property
    def route(self) -> str | None:
        """The leerroute of the current PIP: B, O or Z."""
        return self.pip["pip"]["leerroute"] if self.pip else None

    @property
    def asiel(self) -> bool:
        """Whether DUO treats the person as an asielstatushouder."""
        return (self.person["doelgroep"] or {}).get("indeling") == "Asielstatushouder"

    @property
    def start_plicht(self) -> date | None:
        """The begin of the inburgeringsplicht."""
        return day((self.person["inburgeringsplicht"] or {}).get("begindatum"))

    @property
    def start_termijn(self) -> date | None:
        """The first day of the inburgeringstermijn."""
        return day((self.person["inburgeringstermijn"] or {}).get("startdatum"))

    @property
    def end_termijn(self) -> date | None:
        """The day after the last one of the inburgeringstermijn."""
        return day((self.person["inburgeringstermijn"] or {}).get("einddatum"))


Condition = tuple[Callable[[Case], bool], str]
"""A test that is met or not, and what DUO answers when it is not."""


def _not_before(one: date | None, other: date | None) -> bool:
    """Nothing to compare is no objection."""
    return one is None or other is None or one >= other


def _dagtekening(case: Case) -> date | None:
    return case.sent("dagtekeningPip")


def _signed(pip: Json) -> date | None:
    return day(pip["pip"]["dagtekeningPip"])


def _not_before_settlement(case: Case) -> bool:
    """Who is in a site of COA has not settled yet; of who moved away the settlement here is not kept."""
    person = case.person
    if case.gemeentecode not in (person["gemeente"], person["gekoppeld"]):
        return True
    settled = day(person["vestiging"])
    return settled is not None and _not_before(_dagtekening(case), settled)


def _level(route: str, level: str) -> Callable[[Case], bool]:
    return lambda case: (case.body["leerroute"], case.body.get("niveau")) != (route, level)


PIP: Sequence[Condition] = (
    (lambda c: c.start_plicht is not None, "De persoon heeft geen inburgeringsplicht."),
    (
        lambda c: _not_before(_dagtekening(c), c.start_plicht),
        "De dagtekening ligt voor de start van de inburgeringsplicht.",
    ),
    (
        lambda c: not c.pip or _not_before(_dagtekening(c), _signed(c.person["pips"][0])),
        "De dagtekening ligt voor de dagtekening van het eerste PIP.",
    ),
    (
        lambda c: not c.pip or _not_before(_dagtekening(c), _signed(c.pip)),
        "De dagtekening ligt voor de dagtekening van het actuele PIP.",
    ),
    (
        _not_before_settlement,
        "De dagtekening ligt voor de vestiging van de inburgeraar in de gemeente.",
    ),
    (_level("O", "A2"), "Niveau A2 kan niet samen met de onderwijsroute."),
    (_level("Z", "B1"), "Niveau B1 kan niet samen met de Z-route."),
    (
        lambda c: bool(c.pip) or _level("B", "A2")(c),
        "Niveau A2 kan niet samen met de B1-route in het eerste PIP van de persoon.",
    ),
    (
        lambda c: "geschatteIntensiteitB1Route" not in c.body or (c.body["leerroute"] == "B" and c.asiel),
        "De geschatte intensiteit hoort alleen bij de B1-route van een asielmigrant.",
    ),
)

PIP_VERWIJDEREN: Sequence[Condition] = (
    (lambda c: c.own_pip, "Het actuele PIP is niet van uw gemeente."),
    (lambda c: not c.person["inburgeringstermijn"], "De inburgeringstermijn is al vastgesteld."),
    (
        lambda c: not any(row["cursusuren"] for row in c.person["aanbod"].values()),
        "Er zijn cursusuren geregistreerd bij het actuele inburgeringsaanbod.",
    ),
)

BEGIN_AANBOD = "datumInburgeringsaanbod"
START = "verwachteStartdatumOpleiding"
EINDE = "verwachteEinddatumOpleiding"


def _recognised(case: Case) -> bool:
    school = case.instelling or {}
    if school.get("indicatieBowKeurmerk"):
        return True
    return case.route == "O" and bool(school.get("indicatieTstKeurmerk"))


def _within_termijn(case: Case) -> bool:
    """Both ends are exclusive: the day after the last one, of the opleiding and of the termijn."""
    start, end = case.sent(START), case.sent(EINDE)
    if start is None and end is None:
        return True
    since, until = case.start_termijn, case.end_termijn
    if since is None or until is None:
        return False
    return (start is None or since <= start < until) and (end is None or since < end <= until)


def _begins_before_it_ends(case: Case) -> bool:
    """DUO wrote "begin not before end"; that an opleiding begins on or after its own end cannot be meant."""
    start, end = case.sent(START), case.sent(EINDE)
    return start is None or end is None or start < end


def _after_pip(case: Case) -> bool:
    signed = _signed(case.pip) if case.pip else None
    return _not_before(case.sent(BEGIN_AANBOD), signed) and _not_before(case.sent(START), signed)


AANBOD: Sequence[Condition] = (
    (lambda c: c.asiel, "Het inburgeringsaanbod is alleen voor een asielmigrant."),
    (lambda c: c.pip is not None, "De persoon heeft geen PIP."),
    (_recognised, "De instelling heeft geen keurmerk dat bij de leerroute past."),
    (_after_pip, "Het inburgeringsaanbod ligt voor de dagtekening van het actuele PIP."),
    (
        lambda c: _not_before(c.sent(START), c.sent(BEGIN_AANBOD)),
        "De opleiding begint voor de datum van het inburgeringsaanbod.",
    ),
    (_begins_before_it_ends, "De opleiding begint niet voor haar einde."),
    (_within_termijn, "De opleiding ligt buiten de inburgeringstermijn."),
)


def _result(name: str, field: str, words: str) -> Sequence[Condition]:
    """The conditions that MAP and PVT share. `name` is where DUO keeps the result, `field` its date."""

    def sent(case: Case) -> date | None:
        return case.sent(field)

    def earlier(case: Case) -> Json:
        return case.person[name] or {}

    def done(case: Case) -> date | None:
        return day((case.person["zroute"] or {}).get("datumAfrondingZroute"))

    def over(case: Case) -> bool:
        """The termijn is exceeded: by the date itself or, without one, by today."""
        end = case.end_termijn
        return end is not None and (sent(case) or case.today) >= end and case.today >= end

    return (
        (lambda c: c.own_pip, "Uw gemeente heeft geen actueel PIP voor deze persoon."),
        (
            lambda c: not earlier(c).get(field) or earlier(c)["gemeentecode"] == c.gemeentecode,
            f"De {words} is eerder door een andere gemeente geleverd.",
        ),
        (lambda c: not c.person["voldaan_via_zroute"], "De inburgeringsplicht is al voldaan via de Z-route."),
        (
            lambda c: c.start_termijn is not None or sent(c) is None,
            "De inburgeringstermijn is nog niet gestart.",
        ),
        (
            lambda c: _not_before(sent(c), c.start_termijn),
            f"De {words} ligt voor de start van de inburgeringstermijn.",
        ),
        (lambda c: _not_before(done(c), sent(c)), f"De {words} ligt na de afronding van de Z-route."),
        (lambda c: _not_before(c.today, sent(c)), f"De {words} ligt in de toekomst."),
        (
            lambda c: sent(c) is not None or done(c) is None,
            f"De {words} kan niet leeg zijn: de afronding van de Z-route is geregistreerd.",
        ),
        (
            lambda c: bool(c.body) or bool(earlier(c)),
            f"Er is geen {words} om in te trekken.",
        ),
        (
            lambda c: "verwijtbaar" in c.body or not over(c),
            "De inburgeringstermijn is overschreden; Verwijtbaar (Ja/Nee) ontbreekt.",
        ),
        (
            lambda c: "verwijtbaar" not in c.body or _not_before(sent(c), c.end_termijn),
            f"Verwijtbaar (Ja/Nee) hoort niet bij een {words} voor het einde van de inburgeringstermijn.",
        ),
        (
            lambda c: (
                c.body.get("verwijtbaar") != "Nee"
                or (c.end_termijn is not None and c.today >= add_months(c.end_termijn, -2))
            ),
            "Verwijtbaar Nee kan pas als het einde van de inburgeringstermijn binnen twee maanden valt.",
        ),
        (
            lambda c: (
                c.body.get("verwijtbaar") != "Ja" or (c.end_termijn is not None and c.today >= c.end_termijn)
            ),
            "Verwijtbaar Ja kan pas als de inburgeringstermijn is overschreden.",
        ),
    )


MAP = _result("map", "datumEindgesprekMap", "datum eindgesprek MAP")
PVT = _result("pvt", "datumOndertekeningPvt", "datum ondertekening PVT")


def _not_after_zroute(name: str, field: str) -> Callable[[Case], bool]:
    return lambda case: _not_before(
        case.sent("datumAfrondingZroute"), day((case.person[name] or {}).get(field))
    )


# DUO names no conditions for the Z-route: these are those of MAP and PVT on the same dates, turned round.
ZROUTE: Sequence[Condition] = (
    (lambda c: c.own_pip, "Uw gemeente heeft geen actueel PIP voor deze persoon."),
    (lambda c: c.route == "Z", "De leerroute van het actuele PIP is niet de Z-route."),
    (lambda c: c.start_termijn is not None, "De inburgeringstermijn is nog niet gestart."),
    (lambda c: bool(c.body) or bool(c.person["zroute"]), "Er is geen afronding om in te trekken."),
    (lambda c: not c.person["voldaan_via_zroute"], "De inburgeringsplicht is al voldaan via de Z-route."),
    (
        lambda c: _not_before(c.sent("datumAfrondingZroute"), c.start_termijn),
        "De datum afronding Z-route ligt voor de start van de inburgeringstermijn.",
    ),
    (
        lambda c: _not_before(c.today, c.sent("datumAfrondingZroute")),
        "De datum afronding Z-route ligt in de toekomst.",
    ),
    (
        _not_after_zroute("map", "datumEindgesprekMap"),
        "De datum afronding Z-route ligt voor de datum eindgesprek MAP.",
    ),
    (
        _not_after_zroute("pvt", "datumOndertekeningPvt"),
        "De datum afronding Z-route ligt voor de datum ondertekening PVT.",
    ),
)

# The description of the field names for whom these hours are; the two other counters are for everybody.
UREN_PARTICIPATIE: Sequence[Condition] = (
    (lambda c: c.asiel, "Uren participatie zijn alleen voor een asielstatushouder."),
    (lambda c: c.route == "Z", "Uren participatie zijn alleen voor de Z-route."),
)

CONDITIONS: dict[str, Sequence[Condition]] = {
    "pip": PIP,
    "pip-verwijderen": PIP_VERWIJDEREN,
    "aanbod": AANBOD,
    "map": MAP,
    "pvt": PVT,
    "zroute": ZROUTE,
    "uren-participatieactiviteiten": UREN_PARTICIPATIE,
}


def objections(operation: str, case: Case) -> list[str]:
    """Return the fouttekst of every condition that the message does not meet; none is accepted."""
    return [text for met, text in CONDITIONS.get(operation, ()) if not met(case)]

"""A policy to try out: other values of parameters of the law, from a day on, as a lawyer writes them in YAML.

    naam: Twee weken langer voor het PIP
    vanaf: 2026-01-01
    wijzigingen:
      bi2021.pip_termijn: 12 weken

A value is a number in the unit of the parameter; the unit may stand behind it, and is then checked.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from ..inburgering.begrippen import Verblijfsdoel
from ..kernel.dutch import enumeration, in_dutch
from ..kernel.lift.program import Program
from ..kernel.parameter import Parameter, ParameterError, Supposed, parameter
from ..kernel.strict_yaml import YAMLFault, load
from ..sources import IN_WERKING, REGELINGEN
from .answers import PROGRAM
from .uses import used_since

KEYS = ("naam", "vanaf", "wijzigingen")
OPTIONAL = ("toelichting",)

TABLES = {
    "atw": "de dagen van de Algemene termijnenwet staan vast: wat-als kan ze niet wijzigen",
    "aow": "de AOW-leeftijd is een tabel van de AOW: wat-als kan die niet wijzigen",
}

UNIT_WORDS: Mapping[str, tuple[str, ...]] = {
    "days": ("dagen", "dag"),
    "weeks": ("weken", "week"),
    "months": ("maanden", "maand"),
    "years": ("jaar", "jaren"),
    "hours": ("uur", "uren"),
    "count": ("keer",),
    "percent": ("procent", "%"),
    "eur": ("euro", "euros"),
    "list": (),
}
"""How a unit is written; the first word is the one that is shown."""

MOST = {"days": 36_500, "weeks": 5_200, "months": 1_200, "years": 100, "percent": 1_000}
"""Above this the number is taken for a slip; for other units `ABOVE_ALL`."""
ABOVE_ALL = 1_000_000

ITEMS: Mapping[str, frozenset[str]] = {
    "bi2021.tijdelijke_doelen": frozenset(doel.value for doel in Verblijfsdoel),
}
"""What may stand in a list; another list takes what it had in some year, and two capitals for a country."""

NUMBER = re.compile(r"(?P<count>-?\d+)\s*(?P<unit>\D*)")
COUNTRY = re.compile(r"[A-Z]{2}")


class PolicyError(ValueError):
    """A policy that does not say what it must; the message is a Dutch sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class Change:
    """One parameter with the value that it would have."""

    parameter: Parameter
    since: date
    raw: Any

    @property
    def source(self) -> str:
        """The name under which the value is known: where the law has its Staatsblad."""
        return "wat-als"

    def now(self, on: date) -> Any:
        """Return what the law says on a day."""
        return self.parameter.at(on)

    def then(self) -> Any:
        """Return what the policy says."""
        return self.parameter.changed(self.since, self.raw, self.source)[-1].value

    def sentence(self, on: date) -> str:
        """Return "10 weken wordt 12 weken" with the name of the parameter and its article."""
        now, then = written(self.parameter, self.now(on)), written(self.parameter, self.then())
        if self.parameter.unit == "list":
            now, then = f"{len(self.now(on))} stuks", f"{len(self.then())} stuks"
        return f"{self.parameter.label}: {now} wordt {then} ({place(self.parameter)})"


@dataclass(frozen=True, slots=True)
class Policy:
    """A name, the day from which, and what would be different."""

    naam: str
    vanaf: date
    changes: tuple[Change, ...]
    toelichting: str = ""

    @property
    def names(self) -> frozenset[str]:
        """The names of the parameters that change."""
        return frozenset(change.parameter.name for change in self.changes)

    def supposed(self) -> Supposed:
        """Return the values to suppose, for `kernel.parameter.supposing`."""
        return {
            change.parameter.name: change.parameter.changed(change.since, change.raw, change.source)
            for change in self.changes
        }


def written(parameter: Parameter, value: Any) -> str:
    """Return a value of a parameter with its unit: 10 weken, 600 uur, 75 procent, € 250; a count as it is."""
    return f"{value} procent" if parameter.unit == "percent" else in_dutch(value)


def plain_number(value: Any) -> int:
    """Return a value of a parameter as the whole number in its unit; raises TypeError for a list."""
    match value:
        case Decimal():
            return int(value)
        case int():
            return value
        case tuple():
            raise TypeError("a list is no number")
        case _:
            return int(value.count)


def place(parameter: Parameter) -> str:
    """Return the article from which a parameter comes: "art. 5.3, eerste lid, Bi 2021"."""
    code = parameter.name.partition(".")[0]
    source = next((regeling for regeling in REGELINGEN if regeling.code == code), None)
    if source is None:
        return f"{code.upper()}, {parameter.article}"
    return str(source.art(parameter.article, lid=parameter.lid))


def read_policy(text: str, program: Program = PROGRAM) -> Policy:
    """Read the text of a policy file; raises PolicyError."""
    try:
        whole = load(text)
    except YAMLFault as fault:
        raise PolicyError(str(fault)) from fault
    if not isinstance(whole, dict):
        raise PolicyError(f"schrijf in het bestand {enumeration(KEYS)}, elk met een dubbele punt erachter")
    if unknown := [str(key) for key in whole if key not in (*KEYS, *OPTIONAL)]:
        raise PolicyError(
            f"{enumeration(unknown)}: dit ken ik niet; schrijf {enumeration((*KEYS, *OPTIONAL))}"
        )
    if missing := [key for key in KEYS if whole.get(key) in (None, "", {})]:
        raise PolicyError(f"{enumeration(missing)} ontbreekt")
    naam, toelichting = whole["naam"], whole.get("toelichting") or ""
    if not isinstance(naam, str) or not isinstance(toelichting, str):
        raise PolicyError("naam en toelichting zijn tekst")
    if not isinstance(whole["wijzigingen"], dict):
        raise PolicyError("schrijf onder wijzigingen elk getal op een regel, zoals bi2021.pip_termijn: 12")
    since = whole["vanaf"]
    if type(since) is not date:
        raise PolicyError(f"vanaf: {since} is geen datum; schrijf jaar-maand-dag, zoals 2026-01-01")
    return policy(naam, since, whole["wijzigingen"], toelichting=toelichting, program=program)


def policy(
    naam: str, since: date, raw: Mapping[Any, Any], *, toelichting: str = "", program: Program = PROGRAM
) -> Policy:
    """Return a policy of these values by the name of their parameter; raises PolicyError."""
    if since < IN_WERKING:
        day, began = in_dutch(since), in_dutch(IN_WERKING)
        raise PolicyError(f"vanaf: {day} is te vroeg; de Wet inburgering 2021 geldt vanaf {began}")
    used = used_since(since, program)
    changes = tuple(_change(str(name), value, since, used) for name, value in raw.items())
    return Policy(naam.strip(), since, changes, toelichting.strip())


def _change(name: str, value: object, since: date, used: frozenset[str]) -> Change:
    code = name.partition(".")[0]
    if code in TABLES:
        raise PolicyError(f"{name}: {TABLES[code]}")
    try:
        found = parameter(name)
    except ParameterError:
        raise PolicyError(
            f"{name}: zo'n getal is er niet; de namen staan in de naslag Getallen van de wet"
        ) from None
    if since < found.dated[0].since:
        raise PolicyError(
            f"{name} bestaat pas sinds {in_dutch(found.dated[0].since)}; kies een dag vanaf toen"
        )
    if name not in used:
        raise PolicyError(f"{name}: geen antwoord over een caseload hangt hiervan af, dus niemand merkt het")
    return Change(found, since, _listed(found, value) if found.unit == "list" else _number(found, value))


def _number(found: Parameter, value: object) -> int:
    words = UNIT_WORDS[found.unit]
    match = NUMBER.fullmatch(value.strip()) if isinstance(value, str) else None
    if match is not None:
        count, unit = int(match["count"]), match["unit"].strip()
        if unit and unit not in words:
            raise PolicyError(
                f"{found.name}: {value} is niet in {words[0]}; schrijf bijvoorbeeld {count} {words[0]}"
            )
    elif type(value) is int:
        count = value
    else:
        raise PolicyError(f"{found.name}: {in_dutch(value)} is geen heel getal in {words[0]}")
    most = MOST.get(found.unit, ABOVE_ALL)
    if not 0 <= count <= most:
        raise PolicyError(f"{found.name}: {count} {words[0]} kan niet; kies 0 tot en met {most}")
    return count


def _listed(found: Parameter, value: object) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise PolicyError(
            f"{found.name} is een lijst van woorden; schrijf elk woord achter een streepje, "
            "met aanhalingstekens als het ook ja of nee kan betekenen (NO)"
        )
    allowed = ITEMS.get(found.name, frozenset(item for dated in found.dated for item in dated.value))
    countries = found.name not in ITEMS and all(COUNTRY.fullmatch(item) for item in allowed)
    wrong = [item for item in value if item not in allowed and not (countries and COUNTRY.fullmatch(item))]
    if wrong:
        raise PolicyError(f"{found.name}: {enumeration(wrong)} kan hier niet staan")
    return value

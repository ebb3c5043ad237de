"""Faults on request: what goes wrong with the next calls of an operation, for training and for tests."""

import time
from dataclasses import asdict, dataclass
from typing import Any

from meedoen.simulator.operations import BY_NAME

KINDS = {
    "503": "DUO is niet beschikbaar; er is niets verwerkt",
    "500": "fout bij DUO; er is niets verwerkt",
    "kwijt": "verwerkt, maar het antwoord raakt onderweg kwijt",
    "weigeren": "geweigerd met een tekst",
    "traag": "antwoordt pas na een aantal seconden",
}
DEFAULT_REFUSAL = "Geweigerd door de simulator."


@dataclass
class Fault:
    """One fault: for an operation (or `*`), a kind of KINDS, for so many calls."""

    operatie: str
    soort: str
    aantal: int = 1
    tekst: str = DEFAULT_REFUSAL
    seconden: float = 0.0

    def __post_init__(self) -> None:
        if self.operatie != "*" and self.operatie not in BY_NAME:
            raise ValueError(f"De bewerking {self.operatie} bestaat niet.")
        if self.soort not in KINDS:
            raise ValueError(f"De storing {self.soort} bestaat niet. Kies uit: {', '.join(KINDS)}.")
        if type(self.aantal) is not int or not 1 <= self.aantal <= 1_000_000:
            raise ValueError("Het aantal keren is een getal vanaf 1.")
        if type(self.seconden) not in (int, float) or not 0 <= self.seconden <= 600:
            raise ValueError("Het aantal seconden is 0 tot en met 600.")
        if not isinstance(self.tekst, str) or not 1 <= len(self.tekst) <= 200:
            raise ValueError("De tekst heeft 1 tot en met 200 tekens.")

    def as_json(self) -> dict[str, Any]:
        """Return the fault as it is kept."""
        return asdict(self)

    def wait(self) -> None:
        """Keep the caller waiting as long as the fault says."""
        if self.seconden:
            time.sleep(self.seconden)


def parse(text: str) -> Fault:
    """Read `operatie:soort:aantal` of the command line, for example `pip:503:3` or `*:traag:10`.

    Raises:
        ValueError: it is not such a text; says in Dutch what is wrong.
    """
    parts = text.split(":")
    if len(parts) not in (2, 3) or (len(parts) == 3 and not parts[2].isdecimal()):
        raise ValueError(f"Schrijf een storing zoals pip:503:3 (bewerking:soort:aantal), niet {text}.")
    return Fault(parts[0], parts[1], int(parts[2]) if len(parts) == 3 else 1)


def take(faults: list[dict[str, Any]], operation: str) -> Fault | None:
    """Take the first fault meant for the operation, one call less of it; None when nothing goes wrong."""
    for row in faults:
        if row["operatie"] in ("*", operation):
            row["aantal"] -= 1
            if row["aantal"] < 1:
                faults.remove(row)
            return Fault(**(row | {"aantal": 1}))
    return None

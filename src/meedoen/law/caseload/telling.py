"""A what-if in words: rows for a table, text for a terminal."""

from collections.abc import Iterable, Sequence

from ..kernel.dutch import in_dutch
from .whatif import Difference, Effect, Part, WhatIf
from .wording import GROUPS, between, difference, number

Line = tuple[str, int, bool]
"""What changes, for how many, and whether it points down: earlier or less."""

MOST_LINES = 12
MOST_GROUPS = 20

NOT_MODELLED = (
    "Alleen het getal verandert; wat mensen, scholen en DUO dan anders doen, is niet berekend.",
    "Het geldt voor elk dossier, ook voor wie al bezig was: er is geen overgangsrecht bedacht.",
    "Wat niet is vastgelegd, is onbekend en telt niet mee bij wie het merkt.",
)
"""What a reader must know before using the numbers."""


def lines(effect: Effect) -> list[Line]:
    """Return how an answer changes, with counts that add up to `affected`; the rare ones together."""
    found: list[Line] = []
    if effect.difference is not None:
        unit = effect.difference.unit
        found += [
            (between(unit, one.low, one.high), one.count, one.high < 0) for one in effect.difference.bins
        ]
    found += [(f"{move.old} → {move.new}", move.count, False) for move in effect.moves]
    if len(found) <= MOST_LINES:
        return found
    rare = sorted(found, key=lambda line: line[1])[: len(found) - MOST_LINES + 1]
    kept = [line for line in found if line not in rare]
    return [*kept, (f"{len(rare)} andere wijzigingen", sum(line[1] for line in rare), False)]


def spread(found: Difference) -> str:
    """Return by how much answers differ, in one sentence without capital and full stop."""
    if found.minimum == found.maximum:
        return f"steeds {difference(found.unit, found.median)}"
    least, most = difference(found.unit, found.minimum), difference(found.unit, found.maximum)
    middle = "even vaak meer als minder" if found.median == 0 else difference(found.unit, found.median)
    size = f"{number(found.p90)} {found.unit}"
    return f"mediaan {middle}; van {least} tot {most}; negen van de tien hooguit {size} verschil"


def text(found: WhatIf) -> str:
    """Return the whole what-if for a terminal."""
    policy = found.policy
    told = [
        f"{policy.naam} (vanaf {in_dutch(policy.vanaf)}, gevraagd voor {in_dutch(found.on)})",
        *([policy.toelichting] if policy.toelichting else []),
        *(f"  {change.sentence(found.on)}" for change in policy.changes),
    ]
    if not found.is_in_force:
        told.append(f"Let op: op {in_dutch(found.on)} geldt dit beleid nog niet, dus niemand merkt het.")
    told += ["", f"{number(found.dossiers)} dossiers, {number(found.affected)} krijgen een ander antwoord."]
    told += ["", *table(("antwoord", "anders", "onbekend", "oordeel"), overview(found))]
    for effect in found.effects:
        if effect.affected:
            told += ["", f"{effect.label}: {number(effect.affected)} anders"]
            told += [f"  {spread(effect.difference)}"] if effect.difference is not None else []
            counted = [(words, number(count)) for words, count, _ in lines(effect)]
            told += [f"  {line}" for line in table(("wijziging", "dossiers"), counted)]
    for column in dict.fromkeys(part.column for part in found.parts):
        parts = _largest(found, column)
        rows = [(part.value, number(part.dossiers), number(part.affected)) for part in parts[:MOST_GROUPS]]
        told += ["", *table((GROUPS[column].lower(), "dossiers", "anders"), rows)]
        told += [f"en {len(parts) - MOST_GROUPS} andere"] if len(parts) > MOST_GROUPS else []
    return "\n".join([*told, "", *NOT_MODELLED])


def overview(found: WhatIf) -> list[tuple[str, ...]]:
    """Return a row for each answer: how many change, and about how many nothing can be said."""
    return [
        (effect.label, number(effect.affected), number(effect.unknown), number(effect.oordeel))
        for effect in found.effects
    ]


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return lines of a table: the first column to the left, numbers to the right."""
    every = [headings, *rows]
    widths = [max(len(row[place]) for row in every) for place in range(len(headings))]
    return [
        "  ".join(
            cell.ljust(width) if place == 0 else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in every
    ]


def _largest(found: WhatIf, column: str) -> list[Part]:
    return sorted((part for part in found.parts if part.column == column), key=lambda part: -part.affected)

"""A what-if as figures about groups: no persons, and no small number that can be read or computed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from meedoen.documents.chart import Bar
from meedoen.law.caseload.telling import Line, lines, spread
from meedoen.law.caseload.whatif import Bin, Effect, WhatIf
from meedoen.law.caseload.wording import GROUPS, number
from meedoen.web.beleid.verhullen import safe_pairs, safe_row
from meedoen.web.inkoper.onthullen import FEW, HIDDEN, SMALL

ENOUGH = 20
"""Below so many dossiers there are no figures: hardly a number could be shown."""

HEADINGS = ("anders", "hetzelfde", "onbekend", "oordeel", "totaal")


@dataclass(frozen=True)
class Answer:
    """One answer: how many change, and how, as far as that may be shown."""

    name: str
    label: str
    counts: list[str]
    sentence: str
    rows: list[tuple[str, str]]
    bars: list[Bar]

    @property
    def changes(self) -> bool:
        """Whether anybody gets another answer."""
        return self.counts[0] != "0"


@dataclass(frozen=True)
class Split:
    """How many change in each group of one column."""

    label: str
    rows: list[tuple[str, list[str]]]


@dataclass(frozen=True)
class Figures:
    """What the page shows of a what-if."""

    affected: str
    dossiers: str
    answers: list[Answer]
    splits: list[Split]


def figures(found: WhatIf) -> Figures | None:
    """Return the figures without small numbers and what would give them away; None for too few dossiers."""
    if found.dossiers < ENOUGH:
        return None
    (affected, _) = safe_row([found.affected, found.dossiers - found.affected]) or (FEW, HIDDEN)
    return Figures(
        written(affected),
        written(found.dossiers),
        [answer(effect) for effect in found.effects],
        splits(found) if isinstance(affected, int) and affected else [],
    )


def answer(effect: Effect) -> Answer:
    """Return one answer; how it changes only when that many may be told."""
    counts = [effect.affected, effect.same, effect.unknown, effect.oordeel]
    shown = [*(safe_row(counts) or [HIDDEN] * len(counts)), effect.dossiers]
    exact = isinstance(shown[0], int) and effect.affected > 0
    rows, bars = _changes(effect) if exact else ([], [])
    sentence = spread(effect.difference) if bars and effect.difference is not None else ""
    return Answer(effect.name, effect.label, [written(one) for one in shown], sentence, rows, bars)


def _changes(effect: Effect) -> tuple[list[tuple[str, str]], list[Bar]]:
    """Return the table and the bars of how an answer changes; none when they would tell about a few."""
    found = told(effect)
    shown = safe_row([count for _, count, _ in found])
    if shown is None:
        return [], []
    rows = [(words, written(one)) for (words, _, _), one in zip(found, shown, strict=True)]
    bars = [
        Bar(words, one if isinstance(one, int) else None, written(one), down)
        for (words, _, down), one in zip(found, shown, strict=True)
    ]
    return rows, bars


def told(effect: Effect) -> list[Line]:
    """Return how an answer changes in lines that may all be shown, as far as that can be.

    Rare lines are taken together, with one more when those are few. When that leaves too little, neighbouring
    differences become one range.
    """
    found = lines(effect)
    rare = [line for line in found if line[1] < SMALL]
    kept = [line for line in found if line[1] >= SMALL]
    if not rare:
        return found
    if sum(line[1] for line in rare) < SMALL and len(kept) > 2:
        least = min(kept, key=lambda line: line[1])
        rare, kept = [*rare, least], [line for line in kept if line is not least]
    together = sum(line[1] for line in rare)
    if together >= SMALL and kept:
        return [*kept, ("andere wijzigingen", together, False)]
    if effect.difference is None:
        return found
    difference = replace(effect.difference, bins=merged(effect.difference.bins))
    return lines(replace(effect, difference=difference))


def merged(bins: Sequence[Bin]) -> tuple[Bin, ...]:
    """Return the bins, each small one taken together with its smaller neighbour in the same direction."""
    found = list(bins)
    while pairs := [
        place
        for place, (one, next_one) in enumerate(pairwise(found))
        if min(one.count, next_one.count) < SMALL and (one.high < 0) == (next_one.high < 0)
    ]:
        place = min(pairs, key=lambda place: found[place].count + found[place + 1].count)
        one, next_one = found[place : place + 2]
        found[place : place + 2] = [Bin(one.low, next_one.high, one.count + next_one.count)]
    return tuple(found)


def splits(found: WhatIf) -> list[Split]:
    """Return the groups of each column; a column is left out when too little of it may be shown."""
    made = []
    for column, name in GROUPS.items():
        parts = [part for part in found.parts if part.column == column]
        groups = enlarged([(part.value, part.affected, part.dossiers - part.affected) for part in parts])
        rows = safe_pairs([(affected, rest) for _, affected, rest in groups]) if len(groups) > 1 else None
        if rows is None:
            continue
        together = (found.affected, found.dossiers - found.affected)
        named = zip((group[0] for group in groups), rows, groups, strict=True)
        made.append(
            Split(
                name,
                [
                    *(
                        (value, [*map(written, row), number(group[1] + group[2])])
                        for value, row, group in named
                    ),
                    ("samen", [*map(number, together), number(found.dossiers)]),
                ],
            )
        )
    return made


def enlarged(groups: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Return the groups, those with few dossiers taken together, with one more as long as they are few."""
    small = [group for group in groups if group[1] + group[2] < SMALL]
    rest = [group for group in groups if group[1] + group[2] >= SMALL]
    while small and rest and sum(group[1] + group[2] for group in small) < SMALL:
        least = min(rest, key=lambda group: group[1] + group[2])
        small, rest = [*small, least], [group for group in rest if group is not least]
    if small:
        rest.append(("andere", sum(group[1] for group in small), sum(group[2] for group in small)))
    return rest


def written(shown: str | int) -> str:
    """Return a number with Dutch marks, or the words that stand in its place."""
    return number(shown) if isinstance(shown, int) else shown

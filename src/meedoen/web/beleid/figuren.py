"""A what-if as figures about groups: no persons, and no small number that can be read or computed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from meedoen.documents.chart import Bar
from meedoen.law.caseload.telling import Line, lines, spread
from meedoen.law.caseload.whatif import Bin, Effect, WhatIf
from meedoen.law.caseload.wording import GROUPS, number
from meedoen.web.inkoper.onthullen import FEW, HIDDEN, SMALL, safe_table

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


def safe_row(counts: Sequence[int]) -> list[str | int] | None:
    """Return counts of which the sum is known, without a small one that can be read or computed.

    As in `safe_table`, what is hidden beside a small number is known to be at least 5. None when no choice
    of what to hide is enough.
    """
    few = {place for place, count in enumerate(counts) if 0 < count < SMALL}
    hidden: set[int] = set()
    while _computable(counts, few, hidden):
        rest = [place for place, count in enumerate(counts) if count >= SMALL and place not in hidden]
        if not rest:
            return None
        hidden.add(min(rest, key=lambda place: counts[place]))
    return [
        FEW if place in few else HIDDEN if place in hidden else count for place, count in enumerate(counts)
    ]


def _computable(counts: Sequence[int], few: set[int], hidden: set[int]) -> bool:
    """Return whether one of the numbers that are not shown can have one value only."""
    together = sum(counts[place] for place in few | hidden)
    most_of_all = together + SMALL
    low = {**dict.fromkeys(few, 1), **dict.fromkeys(hidden, SMALL)}
    high = {**dict.fromkeys(few, SMALL - 1), **dict.fromkeys(hidden, most_of_all)}
    least, most = sum(low.values()), sum(high.values())
    return any(
        max(low[place], together - (most - high[place])) == min(high[place], together - (least - low[place]))
        for place in low
    )


def splits(found: WhatIf) -> list[Split]:
    """Return the groups of each column; a column is left out when its totals would have to be hidden."""
    made = []
    for column, name in GROUPS.items():
        parts = [part for part in found.parts if part.column == column]
        if len(parts) < 2:
            continue
        rows, _ = safe_table([[part.affected, part.dossiers - part.affected] for part in parts])
        if not all(isinstance(one, int) for one in rows[-1]):
            continue
        names = [*(part.value for part in parts), "samen"]
        made.append(
            Split(
                name, [(place, [written(one) for one in row]) for place, row in zip(names, rows, strict=True)]
            )
        )
    return made


def written(shown: str | int) -> str:
    """Return a number with Dutch marks, or the words that stand in its place."""
    return number(shown) if isinstance(shown, int) else shown

"""Rows and pairs of counts without a small one, also by computing; each hides only what it must.

`onthullen.safe_table` does this for a whole table. Of one row, and of pairs with known sums, a reader knows
only one sum of what is hidden, so here it is exact: a number is found when the least and the most of the
others leave it one value.
"""

from collections.abc import Callable, Sequence

from meedoen.web.inkoper.onthullen import FEW, HIDDEN, SMALL

Interval = tuple[int, int]
"""The least and the most that a number can be."""


def safe_row(counts: Sequence[int]) -> list[str | int] | None:
    """Return counts of which the sum is known, without a small one that can be read or computed.

    As in `safe_table`, what is hidden beside a small number is known to be at least 5. None when no choice
    of what to hide is enough.
    """
    few = {place for place, count in enumerate(counts) if 0 < count < SMALL}
    most = sum(counts)

    def known(hidden: set[int]) -> list[Interval]:
        return [(1, SMALL - 1) if place in few else (SMALL, most) for place in sorted(few | hidden)]

    hidden = _enough_hidden(
        counts, few, known, {place for place, count in enumerate(counts) if count >= SMALL}
    )
    if hidden is None:
        return None
    return [
        FEW if place in few else HIDDEN if place in hidden else count for place, count in enumerate(counts)
    ]


def safe_pairs(pairs: Sequence[tuple[int, int]]) -> list[tuple[str | int, str | int]] | None:
    """Return pairs of which every sum is known, without a small number that can be read or computed."""
    few = {place for place, pair in enumerate(pairs) if any(0 < count < SMALL for count in pair)}
    can = {place for place, pair in enumerate(pairs) if min(pair) >= SMALL}

    def known(hidden: set[int]) -> list[Interval]:
        return [_interval(pairs[place]) for place in sorted(few | hidden)]

    hidden = _enough_hidden([pair[0] for pair in pairs], few, known, can)
    if hidden is None:
        return None
    return [
        (_said(pair[0]), _said(pair[1])) if place in few | hidden else pair
        for place, pair in enumerate(pairs)
    ]


def _interval(pair: tuple[int, int]) -> Interval:
    """Return what a reader knows of the first of a hidden pair, whose sum is shown."""
    together = sum(pair)
    bounds = [(1, SMALL - 1) if 0 < count < SMALL else (SMALL, together) for count in pair]
    (low, high), (other_low, other_high) = bounds
    return max(low, together - other_high), min(high, together - other_low)


def _enough_hidden(
    counts: Sequence[int], few: set[int], known: Callable[[set[int]], list[Interval]], can: set[int]
) -> set[int] | None:
    """Return what to hide beside the few, smallest first, so that none can be computed; None if not."""
    hidden: set[int] = set()
    while few and _computable(known(hidden), sum(counts[place] for place in few | hidden)):
        if not can - hidden:
            return None
        hidden.add(min(can - hidden, key=lambda place: (counts[place], place)))
    return hidden


def _computable(known: list[Interval], together: int) -> bool:
    """Return whether one of some numbers, of which the sum is known, can have one value only."""
    least, most = sum(low for low, _ in known), sum(high for _, high in known)
    return any(
        max(low, together - (most - high)) >= min(high, together - (least - low)) for low, high in known
    )


def _said(count: int) -> str:
    return FEW if count < SMALL else HIDDEN

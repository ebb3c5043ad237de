"""Figures that tell about groups, never about somebody: small numbers stay hidden, also by computing.

A count of 1 to 4 is not shown. Totals stand beside it, so a reader could subtract what
is shown. Therefore we do what a patient reader would do: narrow down every hidden number
by every total until nothing changes. As long as one is found exactly, another is hidden too.
"""

from collections.abc import Sequence

SMALL = 5
"""From this number on a count may be shown."""

FEW = "< 5"
HIDDEN = "niet getoond"

Place = tuple[int, int]


def safe_table(
    counts: Sequence[Sequence[int]], *, hidden_totals: frozenset[int] = frozenset()
) -> tuple[list[list[str | int]], frozenset[int]]:
    """Return a table with its totals in which no small number can be read or computed.

    Args:
        counts: rows of counts, all equally long.
        hidden_totals: rows whose total must stay hidden, because another table hides it.

    Returns:
        the rows, each with its total, and last a row of totals; and the numbers of
        the rows whose total is hidden for another reason than being small.
    """
    grid = _with_totals(counts)
    height, width = len(grid), len(grid[0])
    few = {(y, x) for y in range(height) for x in range(width) if 0 < grid[y][x] < SMALL}
    hidden = {(y, width - 1) for y in hidden_totals} - few
    vague: set[Place] = set()
    while found := _computable(grid, few - vague, hidden | vague, vague):
        if (also := _beside(grid, found, few | hidden)) is not None:
            hidden.add(also)
        elif (total := _small_total(grid, few - vague)) is not None:
            vague.add(total)
        else:
            break
    rows = [[_shown((y, x), grid, few - vague, hidden | vague) for x in range(width)] for y in range(height)]
    return rows, frozenset(y for y, x in hidden | vague if x == width - 1 and y < height - 1)


def _with_totals(counts: Sequence[Sequence[int]]) -> list[list[int]]:
    rows = [[*row, sum(row)] for row in counts]
    return [*rows, [sum(column) for column in zip(*rows, strict=True)]]


def _lines(height: int, width: int) -> list[list[Place]]:
    """Return every row and column; the last place of each is the total of the others."""
    rows = [[(y, x) for x in range(width)] for y in range(height)]
    return rows + [[(y, x) for y in range(height)] for x in range(width)]


def _computable(grid: list[list[int]], few: set[Place], hidden: set[Place], vague: set[Place]) -> list[Place]:
    """Return the places that are not shown but can have one value only, in the order of the table.

    A reader may know that what was hidden beside a small number is at least 5; only a
    `vague` total may be smaller.
    """
    lines = _lines(len(grid), len(grid[0]))
    most = 2 * max(grid[-1][-1], SMALL)  # more than any number here, so that it tells nothing
    low, high = {}, {}
    for place in (place for row in lines[: len(grid)] for place in row):
        y, x = place
        low[place] = 1 if place in few | vague else SMALL if place in hidden else grid[y][x]
        high[place] = SMALL - 1 if place in few else most if place in hidden else grid[y][x]
    narrower = True
    while narrower:
        narrower = False
        for line in lines:
            narrower = _narrow(line, low, high) or narrower
    return sorted(place for place in few | hidden if low[place] == high[place])


def _narrow(line: list[Place], low: dict[Place, int], high: dict[Place, int]) -> bool:
    """Narrow what a reader knows of the numbers in one line by its total; returns whether it got narrower."""
    *parts, total = line
    least, most = sum(low[part] for part in parts), sum(high[part] for part in parts)
    new = {total: (max(low[total], least), min(high[total], most))}
    for part in parts:
        others_least, others_most = least - low[part], most - high[part]
        new[part] = (
            max(low[part], low[total] - others_most),
            min(high[part], high[total] - others_least),
        )
    narrower = any((low[place], high[place]) != found for place, found in new.items())
    low.update({place: found[0] for place, found in new.items()})
    high.update({place: found[1] for place, found in new.items()})
    return narrower


def _small_total(grid: list[list[int]], few: set[Place]) -> Place | None:
    """Return a total to show as hidden instead of as a few: the whole table first, it says most."""
    bottom, right = len(grid) - 1, len(grid[0]) - 1
    totals = [place for place in few if place[0] == bottom or place[1] == right]
    return max(totals, default=None)


def _beside(grid: list[list[int]], found: list[Place], unshown: set[Place]) -> Place | None:
    """Return what to hide too: beside the first number that was found, the smallest that is shown.

    Totals come last, because they are the numbers that people use most.
    """
    bottom, right = len(grid) - 1, len(grid[0]) - 1
    for place in found:
        beside = [
            (y, x)
            for line in _lines(len(grid), len(grid[0]))
            if place in line
            for y, x in line
            if (y, x) not in unshown and grid[y][x] > 0
        ]
        if beside:
            return min(beside, key=lambda p: ((p[0] == bottom) + (p[1] == right), grid[p[0]][p[1]], p))
    return None


def _shown(place: Place, grid: list[list[int]], few: set[Place], hidden: set[Place]) -> str | int:
    if place in few:
        return FEW
    return HIDDEN if place in hidden else grid[place[0]][place[1]]

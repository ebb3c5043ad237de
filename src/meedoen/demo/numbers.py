"""Numbers that pass every check and belong to nobody."""

from stdnum.nl import bsn

_candidates = (str(number) for number in range(999_900_000, 1_000_000_000))
_fictional: list[str] = []


def fictional_bsn(number: int) -> str:
    """Return the n-th number from 999900000 that passes the elfproef; that range is kept for tests.

    Raises:
        StopIteration: after some nine thousand numbers.
    """
    while len(_fictional) <= number:
        _fictional.append(next(candidate for candidate in _candidates if bsn.is_valid(candidate)))
    return _fictional[number]

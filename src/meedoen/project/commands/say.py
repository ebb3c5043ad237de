"""Speaking to who sits at the terminal."""

import sys


def say(text: str = "") -> None:
    """Print a line for the person at the terminal, at once."""
    print(text, flush=True)  # noqa: T201


def complain(text: str) -> int:
    """Print what is wrong and return the exit code for it (2)."""
    print(text, file=sys.stderr, flush=True)  # noqa: T201
    return 2

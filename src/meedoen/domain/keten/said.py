"""What DUO says now, in sentences for the person who does the task. Nothing about health."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from meedoen.law.kernel.dutch import in_dutch
from meedoen.law.keten.einddatums import EinddatumFacts, termijn_last_day_from_duo

EXAMENS = {
    "KNM": "Kennis van de Nederlandse maatschappij",
    "LE": "Lezen",
    "LU": "Luisteren",
    "SC": "Schrijven",
    "SP": "Spreken",
}


def said_in_dutch(said: Mapping[str, Any]) -> list[str]:
    """Return one sentence for each interface about which DUO said something that can be told in one.

    Args:
        said: interface → published JSON; what is missing or cannot be read is left out.
    """
    found = []
    for interface, sentence_of in SENTENCES.items():
        body = said.get(interface)
        try:
            sentence = sentence_of(body) if body else ""
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
            sentence = ""
        if sentence:
            found.append(f"DUO zegt nu: {sentence}.")
    return found


def _plicht(body: Mapping[str, Any]) -> str:
    if body["indicatorInburgeringsplicht"]:
        begin = body.get("begindatum")
        return "inburgeringsplichtig" + (f" sinds {_day(begin)}" if begin else "")
    reason = body.get("redenGeenInburgeringsplicht")
    return "niet inburgeringsplichtig" + (f" ({reason.lower()})" if reason else "")


def _doelgroep(body: Mapping[str, Any]) -> str:
    return f"de doelgroep is {body['indeling'].lower()}"


def _termijn(body: Mapping[str, Any]) -> str:
    end = date.fromisoformat(body["einddatum"])
    last = termijn_last_day_from_duo(EinddatumFacts(duo_termijn_einde=end), on=end)
    return f"de laatste dag van de inburgeringstermijn is {in_dutch(last.value)}"


def _lbt(body: list[Mapping[str, Any]]) -> str:
    last = max(body, key=lambda row: row["datumAfname"])
    return f"uitslag van de leerbaarheidstoets: {last['resultaat']} ({_day(last['datumAfname'])})"


def _examens(body: list[Mapping[str, Any]]) -> str:
    last = max(body, key=lambda row: row["examendatum"])
    level = f" op {last['niveau']}" if last.get("niveau") else ""
    outcome = {"Geslaagd": "geslaagd", "Gezakt": "gezakt", "Geen": "geen resultaat"}[last["resultaat"]]
    return f"{EXAMENS[last['onderdeel']]}{level}, {_day(last['examendatum'])}: {outcome}"


def _day(text: str) -> str:
    return in_dutch(date.fromisoformat(text))


SENTENCES: Mapping[str, Callable[[Any], str]] = {
    "inburgeringsplicht": _plicht,
    "doelgroep": _doelgroep,
    "inburgeringstermijn": _termijn,
    "lbt": _lbt,
    "examens": _examens,
}
"""By interface; what is not here is a list or a page of its own."""

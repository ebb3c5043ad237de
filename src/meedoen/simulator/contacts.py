"""The contactpersonen of a gemeente at DUO."""

from typing import Any

from meedoen.simulator.operations import Operation
from meedoen.simulator.requests import Response, json_response
from meedoen.simulator.state import State

HIGHEST = 99999


def is_number(text: str) -> bool:
    """Return whether it is a number that DUO gives to a contactpersoon."""
    return text.isascii() and text.isdigit() and 1 <= int(text[:6]) <= HIGHEST and len(text) <= 5


def check(state: State, operation: str, pad: dict[str, str], code: str) -> tuple[int, list[str]] | None:
    """Return status and reason when the contactpersoon is not there or not of this gemeente, else None."""
    if operation == "contactpersoon-maken":
        return None
    row = state.data["contactpersonen"].get(str(int(pad["id"])))
    if row is None:
        return 404, ["Deze contactpersoon is niet bekend."]
    if row["gemeentecode"] != code:
        return 403, ["Deze contactpersoon is van een andere gemeente."]
    return None


def change(
    state: State, operation: Operation, pad: dict[str, str], code: str, body: dict[str, Any]
) -> Response:
    """Make, change or take away a contactpersoon; taking away takes the links with persons along."""
    rows = state.data["contactpersonen"]
    if operation.name == "contactpersoon-maken":
        number = max((int(key) for key in rows), default=0) + 1
        rows[str(number)] = {"gemeentecode": code, "gegevens": body}
        return json_response(operation.success, {"id": number, "contactpersoongegevens": body})
    number = int(pad["id"])
    if operation.name == "contactpersoon-wijzigen":
        rows[str(number)]["gegevens"] = body
        return Response(operation.success)
    del rows[str(number)]
    for person in state.data["personen"].values():
        if person["contactpersoon"] == number:
            person["contactpersoon"] = None
    return Response(operation.success)

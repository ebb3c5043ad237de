"""`/simulator/…`: what a trainer or a test sees and sets; JSON, and the pages beside it."""

from typing import TYPE_CHECKING

from meedoen.simulator.requests import Request, Response, json_response

if TYPE_CHECKING:
    from meedoen.simulator.app import Simulator


def answer(simulator: "Simulator", request: Request) -> Response:
    """Answer a request outside DUO's interface."""
    return json_response(404, {"fout": "Dit adres bestaat niet bij de DUO-simulator."})

"""`/simulator/api/…`: what a test or a script sees and sets, as JSON."""

import re
from collections.abc import Callable
from typing import Any

from meedoen.simulator import pages
from meedoen.simulator.engine import Engine
from meedoen.simulator.fields import ChangeFault
from meedoen.simulator.persons import FileFault
from meedoen.simulator.requests import OIN, Request, Response, json_response

Json = dict[str, Any]
View = Callable[[Engine, Json, dict[str, str]], Response]


def answer(simulator: Engine, request: Request) -> Response:
    """Answer a request outside DUO's interface: JSON under /simulator/api/, pages elsewhere."""
    if not request.path.startswith("/simulator/api/"):
        return pages.answer(simulator, request)
    for (method, pattern), view in VIEWS.items():
        match = re.fullmatch(pattern, request.path.removeprefix("/simulator/api/"))
        if match and method == request.method:
            return _called(view, simulator, request, match.groupdict())
    return json_response(404, {"fout": "Dit adres bestaat niet bij de DUO-simulator."})


def _called(view: View, simulator: Engine, request: Request, pad: dict[str, str]) -> Response:
    """Call a view. Only JSON is taken, which a page of somebody else cannot send unseen."""
    body: Any = {}
    if request.method in ("POST", "PUT"):
        if not request.headers["type"].startswith("application/json"):
            return json_response(415, {"fout": "Stuur de inhoud als application/json."})
        try:
            body = request.json() if request.body else {}
        except ValueError as fault:
            return json_response(400, {"fout": str(fault)})
        if not isinstance(body, dict):
            return json_response(400, {"fout": "De inhoud is geen JSON-object."})
    try:
        return view(simulator, body, pad)
    except (ChangeFault, FileFault, ValueError) as fault:
        return json_response(400, {"fout": str(fault)})


def _settings(simulator: Engine, body: Json, pad: dict[str, str]) -> Response:
    simulator.configure(**body)
    with simulator.state.lock:
        data = simulator.state.data
        found = {name: data[name] for name in ("duo_oin", "vertraging", "termijn_vanzelf")}
    return json_response(200, found | {"meedoen": simulator.notifier.meedoen})


def _list(name: str) -> View:
    def view(simulator: Engine, body: Json, pad: dict[str, str]) -> Response:
        with simulator.state.lock:
            return json_response(200, simulator.state.data[name])

    return view


def _person(simulator: Engine, body: Json, pad: dict[str, str]) -> Response:
    with simulator.state.lock:
        person = simulator.state.person(pad["bsn"])
        return json_response(200, person) if person else json_response(404, {"fout": "Onbekend."})


def _add_person(simulator: Engine, body: Json, pad: dict[str, str]) -> Response:
    bsn = body.pop("bsn", "")
    return json_response(201, simulator.state.add_person(bsn, **body))


def _add_gemeente(simulator: Engine, body: Json, pad: dict[str, str]) -> Response:
    oin, code = str(body.get("oin")), str(body.get("code"))
    if not (OIN.fullmatch(oin) and re.fullmatch(r"\d{4}", code)):
        raise ChangeFault("Een gemeente heeft een oin van twintig en een code van vier cijfers.")
    simulator.state.add_gemeente(oin, code, str(body.get("naam", "")))
    return json_response(201, {"oin": oin, "code": code})


def _change(simulator: Engine, body: Json, pad: dict[str, str]) -> Response:
    return json_response(200, {"gebeurtenissen": simulator.change(pad["bsn"], pad["naam"], **body)})


def _fire(simulator: Engine, body: Json, pad: dict[str, str]) -> Response:
    event = str(body.get("gebeurtenisId", ""))
    told = simulator.fire(pad["bsn"], event, by_v_nummer=body.get("met") == "vNummer")
    return json_response(201, {"verstuurd": told})


def _again(simulator: Engine, body: Json, pad: dict[str, str]) -> Response:
    if not simulator.send_again(pad["id"]):
        return json_response(404, {"fout": "Deze notificatie is er niet."})
    return json_response(200, {"opnieuw": True})


def _fail(simulator: Engine, body: Json, pad: dict[str, str]) -> Response:
    if strange := sorted(set(body) - {"operatie", "soort", "aantal", "tekst", "seconden"}):
        raise ChangeFault(f"Het veld {strange[0]} is niet bekend.")
    times = body.pop("aantal", 1)
    simulator.fail(body.pop("operatie", ""), body.pop("soort", ""), times, **body)
    return _list("storingen")(simulator, {}, {})


def _heal(simulator: Engine, body: Json, pad: dict[str, str]) -> Response:
    simulator.heal()
    return json_response(200, [])


_BSN = r"personen/(?P<bsn>\d{9})"
VIEWS: dict[tuple[str, str], View] = {
    ("GET", "instellen"): _settings,
    ("PUT", "instellen"): _settings,
    ("GET", "personen"): _list("personen"),
    ("POST", "personen"): _add_person,
    ("GET", _BSN): _person,
    ("POST", rf"{_BSN}/wijzigingen/(?P<naam>[a-z-]+)"): _change,
    ("POST", rf"{_BSN}/gebeurtenissen"): _fire,
    ("POST", "gemeenten"): _add_gemeente,
    ("GET", "gemeenten"): _list("gemeenten"),
    ("GET", "ontvangen"): _list("ontvangen"),
    ("GET", "notificaties"): _list("notificaties"),
    ("POST", r"notificaties/(?P<id>[0-9a-f-]{36})/opnieuw"): _again,
    ("GET", "storingen"): _list("storingen"),
    ("POST", "storingen"): _fail,
    ("DELETE", "storingen"): _heal,
}
"""Method and address under /simulator/api/."""

"""`/simulator/api/…`: what a test or a script sees and sets, as JSON."""

import math
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from meedoen.simulator import pages
from meedoen.simulator.fields import ChangeFault
from meedoen.simulator.persons import FileFault
from meedoen.simulator.requests import OIN, Request, Response, json_response

if TYPE_CHECKING:
    from meedoen.simulator.app import Simulator

Json = dict[str, Any]
View = Callable[["Simulator", Json, dict[str, str]], Response]
LONGEST_DELAY = 86_400


def answer(simulator: "Simulator", request: Request) -> Response:
    """Answer a request outside DUO's interface: JSON under /simulator/api/, pages elsewhere."""
    if not request.path.startswith("/simulator/api/"):
        return pages.answer(simulator, request)
    for (method, pattern), view in VIEWS.items():
        match = re.fullmatch(pattern, request.path.removeprefix("/simulator/api/"))
        if match and method == request.method:
            return _called(view, simulator, request, match.groupdict())
    return json_response(404, {"fout": "Dit adres bestaat niet bij de DUO-simulator."})


def _called(view: View, simulator: "Simulator", request: Request, pad: dict[str, str]) -> Response:
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


def configure(simulator: "Simulator", wanted: Json) -> None:
    """Set the delay, whether the termijn starts by itself, and the address of Meedoen.

    Raises:
        ChangeFault: a name is not known or a value not right; then nothing is set.
    """
    if strange := sorted(set(wanted) - {"vertraging", "termijn_vanzelf", "meedoen"}):
        raise ChangeFault(f"De instelling {strange[0]} is niet bekend.")
    delay = wanted.get("vertraging", 0)
    if type(delay) not in (int, float) or not (math.isfinite(delay) and 0 <= delay <= LONGEST_DELAY):
        raise ChangeFault("De vertraging is 0 tot en met 86400 seconden.")
    if not isinstance(wanted.get("termijn_vanzelf", True), bool):
        raise ChangeFault("termijn_vanzelf is true of false.")
    url = wanted.get("meedoen", "")
    if not (isinstance(url, str) and re.fullmatch(r"(https?://\S{1,200})?", url)):
        raise ChangeFault("Het adres van Meedoen begint met http:// of https://.")
    with simulator.state.lock:
        for name in ("vertraging", "termijn_vanzelf"):
            if name in wanted:
                simulator.state.data[name] = wanted[name]
        if "meedoen" in wanted:
            simulator.notifier.meedoen = url.rstrip("/")
        simulator.state.save()


def _settings(simulator: "Simulator", body: Json, pad: dict[str, str]) -> Response:
    configure(simulator, body)
    with simulator.state.lock:
        data = simulator.state.data
        found = {name: data[name] for name in ("duo_oin", "vertraging", "termijn_vanzelf")}
    return json_response(200, found | {"meedoen": simulator.notifier.meedoen})


def _list(name: str) -> View:
    def view(simulator: "Simulator", body: Json, pad: dict[str, str]) -> Response:
        with simulator.state.lock:
            return json_response(200, simulator.state.data[name])

    return view


def _person(simulator: "Simulator", body: Json, pad: dict[str, str]) -> Response:
    with simulator.state.lock:
        person = simulator.state.person(pad["bsn"])
        return json_response(200, person) if person else json_response(404, {"fout": "Onbekend."})


def _add_person(simulator: "Simulator", body: Json, pad: dict[str, str]) -> Response:
    bsn = body.pop("bsn", "")
    return json_response(201, simulator.state.add_person(bsn, **body))


def _add_gemeente(simulator: "Simulator", body: Json, pad: dict[str, str]) -> Response:
    oin, code = str(body.get("oin")), str(body.get("code"))
    if not (OIN.fullmatch(oin) and re.fullmatch(r"\d{4}", code)):
        raise ChangeFault("Een gemeente heeft een oin van twintig en een code van vier cijfers.")
    simulator.state.add_gemeente(oin, code, str(body.get("naam", "")))
    return json_response(201, {"oin": oin, "code": code})


def _change(simulator: "Simulator", body: Json, pad: dict[str, str]) -> Response:
    return json_response(200, {"gebeurtenissen": simulator.change(pad["bsn"], pad["naam"], **body)})


def _fire(simulator: "Simulator", body: Json, pad: dict[str, str]) -> Response:
    event = str(body.get("gebeurtenisId", ""))
    told = simulator.fire(pad["bsn"], event, by_v_nummer=body.get("met") == "vNummer")
    return json_response(201, {"verstuurd": told})


def _again(simulator: "Simulator", body: Json, pad: dict[str, str]) -> Response:
    if not simulator.send_again(pad["id"]):
        return json_response(404, {"fout": "Deze notificatie is er niet."})
    return json_response(200, {"opnieuw": True})


def _fail(simulator: "Simulator", body: Json, pad: dict[str, str]) -> Response:
    if strange := sorted(set(body) - {"operatie", "soort", "aantal", "tekst", "seconden"}):
        raise ChangeFault(f"Het veld {strange[0]} is niet bekend.")
    times = body.pop("aantal", 1)
    simulator.fail(body.pop("operatie", ""), body.pop("soort", ""), times, **body)
    return _list("storingen")(simulator, {}, {})


def _heal(simulator: "Simulator", body: Json, pad: dict[str, str]) -> Response:
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

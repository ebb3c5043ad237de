"""`/simulator/`: the pages of a trainer. Forms post, then the page is shown again."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from meedoen.simulator import events, html
from meedoen.simulator.changes import CHANGES
from meedoen.simulator.dates import in_dutch
from meedoen.simulator.engine import Engine
from meedoen.simulator.faults import DEFAULT_REFUSAL, KINDS
from meedoen.simulator.fields import ChangeFault, Field, read_fields
from meedoen.simulator.operations import BY_NAME
from meedoen.simulator.requests import Request, Response

Json = dict[str, Any]
Do = Callable[[Engine, Json, dict[str, str]], str]
SHOWN = 100
"""Messages and notifications on a page, newest first."""
PEOPLE = 1000
POLICY = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # with no-referrer a form would come from "null"
    "Cache-Control": "no-store",
}

FAULT_FIELDS = (
    Field("operatie", "Bewerking (* is elke)", "keuze", ("*", *BY_NAME), required=True),
    Field("soort", "Storing", "keuze", tuple(KINDS), required=True, words=KINDS),
    Field("aantal", "Aantal keren", "getal", required=True),
    Field("seconden", "Seconden wachten", "getal"),
    Field("tekst", "Tekst bij weigeren"),
)
SETTING_FIELDS = (
    Field("vertraging", "Seconden voordat DUO een bericht verwerkt", "getal", required=True),
    Field("termijn_vanzelf", "Begin de termijn vanzelf na het eerste PIP", "ja"),
    Field("meedoen", "Adres van Meedoen, voor de notificaties"),
)
EVENT_FIELDS = (
    Field("gebeurtenisId", "Gebeurtenis", "keuze", tuple(events.ALL), required=True, words=events.ALL),
    Field("v_nummer", "Noem het V-nummer in plaats van het bsn", "ja"),
)


def answer(simulator: Engine, request: Request) -> Response:
    """Answer a request of a browser."""
    if request.method == "GET" and request.path == "/simulator/stijl.css":
        style = Path(__file__).with_name("stijl.css").read_bytes()
        return Response(200, style, "text/css; charset=utf-8", dict(HEADERS))
    if request.method == "GET" and request.path in ("/", "/simulator"):
        return Response(303, headers={"Location": "/simulator/"})
    if request.method == "GET" and request.path == "/simulator/":
        return _shown(200, _overview(simulator, "", {}, done="gedaan" in request.query))
    person = re.fullmatch(r"/simulator/personen/(\d{9})", request.path)
    if request.method == "GET" and person and simulator.state.person(person[1]):
        return _shown(200, _person(simulator, person[1], "", "", {}, done="gedaan" in request.query))
    if request.method == "POST":
        return _posted(simulator, request)
    words = html.text("Dit adres bestaat niet. Ga terug naar het overzicht.")
    return _shown(404, html.page("Niet gevonden", words))


def _shown(status: int, page: str) -> Response:
    return Response(status, page.encode(), "text/html; charset=utf-8", dict(HEADERS))


def _posted(simulator: Engine, request: Request) -> Response:
    if not _from_here(request):
        words = html.text("Dit formulier komt van een andere website. Er is niets gedaan.")
        return _shown(403, html.page("Niet gedaan", words))
    for pattern, do in FORMS.items():
        if match := re.fullmatch(pattern, request.path):
            return _done(simulator, request, do, match.groupdict())
    return _shown(404, html.page("Niet gevonden", html.text("Dit formulier bestaat niet.")))


def _from_here(request: Request) -> bool:
    """A browser says where a form comes from; another site must not set the simulator."""
    if request.headers["site"] not in ("", "same-origin", "none"):
        return False
    origin = request.headers["origin"]
    return not origin or urlsplit(origin).netloc == request.headers["host"]


def _done(simulator: Engine, request: Request, do: Do, pad: dict[str, str]) -> Response:
    given = request.form()
    try:
        back = do(simulator, given, pad)
    except ValueError as fault:
        if "bsn" in pad and simulator.state.person(pad["bsn"]):
            name = pad.get("naam", "gebeurtenis")
            return _shown(400, _person(simulator, pad["bsn"], str(fault), name, given))
        return _shown(400, _overview(simulator, str(fault), given))
    return Response(303, headers={"Location": f"{back}?gedaan"})


def _set(simulator: Engine, given: Json, pad: dict[str, str]) -> str:
    simulator.configure(**({"meedoen": ""} | read_fields(SETTING_FIELDS, given)))
    return "/simulator/"


def _fail(simulator: Engine, given: Json, pad: dict[str, str]) -> str:
    facts = {"tekst": DEFAULT_REFUSAL} | read_fields(FAULT_FIELDS, given)
    simulator.fail(facts.pop("operatie"), facts.pop("soort"), facts.pop("aantal"), **facts)
    return "/simulator/"


def _heal(simulator: Engine, given: Json, pad: dict[str, str]) -> str:
    simulator.heal()
    return "/simulator/"


def _again(simulator: Engine, given: Json, pad: dict[str, str]) -> str:
    if not simulator.send_again(pad["id"]):
        raise ChangeFault("Deze notificatie is er niet.")
    return "/simulator/"


def _fire(simulator: Engine, given: Json, pad: dict[str, str]) -> str:
    facts = read_fields(EVENT_FIELDS, given)
    if not simulator.fire(pad["bsn"], facts["gebeurtenisId"], by_v_nummer=facts["v_nummer"]):
        raise ChangeFault("De gemeente van deze persoon doet niet mee; er is niets verstuurd.")
    return f"/simulator/personen/{pad['bsn']}"


def _change(simulator: Engine, given: Json, pad: dict[str, str]) -> str:
    simulator.change(pad["bsn"], pad["naam"], **given)
    return f"/simulator/personen/{pad['bsn']}"


_BSN = r"/simulator/personen/(?P<bsn>\d{9})"
FORMS: dict[str, Do] = {
    "/simulator/instellen": _set,
    "/simulator/storingen": _fail,
    "/simulator/storingen/wissen": _heal,
    r"/simulator/notificaties/(?P<id>[0-9a-f-]{36})/opnieuw": _again,
    rf"{_BSN}/gebeurtenissen": _fire,
    rf"{_BSN}/wijzigingen/(?P<naam>[a-z-]+)": _change,
}


def _overview(simulator: Engine, wrong: str, given: Json, *, done: bool = False) -> str:
    with simulator.state.lock:
        data = simulator.state.data
        settings = {
            "vertraging": int(data["vertraging"]),
            "termijn_vanzelf": data["termijn_vanzelf"],
            "meedoen": simulator.notifier.meedoen,
        }
        return html.page(
            "Overzicht",
            html.message(wrong, wrong=True) or html.message("Gedaan." if done else ""),
            html.section("Personen", _people(data)),
            html.section("Notificaties", _notifications(data["notificaties"])),
            html.section("Ontvangen berichten", _received(data["ontvangen"])),
            html.section(
                "Storingen",
                _faults(data["storingen"]),
                html.form(
                    "/simulator/storingen",
                    "storing",
                    "Zet de storing klaar",
                    FAULT_FIELDS,
                    {"aantal": 1} | given,
                ),
                html.form("/simulator/storingen/wissen", "wissen", "Neem alle storingen weg"),
            ),
            html.section(
                "Instellen",
                html.form("/simulator/instellen", "instellen", "Bewaar", SETTING_FIELDS, settings | given),
            ),
        )


def _people(data: Json) -> str:
    rows = [
        (
            html.link(f"/simulator/personen/{person['bsn']}", person["bsn"]),
            html.cell(person["naam"]),
            html.cell(person["gekoppeld"] if person["in_coa"] else person["gemeente"]),
            html.cell((person["doelgroep"] or {}).get("indeling")),
            html.cell(person["pips"][-1]["pip"]["leerroute"] if person["pips"] else "geen PIP"),
            html.cell((person["inburgeringstermijn"] or {}).get("einddatum")),
        )
        for person in list(data["personen"].values())[:PEOPLE]
    ]
    heads = ("Bsn", "Naam", "Gemeente", "Doelgroep", "Leerroute", "Einde termijn")
    more = html.text(f"Alleen de eerste {PEOPLE} staan hier.") if len(data["personen"]) > PEOPLE else ""
    return html.table("Personen die de simulator kent", heads, rows) + more


def _notifications(rows: list[Json]) -> str:
    waiting = [row for row in rows if row["afgeleverd_at"] is None]
    sent = [row for row in rows if row["afgeleverd_at"]]
    heads = ("Gebeurtenis", "Wat", "Persoon", "Pogingen", "Laatste uitkomst", "Opnieuw")
    return "".join(
        html.table(caption, heads, [_notification(row) for row in reversed(found[-SHOWN:])])
        for caption, found in (("Nog niet afgeleverd", waiting), ("Afgeleverd", sent))
    )


def _notification(row: Json) -> tuple[str, ...]:
    code = row["body"]["gebeurtenisId"]
    return (
        html.cell(code),
        html.cell(events.ALL[code]),
        html.link(f"/simulator/personen/{row['bsn']}", row["bsn"]),
        html.cell(row["pogingen"]),
        html.cell(row["uitkomst"] or "nog niet geprobeerd"),
        html.form(f"/simulator/notificaties/{row['id']}/opnieuw", row["id"], f"Verstuur {code} opnieuw"),
    )


def _received(rows: list[Json]) -> str:
    heads = ("Tijd", "Bewerking", "Persoon", "Inhoud", "Antwoord", "Uitleg")
    return html.table(
        "Nieuwste bovenaan",
        heads,
        [
            (
                html.cell(in_dutch(row["at"])),
                html.cell(row["operatie"]),
                html.cell(row["pad"].get("bsn")),
                html.cell(row["body"]),
                html.cell(f"{row['status']}{' (dubbel)' if row['dubbel'] else ''}"),
                html.cell(" ".join([*row["uitleg"], *map(_lost, row["onbekende_velden"])])),
            )
            for row in reversed(rows[-SHOWN:])
        ],
    )


def _lost(field: str) -> str:
    return f"DUO kent het veld {field} niet."


def _faults(rows: list[Json]) -> str:
    heads = ("Bewerking", "Storing", "Betekenis", "Nog")
    return html.table(
        "Storingen die klaarstaan",
        heads,
        [tuple(map(html.cell, (r["operatie"], r["soort"], KINDS[r["soort"]], r["aantal"]))) for r in rows],
    )


def _person(simulator: Engine, bsn: str, wrong: str, at: str, given: Json, *, done: bool = False) -> str:
    address = f"/simulator/personen/{bsn}"
    with simulator.state.lock:
        person = simulator.state.data["personen"][bsn]
        known = [(html.cell(name), html.cell(value)) for name, value in person.items()]
        received = [row for row in simulator.state.data["ontvangen"] if row["pad"].get("bsn") == bsn]
        sent = [row for row in simulator.state.data["notificaties"] if row["bsn"] == bsn]
    return html.page(
        f"Persoon {bsn}",
        html.message(wrong, wrong=True) or html.message("Gedaan." if done else ""),
        html.section("Wat de simulator weet", html.table("Gegevens", ("Gegeven", "Waarde"), known)),
        html.section(
            "Laat iets gebeuren",
            *(
                html.details(
                    change.label,
                    html.form(
                        f"{address}/wijzigingen/{name}",
                        name,
                        change.label,
                        change.fields,
                        given if name == at else None,
                    ),
                    opened=name == at,
                )
                for name, change in CHANGES.items()
            ),
        ),
        html.section(
            "Stuur alleen een gebeurtenis",
            html.form(f"{address}/gebeurtenissen", "gebeurtenis", "Verstuur", EVENT_FIELDS, given),
        ),
        html.section("Notificaties", _notifications(sent)),
        html.section("Ontvangen berichten", _received(received)),
    )

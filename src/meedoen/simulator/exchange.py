"""Handles one message of a gemeente: headers, sender, form, person, conditions; then it is accepted."""

from dataclasses import dataclass, field
from typing import Any

from meedoen.simulator import access, bodies, contacts, reading
from meedoen.simulator.conditions import Case, objections
from meedoen.simulator.faults import Fault
from meedoen.simulator.jobs import Jobs, count
from meedoen.simulator.operations import Operation
from meedoen.simulator.requests import OIN, UUID, Request, Response, json_response
from meedoen.simulator.state import State

Json = dict[str, Any]

AT_ONCE = frozenset({"lbt-overslaan", "contactpersoon-koppelen", "contactpersoon-ontkoppelen"})


@dataclass
class Refused(Exception):
    """The message is not accepted: its status, and why."""

    status: int
    why: list[str] = field(default_factory=list)


@dataclass
class Exchange:
    """One message in hand."""

    state: State
    jobs: Jobs
    request: Request
    operation: Operation
    pad: dict[str, str]
    body: Json = field(default_factory=dict)
    double: bool = False

    def answer(self, fault: Fault | None) -> Response:
        """Return the answer to the message, and keep in the state what it changed."""
        with self.state.lock:
            try:
                response, why = self._handle(fault), []
            except Refused as refused:
                response, why = self._refusal(refused), refused.why
            self._note(response.status, why)
            self.state.save()
        return response

    def unavailable(self, status: int) -> Response:
        """Return the answer of a DUO that is out of order; nothing is done with the message."""
        with self.state.lock:
            self._note(status, ["Storing op verzoek."])
            self.state.save()
        return Response(status)

    def _handle(self, fault: Fault | None) -> Response:
        code = self._sender()
        self._form()
        if self.operation.changes and (known := self._repeated()):
            return known
        try:
            if fault and fault.soort == "weigeren":
                raise Refused(403, [fault.tekst])
            response = self._change(code) if self.operation.changes else self._read(code)
        except Refused as refused:
            if refused.status == 403 and self.operation.changes:
                self._remember(self._refusal(refused))
            raise
        if self.operation.changes:
            self._remember(response)
        return response

    def _sender(self) -> str:
        headers = self.request.headers
        if not UUID.fullmatch(headers["berichtId"]):
            raise Refused(400, ["De header berichtId ontbreekt of is geen UUID."])
        for name in ("bron", "doel"):
            if not OIN.fullmatch(headers[name]):
                raise Refused(400, [f"De header {name} ontbreekt of heeft geen twintig cijfers."])
        if headers["doel"] != self.state.data["duo_oin"]:
            raise Refused(400, ["De header doel is niet het OIN van DUO."])
        gemeente = self.state.data["gemeenten"].get(headers["bron"])
        if gemeente is None:
            raise Refused(self.operation.unknown_sender, ["Het OIN in de header bron is niet bekend."])
        if self.request.certificate_oin not in (None, headers["bron"]):
            raise Refused(
                self.operation.unknown_sender, ["Het OIN in het certificaat is niet dat van de header bron."]
            )
        return gemeente["code"]

    def _form(self) -> None:
        if "bsn" in self.pad and not (
            len(self.pad["bsn"]) == 9 and self.pad["bsn"].isascii() and self.pad["bsn"].isdigit()
        ):
            raise Refused(400, ["Het bsn heeft geen negen cijfers."])
        if "id" in self.pad and not contacts.is_number(self.pad["id"]):
            raise Refused(400, ["Het nummer van de contactpersoon is geen getal van 1 tot en met 99999."])
        if len(self.pad.get("instellingsnummer", "0123456789")) != 10:
            raise Refused(400, ["Het instellingsnummer heeft geen tien tekens."])
        if not self.operation.shape:
            return
        if not self.request.headers["type"].startswith("application/json"):
            raise Refused(400, ["De inhoud is niet aangeduid als application/json."])
        try:
            body = self.request.json()
        except ValueError as fault:
            raise Refused(400, [str(fault)]) from fault
        if wrong := bodies.faults(self.operation.shape, body):
            raise Refused(400, wrong)
        self.body = body

    def _repeated(self) -> Response | None:
        """The same berichtId again: the same answer, without doing it again."""
        earlier = self.state.data["antwoorden"].get(self.request.headers["berichtId"])
        if earlier is None:
            return None
        if earlier["vraag"] != self._question():
            raise Refused(400, ["Dit berichtId is eerder voor een ander bericht gebruikt."])
        self.double = True
        if person := self.state.person(self.pad.get("bsn", "")):
            count(person["dubbel"], self.operation.name)
        return self._with_body(earlier["status"], earlier["antwoord"])

    def _question(self) -> Json:
        return {
            "operatie": self.operation.name,
            "bron": self.request.headers["bron"],
            "pad": self.pad,
            "body": self.body,
        }

    def _remember(self, response: Response) -> None:
        self.state.data["antwoorden"][self.request.headers["berichtId"]] = {
            "vraag": self._question(),
            "status": response.status,
            "antwoord": response.body.decode() or None,
        }

    @staticmethod
    def _with_body(status: int, body: str | None) -> Response:
        return Response(status, (body or "").encode(), "application/json" if body else "")

    def _person(self, code: str) -> Json:
        person = self.state.person(self.pad["bsn"])
        if person is None:
            raise Refused(404, ["DUO kent deze persoon niet."])
        announced = self.jobs.announced(self.pad["bsn"])
        if why := access.refusal(announced, code, self.jobs.today()):
            raise Refused(403, [why])
        return announced

    def _read(self, code: str) -> Response:
        data = self.state.data
        if self.operation.name == "verlengingsgronden":
            return json_response(200, data["verlengingsgronden"])
        if self.operation.name == "instellingen":
            return json_response(200, reading.recognised_schools(data["instellingen"]))
        self._person(code)
        found = reading.ANSWERS[self.operation.name](data["personen"][self.pad["bsn"]])
        if found is None:
            raise Refused(404, ["DUO heeft dit gegeven niet."])
        return json_response(200, found)

    def _change(self, code: str) -> Response:
        known = {name: value for name, value in self.body.items() if self._knows(name)}
        if "id" in self.pad or self.operation.name == "contactpersoon-maken":
            refusal = contacts.check(self.state, self.operation.name, self.pad, code)
            if refusal is not None:
                raise Refused(*refusal)
        if "bsn" not in self.pad:
            return contacts.change(self.state, self.operation, self.pad, code, known)
        person = self._person(code)
        school = self.state.school(self.pad.get("instellingsnummer"))
        if missing := absent(self.operation.name, self.pad, person, school):
            raise Refused(404, [missing])
        case = Case(person, code, known, self.jobs.today(), school)
        if why := objections(self.operation.name, case):
            raise Refused(403, why)
        message = {
            "operatie": self.operation.name,
            "gemeentecode": code,
            "body": known,
            "pad": {name: value for name, value in self.pad.items() if name != "bsn"},
        }
        self.jobs.add("bericht", self.pad["bsn"], message, at_once=self.operation.name in AT_ONCE)
        return Response(self.operation.success)

    def _knows(self, name: str) -> bool:
        return name in bodies.SHAPES.get(self.operation.shape, {})

    def _refusal(self, refused: Refused) -> Response:
        if refused.status == 403 and self.operation.says_why:
            return json_response(403, [{"fouttekst": text[:200]} for text in refused.why])
        return Response(refused.status)

    def _note(self, status: int, why: list[str]) -> None:
        unknown = bodies.unknown_fields(self.operation.shape, self.body) if self.operation.shape else []
        self.state.note(
            {
                "at": self.jobs.clock().isoformat(timespec="seconds"),
                "operatie": self.operation.name,
                "berichtId": self.request.headers["berichtId"],
                "bron": self.request.headers["bron"],
                "pad": self.pad,
                "body": self.body,
                "status": status,
                "dubbel": self.double,
                "uitleg": why,
                "onbekende_velden": unknown,
            }
        )


def absent(name: str, pad: dict[str, str], person: Json, school: Json | None) -> str | None:
    """Return what the message is about and is not there, or None."""
    if name == "pip-verwijderen" and not person["pips"]:
        return "Er is geen PIP."
    if name == "aanbod" and school is None:
        return "De instelling is niet bekend."
    if name == "aanbod-verwijderen" and pad["instellingsnummer"] not in person["aanbod"]:
        return "Er is geen inburgeringsaanbod bij deze instelling."
    if name == "lbt-overslaan" and not person["examennummer"]:
        return "Er is geen examennummer."
    if name == "contactpersoon-ontkoppelen" and person["contactpersoon"] != int(pad["id"]):
        return "Deze contactpersoon is niet gekoppeld."
    return None

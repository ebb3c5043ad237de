"""The OpenAPI document of the API: written beside the addresses and held against them by a test."""

from typing import Any

from django.http import HttpRequest

from .guard import VERSION, endpoint


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def _list(of: dict[str, Any], description: str = "") -> dict[str, Any]:
    return {"type": "array", "items": of} | ({"description": description} if description else {})


def _text(description: str = "", **more: Any) -> dict[str, Any]:
    return {"type": "string"} | ({"description": description} if description else {}) | more


def _day(description: str) -> dict[str, Any]:
    return _text(description, format="date", examples=["2026-03-02"])


def _object(description: str, **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "description": description,
        "required": sorted(properties),
        "properties": properties,
    }


ANY = {"description": "Een datum (2026-03-02), getal, tekst, ja of nee (true, false) of niets (null)."}
YES = {"type": "boolean"}
STATUS = _text("bekend, onbekend (er ontbreekt een feit) of oordeel (een mens beslist)")
STATUS |= {"enum": ["bekend", "onbekend", "oordeel"]}
TEXT_OR_NONE = {"type": ["string", "null"]}

SCHEMAS: dict[str, Any] = {
    "Vraag": _object(
        "Een vraag aan de wet.",
        question=_text("Naam van de vraag"),
        title=_text(),
        parts=_list(_object("Een deel van het antwoord.", part=_text(), label=_text())),
        facts=_list(_ref("GevraagdFeit")),
    ),
    "GevraagdFeit": _object(
        "Een feit dat bij een vraag hoort. Laat weg wat niet bekend is.",
        name=_text(),
        label=_text(),
        form=_text("Hoe een waarde eruitziet"),
        choices=_list(_object("Een mogelijke waarde.", value=_text(), label=_text())),
    ),
    "Feiten": _object(
        "De feiten en de dag waarvoor de wet wordt gevraagd.",
        feiten={"type": "object", "additionalProperties": True, "description": "Naam en waarde."},
        op=_day("De dag waarvoor u het vraagt"),
    ),
    "Uitleg": _object(
        "Het antwoord op een vraag, met alles waarop het rust.",
        question=_text(),
        title=_text(),
        on=_day("De dag waarvoor is gevraagd"),
        parts=_list(_ref("Deel")),
    ),
    "Deel": _object(
        "Een deel van het antwoord.",
        part=_text(),
        label=_text(),
        value=ANY,
        status=STATUS,
        answer=_text("Het antwoord in het Nederlands"),
        sentence=_text("De reden in één zin"),
        short=_text("Antwoord, reden en artikel in één zin"),
        grounds=_list(_ref("Grond"), "De antwoorden waarop dit rust"),
        articles=_list(_ref("Artikel")),
        used=_list(_ref("Feit"), "Gebruikte feiten"),
        unfilled=_list(_ref("Feit"), "Feiten waarnaar is gekeken en die niet zijn ingevuld"),
        missing=_list(_ref("Feit"), "Het feit of oordeel dat nodig is voor een antwoord"),
        readings=_list(_text(), "Lezingen die zijn gevolgd waar de tekst meer dan één lezing toelaat"),
    ),
    "Grond": _object(
        "Het antwoord van één lid van de wet.",
        value=ANY,
        status=STATUS,
        head=_text("Het antwoord in het Nederlands"),
        sentence=_text("De reden in één zin"),
        using={"type": "object", "description": "De waarden in de zin"},
        rule=TEXT_OR_NONE,
        on={"type": ["string", "null"], "format": "date"},
        citation=TEXT_OR_NONE,
        link=TEXT_OR_NONE,
        also=_list(_text(), "Andere plaatsen waarop het antwoord rust"),
        reading=TEXT_OR_NONE,
        grounds=_list(_ref("Grond")),
    ),
    "Feit": _object("Een feit met zijn waarde.", name=_text(), label=_text(), value=ANY, text=_text()),
    "Artikel": _object("Een plaats in de wet.", text=_text(), key=_text(), link=_text("De officiële tekst")),
    "Verschil": _object(
        "Dezelfde vraag met dezelfde feiten op twee dagen.",
        question=_text(),
        title=_text(),
        since=_day("De eerste dag"),
        until=_day("De tweede dag"),
        same=YES,
        parts=_list(_ref("DeelVerschil")),
    ),
    "DeelVerschil": _object(
        "Een deel van het antwoord op twee dagen.",
        part=_text(),
        label=_text(),
        same=YES,
        what=_list(_text(), "Wat anders is: antwoord, zekerheid of reden"),
        before=_ref("Deel"),
        after=_ref("Deel"),
        changes=_list(_ref("Wijziging")),
    ),
    "Wijziging": _object(
        "Wat er op een dag veranderde.",
        kind=_text("lid (een andere tekst), getal (een ander getal) of dag (er ging alleen tijd voorbij)"),
        since=_day("De dag vanaf wanneer"),
        sentence=_text(),
        matters={"type": "boolean", "description": "Of het antwoord op deze dag anders werd"},
        before=_text("Het antwoord op de dag ervoor"),
        after=_text("Het antwoord op de dag zelf"),
        citation=_text(),
        link=_text(),
        source=_text("Waar het is bekendgemaakt"),
    ),
    "Fout": _object(
        "Wat er mis is (RFC 9457).",
        type=_text(),
        title=_text(),
        status={"type": "integer"},
        detail=_text("Wat u kunt doen"),
        instance=_text(),
    ),
}

FAULT = {
    "description": "Er is iets mis; de inhoud zegt wat.",
    "headers": {"API-Version": {"$ref": "#/components/headers/API-Version"}},
    "content": {"application/problem+json": {"schema": _ref("Fout")}},
}


def _operation(
    name: str, summary: str, answers: dict[str, Any], *parameters: dict[str, Any], secured: bool = False
) -> dict[str, Any]:
    faults = ("400", "404", *(("401", "403") if secured else ()), "default")
    given = {
        "description": "Het antwoord.",
        "headers": {"API-Version": {"$ref": "#/components/headers/API-Version"}},
        "content": {"application/json": {"schema": answers}},
    }
    return {
        "operationId": name,
        "summary": summary,
        "tags": ["dossiers" if secured else "wet"],
        "parameters": list(parameters),
        "security": [{"sessie": []}] if secured else [],
        "responses": {"200": given, **dict.fromkeys(faults, FAULT)},
    }


def _parameter(name: str, where: str, schema: dict[str, Any], description: str) -> dict[str, Any]:
    required = where == "path" or name in {"van", "tot"}
    return {"name": name, "in": where, "required": required, "schema": schema, "description": description}


NAAM = _parameter("naam", "path", _text(), "Naam van de vraag")
DOSSIER = _parameter("dossier_id", "path", {"type": "integer"}, "Nummer van het dossier")
VRAAG = _parameter("vraag", "path", _text(), "Naam van de vraag")
OP, VAN, TOT = (
    _parameter(name, "query", _text(format="date"), description)
    for name, description in (
        ("op", "De dag waarvoor u het vraagt; zonder dag is dat vandaag"),
        ("van", "De eerste dag"),
        ("tot", "De tweede dag"),
    )
)

ANSWER = _operation("antwoord", "Beantwoord een vraag; er wordt niets bewaard.", _ref("Uitleg"), NAAM)
ANSWER["requestBody"] = {"required": True, "content": {"application/json": {"schema": _ref("Feiten")}}}

PATHS: dict[str, Any] = {
    "/openapi.json": {"get": _operation("openapi", "Dit document.", {"type": "object"})},
    "/wet/vragen": {"get": _operation("vragen", "Alle vragen met hun feiten.", _list(_ref("Vraag")))},
    "/wet/vragen/{naam}": {"get": _operation("vraag", "Eén vraag met haar feiten.", _ref("Vraag"), NAAM)},
    "/wet/vragen/{naam}/antwoord": {"post": ANSWER},
    "/dossiers/{dossier_id}/uitleg/{vraag}": {
        "get": _operation(
            "uitleg", "Wat zegt de wet over dit dossier?", _ref("Uitleg"), DOSSIER, VRAAG, OP, secured=True
        )
    },
    "/dossiers/{dossier_id}/uitleg/{vraag}/verschil": {
        "get": _operation(
            "verschil",
            "Wat is er anders tussen twee dagen, en waarom?",
            _ref("Verschil"),
            *(DOSSIER, VRAAG, VAN, TOT),
            secured=True,
        )
    },
}

DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {
        "title": "Meedoen",
        "version": VERSION,
        "description": "Vragen aan de wet over inburgering, met het antwoord en de reden. Elke kijk in een "
        "dossier komt in het logboek, zoals bij de pagina's.",
        "contact": {"name": "Beheerders van Meedoen"},
        "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
    },
    "servers": [{"url": "/api/v1", "description": "Deze installatie"}],
    "tags": [
        {"name": "wet", "description": "De wet zonder personen; openbaar."},
        {"name": "dossiers", "description": "De wet over één dossier; alleen voor wie het mag zien."},
    ],
    "paths": PATHS,
    "components": {
        "schemas": SCHEMAS,
        "headers": {"API-Version": {"schema": _text(), "description": "Versie van de API"}},
        "securitySchemes": {
            "sessie": {
                "type": "apiKey",
                "in": "cookie",
                "name": "meedoen",
                "description": "De sessie van de website; met https heet de cookie __Host-meedoen.",
            }
        },
    },
}


@endpoint("public")
def document(request: HttpRequest) -> dict[str, Any]:
    """This document."""
    return DOCUMENT

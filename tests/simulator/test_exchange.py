"""One message: headers, sender, form, the same message again, of whom a gemeente may ask."""

import httpx
import pytest

from meedoen.simulator.operations import OPERATIONS
from tests.simulator.conftest import ASIEL, DUO, ELDERDAM, GEZIN, IN_COA, MEEDAM, PIP, why

UNKNOWN_PERSON = "999990056"


def test_a_pip_that_was_sent_can_be_asked_back(gemeente):
    answer = gemeente("POST", f"/personen/{ASIEL}/PIP", PIP)
    assert (answer.status_code, answer.content) == (201, b"")
    assert answer.headers["API-Version"] == "1.2.0"
    assert answer.headers["berichtId"] == gemeente.last["berichtId"]
    assert answer.headers["Simulator"] == "Meedoen-DUO-simulator"

    answer = gemeente("GET", f"/personen/{ASIEL}/PIP")
    assert answer.status_code == 200
    assert answer.json() == {"gemeentecode": "9001", "pip": PIP | {"niveau": "B1"}}


def test_without_a_major_version_or_behind_a_path_of_a_proxy_it_is_the_same_address(gemeente):
    path = f"/personen/{ASIEL}/inburgeringsplicht"
    headers = {"bron": MEEDAM, "doel": DUO, "berichtId": "5f1c9c4e-57a5-4e62-9d38-1f6ac7f1ab60"}
    answers = [
        gemeente.client.get(address, headers=headers)
        for address in (path, f"/v1{path}", f"/duo/x-1/v1{path}")
    ]
    assert [answer.status_code for answer in answers] == [200, 200, 200]


@pytest.mark.parametrize(
    ("headers", "explanation"),
    [
        ({"berichtId": ""}, "De header berichtId ontbreekt of is geen UUID."),
        ({"berichtId": "12"}, "De header berichtId ontbreekt of is geen UUID."),
        ({"bron": ""}, "De header bron ontbreekt of heeft geen twintig cijfers."),
        ({"bron": "1" * 19}, "De header bron ontbreekt of heeft geen twintig cijfers."),
        ({"doel": "x" * 20}, "De header doel ontbreekt of heeft geen twintig cijfers."),
        ({"doel": MEEDAM}, "De header doel is niet het OIN van DUO."),
    ],
)
def test_headers_that_are_missing_or_wrong_are_a_wrong_request(simulator, gemeente, headers, explanation):
    answer = gemeente("POST", f"/personen/{ASIEL}/PIP", PIP, **headers)
    assert answer.status_code == 400
    assert answer.headers["API-Version"] == "1.2.0"
    assert simulator.state.data["ontvangen"][-1]["uitleg"] == [explanation]
    assert simulator.counts(ASIEL) == {"verwerkt": {}, "dubbel": {}}


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
def test_an_unknown_sender_gets_nowhere(gemeente, operation):
    path = operation.path.format(bsn=ASIEL, id=1, instellingsnummer="0000000001")
    answer = gemeente(operation.method, path, PIP, bron="0" * 20)
    assert answer.status_code == (401 if operation.name == "uren-raadplegen" else 403)
    assert answer.headers["API-Version"] == operation.version
    told = [{"fouttekst": "Het OIN in de header bron is niet bekend."}]
    assert (answer.json() if operation.says_why else answer.text) == (told if operation.says_why else "")


@pytest.mark.parametrize(
    ("body", "explanation"),
    [
        ([], ["De inhoud is geen JSON-object."]),
        ({}, ["Het veld dagtekeningPip ontbreekt.", "Het veld leerroute ontbreekt."]),
        (PIP | {"leerroute": "B1"}, ["Het veld leerroute heeft geen geldige waarde."]),
        (PIP | {"leerroute": None}, ["Het veld leerroute heeft geen geldige waarde."]),
        (PIP | {"niveau": "B2"}, ["Het veld niveau heeft geen geldige waarde."]),
        (PIP | {"dagtekeningPip": "01-04-2026"}, ["Het veld dagtekeningPip heeft geen geldige waarde."]),
        (PIP | {"dagtekeningPip": "2026-02-30"}, ["Het veld dagtekeningPip heeft geen geldige waarde."]),
        (
            PIP | {"geschatteIntensiteitB1Route": 0},
            ["Het veld geschatteIntensiteitB1Route heeft geen geldige waarde."],
        ),
        (
            PIP | {"geschatteIntensiteitB1Route": True},
            ["Het veld geschatteIntensiteitB1Route heeft geen geldige waarde."],
        ),
        (
            PIP | {"indicatorMagOpleidingAfmaken": "ja"},
            ["Het veld indicatorMagOpleidingAfmaken heeft geen geldige waarde."],
        ),
    ],
)
def test_a_body_of_another_form_is_a_wrong_request(simulator, gemeente, body, explanation):
    assert gemeente("POST", f"/personen/{ASIEL}/PIP", body).status_code == 400
    assert simulator.state.data["ontvangen"][-1]["uitleg"] == explanation


@pytest.mark.parametrize(
    ("content", "kind", "explanation"),
    [
        (b"{", "application/json", "De inhoud is geen JSON."),
        (b"{}" + b" " * 1_000_000, "application/json", "De inhoud is te groot."),
        (b"[" * 100_000, "application/json", "De inhoud is geen JSON."),
        (b"{}", "text/plain", "De inhoud is niet aangeduid als application/json."),
    ],
)
def test_what_is_no_json_is_a_wrong_request(simulator, gemeente, content, kind, explanation):
    headers = {"bron": MEEDAM, "doel": DUO, "berichtId": "5f1c9c4e-57a5-4e62-9d38-1f6ac7f1ab60"}
    headers["Content-Type"] = kind
    answer = gemeente.client.post(f"/v1/personen/{ASIEL}/PIP", content=content, headers=headers)
    assert answer.status_code == 400
    assert simulator.state.data["ontvangen"][-1]["uitleg"] == [explanation]


def test_a_field_that_duo_does_not_know_is_left_aside_and_shown(simulator, gemeente):
    assert gemeente("POST", f"/personen/{ASIEL}/PIP", PIP | {"Niveau": "A2"}).status_code == 201
    assert simulator.state.data["ontvangen"][-1]["onbekende_velden"] == ["Niveau"]
    assert "Niveau" not in gemeente("GET", f"/personen/{ASIEL}/PIP").json()["pip"]


@pytest.mark.parametrize(
    "path",
    [
        "/personen/12345678/PIP",
        "/personen/12345678x/PIP",
        f"/personen/{ASIEL}/Inburgeringsaanbod/123",
        "/contactpersonen/0",
        "/contactpersonen/100000",
        "/contactpersonen/een",
    ],
)
def test_a_number_in_the_address_that_cannot_be_is_a_wrong_request(gemeente, path):
    assert gemeente("DELETE", path).status_code == 400


def test_another_method_or_address_does_not_exist(gemeente):
    assert gemeente("PATCH", f"/personen/{ASIEL}/PIP").status_code == 405
    assert gemeente("GET", f"/personen/{ASIEL}/pip").status_code == 404


def test_the_same_bericht_again_gives_the_same_answer_and_is_not_processed_twice(simulator, gemeente):
    path = f"/personen/{ASIEL}/PIP"
    first = gemeente("POST", path, PIP)
    again = [gemeente.again("POST", path, PIP) for _ in range(3)]
    assert [first.status_code, *(answer.status_code for answer in again)] == [201] * 4
    assert len(simulator.state.person(ASIEL)["pips"]) == 1
    assert simulator.counts(ASIEL) == {"verwerkt": {"pip": 1}, "dubbel": {"pip": 3}}
    assert [row["dubbel"] for row in simulator.state.data["ontvangen"]] == [False, True, True, True]


def test_a_refusal_is_the_same_when_the_bericht_comes_again(simulator, gemeente):
    path, body = f"/personen/{ASIEL}/PIP", PIP | {"leerroute": "O", "niveau": "A2"}
    refused = why(gemeente("POST", path, body))
    assert refused == ["Niveau A2 kan niet samen met de onderwijsroute."]
    assert why(gemeente.again("POST", path, body)) == refused
    assert simulator.counts(ASIEL) == {"verwerkt": {}, "dubbel": {"pip": 1}}


def test_a_new_contactpersoon_keeps_its_number_when_the_bericht_comes_again(gemeente):
    body = {"naam": "Team Inburgering", "email": "team@meedam.test", "telefoonnummer": "0101234567"}
    answers = [gemeente("POST", "/contactpersonen", body), gemeente.again("POST", "/contactpersonen", body)]
    assert [answer.json() for answer in answers] == [{"id": 1, "contactpersoongegevens": body}] * 2
    assert gemeente("POST", "/contactpersonen", body).json()["id"] == 2


def test_a_bericht_id_that_was_used_for_something_else_is_a_wrong_request(simulator, gemeente):
    gemeente("POST", f"/personen/{ASIEL}/PIP", PIP)
    answer = gemeente.again("POST", f"/personen/{ASIEL}/PIP", PIP | {"leerroute": "Z"})
    assert answer.status_code == 400
    why = simulator.state.data["ontvangen"][-1]["uitleg"]
    assert why == ["Dit berichtId is eerder voor een ander bericht gebruikt."]
    assert gemeente.again("POST", f"/personen/{GEZIN}/PIP", PIP).status_code == 400


def test_asking_twice_with_one_bericht_id_answers_what_is_known_now(simulator, gemeente):
    path = f"/personen/{ASIEL}/inburgeringstermijn"
    assert gemeente("GET", path).status_code == 404
    simulator.state.person(ASIEL)["inburgeringstermijn"] = {
        "startdatum": "2026-04-02",
        "einddatum": "2029-04-02",
    }
    assert gemeente.again("GET", path).json()["einddatum"] == "2029-04-02"


def test_a_person_that_duo_does_not_know_is_not_found(gemeente):
    assert gemeente("GET", f"/personen/{UNKNOWN_PERSON}/inburgeringsplicht").status_code == 404
    assert gemeente("POST", f"/personen/{UNKNOWN_PERSON}/PIP", PIP).status_code == 404


def test_what_was_not_found_is_looked_for_again_when_the_bericht_comes_again(simulator, gemeente):
    assert gemeente("POST", f"/personen/{UNKNOWN_PERSON}/PIP", PIP).status_code == 404
    simulator.state.add_person(
        UNKNOWN_PERSON, gemeente="9001", vestiging="2026-01-20", doelgroep="asiel", plicht="2026-01-10"
    )
    assert gemeente.again("POST", f"/personen/{UNKNOWN_PERSON}/PIP", PIP).status_code == 201


def pip_of(code: str, signed: str) -> dict:
    return {"gemeentecode": code, "pip": {"dagtekeningPip": signed, "leerroute": "B"}}


OLD, NEW = pip_of("9001", "2026-02-01"), pip_of("9002", "2026-03-11")


@pytest.mark.parametrize(
    ("facts", "status"),
    [
        ({"gemeente": "9001"}, 200),
        ({"gemeente": "9001", "onder_wi2021": False}, 403),
        ({"gemeente": "9001", "in_coa": True}, 403),
        ({"gemeente": "9002"}, 403),
        ({"in_coa": True, "gekoppeld": "9001"}, 200),
        ({"in_coa": True, "gekoppeld": "9002"}, 403),
        ({"gekoppeld": "9001"}, 403),
        ({"gemeente": "9002", "pips": [OLD]}, 200),
        ({"gemeente": "9002", "pips": [OLD, NEW]}, 200),
        ({"gemeente": "9002", "pips": [OLD, pip_of("9002", "2026-03-10")]}, 403),
        ({"gemeente": "9002", "pips": [OLD, NEW, NEW]}, 403),
        ({"gemeente": "9002", "pips": [NEW]}, 403),
    ],
)
def test_of_whom_a_gemeente_may_ask(simulator, gemeente, facts, status):
    """On 10 April a PIP of 10 March is no longer younger than a month, one of 11 March still is."""
    simulator.state.add_person(UNKNOWN_PERSON, doelgroep="asiel", plicht="2026-01-10", **facts)
    assert gemeente("GET", f"/personen/{UNKNOWN_PERSON}/doelgroep").status_code == status


def test_who_may_not_ask_may_not_tell_either(elderdam):
    assert why(elderdam("POST", f"/personen/{ASIEL}/PIP", PIP)) == [
        "De persoon is niet relevant voor uw gemeente."
    ]
    assert elderdam("GET", f"/personen/{ASIEL}/PIP").status_code == 403


def test_a_gemeente_may_tell_about_who_is_linked_to_it_in_an_azc(gemeente):
    path = f"/personen/{IN_COA}/uren/bredeintake/taallesknm"
    assert gemeente("PUT", path, {"uren": 4}).status_code == 200


def test_a_contactpersoon_is_kept_per_gemeente_and_linked_to_persons(simulator, gemeente, elderdam):
    body = {"naam": "T. Jansen-Ö", "email": "t@x.nl", "telefoonnummer": "+31 10 1234567"}
    number = gemeente("POST", "/contactpersonen", body).json()["id"]
    path = f"/contactpersonen/{number}"

    assert gemeente("POST", f"{path}/personen/{ASIEL}").status_code == 201
    assert gemeente("POST", f"{path}/personen/{GEZIN}").status_code == 201
    assert gemeente("POST", f"{path}/personen/{UNKNOWN_PERSON}").status_code == 404
    assert gemeente("DELETE", f"{path}/personen/{GEZIN}").status_code == 200
    assert gemeente("DELETE", f"{path}/personen/{GEZIN}").status_code == 404
    assert [simulator.state.person(bsn)["contactpersoon"] for bsn in (ASIEL, GEZIN)] == [number, None]

    assert gemeente("PUT", path, body | {"naam": "K. de Vries"}).status_code == 200
    assert simulator.state.data["contactpersonen"]["1"]["gegevens"]["naam"] == "K. de Vries"
    assert why(elderdam("PUT", path, body)) == ["Deze contactpersoon is van een andere gemeente."]
    assert elderdam("DELETE", path).status_code == 403

    assert gemeente("DELETE", path).status_code == 200
    assert simulator.state.person(ASIEL)["contactpersoon"] is None
    assert gemeente("DELETE", path).status_code == 404


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"naam": "A" * 100}, 201),
        ({"naam": "A" * 101}, 400),
        ({"naam": "Piet 2"}, 400),
        ({"naam": "d'Arc – O‘Neil."}, 201),
        ({"email": "a@b"}, 400),
        ({"email": "a@bc"}, 201),
        ({"telefoonnummer": "010-1234567"}, 201),
        ({"telefoonnummer": "+31(0)101234567"}, 201),
        ({"telefoonnummer": "tien"}, 400),
        ({"telefoonnummer": "12"}, 400),
    ],
)
def test_the_form_of_a_contactpersoon(gemeente, change, status):
    body = {"naam": "Team", "email": "a@b.nl", "telefoonnummer": "0101234567"} | change
    assert gemeente("POST", "/contactpersonen", body).status_code == status


def test_only_schools_with_a_keurmerk_or_recognition_are_listed(gemeente):
    assert [row["instellingsnummer"] for row in gemeente("GET", "/instellingen").json()] == [
        "0000000001",
        "0000000002",
    ]


def test_the_certificate_and_the_header_name_the_same_sender(simulator, gemeente):
    class Line:
        def getpeercert(self):
            return {"subject": ((("commonName", "Meedam"),), (("serialNumber", MEEDAM),))}

    def over_tls(environ, start_response):
        return simulator(environ | {"gunicorn.socket": Line()}, start_response)

    transport = httpx.WSGITransport(app=over_tls)
    gemeente.client = httpx.Client(transport=transport, base_url="http://duo.test")
    assert gemeente("GET", f"/personen/{ASIEL}/doelgroep").status_code == 200
    gemeente.oin = ELDERDAM
    assert gemeente("GET", f"/personen/{ASIEL}/doelgroep").status_code == 403
    assert gemeente("GET", f"/personen/{ASIEL}/uren").status_code == 401

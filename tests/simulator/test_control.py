"""`/simulator/api/`: what a test or a script sees and sets."""

import pytest

from tests.simulator.conftest import ASIEL, PIP, told

NEW = "999990056"


@pytest.fixture
def api(gemeente):
    def call(method: str, path: str, body=None, **more):
        answer = gemeente.client.request(method, f"/simulator/api/{path}", json=body, **more)
        return answer.status_code, answer.json()

    return call


def test_a_person_can_be_added_seen_and_changed(simulator, gemeente, api):
    status, person = api(
        "POST", "personen", {"bsn": NEW, "gemeente": "9001", "doelgroep": "asiel", "plicht": "2026-01-10"}
    )
    assert (status, person["doelgroep"]["indeling"]) == (201, "Asielstatushouder")
    assert api("GET", f"personen/{NEW}") == (200, person)
    assert set(api("GET", "personen")[1]) == {*simulator.state.data["personen"]}
    assert api("POST", f"personen/{NEW}/wijzigingen/lbt-aanmelden", {}) == (
        200,
        {"gebeurtenissen": ["SS137"]},
    )
    assert api("POST", f"personen/{NEW}/gebeurtenissen", {"gebeurtenisId": "SS101"}) == (
        201,
        {"verstuurd": True},
    )
    assert told(simulator) == [("9001", "SS137"), ("9001", "SS101")]


@pytest.mark.parametrize(
    ("path", "body", "explanation"),
    [
        ("personen", {"bsn": "1"}, "een bsn heeft negen cijfers, dit niet: '1'"),
        ("personen", {"bsn": NEW, "naaam": "x"}, "deze gegevens van een persoon zijn niet bekend: naaam"),
        (
            f"personen/{NEW}/gebeurtenissen",
            {"gebeurtenisId": "SS101"},
            "De simulator kent deze persoon niet.",
        ),
        (f"personen/{ASIEL}/wijzigingen/toveren", {}, "De wijziging toveren bestaat niet."),
        ("storingen", {"operatie": "pop", "soort": "503"}, "De bewerking pop bestaat niet."),
        ("storingen", {"operatie": "pip", "soort": "503", "duur": 3}, "Het veld duur is niet bekend."),
        (
            "gemeenten",
            {"oin": "1", "code": "9003"},
            "Een gemeente heeft een oin van twintig en een code van vier cijfers.",
        ),
    ],
)
def test_what_is_not_right_is_said(api, path, body, explanation):
    assert api("POST", path, body) == (400, {"fout": explanation})


def test_another_gemeente_can_take_part(gemeente, api):
    assert api("POST", "gemeenten", {"oin": "0" * 19 + "3", "code": "9003"})[0] == 201
    assert api("GET", "gemeenten")[1]["0" * 19 + "3"] == {"code": "9003", "naam": "9003"}
    gemeente.oin = "0" * 19 + "3"
    assert gemeente("GET", "/instellingen").status_code == 200


def test_faults_are_set_seen_and_taken_away(gemeente, api):
    row = {"operatie": "pip", "soort": "503", "aantal": 3, "tekst": "x", "seconden": 0}
    assert api("POST", "storingen", row) == (200, [row])
    gemeente("POST", f"/personen/{ASIEL}/PIP", PIP)
    assert api("GET", "storingen") == (200, [row | {"aantal": 2}])
    assert api("DELETE", "storingen") == (200, [])
    assert api("GET", "storingen") == (200, [])


def test_the_settings_are_seen_and_set(api):
    before = {"duo_oin": "00000099000000001000", "vertraging": 0.0, "termijn_vanzelf": True, "meedoen": ""}
    assert api("GET", "instellen") == (200, before)
    wanted = {"vertraging": 2, "termijn_vanzelf": False, "meedoen": "http://meedoen.test/"}
    after = before | wanted | {"meedoen": "http://meedoen.test"}
    assert api("PUT", "instellen", wanted) == (200, after)
    assert api("GET", "instellen") == (200, after)


@pytest.mark.parametrize(
    ("wanted", "explanation"),
    [
        ({"vertraging": -1}, "De vertraging is 0 tot en met 86400 seconden."),
        ({"vertraging": "2"}, "De vertraging is 0 tot en met 86400 seconden."),
        ({"termijn_vanzelf": "ja"}, "termijn_vanzelf is true of false."),
        ({"meedoen": "ftp://x"}, "Het adres van Meedoen begint met http:// of https://."),
        ({"kleur": "rood"}, "De instelling kleur is niet bekend."),
    ],
)
def test_a_setting_that_is_not_right_sets_nothing(api, wanted, explanation):
    assert api("PUT", "instellen", {"vertraging": 5} | wanted) == (400, {"fout": explanation})
    assert api("GET", "instellen")[1]["vertraging"] == 0.0


def test_what_came_in_and_went_out_is_seen(gemeente, api):
    gemeente("POST", f"/personen/{ASIEL}/PIP", PIP)
    ((status, received), (_, sent)) = api("GET", "ontvangen"), api("GET", "notificaties")
    assert status == 200
    assert [(row["operatie"], row["status"], row["body"]) for row in received] == [("pip", 201, PIP)]
    assert [row["body"]["gebeurtenisId"] for row in sent] == ["SS102"]
    assert api("POST", f"notificaties/{sent[0]['id']}/opnieuw", {}) == (200, {"opnieuw": True})
    assert api("POST", f"notificaties/{'0' * 36}/opnieuw", {}) == (
        404,
        {"fout": "Deze notificatie is er niet."},
    )


def test_only_json_is_taken(gemeente, api):
    answer = gemeente.client.post("/simulator/api/storingen", data={"operatie": "pip", "soort": "503"})
    assert (answer.status_code, answer.json()) == (415, {"fout": "Stuur de inhoud als application/json."})
    assert api("POST", "storingen", ["pip"]) == (400, {"fout": "De inhoud is geen JSON-object."})
    headers = {"Content-Type": "application/json"}
    answer = gemeente.client.post("/simulator/api/storingen", content=b"{", headers=headers)
    assert (answer.status_code, answer.json()) == (400, {"fout": "De inhoud is geen JSON."})


def test_an_address_that_does_not_exist(api):
    gone = (404, {"fout": "Dit adres bestaat niet bij de DUO-simulator."})
    assert [api("GET", "niets"), api("DELETE", "personen")] == [gone, gone]

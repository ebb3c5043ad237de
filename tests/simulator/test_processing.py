"""Melding-bevestiging: DUO confirms receipt, processes later, and tells what came of it."""

import httpx

from meedoen.simulator import Simulator, State
from tests.simulator.conftest import ASIEL, GEZIN, PIP, people, told, why

PATH = f"/personen/{ASIEL}"
PARTS = ("KNM", "LE", "LU", "SC", "SP")


def test_the_first_pip_starts_the_termijn_the_day_after_its_dagtekening(simulator, gemeente):
    gemeente("POST", f"{PATH}/PIP", PIP)
    assert gemeente("GET", f"{PATH}/inburgeringstermijn").json() == {
        "startdatum": "2026-04-02",
        "einddatum": "2029-04-02",
        "wijzigingsdatum": "2026-04-10",
    }
    assert told(simulator) == [("9001", "SS102")]


def test_a_changed_pip_does_not_start_the_termijn_again(simulator, gemeente):
    gemeente("POST", f"{PATH}/PIP", PIP)
    gemeente("POST", f"{PATH}/PIP", PIP | {"dagtekeningPip": "2026-04-09", "leerroute": "Z"})
    assert gemeente("GET", f"{PATH}/inburgeringstermijn").json()["startdatum"] == "2026-04-02"
    assert gemeente("GET", f"{PATH}/PIP").json()["pip"]["leerroute"] == "Z"
    assert told(simulator) == [("9001", "SS102")]


def test_a_termijn_from_29_february_ends_on_the_last_day_of_february(simulator, gemeente, clock):
    clock.set(2028, 3, 10)
    gemeente("POST", f"{PATH}/PIP", PIP | {"dagtekeningPip": "2028-02-28"})
    assert gemeente("GET", f"{PATH}/inburgeringstermijn").json()["startdatum"] == "2028-02-29"
    assert gemeente("GET", f"{PATH}/inburgeringstermijn").json()["einddatum"] == "2031-02-28"


def test_with_a_delay_duo_confirms_at_once_and_processes_later(simulator, gemeente, clock):
    simulator.configure(vertraging=60)
    assert gemeente("POST", f"{PATH}/PIP", PIP).status_code == 201
    assert gemeente("GET", f"{PATH}/PIP").status_code == 404
    assert simulator.counts(ASIEL)["verwerkt"] == {}

    clock.on(seconds=59)
    simulator.work()
    assert gemeente("GET", f"{PATH}/PIP").status_code == 404

    clock.on(seconds=1)
    simulator.work()
    assert gemeente("GET", f"{PATH}/PIP").status_code == 200
    assert (told(simulator), simulator.counts(ASIEL)["verwerkt"]) == ([], {"pip": 1})

    clock.on(seconds=60)
    simulator.work()
    assert told(simulator) == [("9001", "SS102")]


def test_what_waits_is_weighed_with_what_comes_after_it(simulator, gemeente, clock):
    simulator.configure(vertraging=60)
    gemeente("POST", f"{PATH}/PIP", PIP)
    offer = {"datumInburgeringsaanbod": "2026-04-05", "indicatorAlfabetiseringsonderwijs": "NVT"}
    assert gemeente("POST", f"{PATH}/Inburgeringsaanbod/0000000001", offer).status_code == 201
    assert gemeente("DELETE", f"{PATH}/PIP").status_code == 200
    assert gemeente("DELETE", f"{PATH}/PIP").status_code == 404

    clock.on(seconds=120)
    simulator.work()
    assert simulator.counts(ASIEL)["verwerkt"] == {"pip": 1, "aanbod": 1, "pip-verwijderen": 1}
    assert simulator.state.person(ASIEL)["inburgeringstermijn"] is None
    assert told(simulator) == []


def test_a_later_message_about_a_person_does_not_overtake_an_earlier_one(simulator, gemeente, clock):
    simulator.configure(vertraging=60)
    gemeente("POST", f"{PATH}/PIP", PIP)
    simulator.configure(vertraging=0)
    gemeente("POST", f"{PATH}/PIP", PIP | {"dagtekeningPip": "2026-04-09"})
    gemeente("POST", f"/personen/{GEZIN}/PIP", PIP)
    assert simulator.counts(ASIEL)["verwerkt"] == {}
    assert simulator.counts(GEZIN)["verwerkt"] == {"pip": 1}

    clock.on(seconds=60)
    simulator.work()
    assert [row["pip"]["dagtekeningPip"] for row in simulator.state.person(ASIEL)["pips"]] == [
        "2026-04-01",
        "2026-04-09",
    ]


def test_a_trainer_can_keep_the_termijn_from_starting_by_itself(simulator, gemeente):
    simulator.configure(termijn_vanzelf=False)
    gemeente("POST", f"{PATH}/PIP", PIP)
    assert gemeente("GET", f"{PATH}/inburgeringstermijn").status_code == 404
    assert gemeente("DELETE", f"{PATH}/PIP").status_code == 200
    assert told(simulator) == []


def test_the_z_route_with_map_and_pvt_fulfils_the_plicht(simulator, gemeente):
    gemeente("POST", f"{PATH}/PIP", PIP | {"leerroute": "Z"})
    gemeente("PUT", f"{PATH}/map", {"datumEindgesprekMap": "2026-04-08"})
    gemeente("PUT", f"{PATH}/zroute", {"datumAfrondingZroute": "2026-04-09"})
    assert told(simulator) == [("9001", "SS102")]

    gemeente("PUT", f"{PATH}/pvt", {"datumOndertekeningPvt": "2026-04-07"})
    assert told(simulator) == [("9001", "SS102"), ("9001", "SS106")]
    assert gemeente("GET", f"{PATH}/inburgeringsplicht").json() == {
        "indicatorInburgeringsplicht": False,
        "begindatum": "2026-01-10",
        "einddatum": "2026-04-10",
        "wijzigingsdatum": "2026-04-10",
        "datumKennisgevingInburgeringsplicht": "2026-01-10",
        "redenGeenInburgeringsplicht": "Inburgeringsplicht voldaan",
    }
    assert gemeente("GET", f"{PATH}/inburgeringsplicht/historie").json() == [
        {"indicatorInburgeringsplicht": True, "begindatum": "2026-01-10", "wijzigingsdatum": "2026-01-10"}
    ]
    assert "De inburgeringsplicht is al voldaan via de Z-route." in why(
        gemeente("PUT", f"{PATH}/map", {"datumEindgesprekMap": "2026-04-07"})
    )


def test_five_exams_with_map_and_pvt_fulfil_the_plicht_in_the_b1_route(simulator, gemeente):
    gemeente("POST", f"{PATH}/PIP", PIP)
    gemeente("PUT", f"{PATH}/map", {"datumEindgesprekMap": "2026-04-08"})
    gemeente("PUT", f"{PATH}/pvt", {"datumOndertekeningPvt": "2026-04-07"})
    for part in PARTS:
        assert ("9001", "SS106") not in told(simulator)
        simulator.change(ASIEL, "examenresultaat", onderdeel=part, resultaat="Geslaagd", niveau="B1")
    assert told(simulator)[-1] == ("9001", "SS106")
    assert [event for _, event in told(simulator)].count("SS106") == 1


def test_skipping_the_leerbaarheidstoets_takes_the_examennummer_back(simulator, gemeente):
    assert gemeente("DELETE", f"{PATH}/lbt/examennummer").status_code == 404
    simulator.change(ASIEL, "lbt-aanmelden")
    assert gemeente("GET", f"{PATH}/lbt/examennummer").json() == {"examennummer": "SIM999990019"}
    assert gemeente("DELETE", f"{PATH}/lbt/examennummer").status_code == 200
    assert gemeente("GET", f"{PATH}/lbt/examennummer").status_code == 404


def test_a_restart_loses_nothing(tmp_path, clock, gemeente):
    file = tmp_path / "stand.json"
    before = Simulator(State(file, {"personen": people()}), clock=clock)
    before.configure(vertraging=60)
    gemeente.client = httpx.Client(transport=httpx.WSGITransport(app=before), base_url="http://duo.test")
    gemeente("POST", f"{PATH}/PIP", PIP)
    before.fire(GEZIN, "SS101")
    before.fail("map", "503", 2)

    after = Simulator(State(file), clock=clock)
    gemeente.client = httpx.Client(transport=httpx.WSGITransport(app=after), base_url="http://duo.test")
    assert after.state.data == before.state.data
    assert gemeente.again("POST", f"{PATH}/PIP", PIP).status_code == 201
    for _ in range(2):
        clock.on(seconds=60)
        after.work()
    assert after.counts(ASIEL) == {"verwerkt": {"pip": 1}, "dubbel": {"pip": 1}}
    assert told(after) == [("9001", "SS101"), ("9001", "SS102")]
    assert gemeente("PUT", f"{PATH}/map", {"datumEindgesprekMap": "2026-04-09"}).status_code == 503
    assert [path.name for path in tmp_path.iterdir()] == ["stand.json"]

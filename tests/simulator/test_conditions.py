"""Each condition that DUO publishes, with the fouttekst of its refusal."""

import pytest

from tests.simulator.conftest import ASIEL, GEZIN, IN_COA, PIP, why

TERMIJN = {"startdatum": "2026-03-02", "einddatum": "2029-03-02"}
SCHOOL, TAALSCHAKEL, NO_KEURMERK = "0000000001", "0000000002", "0000000003"
AANBOD = {"datumInburgeringsaanbod": "2026-03-20", "indicatorAlfabetiseringsonderwijs": "NVT"}


def pip(route: str = "B", signed: str = "2026-03-01", code: str = "9001") -> dict:
    return {"gemeentecode": code, "pip": {"dagtekeningPip": signed, "leerroute": route}}


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({}, []),
        ({"dagtekeningPip": "2026-01-20"}, []),
        (
            {"dagtekeningPip": "2026-01-19"},
            ["De dagtekening ligt voor de vestiging van de inburgeraar in de gemeente."],
        ),
        (
            {"dagtekeningPip": "2026-01-09"},
            [
                "De dagtekening ligt voor de start van de inburgeringsplicht.",
                "De dagtekening ligt voor de vestiging van de inburgeraar in de gemeente.",
            ],
        ),
        ({"niveau": "B1"}, []),
        (
            {"niveau": "A2"},
            ["Niveau A2 kan niet samen met de B1-route in het eerste PIP van de persoon."],
        ),
        ({"leerroute": "O", "niveau": "A2"}, ["Niveau A2 kan niet samen met de onderwijsroute."]),
        ({"leerroute": "O", "niveau": "B1"}, []),
        ({"leerroute": "Z", "niveau": "B1"}, ["Niveau B1 kan niet samen met de Z-route."]),
        ({"leerroute": "Z", "niveau": "A2"}, []),
        ({"leerroute": "Z"}, []),
        ({"geschatteIntensiteitB1Route": 600}, []),
        (
            {"geschatteIntensiteitB1Route": 600, "leerroute": "Z"},
            ["De geschatte intensiteit hoort alleen bij de B1-route van een asielmigrant."],
        ),
    ],
)
def test_a_first_pip(gemeente, change, refusal):
    answer = gemeente("POST", f"/personen/{ASIEL}/PIP", PIP | change)
    assert (why(answer) if refusal else answer.status_code) == (refusal or 201)


@pytest.mark.parametrize(
    ("signed", "body", "refusal"),
    [
        (("2026-02-01", "2026-03-01"), {"dagtekeningPip": "2026-03-01", "niveau": "A2"}, []),
        (
            ("2026-02-01", "2026-03-01"),
            {"dagtekeningPip": "2026-02-28"},
            ["De dagtekening ligt voor de dagtekening van het actuele PIP."],
        ),
        (
            ("2026-03-05", "2026-03-01"),
            {"dagtekeningPip": "2026-03-04"},
            ["De dagtekening ligt voor de dagtekening van het eerste PIP."],
        ),
    ],
)
def test_a_changed_pip(simulator, gemeente, signed, body, refusal):
    simulator.state.person(ASIEL)["pips"] = [pip(signed=day) for day in signed]
    answer = gemeente("POST", f"/personen/{ASIEL}/PIP", PIP | body)
    assert (why(answer) if refusal else answer.status_code) == (refusal or 201)


def test_the_first_pip_counts_whatever_gemeente_made_it(simulator, gemeente):
    simulator.state.person(ASIEL)["pips"] = [pip(code="9002")]
    assert gemeente("POST", f"/personen/{ASIEL}/PIP", PIP | {"niveau": "A2"}).status_code == 201


def test_an_intensity_is_not_for_a_gezinsmigrant(gemeente):
    answer = gemeente("POST", f"/personen/{GEZIN}/PIP", PIP | {"geschatteIntensiteitB1Route": 600})
    assert why(answer) == ["De geschatte intensiteit hoort alleen bij de B1-route van een asielmigrant."]


def test_without_an_inburgeringsplicht_there_is_no_pip(simulator, gemeente):
    simulator.state.person(ASIEL)["inburgeringsplicht"] = None
    assert why(gemeente("POST", f"/personen/{ASIEL}/PIP", PIP)) == [
        "De persoon heeft geen inburgeringsplicht."
    ]


def test_in_an_azc_a_pip_waits_for_settlement_in_the_gemeente(simulator, gemeente):
    answer = gemeente("POST", f"/personen/{IN_COA}/PIP", PIP)
    assert why(answer) == ["De dagtekening ligt voor de vestiging van de inburgeraar in de gemeente."]
    simulator.change(IN_COA, "verhuizing", gemeente="9001", vestiging="2026-04-01")
    assert gemeente("POST", f"/personen/{IN_COA}/PIP", PIP).status_code == 201


@pytest.mark.parametrize(
    ("facts", "status", "refusal"),
    [
        ({"pips": []}, 404, []),
        ({"pips": [pip()]}, 200, []),
        ({"pips": [pip(code="9002")]}, 403, ["Het actuele PIP is niet van uw gemeente."]),
        (
            {"pips": [pip()], "inburgeringstermijn": TERMIJN},
            403,
            ["De inburgeringstermijn is al vastgesteld."],
        ),
        (
            {
                "pips": [pip()],
                "aanbod": {SCHOOL: {"gemeentecode": "9001", "aanbod": AANBOD, "cursusuren": 1}},
            },
            403,
            ["Er zijn cursusuren geregistreerd bij het actuele inburgeringsaanbod."],
        ),
        (
            {
                "pips": [pip()],
                "aanbod": {SCHOOL: {"gemeentecode": "9001", "aanbod": AANBOD, "cursusuren": 0}},
            },
            200,
            [],
        ),
    ],
)
def test_taking_a_pip_back(simulator, gemeente, facts, status, refusal):
    simulator.state.person(ASIEL).update(facts)
    answer = gemeente("DELETE", f"/personen/{ASIEL}/PIP")
    assert answer.status_code == status
    assert ([row["fouttekst"] for row in answer.json()] if refusal else []) == refusal


@pytest.mark.parametrize(
    ("school", "route", "change", "refusal"),
    [
        (SCHOOL, "B", {}, []),
        (TAALSCHAKEL, "O", {}, []),
        (TAALSCHAKEL, "B", {}, ["De instelling heeft geen keurmerk dat bij de leerroute past."]),
        (NO_KEURMERK, "O", {}, ["De instelling heeft geen keurmerk dat bij de leerroute past."]),
        (SCHOOL, "B", {"datumInburgeringsaanbod": "2026-03-01"}, []),
        (
            SCHOOL,
            "B",
            {"datumInburgeringsaanbod": "2026-02-28"},
            ["Het inburgeringsaanbod ligt voor de dagtekening van het actuele PIP."],
        ),
        (
            SCHOOL,
            "B",
            {"verwachteStartdatumOpleiding": "2026-03-20", "verwachteEinddatumOpleiding": "2029-03-02"},
            [],
        ),
        (
            SCHOOL,
            "B",
            {"verwachteStartdatumOpleiding": "2026-03-19"},
            ["De opleiding begint voor de datum van het inburgeringsaanbod."],
        ),
        (
            SCHOOL,
            "B",
            {"verwachteStartdatumOpleiding": "2026-04-01", "verwachteEinddatumOpleiding": "2026-04-01"},
            ["De opleiding begint niet voor haar einde."],
        ),
        (
            SCHOOL,
            "B",
            {"verwachteEinddatumOpleiding": "2029-03-03"},
            ["De opleiding ligt buiten de inburgeringstermijn."],
        ),
        (
            SCHOOL,
            "B",
            {"verwachteStartdatumOpleiding": "2029-03-02"},
            ["De opleiding ligt buiten de inburgeringstermijn."],
        ),
        (
            SCHOOL,
            "B",
            {"verwachteEinddatumOpleiding": "2026-03-02"},
            ["De opleiding ligt buiten de inburgeringstermijn."],
        ),
    ],
)
def test_an_aanbod(simulator, gemeente, school, route, change, refusal):
    simulator.state.person(ASIEL).update({"pips": [pip(route)], "inburgeringstermijn": TERMIJN})
    answer = gemeente("POST", f"/personen/{ASIEL}/Inburgeringsaanbod/{school}", AANBOD | change)
    assert (why(answer) if refusal else answer.status_code) == (refusal or 201)


def test_an_aanbod_is_for_an_asielmigrant_with_a_pip(gemeente):
    path = f"/personen/{GEZIN}/Inburgeringsaanbod/{SCHOOL}"
    assert why(gemeente("POST", path, AANBOD)) == [
        "Het inburgeringsaanbod is alleen voor een asielmigrant.",
        "De persoon heeft geen PIP.",
    ]


def test_an_aanbod_is_one_per_school_and_the_newest_counts(simulator, gemeente):
    simulator.state.person(ASIEL).update({"pips": [pip("O")], "inburgeringstermijn": TERMIJN})
    path = f"/personen/{ASIEL}/Inburgeringsaanbod"
    assert gemeente("POST", f"{path}/{SCHOOL}", AANBOD).status_code == 201
    newer = AANBOD | {"indicatorAlfabetiseringsonderwijs": "AA"}
    assert gemeente("POST", f"{path}/{SCHOOL}", newer).status_code == 201
    assert gemeente("POST", f"{path}/{TAALSCHAKEL}", AANBOD).status_code == 201
    kept = simulator.state.person(ASIEL)["aanbod"]
    assert {number: row["aanbod"] for number, row in kept.items()} == {SCHOOL: newer, TAALSCHAKEL: AANBOD}

    assert gemeente("DELETE", f"{path}/{SCHOOL}").status_code == 204
    assert gemeente("DELETE", f"{path}/{SCHOOL}").status_code == 404
    assert list(simulator.state.person(ASIEL)["aanbod"]) == [TAALSCHAKEL]


def test_a_school_that_duo_does_not_know_is_not_found(simulator, gemeente):
    simulator.state.person(ASIEL)["pips"] = [pip()]
    path = f"/personen/{ASIEL}/Inburgeringsaanbod/0000000009"
    assert gemeente("POST", path, AANBOD).status_code == 404


RESULTS = pytest.mark.parametrize(
    ("name", "field", "words"),
    [
        ("map", "datumEindgesprekMap", "datum eindgesprek MAP"),
        ("pvt", "datumOndertekeningPvt", "datum ondertekening PVT"),
    ],
)
LATE = "Verwijtbaar (Ja/Nee) hoort niet bij een {} voor het einde van de inburgeringstermijn."


@RESULTS
@pytest.mark.parametrize(
    ("today", "sent", "blame", "refusal"),
    [
        ((2026, 4, 10), "2026-04-10", None, []),
        ((2026, 4, 10), "2026-03-02", None, []),
        ((2026, 4, 10), "2026-04-11", None, ["De {} ligt in de toekomst."]),
        (
            (2026, 4, 10),
            "2026-03-01",
            None,
            ["De {} ligt voor de start van de inburgeringstermijn."],
        ),
        ((2029, 3, 2), "2029-03-01", None, []),
        ((2029, 3, 2), "2029-03-01", "Ja", [LATE]),
        (
            (2029, 3, 2),
            "2029-03-02",
            None,
            ["De inburgeringstermijn is overschreden; Verwijtbaar (Ja/Nee) ontbreekt."],
        ),
        ((2029, 3, 2), "2029-03-02", "Ja", []),
        ((2029, 3, 2), "2029-03-02", "Nee", []),
        ((2029, 1, 2), None, "Nee", []),
        (
            (2029, 1, 1),
            None,
            "Nee",
            ["Verwijtbaar Nee kan pas als het einde van de inburgeringstermijn binnen twee maanden valt."],
        ),
        ((2029, 3, 2), None, "Ja", []),
        (
            (2029, 3, 1),
            None,
            "Ja",
            ["Verwijtbaar Ja kan pas als de inburgeringstermijn is overschreden."],
        ),
    ],
)
def test_the_end_of_map_and_pvt(simulator, gemeente, clock, name, field, words, today, sent, blame, refusal):
    simulator.state.person(ASIEL).update({"pips": [pip()], "inburgeringstermijn": TERMIJN})
    clock.set(*today)
    body = ({field: sent} if sent else {}) | ({"verwijtbaar": blame} if blame else {})
    answer = gemeente("PUT", f"/personen/{ASIEL}/{name}", body)
    expected = [text.format(words) for text in refusal]
    assert (why(answer) if refusal else answer.status_code) == (expected or 200)


@RESULTS
@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        ({"pips": []}, "Uw gemeente heeft geen actueel PIP voor deze persoon."),
        ({"pips": [pip(code="9002")]}, "Uw gemeente heeft geen actueel PIP voor deze persoon."),
        ({"inburgeringstermijn": None}, "De inburgeringstermijn is nog niet gestart."),
        ({"voldaan_via_zroute": "2026-04-01"}, "De inburgeringsplicht is al voldaan via de Z-route."),
        (
            {"zroute": {"gemeentecode": "9001", "datumAfrondingZroute": "2026-04-08"}},
            "De {} ligt na de afronding van de Z-route.",
        ),
    ],
)
def test_what_stands_in_the_way_of_map_and_pvt(simulator, gemeente, name, field, words, facts, refusal):
    simulator.state.person(ASIEL).update({"pips": [pip()], "inburgeringstermijn": TERMIJN} | facts)
    answer = gemeente("PUT", f"/personen/{ASIEL}/{name}", {field: "2026-04-09"})
    assert why(answer) == [refusal.format(words)]


@RESULTS
def test_what_another_gemeente_told_stays(simulator, gemeente, name, field, words):
    earlier = {"gemeentecode": "9002", field: "2026-04-01"}
    simulator.state.person(ASIEL).update({"pips": [pip()], "inburgeringstermijn": TERMIJN, name: earlier})
    answer = gemeente("PUT", f"/personen/{ASIEL}/{name}", {field: "2026-04-09"})
    assert why(answer) == [f"De {words} is eerder door een andere gemeente geleverd."]


@RESULTS
def test_a_date_is_withdrawn_by_leaving_it_out(simulator, gemeente, name, field, words):
    simulator.state.person(ASIEL).update({"pips": [pip()], "inburgeringstermijn": TERMIJN})
    path = f"/personen/{ASIEL}/{name}"
    assert why(gemeente("PUT", path, {})) == [f"Er is geen {words} om in te trekken."]
    assert gemeente("PUT", path, {field: "2026-04-09"}).status_code == 200
    assert gemeente("GET", path).json() == {field: "2026-04-09"}
    assert gemeente("PUT", path, {}).status_code == 200
    assert gemeente("GET", path).status_code == 404


@RESULTS
def test_a_date_is_not_withdrawn_after_the_z_route(simulator, gemeente, name, field, words):
    simulator.state.person(ASIEL).update(
        {
            "pips": [pip("Z")],
            "inburgeringstermijn": TERMIJN,
            name: {"gemeentecode": "9001", field: "2026-04-01"},
            "zroute": {"gemeentecode": "9001", "datumAfrondingZroute": "2026-04-08"},
        }
    )
    assert why(gemeente("PUT", f"/personen/{ASIEL}/{name}", {})) == [
        f"De {words} kan niet leeg zijn: de afronding van de Z-route is geregistreerd."
    ]


@RESULTS
def test_a_withdrawal_after_the_termijn_says_whether_it_is_verwijtbaar(
    simulator, gemeente, clock, name, field, words
):
    simulator.state.person(ASIEL).update(
        {
            "pips": [pip()],
            "inburgeringstermijn": TERMIJN,
            name: {"gemeentecode": "9001", field: "2026-04-01"},
        }
    )
    clock.set(2029, 3, 2)
    path = f"/personen/{ASIEL}/{name}"
    assert why(gemeente("PUT", path, {})) == [
        "De inburgeringstermijn is overschreden; Verwijtbaar (Ja/Nee) ontbreekt."
    ]
    assert gemeente("PUT", path, {"verwijtbaar": "Ja"}).status_code == 200


@pytest.mark.parametrize(
    ("facts", "sent", "refusal"),
    [
        ({}, "2026-04-10", []),
        ({}, "2026-04-11", ["De datum afronding Z-route ligt in de toekomst."]),
        ({}, "2026-03-01", ["De datum afronding Z-route ligt voor de start van de inburgeringstermijn."]),
        ({"pips": [pip()]}, "2026-04-10", ["De leerroute van het actuele PIP is niet de Z-route."]),
        (
            {"pips": [pip("Z", code="9002")]},
            "2026-04-10",
            ["Uw gemeente heeft geen actueel PIP voor deze persoon."],
        ),
        ({"inburgeringstermijn": None}, "2026-04-10", ["De inburgeringstermijn is nog niet gestart."]),
        (
            {"map": {"gemeentecode": "9001", "datumEindgesprekMap": "2026-04-10"}},
            "2026-04-09",
            ["De datum afronding Z-route ligt voor de datum eindgesprek MAP."],
        ),
        (
            {"pvt": {"gemeentecode": "9001", "datumOndertekeningPvt": "2026-04-10"}},
            "2026-04-09",
            ["De datum afronding Z-route ligt voor de datum ondertekening PVT."],
        ),
        ({}, None, ["Er is geen afronding om in te trekken."]),
        (
            {"voldaan_via_zroute": "2026-04-01"},
            "2026-04-10",
            ["De inburgeringsplicht is al voldaan via de Z-route."],
        ),
    ],
)
def test_the_end_of_the_z_route(simulator, gemeente, facts, sent, refusal):
    simulator.state.person(ASIEL).update({"pips": [pip("Z")], "inburgeringstermijn": TERMIJN} | facts)
    body = {"datumAfrondingZroute": sent} if sent else {}
    answer = gemeente("PUT", f"/personen/{ASIEL}/zroute", body)
    assert (why(answer) if refusal else answer.status_code) == (refusal or 200)


def test_the_end_of_the_z_route_is_withdrawn_by_leaving_it_out(simulator, gemeente):
    simulator.state.person(ASIEL).update({"pips": [pip("Z")], "inburgeringstermijn": TERMIJN})
    path = f"/personen/{ASIEL}/zroute"
    assert gemeente("PUT", path, {"datumAfrondingZroute": "2026-04-09"}).status_code == 200
    assert gemeente("PUT", path, {}).status_code == 200
    assert simulator.state.person(ASIEL)["zroute"] is None


@pytest.mark.parametrize(
    ("bsn", "route", "status"), [(ASIEL, "Z", 200), (ASIEL, "B", 403), (GEZIN, "Z", 403)]
)
def test_hours_of_participation_are_for_an_asielstatushouder_in_the_z_route(
    simulator, gemeente, bsn, route, status
):
    simulator.state.person(bsn)["pips"] = [pip(route)]
    answer = gemeente("PUT", f"/personen/{bsn}/uren/participatieactiviteiten", {"uren": 12})
    assert (answer.status_code, answer.content) == (status, b"")


@pytest.mark.parametrize(("hours", "status"), [(0, 200), (9999, 200), (10000, 400), (-1, 400), (1.5, 400)])
def test_hours_are_whole_and_at_most_9999(gemeente, hours, status):
    path = f"/personen/{ASIEL}/uren/participatietaalles"
    assert gemeente("PUT", path, {"uren": hours}).status_code == status


def test_hours_are_kept_per_gemeente_as_totals(simulator, gemeente, elderdam):
    simulator.state.person(ASIEL)["pips"] = [pip("Z")]
    for counter, hours in (("bredeintake/taallesknm", 8), ("participatieactiviteiten", 20)):
        assert gemeente("PUT", f"/personen/{ASIEL}/uren/{counter}", {"uren": hours}).status_code == 200
    for hours in (30, 45):
        assert (
            gemeente("PUT", f"/personen/{ASIEL}/uren/participatietaalles", {"uren": hours}).status_code == 200
        )
    simulator.change(ASIEL, "verhuizing", gemeente="9002")
    assert elderdam("PUT", f"/personen/{ASIEL}/uren/participatietaalles", {"uren": 3}).status_code == 200
    assert elderdam("GET", f"/personen/{ASIEL}/uren").json() == [
        {
            "gemeentecode": "9001",
            "bekendTot": "2026-04-11",
            "TaallesEnKnmBredeIntake": {"uren": 8},
            "ParticipatieactiviteitenBredeIntake": {"uren": 20},
            "ParticipatieAlsTaalles": {"uren": 45},
        },
        {"gemeentecode": "9002", "bekendTot": "2026-04-11", "ParticipatieAlsTaalles": {"uren": 3}},
    ]

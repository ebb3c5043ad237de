"""What a trainer lets happen: what DUO then answers, and which event the gemeente hears."""

import pytest

from meedoen.simulator.changes import CHANGES
from meedoen.simulator.events import ALL
from meedoen.simulator.fields import ChangeFault
from tests.simulator.conftest import ASIEL, GEZIN, IN_COA, PIP, told

PATH = f"/personen/{ASIEL}"
TERMIJN = {"startdatum": "2026-04-02", "einddatum": "2029-04-02"}
HAS_PIP = {"pips": [{"gemeentecode": "9001", "pip": PIP}], "inburgeringstermijn": TERMIJN}
GRANTED, REFUSED = {"oordeel": "Toekenning", "reden": "DIP"}, {"oordeel": "Afwijzing", "reden": "DIP"}
LBT = {"resultaat": "B1-route haalbaar", "behaaldeScore": "61,50", "benodigdeScore": "60,00"}


@pytest.mark.parametrize(
    ("bsn", "facts", "name", "given", "events"),
    [
        (ASIEL, HAS_PIP, "termijn-verlengen", {"einddatum": "2029-10-02"}, ["SS103"]),
        (
            ASIEL,
            HAS_PIP,
            "termijn-verlengen",
            {"einddatum": "2029-10-02", "op_verzoek": True, "grond": "2"},
            ["SS104"],
        ),
        (ASIEL, {}, "examenresultaat", {"onderdeel": "LE", "resultaat": "Gezakt"}, ["SS199"]),
        (ASIEL, {}, "lbt-aanmelden", {}, ["SS137"]),
        (ASIEL, {}, "lbt-resultaat", LBT, ["SS131"]),
        (ASIEL, {}, "vrijstelling", {"soort": "gehele"} | GRANTED, ["SS107"]),
        (ASIEL, {}, "vrijstelling", {"soort": "tijdelijke"} | GRANTED, ["SS109"]),
        (ASIEL, {}, "vrijstelling", {"soort": "gedeeltelijke"} | GRANTED, ["SS117"]),
        (ASIEL, {}, "vrijstelling", {"soort": "gehele"} | REFUSED, ["SS114"]),
        (ASIEL, {}, "vrijstelling", {"soort": "tijdelijke"} | REFUSED, ["SS115"]),
        (ASIEL, {}, "vrijstelling", {"soort": "gedeeltelijke"} | REFUSED, ["SS116"]),
        (ASIEL, {}, "ontheffing", {"soort": "gehele", "oordeel": "Toekenning", "grond": "MED"}, ["SS108"]),
        (
            ASIEL,
            {},
            "ontheffing",
            {"soort": "gedeeltelijke", "oordeel": "Toekenning", "grond": "BIO"},
            ["SS119"],
        ),
        (ASIEL, {}, "ontheffing", {"soort": "gehele", "oordeel": "Afwijzing", "grond": "MED"}, ["SS118"]),
        (ASIEL, {}, "doelgroep", {"naar": "gezin"}, ["SS124"]),
        (GEZIN, {}, "doelgroep", {"naar": "asiel"}, ["SS125"]),
        (ASIEL, {}, "plicht-begint", {"begindatum": "2026-04-01"}, ["SS101"]),
        (ASIEL, {}, "plicht-begint", {"begindatum": "2026-04-01", "gebeurtenis": "SS128"}, ["SS128"]),
        (ASIEL, {}, "plicht-eindigt", {"reden": "Overlijden"}, ["SS111"]),
        (ASIEL, {}, "plicht-eindigt", {"reden": "Verblijfsdoel gewijzigd"}, ["SS110"]),
    ],
)
def test_the_gemeente_hears_of_a_change(simulator, bsn, facts, name, given, events):
    simulator.state.person(bsn).update(facts)
    assert simulator.change(bsn, name, **given) == events
    assert told(simulator) == [("9001", event) for event in events]


@pytest.mark.parametrize(
    ("bsn", "facts", "change", "event"),
    [
        (ASIEL, {}, "verhuizing", ("9002", "SS120")),
        (ASIEL, HAS_PIP, "verhuizing", ("9002", "SS121")),
        (IN_COA, {"gekoppeld": "9002"}, "verhuizing", ("9002", "SS139")),
        (IN_COA, {}, "verhuizing", ("9002", "SS120")),
        (IN_COA, {}, "koppeling", ("9002", "SS120")),
        (IN_COA, HAS_PIP, "koppeling", ("9002", "SS121")),
        (IN_COA, {"gekoppeld": None}, "koppeling", ("9002", "SS101")),
    ],
)
def test_who_moves_is_told_to_the_new_gemeente(simulator, elderdam, bsn, facts, change, event):
    simulator.state.person(bsn).update(facts)
    simulator.change(bsn, change, gemeente="9002")
    assert told(simulator) == [event]
    assert elderdam("GET", f"/personen/{bsn}/doelgroep").status_code == 200


def test_a_termijn_that_is_longer_is_answered_with_its_ground_and_its_history(simulator, gemeente):
    simulator.state.person(ASIEL).update(HAS_PIP)
    simulator.change(ASIEL, "termijn-verlengen", einddatum="2029-10-02", grond="2")
    assert gemeente("GET", f"{PATH}/inburgeringstermijn").json() == {
        "startdatum": "2026-04-02",
        "einddatum": "2029-10-02",
        "wijzigingsdatum": "2026-04-10",
        "verlengingsgrondcode": "2",
        "verlengingsgrondomschrijving": "Verzonnen grond van de simulator",
    }
    assert gemeente("GET", f"{PATH}/inburgeringstermijn/historie").json() == [{"einddatum": "2029-04-02"}]
    assert [row["code"] for row in gemeente("GET", "/verlengingsgronden").json()] == ["1", "2", "3"]


def test_an_exam_is_answered_and_takes_a_free_attempt(simulator, gemeente):
    for result in ("Gezakt", "Geslaagd", "Gezakt"):
        simulator.change(ASIEL, "examenresultaat", onderdeel="SP", resultaat=result, niveau="A2")
    row = {"onderdeel": "SP", "niveau": "A2", "examendatum": "2026-04-10"}
    assert gemeente("GET", f"{PATH}/examens/resultaten").json() == [
        row | {"resultaat": result} for result in ("Gezakt", "Geslaagd", "Gezakt")
    ]
    left = {
        row["onderdeel"]: row["gratisPogingenTegoed"]
        for row in gemeente("GET", f"{PATH}/examens/gratispogingen").json()
    }
    assert left == {"KNM": 2, "LE": 2, "LU": 2, "SC": 2, "SP": 0}


def test_the_leerbaarheidstoets_is_answered(simulator, gemeente):
    simulator.change(ASIEL, "lbt-resultaat", **LBT)
    assert gemeente("GET", f"{PATH}/lbt/resultaten").json() == [LBT | {"datumAfname": "2026-04-10"}]


def test_a_vrijstelling_and_an_ontheffing_are_answered(simulator, gemeente):
    simulator.change(
        ASIEL, "vrijstelling", soort="gedeeltelijke", examenonderdeel="LE", examenniveau="B1", **GRANTED
    )
    simulator.change(
        ASIEL,
        "ontheffing",
        soort="gedeeltelijke",
        oordeel="Toekenning",
        grond="MED",
        urenBelastbaarheidParticipatieactiviteit=0,
    )
    assert gemeente("GET", f"{PATH}/vrijstellingen").json() == [
        {
            "GedeeltelijkeVrijstelling": GRANTED
            | {"examenonderdeel": "LE", "examenniveau": "B1", "datumOordeel": "2026-04-10"}
        }
    ]
    assert gemeente("GET", f"{PATH}/ontheffingen").json() == [
        {
            "GedeeltelijkeOntheffing": {
                "oordeel": "Toekenning",
                "grond": "MED",
                "datumOordeel": "2026-04-10",
                "urenBelastbaarheidParticipatieactiviteit": 0,
            }
        }
    ]


@pytest.mark.parametrize(("facts", "event"), [({}, "SS129"), (HAS_PIP, "SS130")])
def test_after_a_tijdelijke_vrijstelling_the_plicht_goes_on(simulator, gemeente, facts, event):
    simulator.state.person(ASIEL).update(facts)
    simulator.change(
        ASIEL, "vrijstelling", soort="tijdelijke", startdatum="2026-04-01", einddatum="2026-04-30", **GRANTED
    )
    plicht = gemeente("GET", f"{PATH}/inburgeringsplicht").json()
    assert (plicht["indicatorInburgeringsplicht"], plicht["redenGeenInburgeringsplicht"]) == (
        False,
        "Tijdelijke vrijstelling",
    )
    assert simulator.change(ASIEL, "vrijstelling-eindigt") == [event]
    assert gemeente("GET", f"{PATH}/inburgeringsplicht").json() == {
        "indicatorInburgeringsplicht": True,
        "begindatum": "2026-01-10",
        "wijzigingsdatum": "2026-04-10",
        "datumKennisgevingInburgeringsplicht": "2026-01-10",
    }


def test_another_doelgroep_is_answered_with_its_history(simulator, gemeente):
    simulator.change(ASIEL, "doelgroep", naar="gezin")
    assert gemeente("GET", f"{PATH}/doelgroep").json() == {
        "indeling": "Gezinsmigrant en overige migrant",
        "begindatum": "2026-04-10",
        "gedetailleerdeDoelgroep": "Overig",
    }
    assert gemeente("GET", f"{PATH}/doelgroep/historie").json() == [
        {"indeling": "Asielstatushouder", "begindatum": "2026-01-10", "einddatum": "2026-04-10"}
    ]


def test_hours_that_a_school_gives_keep_a_pip_from_being_taken_back(simulator, gemeente):
    simulator.configure(termijn_vanzelf=False)
    gemeente("POST", f"{PATH}/PIP", PIP)
    offer = {"indicatorAlfabetiseringsonderwijs": "A"}
    gemeente("POST", f"{PATH}/Inburgeringsaanbod/0000000001", offer)
    assert simulator.change(ASIEL, "cursusuren", instellingsnummer="0000000001", uren=6) == []
    assert gemeente("DELETE", f"{PATH}/PIP").status_code == 403


@pytest.mark.parametrize(
    ("name", "given", "explanation"),
    [
        ("toveren", {}, "De wijziging toveren bestaat niet."),
        ("termijn-verlengen", {"einddatum": "2030-01-01"}, "De inburgeringstermijn is nog niet begonnen."),
        ("lbt-aanmelden", {"bsn": "1"}, "Het veld bsn is niet bekend."),
        ("examenresultaat", {"onderdeel": "LE"}, "Vul in: Resultaat."),
        (
            "examenresultaat",
            {"onderdeel": "XX", "resultaat": "Gezakt"},
            "Onderdeel: kies uit KNM, LE, LU, SC, SP.",
        ),
        (
            "examenresultaat",
            {"onderdeel": "LE", "resultaat": "Gezakt", "examendatum": "morgen"},
            "Datum van het examen: vul een datum in zoals 2026-04-01.",
        ),
        (
            "verhuizing",
            {"gemeente": "90"},
            "Gemeentecode (vier cijfers): vul de vier cijfers van de gemeente in.",
        ),
        (
            "verhuizing",
            {"gemeente": 9001},
            "Gemeentecode (vier cijfers): dit is geen tekst van hooguit 200 tekens.",
        ),
        ("doelgroep", {"naar": "asiel"}, "De persoon is al in deze doelgroep."),
        ("vrijstelling-eindigt", {}, "De persoon heeft geen tijdelijke vrijstelling."),
        (
            "cursusuren",
            {"instellingsnummer": "0000000001", "uren": 6},
            "Er is geen inburgeringsaanbod bij deze instelling.",
        ),
        (
            "cursusuren",
            {"instellingsnummer": "0000000001", "uren": "10000"},
            "Uren: vul een getal in van 0 tot en met 9999.",
        ),
        (
            "lbt-resultaat",
            LBT | {"behaaldeScore": "61.5"},
            "Behaalde score (zoals 61,50): vul een getal in met twee cijfers achter de komma.",
        ),
    ],
)
def test_what_is_not_possible_is_said_and_nothing_changes(simulator, name, given, explanation):
    before = dict(simulator.state.person(ASIEL))
    with pytest.raises(ChangeFault) as fault:
        simulator.change(ASIEL, name, **given)
    assert str(fault.value) == explanation
    assert (simulator.state.person(ASIEL), told(simulator)) == (before, [])


def test_a_termijn_does_not_become_shorter(simulator):
    simulator.state.person(ASIEL).update(HAS_PIP)
    with pytest.raises(ChangeFault, match=r"Het nieuwe einde ligt na het oude, 2029-04-02\."):
        simulator.change(ASIEL, "termijn-verlengen", einddatum="2029-04-02")


@pytest.mark.parametrize("event", ALL)
def test_every_event_of_the_catalogue_can_be_sent(simulator, event):
    assert simulator.fire(ASIEL, event) is True
    assert told(simulator) == [("9001", event)]
    assert simulator.state.data["notificaties"][0]["body"] == {
        "registratieDatumTijd": "2026-04-10T10:00:00.000+00:00",
        "gebeurtenisId": event,
        "bsn": ASIEL,
    }


def test_an_event_can_name_the_v_nummer_instead(simulator):
    simulator.fire(ASIEL, "SS101", by_v_nummer=True)
    body = simulator.state.data["notificaties"][0]["body"]
    assert (body["vNummer"], "bsn" in body) == (1234567890, False)
    with pytest.raises(ChangeFault, match=r"Van deze persoon is geen V-nummer bekend\."):
        simulator.fire(GEZIN, "SS101", by_v_nummer=True)


def test_an_event_that_does_not_exist_or_of_nobody_is_not_sent(simulator):
    with pytest.raises(ChangeFault, match=r"De gebeurtenis SS999 bestaat niet\."):
        simulator.fire(ASIEL, "SS999")
    with pytest.raises(ChangeFault, match=r"De simulator kent deze persoon niet\."):
        simulator.fire("999990056", "SS101")
    assert told(simulator) == []


def test_a_gemeente_that_does_not_take_part_hears_nothing(simulator):
    simulator.change(ASIEL, "verhuizing", gemeente="0363")
    assert (told(simulator), simulator.fire(ASIEL, "SS101")) == ([], False)


def test_every_change_has_fields_with_names_of_their_own():
    for name, change in CHANGES.items():
        names = [field.name for field in change.fields]
        assert len(names) == len(set(names)), name

from datetime import date

import pytest

from meedoen.law.inburgering import z_uren as law
from meedoen.law.inburgering.begrippen import Doelgroep, Leerroute
from meedoen.law.inburgering.z_uren import Gespreksvoerder, ZUrenFacts

ON = date(2028, 1, 1)
ASIEL, OVERIG = Doelgroep.ASIELSTATUSHOUDER, Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT
OP_31_AUGUSTUS, OP_1_SEPTEMBER = date(2025, 8, 31), date(2025, 9, 1)
MAG = "de wet zegt dat deze uren kunnen meetellen; of dat gebeurt, beslist het college"


def says(outcome):
    return outcome.head(), outcome.sentence()


@pytest.mark.parametrize(
    ("beperking", "revalidatie", "lager", "answer"),
    [
        (None, None, 400, ("800", "de norm is 800 uur")),
        (False, True, 400, ("800", "de norm is 800 uur")),
        (True, None, 400, ("onbekend", "het is niet bekend of er een revalidatietraject is")),
        (True, False, 400, ("800", "zonder revalidatietraject blijft de norm 800 uur")),
        (
            True,
            True,
            None,
            ("oordeel", "beoordeel of een lagere norm nodig is in verband met de beperking"),
        ),
        (True, True, 400, ("400", "het college stelde de norm op 400 uur")),
        (True, True, 900, ("800", "het college stelde de norm op 800 uur")),
    ],
)
def test_the_norm_is_lower_only_with_an_impairment_and_rehabilitation(beperking, revalidatie, lager, answer):
    facts = ZUrenFacts(
        zintuiglijke_beperking=beperking, revalidatietraject=revalidatie, verlaagde_cursusuren=lager
    )
    assert says(law.z_norm(facts, on=ON)) == answer


@pytest.mark.parametrize(
    ("pip", "vanaf", "uren", "answer"),
    [
        (ON, ON, None, ("0", "er zijn geen uren van een opleiding bekend")),
        (None, ON, 100, ("onbekend", "er is nog geen PIP")),
        (ON, None, 100, ("onbekend", "het is niet bekend sinds wanneer de uren tellen")),
        (
            ON,
            date(2025, 12, 31),
            100,
            ("onbekend", "het is niet bekend hoeveel van de uren in de 2 jaar voor het PIP zijn gevolgd"),
        ),
        (ON, date(2026, 1, 1), 100, ("100", "100 uur van de opleiding telt mee")),
    ],
)
def test_hours_of_an_opleiding_count_from_two_years_before_the_pip(pip, vanaf, uren, answer):
    facts = ZUrenFacts(eerste_pip=pip, opleiding_lessen_vanaf=vanaf, cursusuren_opleiding=uren)
    outcome = law.z_hours_of_opleiding(facts, on=ON)
    assert says(outcome) == answer
    assert outcome.reading == MAG


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (ZUrenFacts(), OP_31_AUGUSTUS, ("800", "0 van de 800 uur tellen")),
        (ZUrenFacts(), OP_1_SEPTEMBER, ("800", "0 van de 800 uur tellen")),
        (
            ZUrenFacts(
                cursusuren=500,
                cursusuren_brede_intake=10,
                overstap_van=Leerroute.B1_ROUTE,
                nt2_uren_voor_overstap=200,
                eerste_pip=date(2025, 1, 1),
                opleiding_lessen_vanaf=date(2024, 1, 1),
                cursusuren_opleiding=80,
            ),
            OP_31_AUGUSTUS,
            ("90", "710 van de 800 uur tellen"),
        ),
        (
            ZUrenFacts(
                cursusuren=500,
                cursusuren_brede_intake=10,
                overstap_van=Leerroute.B1_ROUTE,
                nt2_uren_voor_overstap=200,
                eerste_pip=date(2025, 1, 1),
                opleiding_lessen_vanaf=date(2024, 1, 1),
                cursusuren_opleiding=80,
            ),
            OP_1_SEPTEMBER,
            ("10", "790 van de 800 uur tellen"),
        ),
        (ZUrenFacts(cursusuren=801), OP_31_AUGUSTUS, ("0", "801 van de 800 uur tellen")),
        (ZUrenFacts(cursusuren=801), OP_1_SEPTEMBER, ("0", "801 van de 800 uur tellen")),
    ],
)
def test_hours_of_intake_earlier_route_and_since_september_2025_of_an_opleiding_come_off(facts, on, answer):
    assert says(law.z_all_cursusuren_left(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("on", "welk", "in_staat"),
    [
        (date(2022, 12, 31), "taalexamen op A2", "een taalexamen op A2"),
        (date(2023, 1, 1), "examen op A2 of KNM", "een examen op A2 of KNM"),
    ],
)
def test_an_exam_stands_in_the_pip_when_wanted_and_able_and_since_2023_knm_too(on, welk, in_staat):
    def ask(wil, oordeel):
        return says(law.z_exam_in_pip(ZUrenFacts(wil_examen=wil, in_staat_tot_examen=oordeel), on=on))

    assert ask(None, True) == ("onbekend", "het is niet bekend of de inburgeraar examen wil doen")
    assert ask(False, True) == ("nee", f"de inburgeraar wil geen {welk} doen")
    assert ask(True, None) == ("oordeel", f"beoordeel of de inburgeraar in staat is tot {in_staat}")
    assert ask(True, True) == ("ja", f"het college legt het {welk} vast in het PIP")
    assert ask(True, False) == ("nee", f"het college acht de inburgeraar niet in staat tot {in_staat}")


@pytest.mark.parametrize(
    ("dag", "door", "answer"),
    [
        (None, Gespreksvoerder.COLLEGE, ("nee", "het eindgesprek is nog niet gevoerd")),
        (date(2028, 1, 2), Gespreksvoerder.COLLEGE, ("nee", "het eindgesprek is nog niet gevoerd")),
        (ON, None, ("onbekend", "het is niet bekend wie het eindgesprek voerde")),
        (
            ON,
            Gespreksvoerder.DERDE,
            ("nee", "een derde mag het eindgesprek niet namens het college voeren"),
        ),
        (ON, Gespreksvoerder.COLLEGE, ("ja", "het college voerde het eindgesprek op 1 januari 2028")),
        (
            ON,
            Gespreksvoerder.OPENBAAR_LICHAAM,
            ("ja", "een openbaar lichaam van gemeenten samen voerde het eindgesprek op 1 januari 2028"),
        ),
    ],
)
def test_no_third_party_holds_the_eindgesprek(dag, door, answer):
    assert (
        says(law.z_eindgesprek_held(ZUrenFacts(z_eindgesprek=dag, z_eindgesprek_door=door), on=ON)) == answer
    )


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        (ZUrenFacts(), ("onbekend", "de doelgroep is niet bekend")),
        (ZUrenFacts(ontheffing_participatie=True), ("ja", "er is ontheffing van het participatiedeel")),
        (
            ZUrenFacts(ASIEL, participatie_uren=799, ontheffing_participatie=False),
            ("nee", "er zijn nog 1 uren participatie te doen"),
        ),
        (ZUrenFacts(ASIEL, participatie_uren=800), ("ja", "er zijn geen uren participatie meer te doen")),
        (ZUrenFacts(OVERIG), ("ja", "er zijn geen uren participatie meer te doen")),
    ],
)
def test_participation_is_done_or_falls_away_by_ontheffing(facts, answer):
    assert says(law.z_participation_done(facts, on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        (ZUrenFacts(OVERIG, cursusuren=799), ("nee", "er zijn nog 1 cursusuren te volgen")),
        (ZUrenFacts(ASIEL, cursusuren=800), ("nee", "de uren participatie zijn nog niet gehaald")),
        (ZUrenFacts(OVERIG, cursusuren=800), ("nee", "het eindgesprek met het college ontbreekt nog")),
        (
            ZUrenFacts(OVERIG, cursusuren=800, z_eindgesprek=ON, z_eindgesprek_door=Gespreksvoerder.COLLEGE),
            ("ja", "de uren zijn gehaald en het eindgesprek is gevoerd"),
        ),
    ],
)
def test_the_z_route_is_achieved_with_hours_and_eindgesprek(facts, answer):
    assert says(law.z_done(facts, on=ON)) == answer

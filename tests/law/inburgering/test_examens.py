from dataclasses import replace
from datetime import date

import pytest

from meedoen.law.inburgering import examens as law
from meedoen.law.inburgering.begrippen import Doelgroep, Leerroute, Niveau
from meedoen.law.inburgering.examens import Bewijs, Eindtermen, MapThemaFacts, VoldaanFacts
from meedoen.law.inburgering.z_uren import Gespreksvoerder

ON = date(2028, 1, 1)
B1, ONDERWIJS, Z = Leerroute.B1_ROUTE, Leerroute.ONDERWIJSROUTE, Leerroute.Z_ROUTE
PARTS = {
    "lezen": law.lezen_done,
    "luisteren": law.luisteren_done,
    "schrijven": law.schrijven_done,
    "spreken": law.spreken_done,
}
COMPLETE = VoldaanFacts(
    leerroute=B1,
    pvt_uren=12,
    pvt_activiteiten=1,
    participatieverklaring_ondertekend=ON,
    map_uren=40,
    map_eindgesprek=ON,
    lezen_behaald=Niveau.B1,
    luisteren_behaald=Niveau.B1,
    schrijven_behaald=Niveau.B1,
    spreken_behaald=Niveau.B1,
    knm_behaald=True,
)


def says(outcome):
    return outcome.head(), outcome.sentence()


@pytest.mark.parametrize("deel", PARTS)
@pytest.mark.parametrize(
    ("route", "behaald", "op_a2", "vervalt", "answer"),
    [
        (B1, None, None, True, ("ja", "{deel} hoeft niet meer, door vrijstelling of ontheffing")),
        (B1, None, True, False, ("nee", "{deel} is nog niet behaald")),
        (B1, Niveau.A2, None, None, ("nee", "{deel} is behaald op A2, maar niveau B1 is nodig")),
        (B1, Niveau.A2, False, None, ("nee", "{deel} is behaald op A2, maar niveau B1 is nodig")),
        (B1, Niveau.A2, True, None, ("ja", "{deel} is behaald op niveau A2")),
        (
            ONDERWIJS,
            Niveau.A2,
            True,
            None,
            ("nee", "{deel} is behaald op A2, maar in de onderwijsroute telt alleen B1"),
        ),
        (ONDERWIJS, Niveau.B1, True, None, ("ja", "{deel} is behaald op niveau B1")),
        (B1, Niveau.B2, None, None, ("ja", "{deel} is behaald op niveau B2")),
    ],
)
def test_each_language_part_is_passed_at_b1_or_at_a2_when_the_pip_says_so(
    deel, route, behaald, op_a2, vervalt, answer
):
    facts = VoldaanFacts(
        leerroute=route, **{f"{deel}_behaald": behaald, f"{deel}_op_a2": op_a2, f"{deel}_vervalt": vervalt}
    )
    head, sentence = answer
    assert says(PARTS[deel](facts, on=ON)) == (head, sentence.format(deel=deel))


@pytest.mark.parametrize(
    ("behaald", "vervalt", "answer"),
    [
        (None, True, ("ja", "KNM hoeft niet meer, door ontheffing")),
        (True, None, ("ja", "KNM is behaald")),
        (None, None, ("nee", "KNM is nog niet behaald")),
        (False, False, ("nee", "KNM is nog niet behaald")),
    ],
)
def test_knm_is_passed_or_falls_away(behaald, vervalt, answer):
    assert says(law.knm_done(VoldaanFacts(knm_behaald=behaald, knm_vervalt=vervalt), on=ON)) == answer


@pytest.mark.parametrize(
    ("change", "answer"),
    [
        ({}, ("ja", "de vier taalonderdelen en KNM zijn klaar")),
        ({"lezen_behaald": None}, ("nee", "lezen is nog open")),
        ({"luisteren_behaald": None}, ("nee", "luisteren is nog open")),
        ({"schrijven_behaald": None}, ("nee", "schrijven is nog open")),
        ({"spreken_behaald": None}, ("nee", "spreken is nog open")),
        ({"knm_behaald": None}, ("nee", "KNM is nog open")),
    ],
)
def test_the_exam_has_four_language_parts_and_knm(change, answer):
    assert says(law.inburgeringsexamen_done(replace(COMPLETE, **change), on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        (VoldaanFacts(), ("onbekend", "de leerroute is niet bekend")),
        (COMPLETE, ("ja", "de vier taalonderdelen en KNM zijn klaar")),
        (
            VoldaanFacts(leerroute=ONDERWIJS, taalschakeltraject_afgerond=True),
            ("ja", "het taalschakeltraject is afgerond"),
        ),
        (
            VoldaanFacts(leerroute=B1, taalschakeltraject_afgerond=True),
            ("nee", "lezen is nog open"),
        ),
        (VoldaanFacts(leerroute=ONDERWIJS), ("nee", "lezen is nog open")),
        (replace(COMPLETE, leerroute=ONDERWIJS), ("ja", "de vier taalonderdelen en KNM zijn klaar")),
        (VoldaanFacts(leerroute=Z), ("nee", "er zijn nog 800 cursusuren te volgen")),
    ],
)
def test_a_leerroute_is_achieved_by_exam_taalschakeltraject_or_hours(facts, answer):
    assert says(law.leerroute_done(facts, on=ON)) == answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        (VoldaanFacts(), ("onbekend", "de leerroute is niet bekend")),
        (
            VoldaanFacts(leerroute=ONDERWIJS),
            ("ja", "wie het taalschakeltraject volgt of heeft afgerond, hoeft geen MAP te doen"),
        ),
        (
            VoldaanFacts(leerroute=ONDERWIJS, taalschakeltraject_gestopt=True),
            ("nee", "0 van de 40 uur praktische inzet van de MAP zijn gedaan"),
        ),
        (
            VoldaanFacts(leerroute=Z),
            ("nee", "0 van de 40 uur praktische inzet van de MAP zijn gedaan"),
        ),
        (COMPLETE, ("ja", "het eindgesprek van de MAP is op 1 januari 2028 gevoerd")),
    ],
)
def test_the_map_falls_away_only_during_or_after_the_taalschakeltraject(facts, answer):
    assert says(law.map_done_or_not_needed(facts, on=ON)) == answer


@pytest.mark.parametrize(
    ("change", "answer"),
    [
        ({}, ("ja", "PVT, MAP en leerroute zijn klaar, voor zover ze nodig zijn")),
        ({"pvt_uren": 11}, ("nee", "het PVT is nog niet afgerond")),
        ({"map_uren": 39}, ("nee", "de MAP is nog niet afgerond")),
        ({"knm_behaald": False}, ("nee", "de leerroute is nog niet behaald")),
        ({"leerroute": None}, ("onbekend", "de leerroute is niet bekend")),
    ],
)
def test_the_plicht_is_pvt_map_and_leerroute(change, answer):
    assert says(law.voldaan(replace(COMPLETE, **change), on=ON)) == answer


def test_an_asielstatushouder_complies_in_the_z_route_with_hours_and_eindgesprek():
    facts = replace(
        COMPLETE,
        leerroute=Z,
        doelgroep=Doelgroep.ASIELSTATUSHOUDER,
        cursusuren=800,
        participatie_uren=748,
        z_eindgesprek=ON,
        z_eindgesprek_door=Gespreksvoerder.COLLEGE,
    )
    assert law.voldaan(facts, on=ON).value is True
    assert law.voldaan(replace(facts, participatie_uren=747), on=ON).value is False


@pytest.mark.parametrize(
    ("route", "answer", "value"),
    [
        (None, ("onbekend", "de leerroute is niet bekend"), None),
        (Z, ("inburgeringscertificaat", "de Z-route geeft een certificaat"), Bewijs.CERTIFICAAT),
        (B1, ("inburgeringsdiploma", "de B1-route geeft een diploma"), Bewijs.DIPLOMA),
        (ONDERWIJS, ("inburgeringsdiploma", "de onderwijsroute geeft een diploma"), Bewijs.DIPLOMA),
    ],
)
def test_the_z_route_ends_with_a_certificaat_and_the_others_with_a_diploma(route, answer, value):
    outcome = law.bewijs_van_inburgering(VoldaanFacts(leerroute=route), on=ON)
    assert outcome.value is value
    assert says(outcome) == answer


@pytest.mark.parametrize(
    ("route", "dag", "answer"),
    [
        (None, ON, ("onbekend", "de leerroute is niet bekend")),
        (B1, ON, ("nee", "de B1-route eindigt met een diploma van DUO")),
        (Z, None, ("nee", "het college heeft het certificaat nog niet zelf overhandigd")),
        (Z, date(2028, 1, 2), ("nee", "het college heeft het certificaat nog niet zelf overhandigd")),
        (Z, ON, ("ja", "het college overhandigde het certificaat op 1 januari 2028")),
    ],
)
def test_the_college_hands_the_certificaat_over(route, dag, answer):
    facts = VoldaanFacts(leerroute=route, certificaat_overhandigd=dag)
    assert says(law.certificaat_handed_over(facts, on=ON)) == answer


@pytest.mark.parametrize(
    ("on", "value", "sentence"),
    [
        (date(2025, 6, 30), Eindtermen.EERSTE, "tot 1 juli 2025 gelden de eerste eindtermen"),
        (date(2025, 7, 1), Eindtermen.NIEUWE, "sinds 1 juli 2025 gelden nieuwe eindtermen"),
    ],
)
def test_new_eindtermen_of_knm_hold_since_july_2025(on, value, sentence):
    outcome = law.knm_eindtermen(VoldaanFacts(), on=on)
    assert (outcome.value, outcome.sentence()) == (value, sentence)


THEMES = [name for name in MapThemaFacts.__slots__ if name.startswith("map_")]


def test_the_map_has_eight_themes():
    assert len(THEMES) == 8
    done = law.map_themas_left(MapThemaFacts(**dict.fromkeys(THEMES, True)), on=ON)
    assert says(done) == ("0", "8 van de 8 thema's van de MAP zijn behandeld")
    assert law.map_themas_left(MapThemaFacts(), on=ON).value == 8


@pytest.mark.parametrize("theme", THEMES)
def test_each_theme_counts_once_and_only_when_it_was_treated(theme):
    assert law.map_themas_left(MapThemaFacts(**{theme: True}), on=ON).value == 7
    assert law.map_themas_left(MapThemaFacts(**{theme: False}), on=ON).value == 8

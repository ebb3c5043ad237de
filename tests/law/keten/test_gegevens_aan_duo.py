from dataclasses import replace
from datetime import date

import pytest

from meedoen.law.inburgering.begrippen import Doelgroep, Leerroute, Niveau
from meedoen.law.keten import (
    contactpersoon,
    doelgroep,
    einddatums,
    indicatoren,
    pip,
    toegang,
    uren,
    verwijderen,
    z_route,
)
from meedoen.law.keten.contactpersoon import ContactpersoonFacts
from meedoen.law.keten.doelgroep import DuoDoelgroep, DuoDoelgroepFacts
from meedoen.law.keten.einddatums import EinddatumFacts
from meedoen.law.keten.indicatoren import DuoIndicatorFacts
from meedoen.law.keten.pip import DuoPIPFacts
from meedoen.law.keten.toegang import ToegangFacts
from meedoen.law.keten.uren import DuoUrenFacts
from meedoen.law.keten.verwijderen import DuoVerwijderenFacts
from meedoen.law.keten.z_route import DuoZRouteFacts

ON = date(2026, 6, 1)
ASIEL, OVERIG = Doelgroep.ASIELSTATUSHOUDER, Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT

Z = DuoZRouteFacts(
    afronding=date(2026, 5, 1),
    leerroute=Leerroute.Z_ROUTE,
    termijn_start=date(2026, 3, 17),
    actuele_pip_eigen_gemeente=True,
    map_eindgesprek=date(2026, 5, 1),
    participatieverklaring_ondertekend=date(2026, 5, 1),
)
DELETE = DuoVerwijderenFacts(
    actuele_pip=date(2026, 3, 16),
    actuele_pip_eigen_gemeente=True,
    termijn_vastgesteld=False,
    cursusuren_bij_actueel_aanbod=0,
)
CONTACT = ContactpersoonFacts(naam="A. de Vries", email="a@voorbeeldstad.nl", telefoonnummer="010")
UREN = DuoUrenFacts(
    doelgroep=ASIEL,
    leerroute=Leerroute.Z_ROUTE,
    lesuren=200,
    lesuren_eerdere_leerroute=150,
    lesuren_brede_intake=30,
    participatie_uren=100,
    participatie_uren_brede_intake=20,
)
PIP = DuoPIPFacts(leerroute=Leerroute.B1_ROUTE, doelgroep=ASIEL, geschatte_intensiteit=900)


def says(outcome):
    return outcome.head(), outcome.sentence()


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (Z, ON, ("ja", "de datum 1 mei 2026 voldoet aan de voorwaarden van DUO")),
        (replace(Z, afronding=None), ON, ("onbekend", "de datum van afronding van de Z-route ontbreekt")),
        (replace(Z, leerroute=None), ON, ("onbekend", "de leerroute is niet bekend")),
        (replace(Z, termijn_start=None), ON, ("onbekend", "het begin van de termijn is niet bekend")),
        (
            replace(Z, actuele_pip_eigen_gemeente=None),
            ON,
            ("onbekend", "het is niet bekend van welke gemeente het actuele PIP is"),
        ),
        (replace(Z, leerroute=Leerroute.B1_ROUTE), ON, ("nee", "de leerroute is de B1-route")),
        (
            replace(Z, afronding=date(2026, 6, 1)),
            ON,
            ("ja", "de datum 1 juni 2026 voldoet aan de voorwaarden van DUO"),
        ),
        (replace(Z, afronding=date(2026, 6, 2)), ON, ("nee", "de datum 2 juni 2026 ligt in de toekomst")),
        (
            replace(
                Z, afronding=date(2026, 3, 17), map_eindgesprek=None, participatieverklaring_ondertekend=None
            ),
            ON,
            ("ja", "de datum 17 maart 2026 voldoet aan de voorwaarden van DUO"),
        ),
        (
            replace(Z, afronding=date(2026, 3, 16)),
            ON,
            ("nee", "de datum 16 maart 2026 ligt voor het begin van de termijn op 17 maart 2026"),
        ),
        (
            replace(Z, actuele_pip_eigen_gemeente=False),
            ON,
            ("nee", "het actuele PIP is van een andere gemeente"),
        ),
        (
            replace(Z, map_eindgesprek=date(2026, 5, 2)),
            ON,
            ("nee", "het eindgesprek van de MAP is van later, 2 mei 2026"),
        ),
        (
            replace(Z, participatieverklaring_ondertekend=date(2026, 5, 2)),
            ON,
            ("nee", "de participatieverklaring is van later, 2 mei 2026"),
        ),
    ],
)
def test_what_duo_accepts_as_the_end_of_the_z_route(facts, on, answer):
    assert says(z_route.duo_accepts_z_route(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (DELETE, ON, ("ja", "de termijn is nog niet vastgesteld en er zijn geen cursusuren geregistreerd")),
        (replace(DELETE, actuele_pip=None), ON, ("nee", "DUO heeft geen PIP van de persoon")),
        (
            replace(DELETE, actuele_pip_eigen_gemeente=None),
            ON,
            ("onbekend", "het is niet bekend van welke gemeente het actuele PIP is"),
        ),
        (
            replace(DELETE, actuele_pip_eigen_gemeente=False),
            ON,
            ("nee", "het actuele PIP is van een andere gemeente"),
        ),
        (
            replace(DELETE, termijn_vastgesteld=None),
            ON,
            ("onbekend", "het is niet bekend of DUO de termijn heeft vastgesteld"),
        ),
        (
            replace(DELETE, termijn_vastgesteld=True),
            ON,
            ("nee", "DUO heeft de inburgeringstermijn al vastgesteld"),
        ),
        (
            replace(DELETE, cursusuren_bij_actueel_aanbod=None),
            ON,
            ("onbekend", "het is niet bekend of er cursusuren zijn geregistreerd"),
        ),
        (
            replace(DELETE, cursusuren_bij_actueel_aanbod=1),
            ON,
            ("nee", "er zijn al 1 cursusuren geregistreerd"),
        ),
    ],
)
def test_a_pip_is_deleted_only_before_the_term_and_without_hours(facts, on, answer):
    assert says(verwijderen.duo_accepts_pip_deletion(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            DuoVerwijderenFacts(aanbod_geregistreerd=True),
            ON,
            ("ja", "DUO heeft een aanbod bij deze instelling"),
        ),
        (
            DuoVerwijderenFacts(aanbod_geregistreerd=False),
            ON,
            ("nee", "DUO heeft geen aanbod bij deze instelling"),
        ),
        (
            DuoVerwijderenFacts(aanbod_geregistreerd=None),
            ON,
            ("onbekend", "het is niet bekend of DUO een aanbod bij deze instelling heeft"),
        ),
    ],
)
def test_an_aanbod_is_deleted_when_it_is_there(facts, on, answer):
    assert says(verwijderen.duo_accepts_aanbod_deletion(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (CONTACT, ON, ("ja", "naam, e-mailadres en telefoonnummer van A. de Vries zijn er")),
        (replace(CONTACT, naam=None), ON, ("nee", "de naam van de contactpersoon ontbreekt")),
        (replace(CONTACT, email=None), ON, ("nee", "het e-mailadres van de contactpersoon ontbreekt")),
        (
            replace(CONTACT, telefoonnummer=None),
            ON,
            ("nee", "het telefoonnummer van de contactpersoon ontbreekt"),
        ),
    ],
)
def test_a_contactpersoon_can_be_reached(facts, on, answer):
    assert says(contactpersoon.duo_accepts_contactpersoon(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            replace(CONTACT, andere_contactpersoon_gekoppeld=True),
            ON,
            ("ja", "de koppeling met de andere contactpersoon vervalt"),
        ),
        (
            replace(CONTACT, andere_contactpersoon_gekoppeld=False),
            ON,
            ("nee", "er is geen andere contactpersoon gekoppeld"),
        ),
        (
            replace(CONTACT, andere_contactpersoon_gekoppeld=None),
            ON,
            ("onbekend", "het is niet bekend of er al een andere contactpersoon is gekoppeld"),
        ),
    ],
)
def test_a_contactpersoon_replaces_another(facts, on, answer):
    assert says(contactpersoon.duo_contactpersoon_overwrites(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (replace(CONTACT, gekoppelde_personen=0), ON, ("0", "er zijn geen personen gekoppeld")),
        (replace(CONTACT, gekoppelde_personen=1), ON, ("1", "het aantal koppelingen dat vervalt, is 1")),
        (replace(CONTACT, gekoppelde_personen=3), ON, ("3", "het aantal koppelingen dat vervalt, is 3")),
        (
            replace(CONTACT, gekoppelde_personen=None),
            ON,
            ("onbekend", "het is niet bekend hoeveel personen zijn gekoppeld"),
        ),
    ],
)
def test_taking_a_contactpersoon_away_takes_the_links(facts, on, answer):
    assert says(contactpersoon.duo_contactpersoon_links_lost(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (UREN, ON, ("350", "350 lesuren bij een cursusinstelling, waarvan 150 in een eerdere leerroute")),
        (DuoUrenFacts(), ON, ("0", "0 lesuren bij een cursusinstelling, waarvan 0 in een eerdere leerroute")),
        (
            DuoUrenFacts(lesuren=7),
            ON,
            ("7", "7 lesuren bij een cursusinstelling, waarvan 0 in een eerdere leerroute"),
        ),
        (
            DuoUrenFacts(lesuren_eerdere_leerroute=7),
            ON,
            ("7", "7 lesuren bij een cursusinstelling, waarvan 7 in een eerdere leerroute"),
        ),
    ],
)
def test_lessons_count_with_those_of_an_earlier_route(facts, on, answer):
    assert says(uren.duo_uren_taalles(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (UREN, ON, ("120", "120 uren participatie, waarvan 20 in de brede intake")),
        (
            replace(UREN, participatie_uren=None),
            ON,
            ("20", "20 uren participatie, waarvan 20 in de brede intake"),
        ),
        (
            replace(UREN, participatie_uren_brede_intake=None),
            ON,
            ("100", "100 uren participatie, waarvan 0 in de brede intake"),
        ),
        (
            replace(UREN, doelgroep=OVERIG),
            ON,
            ("geen", "voor een gezinsmigrant of overige migrant geef je geen uren participatie door"),
        ),
        (replace(UREN, doelgroep=None), ON, ("onbekend", "de doelgroep is niet bekend")),
        (
            replace(UREN, leerroute=Leerroute.ONDERWIJSROUTE),
            ON,
            ("geen", "in de onderwijsroute geef je geen uren participatie door"),
        ),
        (replace(UREN, leerroute=None), ON, ("onbekend", "de leerroute is niet bekend")),
    ],
)
def test_participation_counts_in_the_z_route_of_an_asielstatushouder(facts, on, answer):
    assert says(uren.duo_uren_participatie(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (UREN, ON, ("30", "30 lesuren in de brede intake")),
        (DuoUrenFacts(), ON, ("0", "0 lesuren in de brede intake")),
    ],
)
def test_lessons_of_the_intake_count_apart(facts, on, answer):
    assert says(uren.duo_uren_brede_intake(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (UREN, ON, ("ja", "de uren passen in de tellers van DUO")),
        (replace(UREN, lesuren=9849), ON, ("ja", "de uren passen in de tellers van DUO")),
        (replace(UREN, lesuren=9850), ON, ("nee", "DUO neemt niet meer dan 9999 lesuren aan")),
        (replace(UREN, lesuren_brede_intake=9999), ON, ("ja", "de uren passen in de tellers van DUO")),
        (
            replace(UREN, lesuren_brede_intake=10000),
            ON,
            ("nee", "DUO neemt niet meer dan 9999 lesuren in de brede intake aan"),
        ),
        (replace(UREN, participatie_uren=9979), ON, ("ja", "de uren passen in de tellers van DUO")),
        (
            replace(UREN, participatie_uren=9980),
            ON,
            ("nee", "DUO neemt niet meer dan 9999 uren participatie aan"),
        ),
        (
            replace(UREN, doelgroep=OVERIG, participatie_uren=99999),
            ON,
            ("ja", "de uren passen in de tellers van DUO"),
        ),
        (replace(UREN, doelgroep=None), ON, ("onbekend", "de doelgroep is niet bekend")),
    ],
)
def test_a_counter_has_a_highest_number(facts, on, answer):
    assert says(uren.duo_accepts_uren(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            EinddatumFacts(duo_termijn_einde=date(2028, 3, 1)),
            ON,
            ("29 februari 2028", "DUO schrijft bij de termijn de dag na de laatste, 1 maart 2028"),
        ),
        (EinddatumFacts(), ON, ("onbekend", "DUO heeft geen einde van de termijn gegeven")),
    ],
)
def test_termijn_last_day_from_duo(facts, on, answer):
    assert says(einddatums.termijn_last_day_from_duo(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            EinddatumFacts(duo_plicht_einde=date(2028, 3, 1)),
            ON,
            ("1 maart 2028", "DUO schrijft bij de plicht de laatste dag zelf, 1 maart 2028"),
        ),
        (EinddatumFacts(), ON, ("onbekend", "DUO heeft geen einde van de plicht gegeven")),
    ],
)
def test_plicht_last_day_from_duo(facts, on, answer):
    assert says(einddatums.plicht_last_day_from_duo(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            EinddatumFacts(duo_doelgroep_einde=date(2028, 3, 1)),
            ON,
            ("1 maart 2028", "DUO schrijft bij de doelgroep de laatste dag zelf, 1 maart 2028"),
        ),
        (EinddatumFacts(), ON, ("onbekend", "DUO heeft geen einde van de doelgroep gegeven")),
    ],
)
def test_doelgroep_last_day_from_duo(facts, on, answer):
    assert says(einddatums.doelgroep_last_day_from_duo(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            EinddatumFacts(duo_vrijstelling_einde=date(2028, 3, 1)),
            ON,
            ("1 maart 2028", "DUO schrijft bij de vrijstelling de laatste dag zelf, 1 maart 2028"),
        ),
        (EinddatumFacts(), ON, ("onbekend", "DUO heeft geen einde van de vrijstelling gegeven")),
    ],
)
def test_vrijstelling_last_day_from_duo(facts, on, answer):
    assert says(einddatums.vrijstelling_last_day_from_duo(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            EinddatumFacts(duo_uren_bekend_tot=date(2028, 3, 1)),
            ON,
            ("29 februari 2028", "DUO schrijft bij uren de dag na de laatste bekende, 1 maart 2028"),
        ),
        (EinddatumFacts(), ON, ("onbekend", "DUO heeft niet gegeven tot wanneer de uren bekend zijn")),
    ],
)
def test_uren_last_day_from_duo(facts, on, answer):
    assert says(einddatums.uren_last_day_from_duo(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            EinddatumFacts(duo_aanbod_einde=date(2028, 3, 1)),
            ON,
            ("29 februari 2028", "DUO schrijft bij het aanbod de dag na de laatste, 1 maart 2028"),
        ),
        (EinddatumFacts(), ON, ("onbekend", "DUO heeft geen einde van het aanbod gegeven")),
    ],
)
def test_aanbod_last_day_from_duo(facts, on, answer):
    assert says(einddatums.aanbod_last_day_from_duo(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            EinddatumFacts(laatste_lesdag=date(2028, 3, 1)),
            ON,
            ("2 maart 2028", "de dag na de laatste lesdag van 1 maart 2028"),
        ),
        (EinddatumFacts(), ON, ("onbekend", "de laatste lesdag is niet bekend")),
    ],
)
def test_aanbod_end_for_duo(facts, on, answer):
    assert says(einddatums.aanbod_end_for_duo(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            EinddatumFacts(uren_bekend_tot_en_met=date(2028, 3, 1)),
            ON,
            ("2 maart 2028", "de uren zijn bekend tot en met 1 maart 2028"),
        ),
        (
            EinddatumFacts(),
            ON,
            ("onbekend", "het is niet vastgelegd tot en met welke dag de uren bekend zijn"),
        ),
    ],
)
def test_uren_bekend_tot_for_duo(facts, on, answer):
    assert says(einddatums.uren_bekend_tot_for_duo(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (DuoIndicatorFacts(False, None), ON, ("niet van toepassing", "alfabetisering is niet nodig")),
        (
            DuoIndicatorFacts(None, True),
            ON,
            ("onbekend", "het is niet vastgelegd of alfabetisering nodig is"),
        ),
        (
            DuoIndicatorFacts(True, True),
            ON,
            ("onderwijs voor een anders-gealfabetiseerde", "de persoon leest en schrijft een ander schrift"),
        ),
        (
            DuoIndicatorFacts(True, False),
            ON,
            ("onderwijs voor een analfabeet", "de persoon leest en schrijft geen enkel schrift"),
        ),
        (
            DuoIndicatorFacts(True, None),
            ON,
            ("onbekend", "het is niet bekend of de persoon een ander schrift leest"),
        ),
    ],
)
def test_the_code_for_alfabetisering(facts, on, answer):
    assert says(indicatoren.duo_alfabetisering(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            DuoIndicatorFacts(niet_vrijstellende_opleiding=None, mag_opleiding_afmaken=True),
            ON,
            ("onbekend", "het is niet bekend of er een niet-vrijstellende opleiding is"),
        ),
        (
            DuoIndicatorFacts(niet_vrijstellende_opleiding=False, mag_opleiding_afmaken=True),
            ON,
            ("nee", "er is geen niet-vrijstellende opleiding"),
        ),
        (
            DuoIndicatorFacts(niet_vrijstellende_opleiding=True, mag_opleiding_afmaken=True),
            ON,
            ("ja", "de opleiding mag worden afgemaakt voordat de leerroute begint"),
        ),
        (
            DuoIndicatorFacts(niet_vrijstellende_opleiding=True, mag_opleiding_afmaken=False),
            ON,
            ("nee", "de leerroute begint zonder dat de opleiding eerst wordt afgemaakt"),
        ),
        (
            DuoIndicatorFacts(niet_vrijstellende_opleiding=True, mag_opleiding_afmaken=None),
            ON,
            ("oordeel", "beoordeel of de opleiding mag worden afgemaakt voordat de leerroute begint"),
        ),
    ],
)
def test_whether_an_opleiding_is_finished_first(facts, on, answer):
    assert says(indicatoren.duo_mag_opleiding_afmaken(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            DuoDoelgroepFacts(DuoDoelgroep.ASIELSTATUSHOUDER),
            ON,
            ("asielstatushouder", "een asielstatushouder valt onder de asielstatushouders"),
        ),
        (
            DuoDoelgroepFacts(DuoDoelgroep.GEZINSHERENIGER_MET_ASIELSTATUSHOUDER),
            ON,
            (
                "asielstatushouder",
                "een gezinshereniger met asielstatushouder valt onder de asielstatushouders",
            ),
        ),
        (
            DuoDoelgroepFacts(DuoDoelgroep.GEZINSVORMER_MET_ASIELSTATUSHOUDER),
            ON,
            ("asielstatushouder", "een gezinsvormer met asielstatushouder valt onder de asielstatushouders"),
        ),
        (
            DuoDoelgroepFacts(DuoDoelgroep.GEESTELIJK_BEDIENAAR),
            ON,
            (
                "gezinsmigrant of overige migrant",
                "de groep geestelijk bedienaar valt onder de gezinsmigranten en overige migranten",
            ),
        ),
        (
            DuoDoelgroepFacts(DuoDoelgroep.GEZINSHERENIGER),
            ON,
            (
                "gezinsmigrant of overige migrant",
                "de groep gezinshereniger valt onder de gezinsmigranten en overige migranten",
            ),
        ),
        (
            DuoDoelgroepFacts(DuoDoelgroep.GEZINSVORMER),
            ON,
            (
                "gezinsmigrant of overige migrant",
                "de groep gezinsvormer valt onder de gezinsmigranten en overige migranten",
            ),
        ),
        (
            DuoDoelgroepFacts(DuoDoelgroep.OVERIG),
            ON,
            (
                "gezinsmigrant of overige migrant",
                "de groep overig valt onder de gezinsmigranten en overige migranten",
            ),
        ),
        (DuoDoelgroepFacts(), ON, ("onbekend", "DUO heeft geen doelgroep gegeven")),
    ],
)
def test_seven_groups_come_down_to_two(facts, on, answer):
    assert says(doelgroep.doelgroep_of_duo(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            DuoDoelgroepFacts(DuoDoelgroep.ASIELSTATUSHOUDER),
            ON,
            ("asielstatushouder", "DUO behandelt de persoon als asielstatushouder"),
        ),
        (
            DuoDoelgroepFacts(DuoDoelgroep.OVERIG, afgezien_van_asielrechten=ON),
            ON,
            (
                "gezinsmigrant of overige migrant",
                "DUO behandelt de persoon als gezinsmigrant of overige migrant",
            ),
        ),
        (
            DuoDoelgroepFacts(DuoDoelgroep.ASIELSTATUSHOUDER, afgezien_van_asielrechten=ON),
            ON,
            (
                "gezinsmigrant of overige migrant",
                "de persoon ziet sinds 1 juni 2026 af van de rechten van een asielstatushouder",
            ),
        ),
        (
            DuoDoelgroepFacts(DuoDoelgroep.ASIELSTATUSHOUDER, afgezien_van_asielrechten=date(2026, 6, 2)),
            ON,
            ("asielstatushouder", "DUO behandelt de persoon als asielstatushouder"),
        ),
        (
            DuoDoelgroepFacts(DuoDoelgroep.ASIELSTATUSHOUDER, asielrechten_vervallen=ON),
            ON,
            (
                "asielstatushouder",
                "de gegevens van de IND zijn gewijzigd, maar DUO houdt aan de asielrechten vast",
            ),
        ),
        (
            DuoDoelgroepFacts(DuoDoelgroep.ASIELSTATUSHOUDER, asielrechten_vervallen=date(2026, 6, 2)),
            ON,
            ("asielstatushouder", "DUO behandelt de persoon als asielstatushouder"),
        ),
        (DuoDoelgroepFacts(), ON, ("onbekend", "DUO heeft geen doelgroep gegeven")),
    ],
)
def test_asielrechten_stay_until_they_are_waived(facts, on, answer):
    assert says(doelgroep.doelgroep_now(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (PIP, ON, ("B1", "zonder opgave stelt DUO in de B1-route niveau B1 vast")),
        (replace(PIP, niveau=Niveau.A2), ON, ("A2", "het PIP noemt niveau A2")),
        (
            replace(PIP, leerroute=Leerroute.ONDERWIJSROUTE),
            ON,
            ("B1", "zonder opgave stelt DUO in de onderwijsroute niveau B1 vast"),
        ),
        (
            replace(PIP, leerroute=Leerroute.Z_ROUTE),
            ON,
            ("geen", "in de Z-route stelt DUO zonder opgave geen niveau vast"),
        ),
        (replace(PIP, leerroute=None), ON, ("onbekend", "de leerroute ontbreekt")),
    ],
)
def test_without_a_level_duo_takes_b1(facts, on, answer):
    assert says(pip.duo_pip_niveau(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            replace(PIP, geschatte_intensiteit=0),
            ON,
            ("nee", "DUO neemt een geschatte intensiteit aan van 1 tot en met 9999 uur"),
        ),
        (
            replace(PIP, geschatte_intensiteit=1),
            ON,
            ("ja", "de geschatte intensiteit hoort bij de B1-route van een asielstatushouder"),
        ),
        (
            replace(PIP, geschatte_intensiteit=9999),
            ON,
            ("ja", "de geschatte intensiteit hoort bij de B1-route van een asielstatushouder"),
        ),
        (
            replace(PIP, geschatte_intensiteit=10000),
            ON,
            ("nee", "DUO neemt een geschatte intensiteit aan van 1 tot en met 9999 uur"),
        ),
        (replace(PIP, geschatte_intensiteit=None), ON, ("ja", "er is geen geschatte intensiteit opgegeven")),
    ],
)
def test_the_intensity_has_borders(facts, on, answer):
    assert says(pip.duo_pip_intensiteit_fits(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            ToegangFacts(True, onder_wi2021=False),
            ON,
            ("nee", "de persoon valt niet onder de Wet inburgering 2021"),
        ),
        (ToegangFacts(True, bekend_bij_duo=False), ON, ("nee", "de persoon is bij DUO niet bekend")),
        (
            ToegangFacts(True, onder_wi2021=True, bekend_bij_duo=True),
            ON,
            ("ja", "de persoon woont in de gemeente"),
        ),
    ],
)
def test_access_is_for_who_falls_under_the_act(facts, on, answer):
    assert says(toegang.duo_gives_access(facts, on=on)) == answer


def test_the_readings_of_z_route_and_doelgroep_are_shown():
    assert z_route.duo_accepts_z_route(Z, on=ON).readings == (
        "DUO noemt voor de Z-route geen eigen voorwaarden; die voor de datum van MAP en PVT gelden hier ook",
    )
    assert doelgroep.doelgroep_now(DuoDoelgroepFacts(DuoDoelgroep.OVERIG), on=ON).readings == (
        "wie zich bij een asielstatushouder voegt, telt als gezinslid van art. 13, lid 1, onderdeel b",
    )

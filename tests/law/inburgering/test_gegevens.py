from datetime import date

import pytest

from meedoen.law.inburgering import bestuur
from meedoen.law.inburgering import gegevens as law
from meedoen.law.inburgering.begrippen import Doelgroep
from meedoen.law.inburgering.bestuur import BestuurFacts, Taak
from meedoen.law.inburgering.gegevens import BsnGebruiker, GegevensFacts, Verwerkingsdoel

ON = date(2026, 6, 1)
ASIEL, OVERIG = Doelgroep.ASIELSTATUSHOUDER, Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT


def says(outcome):
    return outcome.head(), outcome.sentence()


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            GegevensFacts(),
            ON,
            (
                "uit eigen beweging of op verzoek",
                "het college geeft DUO de leerroute, wijzigingen daarvan en de intensiteit",
            ),
        ),
    ],
)
def test_college_gives_duo_leerroute(facts, on, answer):
    assert says(law.college_gives_duo_leerroute(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            GegevensFacts(),
            ON,
            (
                "uit eigen beweging of op verzoek",
                "het college geeft DUO voortgang, aanwezigheid, inspanning, taalniveau, PVT en MAP",
            ),
        ),
    ],
)
def test_college_gives_duo_voortgang(facts, on, answer):
    assert says(law.college_gives_duo_voortgang(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            GegevensFacts(),
            ON,
            ("uit eigen beweging of op verzoek", "het college geeft DUO de datum van het PIP"),
        ),
    ],
)
def test_college_gives_duo_pip_date(facts, on, answer):
    assert says(law.college_gives_duo_pip_date(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            GegevensFacts(),
            ON,
            ("alleen op verzoek", "het college geeft DUO op verzoek de boetes die het oplegde"),
        ),
    ],
)
def test_college_gives_duo_boetes(facts, on, answer):
    assert says(law.college_gives_duo_boetes(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            GegevensFacts(),
            ON,
            (
                "uit eigen beweging",
                "het college geeft de cursusinstelling naam, adres, leerroute, intensiteit en termijn",
            ),
        ),
    ],
)
def test_college_gives_school(facts, on, answer):
    assert says(law.college_gives_school(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            GegevensFacts(),
            ON,
            (
                "uit eigen beweging of op verzoek",
                "het college geeft gegevens voor statistiek kosteloos, via het CBS",
            ),
        ),
    ],
)
def test_college_gives_statistics(facts, on, answer):
    assert says(law.college_gives_statistics(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            GegevensFacts(),
            ON,
            (
                "uit eigen beweging of op verzoek",
                "DUO geeft het college plicht, vrijstelling, ontheffing en certificaat",
            ),
        ),
    ],
)
def test_duo_gives_college_plicht(facts, on, answer):
    assert says(law.duo_gives_college_plicht(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            GegevensFacts(),
            ON,
            (
                "uit eigen beweging of op verzoek",
                "DUO geeft het college examendeelname, pogingen, resultaten en de datum van het diploma",
            ),
        ),
    ],
)
def test_duo_gives_college_examens(facts, on, answer):
    assert says(law.duo_gives_college_examens(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            GegevensFacts(),
            ON,
            (
                "uit eigen beweging of op verzoek",
                "DUO geeft het college begin en einde van de termijn en alles over verlenging",
            ),
        ),
    ],
)
def test_duo_gives_college_termijn(facts, on, answer):
    assert says(law.duo_gives_college_termijn(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            GegevensFacts(),
            ON,
            (
                "uit eigen beweging of op verzoek",
                "DUO geeft het college het recht op maatschappelijke begeleiding",
            ),
        ),
    ],
)
def test_duo_gives_college_begeleiding(facts, on, answer):
    assert says(law.duo_gives_college_begeleiding(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            GegevensFacts(),
            ON,
            (
                "uit eigen beweging of op verzoek",
                "DUO geeft het college dat er een niet-vrijstellende opleiding is",
            ),
        ),
    ],
)
def test_duo_gives_college_opleiding(facts, on, answer):
    assert says(law.duo_gives_college_opleiding(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            GegevensFacts(),
            ON,
            ("uit eigen beweging of op verzoek", "DUO geeft het college de boetes die het oplegde"),
        ),
    ],
)
def test_duo_gives_college_boetes(facts, on, answer):
    assert says(law.duo_gives_college_boetes(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            GegevensFacts(),
            ON,
            (
                "uit eigen beweging of op verzoek",
                "DUO geeft de cursusinstelling examendeelname, resultaten en of de plicht is afgerond",
            ),
        ),
    ],
)
def test_duo_gives_school(facts, on, answer):
    assert says(law.duo_gives_school(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            GegevensFacts(),
            ON,
            (
                "uit eigen beweging",
                "DUO geeft de Dienst Toeslagen de plicht en de cursus, voor de kinderopvangtoeslag",
            ),
        ),
    ],
)
def test_duo_gives_dienst_toeslagen(facts, on, answer):
    assert says(law.duo_gives_dienst_toeslagen(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            GegevensFacts(),
            ON,
            (
                "uit eigen beweging",
                "de uitslag van de leerbaarheidstoets gaat naar het college, voor de intake en de handhaving",
            ),
        ),
    ],
)
def test_lbt_instance_gives_college(facts, on, answer):
    assert says(law.lbt_instance_gives_college(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            GegevensFacts(),
            ON,
            (
                "uit eigen beweging",
                "COA geeft het college identiteit, gezin en gegevens van de voorinburgering",
            ),
        ),
    ],
)
def test_coa_gives_college(facts, on, answer):
    assert says(law.coa_gives_college(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            GegevensFacts(),
            ON,
            (
                "uit eigen beweging",
                "COA geeft DUO de verblijfplaats en de gemeente waar de persoon komt te wonen",
            ),
        ),
    ],
)
def test_coa_gives_duo(facts, on, answer):
    assert says(law.coa_gives_duo(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            GegevensFacts(),
            ON,
            (
                "uit eigen beweging",
                "de IND geeft DUO het verblijfsdoel, wijzigingen daarvan en de identiteit",
            ),
        ),
    ],
)
def test_ind_gives_duo(facts, on, answer):
    assert says(law.ind_gives_duo(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            GegevensFacts(),
            ON,
            ("alleen op verzoek", "de Belastingdienst geeft DUO op verzoek het inkomen voor een lening"),
        ),
    ],
)
def test_belastingdienst_gives_duo(facts, on, answer):
    assert says(law.belastingdienst_gives_duo(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            GegevensFacts(),
            ON,
            ("ja", "gegevens van de Participatiewet mogen voor de inburgering worden gebruikt, en andersom"),
        ),
    ],
)
def test_may_use_pw_data(facts, on, answer):
    assert says(law.may_use_pw_data(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (BestuurFacts(), ON, ("onbekend", "het is niet bekend of de uitvoering volledig is overgedragen")),
        (BestuurFacts(False), ON, ("het college", "de uitvoering is niet volledig overgedragen")),
        (BestuurFacts(True), ON, ("onbekend", "het is niet bekend om welke taak het gaat")),
        (
            BestuurFacts(True, Taak.UITVOERING),
            ON,
            ("het bestuur van het openbaar lichaam", "de uitvoering is volledig overgedragen"),
        ),
        (
            BestuurFacts(True, Taak.STATISTIEK),
            ON,
            ("het college", "bij het college blijft: gegevens voor statistiek (art. 39)"),
        ),
        (
            BestuurFacts(True, Taak.FINANCIERING),
            ON,
            ("het college", "bij het college blijft: de uitkering en de verantwoording (hoofdstuk 10)"),
        ),
    ],
)
def test_who_acts_for_the_gemeente(facts, on, answer):
    assert says(bestuur.competent_board(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (GegevensFacts(), ON, ("onbekend", "de doelgroep is niet bekend")),
        (
            GegevensFacts(OVERIG),
            ON,
            ("niet", "een gezinsmigrant of overige migrant krijgt geen aanbod van het college"),
        ),
        (
            GegevensFacts(ASIEL, aanbod_uitgebleven=True),
            ON,
            (
                "uit eigen beweging of op verzoek",
                "het aanbod is uitgebleven, en dat kan de termijn verlengen",
            ),
        ),
        (GegevensFacts(ASIEL, aanbod_uitgebleven=False), ON, ("niet", "het aanbod is niet uitgebleven")),
        (
            GegevensFacts(ASIEL, aanbod_uitgebleven=None),
            ON,
            ("onbekend", "het is niet bekend of het aanbod is uitgebleven"),
        ),
    ],
)
def test_an_offer_that_stays_away_is_told(facts, on, answer):
    assert says(law.college_gives_duo_no_aanbod(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            GegevensFacts(niet_vrijstellende_opleiding=True),
            ON,
            (
                "uit eigen beweging of op verzoek",
                "de persoon volgt een niet-vrijstellende opleiding, en dat kan de termijn verlengen",
            ),
        ),
        (
            GegevensFacts(niet_vrijstellende_opleiding=False),
            ON,
            ("niet", "er is geen niet-vrijstellende opleiding"),
        ),
        (
            GegevensFacts(niet_vrijstellende_opleiding=None),
            ON,
            ("onbekend", "het is niet bekend of er een niet-vrijstellende opleiding is"),
        ),
    ],
)
def test_an_opleiding_is_told(facts, on, answer):
    assert says(law.college_gives_duo_opleiding(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (GegevensFacts(), ON, ("niet", "de persoon is niet naar een andere gemeente verhuisd")),
        (
            GegevensFacts(woonplaats_verplaatst=date(2026, 5, 1), eerdere_leerroute_vastgesteld=True),
            ON,
            ("alleen op verzoek", "het nieuwe college vraagt PIP, voortgang en opgelegde boetes op"),
        ),
        (
            GegevensFacts(woonplaats_verplaatst=date(2026, 5, 1), eerdere_leerroute_vastgesteld=False),
            ON,
            ("niet", "er was bij de verhuizing nog geen leerroute vastgesteld"),
        ),
        (
            GegevensFacts(woonplaats_verplaatst=date(2026, 5, 1), eerdere_leerroute_vastgesteld=None),
            ON,
            ("onbekend", "het is niet bekend of de leerroute al was vastgesteld"),
        ),
    ],
)
def test_the_new_college_asks_for_the_move_pack(facts, on, answer):
    assert says(law.college_gives_new_college(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (GegevensFacts(), ON, ("nee", "er is niets te geven aan een nieuw college")),
        (
            GegevensFacts(woonplaats_verplaatst=date(2026, 5, 1)),
            ON,
            ("onbekend", "het is niet bekend of de leerroute al was vastgesteld"),
        ),
        (
            GegevensFacts(
                woonplaats_verplaatst=date(2026, 5, 1), eerdere_leerroute_vastgesteld=True, gevraagd=True
            ),
            ON,
            ("ja", "het nieuwe college heeft erom gevraagd"),
        ),
        (
            GegevensFacts(
                woonplaats_verplaatst=date(2026, 5, 1), eerdere_leerroute_vastgesteld=True, gevraagd=False
            ),
            ON,
            ("nee", "het nieuwe college heeft er niet om gevraagd"),
        ),
        (
            GegevensFacts(
                woonplaats_verplaatst=date(2026, 5, 1), eerdere_leerroute_vastgesteld=True, gevraagd=None
            ),
            ON,
            ("onbekend", "het is niet bekend of het nieuwe college erom heeft gevraagd"),
        ),
        (
            GegevensFacts(
                woonplaats_verplaatst=date(2026, 5, 1), eerdere_leerroute_vastgesteld=False, gevraagd=True
            ),
            ON,
            ("nee", "er is niets te geven aan een nieuw college"),
        ),
    ],
)
def test_the_move_pack_is_given_when_asked(facts, on, answer):
    assert says(law.must_give_move_pack(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            GegevensFacts(ASIEL),
            ON,
            ("uit eigen beweging", "van een asielstatushouder geeft de school voortgang en aanwezigheid"),
        ),
        (
            GegevensFacts(OVERIG),
            ON,
            ("alleen op verzoek", "van een gezinsmigrant of overige migrant geeft de school die desgevraagd"),
        ),
        (GegevensFacts(None), ON, ("onbekend", "de doelgroep is niet bekend")),
    ],
)
def test_a_school_tells_the_college(facts, on, answer):
    assert says(law.school_gives_college(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            GegevensFacts(ASIEL),
            ON,
            (
                "uit eigen beweging of op verzoek",
                "van een asielstatushouder geeft de school DUO alleen de inschrijving",
            ),
        ),
        (
            GegevensFacts(OVERIG),
            ON,
            (
                "uit eigen beweging of op verzoek",
                "van een gezinsmigrant of overige migrant geeft de school DUO inschrijving, "
                "voortgang en aanwezigheid",
            ),
        ),
        (GegevensFacts(None), ON, ("onbekend", "de doelgroep is niet bekend")),
    ],
)
def test_a_school_tells_duo(facts, on, answer):
    assert says(law.school_gives_duo(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            GegevensFacts(bsn_gebruiker=BsnGebruiker.MINISTER),
            date(2022, 12, 31),
            ("ja", "de Minister (DUO) gebruikt het BSN op grond van de wet"),
        ),
        (
            GegevensFacts(bsn_gebruiker=BsnGebruiker.COLLEGE),
            date(2022, 12, 31),
            ("ja", "het college gebruikt het BSN op grond van de wet"),
        ),
        (
            GegevensFacts(bsn_gebruiker=BsnGebruiker.CURSUSINSTELLING),
            date(2022, 12, 31),
            ("ja", "de cursusinstelling is aangewezen om het BSN te gebruiken"),
        ),
        (
            GegevensFacts(bsn_gebruiker=BsnGebruiker.CVTE),
            date(2022, 12, 31),
            ("ja", "het College voor toetsen en examens is aangewezen om het BSN te gebruiken"),
        ),
        (
            GegevensFacts(bsn_gebruiker=BsnGebruiker.VOORINBURGERING),
            date(2022, 12, 31),
            ("nee", "de instelling voor voorinburgering (COA) is niet aangewezen om het BSN te gebruiken"),
        ),
        (
            GegevensFacts(bsn_gebruiker=BsnGebruiker.DIPLOMAWAARDERING),
            date(2022, 12, 31),
            ("ja", "de organisatie voor diplomawaardering is aangewezen om het BSN te gebruiken"),
        ),
        (
            GegevensFacts(bsn_gebruiker=BsnGebruiker.ANDER),
            date(2022, 12, 31),
            ("nee", "een ander is niet aangewezen om het BSN te gebruiken"),
        ),
        (
            GegevensFacts(bsn_gebruiker=BsnGebruiker.MINISTER),
            date(2023, 1, 1),
            ("ja", "de Minister (DUO) gebruikt het BSN op grond van de wet"),
        ),
        (
            GegevensFacts(bsn_gebruiker=BsnGebruiker.COLLEGE),
            date(2023, 1, 1),
            ("ja", "het college gebruikt het BSN op grond van de wet"),
        ),
        (
            GegevensFacts(bsn_gebruiker=BsnGebruiker.CURSUSINSTELLING),
            date(2023, 1, 1),
            ("ja", "de cursusinstelling is aangewezen om het BSN te gebruiken"),
        ),
        (
            GegevensFacts(bsn_gebruiker=BsnGebruiker.CVTE),
            date(2023, 1, 1),
            ("ja", "het College voor toetsen en examens is aangewezen om het BSN te gebruiken"),
        ),
        (
            GegevensFacts(bsn_gebruiker=BsnGebruiker.VOORINBURGERING),
            date(2023, 1, 1),
            ("ja", "de instelling voor voorinburgering (COA) is aangewezen om het BSN te gebruiken"),
        ),
        (
            GegevensFacts(bsn_gebruiker=BsnGebruiker.DIPLOMAWAARDERING),
            date(2023, 1, 1),
            ("ja", "de organisatie voor diplomawaardering is aangewezen om het BSN te gebruiken"),
        ),
        (
            GegevensFacts(bsn_gebruiker=BsnGebruiker.ANDER),
            date(2023, 1, 1),
            ("nee", "een ander is niet aangewezen om het BSN te gebruiken"),
        ),
        (GegevensFacts(), date(2022, 6, 1), ("onbekend", "het is niet bekend wie het BSN zou gebruiken")),
        (GegevensFacts(), ON, ("onbekend", "het is niet bekend wie het BSN zou gebruiken")),
    ],
)
def test_who_uses_the_bsn(facts, on, answer):
    assert says(law.may_use_bsn(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            GegevensFacts(verwerkingsdoel=Verwerkingsdoel.BREDE_INTAKE),
            ON,
            ("ja", "gegevens over gezondheid mogen, voor zover nodig, voor de brede intake"),
        ),
        (
            GegevensFacts(verwerkingsdoel=Verwerkingsdoel.PIP),
            ON,
            ("ja", "gegevens over gezondheid mogen, voor zover nodig, voor het PIP"),
        ),
        (
            GegevensFacts(verwerkingsdoel=Verwerkingsdoel.BEGELEIDING),
            ON,
            ("ja", "gegevens over gezondheid mogen, voor zover nodig, voor de ondersteuning en begeleiding"),
        ),
        (
            GegevensFacts(verwerkingsdoel=Verwerkingsdoel.ONTHEFFING),
            ON,
            ("ja", "gegevens over gezondheid mogen, voor zover nodig, voor de ontheffing"),
        ),
        (
            GegevensFacts(verwerkingsdoel=Verwerkingsdoel.VERLENGING),
            ON,
            ("ja", "gegevens over gezondheid mogen, voor zover nodig, voor de verlenging van de termijn"),
        ),
        (
            GegevensFacts(verwerkingsdoel=Verwerkingsdoel.GEESTELIJKE_BEDIENAAR),
            ON,
            ("nee", "gegevens over gezondheid mogen niet voor de vraag of iemand geestelijke bedienaar is"),
        ),
        (
            GegevensFacts(verwerkingsdoel=Verwerkingsdoel.ANDERS),
            ON,
            ("nee", "gegevens over gezondheid mogen niet voor een ander doel"),
        ),
        (GegevensFacts(), ON, ("onbekend", "het doel van de verwerking is niet bekend")),
    ],
)
def test_for_what_health_data_may_be_used(facts, on, answer):
    assert says(law.may_process_health(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            GegevensFacts(verwerkingsdoel=Verwerkingsdoel.GEESTELIJKE_BEDIENAAR),
            ON,
            (
                "ja",
                "gegevens over religie mogen, voor zover nodig, voor de vraag of iemand "
                "geestelijke bedienaar is",
            ),
        ),
        (
            GegevensFacts(verwerkingsdoel=Verwerkingsdoel.BREDE_INTAKE),
            ON,
            ("nee", "gegevens over religie mogen niet voor de brede intake"),
        ),
        (GegevensFacts(), ON, ("onbekend", "het doel van de verwerking is niet bekend")),
    ],
)
def test_for_what_religion_may_be_used(facts, on, answer):
    assert says(law.may_process_religion(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            GegevensFacts(autorisatie_per_taak=True, reservebestand_afgeschermd=True),
            ON,
            ("ja", "toegang en reservebestand zijn beveiligd"),
        ),
        (
            GegevensFacts(autorisatie_per_taak=True, reservebestand_afgeschermd=False),
            ON,
            ("nee", "bewaar het reservebestand waar niemand zonder autorisatie bij kan"),
        ),
        (
            GegevensFacts(autorisatie_per_taak=True, reservebestand_afgeschermd=None),
            ON,
            ("onbekend", "het is niet bekend waar het reservebestand is"),
        ),
        (
            GegevensFacts(autorisatie_per_taak=False, reservebestand_afgeschermd=True),
            ON,
            ("nee", "geef alleen toegang aan wie de gegevens voor de eigen taak nodig heeft"),
        ),
        (
            GegevensFacts(autorisatie_per_taak=None, reservebestand_afgeschermd=True),
            ON,
            ("onbekend", "het is niet bekend of toegang alleen met een autorisatie kan"),
        ),
    ],
)
def test_special_data_are_secured(facts, on, answer):
    assert says(law.special_data_are_secured(facts, on=on)) == answer


def test_the_reading_about_fines_is_shown():
    assert law.duo_gives_college_boetes(GegevensFacts(), on=ON).readings == (
        "art. 9.6, lid 5, noemt geen verzoek: de Minister geeft boetes ook uit eigen beweging",
    )

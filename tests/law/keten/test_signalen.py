from datetime import date

import pytest

from meedoen.law.inburgering.begrippen import Doelgroep, Leerroute, Niveau
from meedoen.law.keten import signalen as law
from meedoen.law.keten.signalen import SignaalFacts

ON = date(2026, 6, 1)
ASIEL, OVERIG = Doelgroep.ASIELSTATUSHOUDER, Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT


def says(outcome):
    return outcome.head(), outcome.sentence()


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (SignaalFacts(), ON, ("onbekend", "de geboortedatum is niet bekend")),
        (
            SignaalFacts(geboortedatum=date(1960, 12, 1)),
            date(2027, 5, 31),
            ("geen", "de AOW-leeftijd wordt pas op 1 december 2027 bereikt"),
        ),
        (
            SignaalFacts(geboortedatum=date(1960, 12, 1)),
            date(2027, 6, 1),
            ("1 juni 2027", "de AOW-leeftijd wordt binnen 6 maanden bereikt, op 1 december 2027"),
        ),
        (
            SignaalFacts(geboortedatum=date(1960, 12, 1)),
            date(2027, 11, 30),
            ("1 juni 2027", "de AOW-leeftijd wordt binnen 6 maanden bereikt, op 1 december 2027"),
        ),
        (
            SignaalFacts(geboortedatum=date(1960, 12, 1)),
            date(2027, 12, 1),
            ("geen", "de AOW-leeftijd is op 1 december 2027 bereikt, dus de plicht is geëindigd"),
        ),
    ],
)
def test_the_aow_age_is_near(facts, on, answer):
    assert says(law.aow_within_six_months_since(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (SignaalFacts(), ON, ("geen", "er is geen verhuizing uit een andere gemeente")),
        (
            SignaalFacts(inschrijving_nieuwe_gemeente=date(2026, 5, 1)),
            ON,
            ("1 mei 2026", "de persoon is verhuisd en heeft nog geen PIP"),
        ),
        (
            SignaalFacts(inschrijving_nieuwe_gemeente=date(2026, 5, 1), eerste_pip=date(2026, 4, 30)),
            ON,
            ("geen", "er is al een PIP van een eerdere gemeente"),
        ),
        (
            SignaalFacts(inschrijving_nieuwe_gemeente=date(2026, 5, 1), eerste_pip=date(2026, 5, 1)),
            ON,
            ("geen", "het eerste PIP is van 1 mei 2026"),
        ),
        (
            SignaalFacts(inschrijving_nieuwe_gemeente=date(2026, 5, 1), pip_vastgesteld=date(2026, 5, 10)),
            ON,
            ("geen", "het PIP is op 10 mei 2026 vastgesteld"),
        ),
    ],
)
def test_somebody_settled_without_a_pip(facts, on, answer):
    assert says(law.settled_without_pip_since(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (SignaalFacts(), ON, ("geen", "er is geen verhuizing uit een andere gemeente")),
        (
            SignaalFacts(inschrijving_nieuwe_gemeente=date(2026, 5, 1)),
            ON,
            ("geen", "er is geen PIP van een eerdere gemeente"),
        ),
        (
            SignaalFacts(inschrijving_nieuwe_gemeente=date(2026, 5, 1), eerste_pip=date(2026, 4, 30)),
            ON,
            ("1 mei 2026", "stel een eigen PIP vast, met de leerroute van de vorige gemeente"),
        ),
        (
            SignaalFacts(
                inschrijving_nieuwe_gemeente=date(2026, 5, 1),
                eerste_pip=date(2026, 4, 30),
                pip_vastgesteld=date(2026, 5, 1),
            ),
            ON,
            ("geen", "het nieuwe PIP is op 1 mei 2026 vastgesteld"),
        ),
        (
            SignaalFacts(
                inschrijving_nieuwe_gemeente=date(2026, 5, 1),
                eerste_pip=date(2026, 4, 30),
                pip_vastgesteld=date(2026, 4, 30),
            ),
            ON,
            ("1 mei 2026", "stel een eigen PIP vast, met de leerroute van de vorige gemeente"),
        ),
    ],
)
def test_somebody_settled_with_a_pip(facts, on, answer):
    assert says(law.settled_with_pip_since(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (SignaalFacts(), ON, ("geen", "er is geen tijdelijke vrijstelling geëindigd")),
        (
            SignaalFacts(vrijstelling_geeindigd=date(2026, 5, 1)),
            ON,
            ("1 mei 2026", "de plicht begint en er is nog geen leerroute"),
        ),
        (
            SignaalFacts(vrijstelling_geeindigd=date(2026, 5, 1), eerste_pip=date(2024, 5, 1)),
            ON,
            ("geen", "er is een PIP met een leerroute"),
        ),
        (
            SignaalFacts(vrijstelling_geeindigd=date(2026, 5, 1), pip_vastgesteld=date(2026, 5, 10)),
            ON,
            ("geen", "er is een PIP met een leerroute"),
        ),
    ],
)
def test_a_vrijstelling_ended_without_route(facts, on, answer):
    assert says(law.vrijstelling_ended_without_route_since(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (SignaalFacts(), ON, ("geen", "er is geen tijdelijke vrijstelling geëindigd")),
        (
            SignaalFacts(vrijstelling_geeindigd=date(2026, 5, 1)),
            ON,
            ("geen", "er is geen PIP van voor het einde van de vrijstelling"),
        ),
        (
            SignaalFacts(vrijstelling_geeindigd=date(2026, 5, 1), eerste_pip=date(2026, 4, 30)),
            ON,
            ("1 mei 2026", "de plicht gaat verder met het PIP van 30 april 2026"),
        ),
        (
            SignaalFacts(vrijstelling_geeindigd=date(2026, 5, 1), eerste_pip=date(2026, 5, 1)),
            ON,
            ("geen", "er is geen PIP van voor het einde van de vrijstelling"),
        ),
    ],
)
def test_a_vrijstelling_ended_with_route(facts, on, answer):
    assert says(law.vrijstelling_ended_with_route_since(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            SignaalFacts(doelgroep=OVERIG, kennisgeving=date(2026, 3, 2)),
            date(2026, 5, 11),
            ("geen", "het PIP kan nog op tijd, tot en met 11 mei 2026"),
        ),
        (
            SignaalFacts(doelgroep=OVERIG, kennisgeving=date(2026, 3, 2)),
            date(2026, 5, 12),
            ("12 mei 2026", "de termijn voor het PIP eindigde op 11 mei 2026 en er is nog geen PIP"),
        ),
        (SignaalFacts(doelgroep=OVERIG), ON, ("onbekend", "er is nog geen kennisgeving van DUO")),
        (
            SignaalFacts(pip_vastgesteld=date(2026, 5, 1)),
            ON,
            ("geen", "het PIP is op 1 mei 2026 vastgesteld"),
        ),
        (
            SignaalFacts(
                doelgroep=OVERIG,
                kennisgeving=date(2026, 3, 2),
                eerste_pip=date(2026, 3, 10),
                inschrijving_nieuwe_gemeente=date(2026, 3, 20),
            ),
            ON,
            ("30 mei 2026", "de termijn voor het PIP eindigde op 29 mei 2026 en er is nog geen PIP"),
        ),
        (
            SignaalFacts(
                doelgroep=OVERIG,
                kennisgeving=date(2026, 3, 2),
                eerste_pip=date(2026, 3, 10),
                inschrijving_nieuwe_gemeente=date(2026, 3, 20),
            ),
            date(2026, 5, 30),
            ("30 mei 2026", "de termijn voor het PIP eindigde op 29 mei 2026 en er is nog geen PIP"),
        ),
    ],
)
def test_the_ten_weeks_are_over_without_route(facts, on, answer):
    assert says(law.no_route_after_term_since(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (SignaalFacts(), ON, ("onbekend", "de doelgroep is niet bekend")),
        (
            SignaalFacts(doelgroep=OVERIG),
            ON,
            ("geen", "een gezinsmigrant of overige migrant krijgt geen aanbod van het college"),
        ),
        (SignaalFacts(doelgroep=ASIEL), ON, ("geen", "er is nog geen leerroute vastgesteld")),
        (
            SignaalFacts(doelgroep=ASIEL, pip_vastgesteld=date(2026, 5, 1)),
            ON,
            ("1 mei 2026", "de leerroute is vastgesteld en er is nog geen aanbod"),
        ),
        (
            SignaalFacts(doelgroep=ASIEL, pip_vastgesteld=date(2026, 5, 1), aanbod=ON),
            ON,
            ("geen", "het aanbod is op 1 juni 2026 gedaan"),
        ),
        (
            SignaalFacts(doelgroep=ASIEL, pip_vastgesteld=date(2026, 5, 1), aanbod=date(2026, 6, 2)),
            ON,
            ("1 mei 2026", "de leerroute is vastgesteld en er is nog geen aanbod"),
        ),
    ],
)
def test_there_is_a_route_and_no_aanbod(facts, on, answer):
    assert says(law.no_aanbod_since(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (SignaalFacts(), ON, ("geen", "er is geen opleidingscontract")),
        (
            SignaalFacts(contract_ontvangen=date(2026, 5, 1)),
            ON,
            ("1 mei 2026", "er is een opleidingscontract en nog geen PIP"),
        ),
        (
            SignaalFacts(contract_ontvangen=date(2026, 5, 1), pip_vastgesteld=date(2026, 5, 10)),
            ON,
            ("geen", "er is een PIP"),
        ),
        (
            SignaalFacts(contract_ontvangen=date(2026, 5, 1), eerste_pip=date(2026, 5, 10)),
            ON,
            ("geen", "er is een PIP"),
        ),
    ],
)
def test_a_contract_came_before_the_pip(facts, on, answer):
    assert says(law.contract_without_pip_since(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (SignaalFacts(), ON, ("geen", "er is geen opleidingscontract")),
        (
            SignaalFacts(contract_ontvangen=date(2026, 5, 1)),
            ON,
            ("onbekend", "het niveau in het opleidingscontract is niet bekend"),
        ),
        (
            SignaalFacts(contract_ontvangen=date(2026, 5, 1), contract_niveau=Niveau.A2),
            ON,
            ("onbekend", "de leerroute is niet bekend"),
        ),
        (
            SignaalFacts(
                contract_ontvangen=date(2026, 5, 1), contract_niveau=Niveau.A2, leerroute=Leerroute.Z_ROUTE
            ),
            ON,
            ("geen", "voor de Z-route telt alleen of het niveau te hoog is"),
        ),
        (
            SignaalFacts(
                contract_ontvangen=date(2026, 5, 1), contract_niveau=Niveau.A2, leerroute=Leerroute.B1_ROUTE
            ),
            ON,
            ("1 mei 2026", "het contract is op niveau A2 en het PIP op niveau B1"),
        ),
        (
            SignaalFacts(
                contract_ontvangen=date(2026, 5, 1), contract_niveau=Niveau.B1, leerroute=Leerroute.B1_ROUTE
            ),
            ON,
            ("geen", "niveau B1 past bij de B1-route"),
        ),
        (
            SignaalFacts(
                contract_ontvangen=date(2026, 5, 1),
                contract_niveau=Niveau.B2,
                leerroute=Leerroute.ONDERWIJSROUTE,
            ),
            ON,
            ("geen", "niveau B2 past bij de onderwijsroute"),
        ),
        (
            SignaalFacts(
                contract_ontvangen=date(2026, 5, 1),
                contract_niveau=Niveau.A2,
                leerroute=Leerroute.B1_ROUTE,
                niveau=Niveau.A2,
            ),
            ON,
            ("geen", "niveau A2 past bij de B1-route"),
        ),
        (
            SignaalFacts(
                contract_ontvangen=date(2026, 5, 1),
                contract_niveau=Niveau.B1,
                leerroute=Leerroute.B1_ROUTE,
                niveau=Niveau.A2,
            ),
            ON,
            ("1 mei 2026", "het contract is op niveau B1 en het PIP op niveau A2"),
        ),
        (
            SignaalFacts(
                contract_ontvangen=date(2026, 5, 1),
                contract_niveau=Niveau.B2,
                leerroute=Leerroute.B1_ROUTE,
                niveau=Niveau.A2,
            ),
            ON,
            ("1 mei 2026", "het contract is op niveau B2 en het PIP op niveau A2"),
        ),
        (
            SignaalFacts(
                contract_ontvangen=date(2026, 5, 1),
                contract_niveau=Niveau.B1,
                leerroute=Leerroute.B1_ROUTE,
                niveau=Niveau.B2,
            ),
            ON,
            ("1 mei 2026", "het contract is op niveau B1 en het PIP op niveau B2"),
        ),
    ],
)
def test_a_contract_is_at_another_level(facts, on, answer):
    assert says(law.contract_niveau_differs_since(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (SignaalFacts(), ON, ("geen", "er is geen opleidingscontract")),
        (SignaalFacts(contract_ontvangen=date(2026, 5, 1)), ON, ("onbekend", "de leerroute is niet bekend")),
        (
            SignaalFacts(contract_ontvangen=date(2026, 5, 1), leerroute=Leerroute.B1_ROUTE),
            ON,
            ("geen", "de leerroute is de B1-route"),
        ),
        (
            SignaalFacts(contract_ontvangen=date(2026, 5, 1), leerroute=Leerroute.Z_ROUTE),
            ON,
            ("onbekend", "het niveau in het opleidingscontract is niet bekend"),
        ),
        (
            SignaalFacts(
                contract_ontvangen=date(2026, 5, 1), leerroute=Leerroute.Z_ROUTE, contract_niveau=Niveau.A2
            ),
            ON,
            ("geen", "niveau A2 past bij de Z-route"),
        ),
        (
            SignaalFacts(
                contract_ontvangen=date(2026, 5, 1), leerroute=Leerroute.Z_ROUTE, contract_niveau=Niveau.B1
            ),
            ON,
            ("1 mei 2026", "niveau B1 in het contract is te hoog voor de Z-route"),
        ),
        (
            SignaalFacts(
                contract_ontvangen=date(2026, 5, 1), leerroute=Leerroute.Z_ROUTE, contract_niveau=Niveau.B2
            ),
            ON,
            ("1 mei 2026", "niveau B2 in het contract is te hoog voor de Z-route"),
        ),
    ],
)
def test_a_contract_is_too_high_for_the_z_route(facts, on, answer):
    assert says(law.contract_niveau_too_high_since(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (SignaalFacts(), ON, ("geen", "er is geen opleidingscontract")),
        (
            SignaalFacts(contract_ontvangen=date(2026, 5, 1)),
            ON,
            ("onbekend", "het is niet bekend of het contract voor een taalschakeltraject is"),
        ),
        (
            SignaalFacts(contract_ontvangen=date(2026, 5, 1), contract_taalschakeltraject=False),
            ON,
            ("geen", "het contract is niet voor een taalschakeltraject"),
        ),
        (
            SignaalFacts(contract_ontvangen=date(2026, 5, 1), contract_taalschakeltraject=True),
            ON,
            ("onbekend", "de leerroute is niet bekend"),
        ),
        (
            SignaalFacts(
                contract_ontvangen=date(2026, 5, 1),
                contract_taalschakeltraject=True,
                leerroute=Leerroute.ONDERWIJSROUTE,
            ),
            ON,
            ("geen", "het taalschakeltraject hoort bij de onderwijsroute"),
        ),
        (
            SignaalFacts(
                contract_ontvangen=date(2026, 5, 1),
                contract_taalschakeltraject=True,
                leerroute=Leerroute.Z_ROUTE,
            ),
            ON,
            ("1 mei 2026", "er is een contract voor een taalschakeltraject in de Z-route"),
        ),
    ],
)
def test_a_taalschakel_contract_needs_the_onderwijsroute(facts, on, answer):
    assert says(law.taalschakel_contract_without_route_since(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (SignaalFacts(), ON, ("geen", "er is geen verlenging aangevraagd")),
        (
            SignaalFacts(verlenging_aangevraagd=date(2026, 5, 10)),
            ON,
            ("10 mei 2026", "DUO beoordeelt een aanvraag om verlenging"),
        ),
        (
            SignaalFacts(verlenging_aangevraagd=date(2026, 5, 10), verlenging_besloten=date(2026, 5, 1)),
            ON,
            ("10 mei 2026", "DUO beoordeelt een aanvraag om verlenging"),
        ),
        (
            SignaalFacts(verlenging_aangevraagd=date(2026, 5, 10), verlenging_besloten=date(2026, 5, 10)),
            ON,
            ("geen", "DUO heeft op 10 mei 2026 beslist"),
        ),
    ],
)
def test_an_extension_was_requested(facts, on, answer):
    assert says(law.verlenging_requested_since(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (SignaalFacts(), ON, ("geen", "de persoon is niet naar een andere gemeente vertrokken")),
        (
            SignaalFacts(vertrokken_naar_andere_gemeente=date(2026, 5, 1)),
            ON,
            (
                "1 mei 2026",
                "vul inspanningen en resultaten aan nu de persoon naar een andere gemeente is vertrokken",
            ),
        ),
    ],
)
def test_somebody_left_for_another_gemeente(facts, on, answer):
    assert says(law.left_for_other_gemeente_since(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (SignaalFacts(), ON, ("geen", "de persoon is niet uit Nederland vertrokken")),
        (
            SignaalFacts(vertrokken_uit_nederland=date(2026, 5, 1)),
            ON,
            ("1 mei 2026", "vul inspanningen en resultaten aan nu de persoon uit Nederland is vertrokken"),
        ),
    ],
)
def test_somebody_left_the_netherlands(facts, on, answer):
    assert says(law.left_the_netherlands_since(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (SignaalFacts(), ON, ("geen", "er is geen ontheffing wegens bijzondere omstandigheden gevraagd")),
        (
            SignaalFacts(bio_ontheffing_gevraagd=date(2026, 5, 10)),
            ON,
            ("10 mei 2026", "DUO vraagt het college om advies over de ontheffing"),
        ),
        (
            SignaalFacts(bio_ontheffing_gevraagd=date(2026, 5, 10), bio_advies_gegeven=date(2026, 5, 1)),
            ON,
            ("10 mei 2026", "DUO vraagt het college om advies over de ontheffing"),
        ),
        (
            SignaalFacts(bio_ontheffing_gevraagd=date(2026, 5, 10), bio_advies_gegeven=date(2026, 5, 10)),
            ON,
            ("geen", "het college heeft op 10 mei 2026 advies gegeven"),
        ),
    ],
)
def test_advice_is_wanted(facts, on, answer):
    assert says(law.bio_advice_wanted_since(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (SignaalFacts(), ON, ("geen", "de tekst van het certificaat is er nog niet")),
        (
            SignaalFacts(certificaattekst_beschikbaar=date(2026, 5, 1)),
            ON,
            ("1 mei 2026", "de tekst van het certificaat is klaar: reik het uit"),
        ),
        (
            SignaalFacts(
                certificaattekst_beschikbaar=date(2026, 5, 1), certificaat_uitgereikt=date(2026, 5, 10)
            ),
            ON,
            ("geen", "het certificaat is op 10 mei 2026 uitgereikt"),
        ),
    ],
)
def test_a_certificaat_is_ready(facts, on, answer):
    assert says(law.certificaat_ready_since(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (SignaalFacts(), ON, ("geen", "er is geen niet-vrijstellende opleiding geëindigd")),
        (
            SignaalFacts(niet_vrijstellende_opleiding_geeindigd=date(2026, 5, 1)),
            ON,
            (
                "1 mei 2026",
                "de niet-vrijstellende opleiding is geëindigd: bespreek of het PIP moet veranderen",
            ),
        ),
        (
            SignaalFacts(
                niet_vrijstellende_opleiding_geeindigd=date(2026, 5, 1), pip_vastgesteld=date(2026, 5, 1)
            ),
            ON,
            ("geen", "het PIP is daarna, op 1 mei 2026, herzien"),
        ),
        (
            SignaalFacts(
                niet_vrijstellende_opleiding_geeindigd=date(2026, 5, 10), pip_vastgesteld=date(2026, 5, 1)
            ),
            ON,
            (
                "10 mei 2026",
                "de niet-vrijstellende opleiding is geëindigd: bespreek of het PIP moet veranderen",
            ),
        ),
    ],
)
def test_an_opleiding_ended(facts, on, answer):
    assert says(law.opleiding_ended_since(facts, on=on)) == answer


def test_a_signal_cites_duo_and_shows_its_reading():
    facts = SignaalFacts(contract_ontvangen=ON, contract_niveau=Niveau.B2, leerroute=Leerroute.B1_ROUTE)
    outcome = law.contract_niveau_differs_since(facts, on=ON)
    assert str(outcome.citation) == "DUO, attentiesignalen"
    assert outcome.readings == ("een contract op een hoger niveau dan B1 past bij een PIP op niveau B1",)

from dataclasses import replace
from datetime import date

import pytest

from meedoen.law.inburgering import brede_intake as intake
from meedoen.law.inburgering import pip_aanpassing as law
from meedoen.law.inburgering import pip_contents as contents
from meedoen.law.inburgering.begrippen import Leerroute, Verblijfstitel
from meedoen.law.inburgering.brede_intake import ToetsFacts, UrenSoort
from meedoen.law.inburgering.leerroutes import LBTUitslag
from meedoen.law.inburgering.pip_aanpassing import PIPAanpassingFacts
from meedoen.law.inburgering.pip_contents import PIPContentsFacts
from meedoen.law.participatie import ontzorgen
from meedoen.law.participatie.ontzorgen import OntzorgenFacts, VasteLast

ON = date(2026, 6, 1)

HELPED = OntzorgenFacts(verblijfstitel=Verblijfstitel.ASIEL_BEPAALDE_TIJD, bijstand_vanaf=date(2026, 2, 1))


def says(outcome):
    return outcome.head(), outcome.sentence()


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            PIPAanpassingFacts(vrijgesteld=True),
            ON,
            ("nee", "zolang de persoon vrijgesteld of ontheven is, is er geen PIP"),
        ),
        (
            PIPAanpassingFacts(vrijgesteld=False),
            ON,
            ("ja", "de persoon is niet vrijgesteld of ontheven, dus het college stelt een PIP vast"),
        ),
        (
            PIPAanpassingFacts(vrijgesteld=None),
            ON,
            ("onbekend", "het is niet bekend of de persoon vrijgesteld of ontheven is"),
        ),
    ],
)
def test_a_pip_is_due_unless_vrijgesteld(facts, on, answer):
    assert says(law.pip_is_due(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            PIPAanpassingFacts(niet_vrijstellende_opleiding=True),
            ON,
            ("ja", "het PIP wordt vastgesteld en de opleiding mag eerst worden afgemaakt"),
        ),
        (
            PIPAanpassingFacts(niet_vrijstellende_opleiding=False),
            ON,
            ("nee", "er is geen niet-vrijstellende opleiding"),
        ),
        (
            PIPAanpassingFacts(niet_vrijstellende_opleiding=None),
            ON,
            ("onbekend", "het is niet bekend of er een niet-vrijstellende opleiding is"),
        ),
    ],
)
def test_an_opleiding_may_be_finished_first(facts, on, answer):
    assert says(law.may_finish_opleiding_first(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (PIPAanpassingFacts(), ON, ("nee", "er is geen verhuizing uit een andere gemeente")),
        (
            PIPAanpassingFacts(inschrijving_nieuwe_gemeente=date(2026, 5, 1)),
            ON,
            ("nee", "bij de verhuizing was er nog geen PIP"),
        ),
        (
            PIPAanpassingFacts(inschrijving_nieuwe_gemeente=date(2026, 5, 1), eerste_pip=date(2026, 5, 1)),
            ON,
            ("nee", "bij de verhuizing was er nog geen PIP"),
        ),
        (
            PIPAanpassingFacts(inschrijving_nieuwe_gemeente=date(2026, 5, 1), eerste_pip=date(2026, 3, 16)),
            ON,
            ("ja", "het nieuwe college stelt een eigen PIP vast"),
        ),
        (
            PIPAanpassingFacts(
                inschrijving_nieuwe_gemeente=date(2026, 5, 1),
                eerste_pip=date(2026, 3, 16),
                pip_vastgesteld=date(2026, 3, 16),
            ),
            ON,
            ("ja", "het nieuwe college stelt een eigen PIP vast"),
        ),
        (
            PIPAanpassingFacts(
                inschrijving_nieuwe_gemeente=date(2026, 5, 1),
                eerste_pip=date(2026, 3, 16),
                pip_vastgesteld=date(2026, 5, 1),
            ),
            ON,
            ("nee", "het nieuwe college heeft op 1 mei 2026 een PIP vastgesteld"),
        ),
    ],
)
def test_the_new_college_makes_its_own_pip(facts, on, answer):
    assert says(law.new_college_makes_pip(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            PIPAanpassingFacts(eerdere_leerroute=Leerroute.B1_ROUTE, leerroute=Leerroute.B1_ROUTE),
            ON,
            ("ja", "de leerroute is nog steeds de B1-route"),
        ),
        (
            PIPAanpassingFacts(eerdere_leerroute=Leerroute.B1_ROUTE, leerroute=Leerroute.Z_ROUTE),
            ON,
            ("nee", "de vorige gemeente stelde de B1-route vast, niet de Z-route"),
        ),
        (
            PIPAanpassingFacts(eerdere_leerroute=None, leerroute=Leerroute.B1_ROUTE),
            ON,
            ("onbekend", "er is geen leerroute van een eerdere gemeente bekend"),
        ),
        (
            PIPAanpassingFacts(eerdere_leerroute=Leerroute.B1_ROUTE, leerroute=None),
            ON,
            ("onbekend", "de leerroute in het nieuwe PIP is niet bekend"),
        ),
    ],
)
def test_the_leerroute_stays(facts, on, answer):
    assert says(law.pip_keeps_earlier_route(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (PIPAanpassingFacts(), ON, ("onbekend", "er is nog geen PIP")),
        (
            PIPAanpassingFacts(pip_vastgesteld=date(2026, 3, 16)),
            ON,
            ("nee", "er is na het PIP van 16 maart 2026 geen andere leerroute en geen A2-besluit"),
        ),
        (
            PIPAanpassingFacts(
                pip_vastgesteld=date(2026, 3, 16), leerroute_opnieuw_vastgesteld=date(2026, 3, 16)
            ),
            ON,
            ("nee", "er is na het PIP van 16 maart 2026 geen andere leerroute en geen A2-besluit"),
        ),
        (
            PIPAanpassingFacts(
                pip_vastgesteld=date(2026, 3, 16), leerroute_opnieuw_vastgesteld=date(2026, 3, 17)
            ),
            ON,
            ("ja", "de leerroute is op 17 maart 2026 opnieuw vastgesteld"),
        ),
        (
            PIPAanpassingFacts(pip_vastgesteld=date(2026, 3, 16), a2_besluit=date(2026, 3, 16)),
            ON,
            ("nee", "er is na het PIP van 16 maart 2026 geen andere leerroute en geen A2-besluit"),
        ),
        (
            PIPAanpassingFacts(pip_vastgesteld=date(2026, 3, 16), a2_besluit=date(2026, 3, 17)),
            ON,
            ("ja", "op 17 maart 2026 is besloten tot examens op niveau A2"),
        ),
        (PIPAanpassingFacts(), date(2022, 12, 31), ("onbekend", "er is nog geen PIP")),
        (
            PIPAanpassingFacts(pip_vastgesteld=date(2026, 3, 16)),
            date(2022, 12, 31),
            ("nee", "er is na het PIP van 16 maart 2026 geen andere leerroute en geen A2-besluit"),
        ),
        (
            PIPAanpassingFacts(
                pip_vastgesteld=date(2026, 3, 16), leerroute_opnieuw_vastgesteld=date(2026, 3, 16)
            ),
            date(2022, 12, 31),
            ("nee", "er is na het PIP van 16 maart 2026 geen andere leerroute en geen A2-besluit"),
        ),
        (
            PIPAanpassingFacts(
                pip_vastgesteld=date(2026, 3, 16), leerroute_opnieuw_vastgesteld=date(2026, 3, 17)
            ),
            date(2022, 12, 31),
            ("ja", "de leerroute is op 17 maart 2026 opnieuw vastgesteld"),
        ),
        (
            PIPAanpassingFacts(pip_vastgesteld=date(2026, 3, 16), a2_besluit=date(2026, 3, 16)),
            date(2022, 12, 31),
            ("nee", "er is na het PIP van 16 maart 2026 geen andere leerroute en geen A2-besluit"),
        ),
        (
            PIPAanpassingFacts(pip_vastgesteld=date(2026, 3, 16), a2_besluit=date(2026, 3, 17)),
            date(2022, 12, 31),
            ("ja", "op 17 maart 2026 is besloten tot examens op niveau A2"),
        ),
    ],
)
def test_a_decision_changes_the_pip(facts, on, answer):
    assert says(law.must_adjust_pip(facts, on=on)) == answer


def test_the_lid_about_changing_has_another_number_since_2023():
    facts = PIPAanpassingFacts(pip_vastgesteld=date(2022, 3, 16))
    assert str(law.must_adjust_pip(facts, on=date(2022, 12, 31)).citation) == "art. 5.3, vijfde lid, Bi 2021"
    assert str(law.must_adjust_pip(facts, on=date(2023, 1, 1)).citation) == "art. 5.3, zesde lid, Bi 2021"


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (PIPAanpassingFacts(), ON, ("onbekend", "er is nog geen PIP, dus de termijn is nog niet begonnen")),
        (
            PIPAanpassingFacts(eerste_pip=date(2026, 3, 16)),
            ON,
            ("17 maart 2026", "de dag na de dagtekening van het eerste PIP op 16 maart 2026"),
        ),
        (
            PIPAanpassingFacts(eerste_pip=date(2026, 3, 16), pw_besluit=date(2026, 3, 16)),
            ON,
            ("17 maart 2026", "de dag na de dagtekening van het eerste PIP op 16 maart 2026"),
        ),
        (
            PIPAanpassingFacts(eerste_pip=date(2026, 3, 16), pw_besluit=date(2026, 5, 1)),
            ON,
            (
                "17 maart 2026",
                "het Pw-besluit van 1 mei 2026 verandert niets aan de aanvang na het PIP van 16 maart 2026",
            ),
        ),
    ],
)
def test_the_term_begins_after_the_first_pip(facts, on, answer):
    assert says(law.term_begins_whatever_came_later(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (ToetsFacts(), ON, ("nee", "de leerbaarheidstoets is nog niet aangevraagd")),
        (ToetsFacts(date(2026, 5, 1)), ON, ("nee", "DUO heeft de toets van 1 mei 2026 nog niet beantwoord")),
        (
            ToetsFacts(date(2026, 5, 1), date(2026, 6, 2)),
            ON,
            ("nee", "DUO heeft de toets van 1 mei 2026 nog niet beantwoord"),
        ),
        (
            ToetsFacts(date(2026, 5, 1), ON),
            ON,
            ("onbekend", "de uitslag van de leerbaarheidstoets is niet vastgelegd"),
        ),
        (
            ToetsFacts(date(2026, 5, 1), ON, LBTUitslag.B1_HAALBAAR),
            ON,
            ("ja", "DUO adviseert op 1 juni 2026: de B1-route is haalbaar"),
        ),
        (
            ToetsFacts(date(2026, 5, 1), ON, LBTUitslag.B1_NIET_HAALBAAR),
            ON,
            ("ja", "DUO adviseert op 1 juni 2026: de B1-route is niet haalbaar"),
        ),
        (
            ToetsFacts(date(2026, 5, 1), ON, LBTUitslag.ONBEKEND),
            ON,
            ("ja", "DUO kan op 1 juni 2026 niet zeggen of B1 haalbaar is"),
        ),
    ],
)
def test_the_result_of_the_toets_is_in(facts, on, answer):
    assert says(intake.lbt_result_is_in(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            ToetsFacts(soort_uren=UrenSoort.PVT),
            date(2022, 12, 31),
            ("ja", "uren in de brede intake voor het participatieverklaringstraject kunnen meetellen"),
        ),
        (
            ToetsFacts(soort_uren=UrenSoort.MAP),
            date(2022, 12, 31),
            ("ja", "uren in de brede intake voor de module Arbeidsmarkt en Participatie kunnen meetellen"),
        ),
        (
            ToetsFacts(soort_uren=UrenSoort.PARTICIPATIE),
            date(2022, 12, 31),
            ("ja", "uren in de brede intake voor participatie voor de Z-route kunnen meetellen"),
        ),
        (
            ToetsFacts(soort_uren=UrenSoort.NT2),
            date(2022, 12, 31),
            ("ja", "uren in de brede intake voor lessen Nederlands voor de 600 uur kunnen meetellen"),
        ),
        (
            ToetsFacts(soort_uren=UrenSoort.ANDERS),
            date(2022, 12, 31),
            ("nee", "wat voor het PIP is gedaan, telt niet mee: iets anders"),
        ),
        (
            ToetsFacts(soort_uren=UrenSoort.PVT),
            date(2023, 1, 1),
            ("ja", "uren in de brede intake voor het participatieverklaringstraject kunnen meetellen"),
        ),
        (
            ToetsFacts(soort_uren=UrenSoort.MAP),
            date(2023, 1, 1),
            ("ja", "uren in de brede intake voor de module Arbeidsmarkt en Participatie kunnen meetellen"),
        ),
        (
            ToetsFacts(soort_uren=UrenSoort.PARTICIPATIE),
            date(2023, 1, 1),
            ("ja", "uren in de brede intake voor participatie voor de Z-route kunnen meetellen"),
        ),
        (
            ToetsFacts(soort_uren=UrenSoort.NT2),
            date(2023, 1, 1),
            ("ja", "uren in de brede intake voor lessen Nederlands voor de 600 uur kunnen meetellen"),
        ),
        (
            ToetsFacts(soort_uren=UrenSoort.ANDERS),
            date(2023, 1, 1),
            ("nee", "wat voor het PIP is gedaan, telt niet mee: iets anders"),
        ),
        (ToetsFacts(), date(2022, 12, 31), ("onbekend", "het is niet bekend waarvoor de uren waren")),
        (ToetsFacts(), ON, ("onbekend", "het is niet bekend waarvoor de uren waren")),
    ],
)
def test_some_hours_before_the_pip_may_count(facts, on, answer):
    assert says(intake.hours_before_pip_may_count(facts, on=on)) == answer


def test_the_lid_about_hours_has_another_number_since_2023():
    facts = ToetsFacts(soort_uren=UrenSoort.PVT)
    old = intake.hours_before_pip_may_count(facts, on=date(2022, 12, 31))
    new = intake.hours_before_pip_may_count(facts, on=date(2023, 1, 1))
    assert (str(old.citation), old.readings) == ("art. 5.3, vierde lid, Bi 2021", (intake.MAG_MEETELLEN,))
    assert (str(new.citation), new.readings) == ("art. 5.3, vijfde lid, Bi 2021", (intake.MAG_MEETELLEN,))


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            PIPContentsFacts(),
            ON,
            ("nee", "zonder voortgangsgesprekken in het PIP is er geen zicht op de voortgang"),
        ),
        (
            PIPContentsFacts(zicht_op_voortgang=True),
            ON,
            ("nee", "zonder voortgangsgesprekken in het PIP is er geen zicht op de voortgang"),
        ),
        (
            PIPContentsFacts(aantal_voortgangsgesprekken=4, zicht_op_voortgang=True),
            ON,
            ("ja", "met de begeleiding heeft het college genoeg zicht op de voortgang"),
        ),
        (
            PIPContentsFacts(aantal_voortgangsgesprekken=4, zicht_op_voortgang=False),
            ON,
            ("nee", "de begeleiding geeft te weinig zicht op de voortgang"),
        ),
        (
            PIPContentsFacts(aantal_voortgangsgesprekken=4, zicht_op_voortgang=None),
            ON,
            ("oordeel", "beoordeel of 4 voortgangsgesprekken genoeg zicht op de voortgang geven"),
        ),
    ],
)
def test_guidance_gives_sight_of_progress(facts, on, answer):
    assert says(contents.gives_sight_of_progress(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (replace(HELPED, vaste_last=VasteLast.HUUR), ON, ("ja", "het college betaalt huur uit de bijstand")),
        (replace(HELPED, vaste_last=VasteLast.GAS), ON, ("ja", "het college betaalt gas uit de bijstand")),
        (
            replace(HELPED, vaste_last=VasteLast.WATER),
            ON,
            ("ja", "het college betaalt water uit de bijstand"),
        ),
        (
            replace(HELPED, vaste_last=VasteLast.STROOM),
            ON,
            ("ja", "het college betaalt stroom uit de bijstand"),
        ),
        (
            replace(HELPED, vaste_last=VasteLast.ZORGVERZEKERING),
            ON,
            ("ja", "het college betaalt de verplichte zorgverzekering uit de bijstand"),
        ),
        (
            replace(HELPED, vaste_last=VasteLast.ANDERS),
            ON,
            ("nee", "een andere vaste last betaalt de persoon zelf"),
        ),
        (HELPED, ON, ("onbekend", "het is niet bekend om welke vaste last het gaat")),
        (
            replace(HELPED, vaste_last=VasteLast.HUUR),
            date(2026, 8, 1),
            ("nee", "het college betaalt op deze dag geen vaste lasten uit de bijstand"),
        ),
        (
            replace(HELPED, vaste_last=VasteLast.HUUR, verblijfstitel=None),
            ON,
            ("onbekend", "de verblijfstitel is niet bekend"),
        ),
    ],
)
def test_which_costs_the_college_pays(facts, on, answer):
    assert says(ontzorgen.ontzorgen_covers(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            replace(HELPED, ontzorgbesluit_in_pip=True),
            ON,
            ("ja", "het besluit over ontzorgen is bij het PIP gevoegd"),
        ),
        (
            replace(HELPED, ontzorgbesluit_in_pip=False),
            ON,
            ("nee", "het besluit over ontzorgen ontbreekt in het PIP"),
        ),
        (
            replace(HELPED, ontzorgbesluit_in_pip=None),
            ON,
            ("onbekend", "het is niet bekend of het besluit in het PIP is opgenomen"),
        ),
        (HELPED, date(2026, 8, 1), ("ja", "er is op deze dag geen besluit over ontzorgen nodig")),
    ],
)
def test_ontzorgen_stands_in_the_pip(facts, on, answer):
    assert says(ontzorgen.ontzorgen_stands_in_pip(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            replace(HELPED, plichtig=True),
            ON,
            ("ja", "het college betaalt de vaste lasten uit de bijstand tot en met 31 juli 2026"),
        ),
        (
            replace(HELPED, plichtig=False),
            ON,
            ("nee", "ontzorgen is alleen voor wie inburgeringsplichtig is"),
        ),
        (
            replace(HELPED, plichtig=None),
            ON,
            ("ja", "het college betaalt de vaste lasten uit de bijstand tot en met 31 juli 2026"),
        ),
    ],
)
def test_ontzorgen_is_for_who_is_plichtig(facts, on, answer):
    assert says(ontzorgen.ontzorgen(facts, on=on)) == answer

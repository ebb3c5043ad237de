from dataclasses import fields, replace
from datetime import date, timedelta
from typing import get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meedoen.law.inburgering.begrippen import Doelgroep, Leerroute, Verblijfstitel
from meedoen.law.inburgering.brede_intake import OproepFacts
from meedoen.law.inburgering.dossier_facts import DossierFacts
from meedoen.law.inburgering.pip import PIPFacts
from meedoen.law.inburgering.stappen import Stap, WachtOp
from meedoen.law.inburgering.termijn import TermijnFacts
from meedoen.law.inburgering.tijdlijn import (
    leerbaarheidstoets_missing,
    map_open,
    may_begin,
    next_due,
    next_stap,
    next_step,
    next_voortgangsgesprek,
    pip_takes_effect,
    pvt_open,
    waits_for_huisvesting,
)
from meedoen.law.kernel.outcome import Status

ON = date(2026, 3, 16)
ASIEL = DossierFacts(
    doelgroep=Doelgroep.ASIELSTATUSHOUDER,
    verblijfstitel=Verblijfstitel.ASIEL_BEPAALDE_TIJD,
    koppeling=date(2026, 1, 5),
    kennisgeving=date(2026, 1, 12),
)
HOUSED = replace(ASIEL, inschrijving=date(2026, 2, 2))
DUE = date(2026, 4, 13)
CALLED = replace(HOUSED, oproep=date(2026, 3, 2), oproep_termijn=ON, oproepen=1, gemiste_oproepen=0)
INTAKE = replace(HOUSED, intake_begonnen=date(2026, 3, 5))
TESTED = replace(INTAKE, leerbaarheidstoets=date(2026, 3, 9))
DONE = replace(TESTED, intake_afgerond=date(2026, 3, 10))
DRAFT = replace(DONE, pip_concept=date(2026, 3, 12))
ESTABLISHED = replace(DRAFT, pip_vastgesteld=date(2026, 3, 13), eerste_pip=date(2026, 3, 13))
GIVEN = replace(ESTABLISHED, pip_uitgereikt=date(2026, 3, 13), leerroute=Leerroute.B1_ROUTE)
END = date(2029, 3, 13)


@pytest.mark.parametrize(
    ("facts", "on", "stap", "due", "because"),
    [
        (
            DossierFacts(),
            ON,
            Stap.WACHT_OP_KENNISGEVING,
            None,
            "er is nog geen kennisgeving van DUO en geen koppeling",
        ),
        (ASIEL, ON, Stap.OPROEPEN, None, "er is nog geen oproep verstuurd"),
        (HOUSED, ON, Stap.OPROEPEN, DUE, "er is nog geen oproep verstuurd"),
        (CALLED, ON, Stap.WACHT_OP_VERSCHIJNEN, ON, "op 2 maart 2026 is opgeroepen voor de brede intake"),
        (
            replace(CALLED, oproep_termijn=None, gemiste_oproepen=None),
            ON,
            Stap.WACHT_OP_VERSCHIJNEN,
            DUE,
            "op 2 maart 2026 is opgeroepen voor de brede intake",
        ),
        (
            CALLED,
            ON + timedelta(days=1),
            Stap.WAARSCHUWEN,
            DUE,
            "de termijn van de oproep is op 16 maart 2026 geëindigd",
        ),
        (
            replace(CALLED, gemiste_oproepen=1),
            ON,
            Stap.WAARSCHUWEN,
            DUE,
            "de persoon kwam niet na de oproep van 2 maart 2026",
        ),
        (
            replace(CALLED, gemiste_oproepen=1, oproepen=2, waarschuwing=date(2026, 2, 20)),
            ON,
            Stap.WACHT_OP_VERSCHIJNEN,
            ON,
            "op 2 maart 2026 is opgeroepen voor de brede intake",
        ),
        (
            replace(CALLED, gemiste_oproepen=3, oproepen=3),
            ON,
            Stap.VOLTOOI_IN_AFWEZIGHEID,
            DUE,
            "er zijn 3 oproepen gemist",
        ),
        (INTAKE, ON, Stap.LEERBAARHEIDSTOETS, DUE, "de uitslag van de leerbaarheidstoets ontbreekt"),
        (
            replace(INTAKE, leerbaarheidstoets_aangevraagd=date(2026, 3, 6)),
            ON,
            Stap.WACHT_OP_LEERBAARHEIDSTOETS,
            DUE,
            "de leerbaarheidstoets is op 6 maart 2026 aangevraagd",
        ),
        (TESTED, ON, Stap.INTAKE_AFRONDEN, DUE, "de brede intake is op 5 maart 2026 begonnen"),
        (
            replace(DONE, informatie_derde_gevraagd=date(2026, 3, 11)),
            ON,
            Stap.WACHT_OP_DERDE,
            DUE,
            "op 11 maart 2026 is informatie gevraagd die nodig is voor het PIP",
        ),
        (
            replace(DONE, informatie_derde_gevraagd=date(2026, 3, 11)),
            DUE + timedelta(days=1),
            Stap.WACHT_OP_DERDE,
            None,
            "op 11 maart 2026 is informatie gevraagd die nodig is voor het PIP",
        ),
        (DONE, ON, Stap.PIP_OPSTELLEN, DUE, "de brede intake is op 10 maart 2026 afgerond"),
        (
            replace(DONE, leerbaarheidstoets=None),
            ON,
            Stap.PIP_OPSTELLEN,
            DUE,
            "de brede intake is op 10 maart 2026 afgerond",
        ),
        (
            replace(DRAFT, inschrijving=None),
            ON,
            Stap.WACHT_OP_HUISVESTING,
            None,
            "het PIP kan pas worden vastgesteld na inschrijving in de gemeente",
        ),
        (DRAFT, ON, Stap.PIP_VASTSTELLEN, DUE, "het concept van het PIP is van 12 maart 2026"),
        (
            ESTABLISHED,
            ON,
            Stap.PIP_UITREIKEN,
            date(2026, 3, 13),
            "het PIP van 13 maart 2026 werkt pas na bekendmaking",
        ),
        (GIVEN, ON, Stap.PVT_AFRONDEN, END, "het PVT is nog niet afgerond"),
        (replace(GIVEN, pvt_afgerond=ON), ON, Stap.MAP_AFRONDEN, END, "de MAP is nog niet afgerond"),
        (
            replace(GIVEN, pvt_afgerond=ON, leerroute=Leerroute.ONDERWIJSROUTE),
            ON,
            Stap.LEERROUTE_VOLGEN,
            END,
            "de termijn loopt tot en met 13 maart 2029",
        ),
        (
            replace(GIVEN, pvt_afgerond=ON, map_afgerond=ON),
            ON,
            Stap.LEERROUTE_VOLGEN,
            END,
            "de termijn loopt tot en met 13 maart 2029",
        ),
        (
            replace(GIVEN, voortgangsgesprek_maanden=6),
            date(2026, 9, 12),
            Stap.VOORTGANGSGESPREK,
            date(2026, 9, 13),
            "het volgende voortgangsgesprek staat gepland",
        ),
        (
            replace(GIVEN, voortgangsgesprek_maanden=6),
            date(2026, 9, 13),
            Stap.VOORTGANGSGESPREK,
            date(2026, 9, 13),
            "een voortgangsgesprek is aan de beurt",
        ),
        (
            replace(GIVEN, voortgangsgesprek_maanden=6, laatste_voortgangsgesprek=date(2026, 9, 1)),
            date(2026, 9, 13),
            Stap.VOORTGANGSGESPREK,
            date(2027, 3, 1),
            "het volgende voortgangsgesprek staat gepland",
        ),
        (GIVEN, date(2028, 3, 12), Stap.PVT_AFRONDEN, END, "het PVT is nog niet afgerond"),
        (
            GIVEN,
            date(2028, 3, 13),
            Stap.PVT_AFRONDEN,
            END,
            "het PVT staat open en de termijn eindigt op 13 maart 2029",
        ),
        (
            replace(GIVEN, pvt_afgerond=ON),
            date(2028, 3, 13),
            Stap.MAP_AFRONDEN,
            END,
            "de MAP staat open en de termijn eindigt op 13 maart 2029",
        ),
        (
            replace(GIVEN, pvt_afgerond=ON, map_afgerond=ON),
            date(2028, 3, 13),
            Stap.TERMIJN_EINDIGT_BINNEN_12_MAANDEN,
            END,
            "de termijn eindigt op 13 maart 2029",
        ),
        (
            replace(GIVEN, pvt_afgerond=ON, map_afgerond=ON),
            date(2028, 9, 12),
            Stap.TERMIJN_EINDIGT_BINNEN_12_MAANDEN,
            END,
            "de termijn eindigt op 13 maart 2029",
        ),
        (
            replace(GIVEN, pvt_afgerond=ON),
            date(2028, 9, 13),
            Stap.TERMIJN_EINDIGT_BINNEN_6_MAANDEN,
            END,
            "de termijn eindigt op 13 maart 2029",
        ),
        (GIVEN, END, Stap.TERMIJN_EINDIGT_BINNEN_6_MAANDEN, END, "de termijn eindigt op 13 maart 2029"),
        (
            GIVEN,
            END + timedelta(days=1),
            Stap.TERMIJN_VERSTREKEN,
            END,
            "de termijn is op 13 maart 2029 geëindigd",
        ),
        (
            replace(GIVEN, verlengd_tot_en_met=date(2029, 9, 13)),
            END + timedelta(days=1),
            Stap.TERMIJN_EINDIGT_BINNEN_6_MAANDEN,
            date(2029, 9, 13),
            "de termijn eindigt op 13 september 2029",
        ),
        (
            replace(GIVEN, voldaan=ON),
            END + timedelta(days=1),
            Stap.VOLDAAN,
            None,
            "op 16 maart 2026 is aan de inburgeringsplicht voldaan",
        ),
        (
            replace(GIVEN, plicht_geeindigd=ON),
            ON,
            Stap.GEEINDIGD,
            None,
            "de inburgeringsplicht is op 16 maart 2026 geëindigd",
        ),
        (
            replace(HOUSED, vrijgesteld=True),
            ON,
            Stap.VRIJGESTELD,
            None,
            "er is vrijstelling of ontheffing, dus nu geen PIP",
        ),
        (
            replace(
                HOUSED,
                kennisgeving=None,
                koppeling=None,
                eerste_pip=date(2025, 1, 6),
                inschrijving_nieuwe_gemeente=ON,
            ),
            ON,
            Stap.OPROEPEN,
            date(2026, 5, 26),
            "er is nog geen oproep verstuurd",
        ),
    ],
)
def test_the_next_step(facts, on, stap, due, because):
    step = next_step(facts, on=on)
    assert (step.stap, step.due, step.sentence) == (stap, due, because)
    assert (step.code, step.label, step.waiting_for) == (stap.value, stap.label, stap.wacht_op)


@pytest.mark.parametrize(
    ("facts", "because"),
    [
        (replace(GIVEN, leerroute=None, pvt_afgerond=ON), "de leerroute is niet bekend"),
        (
            replace(GIVEN, eerste_pip=None),
            "er is nog geen PIP, dus de termijn is nog niet begonnen",
        ),
        (replace(CALLED, oproepen=None), "het aantal oproepen is niet bekend"),
    ],
)
def test_a_missing_fact_is_the_next_step(facts, because):
    step = next_step(facts, on=ON)
    assert (step.stap, step.sentence, step.due) == (Stap.GEGEVEN_AANVULLEN, because, None)
    assert step.waiting_for is WachtOp.GEMEENTE
    assert step.outcome.status is Status.UNKNOWN


def test_in_the_azc_the_intake_may_begin_and_the_deadline_says_why_there_is_none():
    step = next_step(replace(ASIEL, in_azc=True), on=ON)
    assert step.stap is Stap.OPROEPEN
    assert step.deadline.sentence() == (
        "er is nog geen inschrijving in de gemeente van huisvesting; de 10 weken lopen pas daarna"
    )


@pytest.mark.parametrize(
    ("facts", "value", "because"),
    [
        (ASIEL, True, "de kennisgeving van DUO is van 12 januari 2026"),
        (
            replace(ASIEL, kennisgeving=None),
            True,
            "sinds de koppeling op 5 januari 2026 mag de brede intake beginnen",
        ),
        (
            DossierFacts(inschrijving_nieuwe_gemeente=ON),
            True,
            "de persoon kwam op 16 maart 2026 uit een andere gemeente",
        ),
        (DossierFacts(), False, "er is nog geen kennisgeving van DUO en geen koppeling"),
    ],
)
def test_when_the_intake_may_begin(facts, value, because):
    outcome = may_begin(facts, on=ON)
    assert (outcome.value, outcome.sentence()) == (value, because)


@pytest.mark.parametrize(
    ("facts", "value", "because"),
    [
        (DossierFacts(), True, "de uitslag van de leerbaarheidstoets ontbreekt"),
        (
            DossierFacts(leerbaarheidstoets=ON),
            False,
            "de uitslag van de leerbaarheidstoets is van 16 maart 2026",
        ),
        (
            DossierFacts(ontheffing_leerbaarheidstoets=True),
            False,
            "er is ontheffing van de leerbaarheidstoets",
        ),
        (
            DossierFacts(eerdere_leerroute=Leerroute.Z_ROUTE),
            False,
            "de leerroute van de eerdere gemeente blijft, dus hoeft de toets niet opnieuw",
        ),
    ],
)
def test_when_the_toets_is_missing(facts, value, because):
    outcome = leerbaarheidstoets_missing(facts, on=ON)
    assert (outcome.value, outcome.sentence()) == (value, because)


@pytest.mark.parametrize(
    ("facts", "value", "because"),
    [
        (HOUSED, False, "de persoon is op 2 februari 2026 ingeschreven"),
        (ASIEL, True, "er is nog geen inschrijving in de gemeente van huisvesting"),
        (DossierFacts(in_azc=True), True, "er is nog geen inschrijving in de gemeente van huisvesting"),
        (DossierFacts(), False, "de persoon wacht niet op huisvesting"),
    ],
)
def test_who_waits_for_huisvesting(facts, value, because):
    outcome = waits_for_huisvesting(facts, on=ON)
    assert (outcome.value, outcome.sentence()) == (value, because)


@pytest.mark.parametrize(("on", "lid"), [(date(2022, 12, 31), "derde"), (date(2023, 1, 1), "vierde")])
@pytest.mark.parametrize(
    ("facts", "head", "because"),
    [
        (
            DossierFacts(pip_vastgesteld=date(2022, 8, 31), voortgangsgesprek_maanden=6),
            "28 februari 2023",
            "beleid van de gemeente: 6 maanden na het PIP van 31 augustus 2022",
        ),
        (
            DossierFacts(laatste_voortgangsgesprek=date(2022, 9, 1), voortgangsgesprek_maanden=3),
            "1 december 2022",
            "beleid van de gemeente: 3 maanden na het gesprek van 1 september 2022",
        ),
        (DossierFacts(), "onbekend", "het beleid over voortgangsgesprekken is niet bekend"),
        (DossierFacts(voortgangsgesprek_maanden=3), "onbekend", "er is nog geen PIP"),
    ],
)
def test_voortgangsgesprekken_follow_the_policy_of_the_gemeente(on, lid, facts, head, because):
    outcome = next_voortgangsgesprek(facts, on=on)
    assert (outcome.head(), outcome.sentence()) == (head, because)
    assert str(outcome.citation) == f"art. 5.3, {lid} lid, Bi 2021"


def test_pvt_and_map_are_open_until_they_are_done():
    assert (
        pvt_open(GIVEN, on=ON).sentence() == "het participatieverklaringstraject (PVT) is nog niet afgerond"
    )
    assert (
        pvt_open(replace(GIVEN, pvt_afgerond=ON), on=ON).sentence() == "het PVT is op 16 maart 2026 afgerond"
    )
    assert (
        map_open(GIVEN, on=ON).sentence()
        == "de module Arbeidsmarkt en Participatie (MAP) is nog niet afgerond"
    )
    assert (
        map_open(replace(GIVEN, map_afgerond=ON), on=ON).sentence() == "de MAP is op 16 maart 2026 afgerond"
    )
    onderwijs = replace(GIVEN, leerroute=Leerroute.ONDERWIJSROUTE)
    assert map_open(onderwijs, on=ON).sentence() == "de MAP hoeft niet in deze leerroute"


def test_a_pip_that_is_not_there_cannot_be_given():
    assert pip_takes_effect(DossierFacts(), on=ON).sentence() == "er is nog geen PIP"
    assert str(next_stap(ESTABLISHED, on=ON).citation) == "art. 3:40, Awb"


@pytest.mark.parametrize(
    ("facts", "value", "because"),
    [
        (replace(GIVEN, voldaan=ON), None, "er is geen datum meer om te halen"),
        (ESTABLISHED, date(2026, 3, 13), "een vastgesteld PIP wordt meteen uitgereikt"),
    ],
)
def test_the_day_of_the_next_step_says_why(facts, value, because):
    outcome = next_due(facts, on=ON)
    assert (outcome.value, outcome.sentence()) == (value, because)


def test_the_deadline_of_an_oproep_needs_a_term():
    outcome = next_due(CALLED, on=ON)
    assert outcome.sentence() == "de oproep stelde een termijn tot en met 16 maart 2026"


@pytest.mark.parametrize("kind", [PIPFacts, TermijnFacts, OproepFacts])
def test_a_dossier_holds_every_fact_of_the_rules_under_the_same_name_and_type(kind):
    own = get_type_hints(DossierFacts)
    for name, meaning in get_type_hints(kind).items():
        assert own[name] == meaning


def test_a_dossier_hands_its_facts_to_the_rules():
    facts = replace(GIVEN, pip_herroepen=ON, gemiste_oproepen=1)
    assert facts.pip.eerste_pip == facts.termijn.eerste_pip == facts.eerste_pip
    assert facts.termijn.pip_herroepen == ON
    assert facts.oproeping.gemiste_oproepen == 1
    assert (facts.route.leerroute, facts.route.doelgroep) == (Leerroute.B1_ROUTE, Doelgroep.ASIELSTATUSHOUDER)


def strategy(hint):
    options = {
        date: st.dates(date(2022, 1, 1), date(2030, 1, 1)),
        bool: st.booleans(),
        int: st.integers(0, 12),
    }
    kind = next(option for option in hint.__args__ if option is not type(None))
    return st.none() | options.get(kind, st.sampled_from(list(kind)) if kind not in options else st.nothing())


DOSSIERS = st.builds(
    DossierFacts,
    **{item.name: strategy(get_type_hints(DossierFacts)[item.name]) for item in fields(DossierFacts)},
)


@given(DOSSIERS, st.dates(date(2022, 1, 1), date(2032, 1, 1)))
def test_every_dossier_has_a_next_step_that_explains_itself(facts, on):
    step = next_step(facts, on=on)
    assert step.sentence
    assert step.outcome.explain()
    assert step.deadline.explain()
    assert (step.stap is Stap.GEGEVEN_AANVULLEN) == (not step.outcome.is_known)


def test_every_step_has_a_label_and_somebody_whose_turn_it_is():
    assert all(stap.label and isinstance(stap.wacht_op, WachtOp) for stap in Stap)
    assert WachtOp.DUO.label == "DUO"

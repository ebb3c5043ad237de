from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meedoen.law.inburgering.aow import aow_day
from meedoen.law.inburgering.begrippen import Doelgroep, Referent, Verblijfsdoel, Verblijfstitel
from meedoen.law.inburgering.plicht import (
    PlichtFacts,
    doelgroep,
    falls_under_old_law,
    has_age_of_this_law,
    has_residence_of_this_law,
    has_temporary_purpose,
    inburgeringsplicht,
    interrupted_work_broke_off,
    is_excepted,
    ontheffing,
    plicht_since,
    plicht_was_broken_off,
    residence_has_ended,
    temporary_stay_broke_off,
    vrijstelling,
)
from meedoen.law.kernel.outcome import Status

ON = date(2026, 2, 3)
ASIEL = Verblijfstitel.ASIEL_BEPAALDE_TIJD
REGULIER = Verblijfstitel.REGULIER_BEPAALDE_TIJD


def facts(**changes):
    base = {"geboortedatum": date(1990, 1, 1), "verblijfstitel": ASIEL, "bekendmaking": date(2026, 1, 15)}
    return PlichtFacts(**{**base, **changes})


def says(outcome):
    return outcome.value, outcome.sentence()


@pytest.mark.parametrize(
    ("changes", "answer"),
    [
        ({}, (True, "het verblijf is anders dan voor een tijdelijk doel")),
        (
            {"verblijfstitel": REGULIER, "verblijfsdoel": Verblijfsdoel.GEESTELIJKE_BEDIENAAR},
            (True, "een geestelijke bedienaar is ook bij tijdelijk verblijf inburgeringsplichtig"),
        ),
        (
            {"verblijfstitel": Verblijfstitel.TIJDELIJKE_BESCHERMING},
            (False, "verblijf op grond van tijdelijke bescherming brengt geen inburgeringsplicht mee"),
        ),
        (
            {"bekendmaking": date(2026, 2, 4)},
            (False, "het verblijfsrecht wordt pas op 4 februari 2026 bekendgemaakt"),
        ),
        ({"bekendmaking": date(2021, 12, 31)}, (False, "de oude Wet inburgering geldt")),
        ({"nationaliteit": "DE"}, (False, "er geldt een uitzondering op de inburgeringsplicht")),
        ({"geboortedatum": date(2010, 2, 4)}, (False, "de leeftijd ligt buiten de grenzen van de wet")),
        (
            {"verblijfstitel": REGULIER, "verblijfsdoel": Verblijfsdoel.STUDIE},
            (False, "het verblijf is voor een tijdelijk doel"),
        ),
        (
            {"uitgeschreven": date(2024, 1, 1), "bekendmaking": date(2022, 1, 15)},
            (False, "de inburgeringsplicht is door lange afwezigheid geëindigd"),
        ),
        ({"kwalificatieplichtig": True}, (False, "er is vrijstelling van de inburgeringsplicht")),
        ({"geheel_ontheven": True}, (False, "er is ontheffing van de inburgeringsplicht")),
    ],
)
def test_who_is_plichtig_and_why(changes, answer):
    assert says(inburgeringsplicht(facts(**changes), on=ON)) == answer


@pytest.mark.parametrize(
    ("changes", "because"),
    [
        ({"geboortedatum": None}, "de geboortedatum is niet bekend"),
        ({"verblijfstitel": None}, "de verblijfstitel is niet bekend"),
        ({"verblijfstitel": REGULIER}, "het verblijfsdoel is niet bekend"),
        ({"bekendmaking": None}, "de dag waarop het verblijfsrecht bekend is gemaakt, is niet bekend"),
    ],
)
def test_a_missing_fact_is_never_a_no(changes, because):
    outcome = inburgeringsplicht(facts(**changes), on=ON)
    assert (outcome.status, outcome.sentence()) == (Status.UNKNOWN, because)


def test_a_permit_outside_the_act_needs_no_other_fact():
    outcome = inburgeringsplicht(PlichtFacts(verblijfstitel=Verblijfstitel.GEMEENSCHAPSONDERDAAN), on=ON)
    assert outcome.value is False
    assert str(outcome.citation) == "art. 3, eerste lid, Wi 2021"


@pytest.mark.parametrize(
    ("titel", "answer"),
    [
        (ASIEL, (True, "er is verblijf op grond van een verblijfsvergunning asiel voor bepaalde tijd")),
        (REGULIER, (True, "er is verblijf op grond van een verblijfsvergunning regulier voor bepaalde tijd")),
        (
            Verblijfstitel.REGULIER_ONBEPAALDE_TIJD,
            (
                False,
                "verblijf op grond van verblijfsvergunning regulier voor onbepaalde tijd brengt geen "
                "inburgeringsplicht mee",
            ),
        ),
        (None, (None, "de verblijfstitel is niet bekend")),
    ],
)
def test_only_permits_for_a_fixed_time(titel, answer):
    assert says(has_residence_of_this_law(facts(verblijfstitel=titel), on=ON)) == answer


OLD = "de plicht ontstond voor 1 januari 2022, dus geldt de oude Wet inburgering"


@pytest.mark.parametrize(
    ("changes", "answer"),
    [
        ({"bekendmaking": date(2021, 12, 31)}, (True, OLD)),
        ({"bekendmaking": date(2022, 1, 1)}, (False, "de plicht ontstond niet voor 1 januari 2022")),
        ({"bekendmaking": date(2022, 1, 1), "plichtig_onder_oude_wet": True}, (True, OLD)),
        (
            {"bekendmaking": None},
            (None, "de dag waarop het verblijfsrecht bekend is gemaakt, is niet bekend"),
        ),
    ],
)
def test_the_old_law_keeps_who_was_under_it(changes, answer):
    assert says(falls_under_old_law(facts(**changes), on=ON)) == answer


@pytest.mark.parametrize(
    ("born", "aow", "on", "answer"),
    [
        (date(2010, 2, 4), None, ON, (False, "de persoon is nog geen 16 jaar")),
        (
            date(2010, 2, 3),
            None,
            ON,
            (True, "de persoon is 16 jaar of ouder en heeft de AOW-leeftijd niet bereikt"),
        ),
        (
            date(1956, 5, 31),
            None,
            date(2022, 12, 31),
            (False, "de AOW-leeftijd is op 31 december 2022 bereikt"),
        ),
        (
            date(1956, 5, 31),
            None,
            date(2022, 12, 30),
            (True, "de persoon is 16 jaar of ouder en heeft de AOW-leeftijd niet bereikt"),
        ),
        (date(1970, 1, 1), ON, ON, (False, "de AOW-leeftijd is op 3 februari 2026 bereikt")),
        (
            date(1950, 1, 1),
            ON + timedelta(days=1),
            ON,
            (True, "de persoon is 16 jaar of ouder en heeft de AOW-leeftijd niet bereikt"),
        ),
    ],
)
def test_the_borders_of_age(born, aow, on, answer):
    assert says(has_age_of_this_law(facts(geboortedatum=born, aow_datum=aow), on=on)) == answer


@pytest.mark.parametrize(
    ("born", "day"),
    [
        (date(1955, 9, 1), date(2022, 4, 1)),
        (date(1956, 5, 31), date(2022, 12, 31)),
        (date(1956, 6, 1), date(2023, 4, 1)),
        (date(1957, 2, 28), date(2023, 12, 28)),
        (date(1957, 3, 1), date(2024, 3, 1)),
        (date(1960, 12, 31), date(2027, 12, 31)),
        (date(1961, 1, 1), date(2028, 4, 1)),
        (date(1961, 9, 30), date(2028, 12, 30)),
    ],
)
def test_the_aow_day_of_the_published_cohorts(born, day):
    assert aow_day(born) == day


@given(st.dates(date(1950, 1, 1), date(2000, 1, 1)))
def test_who_is_older_never_reaches_the_aow_age_later(born):
    assert aow_day(born) <= aow_day(born + timedelta(days=1))


@pytest.mark.parametrize(
    ("changes", "on", "answer"),
    [
        ({}, ON, (False, "verblijf op grond van asiel is niet tijdelijk")),
        ({}, date(2022, 6, 1), (False, "verblijf op grond van asiel is niet tijdelijk")),
        (
            {"verblijfstitel": REGULIER, "verblijfsdoel": Verblijfsdoel.VERMOGENDE_VREEMDELING},
            date(2024, 4, 16),
            (True, "het verblijfsdoel vermogende vreemdeling is tijdelijk"),
        ),
        (
            {"verblijfstitel": REGULIER, "verblijfsdoel": Verblijfsdoel.GEZIN},
            date(2024, 4, 16),
            (False, "het verblijfsdoel verblijf als familie- of gezinslid is niet tijdelijk"),
        ),
        (
            {
                "verblijfstitel": REGULIER,
                "verblijfsdoel": Verblijfsdoel.VERMOGENDE_VREEMDELING,
                "bekendmaking": date(2024, 4, 17),
            },
            date(2024, 4, 17),
            (False, "het verblijfsdoel vermogende vreemdeling is niet tijdelijk"),
        ),
        (
            {"verblijfstitel": REGULIER, "verblijfsdoel": Verblijfsdoel.STUDIE},
            ON,
            (True, "het verblijfsdoel studie is tijdelijk"),
        ),
        (
            {
                "verblijfstitel": REGULIER,
                "verblijfsdoel": Verblijfsdoel.VERMOGENDE_VREEMDELING,
                "bekendmaking": date(2024, 4, 16),
            },
            ON,
            (
                True,
                "het verblijfsdoel vermogende vreemdeling was tijdelijk toen het verblijfsrecht op "
                "16 april 2024 ontstond",
            ),
        ),
        (
            {
                "verblijfstitel": REGULIER,
                "verblijfsdoel": Verblijfsdoel.VERMOGENDE_VREEMDELING,
                "bekendmaking": None,
            },
            ON,
            (None, "de dag waarop het verblijfsrecht bekend is gemaakt, is niet bekend"),
        ),
        ({"verblijfstitel": None}, ON, (None, "de verblijfstitel is niet bekend")),
        ({"verblijfstitel": None}, date(2024, 4, 16), (None, "de verblijfstitel is niet bekend")),
        ({"verblijfstitel": REGULIER}, ON, (None, "het verblijfsdoel is niet bekend")),
        ({"verblijfstitel": REGULIER}, date(2024, 4, 16), (None, "het verblijfsdoel is niet bekend")),
    ],
)
def test_temporary_purposes_by_date(changes, on, answer):
    assert says(has_temporary_purpose(facts(**changes), on=on)) == answer


def test_who_had_residence_as_vermogende_before_the_change_stays_out_and_that_is_a_reading():
    outcome = has_temporary_purpose(
        facts(
            verblijfstitel=REGULIER,
            verblijfsdoel=Verblijfsdoel.VERMOGENDE_VREEMDELING,
            bekendmaking=date(2024, 4, 16),
        ),
        on=date(2024, 4, 17),
    )
    assert outcome.value is True
    assert (
        outcome.reading == "wie voor 17 april 2024 verblijf kreeg als vermogende, wordt niet alsnog plichtig"
    )


@pytest.mark.parametrize(
    ("changes", "because"),
    [
        ({"nationaliteit": "CH"}, "een onderdaan van een land van EU, EER of Zwitserland is niet plichtig"),
        ({"familielid_van_eu_burger": True}, "een familielid met een recht op vrij verkeer is niet plichtig"),
        (
            {"eu_inburgering_voldaan": True},
            "aan een inburgeringsvereiste in een andere lidstaat is al voldaan",
        ),
        ({"verdrag_uitgezonderd": True}, "een verdrag staat de inburgeringsplicht in de weg"),
    ],
)
def test_exceptions(changes, because):
    assert says(is_excepted(facts(**changes), on=ON)) == (True, because)


def test_turkish_nationals_are_not_excepted():
    assert says(is_excepted(facts(nationaliteit="TR"), on=ON)) == (False, "er is geen uitzondering bekend")


@pytest.mark.parametrize(
    ("changes", "answer"),
    [
        ({"jaren_leerplichtig": 7}, (False, "er is geen grond voor vrijstelling bekend")),
        (
            {"jaren_leerplichtig": 8},
            (True, "de persoon was ten minste 8 jaar leer- of kwalificatieplichtig"),
        ),
        ({"aangewezen_diploma": True}, (True, "er is een diploma dat vrijstelling geeft")),
        ({"kwalificatieplichtig": True}, (True, "de persoon is nu leer- of kwalificatieplichtig")),
        (
            {"volgt_vrijstellende_opleiding": True},
            (True, "de persoon volgt een opleiding met een diploma dat vrijstelling geeft"),
        ),
        (
            {"voldoende_ingeburgerd": True},
            (True, "de persoon heeft aangetoond voldoende te zijn ingeburgerd"),
        ),
    ],
)
def test_vrijstelling(changes, answer):
    assert says(vrijstelling(facts(**changes), on=ON)) == answer


def test_ontheffing_is_what_duo_decided():
    assert says(ontheffing(facts(geheel_ontheven=True), on=ON)) == (
        True,
        "DUO heeft gehele ontheffing verleend",
    )
    assert says(ontheffing(facts(), on=ON)) == (False, "er is geen gehele ontheffing bekend")


@pytest.mark.parametrize(
    ("away", "back", "on", "answer"),
    [
        (None, None, ON, (False, "de persoon is niet uitgeschreven")),
        (ON, None, ON - timedelta(days=1), (False, "de persoon is niet uitgeschreven")),
        (ON, None, ON, (None, "de plicht loopt alleen door bij terugkeer uiterlijk op 3 februari 2027")),
        (
            date(2025, 1, 1),
            date(2026, 1, 1),
            ON,
            (False, "de afwezigheid sinds 1 januari 2025 duurde niet langer dan 1 jaar"),
        ),
        (
            date(2025, 1, 1),
            date(2026, 1, 2),
            ON,
            (True, "de afwezigheid sinds 1 januari 2025 duurde langer dan 1 jaar"),
        ),
        (
            date(2025, 2, 3),
            None,
            ON,
            (None, "de plicht loopt alleen door bij terugkeer uiterlijk op 3 februari 2026"),
        ),
        (
            date(2025, 2, 2),
            None,
            ON,
            (True, "de afwezigheid sinds 2 februari 2025 duurde langer dan 1 jaar"),
        ),
    ],
)
def test_an_absence_of_at_most_a_year_does_not_end_the_plicht(away, back, on, answer):
    assert says(plicht_was_broken_off(facts(uitgeschreven=away, ingeschreven_opnieuw=back), on=on)) == answer


@pytest.mark.parametrize(
    ("rule", "begin", "end", "sentences"),
    [
        (
            temporary_stay_broke_off,
            "tijdelijk_verblijf_begin",
            "tijdelijk_verblijf_einde",
            (
                "er was geen verblijf voor een tijdelijk doel tussendoor",
                "het verblijf voor een tijdelijk doel sinds 3 februari 2025 duurde niet langer dan 1 jaar",
                "de plicht loopt alleen door als het tijdelijke doel uiterlijk op 3 februari 2026 eindigt",
                "het verblijf voor een tijdelijk doel sinds 3 februari 2025 duurde langer dan 1 jaar",
                "de inburgeringsplicht is door lang verblijf voor een tijdelijk doel geëindigd",
            ),
        ),
        (
            interrupted_work_broke_off,
            "bedienaar_onderbroken",
            "bedienaar_hervat",
            (
                "het werk als geestelijke bedienaar is niet onderbroken",
                "het werk als geestelijke bedienaar lag sinds 3 februari 2025 niet langer stil dan 1 jaar",
                "de plicht loopt alleen door als het werk uiterlijk op 3 februari 2026 wordt hervat",
                "het werk als geestelijke bedienaar lag sinds 3 februari 2025 langer stil dan 1 jaar",
                "de inburgeringsplicht is geëindigd doordat het werk lang is onderbroken",
            ),
        ),
    ],
)
def test_a_temporary_purpose_or_interrupted_work_of_at_most_a_year_does_not_end_the_plicht(
    rule, begin, end, sentences
):
    none, short, open_, long, ended = sentences
    away, last, late = date(2025, 2, 3), date(2026, 2, 3), date(2026, 2, 4)

    def ask(on, **known):
        return says(rule(facts(**known), on=on))

    assert ask(last) == (False, none)
    assert ask(date(2025, 2, 2), **{begin: away}) == (False, none)
    assert ask(away, **{begin: away}) == (None, open_)
    assert ask(last, **{begin: away}) == (None, open_)
    assert ask(late, **{begin: away}) == (True, long)
    assert ask(late, **{begin: away, end: last}) == (False, short)
    assert ask(last, **{begin: away, end: late}) == (None, open_)
    assert ask(late, **{begin: away, end: late}) == (True, long)
    assert says(inburgeringsplicht(facts(**{begin: away}), on=late)) == (False, ended)


@pytest.mark.parametrize(
    ("ended", "adjacent", "answer"),
    [
        (None, None, (False, "het verblijfsrecht is niet geëindigd")),
        (date(2026, 2, 4), False, (False, "het verblijfsrecht is niet geëindigd")),
        (
            date(2026, 2, 3),
            None,
            (
                None,
                "het is niet bekend of na het verblijfsrecht dat op 3 februari 2026 eindigde, "
                "ander rechtmatig verblijf volgt",
            ),
        ),
        (
            date(2026, 2, 3),
            True,
            (
                False,
                "na het verblijfsrecht dat op 3 februari 2026 eindigde, "
                "is er aansluitend rechtmatig verblijf",
            ),
        ),
        (
            date(2026, 2, 3),
            False,
            (True, "het verblijfsrecht is op 3 februari 2026 geëindigd zonder aansluitend verblijf"),
        ),
    ],
)
def test_adjacent_lawful_stay_keeps_the_plicht_going(ended, adjacent, answer):
    known = facts(verblijfsrecht_geeindigd=ended, aansluitend_verblijf=adjacent)
    assert says(residence_has_ended(known, on=date(2026, 2, 3))) == answer


def test_without_adjacent_stay_the_plicht_ends_with_the_right_of_residence():
    known = facts(verblijfsrecht_geeindigd=date(2026, 2, 3), aansluitend_verblijf=False)
    assert says(inburgeringsplicht(known, on=date(2026, 2, 3))) == (
        False,
        "de inburgeringsplicht is met het verblijfsrecht geëindigd",
    )
    assert inburgeringsplicht(known, on=date(2026, 2, 2)).value is True


def test_the_plicht_begins_at_bekendmaking_or_at_sixteen():
    assert says(plicht_since(facts(), on=ON)) == (
        date(2026, 1, 15),
        "de dag waarop het verblijfsrecht bekend is gemaakt",
    )
    assert says(plicht_since(facts(geboortedatum=date(2010, 1, 16)), on=ON)) == (
        date(2026, 1, 16),
        "de dag waarop de persoon 16 werd",
    )
    assert plicht_since(facts(geboortedatum=None), on=ON).sentence() == "de geboortedatum is niet bekend"
    assert says(plicht_since(facts(geboortedatum=date(2010, 1, 15)), on=ON)) == (
        date(2026, 1, 15),
        "de dag waarop het verblijfsrecht bekend is gemaakt",
    )
    assert says(plicht_since(facts(bekendmaking=None), on=ON)) == (
        None,
        "de dag waarop het verblijfsrecht bekend is gemaakt, is niet bekend",
    )


STATUS = Doelgroep.ASIELSTATUSHOUDER
OVERIG = Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT


@pytest.mark.parametrize(
    ("titel", "doel", "referent", "answer"),
    [
        (ASIEL, None, None, (STATUS, "er is een verblijfsvergunning asiel voor bepaalde tijd")),
        (
            REGULIER,
            Verblijfsdoel.GEESTELIJKE_BEDIENAAR,
            None,
            (
                OVERIG,
                (
                    "er is een verblijfsvergunning regulier voor bepaalde tijd voor arbeid "
                    "als geestelijke bedienaar"
                ),
            ),
        ),
        (
            REGULIER,
            Verblijfsdoel.GEZIN,
            Referent.NEDERLANDER,
            (OVERIG, "de persoon is gezinslid van een ander dan een houder van asielbescherming"),
        ),
        (
            REGULIER,
            Verblijfsdoel.GEZIN,
            Referent.ASIEL_BEPAALDE_TIJD,
            (
                STATUS,
                "de persoon is gezinslid van een houder van een verblijfsvergunning asiel voor bepaalde tijd",
            ),
        ),
        (
            REGULIER,
            Verblijfsdoel.GEZIN,
            Referent.ASIEL_ONBEPAALDE_TIJD,
            (
                STATUS,
                (
                    "de persoon is gezinslid van een houder van een verblijfsvergunning "
                    "asiel voor onbepaalde tijd"
                ),
            ),
        ),
        (
            REGULIER,
            Verblijfsdoel.GEZIN,
            Referent.EU_LANGDURIG_INGEZETENE_INTERNATIONALE_BESCHERMING,
            (
                STATUS,
                "de persoon is gezinslid van een EU-langdurig ingezetene met de aantekening internationale "
                "bescherming",
            ),
        ),
        (REGULIER, Verblijfsdoel.GEZIN, None, (None, "het is niet bekend bij wie de persoon verblijft")),
        (REGULIER, None, None, (None, "het verblijfsdoel is niet bekend")),
        (None, None, None, (None, "de verblijfstitel is niet bekend")),
        (
            Verblijfstitel.TIJDELIJKE_BESCHERMING,
            None,
            None,
            (None, "tijdelijke bescherming hoort bij geen van de doelgroepen van deze wet"),
        ),
    ],
)
def test_doelgroep(titel, doel, referent, answer):
    outcome = doelgroep(PlichtFacts(verblijfstitel=titel, verblijfsdoel=doel, referent=referent), on=ON)
    assert says(outcome) == answer

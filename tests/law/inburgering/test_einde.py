from datetime import date

import pytest

from meedoen.law.inburgering import einde as law
from meedoen.law.inburgering.einde import EindeFacts, Eindgrond

ON = date(2026, 5, 2)
BORN = date(1990, 6, 1)
NA_EEN_JAAR = "de plicht eindigt de dag na een jaar onderbreking, want tot die dag kan zij nog doorlopen"


def says(outcome):
    return outcome.head(), outcome.sentence()


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        (EindeFacts(), ("onbekend", "de geboortedatum is niet bekend")),
        (EindeFacts(aow_datum=ON), ("2 mei 2026", "de AOW-leeftijd wordt op 2 mei 2026 bereikt")),
        (
            EindeFacts(geboortedatum=date(1958, 1, 1)),
            ("1 januari 2025", "de AOW-leeftijd wordt op 1 januari 2025 bereikt"),
        ),
    ],
)
def test_the_plicht_ends_at_the_aow_age(facts, answer):
    assert says(law.end_by_age(facts, on=ON)) == answer


@pytest.mark.parametrize(
    ("einde", "aansluitend", "value", "sentence"),
    [
        (None, None, law.NOOIT, "het verblijfsrecht is niet geëindigd"),
        (ON, None, None, "het is niet bekend of er aansluitend rechtmatig verblijf is"),
        (
            ON,
            True,
            law.NOOIT,
            "na het verblijfsrecht dat op 2 mei 2026 eindigde, is er aansluitend verblijf",
        ),
        (ON, False, ON, "het verblijfsrecht eindigde op 2 mei 2026"),
    ],
)
def test_the_plicht_ends_with_the_right_of_residence_unless_stay_follows(einde, aansluitend, value, sentence):
    facts = EindeFacts(verblijfsrecht_geeindigd=einde, aansluitend_verblijf=aansluitend)
    outcome = law.end_by_residence(facts, on=ON)
    assert (outcome.value, outcome.sentence()) == (value, sentence)


GAPS = [
    (
        law.end_by_absence,
        "uitgeschreven",
        "ingeschreven_opnieuw",
        (
            "de persoon is niet uitgeschreven",
            "de persoon was op 1 mei 2026 terug, binnen 1 jaar",
            "de persoon was op 1 mei 2026 1 jaar geen ingezetene",
        ),
    ),
    (
        law.end_by_temporary_stay,
        "tijdelijk_verblijf_begin",
        "tijdelijk_verblijf_einde",
        (
            "er was geen verblijf voor een tijdelijk doel tussendoor",
            "het tijdelijke doel eindigde op 1 mei 2026, binnen 1 jaar",
            "het doel van het verblijf was op 1 mei 2026 1 jaar tijdelijk",
        ),
    ),
    (
        law.end_by_interrupted_work,
        "bedienaar_onderbroken",
        "bedienaar_hervat",
        (
            "het werk als geestelijke bedienaar is niet onderbroken",
            "het werk is op 1 mei 2026 hervat, binnen 1 jaar",
            "het werk als geestelijke bedienaar lag op 1 mei 2026 1 jaar stil",
        ),
    ),
]


@pytest.mark.parametrize(("rule", "begin", "end", "sentences"), GAPS)
def test_a_gap_of_more_than_a_year_ends_the_plicht_the_day_after_that_year(rule, begin, end, sentences):
    none, back, gone = sentences
    away = date(2025, 5, 1)

    def ask(**known):
        outcome = rule(EindeFacts(**known), on=ON)
        return outcome.value, outcome.sentence(), outcome.reading

    assert ask() == (law.NOOIT, none, None)
    assert ask(**{begin: away, end: date(2026, 5, 1)}) == (law.NOOIT, back, None)
    assert ask(**{begin: away, end: date(2026, 5, 2)}) == (ON, gone, NA_EEN_JAAR)
    assert ask(**{begin: away}) == (ON, gone, NA_EEN_JAAR)


@pytest.mark.parametrize(
    ("known", "grond", "sentence"),
    [
        ({"voldaan": ON}, Eindgrond.VOLDAAN, "aan de plicht is op 2 mei 2026 voldaan"),
        ({"vrijgesteld_vanaf": ON}, Eindgrond.VRIJGESTELD, "er is sinds 2 mei 2026 gehele vrijstelling"),
        ({"ontheven_vanaf": ON}, Eindgrond.ONTHEVEN, "er is sinds 2 mei 2026 gehele ontheffing"),
        ({"overleden": ON}, Eindgrond.OVERLEDEN, "de persoon overleed op 2 mei 2026"),
        ({"genaturaliseerd": ON}, Eindgrond.GENATURALISEERD, "de persoon werd op 2 mei 2026 Nederlander"),
        ({"aow_datum": ON}, Eindgrond.AOW_LEEFTIJD, "de AOW-leeftijd is op 2 mei 2026 bereikt"),
        (
            {"verblijfsrecht_geeindigd": ON, "aansluitend_verblijf": False},
            Eindgrond.VERBLIJFSRECHT,
            "het verblijfsrecht eindigde op 2 mei 2026",
        ),
        (
            {"uitgeschreven": date(2025, 5, 1)},
            Eindgrond.AFWEZIG,
            "de afwezigheid duurde op 2 mei 2026 te lang",
        ),
        (
            {"tijdelijk_verblijf_begin": date(2025, 5, 1)},
            Eindgrond.TIJDELIJK_DOEL,
            "het verblijf voor een tijdelijk doel duurde op 2 mei 2026 te lang",
        ),
        (
            {"bedienaar_onderbroken": date(2025, 5, 1)},
            Eindgrond.WERK_ONDERBROKEN,
            "het werk lag op 2 mei 2026 te lang stil",
        ),
    ],
)
def test_each_ground_ends_the_plicht_from_its_own_day_on(known, grond, sentence):
    facts = EindeFacts(geboortedatum=BORN, **known)
    assert says(law.plicht_end(facts, on=ON)) == ("2 mei 2026", "de plicht eindigde op 2 mei 2026")
    outcome = law.plicht_end_ground(facts, on=ON)
    assert (outcome.value, outcome.sentence()) == (grond, sentence)
    before = law.plicht_end_ground(facts, on=date(2026, 5, 1))
    assert (before.value, before.sentence()) == (Eindgrond.LOOPT, "er is nog niets dat de plicht beëindigt")
    assert says(law.plicht_end(facts, on=date(2026, 5, 1))) == ("geen", "de plicht loopt nog")


def test_the_first_of_two_grounds_ended_the_plicht():
    facts = EindeFacts(geboortedatum=BORN, voldaan=date(2026, 2, 1), overleden=date(2026, 3, 1))
    assert law.plicht_end(facts, on=ON).value == date(2026, 2, 1)
    assert law.plicht_end_ground(facts, on=ON).value is Eindgrond.VOLDAAN


def test_without_a_date_of_birth_it_is_not_known_whether_the_plicht_ended():
    assert says(law.plicht_end(EindeFacts(overleden=ON), on=ON)) == (
        "onbekend",
        "de geboortedatum is niet bekend",
    )

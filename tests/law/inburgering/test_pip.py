from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meedoen.law.inburgering.begrippen import Doelgroep, Verblijfstitel
from meedoen.law.inburgering.pip import (
    PIPFacts,
    housed_under_art_28,
    moved_with_pip,
    pip_deadline,
    pip_deadline_after_move,
    pip_deadline_third_party,
)
from meedoen.law.kernel.calendar import is_working_day
from meedoen.law.kernel.citation import NotInForce
from meedoen.law.kernel.outcome import Status, Undecided

KENNISGEVING = date(2025, 3, 3)
days = st.dates(date(2023, 1, 1), date(2030, 12, 31))
ASIEL = {"verblijfstitel": Verblijfstitel.ASIEL_BEPAALDE_TIJD, "doelgroep": Doelgroep.ASIELSTATUSHOUDER}
GEZIN = {"doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT}


@pytest.mark.parametrize(
    ("inschrijving", "due", "because"),
    [
        (date(2025, 2, 20), date(2025, 5, 12), "10 weken na de kennisgeving van 3 maart 2025"),
        (date(2025, 3, 3), date(2025, 5, 12), "10 weken na de kennisgeving van 3 maart 2025"),
        (
            date(2025, 3, 4),
            date(2025, 5, 13),
            "10 weken na de inschrijving op 4 maart 2025 in de gemeente van huisvesting",
        ),
    ],
)
def test_only_a_later_inschrijving_starts_the_termijn(inschrijving, due, because):
    outcome = pip_deadline(PIPFacts(KENNISGEVING, inschrijving, **ASIEL), on=KENNISGEVING)
    assert (outcome.value, outcome.sentence()) == (due, because)
    assert str(outcome.citation) == "art. 5.3, eerste lid, Bi 2021"


def test_for_others_than_asylum_holders_the_inschrijving_does_not_count():
    outcome = pip_deadline(PIPFacts(KENNISGEVING, date(2025, 3, 20), **GEZIN), on=KENNISGEVING)
    assert (outcome.value, outcome.sentence()) == (
        date(2025, 5, 12),
        "10 weken na de kennisgeving van 3 maart 2025",
    )


def test_before_2023_only_the_inschrijving_counted():
    facts = PIPFacts(date(2022, 6, 1), inschrijving=date(2022, 4, 4))
    outcome = pip_deadline(facts, on=date(2022, 12, 31))
    assert (outcome.value, outcome.sentence()) == (
        date(2022, 6, 13),
        "10 weken na de inschrijving op 4 april 2022",
    )
    with pytest.raises(NotInForce):
        pip_deadline(facts, on=date(2021, 12, 31))


def test_on_1_january_2023_the_kennisgeving_takes_over():
    facts = PIPFacts(date(2022, 12, 1), inschrijving=date(2022, 11, 1), **GEZIN)
    assert pip_deadline(facts, on=date(2022, 12, 31)).value == date(2023, 1, 10)
    assert pip_deadline(facts, on=date(2023, 1, 1)).value == date(2023, 2, 9)


@pytest.mark.parametrize(
    ("facts", "because"),
    [
        (PIPFacts(None, date(2025, 3, 3), **ASIEL), "er is nog geen kennisgeving van DUO"),
        (
            PIPFacts(KENNISGEVING, None, **ASIEL),
            "er is nog geen inschrijving in de gemeente van huisvesting; de 10 weken lopen pas daarna",
        ),
        (PIPFacts(KENNISGEVING, date(2025, 3, 3)), "de verblijfstitel is niet bekend"),
        (
            PIPFacts(KENNISGEVING, doelgroep=Doelgroep.ASIELSTATUSHOUDER),
            "de verblijfstitel is niet bekend",
        ),
    ],
)
def test_a_missing_fact_gives_no_deadline_and_no_silent_no(facts, because):
    outcome = pip_deadline(facts, on=KENNISGEVING)
    assert (outcome.status, outcome.sentence()) == (Status.UNKNOWN, because)
    with pytest.raises(Undecided):
        bool(outcome)


def test_in_2022_a_missing_inschrijving_gives_no_deadline():
    outcome = pip_deadline(PIPFacts(date(2022, 6, 1)), on=date(2022, 7, 1))
    assert outcome.sentence() == "er is nog geen inschrijving in de gemeente"


def test_a_holiday_moves_the_deadline_and_the_sentence_says_so():
    outcome = pip_deadline(PIPFacts(date(2026, 1, 23), **GEZIN), on=date(2026, 3, 1))
    assert outcome.value == date(2026, 4, 7)
    assert outcome.sentence() == (
        "10 weken na de kennisgeving van 23 januari 2026; 3 april 2026 is geen "
        "werkdag, dus geldt 7 april 2026"
    )
    assert [str(cited) for cited in outcome.also] == ["art. 1, eerste lid, ATW"]


@pytest.mark.parametrize(
    ("titel", "groep", "housed", "because"),
    [
        (
            Verblijfstitel.ASIEL_BEPAALDE_TIJD,
            None,
            True,
            "de gemeente van huisvesting telt bij een verblijfsvergunning asiel voor bepaalde tijd",
        ),
        (
            Verblijfstitel.REGULIER_BEPAALDE_TIJD,
            Doelgroep.ASIELSTATUSHOUDER,
            False,
            "de gemeente van huisvesting telt alleen bij een verblijfsvergunning asiel",
        ),
        (
            None,
            Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
            False,
            "een gezinsmigrant of overige migrant wordt niet gehuisvest op grond van art. 28 Hvw",
        ),
    ],
)
def test_only_the_holder_of_the_asylum_permit_is_housed_under_art_28(titel, groep, housed, because):
    outcome = housed_under_art_28(PIPFacts(verblijfstitel=titel, doelgroep=groep), on=KENNISGEVING)
    assert (outcome.value, outcome.sentence()) == (housed, because)


def third_party(asked, received=None):
    return PIPFacts(
        date(2026, 3, 2), informatie_derde_gevraagd=asked, informatie_derde_ontvangen=received, **GEZIN
    )


@pytest.mark.parametrize(
    ("facts", "on", "due", "because"),
    [
        (
            third_party(date(2026, 4, 20), date(2026, 5, 26)),
            date(2026, 5, 27),
            date(2026, 6, 9),
            "2 weken na de ontvangst op 26 mei 2026 van de informatie van een derde",
        ),
        (
            third_party(date(2026, 4, 20), date(2026, 4, 27)),
            date(2026, 5, 1),
            date(2026, 5, 11),
            "de informatie van een derde kwam op 27 april 2026, dus de gewone termijn van 11 mei 2026 blijft",
        ),
        (
            third_party(date(2026, 4, 20), date(2026, 4, 28)),
            date(2026, 5, 1),
            date(2026, 5, 12),
            "2 weken na de ontvangst op 28 april 2026 van de informatie van een derde",
        ),
        (
            third_party(date(2026, 4, 20)),
            date(2026, 5, 11),
            date(2026, 5, 11),
            "de informatie die op 20 april 2026 is gevraagd, kan nog op tijd komen",
        ),
        (
            third_party(date(2026, 5, 11), date(2026, 5, 26)),
            date(2026, 5, 27),
            date(2026, 6, 9),
            "2 weken na de ontvangst op 26 mei 2026 van de informatie van een derde",
        ),
        (
            third_party(date(2026, 5, 12), date(2026, 5, 26)),
            date(2026, 5, 27),
            date(2026, 5, 11),
            "de informatie is pas op 12 mei 2026 gevraagd, toen de termijn al voorbij was",
        ),
    ],
)
def test_information_of_a_third_party_gives_two_weeks_after_receipt(facts, on, due, because):
    outcome = pip_deadline(facts, on=on)
    assert (outcome.value, outcome.sentence()) == (due, because)
    assert str(outcome.citation) == "art. 5.3, tweede lid, Bi 2021"


def test_asked_too_late_is_a_reading_that_is_shown():
    outcome = pip_deadline(third_party(date(2026, 5, 12)), on=date(2026, 5, 27))
    assert outcome.readings == (
        "alleen informatie waarop het college binnen de termijn al wachtte, verlengt de termijn",
    )


def test_past_the_termijn_there_is_no_day_while_the_information_is_not_there():
    outcome = pip_deadline(third_party(date(2026, 4, 20)), on=date(2026, 5, 12))
    assert (outcome.status, outcome.sentence()) == (
        Status.UNKNOWN,
        "de informatie van een derde is er nog niet; na ontvangst heeft het college 2 weken",
    )


def test_in_2022_there_was_no_exception_for_a_third_party():
    facts = PIPFacts(inschrijving=date(2022, 8, 1), informatie_derde_gevraagd=date(2022, 9, 1), **ASIEL)
    assert pip_deadline(facts, on=date(2022, 12, 1)).value == date(2022, 10, 10)


def test_the_exception_needs_a_day_on_which_was_asked():
    outcome = pip_deadline_third_party(PIPFacts(date(2026, 3, 2), **GEZIN), on=date(2026, 3, 3))
    assert outcome.sentence() == "er is geen informatie van een derde gevraagd"


@pytest.mark.parametrize(("on", "article"), [(date(2022, 12, 31), "tweede"), (date(2023, 1, 1), "derde")])
def test_after_a_move_the_new_inschrijving_counts(on, article):
    facts = PIPFacts(
        date(2022, 3, 1),
        date(2022, 3, 1),
        eerste_pip=date(2022, 5, 2),
        inschrijving_nieuwe_gemeente=date(2022, 11, 7),
        **ASIEL,
    )
    outcome = pip_deadline(facts, on=on)
    assert (outcome.value, outcome.sentence()) == (
        date(2023, 1, 16),
        "10 weken na de inschrijving op 7 november 2022 in de nieuwe gemeente",
    )
    assert str(outcome.citation) == f"art. 5.3, {article} lid, Bi 2021"


def test_a_move_without_a_pip_leaves_the_first_termijn_and_says_how_it_reads_the_law():
    facts = PIPFacts(date(2026, 3, 2), inschrijving_nieuwe_gemeente=date(2026, 3, 25), **GEZIN)
    outcome = pip_deadline(facts, on=date(2026, 4, 1))
    assert (outcome.value, outcome.sentence()) == (
        date(2026, 5, 11),
        "10 weken na de kennisgeving van 2 maart 2026",
    )
    assert outcome.readings == (
        "bij een verhuizing zonder PIP loopt de eerste termijn door voor het nieuwe college",
    )


@pytest.mark.parametrize(
    ("pip", "moved"),
    [(date(2026, 3, 24), True), (date(2026, 3, 25), False), (date(2026, 4, 25), False), (None, False)],
)
def test_only_a_pip_of_before_the_move_counts(pip, moved):
    facts = PIPFacts(eerste_pip=pip, inschrijving_nieuwe_gemeente=date(2026, 3, 25))
    assert moved_with_pip(facts, on=date(2026, 5, 1)).value is moved


def test_after_a_move_the_day_must_be_known():
    for on in (date(2022, 6, 1), date(2026, 6, 1)):
        outcome = pip_deadline_after_move(PIPFacts(), on=on)
        assert outcome.sentence() == "er is nog geen inschrijving in de nieuwe gemeente"


@given(days, days)
def test_nobody_gets_less_than_ten_weeks_and_all_end_on_a_working_day(kennisgeving, inschrijving):
    due = pip_deadline(PIPFacts(kennisgeving, inschrijving, **ASIEL), on=kennisgeving).value
    assert due - kennisgeving >= timedelta(weeks=10)
    assert due - max(kennisgeving, inschrijving) <= timedelta(weeks=10, days=6)
    assert is_working_day(due)


@given(days, days, days)
def test_a_third_party_never_shortens_the_termijn(kennisgeving, asked, received):
    plain = pip_deadline(PIPFacts(kennisgeving, **GEZIN), on=kennisgeving).value
    facts = PIPFacts(
        kennisgeving, informatie_derde_gevraagd=asked, informatie_derde_ontvangen=received, **GEZIN
    )
    assert pip_deadline(facts, on=kennisgeving).value >= plain


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        (PIPFacts(), (False, "er is geen verhuizing uit een andere gemeente")),
        (
            PIPFacts(inschrijving_nieuwe_gemeente=date(2026, 3, 2), eerste_pip=date(2026, 3, 1)),
            (True, "het PIP van 1 maart 2026 is van voor de verhuizing op 2 maart 2026"),
        ),
        (
            PIPFacts(inschrijving_nieuwe_gemeente=date(2026, 3, 2), eerste_pip=date(2026, 3, 2)),
            (False, "bij de verhuizing op 2 maart 2026 was er nog geen PIP"),
        ),
    ],
)
def test_a_move_with_a_pip_says_of_which_days(facts, answer):
    outcome = moved_with_pip(facts, on=date(2026, 4, 1))
    assert (outcome.value, outcome.sentence()) == answer

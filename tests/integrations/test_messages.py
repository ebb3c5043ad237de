"""A message is read strictly, faults name the place and never the value, and it travels back the same."""

from datetime import UTC, date, datetime

import pytest

from meedoen.integrations.duo import messages as m
from meedoen.integrations.duo.codes import LeerrouteCode, NiveauPip
from meedoen.integrations.duo.shape import MessageFault

PIP = {"dagtekeningPip": "2026-03-02", "leerroute": "B", "niveau": "A2", "geschatteIntensiteitB1Route": 600}


def test_what_is_read_travels_back_the_same_and_what_is_strange_stays_behind():
    pip = m.PIP.from_json(PIP | {"nieuwVeld": 1, "indicatorMagOpleidingAfmaken": None})
    assert (pip.dagtekening_pip, pip.leerroute, pip.niveau) == (
        date(2026, 3, 2),
        LeerrouteCode.B,
        NiveauPip.A2,
    )
    assert pip.indicator_mag_opleiding_afmaken is None
    assert pip.to_json() == PIP


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"dagtekeningPip": None}, "dagtekeningPip: dit gegeven ontbreekt"),
        ({"dagtekeningPip": "02-03-2026"}, "dagtekeningPip: hier hoort een datum te staan (jjjj-mm-dd)"),
        ({"dagtekeningPip": "2026-02-30"}, "dagtekeningPip: hier hoort een datum te staan (jjjj-mm-dd)"),
        ({"dagtekeningPip": "2026-3-2"}, "dagtekeningPip: hier hoort een datum te staan (jjjj-mm-dd)"),
        ({"dagtekeningPip": 20260302}, "dagtekeningPip: hier hoort een datum te staan (jjjj-mm-dd)"),
        ({"leerroute": "B1"}, "leerroute: kies een van: B, O, Z"),
        ({"geschatteIntensiteitB1Route": 0}, "geschatteIntensiteitB1Route: minstens 1"),
        ({"geschatteIntensiteitB1Route": 10000}, "geschatteIntensiteitB1Route: hoogstens 9999"),
        ({"geschatteIntensiteitB1Route": True}, "hier hoort een geheel getal te staan"),
        ({"geschatteIntensiteitB1Route": 1.5}, "hier hoort een geheel getal te staan"),
        ({"geschatteIntensiteitB1Route": "600"}, "hier hoort een geheel getal te staan"),
        ({"indicatorMagOpleidingAfmaken": 1}, "hier hoort true of false te staan"),
        ({"indicatorMagOpleidingAfmaken": "ja"}, "hier hoort true of false te staan"),
    ],
)
def test_a_fault_names_the_place_and_what_belongs_there(change, said):
    with pytest.raises(MessageFault) as fault:
        m.PIP.from_json(PIP | change)
    assert said in str(fault.value)


def test_the_place_of_a_fault_inside_another_message_is_the_whole_path():
    with pytest.raises(MessageFault, match=r"^pip\.niveau: kies een van: A2, B1$"):
        m.PIPVanGemeente.from_json({"gemeentecode": "0327", "pip": PIP | {"niveau": "B2"}})
    with pytest.raises(MessageFault, match=r"^pip\.geschatteIntensiteitB1Route: minstens 1$"):
        m.PIPVanGemeente.from_json({"gemeentecode": "0327", "pip": PIP | {"geschatteIntensiteitB1Route": 0}})
    for strange in (None, [], "x", 1):
        with pytest.raises(MessageFault, match="hier hoort een object te staan"):
            m.PIPVanGemeente.from_json(strange)


def test_a_fault_never_tells_the_value():
    bsn = "99990001"  # a digit short
    moment = "2026-03-02T10:00:00+01:00"
    with pytest.raises(MessageFault) as fault:
        m.Notificatie.from_json({"registratieDatumTijd": moment, "gebeurtenisId": "SS101", "bsn": bsn})
    assert str(fault.value) == "bsn: minstens 9 tekens"


@pytest.mark.parametrize("moment", ["2026-03-02T10:00:00", "2026-03-02", "20260302T100000Z", "morgen", 5])
def test_a_moment_without_time_zone_is_no_moment(moment):
    with pytest.raises(MessageFault, match="tijdstip met tijdzone"):
        m.Notificatie.from_json({"registratieDatumTijd": moment, "gebeurtenisId": "SS101"})


@pytest.mark.parametrize(
    "moment", ["2026-03-02T09:00:00Z", "2026-03-02T10:00:00+01:00", "2026-03-02t09:00:00.000z"]
)
def test_one_moment_can_be_written_in_several_ways(moment):
    read = m.Notificatie.from_json({"registratieDatumTijd": moment, "gebeurtenisId": "SS101"})
    assert read.registratie_datum_tijd == datetime(2026, 3, 2, 9, tzinfo=UTC)


def test_a_message_of_our_own_is_checked_when_it_is_made():
    with pytest.raises(MessageFault, match="uren: hoogstens 9999"):
        m.ParticipatieAlsTaalles(uren=10_000)
    with pytest.raises(MessageFault, match="uren: hier hoort een geheel getal te staan"):
        m.ParticipatieAlsTaalles(uren=True)
    with pytest.raises(MessageFault, match="dagtekeningPip: hier hoort een datum te staan"):
        m.PIP(dagtekening_pip="2026-03-02", leerroute=LeerrouteCode.B)


@pytest.mark.parametrize("naam", ["Marieke Jansen-de Wit", "Şükrü Öz", "J.P. d'Ancona", "مريم", "Ada–Bo"])
def test_a_name_may_hold_letters_of_any_script(naam):
    m.Contactpersoongegevens(naam=naam, email="a@b.nl", telefoonnummer="0334961000")


@pytest.mark.parametrize("naam", ["R2D2", "a_b", "x@y", "<b>", "Jan²", "Willem Ⅲ"])
def test_a_name_may_hold_nothing_else(naam):
    with pytest.raises(MessageFault, match="naam: dit heeft niet de vorm die is afgesproken"):
        m.Contactpersoongegevens(naam=naam, email="a@b.nl", telefoonnummer="0334961000")


@pytest.mark.parametrize("number", ["033 496 1000", "+31 33-4961000", "+31(0)33 4961000", "0334961000,123"])
def test_telephone_numbers_that_fit(number):
    assert m.Contactpersoongegevens(naam="A", email="a@b.nl", telefoonnummer=number).telefoonnummer == number


@pytest.mark.parametrize("number", ["14 033 x", "bel mij", "(033) 496", "-33"])
def test_telephone_numbers_that_do_not_fit(number):
    with pytest.raises(MessageFault, match="telefoonnummer"):
        m.Contactpersoongegevens(naam="A", email="a@b.nl", telefoonnummer=number)


@pytest.mark.parametrize("code", ["SS101\n", "ss101", "SS-1", "SS١", "SS10111", ""])
def test_a_pattern_is_read_as_duo_wrote_it(code):
    """Python's own `$` lets a newline pass, and its digits are those of every script."""
    with pytest.raises(MessageFault, match="gebeurtenisId"):
        m.Notificatie.from_json({"registratieDatumTijd": "2026-03-02T10:00:00+01:00", "gebeurtenisId": code})


@pytest.mark.parametrize("bsn", ["١٢٣٤٥٦٧٨٩", "12345678 ", "12345678x"])
def test_a_bsn_is_nine_digits_of_ours(bsn):
    moment = "2026-03-02T10:00:00+01:00"
    with pytest.raises(MessageFault, match="bsn: dit heeft niet de vorm die is afgesproken"):
        m.Notificatie.from_json({"registratieDatumTijd": moment, "gebeurtenisId": "SS101", "bsn": bsn})

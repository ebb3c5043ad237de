"""The list of schools: typed over from the portal, changed, and overwritten by the list of DUO."""

from datetime import date

import pytest

from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.keten.actions.instellingen import add_instelling, change_instelling, keep_instellingen
from meedoen.domain.keten.models import Instelling

SEEN, NIGHT = date(2026, 6, 1), date(2026, 6, 2)
NUMBER = "00000A0123"


def add(**other):
    facts = {"naam": "Taalhuis", "plaatsnaam": "Leusden", "bow_keurmerk": True, "on": SEEN}
    return add_instelling(**{"number": NUMBER, **facts, **other})


def test_a_school_is_added_as_the_portal_shows_it(db):
    add(naam="  Taalhuis   De Brug ", tst_keurmerk=False)
    kept = Instelling.objects.get()
    assert (kept.instellingsnummer, str(kept), kept.gezien_on) == (NUMBER, "Taalhuis De Brug, Leusden", SEEN)
    assert (kept.bow_keurmerk, kept.tst_keurmerk) == (True, False)


@pytest.mark.parametrize("number", ["", "123456789", "12345678901", "1234567 90", "12345/7890", "(234567890"])
def test_a_number_that_duo_cannot_have_is_refused(db, number):
    with pytest.raises(NotPossible, match="precies 10 cijfers of letters"):
        add(number=number)
    assert not Instelling.objects.exists()


def test_a_school_has_a_name(db):
    with pytest.raises(NotPossible, match="Vul de naam van de school in"):
        add(naam="   ")


def test_a_number_stands_in_the_list_once(db):
    add()
    with pytest.raises(NotPossible, match="staat al in de lijst"):
        add(naam="Een ander")
    assert Instelling.objects.get().naam == "Taalhuis"


def test_a_change_keeps_the_number_and_what_is_not_typed(db):
    made = add()
    Instelling.objects.filter(pk=made.pk).update(postcode="3831AB")
    made.refresh_from_db()
    change_instelling(made, naam="Taalhuis Nieuw", bow_keurmerk=None, tst_keurmerk=True, on=NIGHT)
    kept = Instelling.objects.get()
    assert (kept.instellingsnummer, kept.naam, kept.plaatsnaam) == (NUMBER, "Taalhuis Nieuw", "")
    assert (kept.bow_keurmerk, kept.tst_keurmerk, kept.gezien_on) == (None, True, NIGHT)
    assert kept.postcode == "3831AB"


def test_the_list_of_duo_overwrites_what_was_typed_with_its_day(db):
    made = add(tst_keurmerk=True)
    row = {
        "instellingsnummer": NUMBER,
        "naam": "Taalhuis B.V.",
        "postcode": "3831AB",
        "huisnummer": 1,
        "plaatsnaam": "Leusden",
        "indicatieBowKeurmerk": False,
    }
    assert keep_instellingen([row], on=NIGHT) == 1
    kept = Instelling.objects.get()
    assert (kept.pk, kept.naam, kept.gezien_on) == (made.pk, "Taalhuis B.V.", NIGHT)
    assert (kept.bow_keurmerk, kept.tst_keurmerk) == (False, None)  # what DUO leaves out is not known

"""Taking back a date of PVT or MAP: what DUO asks before and after the end of the term."""

from datetime import date, timedelta

import pytest

from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.models import Gebeurtenis
from meedoen.domain.keten.models import Bericht, Taak
from meedoen.domain.keten.telling import WouldBeRefused
from meedoen.domain.voortgang.actions import register_resultaat, send_again, withdraw_resultaat
from meedoen.domain.voortgang.models import Resultaat
from meedoen.domain.voortgang.selectors import may_be_withdrawn, withdrawal_conditions, withdrawals
from tests.domain.voortgang_examples import TERM_END, TODAY, answer, berichten, duo_tells, own_pip

DAY = timedelta(days=1)
TWO_MONTHS = date(2028, 11, 13)
SIGNED = date(2026, 5, 4)
MISSING = "de termijn is overschreden; geef door of dat verwijtbaar is"


@pytest.fixture
def dossier(world):
    days = {"bekendmaking_on": date(2025, 10, 1), "kennisgeving_on": date(2025, 11, 1)}
    dossier = world.dossier(world.alice, **days, inschrijving_on=date(2025, 11, 10))
    with world.scope():
        own_pip(world, dossier)
    return dossier


def register(world, dossier, onderdeel="pvt", datum_on=SIGNED, **other):
    return register_resultaat(
        dossier, onderdeel, datum_on=datum_on, **{"by": world.alice, "on": TODAY, **other}
    )


def withdraw(world, dossier, onderdeel="pvt", *, on, **other):
    return withdraw_resultaat(dossier, onderdeel, reason="Vergissing", by=world.alice, on=on, **other)


def refusals(conditions):
    return [condition.outcome.sentence() for condition in conditions if condition.refuses]


@pytest.mark.parametrize("onderdeel", ["pvt", "map"])
@pytest.mark.parametrize(
    ("on", "verwijtbaar", "sentences"),
    [
        (TERM_END - DAY, None, []),
        (TERM_END - DAY, True, ["Verwijtbaar Ja kan pas als de termijn is overschreden"]),
        (TERM_END, None, [MISSING]),
        (TERM_END, True, []),
        (TERM_END, False, []),
        (TWO_MONTHS, False, []),
        (TWO_MONTHS - DAY, False, ["Verwijtbaar Nee kan pas 2 maanden voor het einde van de termijn"]),
    ],
)
def test_each_border_of_verwijtbaar_in_a_withdrawal(world, dossier, onderdeel, on, verwijtbaar, sentences):
    with world.scope():
        register(world, dossier, onderdeel)
        answer("aangenomen", onderdeel)
        found = withdrawal_conditions(dossier, onderdeel, verwijtbaar=verwijtbaar, on=on)
        assert refusals(found) == sentences


@pytest.mark.parametrize(
    ("verwijtbaar", "word", "said"),
    [(True, "Ja", "te laat en verwijtbaar"), (False, "Nee", "te laat en niet verwijtbaar")],
)
def test_after_the_term_the_withdrawal_says_whether_it_is_verwijtbaar(
    world, dossier, verwijtbaar, word, said
):
    with world.scope():
        register(world, dossier)
        answer("aangenomen", "pvt")
        with pytest.raises(WouldBeRefused, match=MISSING):
            withdraw(world, dossier, on=TERM_END)
        row = withdraw(world, dossier, on=TERM_END, verwijtbaar=verwijtbaar)
        assert (row.datum_on, row.verwijtbaar) == (None, verwijtbaar)
        assert berichten(dossier)[-1] == ("pvt", {"verwijtbaar": word}, {})
        assert Gebeurtenis.objects.get(kind="ResultaatWithdrawn").sentence == (
            f"Participatieverklaringstraject (PVT): de datum is ingetrokken; {said}."
        )


def test_a_withdrawal_and_a_judgement_on_what_is_not_done_yet_are_told_apart(world, dossier):
    with world.scope():
        register(world, dossier, "pvt")
        answer("aangenomen", "pvt")
        withdrawn = withdraw(world, dossier, "pvt", on=TERM_END, verwijtbaar=True)
        register(world, dossier, "map", None, verwijtbaar=True, on=TERM_END)
        assert withdrawals(dossier) == {withdrawn.pk}
        bare = Resultaat.objects.create(
            gemeente=dossier.gemeente, dossier=dossier, onderdeel="zroute", by=world.alice
        )
        assert withdrawals(dossier) == {withdrawn.pk, bare.pk}


def test_a_date_that_only_duo_told_is_taken_back_after_the_term(world, dossier):
    with world.scope():
        duo_tells(dossier, pvt={"datumOndertekeningPvt": "2026-05-04"})
        assert may_be_withdrawn(dossier, "pvt")
        assert not may_be_withdrawn(dossier, "map")
        row = withdraw(world, dossier, on=TERM_END, verwijtbaar=False)
        assert berichten(dossier) == [("pvt", {"verwijtbaar": "Nee"}, {})]
        assert withdrawals(dossier) == {row.pk}
        assert not may_be_withdrawn(dossier, "pvt")


def test_the_end_that_duo_told_goes_before_the_one_we_reckon(world, dossier):
    longer = TERM_END + timedelta(days=365)
    with world.scope():
        duo_tells(
            dossier,
            pvt={"datumOndertekeningPvt": "2026-05-04"},
            inburgeringstermijn={"startdatum": "2026-01-13", "einddatum": longer.isoformat()},
        )
        assert refusals(withdrawal_conditions(dossier, "pvt", on=longer - DAY)) == []
        assert refusals(withdrawal_conditions(dossier, "pvt", on=longer)) == [MISSING]


def test_an_unknown_end_of_the_term_is_said_and_does_not_stop_it(world):
    dossier = world.dossier(world.alice)
    with world.scope():
        duo_tells(dossier, pip={"gemeentecode": "0327", "pip": {}}, map={"datumEindgesprekMap": "2026-05-04"})
        found = withdrawal_conditions(dossier, "map", on=TODAY)
        assert refusals(found) == []
        assert "het einde van de termijn is niet bekend" in [
            condition.outcome.sentence() for condition in found if condition.is_unknown
        ]


def test_a_withdrawal_that_was_held_back_goes_when_the_judgement_comes(world, dossier):
    with world.scope():
        register(world, dossier)
        answer("aangenomen", "pvt")
        withdraw(world, dossier, on=TERM_END, hold=True)
        assert Taak.objects.get(status="open").titel == "Stuur de intrekking naar DUO zodra dat kan"
        assert may_be_withdrawn(dossier, "pvt")  # DUO still has the date
        withdraw(world, dossier, on=TERM_END, verwijtbaar=True)
        assert berichten(dossier)[-1] == ("pvt", {"verwijtbaar": "Ja"}, {})
        assert not Taak.objects.filter(status="open").exists()
        assert not may_be_withdrawn(dossier, "pvt")


def test_a_withdrawal_that_duo_refused_when_the_term_ended_meanwhile_is_mended(world, dossier):
    with world.scope():
        register(world, dossier)
        answer("aangenomen", "pvt")
        withdraw(world, dossier, on=TERM_END - DAY)
        refused = answer("geweigerd", "pvt", ["Verwijtbaar (Ja/Nee) ontbreekt."])
        with pytest.raises(WouldBeRefused, match=MISSING):
            send_again(dossier, "pvt", by=world.alice, on=TERM_END)
        withdraw(world, dossier, on=TERM_END, verwijtbaar=False)
        assert berichten(dossier)[-1] == ("pvt", {"verwijtbaar": "Nee"}, {})
        assert Bericht.objects.get(vervangt=refused).gegevens["body"] == {"verwijtbaar": "Nee"}


def test_a_withdrawal_is_sent_again_with_its_judgement(world, dossier):
    with world.scope():
        register(world, dossier)
        answer("aangenomen", "pvt")
        withdraw(world, dossier, on=TERM_END, verwijtbaar=True)
        answer("vastgelopen", "pvt")
        send_again(dossier, "pvt", by=world.alice, on=TERM_END)
        assert berichten(dossier)[-1] == ("pvt", {"verwijtbaar": "Ja"}, {})


def test_of_a_change_that_duo_refused_the_earlier_date_can_still_be_taken_back(world, dossier):
    with world.scope():
        register(world, dossier)
        answer("aangenomen", "pvt")
        register(world, dossier, datum_on=SIGNED + DAY)
        answer("geweigerd", "pvt")
        assert refusals(withdrawal_conditions(dossier, "pvt", on=TODAY)) == []
        withdraw(world, dossier, on=TODAY)
        assert berichten(dossier)[-1] == ("pvt", {}, {})


def test_where_duo_does_not_ask_it_no_judgement_is_taken(world, dossier):
    with world.scope():
        register(world, dossier)
        with pytest.raises(NotPossible, match="DUO heeft deze datum nog niet"):
            withdraw(world, dossier, on=TERM_END, verwijtbaar=True)
        withdraw(world, dossier, on=TERM_END)  # it never left, so there is nothing to judge either
        assert berichten(dossier) == []
    z_route = world.dossier(world.alice)
    with world.scope():
        own_pip(world, z_route, route="Z-route")
        register(world, z_route, "zroute")
        answer("aangenomen", "zroute")
        with pytest.raises(NotPossible, match="Bij de Z-route vraagt DUO niet"):
            withdraw(world, z_route, "zroute", on=TERM_END, verwijtbaar=True)
        withdraw(world, z_route, "zroute", on=TERM_END)
        assert berichten(z_route)[-1] == ("zroute", {}, {})

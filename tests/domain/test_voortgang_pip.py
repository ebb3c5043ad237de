"""A PIP at DUO: what is sent, what waits, what is deleted; the decision is never stopped by DUO."""

from datetime import date, timedelta

import pytest
from django.db import transaction

from meedoen.domain.dossier.actions import close_dossier
from meedoen.domain.keten.actions import make_taak
from meedoen.domain.keten.models import Bericht, Taak
from meedoen.domain.pip.actions import establish_pip, withdraw_pip
from meedoen.domain.pip.duo import own_is_current, own_pip_at_duo, pip_body, pip_conditions, tell_pip
from meedoen.domain.pip.models import PIP
from meedoen.domain.voortgang.actions import send_again
from meedoen.law.inburgering.begrippen import Doelgroep
from tests.domain.test_pip_decision import TODAY, complete_draft, establish
from tests.domain.voortgang_examples import answer, berichten, duo_tells, own_pip

WHY = "Het plan past niet meer bij het werk."
DAY = timedelta(days=1)


@pytest.fixture
def dossier(world):
    days = {"bekendmaking_on": date(2026, 3, 1), "kennisgeving_on": date(2026, 4, 1)}
    return world.dossier(world.alice, **days, inschrijving_on=date(2026, 4, 20))


def withdraw(world, pip):
    return withdraw_pip(pip, reason=WHY, by=world.alice, on=TODAY)


def refusals(pip, day):
    return [c.outcome.sentence() for c in pip_conditions(pip, day, on=TODAY) if c.refuses]


def test_establishing_queues_the_pip_with_the_fields_of_duo_and_leaves_out_the_level_that_duo_fills_in(
    world, dossier
):
    with world.scope():
        pip = establish(world, complete_draft(world, dossier, alfabetisering="AA", niveau="B1"))
        assert berichten(dossier) == [
            (
                "pip",
                {
                    "dagtekeningPip": "2026-06-01",
                    "leerroute": "B",
                    "indicatorMagOpleidingAfmaken": False,
                    "indicatorAlfabetiseringsonderwijs": "AA",
                    "geschatteIntensiteitB1Route": 600,
                },
                {},
            )
        ]
        bericht = Bericht.objects.get()
        assert (bericht.onderwerp, bericht.by) == (f"pip:{pip.pk}", world.alice)
        assert bericht.omschrijving == "PIP versie 1 doorgeven"


def test_the_message_is_of_the_transaction_of_the_decision(world, dossier):
    with world.scope():
        draft = complete_draft(world, dossier)
        with pytest.raises(RuntimeError), transaction.atomic():
            establish(world, draft)
            raise RuntimeError("the computer stops")
        assert not Bericht.objects.exists()
        assert PIP.objects.get().status == "concept"


@pytest.mark.parametrize(
    ("route", "niveau", "groep", "told"),
    [
        ("B1-route", "", Doelgroep.ASIELSTATUSHOUDER, {"leerroute": "B", "geschatteIntensiteitB1Route": 600}),
        (
            "B1-route",
            "A2",
            Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
            {"leerroute": "B", "niveau": "A2"},
        ),
        ("onderwijsroute", "B1", Doelgroep.ASIELSTATUSHOUDER, {"leerroute": "O"}),
        ("onderwijsroute", "B2", Doelgroep.ASIELSTATUSHOUDER, {"leerroute": "O"}),
        ("Z-route", "A2", Doelgroep.ASIELSTATUSHOUDER, {"leerroute": "Z", "niveau": "A2"}),
        ("Z-route", "", Doelgroep.ASIELSTATUSHOUDER, {"leerroute": "Z"}),
    ],
)
def test_the_body_for_each_route(world, dossier, route, niveau, groep, told):
    with world.scope():
        dossier.doelgroep = groep
        dossier.save()
        pip = own_pip(world, dossier, route=route, niveau=niveau, intensiteit_uren=600)
        always = {
            "dagtekeningPip": "2026-01-12",
            "indicatorMagOpleidingAfmaken": False,
            "indicatorAlfabetiseringsonderwijs": "NVT",
        }
        assert pip_body(pip) == {**always, **told}


@pytest.mark.parametrize(
    ("day", "sentences"),
    [
        (date(2026, 4, 20), []),
        (date(2026, 4, 19), ["de dagtekening 19 april 2026 ligt voor de vestiging op 20 april 2026"]),
        (
            date(2026, 2, 28),
            [
                "de dagtekening 28 februari 2026 ligt voor het begin van de plicht op 1 maart 2026",
                "de dagtekening 28 februari 2026 ligt voor de vestiging op 20 april 2026",
            ],
        ),
    ],
)
def test_each_border_of_the_dagtekening(world, dossier, day, sentences):
    with world.scope():
        assert refusals(complete_draft(world, dossier), day) == sentences


def test_the_start_of_the_plicht_that_duo_told_goes_before_the_permit(world, dossier):
    with world.scope():
        pip = complete_draft(world, dossier)
        duo_tells(
            dossier, inburgeringsplicht={"indicatorInburgeringsplicht": True, "begindatum": "2026-05-02"}
        )
        assert refusals(pip, date(2026, 5, 2)) == []
        assert refusals(pip, date(2026, 5, 1)) == [
            "de dagtekening 1 mei 2026 ligt voor het begin van de plicht op 2 mei 2026"
        ]


def test_a_change_is_not_dated_before_the_pip_that_duo_has(world, dossier):
    with world.scope():
        pip = complete_draft(world, dossier)
        duo_tells(
            dossier, pip={"gemeentecode": "0307", "pip": {"dagtekeningPip": "2026-05-10", "leerroute": "B"}}
        )
        assert refusals(pip, date(2026, 5, 10)) == []
        assert refusals(pip, date(2026, 5, 9)) == ["de dagtekening ligt voor het actuele PIP van 10 mei 2026"]


def test_where_duo_would_refuse_the_decision_stands_and_the_message_waits(world, dossier):
    with world.scope():
        draft = complete_draft(world, dossier)
        pip = establish(
            world, draft, dagtekening=date(2026, 4, 19), reason="In het AZC getekend, voor de verhuizing"
        )
        assert pip.status == "vastgesteld"
        assert berichten(dossier) == []
        taak = Taak.objects.get(soort="wacht")
        assert (taak.soort, taak.waar) == ("wacht", "pip")
        assert taak.uitleg == (
            "Het is hier bewaard, maar DUO zal het weigeren: de dagtekening 19 april 2026 ligt voor de "
            "vestiging op 20 april 2026."
        )
        dossier.refresh_from_db()
        send_again(dossier, "pip", by=world.alice, on=TODAY, anyway=True)
        assert [row[0] for row in berichten(dossier)] == ["pip"]
        taak.refresh_from_db()
        assert taak.status == "vervallen"


def test_an_unknown_settlement_does_not_stop_the_message(world, dossier):
    with world.scope():
        dossier.inschrijving_on = None
        dossier.save()
        pip = complete_draft(world, dossier)
        unknown = [c.sentence() for c in pip_conditions(pip, TODAY, on=TODAY) if c.is_unknown]
        assert unknown == [
            "Niet bekend: de dag van vestiging in de gemeente is niet bekend. DUO kan dit weigeren"
        ]
        establish(world, pip)
        assert len(berichten(dossier)) == 1


def test_two_versions_are_told_in_order_because_the_first_sets_the_term(world, dossier):
    with world.scope():
        establish(world, complete_draft(world, dossier))
        establish(world, complete_draft(world, dossier, intensiteit_uren=500))
        told = [body["geschatteIntensiteitB1Route"] for _, body, _ in berichten(dossier)]
        assert told == [600, 500]


def test_a_new_version_takes_the_place_of_a_refused_one_and_drops_its_task(world, dossier):
    with world.scope():
        first = establish(world, complete_draft(world, dossier))
        refused = answer("geweigerd", f"pip:{first.pk}", ["A2 kan niet"])
        taak = make_taak(dossier, "geweigerd", titel="Verbeter het PIP", bericht=refused)
        assert own_pip_at_duo(dossier) is None
        second = establish(world, complete_draft(world, dossier, intensiteit_uren=500))
        assert Bericht.objects.get(onderwerp=f"pip:{second.pk}").vervangt == refused
        taak.refresh_from_db()
        assert taak.status == "vervallen"


def test_the_same_version_is_sent_again_after_duo_was_mended(world, dossier):
    with world.scope():
        pip = establish(world, complete_draft(world, dossier))
        refused = answer("geweigerd", f"pip:{pip.pk}", ["Onbekend"])
        dossier.refresh_from_db()
        send_again(dossier, "pip", by=world.alice, on=TODAY)
        again = Bericht.objects.get(vervangt=refused)
        assert again.gegevens["body"] == pip_body(pip)


def test_a_pip_taken_over_and_a_closed_dossier_queue_nothing(world, dossier):
    with world.scope():
        taken_over = own_pip(world, dossier, overgenomen=True)
        assert tell_pip(taken_over, by=world.alice, on=TODAY) is None
        withdraw(world, taken_over)
        draft = complete_draft(world, dossier)
        close_dossier(dossier, on=TODAY, by=world.alice, reason="Verhuisd")
        draft.refresh_from_db()
        establish(world, draft)
        assert berichten(dossier) == []
        assert not Taak.objects.filter(soort__in=("wacht", "pip-verwijderen")).exists()


def test_a_withdrawn_pip_that_never_left_is_dropped(world, dossier):
    with world.scope():
        pip = establish(world, complete_draft(world, dossier))
        withdraw(world, pip)
        assert berichten(dossier) == []
        assert Bericht.objects.get().status == "vervallen"
        assert not Taak.objects.filter(soort__in=("wacht", "pip-verwijderen")).exists()


@pytest.mark.parametrize("told", [{}, {"inburgeringstermijn": None, "uren": []}])
def test_a_withdrawn_pip_is_deleted_at_duo_when_duo_takes_that_or_it_is_not_known(world, dossier, told):
    with world.scope():
        pip = establish(world, complete_draft(world, dossier))
        answer("aangenomen", f"pip:{pip.pk}")
        duo_tells(dossier, **told)
        withdraw(world, pip)
        assert berichten(dossier)[-1] == ("pip-verwijderen", None, {})
        assert own_pip_at_duo(dossier) is None


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        (
            {"inburgeringstermijn": {"startdatum": "2026-06-02", "einddatum": "2029-06-02"}, "uren": []},
            "DUO heeft de inburgeringstermijn al vastgesteld",
        ),
        (
            {
                "inburgeringstermijn": None,
                "uren": [{"gemeentecode": "0327", "ParticipatieAlsTaalles": {"uren": 3}}],
            },
            "er zijn al 3 cursusuren geregistreerd",
        ),
    ],
)
def test_a_withdrawn_pip_that_duo_keeps_gives_a_task_that_says_what_then(world, dossier, told, reason):
    with world.scope():
        pip = establish(world, complete_draft(world, dossier))
        answer("aangenomen", f"pip:{pip.pk}")
        duo_tells(dossier, **told)
        withdraw(world, pip)
        assert [row[0] for row in berichten(dossier)] == ["pip"]
        taak = Taak.objects.get(soort="pip-verwijderen")
        assert (taak.soort, taak.waar) == ("pip-verwijderen", "pip")
        assert taak.titel == "Maak een nieuw PIP, of bel DUO over het PIP dat is ingetrokken"
        assert taak.uitleg == (
            f"U hebt versie 1 van het PIP ingetrokken, maar DUO verwijdert het niet: {reason}. Stel een "
            "nieuw PIP vast: dat komt bij DUO in de plaats van het oude. Komt er geen nieuw PIP, bel dan DUO."
        )
        # The new PIP makes the task needless.
        establish(world, complete_draft(world, dossier))
        taak.refresh_from_db()
        assert taak.status == "vervallen"


def test_whose_pip_is_the_current_one(world, dossier):
    from meedoen.domain.keten.duo_told import DUOTold

    with world.scope():
        assert own_is_current(dossier, DUOTold()) is None
        ours = DUOTold(pip_on=date(2026, 5, 1), pip_gemeente="0327")
        theirs = DUOTold(pip_on=date(2026, 5, 1), pip_gemeente="0307")
        assert own_is_current(dossier, ours) is True
        assert own_is_current(dossier, theirs) is False
        own_pip(world, dossier, on=date(2026, 5, 2))
        dossier.refresh_from_db()
        assert own_is_current(dossier, theirs) is True  # ours is newer than what DUO told


def test_establishing_by_the_action_alone_is_enough(world, dossier):
    """The reaction hangs on the event, so that no page has to think of it."""
    with world.scope():
        establish_pip(
            complete_draft(world, dossier),
            dagtekening=TODAY,
            by=world.alice,
            ondertekenaar="A. de Vries",
            on=TODAY,
        )
        assert Bericht.objects.filter(soort="pip").count() == 1

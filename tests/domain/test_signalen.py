"""The attention signals that DUO does not send yet become tasks by themselves, and go by themselves."""

from datetime import date, datetime, timedelta

import pytest
from django.utils.timezone import get_current_timezone

from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.actions import finish_taak
from meedoen.domain.keten.models import Instelling, Taak
from meedoen.domain.pip.models import PIP
from meedoen.domain.termijn.signalen import keep_all_signals, keep_signals, signaal_facts, signals_of
from meedoen.domain.voortgang.models import Attentie, Inburgeringsaanbod
from meedoen.law.questions.keten import SIGNALEN

TODAY = date(2026, 4, 1)
NOTICE = date(2026, 1, 5)  # ten weeks later: 16 March 2026


@pytest.fixture
def dossier(world, time_machine):
    time_machine.move_to(datetime(2026, 4, 1, 12, tzinfo=get_current_timezone()))
    with world.scope():
        yield world.dossier(world.alice, kennisgeving_on=NOTICE, inschrijving_on=NOTICE)


def codes(dossier, status=Taak.Status.OPEN):
    return sorted(Taak.objects.filter(dossier=dossier, status=status).values_list("soort", flat=True))


def pip(dossier, day=date(2026, 3, 2), **fields):
    fields = {"leerroute": "B1-route", "niveau": "B1", "status": PIP.Status.UITGEREIKT} | fields
    made = PIP.objects.create(
        gemeente=dossier.gemeente, dossier=dossier, versie=1, dagtekening_on=day, uitgereikt_on=day, **fields
    )
    Dossier.objects.filter(pk=dossier.pk).update(eerste_pip_on=day)
    return made


def attentie(dossier, **fields):
    return Attentie.objects.update_or_create(
        dossier=dossier, defaults={"gemeente": dossier.gemeente, **fields}
    )[0]


def offer(world, dossier, day):
    school = Instelling.objects.get_or_create(
        instellingsnummer="0000000001", defaults={"naam": "School", "gezien_on": TODAY}
    )[0]
    return Inburgeringsaanbod.objects.create(
        gemeente=dossier.gemeente, dossier=dossier, instelling=school, aanbod_on=day, by=world.alice
    )


def test_ten_weeks_over_without_leerroute_is_a_task_until_there_is_a_pip(dossier):
    assert keep_signals([dossier.pk], on=date(2026, 3, 16)) == 0
    assert keep_signals([dossier.pk], on=date(2026, 3, 17)) == 1
    assert keep_signals([dossier.pk], on=date(2026, 3, 18)) == 0
    assert codes(dossier) == ["SS126"]
    pip(dossier)
    keep_signals([dossier.pk], on=TODAY)
    assert codes(dossier, Taak.Status.VERVALLEN) == ["SS126"]


def test_no_aanbod_is_only_said_of_a_pip_that_was_made_here(world, dossier):
    made = pip(dossier, overgenomen=True)
    keep_signals([dossier.pk], on=TODAY)
    assert codes(dossier) == []
    PIP.objects.filter(pk=made.pk).update(overgenomen=False)
    keep_signals([dossier.pk], on=TODAY)
    assert codes(dossier) == ["SS127"]
    before = offer(world, dossier, date(2026, 3, 1))
    keep_signals([dossier.pk], on=TODAY)
    assert codes(dossier) == ["SS127"]  # an offer from before the PIP is not under it
    Inburgeringsaanbod.objects.filter(pk=before.pk).update(aanbod_on=date(2026, 3, 2))
    keep_signals([dossier.pk], on=TODAY)
    assert codes(dossier) == []
    Inburgeringsaanbod.objects.filter(pk=before.pk).update(ingetrokken_on=TODAY)
    keep_signals([dossier.pk], on=TODAY)
    assert codes(dossier) == ["SS127"]


DAY = date(2026, 3, 20)


@pytest.mark.parametrize(
    ("code", "route", "facts", "ends"),
    [
        ("SS112", None, {"verlenging_aangevraagd_on": DAY}, {"verlenging_besloten_on": DAY}),
        ("SS122", None, {"vertrokken_on": DAY, "vertrokken_naar": "gemeente"}, {"vertrokken_naar": ""}),
        ("SS123", None, {"vertrokken_on": DAY, "vertrokken_naar": "buitenland"}, {"vertrokken_on": None}),
        ("SS129", None, {"vrijstelling_einde_on": DAY}, {"vrijstelling_einde_on": None}),
        ("SS130", "B1-route", {"vrijstelling_einde_on": DAY}, {"vrijstelling_einde_on": None}),
        ("SS132", None, {"contract_on": DAY}, {"contract_on": None}),
        ("SS133", "B1-route", {"contract_on": DAY, "contract_niveau": "A2"}, {"contract_niveau": "B1"}),
        ("SS135", "Z-route", {"contract_on": DAY, "contract_niveau": "B1"}, {"contract_niveau": "A2"}),
        (
            "SS136",
            "B1-route",
            {"contract_on": DAY, "contract_taalschakeltraject": True},
            {"contract_taalschakeltraject": False},
        ),
        ("SS140", None, {"bio_gevraagd_on": DAY}, {"bio_advies_on": DAY}),
        ("SS141", "Z-route", {"certificaattekst_on": DAY}, {"certificaat_on": DAY}),
        ("SS142", "B1-route", {"opleiding_einde_on": DAY}, {"opleiding_einde_on": None}),
    ],
)
def test_each_signal_comes_from_its_own_facts_and_goes_with_them(dossier, code, route, facts, ends):
    if route:
        pip(dossier, leerroute=route, niveau="B1" if route == "B1-route" else "")
    keep_signals([dossier.pk], on=TODAY)
    assert code not in codes(dossier)
    attentie(dossier, **facts)
    keep_signals([dossier.pk], on=TODAY)
    taak = Taak.objects.get(dossier=dossier, soort=code)
    assert (taak.status, taak.afgeleid) == (Taak.Status.OPEN, True)
    assert taak.due_on is not None
    assert "{" not in taak.uitleg
    attentie(dossier, **ends)
    keep_signals([dossier.pk], on=TODAY)
    assert code not in codes(dossier)


def test_a_person_from_another_gemeente_gives_ss120_or_ss121(dossier):
    Dossier.objects.filter(pk=dossier.pk).update(eerste_pip_elders=True, eerste_pip_on=date(2025, 9, 1))
    keep_signals([dossier.pk], on=TODAY)
    assert "SS121" in codes(dossier)
    assert "SS120" not in codes(dossier)


def test_aow_within_six_months(dossier):
    dossier.inburgeringsplichtige.geboortedatum = date(1959, 8, 1)  # 67 on 1 August 2026
    dossier.inburgeringsplichtige.save()
    keep_signals([dossier.pk], on=TODAY)
    assert "SS128" in codes(dossier)


def test_a_task_that_was_finished_is_not_made_again_while_the_same_signal_holds(world, dossier):
    keep_signals([dossier.pk], on=TODAY)
    finish_taak(Taak.objects.get(dossier=dossier), by=world.alice, hoe="besproken met haar")
    keep_signals([dossier.pk], on=TODAY + timedelta(30))
    assert codes(dossier) == []
    attentie(dossier, verlenging_aangevraagd_on=TODAY)
    keep_signals([dossier.pk], on=TODAY)
    finish_taak(Taak.objects.get(dossier=dossier, soort="SS112"), by=world.alice, hoe="advies gegeven")
    attentie(dossier, verlenging_aangevraagd_on=TODAY + timedelta(60))
    keep_signals([dossier.pk], on=TODAY + timedelta(61))
    assert codes(dossier) == ["SS112"]  # a new request is a new signal


@pytest.mark.parametrize("ended", ["plicht_einde_on", "voldaan_on", "afgesloten_on"])
def test_a_plicht_that_ended_gives_no_signals(dossier, ended):
    keep_signals([dossier.pk], on=TODAY)
    Dossier.objects.filter(pk=dossier.pk).update(**{ended: TODAY})
    keep_signals([dossier.pk], on=TODAY)
    assert codes(dossier) == []


def test_dates_that_cannot_be_true_stop_nobody(dossier):
    Dossier.objects.filter(pk=dossier.pk).update(kennisgeving_on=date(9999, 12, 31))
    dossier.refresh_from_db()
    assert "SS126" not in signals_of(dossier, signaal_facts(dossier), TODAY)


def test_every_gemeente_is_looked_at_and_every_signal_of_the_law_has_a_task(world, dossier):
    with world.scope(world.amersfoort):
        there = world.dossier(world.charlie, world.amersfoort, kennisgeving_on=NOTICE, inschrijving_on=NOTICE)
    assert keep_all_signals(TODAY) == 2
    with world.scope(world.amersfoort):
        assert codes(there) == ["SS126"]


def test_many_dossiers_cost_few_queries(world, dossier, django_assert_max_num_queries):
    several = [dossier.pk, *(world.dossier(world.alice).pk for _ in range(20))]
    keep_signals(several, on=TODAY)
    with django_assert_max_num_queries(10):
        assert keep_signals(several, on=TODAY) == 0


def test_every_signal_of_the_law_has_its_task_in_the_table():
    from meedoen.domain.keten.gebeurtenissen import GEBEURTENISSEN

    assert [code for code in SIGNALEN if GEBEURTENISSEN[code].taak is None] == []

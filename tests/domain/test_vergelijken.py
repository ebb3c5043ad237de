"""What DUO knows beside what we know: found, kept, resolved by a person, never overwritten silently."""

from datetime import date, datetime

import pytest
from django.utils.timezone import get_current_timezone

from meedoen.domain.brede_intake.models import Leerbaarheidstoets
from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.models import Dossier, Gebeurtenis
from meedoen.domain.keten.actions import keep_deliveries
from meedoen.domain.keten.models import Bron, Taak, Vergelijking, Verschil
from meedoen.domain.pip.models import PIP
from meedoen.domain.voortgang.models import GevolgdeUren, Resultaat
from meedoen.domain.voortgang.vergelijken import (
    VELDEN,
    beside,
    compare_dossiers,
    compare_gemeente,
    keep_ours,
    open_verschillen,
    take_all_empty,
    take_from_duo,
)

TODAY = date(2026, 4, 1)
PLICHT = {"indicatorInburgeringsplicht": True, "datumKennisgevingInburgeringsplicht": "2026-01-12"}
GROEP = {"indeling": "Asielstatushouder"}


@pytest.fixture
def dossier(world, time_machine):
    time_machine.move_to(datetime(2026, 4, 1, 12, tzinfo=get_current_timezone()))
    with world.scope():
        yield world.dossier(world.alice, kennisgeving_on=date(2026, 1, 12), inschrijving_on=date(2026, 1, 12))


def told(dossier, on=TODAY, **answers):
    return keep_deliveries([(dossier, answers)], bron=Bron.DUO, told_on=on, kenmerk="DUO")


def line(dossier, code):
    return next(regel for regel in beside(dossier, TODAY) if regel.veld.code == code)


def differences(dossier):
    return {
        row.veld: (row.van_ons, row.van_duo)
        for row in Verschil.objects.filter(dossier=dossier, status=Verschil.Status.OPEN)
    }


def test_without_an_answer_of_duo_there_is_nothing_to_compare(dossier):
    assert beside(dossier, TODAY) == []
    assert compare_dossiers([dossier.pk], on=TODAY).new == 0


def test_what_agrees_is_shown_with_both_days_and_is_no_difference(dossier):
    told(dossier, date(2026, 3, 20), inburgeringsplicht=PLICHT, doelgroep=GROEP)
    found = line(dossier, "kennisgeving")
    assert (found.ours_shown, found.ours_on, found.theirs_shown, found.theirs_on, found.differs) == (
        "12 januari 2026",
        TODAY,
        "12 januari 2026",
        date(2026, 3, 20),
        False,
    )
    compare_dossiers([dossier.pk], on=TODAY)
    assert differences(dossier) == {}
    assert not Taak.objects.filter(dossier=dossier).exists()


def test_a_contradiction_is_kept_once_with_a_task_and_ends_by_itself(dossier):
    told(dossier, inburgeringsplicht=PLICHT | {"datumKennisgevingInburgeringsplicht": "2026-01-19"})
    assert compare_dossiers([dossier.pk], on=TODAY).new == 1
    assert compare_dossiers([dossier.pk], on=TODAY).new == 0
    assert differences(dossier) == {"kennisgeving": ("2026-01-12", "2026-01-19")}
    taak = Taak.objects.get(dossier=dossier, status=Taak.Status.OPEN)
    assert (taak.titel, taak.uitleg, taak.due_on, taak.waar) == (
        "Kijk na wat bij DUO anders staat dan bij ons",
        "Het gaat om: Kennisgeving van DUO.",
        date(2026, 4, 15),
        "verschillen",
    )
    told(
        dossier,
        inburgeringsplicht=PLICHT | {"datumKennisgevingInburgeringsplicht": "2026-01-19"},
        doelgroep={"indeling": "Gezinsmigrant en overige migrant"},
    )
    compare_dossiers([dossier.pk], on=TODAY)
    taak.refresh_from_db()
    assert taak.uitleg == "Het gaat om: Kennisgeving van DUO, Doelgroep."
    told(dossier, inburgeringsplicht=PLICHT, doelgroep=GROEP)
    found = compare_dossiers([dossier.pk], on=TODAY)
    assert (found.gone, found.open, differences(dossier)) == (2, 0, {})
    taak.refresh_from_db()
    assert (taak.status, taak.hoe) == (Taak.Status.VERVALLEN, "Alles is weer gelijk of opgelost.")


def test_nothing_is_overwritten_until_a_person_takes_it_over_with_a_reason(world, dossier):
    told(dossier, inburgeringsplicht=PLICHT | {"datumKennisgevingInburgeringsplicht": "2026-01-19"})
    compare_dossiers([dossier.pk], on=TODAY)
    verschil = Verschil.objects.get(dossier=dossier)
    assert Dossier.objects.get(pk=dossier.pk).kennisgeving_on == date(2026, 1, 12)
    with pytest.raises(NotPossible, match="Schrijf hoe u weet wat klopt"):
        take_from_duo(verschil, by=world.alice, reason=" ", on=TODAY)
    take_from_duo(verschil, by=world.alice, reason="brief gezien", on=TODAY)
    stored = Dossier.objects.get(pk=dossier.pk)
    assert (stored.kennisgeving_on, stored.version) == (date(2026, 1, 19), dossier.version + 1)
    assert stored.history.first().history_change_reason == "overgenomen van DUO: brief gezien"
    assert (verschil.status, verschil.opgelost_by) == (Verschil.Status.VAN_DUO, world.alice)
    assert not Taak.objects.filter(dossier=dossier, soort="verschil", status=Taak.Status.OPEN).exists()
    with pytest.raises(NotPossible, match="al opgelost"):
        take_from_duo(verschil, by=world.alice, reason="nog eens", on=TODAY)
    said = Gebeurtenis.objects.filter(dossier=dossier, kind="VerschilResolved").get()
    assert said.sentence == "Verschil met DUO opgelost (overgenomen van DUO): Kennisgeving van DUO."
    assert compare_dossiers([dossier.pk], on=TODAY).open == 0


def test_ours_is_right_stays_settled_until_one_of_both_says_something_else(world, dossier):
    told(dossier, inburgeringsplicht=PLICHT | {"datumKennisgevingInburgeringsplicht": "2026-01-19"})
    compare_dossiers([dossier.pk], on=TODAY)
    keep_ours(Verschil.objects.get(dossier=dossier), by=world.alice, reason="de brief ligt hier")
    assert compare_dossiers([dossier.pk], on=TODAY).open == 0
    told(dossier, inburgeringsplicht=PLICHT | {"datumKennisgevingInburgeringsplicht": "2026-01-20"})
    assert compare_dossiers([dossier.pk], on=TODAY).new == 1


def test_what_only_duo_knows_makes_no_task_and_can_be_taken_over_together(world, dossier):
    Dossier.objects.filter(pk=dossier.pk).update(kennisgeving_on=None, doelgroep="")
    told(dossier, inburgeringsplicht=PLICHT, doelgroep=GROEP, pvt={"datumOndertekeningPvt": "2026-03-02"})
    compare_dossiers([dossier.pk], on=TODAY)
    assert differences(dossier) == {
        "kennisgeving": ("", "2026-01-12"),
        "doelgroep": ("", "asielstatushouder"),
        "pvt": ("", "2026-03-02"),
    }
    assert not Taak.objects.filter(dossier=dossier).exists()
    every = list(open_verschillen([dossier.gemeente_id]))
    assert take_all_empty(every, by=world.alice, reason="eerste keer gekoppeld", on=TODAY) == 3
    stored = Dossier.objects.get(pk=dossier.pk)
    assert (stored.kennisgeving_on, stored.doelgroep) == (date(2026, 1, 12), "asielstatushouder")
    assert Resultaat.objects.get(dossier=dossier).datum_on == date(2026, 3, 2)
    assert compare_dossiers([dossier.pk], on=TODAY).open == 0


def test_what_was_filled_in_after_the_comparison_is_not_overwritten(world, dossier):
    Dossier.objects.filter(pk=dossier.pk).update(kennisgeving_on=None)
    told(dossier, inburgeringsplicht=PLICHT, pvt={"datumOndertekeningPvt": "2026-03-02"})
    compare_dossiers([dossier.pk], on=TODAY)
    Dossier.objects.filter(pk=dossier.pk).update(kennisgeving_on=date(2026, 1, 20))
    Resultaat.objects.create(
        gemeente_id=dossier.gemeente_id,
        dossier=dossier,
        onderdeel="pvt",
        datum_on=date(2026, 3, 9),
        by=world.alice,
    )
    every = list(open_verschillen([dossier.gemeente_id]))
    assert take_all_empty(every, by=world.alice, reason="eerste keer gekoppeld", on=TODAY) == 0
    assert Dossier.objects.get(pk=dossier.pk).kennisgeving_on == date(2026, 1, 20)
    assert Resultaat.objects.get(dossier=dossier).datum_on == date(2026, 3, 9)
    with pytest.raises(NotPossible, match="intussen gewijzigd"):
        take_from_duo(every[0], by=world.alice, reason="brief gezien", on=TODAY)


def test_two_people_who_resolve_one_difference_do_so_once(world, dossier):
    told(dossier, pvt={"datumOndertekeningPvt": "2026-03-02"})
    compare_dossiers([dossier.pk], on=TODAY)
    first, second = (Verschil.objects.get(dossier=dossier) for _ in range(2))
    take_from_duo(first, by=world.alice, reason="brief gezien", on=TODAY)
    with pytest.raises(NotPossible, match="al opgelost"):
        take_from_duo(second, by=world.tineke, reason="brief gezien", on=TODAY)
    assert Resultaat.objects.filter(dossier=dossier).count() == 1


@pytest.mark.parametrize(
    ("eind", "theirs"),
    [("2029-01-13", ""), ("2029-01-14", "2029-01-13"), ("2029-07-13", "2029-07-12")],
)
def test_the_term_ends_exclusively_at_duo_and_only_a_later_end_is_an_extension(dossier, eind, theirs):
    """A PIP of 12 January 2026: the term is 13 January 2026 to 12 January 2029, at DUO 13 January 2029."""
    Dossier.objects.filter(pk=dossier.pk).update(eerste_pip_on=date(2026, 1, 12))
    told(dossier, inburgeringstermijn={"startdatum": "2026-01-13", "einddatum": eind})
    assert line(dossier, "verlenging").theirs == theirs
    assert not line(dossier, "eerste_pip").differs


@pytest.mark.parametrize(
    ("plicht", "theirs"),
    [
        ({"indicatorInburgeringsplicht": True, "einddatum": "2026-03-31"}, None),
        ({"indicatorInburgeringsplicht": False, "einddatum": "2026-03-31"}, "2026-03-31"),
        ({"indicatorInburgeringsplicht": False}, ""),
    ],
)
def test_the_plicht_ends_inclusively_and_only_when_it_ended(dossier, plicht, theirs):
    told(dossier, inburgeringsplicht=plicht)
    found = [regel.theirs for regel in beside(dossier, TODAY) if regel.veld.code == "plicht_einde"]
    assert found == ([] if theirs is None else [theirs])


def test_the_pip_and_the_hours_of_another_gemeente_are_not_compared_with_ours(world, dossier):
    PIP.objects.create(
        gemeente=dossier.gemeente,
        dossier=dossier,
        versie=1,
        status=PIP.Status.UITGEREIKT,
        leerroute="B1-route",
        niveau="B1",
        dagtekening_on=date(2026, 2, 2),
    )
    pip = {"dagtekeningPip": "2026-02-02", "leerroute": "Z"}
    uren = {"gemeentecode": "0307", "ParticipatieAlsTaalles": {"uren": 40}}
    told(dossier, pip={"gemeentecode": "0307", "pip": pip}, uren=[uren])
    assert {regel.veld.code: regel.theirs for regel in beside(dossier, TODAY)} == dict.fromkeys(
        GevolgdeUren.Soort.values, ""
    )
    told(dossier, pip={"gemeentecode": "0327", "pip": pip}, uren=[uren | {"gemeentecode": "0327"}])
    compare_dossiers([dossier.pk], on=TODAY)
    assert differences(dossier) == {
        "leerroute": ("B1-route", "Z-route"),
        "uren-participatietaalles": ("", "40"),
    }
    told(dossier, pip=None)
    assert line(dossier, "pip_dagtekening").theirs_shown == "niet bekend"


def test_hours_of_duo_are_registered_without_telling_duo_again(world, dossier):
    told(dossier, date(2026, 3, 31), uren=[{"gemeentecode": "0327", "ParticipatieAlsTaalles": {"uren": 40}}])
    compare_dossiers([dossier.pk], on=TODAY)
    take_from_duo(Verschil.objects.get(dossier=dossier), by=world.alice, reason="uit het portaal", on=TODAY)
    row = GevolgdeUren.objects.get(dossier=dossier)
    assert (row.uren, row.tot_en_met_on, row.toelichting) == (
        40,
        date(2026, 3, 31),
        "overgenomen van DUO: uit het portaal",
    )
    assert not dossier.berichten.exists()


@pytest.mark.parametrize(
    ("veld", "said"),
    [
        ("leerroute", "Geef het PIP opnieuw door aan DUO"),
        ("lbt", "Neem de uitslag over op de pagina Leerbaarheidstoets"),
        ("eerste_pip", "vul dat in bij Gegevens"),
    ],
)
def test_what_cannot_be_taken_over_by_itself_says_what_to_do(world, dossier, veld, said):
    verschil = Verschil.objects.create(
        gemeente=dossier.gemeente, dossier=dossier, veld=veld, van_duo="x", found_on=TODAY
    )
    with pytest.raises(NotPossible, match=said):
        take_from_duo(verschil, by=world.alice, reason="het staat zo bij DUO", on=TODAY)


def test_when_duo_has_nothing_there_is_nothing_to_take_over(world, dossier):
    verschil = Verschil.objects.create(
        gemeente=dossier.gemeente, dossier=dossier, veld="pvt", van_ons="2026-03-02", found_on=TODAY
    )
    with pytest.raises(NotPossible, match="DUO heeft hier niets staan"):
        take_from_duo(verschil, by=world.alice, reason="het staat zo bij DUO", on=TODAY)


def test_the_last_result_of_the_toets_counts(dossier):
    Leerbaarheidstoets.objects.create(
        gemeente=dossier.gemeente, dossier=dossier, resultaat="haalbaar", afgenomen_on=date(2026, 3, 3)
    )
    early = {"datumAfname": "2026-02-01", "resultaat": "B1-route niet haalbaar"}
    late = {"datumAfname": "2026-03-03", "resultaat": "B1-route haalbaar"}
    told(dossier, lbt=[late, early])
    assert line(dossier, "lbt").differs is False
    told(dossier, lbt=[])
    assert line(dossier, "lbt").theirs == ""


def test_the_report_of_a_gemeente_counts_by_field_and_is_one_a_day(world, dossier):
    world.dossier(world.bob, kennisgeving_on=None)
    closed = world.dossier(world.bob, afgesloten_on=TODAY)
    for one in (dossier, closed):
        told(one, inburgeringsplicht=PLICHT | {"datumKennisgevingInburgeringsplicht": "2026-01-19"})
    compare_gemeente(dossier.gemeente_id, on=TODAY, asked=12, failed=1)
    report = compare_gemeente(dossier.gemeente_id, on=TODAY, asked=13)
    assert Vergelijking.objects.count() == 1
    assert (report.dossiers, report.gevraagd, report.niet_gelukt, report.nieuw, report.open) == (
        2,
        13,
        0,
        0,
        1,
    )
    assert report.per_veld == {"kennisgeving": 1}
    assert report.klaar_at >= report.begonnen_at


def test_a_whole_gemeente_costs_few_queries(world, dossier, django_assert_max_num_queries):
    several = [dossier, *(world.dossier(world.alice) for _ in range(20))]
    for one in several:
        told(one, inburgeringsplicht={"indicatorInburgeringsplicht": True}, doelgroep=GROEP)
    Dossier.objects.update(kennisgeving_on=None)
    with django_assert_max_num_queries(12):
        assert compare_dossiers([one.pk for one in several], on=TODAY).dossiers == 21


def test_every_field_says_what_to_do_when_it_is_not_taken_over():
    assert [code for code, veld in VELDEN.items() if not veld.else_do.endswith(".")] == []

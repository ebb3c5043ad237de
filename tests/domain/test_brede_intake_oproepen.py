"""Calls for the intake: one at a time, a warning after the first without result, three at most."""

from datetime import UTC, date, datetime, timedelta

import pytest

from meedoen.domain.brede_intake.actions import (
    begin_intake,
    record_uitkomst,
    send_oproep,
    send_waarschuwing,
)
from meedoen.domain.brede_intake.facts import oproep_facts
from meedoen.domain.brede_intake.models import BredeIntake, Oproep
from meedoen.domain.brede_intake.selectors import default_termijn, oproep_policy, volgnummer
from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.models import Gebeurtenis
from meedoen.domain.regio.models import Beleidsregel
from meedoen.domain.termijn.actions import reckon
from meedoen.domain.termijn.models import Werkpunt

TODAY = date(2026, 6, 1)
TALK = date(2026, 6, 10)


@pytest.fixture
def dossier(world):
    return world.dossier(world.alice)


def new(dossier, talk=TALK, term=None):
    return Oproep(
        gemeente=dossier.gemeente,
        dossier=dossier,
        gesprek_at=datetime(talk.year, talk.month, talk.day, 8, tzinfo=UTC),
        termijn_on=term or talk + timedelta(days=4),
        locatie="Gemeentehuis",
        version=1,
    )


def came_of(world, call, uitkomst, on=TALK, toelichting="", today=TALK):
    call.uitkomst, call.uitkomst_on, call.toelichting = uitkomst, on, toelichting
    call.version += 1
    record_uitkomst(call, by=world.alice, on=today)
    return call


def missed_once(world, dossier):
    call = send_oproep(new(dossier), by=world.alice, on=TODAY)
    return came_of(world, call, "niet_verschenen")


def test_a_call_has_a_number_a_day_and_a_line_in_the_logbook(world, dossier):
    with world.scope():
        call = send_oproep(new(dossier), by=world.alice, on=TODAY)
        assert (call.nummer, call.verstuurd_on, call.uitkomst) == (1, TODAY, "open")
        event = Gebeurtenis.objects.get(dossier=dossier, kind="OproepVerstuurd")
        assert event.sentence == "Eerste oproep voor de brede intake, voor het gesprek op 10 juni 2026."
        assert event.data == {"oproep": call.pk}
        assert call.history.get().history_user == world.alice


@pytest.mark.parametrize(
    ("talk", "term", "match"),
    [
        (TODAY - timedelta(days=1), TODAY, "in het verleden"),
        (TALK, TALK - timedelta(days=1), "termijn eindigt voor het gesprek"),
    ],
)
def test_a_call_must_be_possible_to_follow(world, dossier, talk, term, match):
    with world.scope(), pytest.raises(NotPossible, match=match):
        send_oproep(new(dossier, talk, term), by=world.alice, on=TODAY)


def test_a_talk_today_with_a_term_that_ends_today_is_possible(world, dossier):
    with world.scope():
        assert send_oproep(new(dossier, TODAY, TODAY), by=world.alice, on=TODAY).termijn_on == TODAY


def test_the_day_of_the_talk_is_the_one_on_the_dutch_clock(world, dossier):
    late = new(dossier, term=TALK)
    late.gesprek_at = datetime(2026, 6, 9, 22, 30, tzinfo=UTC)  # half past midnight on 10 June here
    with world.scope():
        assert send_oproep(late, by=world.alice, on=TALK).verstuurd_on == TALK


def test_only_one_call_is_open_at_a_time(world, dossier):
    with world.scope():
        send_oproep(new(dossier), by=world.alice, on=TODAY)
        with pytest.raises(NotPossible, match="nog een oproep open"):
            send_oproep(new(dossier), by=world.alice, on=TODAY)


def test_who_appears_begins_the_intake(world, dossier):
    with world.scope():
        call = send_oproep(new(dossier), by=world.alice, on=TODAY)
        came_of(world, call, "verschenen")
        assert BredeIntake.objects.get(dossier=dossier).gestart_on == TALK
        assert Werkpunt.objects.get(dossier=dossier).code == "leerbaarheidstoets"


@pytest.mark.parametrize("uitkomst", ["niet_verschenen", "onvoldoende"])
def test_after_the_first_without_result_a_warning_comes_first(world, dossier, uitkomst):
    with world.scope():
        call = send_oproep(new(dossier), by=world.alice, on=TODAY)
        came_of(world, call, uitkomst, toelichting="Wilde niets vertellen.")
        assert Werkpunt.objects.get(dossier=dossier).code == "waarschuwen"
        with pytest.raises(NotPossible, match="schriftelijke waarschuwing"):
            send_oproep(new(dossier, TALK + timedelta(days=9)), by=world.alice, on=TALK)


def test_warning_and_repeated_call_go_together(world, dossier):
    with world.scope():
        first = missed_once(world, dossier)
        again = new(dossier, TALK + timedelta(days=9))
        second = send_waarschuwing(first, again, by=world.alice, on=TALK)
        first.refresh_from_db()
        assert first.waarschuwing_on == TALK
        assert (second.nummer, second.verstuurd_on) == (2, TALK)
        kinds = Gebeurtenis.objects.filter(dossier=dossier)
        assert kinds.filter(
            kind="WaarschuwingVerstuurd",
            sentence="Schriftelijke waarschuwing gegeven na een oproep zonder resultaat.",
        ).exists()
        reckon([dossier.pk], on=TALK)
        assert Werkpunt.objects.get(dossier=dossier).code == "wacht_op_verschijnen"


def test_a_warning_that_cannot_call_again_is_not_given(world, dossier):
    with world.scope():
        first = missed_once(world, dossier)
        with pytest.raises(NotPossible, match="verleden"):
            send_waarschuwing(first, new(dossier, TODAY), by=world.alice, on=TALK)


def test_a_warning_is_given_once_and_only_for_a_call_without_result(world, dossier):
    with world.scope():
        first = send_oproep(new(dossier), by=world.alice, on=TODAY)
        came_of(world, first, "afgezegd", toelichting="Ziek")
        with pytest.raises(NotPossible, match="Leg eerst vast"):
            send_waarschuwing(first, new(dossier), by=world.alice, on=TODAY)
        second = missed_once(world, dossier)
        third = send_waarschuwing(second, new(dossier, TALK), by=world.alice, on=TALK)
        came_of(world, third, "niet_verschenen")
        with pytest.raises(NotPossible, match="al een schriftelijke waarschuwing"):
            send_waarschuwing(third, new(dossier, TALK), by=world.alice, on=TALK)


def test_three_without_result_and_no_fourth(world, dossier):
    with world.scope():
        first = missed_once(world, dossier)
        second = send_waarschuwing(first, new(dossier), by=world.alice, on=TALK)
        came_of(world, second, "niet_verschenen")
        third = send_oproep(new(dossier), by=world.alice, on=TALK)
        sentence = Gebeurtenis.objects.filter(kind="OproepVerstuurd").order_by("-id")[0].sentence
        assert sentence.startswith("Derde oproep")
        came_of(world, third, "niet_verschenen")
        assert Werkpunt.objects.get(dossier=dossier).code == "voltooi_in_afwezigheid"
        with pytest.raises(NotPossible, match=r"na 3 oproepen voltooit .*art\. 14, tweede lid"):
            send_oproep(new(dossier), by=world.alice, on=TALK)


def test_a_good_reason_counts_for_nobody(world, dossier):
    with world.scope():
        for _ in range(4):
            call = send_oproep(new(dossier), by=world.alice, on=TODAY)
            came_of(world, call, "afgezegd", toelichting="Bevalling")
        calls = Oproep.objects.filter(dossier=dossier)
        facts = oproep_facts(calls)
        assert (facts.oproepen, facts.gemiste_oproepen, volgnummer(calls)) == (0, 0, 1)
        assert [one.nummer for one in calls] == [1, 2, 3, 4]


def test_a_reason_that_comes_after_the_warning_takes_both_away_and_work_goes_on(world, dossier):
    with world.scope():
        first = missed_once(world, dossier)
        second = send_waarschuwing(first, new(dossier), by=world.alice, on=TALK)
        first.refresh_from_db()
        came_of(world, first, "afgezegd", toelichting="Lag in het ziekenhuis.")
        came_of(world, second, "niet_verschenen")
        facts = oproep_facts(Oproep.objects.filter(dossier=dossier))
        assert (facts.gemiste_oproepen, facts.waarschuwing) == (1, None)
        third = send_waarschuwing(second, new(dossier), by=world.alice, on=TALK)
        assert third.nummer == 3


@pytest.mark.parametrize(
    ("uitkomst", "on", "toelichting", "match"),
    [
        ("open", TALK, "", "Kies wat er"),
        ("verschenen", TALK + timedelta(days=1), "", "tot en met vandaag"),
        ("verschenen", None, "", "op welke dag"),
        ("verschenen", TODAY - timedelta(days=1), "", "voor de dag van de oproep"),
        ("niet_verschenen", TALK - timedelta(days=1), "", "moet nog komen"),
        ("afgezegd", TALK, " ", "toelichting"),
        ("ingetrokken", TALK, "", "toelichting"),
        ("onvoldoende", TALK, "", "toelichting"),
    ],
)
def test_an_outcome_that_cannot_be_is_refused(world, dossier, uitkomst, on, toelichting, match):
    with world.scope():
        call = send_oproep(new(dossier), by=world.alice, on=TODAY)
        with pytest.raises(NotPossible, match=match):
            came_of(world, call, uitkomst, on, toelichting)


def test_another_outcome_afterwards_needs_an_explanation(world, dossier):
    with world.scope():
        call = missed_once(world, dossier)
        with pytest.raises(NotPossible, match="toelichting"):
            came_of(world, call, "verschenen")
        came_of(world, call, "verschenen", toelichting="Zat in een andere wachtkamer.")
        assert oproep_facts(dossier.oproepen.all()).gemiste_oproepen == 0


def test_who_was_warned_did_not_appear(world, dossier):
    with world.scope():
        first = missed_once(world, dossier)
        send_waarschuwing(first, new(dossier), by=world.alice, on=TALK)
        first.refresh_from_db()
        with pytest.raises(NotPossible, match="al gewaarschuwd"):
            came_of(world, first, "verschenen", toelichting="Toch wel.")


def test_after_the_intake_nobody_is_called(world, dossier):
    with world.scope():
        intake = begin_intake(dossier, by=world.alice, on=TODAY)
        intake.afgerond_on = TODAY
        intake.save()
        with pytest.raises(NotPossible, match="afgerond"):
            send_oproep(new(dossier), by=world.alice, on=TODAY)


def test_the_law_sets_no_number_of_days_the_gemeente_may(world, dossier):
    with world.scope():
        assert default_termijn(world.leusden.pk, on=TODAY) is None
        for days, since in ((14, date(2025, 1, 1)), (21, date(2026, 3, 1)), (7, date(2026, 7, 1))):
            Beleidsregel.objects.create(
                gemeente=world.leusden, onderwerp="oproep_dagen", waarde=days, since=since, besluit="B&W"
            )
        assert oproep_policy(world.leusden.pk, on=TODAY).waarde == 21
        assert default_termijn(world.leusden.pk, on=TODAY) == TODAY + timedelta(days=21)
        assert default_termijn(world.leusden.pk, on=date(2026, 2, 1)) == date(2026, 2, 15)
        assert default_termijn(world.amersfoort.pk, on=TODAY) is None

"""The inbox worked off against the simulator over HTTP: asked, kept, a task made, told in the logbook."""

import itertools
import logging
import uuid
from datetime import UTC, datetime, timedelta

import pytest
from django.utils.timezone import localdate, now

from meedoen import reactions
from meedoen.domain.dossier.actions import NotPossible, open_dossier
from meedoen.domain.dossier.models import Gebeurtenis
from meedoen.domain.keten.actions import close_notificatie, inbox_handling, keep_notificatie, link_notificatie
from meedoen.domain.keten.incoming import progress
from meedoen.domain.keten.models import Aanlevering, DUOAansluiting, Notificatie, Ontheffing, Taak
from meedoen.domain.regio.models import Rol
from meedoen.integrations.duo import fetching
from meedoen.integrations.duo.fetching import find_late_dossiers, handle_due_notificaties

AT = datetime(2026, 5, 12, 9, 30, tzinfo=UTC)
Status = Notificatie.Status


@pytest.fixture(autouse=True)
def _fresh():
    fetching._probed.clear()


def event(world, dossier, code, minutes=0, **more):
    """Let DUO's event about the person of a dossier come in."""
    person = dossier.inburgeringsplichtige
    given = {"bsn": person.bsn, "bericht_id": uuid.uuid4()} | more
    gemeente = given.pop("gemeente", dossier.gemeente)
    with world.scope():
        keep_notificatie(
            gemeente.pk,
            code=code,
            registratie_at=AT + timedelta(minutes=minutes),
            received_at=now() - timedelta(seconds=1),
            **given,
        )
        return Notificatie.objects.order_by("pk").last()


def again(world, row):
    with world.scope():
        return Notificatie.objects.select_related("dossier").get(pk=row.pk)


def tasks(world, **filters):
    with world.scope():
        rows = Taak.objects.filter(status=Taak.Status.OPEN, **filters).order_by("soort", "pk")
        return list(rows.select_related("notificatie", "dossier", "gemeente"))


def told(world, dossier):
    with world.scope():
        rows = Aanlevering.objects.filter(dossier=dossier, bron="duo").order_by("pk")
        return [(row.kenmerk, row.gegevens) for row in rows]


def sentences(world, dossier):
    with world.scope():
        rows = Gebeurtenis.objects.filter(dossier=dossier, kind="NotificatieVerwerkt").order_by("pk")
        return [row.sentence for row in rows]


def test_an_event_is_asked_about_kept_and_made_a_task(duo):
    dossier = duo.dossier(doelgroep="gezin")
    row = event(duo.world, dossier, "SS101")
    assert handle_due_notificaties() == 1
    done = again(duo.world, row)
    assert (done.status, done.dossier, done.fout) == (Status.VERWERKT, dossier, "")
    assert done.afgehandeld_at is not None
    found = dict(told(duo.world, dossier))
    assert set(found) == {"DUO inburgeringsplicht 1.2.2", "DUO doelgroep 1.2.2"}
    assert found["DUO inburgeringsplicht 1.2.2"]["inburgeringsplicht"]["indicatorInburgeringsplicht"] is True
    (taak,) = tasks(duo.world)
    assert (taak.soort, taak.titel) == ("SS101", "Nodig de inburgeraar uit voor de brede intake")
    assert (taak.dossier, taak.rol, taak.waar, taak.notificatie) == (dossier, Rol.KLANTMANAGER, "intake", row)
    assert "DUO zegt nu: inburgeringsplichtig sinds" in taak.uitleg
    assert sentences(duo.world, dossier) == [
        "DUO meldde: Iemand in uw gemeente is inburgeringsplichtig (SS101)."
    ]
    assert handle_due_notificaties() == 0


def test_what_duo_says_again_is_not_kept_again(duo):
    dossier = duo.dossier()
    event(duo.world, dossier, "SS101")
    handle_due_notificaties()
    before = told(duo.world, dossier)
    event(duo.world, dossier, "SS139", 5)
    handle_due_notificaties()
    assert told(duo.world, dossier) == before


def test_several_events_of_one_person_ask_duo_once(duo):
    dossier = duo.dossier()
    for minutes, code in enumerate(("SS101", "SS139", "SS128")):
        event(duo.world, dossier, code, minutes)
    assert handle_due_notificaties() == 3
    assert duo.calls("inburgeringsplicht") == duo.calls("doelgroep") == 1


def test_ontheffingen_are_kept_sealed_and_nowhere_else(duo):
    dossier = duo.dossier()
    event(duo.world, dossier, "SS119")
    handle_due_notificaties()
    with duo.world.scope():
        kept = Ontheffing.objects.get(dossier=dossier)
        assert kept.inhoud == "[]"
    assert told(duo.world, dossier) == []
    event(duo.world, dossier, "SS118", 5)
    handle_due_notificaties()
    with duo.world.scope():
        assert Ontheffing.objects.count() == 1


def test_the_task_says_until_when_bezwaar_can_be_made(duo):
    dossier = duo.dossier()
    event(duo.world, dossier, "SS113")
    handle_due_notificaties()
    (taak,) = tasks(duo.world)
    assert taak.titel == "Bespreek dat DUO verlenging van de inburgeringstermijn heeft afgewezen"
    assert "Dat kan tot en met 23 juni 2026" in taak.uitleg
    assert taak.due_on == localdate() + timedelta(days=14)


def test_a_person_is_found_by_v_nummer_too(duo):
    dossier = duo.dossier()
    row = event(duo.world, dossier, "SS139", bsn="", v_nummer=dossier.inburgeringsplichtige.v_nummer)
    handle_due_notificaties()
    assert again(duo.world, row).dossier == dossier
    assert duo.calls("inburgeringsplicht") == 1


def test_a_v_nummer_with_the_bsn_of_somebody_else_is_nobody_here(duo):
    dossier = duo.dossier()
    row = event(duo.world, dossier, "SS139", bsn="999999990", v_nummer=dossier.inburgeringsplichtige.v_nummer)
    handle_due_notificaties()
    assert again(duo.world, row).status == Status.ONBEKEND


def test_an_event_that_needs_no_work_makes_no_task(duo):
    dossier = duo.dossier()
    event(duo.world, dossier, "SS102")
    handle_due_notificaties()
    assert tasks(duo.world) == []
    assert sentences(duo.world, dossier) == [
        "DUO meldde: De inburgeringstermijn is begonnen (SS102). Er is geen taak."
    ]


def test_a_code_that_nobody_knows_is_a_task_for_the_teamleider(duo):
    dossier = duo.dossier()
    event(duo.world, dossier, "SS777")
    handle_due_notificaties()
    (taak,) = tasks(duo.world)
    assert (taak.rol, taak.titel) == (Rol.TEAMLEIDER, "Bekijk wat SS777 betekent en wat er moet gebeuren")


def test_a_gemeente_by_hand_gets_tasks_that_send_to_the_portal_and_asks_nothing(world):
    dossier = world.dossier(world.alice)
    event(world, dossier, "SS131", weg="geplakt", by=world.alice)
    assert handle_due_notificaties() == 1
    (taak,) = tasks(world)
    assert taak.titel == "Bespreek de uitslag van de leerbaarheidstoets en kies de leerroute"
    assert taak.uitleg.endswith("Kijk in het Portaal Inburgering en neem over wat DUO daar zegt.")
    assert told(world, dossier) == []


def test_of_whom_duo_says_nothing_any_more_the_task_is_made_all_the_same(duo):
    dossier = duo.dossier(gemeente="9999")
    event(duo.world, dossier, "SS139")
    handle_due_notificaties()
    (taak,) = tasks(duo.world)
    assert "DUO gaf niet alle gegevens: " in taak.uitleg
    assert taak.uitleg.endswith("Kijk in het Portaal Inburgering en neem over wat DUO daar zegt.")


def test_what_does_not_fit_the_event_is_said_in_the_task(duo):
    dossier = duo.dossier()
    event(duo.world, dossier, "SS106")
    handle_due_notificaties()
    (taak,) = tasks(duo.world)
    assert "Let op: dat past niet bij deze gebeurtenis. Zoek uit wat klopt." in taak.uitleg


def close(dossier):
    dossier.afgesloten_on, dossier.afsluitreden = localdate(), "Klaar."
    dossier.save()


def test_an_event_about_somebody_whose_dossier_is_closed_is_for_the_teamleider(duo):
    dossier = duo.dossier()
    with duo.world.scope():
        close(dossier)
    event(duo.world, dossier, "SS199")
    handle_due_notificaties()
    (taak,) = tasks(duo.world)
    assert taak.titel == "Kijk of dit afgesloten dossier weer open moet: DUO meldde iets"
    assert taak.uitleg.startswith("Er is een uitslag van een examen (SS199). Het dossier is afgesloten")
    assert (taak.soort, taak.rol, taak.waar) == ("SS199", Rol.TEAMLEIDER, "einde")


def test_the_end_of_a_plicht_whose_dossier_is_closed_asks_nothing_of_anybody(duo):
    dossier = duo.dossier()
    with duo.world.scope():
        close(dossier)
    event(duo.world, dossier, "SS106")
    handle_due_notificaties()
    assert tasks(duo.world) == []
    assert sentences(duo.world, dossier) == [
        "DUO meldde: Iemand heeft het inburgeringsdiploma gehaald (SS106). "
        "Het dossier was al afgesloten, dus er is geen taak."
    ]


# --- DUO cannot be reached ---


def test_when_duo_is_down_events_wait_and_go_on_by_themselves(duo):
    first, second = duo.dossier(), duo.dossier()
    rows = [event(duo.world, first, "SS139"), event(duo.world, second, "SS139")]
    duo.fails("inburgeringsplicht", "503", 9)
    assert handle_due_notificaties(limit=1) == 0
    aansluiting = DUOAansluiting.objects.get()
    assert aansluiting.storing_since is not None
    waiting = again(duo.world, rows[0])
    assert (waiting.status, waiting.pogingen_gedaan, waiting.fout) == (
        *(Status.ONTVANGEN, 1),
        "DUO was niet bereikbaar.",
    )
    assert waiting.next_attempt_at > now()
    assert tasks(duo.world) == []
    assert handle_due_notificaties() == 0  # not before the pause
    assert duo.calls("inburgeringsplicht") <= 1
    duo.simulator.state.data["storingen"].clear()
    assert handle_due_notificaties(at=now() + timedelta(seconds=11)) == 1
    assert DUOAansluiting.objects.get().storing_since is None
    assert handle_due_notificaties(at=now() + timedelta(seconds=12)) == 1
    assert [again(duo.world, row).status for row in rows] == [Status.VERWERKT] * 2
    assert len(tasks(duo.world)) == 2


def test_what_is_given_back_untried_has_no_attempt_counted(duo):
    rows = [event(duo.world, duo.dossier(), "SS139") for _ in range(fetching.AT_ONCE + 3)]
    duo.fails("inburgeringsplicht", "503", 99)
    handle_due_notificaties()
    attempts = sorted(again(duo.world, row).pogingen_gedaan for row in rows)
    assert attempts == [0] * 3 + [1] * fetching.AT_ONCE
    assert {again(duo.world, row).status for row in rows} == {Status.ONTVANGEN}


def test_a_duo_that_does_not_know_the_gemeente_is_for_the_beheerder(duo, settings):
    event(duo.world, duo.dossier(), "SS139")
    settings.DUO_URL = ""
    assert handle_due_notificaties() == 0
    (taak,) = tasks(duo.world)
    assert (taak.rol, taak.titel) == (Rol.BEHEERDER, "Herstel de aansluiting op DUO")


def test_what_our_own_software_cannot_do_is_stuck_after_five_times_and_not_lost(duo, monkeypatch, caplog):
    dossier = duo.dossier()
    row = event(duo.world, dossier, "SS139")

    def breaks(*args, **kwargs):
        raise RuntimeError(f"about {dossier.inburgeringsplichtige.bsn}")

    monkeypatch.setattr(inbox_handling, "keep_answer", breaks)
    for day in range(6):
        handle_due_notificaties(at=now() + timedelta(days=day))
    stuck = again(duo.world, row)
    assert (stuck.status, stuck.pogingen_gedaan, stuck.fout) == (Status.VASTGELOPEN, 5, "RuntimeError")
    (taak,) = tasks(duo.world)
    assert (taak.soort, taak.rol) == ("vastgelopen", Rol.TEAMLEIDER)
    assert dossier.inburgeringsplichtige.bsn not in caplog.text
    with duo.world.scope():
        close_notificatie(stuck, by=duo.world.tineke, hoe="Nagekeken in het portaal.", at=now())
    assert again(duo.world, row).status == Status.AFGEHANDELD
    assert tasks(duo.world) == []


# --- nobody here ---


def stranger(world, code, minutes=0, bsn="999999990", **more):
    return event(world, world.dossier(), code, minutes, bsn=bsn, **more)


def new_dossier(world, bsn="999999990", gemeente=None):
    with world.scope():
        return open_dossier(
            gemeente or world.leusden,
            person={"achternaam": "Nieuw", "bsn": bsn},
            facts={},
            by=world.tineke,
            klantmanager=world.alice,
        )


def test_events_of_somebody_unknown_are_one_task_for_the_teamleider(duo):
    rows = [stranger(duo.world, "SS101"), stranger(duo.world, "SS139", 1)]
    assert handle_due_notificaties() == 2
    assert [again(duo.world, row).status for row in rows] == [Status.ONBEKEND] * 2
    (taak,) = tasks(duo.world)
    assert taak.titel == "Koppel een gebeurtenis van DUO aan een dossier, of maak een dossier"
    assert (taak.soort, taak.rol, taak.dossier, taak.waar) == (
        "onbekend",
        Rol.TEAMLEIDER,
        None,
        "notificatie",
    )
    assert taak.gemeente == duo.world.leusden
    assert "999999990" not in taak.titel + taak.uitleg


def test_a_dossier_that_is_made_later_takes_its_events_along(duo):
    rows = [stranger(duo.world, "SS101"), stranger(duo.world, "SS139", 1)]
    other = stranger(duo.world, "SS139", bsn="999999989")
    handle_due_notificaties()
    dossier = new_dossier(duo.world)
    assert [taak.notificatie for taak in tasks(duo.world)] == [other]
    assert handle_due_notificaties() == 2
    assert [again(duo.world, row).dossier for row in rows] == [dossier] * 2
    assert [taak.soort for taak in tasks(duo.world, dossier=dossier)] == ["SS139"]
    assert again(duo.world, other).status == Status.ONBEKEND


def test_a_dossier_that_was_made_in_the_same_moment_is_found_within_a_day(duo, monkeypatch):
    row = stranger(duo.world, "SS139")
    handle_due_notificaties()
    with monkeypatch.context() as missed:
        missed.setattr(reactions, "adopt_notificaties", lambda *args, **more: None)
        dossier = new_dossier(duo.world)
    assert again(duo.world, row).status == Status.ONBEKEND
    assert find_late_dossiers(localdate()) == 1
    assert find_late_dossiers(localdate()) == 0
    assert handle_due_notificaties() == 1
    assert again(duo.world, row).dossier == dossier
    assert [taak.soort for taak in tasks(duo.world)] == ["SS139"]


def test_a_dossier_in_another_gemeente_takes_nothing_along(duo):
    row = stranger(duo.world, "SS139")
    handle_due_notificaties()
    new_dossier(duo.world, gemeente=duo.world.amersfoort)
    assert again(duo.world, row).status == Status.ONBEKEND


def test_an_event_for_one_gemeente_never_reaches_the_dossier_in_another(duo):
    dossier = duo.world.dossier(gemeente=duo.world.amersfoort)
    row = event(duo.world, dossier, "SS139", gemeente=duo.world.leusden)
    handle_due_notificaties()
    assert again(duo.world, row).status == Status.ONBEKEND
    assert tasks(duo.world, dossier=dossier) == []
    assert sentences(duo.world, dossier) == []


def test_a_teamleider_links_an_event_to_a_dossier(duo):
    row, second = stranger(duo.world, "SS101"), stranger(duo.world, "SS139", 1)
    handle_due_notificaties()
    with duo.world.scope():
        dossier = duo.world.dossier(duo.world.alice, persoon__bsn="")
        link_notificatie(again(duo.world, row), dossier, by=duo.world.tineke, at=now())
        assert Taak.objects.get(soort="onbekend").hoe == "Gekoppeld aan een dossier."
        with pytest.raises(NotPossible, match="hoort al bij een dossier"):
            link_notificatie(again(duo.world, row), dossier, by=duo.world.tineke, at=now())
    assert handle_due_notificaties() == 2
    assert again(duo.world, row).dossier == again(duo.world, second).dossier == dossier


def test_an_event_is_not_linked_to_somebody_with_another_bsn_or_gemeente(duo):
    row = stranger(duo.world, "SS101")
    handle_due_notificaties()
    row, elsewhere = again(duo.world, row), duo.world.dossier(gemeente=duo.world.amersfoort)
    dossier = duo.dossier()
    with duo.world.scope():
        with pytest.raises(NotPossible, match="Het BSN in dit dossier is een ander"):
            link_notificatie(row, dossier, by=duo.world.tineke, at=now())
        with pytest.raises(NotPossible, match="andere gemeente"):
            link_notificatie(row, elsewhere, by=duo.world.tineke, at=now())


def test_closing_one_event_of_an_unknown_person_asks_about_the_next(duo):
    first, second = stranger(duo.world, "SS101"), stranger(duo.world, "SS139", 1)
    handle_due_notificaties()
    with duo.world.scope():
        with pytest.raises(NotPossible, match="Schrijf kort"):
            close_notificatie(again(duo.world, first), by=duo.world.tineke, hoe=" ", at=now())
        close_notificatie(again(duo.world, first), by=duo.world.tineke, hoe="Verhuisd.", at=now())
    (taak,) = tasks(duo.world)
    assert taak.notificatie == second
    assert again(duo.world, first).status == Status.AFGEHANDELD


# --- any order ---

STORIES = {
    "ended": ("SS101", "SS139", "SS131", "SS106"),
    "ended and begun again": ("SS139", "SS109", "SS129"),
    "moved away": ("SS120", "SS137", "SS122"),
    "doelgroep to and fro": ("SS124", "SS125", "SS124"),
    "extended": ("SS112", "SS113", "SS104"),
}
LEFT = {
    "ended": ["SS106"],
    "ended and begun again": ["SS129"],
    "moved away": ["SS122"],
    "doelgroep to and fro": ["SS124"],
    "extended": ["SS104", "SS113"],
}


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("together", [False, True])
def test_whatever_the_order_in_which_events_come_the_same_is_left_to_do(duo, story, together):
    codes = list(enumerate(STORIES[story]))
    ends = set()
    for order in itertools.permutations(codes):
        dossier = duo.dossier()
        for minutes, code in order:
            event(duo.world, dossier, code, minutes)
            if not together:
                handle_due_notificaties()
        handle_due_notificaties()
        left = tasks(duo.world, dossier=dossier)
        assert [taak.soort for taak in left] == LEFT[story], order
        ends.add(tuple((taak.soort, taak.titel, taak.uitleg, taak.due_on) for taak in left))
        assert len(sentences(duo.world, dossier)) == len(codes)
    assert len(ends) == 1


def test_a_later_event_tells_an_open_task_anew_and_an_older_one_does_not(duo):
    dossier = duo.dossier()
    later = event(duo.world, dossier, "SS199", 60)
    handle_due_notificaties()
    event(duo.world, dossier, "SS199", 0)
    handle_due_notificaties()
    (taak,) = tasks(duo.world)
    assert taak.notificatie == later
    latest = event(duo.world, dossier, "SS199", 90)
    handle_due_notificaties()
    (taak,) = tasks(duo.world)
    assert taak.notificatie == latest


def test_an_overtaken_event_says_so_in_the_logbook(duo):
    dossier = duo.dossier()
    event(duo.world, dossier, "SS106", 60)
    handle_due_notificaties()
    event(duo.world, dossier, "SS101", 0)
    handle_due_notificaties()
    assert sentences(duo.world, dossier)[-1] == (
        "DUO meldde: Iemand in uw gemeente is inburgeringsplichtig (SS101). "
        "Daarna kwam SS106, dus er is geen taak."
    )


def test_an_event_of_the_year_3000_does_not_overtake_what_comes_after_it(duo):
    dossier = duo.dossier()
    with duo.world.scope():
        keep_notificatie(
            dossier.gemeente_id,
            code="SS106",
            registratie_at=datetime(3000, 1, 1, tzinfo=UTC),
            received_at=AT - timedelta(days=1),
            bsn=dossier.inburgeringsplichtige.bsn,
        )
    handle_due_notificaties()
    event(duo.world, dossier, "SS101")
    handle_due_notificaties()
    assert "SS101" in [taak.soort for taak in tasks(duo.world)]


# --- progress and log ---


def test_progress_tells_how_far_the_handling_is(duo):
    for _ in range(3):
        event(duo.world, duo.dossier(), "SS139")
    stranger(duo.world, "SS139")
    with duo.world.scope():
        before = progress([duo.world.leusden.pk], at=now())
        assert (before.waiting, before.done, before.percent) == (4, 0, 0)
        assert before.oldest_at is not None
        assert progress([duo.world.amersfoort.pk], at=now()).percent == 100
    handle_due_notificaties(limit=2)
    with duo.world.scope():
        halfway = progress([duo.world.leusden.pk], at=now())
        assert (halfway.waiting, halfway.done, halfway.total, halfway.percent) == (2, 2, 4, 50)
    handle_due_notificaties()
    with duo.world.scope():
        after = progress([duo.world.leusden.pk], at=now())
        assert (after.waiting, after.unknown, after.percent, after.oldest_at) == (0, 1, 100, None)


def test_no_bsn_comes_in_log_logbook_or_task(duo, caplog):
    caplog.set_level(logging.DEBUG)
    dossier = duo.dossier()
    bsn = dossier.inburgeringsplichtige.bsn
    for minutes, code in enumerate(("SS101", "SS121", "SS119", "SS777")):
        event(duo.world, dossier, code, minutes)
    duo.fails("doelgroep", "403", 1, tekst=f"persoon {bsn} onbekend")
    handle_due_notificaties()
    ours = [record for record in caplog.records if record.name.startswith("meedoen")]
    assert bsn not in str([record.getMessage() for record in ours])
    with duo.world.scope():
        rows = [*Gebeurtenis.objects.values(), *Taak.objects.values(), *Aanlevering.objects.values()]
    assert bsn not in str(rows)

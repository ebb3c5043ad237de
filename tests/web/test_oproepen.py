"""Calls: the letter, no-show, warning with a new term, the third call, and completing without the person."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from meedoen.domain.brede_intake.models import BredeIntake, Oproep
from meedoen.domain.dossier.models import Document, Gebeurtenis
from meedoen.domain.regio.models import Beleidsregel
from meedoen.web.once import new_key


@pytest.fixture
def dossier(world):
    return world.dossier(world.alice, persoon__taal="tr")


def address(dossier, name="oproepen", *more):
    return reverse(f"klantmanager:{name}", args=[dossier.pk, *more])


def wanted(**changes):
    day = localdate() + timedelta(days=10)
    return {
        "gesprek_on": f"{day:%d-%m-%Y}",
        "gesprek_om": "10:30",
        "locatie": "Gemeentehuis Leusden, 't Erf 1",
        "tolk": "Turks",
        "termijn_on": f"{day + timedelta(days=4):%d-%m-%Y}",
        "verzending": new_key(),
    } | changes


def missed_call(world, dossier, nummer=1, **fields):
    """Make a call of last month to which nobody came."""
    sent = localdate() - timedelta(days=60 - 10 * nummer)
    given = {
        "verstuurd_on": sent,
        "termijn_on": sent + timedelta(days=7),
        "gesprek_at": datetime.combine(sent, datetime.min.time(), ZoneInfo("Europe/Amsterdam")),
        "locatie": "Gemeentehuis",
        "uitkomst": Oproep.Uitkomst.NIET_VERSCHENEN,
        "uitkomst_on": sent,
    } | fields
    with world.scope():
        return Oproep.objects.create(gemeente=dossier.gemeente, dossier=dossier, nummer=nummer, **given)


def calls_of(world, dossier):
    with world.scope():
        return list(Oproep.objects.filter(dossier=dossier))


def letters_of(world, dossier):
    with world.scope():
        return [(one.soort, one.taal) for one in Document.objects.filter(dossier=dossier).order_by("id")]


def test_a_call_makes_its_letter_once(world, dossier, as_):
    alice, data = as_("alice"), wanted(met_taal="on")
    assert alice.post(address(dossier, "oproep-nieuw"), data).status_code == 302
    assert alice.post(address(dossier, "oproep-nieuw"), data).status_code == 302
    (call,) = calls_of(world, dossier)
    assert (call.nummer, call.verstuurd_on, call.uitkomst) == (1, localdate(), "open")
    moment = call.gesprek_at.astimezone(ZoneInfo("Europe/Amsterdam"))
    assert (moment.date(), moment.hour, moment.minute) == (localdate() + timedelta(days=10), 10, 30)
    assert letters_of(world, dossier) == [("oproep", "tr")]
    with world.scope():
        letter = Document.objects.get()
        assert bytes(letter.inhoud).startswith(b"%PDF-")
        assert Gebeurtenis.objects.filter(kind="OproepVerstuurd").count() == 1
    page = alice.get(address(dossier)).content.decode()
    assert address(dossier, "document", letter.pk) in page
    assert "Eerste oproep" in page


def test_without_the_box_the_letter_is_dutch(world, dossier, as_):
    as_("alice").post(address(dossier, "oproep-nieuw"), wanted())
    assert letters_of(world, dossier) == [("oproep", "nl")]


def test_the_letter_says_how_long_it_takes_and_that_the_toets_is_then(world, dossier, as_, monkeypatch):
    said = {}

    def keep(call, taal, *, by, on, extra):
        said.update(minuten=extra.minuten, leerbaarheidstoets=extra.leerbaarheidstoets)

    monkeypatch.setattr("meedoen.web.klantmanager.oproepen.keep_oproep", keep)
    sent = wanted(minuten="90", leerbaarheidstoets="on")
    assert as_("alice").post(address(dossier, "oproep-nieuw"), sent).status_code == 302
    assert said == {"minuten": 90, "leerbaarheidstoets": True}


def test_the_term_comes_from_the_policy_of_the_gemeente_and_the_law_has_none(world, dossier, as_):
    page = as_("alice").get(address(dossier, "oproep-nieuw"))
    assert page.context["form"]["termijn_on"].value() is None
    assert "De wet noemt geen aantal dagen" in page.content.decode()
    Beleidsregel.objects.create(
        gemeente=world.leusden,
        onderwerp=Beleidsregel.Onderwerp.OPROEP_DAGEN,
        waarde=14,
        since=localdate() - timedelta(days=100),
        besluit="college, 12 januari",
    )
    page = as_("alice").get(address(dossier, "oproep-nieuw"))
    assert page.context["form"]["termijn_on"].value() == localdate() + timedelta(days=14)
    assert "college, 12 januari" in page.content.decode()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"gesprek_on": "1-1-2024"}, "verleden"),
        ({"termijn_on": f"{localdate():%d-%m-%Y}"}, "termijn eindigt voor het gesprek"),
        ({"gesprek_om": "3:00"}, "tussen 7:00 en 22:00"),
        ({"gesprek_om": "tien uur"}, "10:30"),
        ({"locatie": " "}, "verplicht"),
        ({"minuten": "5"}, "10"),
    ],
)
def test_a_call_that_cannot_be_is_refused_and_makes_no_letter(world, dossier, as_, changes, sentence):
    page = as_("alice").post(address(dossier, "oproep-nieuw"), wanted(**changes))
    assert page.status_code == 200
    assert sentence in page.content.decode()
    assert (calls_of(world, dossier), letters_of(world, dossier)) == ([], [])


def test_one_call_at_a_time(world, dossier, as_):
    alice = as_("alice")
    alice.post(address(dossier, "oproep-nieuw"), wanted())
    page = alice.post(address(dossier, "oproep-nieuw"), wanted())
    assert "staat nog een oproep open" in page.content.decode()
    assert len(calls_of(world, dossier)) == 1


def test_after_the_first_no_show_warning_and_new_call_go_together(world, dossier, as_):
    missed_call(world, dossier)
    alice = as_("alice")
    assert "Waarschuwen en opnieuw oproepen" in alice.get(address(dossier)).content.decode()
    form_page = alice.get(address(dossier, "oproep-nieuw")).content.decode()
    assert "Schriftelijke waarschuwing" in form_page
    assert alice.post(address(dossier, "oproep-nieuw"), wanted()).status_code == 302
    first, second = calls_of(world, dossier)
    assert first.waarschuwing_on == localdate()
    assert (second.nummer, second.uitkomst) == (2, "open")
    assert letters_of(world, dossier) == [("waarschuwing", "nl"), ("oproep", "nl")]
    page = alice.get(address(dossier)).content.decode()
    assert "Tweede oproep" in page
    assert "gewaarschuwd" in page


def test_the_warning_is_given_once_and_the_fine_is_left_to_a_person(world, dossier, as_):
    missed_call(world, dossier, waarschuwing_on=localdate() - timedelta(days=40))
    missed_call(world, dossier, 2)
    alice = as_("alice")
    page = alice.get(address(dossier)).content.decode()
    assert "Een boete is nu mogelijk" in page
    assert "Meedoen legt geen boete op" in page
    assert "juridische toets" in page
    assert alice.post(address(dossier, "oproep-nieuw"), wanted()).status_code == 302
    assert letters_of(world, dossier) == [("oproep", "nl")]
    assert "Derde oproep" in alice.get(address(dossier)).content.decode()


def test_one_missed_call_says_nothing_about_a_fine(world, dossier, as_):
    missed_call(world, dossier)
    assert "boete" not in as_("alice").get(address(dossier)).content.decode()


def test_a_cancelled_call_counts_for_nobody(world, dossier, as_):
    missed_call(world, dossier, uitkomst=Oproep.Uitkomst.AFGEZEGD, toelichting="was ziek")
    alice = as_("alice")
    assert "Eerste oproep maken" in alice.get(address(dossier)).content.decode()
    alice.post(address(dossier, "oproep-nieuw"), wanted())
    assert [one.nummer for one in calls_of(world, dossier)] == [1, 2]
    assert letters_of(world, dossier) == [("oproep", "nl")]


def three_missed(world, dossier):
    missed_call(world, dossier, waarschuwing_on=localdate() - timedelta(days=45))
    missed_call(world, dossier, 2)
    missed_call(world, dossier, 3)


def test_after_three_the_intake_is_completed_without_the_person(world, dossier, as_):
    three_missed(world, dossier)
    alice = as_("alice")
    assert address(dossier, "intake-verstek") in alice.get(address(dossier)).content.decode()
    fourth = alice.post(address(dossier, "oproep-nieuw"), wanted())
    assert "Opnieuw oproepen kan niet" in fourth.content.decode()
    page = address(dossier, "intake-verstek")
    short = alice.post(page, {"version": "0", "verstek_motivering": "kwam niet"})
    assert "30 tekens" in short.content.decode()
    why = "Drie oproepen, twee huisbezoeken en vier telefoontjes zonder enige reactie."
    assert alice.post(page, {"version": "0", "verstek_motivering": why}).status_code == 302
    with world.scope():
        intake = BredeIntake.objects.get(dossier=dossier)
        assert (intake.bij_verstek, intake.afgerond_on) == (True, localdate())
        event = Gebeurtenis.objects.get(kind="BredeIntakeAfgerond")
        assert event.reason == why
    for name, status in {"bob": 403, "tineke": 403, "charlie": 404}.items():
        assert as_(name).get(page).status_code == status


def test_after_two_it_is_not(world, dossier, as_):
    missed_call(world, dossier, waarschuwing_on=localdate() - timedelta(days=45))
    missed_call(world, dossier, 2)
    why = "Twee oproepen en een huisbezoek zonder enige reactie."
    page = as_("alice").post(address(dossier, "intake-verstek"), {"version": "0", "verstek_motivering": why})
    assert page.status_code == 200
    assert "pas na 3 gemiste oproepen" in page.content.decode()
    with world.scope():
        assert not BredeIntake.objects.exists()


def open_call(world, dossier, days=0):
    day = localdate() - timedelta(days=days)
    return missed_call(
        world,
        dossier,
        uitkomst=Oproep.Uitkomst.OPEN,
        uitkomst_on=None,
        gesprek_at=datetime.combine(day, datetime.min.time(), ZoneInfo("Europe/Amsterdam")),
    )


def outcome(**changes):
    today = f"{localdate():%d-%m-%Y}"
    return {"version": "1", "uitkomst": "verschenen", "uitkomst_on": today, "toelichting": ""} | changes


def test_who_appeared_begins_the_intake(world, dossier, as_):
    call = open_call(world, dossier)
    alice = as_("alice")
    assert alice.post(address(dossier, "oproep", call.pk), outcome()).status_code == 302
    with world.scope():
        assert BredeIntake.objects.get(dossier=dossier).gestart_on == localdate()
    late = alice.post(address(dossier, "oproep", call.pk), outcome(uitkomst="niet_verschenen"))
    assert late.status_code == 409
    (kept,) = calls_of(world, dossier)
    assert (kept.uitkomst, kept.version) == ("verschenen", 2)


@pytest.mark.parametrize("uitkomst", ["afgezegd", "ingetrokken", "onvoldoende"])
def test_a_reason_belongs_to_it(world, dossier, as_, uitkomst):
    call = open_call(world, dossier)
    alice, page = as_("alice"), address(dossier, "oproep", call.pk)
    assert "Schrijf een toelichting" in alice.post(page, outcome(uitkomst=uitkomst)).content.decode()
    assert alice.post(page, outcome(uitkomst=uitkomst, toelichting="Was ziek.")).status_code == 302
    assert calls_of(world, dossier)[0].uitkomst == uitkomst


def test_nobody_misses_a_talk_that_is_still_to_come(world, dossier, as_):
    call = open_call(world, dossier, days=-3)
    page = as_("alice").post(address(dossier, "oproep", call.pk), outcome(uitkomst="niet_verschenen"))
    assert "moet nog komen" in page.content.decode()
    assert calls_of(world, dossier)[0].uitkomst == "open"


def test_each_page_for_who_may(world, dossier, as_):
    call = open_call(world, dossier)
    for page in (address(dossier, "oproep-nieuw"), address(dossier, "oproep", call.pk)):
        for name, status in {"alice": 200, "bob": 403, "tineke": 403, "aad": 403, "charlie": 404}.items():
            assert as_(name).get(page).status_code == status
    for name, status in {"alice": 200, "bob": 403, "tineke": 200, "ingrid": 403, "charlie": 404}.items():
        assert as_(name).get(address(dossier)).status_code == status
    assert "Vastleggen wat ervan kwam" not in as_("tineke").get(address(dossier)).content.decode()
    other = world.dossier(world.alice)
    assert as_("alice").get(address(other, "oproep", call.pk)).status_code == 404
    assert (
        as_("alice").post(address(dossier, "oproep-nieuw"), wanted() | {"verzending": ""}).status_code == 400
    )

"""A PIP from draft to decision: what is missing, who signs, which version holds."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.models import Gebeurtenis
from meedoen.domain.pip.actions import (
    add_afspraak,
    check_pip,
    choose_leerroute,
    discard_draft,
    establish_pip,
    hand_over_pip,
    move_afspraak,
    receive_information,
    remove_afspraak,
    reopen_choice,
    request_information,
    save_draft,
    save_vertaling,
    start_draft,
    withdraw_pip,
)
from meedoen.domain.pip.facts import pip_facts, termijn_facts
from meedoen.domain.pip.models import PIP, Afspraak, Established, Leerroutekeuze, Vertaling
from meedoen.domain.pip.selectors import (
    bezwaar_until,
    compare_versions,
    findings,
    free_texts,
    is_stale,
    motivation_trace,
)
from meedoen.law.inburgering.pip import pip_deadline
from meedoen.law.inburgering.termijn import inburgeringstermijn

TODAY = date(2026, 6, 1)
WHY = "Wij kiezen de B1-route omdat het examen haalbaar is en past bij het werk."
COMPLETE = {
    "ondersteuning": "U krijgt elke maand een gesprek met uw klantmanager.",
    "pvt_uren": 12,
    "map_uren": 40,
    "voortgangsgesprekken": 6,
    "vve_van_toepassing": False,
    "pw_van_toepassing": False,
    "intensiteit_uren": 600,
}


@pytest.fixture
def dossier(world):
    days = {"bekendmaking_on": date(2026, 3, 1), "kennisgeving_on": date(2026, 4, 1)}
    return world.dossier(world.alice, **days, inschrijving_on=date(2026, 4, 20))


def chosen(world, dossier):
    keuze = Leerroutekeuze(
        gemeente=dossier.gemeente,
        dossier=dossier,
        leerroute="B1-route",
        motivatie=WHY,
        overweging_onderwijsroute="Een studie past niet bij de wens om snel te werken.",
    )
    return choose_leerroute(keuze, by=world.alice, on=TODAY)


def complete_draft(world, dossier, **fields):
    """A draft in which nothing is missing, unless `fields` says so."""
    if not Leerroutekeuze.objects.filter(dossier=dossier).exists():
        chosen(world, dossier)
    reason = "Het plan is veranderd." if dossier.pips.exists() else ""
    pip = start_draft(dossier, by=world.alice, on=TODAY, reason=reason)
    for name, value in {**COMPLETE, **fields}.items():
        setattr(pip, name, value)
    save_draft(pip, by=world.alice)
    return pip


def establish(world, pip, **other):
    words = {"dagtekening": TODAY, "by": world.alice, "ondertekenaar": "A. de Vries", "on": TODAY, **other}
    return establish_pip(pip, **words)


def blocking(pip, **other):
    return {finding.field for finding in findings(pip, on=TODAY, **other) if finding.blocks}


def test_an_empty_draft_says_what_is_missing_with_the_article(world, dossier):
    with world.scope():
        pip = start_draft(dossier, by=world.alice, on=TODAY)
        found = {f.field: f for f in findings(pip, on=TODAY) if f.blocks}
        assert set(found) == {
            "leerroute",
            "ondersteuning",
            "pvt_uren",
            "map_uren",
            "vve_van_toepassing",
            "intensiteit_uren",
            "pw_van_toepassing",
            "voortgangsgesprekken",
            "niveau",
        }
        assert str(found["ondersteuning"].outcome.citation) == "art. 15, eerste lid, onderdeel b, Wi 2021"
        assert not check_pip(pip, by=world.alice, on=TODAY)
        assert pip.status == "concept"


def test_a_complete_draft_is_checked_and_a_change_makes_it_a_concept_again(world, dossier):
    with world.scope():
        pip = complete_draft(world, dossier)
        assert blocking(pip) == set()
        assert check_pip(pip, by=world.alice, on=TODAY)
        assert PIP.objects.get().status == "gecontroleerd"
        add_afspraak(pip, Afspraak(eigenaar="inburgeraar", wat="Taalles"), by=world.alice)
        assert PIP.objects.get().status == "concept"


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"pvt_uren": 11}, "pvt_uren"),
        ({"map_uren": 39}, "map_uren"),
        ({"vve_van_toepassing": True}, "vve"),
        ({"pw_van_toepassing": True}, "participatiewet"),
        ({"niveau": "A2"}, "niveau"),
        ({"motivatie": "kort"}, "motivatie"),
        ({"ondersteuning": "  "}, "ondersteuning"),
        ({"intensiteit_uren": None}, "intensiteit_uren"),
    ],
)
def test_each_gap_stands_in_the_way(world, dossier, fields, field):
    with world.scope():
        pip = complete_draft(world, dossier, **fields)
        assert blocking(pip) == {field}
        with pytest.raises(NotPossible, match="nog niet worden vastgesteld"):
            establish(world, pip)


def test_what_duo_refuses_warns_and_does_not_stand_in_the_way_of_the_decision(world, dossier):
    with world.scope():
        pip = complete_draft(world, dossier)
        day = date(2026, 4, 19)
        warned = {f.field: f.sentence for f in findings(pip, on=TODAY, dagtekening=day) if f.warns}
        assert blocking(pip, dagtekening=day) == set()
        assert warned["gegevens"] == (
            "DUO zal dit weigeren: de dagtekening 19 april 2026 ligt voor de vestiging op 20 april 2026. "
            "U kunt het PIP wel vaststellen; het gaat dan nog niet naar DUO"
        )
        in_time = {f.field for f in findings(pip, on=TODAY, dagtekening=date(2026, 4, 20)) if f.warns}
        assert in_time == {"afspraken"}


def test_a_leerroute_that_is_weighed_again_cannot_be_established(world, dossier):
    with world.scope():
        pip = complete_draft(world, dossier)
        reopen_choice(Leerroutekeuze.objects.get(), by=world.alice, reason="Nieuwe uitslag van de toets")
        assert blocking(pip) == {"leerroute"}


def test_establishing_starts_the_termijn_on_the_next_day_and_says_so(world, dossier):
    with world.scope():
        pip = establish(world, complete_draft(world, dossier))
        dossier.refresh_from_db()
        assert (pip.status, pip.vastgesteld_by) == ("vastgesteld", world.alice)
        assert pip.ondertekenaar_functie == world.alice.functie
        assert dossier.eerste_pip_on == TODAY
        termijn = inburgeringstermijn(termijn_facts(dossier), on=TODAY).value
        assert (termijn.first_day, termijn.last_day) == (date(2026, 6, 2), date(2029, 6, 1))
        event = Gebeurtenis.objects.get(kind="PIPEstablished")
        assert "loopt van 2 juni 2026 tot en met 1 juni 2029" in event.sentence
        assert event.data == {"pip": pip.pk, "first": True}


def test_the_date_is_not_in_the_future_and_an_earlier_one_has_a_reason(world, dossier):
    with world.scope():
        pip = complete_draft(world, dossier)
        with pytest.raises(NotPossible, match="toekomst"):
            establish(world, pip, dagtekening=TODAY + timedelta(days=1))
        with pytest.raises(NotPossible, match="waarom dat klopt"):
            establish(world, pip, dagtekening=TODAY - timedelta(days=1))
        establish(
            world, pip, dagtekening=TODAY - timedelta(days=1), reason="Gisteren getekend door het college"
        )
        assert Gebeurtenis.objects.get(kind="PIPEstablished").reason.startswith("Gisteren")


def test_somebody_with_a_function_signs(world, dossier):
    with world.scope():
        pip = complete_draft(world, dossier)
        with pytest.raises(NotPossible, match="ondertekent"):
            establish(world, pip, ondertekenaar=" ")
        world.alice.functie = ""
        with pytest.raises(NotPossible, match="functie"):
            establish(world, pip)


def test_a_decision_cannot_be_edited_by_any_way(world, dossier):
    with world.scope():
        pip = complete_draft(world, dossier)
        afspraak = add_afspraak(pip, Afspraak(eigenaar="gemeente", wat="Gesprek"), by=world.alice)
        establish(world, pip)
        pip.motivatie = "Een heel andere tekst dan die is vastgesteld."
        with pytest.raises(Established):
            pip.save()
        with pytest.raises(Established):
            save_draft(pip, by=world.alice)
        with pytest.raises(Established):
            remove_afspraak(afspraak, by=world.alice)
        afspraak.wat = "Iets anders"
        with pytest.raises(Established):
            afspraak.save()
        with pytest.raises(Established):
            afspraak.delete()
        with pytest.raises(Established):
            establish(world, pip)
        with pytest.raises(Established):
            discard_draft(pip, by=world.alice, reason="weg")
        assert PIP.objects.get().motivatie == WHY


def test_a_new_version_copies_the_old_one_which_holds_until_then(world, dossier):
    with world.scope():
        first = complete_draft(world, dossier)
        add_afspraak(
            first,
            Afspraak(eigenaar="inburgeraar", wat="Taalles", uren_per_week=12, due_on=date(2026, 8, 1)),
            by=world.alice,
        )
        establish(world, first)
        with pytest.raises(NotPossible, match="waarom"):
            start_draft(dossier, by=world.alice, on=TODAY)
        second = start_draft(dossier, by=world.alice, on=TODAY, reason="Minder uren door werk")
        assert (second.versie, second.vervangt, second.motivatie) == (2, first, WHY)
        assert second.dagtekening_on is None
        assert [a.wat for a in second.afspraken.all()] == ["Taalles"]
        with pytest.raises(NotPossible, match="al een concept"):
            start_draft(dossier, by=world.alice, on=TODAY, reason="nog een")
        first.refresh_from_db()
        assert first.status == "vastgesteld"
        second.intensiteit_uren = 500
        save_draft(second, by=world.alice)
        establish(world, second)
        first.refresh_from_db()
        dossier.refresh_from_db()
        assert (first.status, dossier.eerste_pip_on) == ("vervangen", TODAY)
        changed = [row.label for row in compare_versions(first, second) if row.old != row.new]
        assert changed == ["Geschatte uren in de leerroute"]
        agreed = next(row.new for row in compare_versions(first, second) if row.label == "Afspraken")
        assert agreed == "1. De inburgeraar: Taalles (12 uur per week; uiterlijk 1 augustus 2026)"


def test_after_a_pip_elsewhere_the_termijn_does_not_begin_again(world):
    elsewhere = date(2025, 9, 1)
    dossier = world.dossier(
        world.alice,
        eerste_pip_on=elsewhere,
        eerste_pip_elders=True,
        bekendmaking_on=date(2025, 6, 1),
        kennisgeving_on=date(2025, 7, 1),
        inschrijving_on=date(2026, 5, 1),
    )
    with world.scope():
        keuze = Leerroutekeuze(
            gemeente=dossier.gemeente,
            dossier=dossier,
            leerroute="B1-route",
            motivatie=WHY,
            eerdere_leerroute="B1-route",
        )
        choose_leerroute(keuze, by=world.alice, on=TODAY)
        establish(world, complete_draft(world, dossier))
        dossier.refresh_from_db()
        assert dossier.eerste_pip_on == elsewhere
        assert Gebeurtenis.objects.get(kind="PIPEstablished").data["first"] is False


def test_bezwaar_runs_from_the_day_it_was_given(world, dossier):
    with world.scope():
        pip = establish(world, complete_draft(world, dossier))
        with pytest.raises(NotPossible, match="toekomst"):
            hand_over_pip(
                pip, uitgereikt_on=TODAY + timedelta(days=1), hoe="gesprek", by=world.alice, on=TODAY
            )
        with pytest.raises(NotPossible, match="dagtekening"):
            hand_over_pip(
                pip, uitgereikt_on=TODAY - timedelta(days=1), hoe="gesprek", by=world.alice, on=TODAY
            )
        given = TODAY + timedelta(days=2)
        hand_over_pip(pip, uitgereikt_on=given, hoe="gesprek", by=world.alice, on=given)
        assert pip.status == "uitgereikt"
        assert bezwaar_until(pip).value == date(2026, 7, 15)
        assert Gebeurtenis.objects.get(kind="PIPHandedOver").data["other_day"] is True
        with pytest.raises(NotPossible, match="al uitgereikt"):
            hand_over_pip(pip, uitgereikt_on=given, hoe="post", by=world.alice, on=given)


def test_withdrawing_keeps_the_start_of_the_termijn(world, dossier):
    with world.scope():
        pip = establish(world, complete_draft(world, dossier))
        with pytest.raises(NotPossible, match="waarom"):
            withdraw_pip(pip, reason="fout", by=world.alice, on=TODAY)
        withdraw_pip(pip, reason="Op bezwaar herroepen: route niet onderzocht", by=world.alice, on=TODAY)
        dossier.refresh_from_db()
        assert (pip.status, dossier.eerste_pip_on) == ("ingetrokken", TODAY)
        with pytest.raises(NotPossible, match="nu geldt"):
            withdraw_pip(pip, reason="Nog een keer intrekken kan niet", by=world.alice, on=TODAY)
        again = start_draft(dossier, by=world.alice, on=TODAY, reason="Nieuw besluit na bezwaar")
        assert (again.versie, again.vervangt) == (2, None)


def test_a_draft_can_be_thrown_away_with_a_reason(world, dossier):
    with world.scope():
        pip = complete_draft(world, dossier)
        with pytest.raises(NotPossible):
            discard_draft(pip, by=world.alice, reason="")
        discard_draft(pip, by=world.alice, reason="Verkeerd dossier")
        assert not PIP.objects.exists()
        assert PIP.history.filter(history_type="-").get().history_user == world.alice


def test_agreements_move_and_check_themselves(world, dossier):
    with world.scope():
        pip = start_draft(dossier, by=world.alice, on=TODAY)
        for wat in ("een", "twee", "drie"):
            add_afspraak(pip, Afspraak(eigenaar="gemeente", wat=wat), by=world.alice)
        third = pip.afspraken.get(wat="drie")
        move_afspraak(third, up=True, by=world.alice)
        assert [a.wat for a in pip.afspraken.all()] == ["een", "drie", "twee"]
        third.refresh_from_db()
        move_afspraak(third, up=True, by=world.alice)
        third.refresh_from_db()
        move_afspraak(third, up=True, by=world.alice)
        assert [a.wat for a in pip.afspraken.all()] == ["drie", "een", "twee"]
        remove_afspraak(third, by=world.alice)
        assert [a.wat for a in pip.afspraken.all()] == ["een", "twee"]
        for wrong in (
            Afspraak(eigenaar="gemeente", wat=" "),
            Afspraak(eigenaar="partner", wat="les"),
            Afspraak(eigenaar="gemeente", wat="x", start_on=TODAY, due_on=TODAY - timedelta(days=1)),
        ):
            with pytest.raises(NotPossible):
                add_afspraak(pip, wrong, by=world.alice)


def test_a_translation_is_stale_when_the_dutch_changes(world, dossier):
    with world.scope():
        pip = complete_draft(world, dossier)
        words = {"taal": "en", "by": world.alice, "on": TODAY}
        checked = {"gecontroleerd_by": "Tolk Jansen", "gecontroleerd_on": TODAY}
        made = save_vertaling(pip, veld="motivatie", tekst="We choose B1.", **checked, **words)
        assert not is_stale(made, free_texts(pip))
        pip.motivatie = "Wij kiezen toch om een andere reden voor deze zelfde route."
        save_draft(pip, by=world.alice)
        assert is_stale(made, free_texts(pip))
        with pytest.raises(NotPossible, match="wie"):
            save_vertaling(
                pip, veld="motivatie", tekst="x", gecontroleerd_by="", gecontroleerd_on=TODAY, **words
            )
        with pytest.raises(NotPossible, match="niet"):
            save_vertaling(pip, veld="kinderopvang", tekst="x", **checked, **words)
        save_vertaling(pip, veld="motivatie", tekst=" ", gecontroleerd_by="", gecontroleerd_on=None, **words)
        assert not Vertaling.objects.exists()


def test_a_new_version_keeps_the_translations_of_what_stayed(world, dossier):
    with world.scope():
        pip = complete_draft(world, dossier)
        afspraak = add_afspraak(
            pip, Afspraak(eigenaar="gemeente", wat="Gesprek", uren_per_week=Decimal("1.5")), by=world.alice
        )
        checked = {"gecontroleerd_by": "Tolk", "gecontroleerd_on": TODAY, "by": world.alice, "on": TODAY}
        save_vertaling(pip, veld=f"afspraak:{afspraak.pk}:wat", taal="en", tekst="A talk", **checked)
        establish(world, pip)
        new = start_draft(dossier, by=world.alice, on=TODAY, reason="Andere uren")
        copied = new.vertalingen.get()
        assert copied.veld == f"afspraak:{new.afspraken.get().pk}:wat"
        assert not is_stale(copied, free_texts(new))


def test_the_trace_of_the_motivation_names_who_changed_it(world, dossier):
    with world.scope():
        pip = complete_draft(world, dossier)
        pip.motivatie = "Wij kiezen de B1-route, omdat u dat na ons gesprek zelf ook wilde."
        save_draft(pip, by=world.bob)
        trace = motivation_trace(pip)
        assert [row.motivatie for row in trace] == [WHY, pip.motivatie]
        assert trace[-1].history_user == world.bob


def test_information_of_a_third_party_gives_two_weeks_after_receipt(world, dossier):
    with world.scope():
        asked = {
            "wat": "Diploma's",
            "van_wie": "IDW",
            "waarom_nodig": "Zonder de waardering van het diploma is de route niet te kiezen.",
        }
        with pytest.raises(NotPossible, match="waarom"):
            request_information(
                dossier, **{**asked, "waarom_nodig": "nodig"}, gevraagd_on=TODAY, by=world.alice, on=TODAY
            )
        verzoek = request_information(dossier, **asked, gevraagd_on=TODAY, by=world.alice, on=TODAY)
        received = date(2026, 7, 20)
        assert not pip_deadline(pip_facts(dossier), on=received).is_known
        with pytest.raises(NotPossible, match="voor de vraag"):
            receive_information(verzoek, ontvangen_on=TODAY - timedelta(days=1), by=world.alice, on=received)
        receive_information(verzoek, ontvangen_on=received, by=world.alice, on=received)
        dossier.refresh_from_db()
        assert pip_deadline(pip_facts(dossier), on=received).value == date(2026, 8, 3)
        with pytest.raises(NotPossible, match="al ontvangen"):
            receive_information(verzoek, ontvangen_on=received, by=world.alice, on=received)

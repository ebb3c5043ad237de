"""Van het AZC: what COA told beside what we have, the warm handover, health only for who may see it."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from meedoen.domain.dossier.models import Dossier, Gebeurtenis, Inburgeringsplichtige
from meedoen.domain.keten.models import Aanlevering
from meedoen.domain.regio.models import Verwerking
from meedoen.domain.voorinburgering.models import Beperking, Overdrachtspunt, Voorinburgering

TOLD_ON = date(2026, 6, 1)


@pytest.fixture
def dossier(world):
    """A dossier of Alice: still in the AZC, and COA told something."""
    made = world.dossier(
        world.alice,
        persoon__postcode="",
        persoon__plaats="",
        persoon__coa_locatie="Leersum",
        persoon__taal="ar",
        koppeling_on=date(2026, 1, 26),
        inschrijving_on=None,
    )
    with world.scope():
        Aanlevering.objects.create(
            gemeente=world.leusden,
            dossier=made,
            bron="coa",
            told_on=TOLD_ON,
            kenmerk="coa.csv",
            gegevens={
                "taal": "ti",
                "koppeling_on": "2026-01-26",
                "azc_telefoon": "0600000301",
                "nt2_uren": 110,
            },
        )
        row = Beperking(gemeente=world.leusden, dossier=made, told_on=TOLD_ON, kenmerk="coa.csv")
        row.inhoud = "slecht zicht"
        row.save()
    return made


def page(client, dossier, name="azc", **kwargs):
    return client.get(reverse(f"klantmanager:{name}", kwargs={"dossier_id": dossier.pk, **kwargs}))


def send(client, dossier, name, data, **kwargs):
    return client.post(reverse(f"klantmanager:{name}", kwargs={"dossier_id": dossier.pk, **kwargs}), data)


def text(response):
    return " ".join(response.content.decode().split())


def test_the_page_shows_what_coa_told_beside_what_we_have_with_both_dates(as_, dossier):
    shown = text(page(as_("alice"), dossier))
    assert "Deze persoon woont nog in het AZC" in shown
    assert "Op 2 punten zegt COA iets anders dan wij hebben. Er is niets overschreven." in shown
    assert 'Tigrinya <span class="quiet">op 1 jun 2026</span>' in shown
    assert 'Arabisch <span class="quiet">sinds' in shown
    assert "Nog 11 van de 11 te doen." in shown
    assert "Uren NT2" in shown
    assert "Het COA biedt voorinburgering aan, kosteloos en vrijwillig" in shown
    assert "Voorinburgering mag het inburgeringstraject nooit vertragen" in shown


def test_the_overview_says_that_the_person_is_in_the_azc_and_what_can_be_done_now(as_, dossier):
    shown = text(page(as_("alice"), dossier, "dossier"))
    assert "Woont nog in het AZC" in shown
    assert "Warme overdracht: nog 11 van de 11 punten te doen." in shown
    assert reverse("klantmanager:azc", args=[dossier.pk]) in shown


def test_who_has_no_azc_behind_her_sees_no_part_for_it(world, as_):
    housed = world.dossier(world.alice)
    shown = text(page(as_("alice"), housed, "dossier"))
    assert "Van het AZC" not in shown
    assert "Woont nog in het AZC" not in shown


def test_health_is_on_a_page_of_its_own_and_reading_it_is_in_the_evidence(world, as_, dossier):
    client = as_("alice")
    for name in ("azc", "dossier", "aanleveringen"):
        assert "slecht zicht" not in text(page(client, dossier, name))
    shown = page(client, dossier, "azc-gezondheid")
    assert "slecht zicht" in text(shown)
    with world.scope():
        rows = Verwerking.objects.filter(action="gezondheid", dossier_id_logged=dossier.pk)
        assert rows.get().actor == world.alice
    assert page(as_("tineke"), dossier, "azc-gezondheid").status_code == 403
    assert "afgeschermd" not in text(page(as_("tineke"), dossier))


def test_a_point_is_worked_off_with_who_when_and_a_remark(world, as_, dossier):
    client = as_("alice")
    done = send(
        client,
        dossier,
        "azc-punt",
        {"stand": "gedaan", "op": "3-6-2026", "opmerking": "Met J. de Boer.", "version": 0},
        punt="casemanager",
    )
    assert done.status_code == 302
    with world.scope():
        row = Overdrachtspunt.objects.get()
        assert (row.punt, row.stand, row.op, row.opmerking, row.by) == (
            "casemanager",
            "gedaan",
            date(2026, 6, 3),
            "Met J. de Boer.",
            world.alice,
        )
        event = Gebeurtenis.objects.get(kind="OverdrachtBijgewerkt")
        assert event.sentence == "Warme overdracht, «Gesproken met de casemanager van COA»: gedaan."
    shown = text(page(client, dossier))
    assert "Nog 10 van de 11 te doen." in shown
    assert "Met J. de Boer." in shown


def test_a_second_editor_gets_both_versions_and_nothing_is_lost(world, as_, dossier):
    with world.scope():
        Overdrachtspunt.objects.create(
            gemeente=world.leusden, dossier=dossier, punt="woning", stand="gedaan", op=TOLD_ON, version=2
        )
    late = send(
        as_("tineke"),
        dossier,
        "azc-punt",
        {"stand": "open", "op": "", "opmerking": "Toch niet.", "version": 1},
        punt="woning",
    )
    assert late.status_code == 409
    assert "Toch niet." in text(late)
    with world.scope():
        assert Overdrachtspunt.objects.get().stand == "gedaan"


@pytest.mark.parametrize(
    ("punt", "typed", "sentence"),
    [
        ("profiel", {"stand": "gedaan", "op": ""}, "Vul de datum in waarop dit is gedaan."),
        ("profiel", {"stand": "gedaan", "op": "MORGEN"}, "Deze datum ligt in de toekomst."),
        ("gezondheid", {"stand": "niet_nodig", "op": ""}, "Kies Besproken of Nog niet besproken."),
    ],
)
def test_what_cannot_be_says_what_to_do_and_keeps_what_was_typed(world, as_, dossier, punt, typed, sentence):
    tomorrow = f"{timezone.localdate() + timedelta(days=1):%d-%m-%Y}"
    data = {name: value.replace("MORGEN", tomorrow) for name, value in typed.items()}
    shown = send(as_("alice"), dossier, "azc-punt", {**data, "version": 0}, punt=punt)
    assert shown.status_code == 200
    assert sentence in text(shown)
    assert f'value="{data["op"]}"' in text(shown) or not data["op"]
    with world.scope():
        assert not Overdrachtspunt.objects.exists()


def test_an_intake_and_a_move_may_be_planned_ahead(world, as_, dossier):
    tomorrow = timezone.localdate() + timedelta(days=1)
    for punt in ("intake", "verhuizing", "afspraak"):
        data = {"stand": "gedaan", "op": f"{tomorrow:%d-%m-%Y}", "version": 0}
        assert send(as_("alice"), dossier, "azc-punt", data, punt=punt).status_code == 302
    with world.scope():
        assert set(Overdrachtspunt.objects.values_list("op", flat=True)) == {tomorrow}


def test_of_health_only_is_kept_that_it_was_talked_over(world, as_, dossier):
    shown = text(page(as_("alice"), dossier, "azc-punt", punt="gezondheid"))
    assert 'name="opmerking"' not in shown
    assert "Besproken" in shown
    data = {"stand": "gedaan", "op": "3-6-2026", "opmerking": "diabetes", "version": 0}
    send(as_("alice"), dossier, "azc-punt", data, punt="gezondheid")
    with world.scope():
        assert Overdrachtspunt.objects.get().opmerking == ""


def test_an_unknown_point_is_not_found(as_, dossier):
    assert page(as_("alice"), dossier, "azc-punt", punt="iets").status_code == 404


def test_contact_and_preparation_are_changed_with_a_reason(world, as_, dossier):
    client = as_("alice")
    data = {"azc_telefoon": "0611111111", "deelname": "ja", "instemming_on": "2-2-2026", "version": 0}
    refused = send(client, dossier, "azc-gegevens", data)
    assert refused.status_code == 200
    assert 'value="0611111111"' in text(refused)
    done = send(client, dossier, "azc-gegevens", {**data, "reden": "gebeld"})
    assert done.status_code == 302
    with world.scope():
        row = Voorinburgering.objects.get()
        assert (row.azc_telefoon, row.deelname, row.instemming_on) == ("0611111111", "ja", date(2026, 2, 2))
        assert row.history.get().history_change_reason == "gebeld"
        event = Gebeurtenis.objects.get(kind="GegevensGewijzigd")
        assert (event.reason, "0611111111" in event.sentence) == ("gebeld", False)


def test_who_does_not_take_part_has_no_day_of_consent(world, as_, dossier):
    data = {"deelname": "nee", "instemming_on": "2-2-2026", "reden": "x", "version": 0}
    shown = text(send(as_("alice"), dossier, "azc-gegevens", data))
    assert (
        "Deze persoon doet niet mee, maar er is een datum van instemming. Maak een van beide leeg." in shown
    )
    with world.scope():
        assert not Voorinburgering.objects.exists()


def test_what_coa_told_is_taken_over_by_choice_with_a_reason(world, as_, dossier):
    client = as_("alice")
    shown = page(client, dossier, "azc-overnemen")
    stand = shown.context["form"]["stand"].value()
    refused = send(client, dossier, "azc-overnemen", {"velden": ["taal"], "stand": stand, "reden": ""})
    assert refused.status_code == 200
    done = send(
        client, dossier, "azc-overnemen", {"velden": ["taal"], "stand": stand, "reden": "zelf gevraagd"}
    )
    assert done.status_code == 302
    with world.scope():
        person = Inburgeringsplichtige.objects.get()
        assert person.taal == "ti"
        assert person.history.first().history_change_reason == "COA: zelf gevraagd"
        assert not Voorinburgering.objects.exists()
        event = Gebeurtenis.objects.get(kind="GegevensGewijzigd")
        assert event.sentence == "Gewijzigd: taal voor contact."
        assert event.reason == "COA: zelf gevraagd"


def test_a_choice_about_values_that_changed_meanwhile_is_not_carried_out(world, as_, dossier):
    client = as_("alice")
    stand = page(client, dossier, "azc-overnemen").context["form"]["stand"].value()
    with world.scope():
        Dossier.objects.filter(pk=dossier.pk).first().save()
        person = Inburgeringsplichtige.objects.get()
        person.taal, person.version = "fa", person.version + 1
        person.save()
    late = send(
        client, dossier, "azc-overnemen", {"velden": ["taal"], "stand": stand, "reden": "zelf gevraagd"}
    )
    assert "Iemand anders heeft dit dossier intussen gewijzigd." in text(late)
    assert "zelf gevraagd" in text(late)
    with world.scope():
        assert Inburgeringsplichtige.objects.get().taal == "fa"


def test_a_field_that_does_not_differ_cannot_be_chosen(world, as_, dossier):
    client = as_("alice")
    stand = page(client, dossier, "azc-overnemen").context["form"]["stand"].value()
    refused = send(
        client, dossier, "azc-overnemen", {"velden": ["koppeling_on"], "stand": stand, "reden": "x"}
    )
    assert refused.status_code == 200
    with world.scope():
        assert not Gebeurtenis.objects.filter(kind="GegevensGewijzigd").exists()

"""From a PIP to its letters: dates of the law, checked translations only, what was weighed then."""

from datetime import date, timedelta

import pytest

from meedoen.documents.bridge.hoofd import huisstijl_of, language_of
from meedoen.documents.bridge.pip import NotPrintable, beschikking, keep_pip_documents, leesbaar, print_pip
from meedoen.domain.dossier.models import Document
from meedoen.domain.pip.actions import (
    add_afspraak,
    choose_leerroute,
    establish_pip,
    reopen_choice,
    save_draft,
    save_keuze,
    save_vertaling,
    start_draft,
)
from meedoen.domain.pip.models import Afspraak, Leerroutekeuze

TODAY = date(2026, 6, 1)
WHY = "Wij kiezen de B1-route omdat het examen haalbaar is en past bij het werk."
WEIGHED = "Een studie past niet bij de wens om snel te werken."


@pytest.fixture
def dossier(world):
    days = {
        "bekendmaking_on": date(2026, 3, 1),
        "kennisgeving_on": date(2026, 4, 1),
        "inschrijving_on": date(2026, 4, 20),
        "bijstand_on": date(2026, 4, 20),
    }
    return world.dossier(world.alice, persoon__taal="Arabisch", **days)


def draft(world, dossier, route="B1-route"):
    keuze = Leerroutekeuze(
        gemeente=dossier.gemeente,
        dossier=dossier,
        leerroute=route,
        motivatie=WHY,
        overweging_onderwijsroute=WEIGHED,
        overweging_b1_route="Ook met extra lessen is B1 niet haalbaar binnen drie jaar.",
        redelijkerwijs_niet_in_staat=True if route == "Z-route" else None,
        niet_in_staat_motivatie="Lezen en schrijven lukt na een jaar les nog niet."
        if route == "Z-route"
        else "",
    )
    choose_leerroute(keuze, by=world.alice, on=TODAY)
    pip = start_draft(dossier, by=world.alice, on=TODAY)
    pip.ondersteuning, pip.pvt_uren, pip.map_uren = "Elke maand een gesprek.", 12, 40
    pip.intensiteit_uren, pip.voortgangsgesprekken = 600, 6
    pip.vve_van_toepassing, pip.pw_van_toepassing = False, False
    save_draft(pip, by=world.alice)
    return pip


def established(world, dossier):
    return establish_pip(
        draft(world, dossier), dagtekening=TODAY, by=world.alice, ondertekenaar="A. de Vries", on=TODAY
    )


def test_the_letter_says_the_dates_of_the_law(world, dossier):
    with world.scope():
        letter = beschikking(established(world, dossier), on=TODAY)
    assert (letter.termijn.starts_on, letter.termijn.last_day_on) == (date(2026, 6, 2), date(2029, 6, 1))
    assert letter.bezwaar.last_day_on == date(2026, 7, 13)
    assert letter.hoofd.dated_on == TODAY
    assert not letter.is_concept
    assert (letter.leerroute, letter.niveau, letter.pvt.uren, letter.map.uren) == ("b1", "B1", 12, 40)
    assert "Wet inburgering 2021, artikel 15, eerste lid" in [a.citation for a in letter.artikelen]
    assert letter.hoofd.ondertekenaar.naam == "A. de Vries"


def test_ontzorgen_stands_in_it_while_the_law_gives_it(world, dossier):
    with world.scope():
        letter = beschikking(draft(world, dossier), on=TODAY)
        assert (letter.ontzorgen.starts_on, letter.ontzorgen.last_day_on) == (
            date(2026, 4, 20),
            date(2026, 10, 19),
        )
        dossier.bijstand_on = None
        dossier.save()
        pip = dossier.pips.get()
        pip.ontzorgen = "Wij helpen u met betalen."
        save_draft(pip, by=world.alice)
        letter = beschikking(pip, on=TODAY)
        assert letter.ontzorgen is None
        assert [text.nl for text in letter.participatiewet] == ["Wij helpen u met betalen."]


def test_only_a_checked_translation_of_the_same_text_is_passed_on(world, dossier):
    with world.scope():
        pip = draft(world, dossier)
        words = {"veld": "motivatie", "taal": "ar", "tekst": "نص", "by": world.alice, "on": TODAY}
        save_vertaling(pip, gecontroleerd_by="", gecontroleerd_on=None, **words)
        assert beschikking(pip, on=TODAY).motivering.vertalingen == {}
        save_vertaling(pip, gecontroleerd_by="Tolk", gecontroleerd_on=TODAY, **words)
        assert beschikking(pip, on=TODAY).motivering.vertalingen["ar"].checked_by == "Tolk"
        pip.motivatie = "Wij kiezen deze route nu om een heel andere reden dan eerst."
        save_draft(pip, by=world.alice)
        assert beschikking(pip, on=TODAY).motivering.vertalingen == {}


def test_a_decision_keeps_what_was_weighed_then(world, dossier):
    with world.scope():
        pip = established(world, dossier)
        keuze = Leerroutekeuze.objects.get()
        reopen_choice(keuze, by=world.alice, reason="Nieuwe feiten")
        keuze.overweging_onderwijsroute = "Nu wil mevrouw toch een studie aan het mbo volgen."
        save_keuze(keuze, by=world.alice)
        weighed = {one.leerroute: one.conclusie.nl for one in beschikking(pip, on=TODAY).afwegingen}
        assert weighed["onderwijsroute"] == WEIGHED


def test_the_judgement_that_somebody_is_unable_speaks_for_the_z_route(world, dossier):
    with world.scope():
        letter = beschikking(draft(world, dossier, "Z-route"), on=TODAY)
        z = next(one for one in letter.afwegingen if one.leerroute == "z")
        assert [text.nl for text in z.voor] == ["Lezen en schrijven lukt na een jaar les nog niet."]
        assert z.tegen == ()


def test_the_plan_has_steps_of_the_route_and_of_the_agreements(world, dossier):
    with world.scope():
        pip = draft(world, dossier)
        add_afspraak(
            pip,
            Afspraak(
                eigenaar="inburgeraar", wat="U gaat naar het taalcafé", verwachting="Wij betalen de bus"
            ),
            by=world.alice,
        )
        plan = leesbaar(pip, on=TODAY)
        assert [step.soort for step in plan.stappen] == [
            "taalles",
            "pvt",
            "map",
            "examen",
            "",
            "gesprek",
            "ontzorgen",
        ]
        own = plan.stappen[4]
        assert (own.u_doet.nl, own.gemeente_doet.nl) == ("U gaat naar het taalcafé", "Wij betalen de bus")
        assert own.titel.nl == "Wat u doet"
        assert set(own.titel.vertalingen) == {"ar", "ti", "fa", "prs", "tr", "en"}


def test_what_the_gemeente_does_and_what_to_expect_stand_together(world, dossier):
    with world.scope():
        pip = draft(world, dossier)
        made = add_afspraak(
            pip, Afspraak(eigenaar="gemeente", wat="Wij bellen u", verwachting="Elke week"), by=world.alice
        )
        words = {"taal": "en", "gecontroleerd_by": "Tolk", "gecontroleerd_on": TODAY, "on": TODAY}
        save_vertaling(pip, veld=f"afspraak:{made.pk}:wat", tekst="We call you", by=world.alice, **words)
        step = leesbaar(pip, on=TODAY).stappen[4]
        assert (step.u_doet.nl, step.gemeente_doet.nl) == ("", "Wij bellen u\nElke week")
        assert step.gemeente_doet.vertalingen == {}
        save_vertaling(
            pip, veld=f"afspraak:{made.pk}:verwachting", tekst="Every week", by=world.alice, **words
        )
        step = leesbaar(pip, on=TODAY).stappen[4]
        assert step.gemeente_doet.vertalingen["en"].text == "We call you\nEvery week"


def test_a_family_migrant_is_promised_no_school_and_no_participation_part(world):
    dossier = world.dossier(
        world.alice,
        doelgroep="gezinsmigrant_of_overige_migrant",
        verblijfstitel="regulier_bepaalde_tijd",
        inschrijving_on=date(2026, 4, 20),
    )
    with world.scope():
        plan = leesbaar(draft(world, dossier, "Z-route"), on=TODAY)
        assert [step.soort for step in plan.stappen] == ["z_lessen", "pvt", "map", "gesprek"]


def test_without_a_leerroute_nothing_is_printed(world, dossier):
    with world.scope():
        pip = start_draft(dossier, by=world.alice, on=TODAY)
        with pytest.raises(NotPrintable, match="leerroute"):
            print_pip(pip, "pip_beschikking", "nl", on=TODAY)
        with pytest.raises(ValueError, match="unknown letter"):
            print_pip(draft_of(world), "brief", "nl", on=TODAY)


def draft_of(world):
    return draft(world, world.dossier(world.alice, inschrijving_on=date(2026, 4, 20)))


@pytest.mark.parametrize(
    ("word", "code"),
    [("Arabisch", "ar"), ("ti", "ti"), ("Dari", "prs"), ("Somalisch", None), ("nl", None), ("", None)],
)
def test_the_language_beside_dutch(world, word, code):
    dossier = world.dossier(world.alice, persoon__taal=word)
    with world.scope():
        assert language_of(dossier) == code


def test_the_house_style_is_that_of_the_gemeente(world, dossier):
    style = huisstijl_of(dossier.gemeente)
    assert (style.gemeente, style.adresregels) == ("Leusden", ("Postbus 1", "3830 AA Leusden"))


def test_both_letters_are_kept_as_pdf(world, dossier):
    with world.scope():
        pip = established(world, dossier)
        keep_pip_documents(pip, "ar", by=world.alice, on=TODAY + timedelta(days=1))
        kept = Document.objects.order_by("id")
        assert [(one.soort, one.taal) for one in kept] == [("pip_beschikking", "ar"), ("pip_leesbaar", "ar")]
        assert all(bytes(one.inhoud).startswith(b"%PDF-") for one in kept)
        assert all("Haddad" not in one.bestandsnaam + one.titel for one in kept)

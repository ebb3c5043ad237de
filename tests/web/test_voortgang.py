"""The tab Voortgang: what is followed, what DUO would say before it is saved, where it stands."""

import uuid
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from meedoen.domain.brede_intake.models import Leerbaarheidstoets
from meedoen.domain.keten.actions import keep_deliveries
from meedoen.domain.keten.models import Bericht, Contactpersoon, DUOAansluiting, Taak
from meedoen.domain.voortgang.actions import offer_aanbod, register_contactpersoon, register_resultaat
from meedoen.domain.voortgang.models import GevolgdeUren, Inburgeringsaanbod, Resultaat
from meedoen.law.inburgering.begrippen import Doelgroep
from tests.domain.voortgang_examples import answer, berichten, own_pip, school

DAY = timedelta(days=1)


@pytest.fixture
def pip_on():
    return localdate() - timedelta(days=100)


@pytest.fixture
def dossier(world, pip_on):
    days = {
        "bekendmaking_on": pip_on - timedelta(days=90),
        "kennisgeving_on": pip_on - timedelta(days=60),
        "inschrijving_on": pip_on - timedelta(days=50),
    }
    dossier = world.dossier(world.alice, **days)
    with world.scope():
        own_pip(world, dossier, on=pip_on)
    return dossier


@pytest.fixture
def taalhuis(world):
    return school()


def to(name, *args):
    return reverse(f"klantmanager:{name}", args=args)


def once(**fields):
    return {"verzending": str(uuid.uuid4()), **fields}


def dutch(day):
    return f"{day:%d-%m-%Y}"


def page(response):
    assert response.status_code == 200
    return response.content.decode()


def aanbod(pip_on, **fields):
    start = pip_on + timedelta(days=10)
    return once(
        instelling="Taalhuis, Leusden (0000000123)",
        aanbod_on=dutch(pip_on + DAY),
        start_on=dutch(start),
        laatste_lesdag=dutch(start + timedelta(days=200)),
        alfabetisering="NVT",
        **fields,
    )


@pytest.mark.parametrize(
    ("who", "reads", "writes"),
    [
        ("alice", 200, 200),
        ("bob", 403, 403),
        ("tineke", 200, 200),
        ("charlie", 404, 404),
        ("ingrid", 403, 403),
        ("bas", 403, 403),
        ("aad", 403, 403),
    ],
)
def test_who_may_see_and_record(as_, dossier, who, reads, writes):
    client = as_(who)
    assert client.get(to("voortgang", dossier.pk)).status_code == reads
    assert client.get(to("aanbod-nieuw", dossier.pk)).status_code == writes
    assert client.get(to("uren", dossier.pk, "uren-participatietaalles")).status_code == writes
    assert client.get(to("resultaat", dossier.pk, "pvt")).status_code == writes


def test_an_unknown_part_or_of_another_dossier_is_not_found(world, as_, dossier, taalhuis, pip_on):
    other = world.dossier(world.alice)
    with world.scope():
        made = offer_aanbod(
            dossier,
            taalhuis,
            aanbod_on=pip_on,
            start_on=None,
            eind_on=None,
            alfabetisering="NVT",
            by=world.alice,
            on=localdate(),
        )
    client = as_("alice")
    assert client.get(to("aanbod", other.pk, made.pk)).status_code == 404
    assert client.get(to("voortgang-sturen", other.pk, f"aanbod-{made.pk}")).status_code == 404
    assert client.get(to("voortgang-sturen", dossier.pk, "aanbod-999999999999999999999")).status_code == 404
    assert client.get(to("uren", dossier.pk, "andere")).status_code == 404
    assert client.get(to("resultaat", dossier.pk, "andere")).status_code == 404


def test_an_aanbod_from_typing_to_the_tab(world, as_, dossier, taalhuis, pip_on):
    client = as_("alice")
    form = page(client.get(to("aanbod-nieuw", dossier.pk)))
    assert '<option value="Taalhuis, Leusden (0000000123)">keurmerk Blik op Werk</option>' in form
    done = client.post(to("aanbod-nieuw", dossier.pk), aanbod(pip_on))
    assert done.url == to("voortgang", dossier.pk)
    tab = page(client.get(done.url))
    assert "Vastgelegd en klaargezet voor DUO." in tab
    assert "Taalhuis, Leusden" in tab
    assert "staat klaar voor DUO" in tab
    with world.scope():
        stored = Inburgeringsaanbod.objects.get()
        assert stored.eind_on == pip_on + timedelta(days=211)  # the day after the last day of lessons
        assert len(berichten(dossier)) == 1


def test_pressing_twice_makes_one_aanbod(world, as_, dossier, taalhuis, pip_on):
    client, typed = as_("alice"), aanbod(pip_on)
    for _ in range(2):
        assert client.post(to("aanbod-nieuw", dossier.pk), typed).status_code == 302
    with world.scope():
        assert Inburgeringsaanbod.objects.get().version == 1


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (
            "Onbekend",
            "Er staat geen school met deze naam in de lijst. Kies er een uit de lijst, of voeg haar toe.",
        ),
        ("Taal", "Meer dan een school heet zo. Kies er een uit de lijst."),
    ],
)
def test_a_school_that_cannot_be_found_keeps_what_was_typed(as_, dossier, taalhuis, pip_on, typed, sentence):
    school("0000000124", "Taal Compleet")
    answered = page(
        as_("alice").post(to("aanbod-nieuw", dossier.pk), {**aanbod(pip_on), "instelling": typed})
    )
    assert sentence in answered
    assert f'value="{typed}"' in answered


def test_what_duo_would_refuse_keeps_what_was_typed_and_can_be_kept_without_sending(
    world, as_, dossier, taalhuis, pip_on
):
    client, url = as_("alice"), to("aanbod-nieuw", dossier.pk)
    early = {**aanbod(pip_on), "aanbod_on": dutch(pip_on - DAY)}
    refused = page(client.post(url, early))
    assert "Nog niet bewaard: DUO zal dit weigeren" in refused
    assert "ligt voor het actuele PIP van" in refused
    assert dutch(pip_on - DAY) in refused
    assert "Toch bewaren, nog niet sturen" in refused
    with world.scope():
        assert not Inburgeringsaanbod.objects.exists()
    kept = client.post(url, {**early, "bewaren": "1"})
    tab = page(client.get(kept.url))
    assert "Bewaard, maar nog niet naar DUO." in tab
    assert "wacht, nog niet naar DUO" in tab
    with world.scope():
        assert berichten(dossier) == []
        stored = Inburgeringsaanbod.objects.get()
        assert Taak.objects.get(soort="wacht").onderwerp == "aanbod:0000000123"
    send = to("voortgang-sturen", dossier.pk, f"aanbod-{stored.pk}")
    assert "Toch naar DUO sturen" in page(client.get(send))
    client.post(send, once())
    with world.scope():
        assert berichten(dossier) == []
    client.post(send, once(toch="1"))
    with world.scope():
        assert [row[0] for row in berichten(dossier)] == ["aanbod"]


def test_a_last_day_at_the_end_of_time_is_said_at_the_field(as_, dossier, taalhuis, pip_on):
    typed = {**aanbod(pip_on), "laatste_lesdag": "31-12-9999"}
    answered = page(as_("alice").post(to("aanbod-nieuw", dossier.pk), typed))
    assert "Deze datum ligt te ver weg. Kijk het jaar na." in answered
    assert "Nog niet bewaard" not in answered


def test_while_somebody_types_duo_is_asked_and_nothing_is_saved(world, as_, dossier, taalhuis, pip_on):
    client, url = as_("alice"), to("aanbod-nieuw", dossier.pk)
    fragment = page(client.post(url, {**aanbod(pip_on), "aanbod_on": dutch(pip_on - DAY), "controleer": "1"}))
    assert "DUO zal dit weigeren" in fragment
    assert "<form" not in fragment
    fine = page(client.post(url, {**aanbod(pip_on), "controleer": "1"}))
    assert "DUO zal dit weigeren" not in fine
    assert "De opleiding valt binnen de termijn" in fine
    assert "voorwaarden aanbod" in fine  # where the condition comes from
    with world.scope():
        assert not Inburgeringsaanbod.objects.exists()


def test_a_gezinsmigrant_gets_no_aanbod_and_the_page_says_so_before_typing(world, as_, dossier):
    with world.scope():
        dossier.doelgroep = Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT
        dossier.save()
    sentence = "DUO registreert geen aanbod voor een gezinsmigrant of overige migrant"
    assert sentence in page(as_("alice").get(to("aanbod-nieuw", dossier.pk)))
    assert sentence in page(as_("alice").get(to("voortgang", dossier.pk)))


def test_what_is_not_known_is_said_and_sent(world, as_):
    unknown = world.dossier(world.alice)
    client = as_("alice")
    done = client.post(
        to("resultaat", unknown.pk, "pvt"), once(gezien="0", datum_on=dutch(localdate()), toelichting="")
    )
    tab = page(client.get(done.url))
    assert "Niet bekend: het begin van de termijn is niet bekend. DUO kan dit weigeren." in tab
    with world.scope():
        assert len(berichten(unknown)) == 1


def test_a_refused_message_says_what_to_mend_and_changing_mends_it(world, as_, dossier, taalhuis, pip_on):
    client = as_("alice")
    client.post(to("aanbod-nieuw", dossier.pk), aanbod(pip_on))
    with world.scope():
        refused = answer("geweigerd", "aanbod:0000000123", ["Einddatum ligt buiten de termijn"])
        made = Inburgeringsaanbod.objects.get()
    tab = page(client.get(to("voortgang", dossier.pk)))
    assert "door DUO geweigerd" in tab
    assert "Begin of einde van de opleiding ligt buiten de inburgeringstermijn." in tab
    url = to("aanbod", dossier.pk, made.pk)
    form = page(client.get(url))
    assert dutch(pip_on + timedelta(days=210)) in form
    new = {**aanbod(pip_on), "version": "1", "laatste_lesdag": dutch(pip_on + timedelta(days=90))}
    assert client.post(url, new).url == to("voortgang", dossier.pk)
    with world.scope():
        mended = Bericht.objects.get(vervangt=refused)
        assert mended.gegevens["body"]["verwachteEinddatumOpleiding"] == (
            (pip_on + timedelta(days=91)).isoformat()
        )
    assert client.post(url, new).status_code == 409  # a second editor with the old version


def test_an_aanbod_is_withdrawn_with_a_reason(world, as_, dossier, taalhuis, pip_on):
    client = as_("alice")
    client.post(to("aanbod-nieuw", dossier.pk), aanbod(pip_on))
    with world.scope():
        made = Inburgeringsaanbod.objects.get()
    url = to("aanbod-intrekken", dossier.pk, made.pk)
    assert 'aria-invalid="true"' in page(client.post(url, once()))
    client.post(url, once(reden="Andere school gekozen"))
    tab = page(client.get(to("voortgang", dossier.pk)))
    assert "Ingetrokken aanbiedingen" in tab
    assert "Andere school gekozen" in tab
    assert client.get(url).status_code == 404


def test_totals_of_hours_with_their_history(world, as_, dossier):
    client, url = as_("alice"), to("uren", dossier.pk, "uren-participatietaalles")
    today = dutch(localdate())
    client.post(url, once(gezien="0", uren="40", tot_en_met_on=today))
    with world.scope():
        first = GevolgdeUren.objects.get()
    assert "Het laatste totaal is 40 uur" in page(client.get(url))
    lower = page(client.post(url, once(gezien=str(first.pk), uren="39", tot_en_met_on=today)))
    assert "Het totaal was 40 uur en wordt lager" in lower
    assert 'value="39"' in lower
    client.post(url, once(gezien=str(first.pk), uren="52", tot_en_met_on=today))
    tab = page(client.get(to("voortgang", dossier.pk)))
    assert "52 uur" in tab
    assert "Eerdere totalen" in tab
    assert "40 uur tot en met" in tab


@pytest.mark.parametrize("typed", ["-1", "10000", "12,5"])
def test_hours_that_cannot_be_say_what_to_do(as_, dossier, typed):
    url = to("uren", dossier.pk, "uren-taallesknm")
    answered = page(as_("alice").post(url, once(gezien="0", uren=typed, tot_en_met_on=dutch(localdate()))))
    assert "Vul een heel aantal uren in" in answered
    assert f'value="{typed}"' in answered


def test_participation_in_the_b1_route_says_that_duo_does_not_take_it(as_, dossier):
    shown = page(as_("alice").get(to("uren", dossier.pk, "uren-participatieactiviteiten")))
    assert "In de B1-route geef je geen uren participatie door" in shown


def test_a_colleague_who_was_first_is_not_overwritten_unseen(world, as_, dossier):
    url, today = to("uren", dossier.pk, "uren-taallesknm"), dutch(localdate())
    as_("alice").post(url, once(gezien="0", uren="10", tot_en_met_on=today))
    second = page(as_("tineke").post(url, once(gezien="0", uren="12", tot_en_met_on=today)))
    assert "Een collega heeft dit intussen ook vastgelegd." in second
    with world.scope():
        latest = GevolgdeUren.objects.get()
        assert latest.uren == 10
    assert f'name="gezien" value="{latest.pk}"' in second  # sending again is a conscious choice


def test_pvt_is_recorded_changed_and_withdrawn(world, as_, dossier, pip_on):
    client, url = as_("alice"), to("resultaat", dossier.pk, "pvt")
    signed = pip_on + timedelta(days=30)
    client.post(url, once(gezien="0", datum_on=dutch(signed), toelichting=""))
    with world.scope():
        answer("aangenomen", "pvt")
    tab = page(client.get(to("voortgang", dossier.pk)))
    assert "door DUO aangenomen" in tab
    client.post(to("resultaat-intrekken", dossier.pk, "pvt"), once(reden="Verkeerd dossier"))
    assert "De datum is ingetrokken op" in page(client.get(to("voortgang", dossier.pk)))
    with world.scope():
        assert berichten(dossier)[-1] == ("pvt", {}, {})
        assert [row.datum_on for row in Resultaat.objects.all()] == [None, signed]


def test_verwijtbaar_is_absent_within_the_term_and_the_page_says_why(as_, dossier):
    shown = page(as_("alice").get(to("resultaat", dossier.pk, "map")))
    assert 'name="verwijtbaar"' not in shown
    assert (
        "Verwijtbaar Nee kunt u nu niet kiezen: "
        "Verwijtbaar Nee kan pas 2 maanden voor het einde van de termijn" in shown
    )
    assert "Verwijtbaar Ja kunt u nu niet kiezen" in shown
    assert 'name="verwijtbaar"' not in page(as_("alice").get(to("resultaat", dossier.pk, "zroute")))


def test_after_the_term_verwijtbaar_must_be_said(world, as_):
    today = localdate()
    late = world.dossier(world.alice)
    with world.scope():
        own_pip(world, late, on=date(today.year - 3, today.month, min(today.day, 28)) - timedelta(days=40))
    client, url = as_("alice"), to("resultaat", late.pk, "pvt")
    assert 'name="verwijtbaar"' in page(client.get(url))
    asked = page(client.post(url, once(gezien="0", datum_on=dutch(today), toelichting="", verwijtbaar="")))
    assert "De termijn is overschreden; geef door of dat verwijtbaar is" in asked
    client.post(url, once(gezien="0", datum_on=dutch(today), toelichting="", verwijtbaar="False"))
    with world.scope():
        assert berichten(late) == [
            ("pvt", {"datumOndertekeningPvt": today.isoformat(), "verwijtbaar": "Nee"}, {})
        ]


def test_a_refused_pip_is_sent_again_from_the_tab(world, as_, dossier, pip_on):
    with world.scope():
        pip = dossier.pips.get()
    client = as_("alice")
    client.post(to("voortgang-sturen", dossier.pk, "pip"), once())
    with world.scope():
        refused = answer("geweigerd", f"pip:{pip.pk}", ["geen inburgeringsplicht"])
    tab = page(client.get(to("voortgang", dossier.pk)))
    assert "Bij DUO heeft deze persoon geen inburgeringsplicht." in tab
    client.post(to("voortgang-sturen", dossier.pk, "pip"), once())
    with world.scope():
        assert Bericht.objects.get(vervangt=refused).status == "klaar"


def test_who_does_it_by_hand_and_who_by_the_interface(world, as_, dossier):
    by_hand = "met de hand door in het Portaal Inburgering"
    assert by_hand in page(as_("alice").get(to("voortgang", dossier.pk)))
    DUOAansluiting.objects.create(gemeente=world.leusden, manier="m2m", oin="0" * 20)
    assert by_hand not in page(as_("alice").get(to("voortgang", dossier.pk)))


def test_a_closed_dossier_shows_no_buttons(world, as_, dossier):
    with world.scope():
        dossier.afgesloten_on = localdate()
        dossier.save()
    tab = page(as_("alice").get(to("voortgang", dossier.pk)))
    assert "Aanbod vastleggen" not in tab
    answered = page(
        as_("alice").post(
            to("resultaat", dossier.pk, "pvt"), once(gezien="0", datum_on=dutch(localdate()), toelichting="")
        )
    )
    assert "Dit dossier is afgesloten. Heropen het eerst." in answered


def test_the_toets_is_skipped_from_the_tab(world, as_, dossier):
    client = as_("alice")
    assert "De toets overslaan kan niet" in page(client.get(to("voortgang", dossier.pk)))
    client.post(to("lbt-overslaan", dossier.pk), once())
    with world.scope():
        assert berichten(dossier) == []
        Leerbaarheidstoets.objects.create(
            gemeente=dossier.gemeente, dossier=dossier, ontheffing_on=localdate(), ontheffingsgrond="visueel"
        )
    client.post(to("lbt-overslaan", dossier.pk), once())
    with world.scope():
        assert [row[0] for row in berichten(dossier)] == ["lbt-overslaan"]


def test_contactpersonen_from_registering_to_removing(world, as_, dossier):
    client = as_("tineke")
    client.post(
        to("contactpersoon-nieuw"),
        once(
            gemeente=str(world.leusden.pk),
            medewerker=str(world.alice.pk),
            naam="",
            email="",
            telefoonnummer="033 1234567",
            koppelen="on",
        ),
    )
    with world.scope():
        made = Contactpersoon.objects.get()
        assert (made.naam, made.email) == ("Alice", "alice@voorbeeld.example")
    listed = page(client.get(to("contactpersonen")))
    assert "Alice is aangemeld en gekoppeld aan 1 inburgeraar." in listed
    assert "staat klaar voor DUO" in listed
    assert "Alice is contactpersoon: 033 1234567" in page(as_("alice").get(to("voortgang", dossier.pk)))
    wrong = page(
        client.post(
            to("contactpersoon", made.pk),
            {"version": "1", "naam": "Alice", "email": "alice@leusden.example", "telefoonnummer": "geen"},
        )
    )
    assert "Vul een telefoonnummer in met cijfers" in wrong
    client.post(
        to("contactpersoon", made.pk),
        {"version": "1", "naam": "Alice", "email": "alice@leusden.example", "telefoonnummer": "06 12345678"},
    )
    with world.scope():
        made.refresh_from_db()
        assert (made.telefoonnummer, made.version) == ("06 12345678", 2)
    sure = page(client.get(to("contactpersoon-verwijderen", made.pk)))
    assert "Het aantal koppelingen dat vervalt, is 1" in sure
    client.post(to("contactpersoon-verwijderen", made.pk), once())
    assert "Nog geen contactpersonen" in page(client.get(to("contactpersonen")))


def test_a_contactpersoon_of_another_gemeente_is_not_found(world, as_):
    with world.scope():
        theirs = register_contactpersoon(
            world.amersfoort.pk,
            world.charlie,
            naam="Charlie",
            email="c@amersfoort.example",
            telefoonnummer="0331234567",
            by=world.charlie,
            on=localdate(),
        )
    assert as_("tineke").get(to("contactpersoon", theirs.pk)).status_code == 404
    assert as_("bas").get(to("contactpersoon-verwijderen", theirs.pk)).status_code == 404
    assert as_("alice").get(to("contactpersonen")).status_code == 403
    assert "Charlie" not in page(as_("tineke").get(to("contactpersonen")))


def test_a_contactpersoon_is_linked_and_taken_away_in_the_dossier(world, as_, dossier):
    client, url = as_("alice"), to("contactpersoon-koppelen", dossier.pk)
    assert "Een teamleider of beheerder doet dat" in page(client.get(to("voortgang", dossier.pk)))
    with world.scope():
        bob = register_contactpersoon(
            world.leusden.pk,
            world.bob,
            naam="Bob Jansen",
            email="b@leusden.example",
            telefoonnummer="0331234567",
            by=world.tineke,
            on=localdate(),
        )
    client.post(url, once())
    assert "Kies een contactpersoon." in page(client.get(to("voortgang", dossier.pk)))
    client.post(url, once(contactpersoon=str(bob.pk)))
    assert "Bob Jansen is contactpersoon" in page(client.get(to("voortgang", dossier.pk)))
    client.post(url, once(los="1"))
    assert "Er is nog niemand gekoppeld." in page(client.get(to("voortgang", dossier.pk)))


def test_a_registration_and_its_message_are_kept_together_or_not_at_all(
    world, as_, dossier, monkeypatch, pip_on
):
    from meedoen.domain.voortgang.actions import resultaten

    def breaks(*args, **kwargs):
        raise RuntimeError("the outbox is broken")

    monkeypatch.setattr(resultaten, "tell_duo", breaks)
    client = as_("alice")
    client.raise_request_exception = False
    answered = client.post(
        to("resultaat", dossier.pk, "pvt"), once(gezien="0", datum_on=dutch(pip_on + DAY), toelichting="")
    )
    assert answered.status_code == 500
    with world.scope():
        assert not Resultaat.objects.exists()
        assert not Bericht.objects.exists()


def test_earlier_dates_stay_readable(world, as_, dossier, pip_on):
    with world.scope():
        for days in (20, 21):
            register_resultaat(
                dossier,
                "map",
                datum_on=pip_on + timedelta(days=days),
                by=world.alice,
                on=localdate(),
            )
    assert "Wat er eerder stond" in page(as_("alice").get(to("voortgang", dossier.pk)))


def test_what_duo_already_has_is_not_called_unsent(world, dossier, as_):
    with world.scope():
        Resultaat.objects.create(
            gemeente=dossier.gemeente,
            dossier=dossier,
            onderdeel="pvt",
            datum_on=date(2026, 3, 2),
            by=world.alice,
        )
        keep_deliveries(
            [(dossier, {"pvt": {"datumOndertekeningPvt": "2026-03-02"}})],
            bron="duo",
            told_on=date(2026, 3, 9),
            kenmerk="DUO pvt 1.0.0",
        )
    page = as_("alice").get(reverse("klantmanager:voortgang", args=[dossier.pk])).content.decode()
    assert "staat al zo bij DUO" in page

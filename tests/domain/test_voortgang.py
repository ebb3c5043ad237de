"""Aanbod, hours, PVT, MAP and Z-route: what DUO would refuse, what is queued, and what is mended."""

from datetime import date, timedelta

import pytest
from django.db import transaction

from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.models import Gebeurtenis
from meedoen.domain.keten.actions import make_taak
from meedoen.domain.keten.models import Bericht, Taak
from meedoen.domain.keten.telling import WouldBeRefused
from meedoen.domain.voortgang.actions import (
    change_aanbod,
    offer_aanbod,
    register_resultaat,
    register_uren,
    send_again,
    skip_lbt,
    withdraw_aanbod,
    withdraw_resultaat,
)
from meedoen.domain.voortgang.models import GevolgdeUren, Inburgeringsaanbod, Resultaat
from meedoen.domain.voortgang.selectors import (
    aanbod_conditions,
    end_from_last_day,
    last_day_of,
    resultaat_conditions,
    uren_conditions,
    verwijtbaar_choices,
)
from meedoen.law.inburgering.begrippen import Doelgroep
from tests.domain.voortgang_examples import (
    PIP_ON,
    TERM_END,
    TERM_START,
    TODAY,
    answer,
    berichten,
    duo_tells,
    own_pip,
    school,
)

AANBOD = {"aanbod_on": date(2026, 3, 2), "start_on": date(2026, 3, 9), "eind_on": date(2027, 3, 10)}
DAY = timedelta(days=1)


@pytest.fixture
def dossier(world):
    return world.dossier(
        world.alice,
        bekendmaking_on=date(2025, 10, 1),
        kennisgeving_on=date(2025, 11, 1),
        inschrijving_on=date(2025, 11, 10),
    )


@pytest.fixture
def guided(world, dossier):
    """The same dossier with a PIP in the B1-route."""
    with world.scope():
        own_pip(world, dossier)
    return dossier


def offer(world, dossier, where, **other):
    facts = {**AANBOD, "alfabetisering": "NVT", "by": world.alice, "on": TODAY, **other}
    return offer_aanbod(dossier, where, **facts)


def register(world, dossier, onderdeel, datum_on, **other):
    return register_resultaat(
        dossier, onderdeel, datum_on=datum_on, **{"by": world.alice, "on": TODAY, **other}
    )


def hours(world, dossier, soort, uren, **other):
    facts = {"uren": uren, "tot_en_met_on": TODAY, "by": world.alice, "on": TODAY, **other}
    return register_uren(dossier, soort, **facts)


def refusals(conditions):
    return [condition.outcome.sentence() for condition in conditions if condition.refuses]


def unknowns(conditions):
    return [condition.outcome.sentence() for condition in conditions if condition.is_unknown]


# --- aanbod -------------------------------------------------------------------------------------------------


def test_an_aanbod_is_kept_told_in_the_logbook_and_queued_with_the_fields_of_duo(world, guided):
    with world.scope():
        aanbod = offer(world, guided, school())
        assert berichten(guided) == [
            (
                "aanbod",
                {
                    "datumInburgeringsaanbod": "2026-03-02",
                    "verwachteStartdatumOpleiding": "2026-03-09",
                    "verwachteEinddatumOpleiding": "2027-03-10",
                    "indicatorAlfabetiseringsonderwijs": "NVT",
                },
                {"instellingsnummer": "0000000123"},
            )
        ]
        event = Gebeurtenis.objects.get(kind="AanbodOffered")
        assert event.sentence == (
            "Inburgeringsaanbod bij Taalhuis, Leusden vastgelegd, aanbod van 2 maart 2026."
        )
        assert event.data == {"aanbod": aanbod.pk}


def test_the_message_is_of_the_transaction_of_the_registration(world, guided):
    with world.scope():
        where = school()
        with pytest.raises(RuntimeError), transaction.atomic():
            offer(world, guided, where)
            raise RuntimeError("the computer stops")
        assert not Bericht.objects.exists()
        assert not Inburgeringsaanbod.objects.exists()


def test_the_last_day_of_lessons_is_kept_and_sent_as_the_day_after_it(world, guided):
    assert end_from_last_day(date(2028, 2, 28), on=TODAY) == date(2028, 2, 29)
    assert end_from_last_day(date(2027, 12, 31), on=TODAY) == date(2028, 1, 1)
    assert end_from_last_day(None, on=TODAY) is None
    with world.scope():
        aanbod = offer(world, guided, school(), eind_on=date(2028, 3, 1))
        assert last_day_of(aanbod, on=TODAY) == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("facts", "sentences"),
    [
        ({"eind_on": TERM_END}, []),
        ({"eind_on": TERM_END + DAY}, ["de opleiding duurt langer dan de termijn"]),
        ({"start_on": TERM_END - DAY, "eind_on": TERM_END}, []),
        (
            {"start_on": TERM_END, "eind_on": None},
            ["de opleiding begint op 13 januari 2029, na de termijn"],
        ),
        ({"aanbod_on": PIP_ON, "start_on": TERM_START}, []),
        (
            {"aanbod_on": PIP_ON - DAY},
            ["het aanbod van 11 januari 2026 ligt voor het actuele PIP van 12 januari 2026"],
        ),
        ({"start_on": AANBOD["aanbod_on"]}, []),
        (
            {"start_on": AANBOD["aanbod_on"] - DAY},
            ["de opleiding begint op 1 maart 2026, voor het aanbod van 2 maart 2026"],
        ),
        ({"eind_on": AANBOD["start_on"] + DAY}, []),
        (
            {"eind_on": AANBOD["start_on"]},
            ["de opleiding begint op 9 maart 2026, niet voor haar einde op 9 maart 2026"],
        ),
    ],
)
def test_each_border_of_the_dates_of_an_aanbod(world, guided, facts, sentences):
    with world.scope():
        found = aanbod_conditions(guided, school(), **{**AANBOD, **facts}, on=TODAY)
        assert refusals(found) == sentences
        assert unknowns(found) == []


def test_the_term_that_duo_told_goes_before_our_own(world, guided):
    with world.scope():
        duo_tells(guided, inburgeringstermijn={"startdatum": "2026-01-13", "einddatum": "2027-03-10"})
        where = school()
        assert refusals(aanbod_conditions(guided, where, **AANBOD, on=TODAY)) == []
        later = {**AANBOD, "eind_on": date(2027, 3, 11)}
        assert refusals(aanbod_conditions(guided, where, **later, on=TODAY)) == [
            "de opleiding duurt langer dan de termijn"
        ]


@pytest.mark.parametrize(
    ("route", "bow", "tst", "sentences", "open_questions"),
    [
        ("B1-route", True, False, [], []),
        ("B1-route", False, True, ["de instelling heeft geen keurmerk van Blik op Werk"], []),
        ("onderwijsroute", False, True, [], []),
        (
            "onderwijsroute",
            False,
            False,
            ["de instelling heeft geen keurmerk en geen erkenning voor het taalschakeltraject"],
            [],
        ),
        ("B1-route", None, None, [], ["het is niet bekend of de instelling het keurmerk heeft"]),
    ],
)
def test_the_keurmerk_that_the_leerroute_asks(world, dossier, route, bow, tst, sentences, open_questions):
    with world.scope():
        own_pip(world, dossier, route=route)
        found = aanbod_conditions(dossier, school(bow=bow, tst=tst), **AANBOD, on=TODAY)
        assert (refusals(found), unknowns(found)) == (sentences, open_questions)


def test_what_duo_would_refuse_is_not_kept_without_a_choice_and_then_waits_with_a_task(world, dossier):
    with world.scope():
        own_pip(world, dossier)
        dossier.doelgroep = Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT
        dossier.save()
        where = school()
        with pytest.raises(WouldBeRefused) as refused:
            offer(world, dossier, where)
        assert str(refused.value) == (
            "DUO zal dit weigeren: DUO registreert geen aanbod voor een gezinsmigrant of overige migrant."
        )
        assert not Inburgeringsaanbod.objects.exists()
        offer(world, dossier, where, hold=True)
        assert berichten(dossier) == []
        taak = Taak.objects.get(soort="wacht")
        assert (taak.soort, taak.waar, taak.onderwerp) == ("wacht", "aanbod", "aanbod:0000000123")
        assert taak.titel == "Stuur het aanbod naar DUO zodra dat kan"
        assert "geen aanbod voor een gezinsmigrant of overige migrant" in taak.uitleg


def test_what_waited_is_sent_when_the_reason_is_gone_or_somebody_knows_better(world, dossier):
    with world.scope():
        own_pip(world, dossier)
        aanbod = offer(world, dossier, school(bow=False), hold=True)
        key = f"aanbod-{aanbod.pk}"
        with pytest.raises(WouldBeRefused):
            send_again(dossier, key, by=world.alice, on=TODAY)
        send_again(dossier, key, by=world.alice, on=TODAY, anyway=True)
        assert [row[0] for row in berichten(dossier)] == ["aanbod"]
        assert Taak.objects.get(soort="wacht").status == "vervallen"


def test_a_later_aanbod_at_the_same_school_takes_the_place_of_the_earlier_one(world, guided):
    with world.scope():
        where = school()
        first = offer(world, guided, where)
        second = offer(world, guided, where, eind_on=date(2027, 6, 1))
        assert second.pk == first.pk
        assert second.version == 2
        # The first had not left yet, so only the latest is told.
        assert [body["verwachteEinddatumOpleiding"] for _, body, _ in berichten(guided)] == ["2027-06-01"]


def test_a_refused_aanbod_is_mended_by_changing_it(world, guided):
    with world.scope():
        aanbod = offer(world, guided, school())
        refused = answer("geweigerd", "aanbod:0000000123", ["Buiten de termijn"])
        taak = make_taak(guided, "geweigerd", titel="Verbeter het aanbod", bericht=refused)
        aanbod.eind_on = date(2026, 12, 1)
        change_aanbod(aanbod, by=world.alice, on=TODAY)
        mended = Bericht.objects.get(vervangt=refused)
        assert mended.gegevens["body"]["verwachteEinddatumOpleiding"] == "2026-12-01"
        assert mended.status == "klaar"
        taak.refresh_from_db()
        assert taak.status == "vervallen"


def test_an_aanbod_that_never_left_is_not_deleted_at_duo_and_one_that_did_is(world, guided):
    with world.scope():
        aanbod = offer(world, guided, school())
        withdraw_aanbod(aanbod, reason="Andere school", by=world.alice, on=TODAY)
        assert berichten(guided) == []
        again = offer(world, guided, aanbod.instelling)
        answer("aangenomen", "aanbod:0000000123")
        with pytest.raises(NotPossible, match="waarom u het aanbod intrekt"):
            withdraw_aanbod(again, reason="x", by=world.alice, on=TODAY)
        withdraw_aanbod(again, reason="Andere school", by=world.alice, on=TODAY)
        assert berichten(guided)[-1] == ("aanbod-verwijderen", None, {"instellingsnummer": "0000000123"})
        with pytest.raises(NotPossible, match="al ingetrokken"):
            withdraw_aanbod(again, reason="Andere school", by=world.alice, on=TODAY)


def test_of_a_closed_dossier_nothing_goes_to_duo(world, guided):
    with world.scope():
        guided.afgesloten_on = TODAY
        guided.save()
        with pytest.raises(NotPossible, match="afgesloten"):
            offer(world, guided, school())
        with pytest.raises(NotPossible, match="afgesloten"):
            hours(world, guided, "uren-participatietaalles", 10)
        with pytest.raises(NotPossible, match="afgesloten"):
            register(world, guided, "pvt", TODAY)
        with pytest.raises(NotPossible, match="afgesloten"):
            skip_lbt(guided, by=world.alice, on=TODAY)


def test_without_a_bsn_nothing_can_be_sent(world):
    nameless = world.dossier(world.alice, persoon__bsn="", inschrijving_on=date(2025, 11, 10))
    with world.scope():
        own_pip(world, nameless)
        found = aanbod_conditions(nameless, school(), **AANBOD, on=TODAY)
        assert refusals(found) == ["het BSN van de inburgeraar ontbreekt; vul het in bij Gegevens"]


# --- hours --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("uren", [0, 9999])
def test_a_total_within_the_counter_is_kept_and_queued(world, guided, uren):
    with world.scope():
        hours(world, guided, "uren-participatietaalles", uren)
        assert berichten(guided) == [("uren-participatietaalles", {"uren": uren}, {})]


@pytest.mark.parametrize("uren", [-1, 10000])
def test_a_total_outside_the_counter_cannot_be_kept(world, guided, uren):
    with world.scope(), pytest.raises(NotPossible, match="van 0 tot en met 9999"):
        hours(world, guided, "uren-participatietaalles", uren)


def test_the_latest_total_counts_and_a_lower_one_says_why(world, guided):
    with world.scope():
        hours(world, guided, "uren-taallesknm", 40)
        answer("aangenomen", "uren-taallesknm")
        with pytest.raises(NotPossible, match="Het totaal was 40 uur en wordt lager"):
            hours(world, guided, "uren-taallesknm", 39)
        hours(world, guided, "uren-taallesknm", 39, toelichting="Dubbel geteld")
        assert [row.uren for row in GevolgdeUren.objects.all()] == [39, 40]
        assert [body for _, body, _ in berichten(guided)] == [{"uren": 40}, {"uren": 39}]


def test_hours_are_not_counted_until_a_day_to_come(world, guided):
    with world.scope(), pytest.raises(NotPossible, match="in de toekomst"):
        hours(world, guided, "uren-taallesknm", 1, tot_en_met_on=TODAY + DAY)


@pytest.mark.parametrize(
    ("route", "groep", "sentences"),
    [
        ("Z-route", Doelgroep.ASIELSTATUSHOUDER, []),
        (
            "B1-route",
            Doelgroep.ASIELSTATUSHOUDER,
            ["in de B1-route geef je geen uren participatie door"],
        ),
        (
            "Z-route",
            Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
            ["voor een gezinsmigrant of overige migrant geef je geen uren participatie door"],
        ),
    ],
)
def test_participation_is_for_the_z_route_of_asiel(world, dossier, route, groep, sentences):
    with world.scope():
        own_pip(world, dossier, route=route)
        dossier.doelgroep = groep
        dossier.save()
        found = uren_conditions(dossier, "uren-participatieactiviteiten", 10, on=TODAY)
        assert refusals(found) == sentences
        assert refusals(uren_conditions(dossier, "uren-participatietaalles", 10, on=TODAY)) == []


def test_a_refused_total_is_mended_by_a_new_one(world, guided):
    with world.scope():
        hours(world, guided, "uren-participatietaalles", 10)
        refused = answer("geweigerd", "uren-participatietaalles")
        hours(world, guided, "uren-participatietaalles", 12)
        assert Bericht.objects.get(vervangt=refused).gegevens["body"] == {"uren": 12}


# --- PVT, MAP, Z-route --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("onderdeel", "field"), [("pvt", "datumOndertekeningPvt"), ("map", "datumEindgesprekMap")]
)
def test_a_date_within_the_term_is_kept_and_queued_without_verwijtbaar(world, guided, onderdeel, field):
    with world.scope():
        register(world, guided, onderdeel, date(2026, 5, 4))
        assert berichten(guided) == [(onderdeel, {field: "2026-05-04"}, {})]


@pytest.mark.parametrize(
    ("datum", "sentences"),
    [
        (TERM_START, []),
        (
            TERM_START - DAY,
            ["de datum 12 januari 2026 ligt voor het begin van de termijn op 13 januari 2026"],
        ),
        (TODAY, []),
        (TODAY + DAY, ["de datum 2 juni 2026 ligt in de toekomst"]),
    ],
)
def test_each_border_of_the_date_of_pvt_and_map(world, guided, datum, sentences):
    with world.scope():
        for onderdeel in ("pvt", "map"):
            assert refusals(resultaat_conditions(guided, onderdeel, datum, None, on=TODAY)) == sentences


def test_a_date_to_come_cannot_be_kept_at_all(world, guided):
    with world.scope(), pytest.raises(NotPossible, match="in de toekomst"):
        register(world, guided, "pvt", TODAY + DAY, hold=True)


def test_a_date_after_the_end_of_the_z_route_is_refused_and_on_that_day_not(world, dossier):
    with world.scope():
        own_pip(world, dossier, route="Z-route")
        register(world, dossier, "zroute", date(2026, 4, 1))
        assert refusals(resultaat_conditions(dossier, "pvt", date(2026, 4, 1), None, on=TODAY)) == []
        assert refusals(resultaat_conditions(dossier, "map", date(2026, 4, 2), None, on=TODAY)) == [
            "de Z-route was al op 1 april 2026 afgerond"
        ]


def test_the_z_route_ends_in_the_z_route_and_not_before_map_or_pvt(world, dossier):
    with world.scope():
        own_pip(world, dossier, route="Z-route")
        register(world, dossier, "map", date(2026, 4, 2))
        assert refusals(resultaat_conditions(dossier, "zroute", date(2026, 4, 2), None, on=TODAY)) == []
        assert refusals(resultaat_conditions(dossier, "zroute", date(2026, 4, 1), None, on=TODAY)) == [
            "het eindgesprek van de MAP is van later, 2 april 2026"
        ]
        register(world, dossier, "zroute", date(2026, 4, 2))
        assert berichten(dossier)[-1] == ("zroute", {"datumAfrondingZroute": "2026-04-02"}, {})


def test_in_another_route_the_z_route_does_not_end(world, guided):
    with world.scope():
        found = resultaat_conditions(guided, "zroute", TODAY, None, on=TODAY)
        assert refusals(found) == ["de leerroute is de B1-route"]


def test_of_another_gemeente_and_of_an_unknown_pip(world, dossier):
    with world.scope():
        duo_tells(
            dossier,
            pip={"gemeentecode": "0307", "pip": {"dagtekeningPip": "2026-01-12", "leerroute": "B"}},
            inburgeringstermijn={"startdatum": "2026-01-13", "einddatum": "2029-01-13"},
        )
        found = resultaat_conditions(dossier, "pvt", TODAY, None, on=TODAY)
        assert refusals(found) == ["het actuele PIP is van een andere gemeente"]
    other = world.dossier(world.alice)
    with world.scope():
        found = resultaat_conditions(other, "pvt", TODAY, None, on=TODAY)
        assert refusals(found) == []
        assert unknowns(found) == [
            "het begin van de termijn is niet bekend",
            "het einde van de termijn is niet bekend",
        ]
        register(world, other, "pvt", TODAY)  # what is not known does not stand in the way
        assert len(berichten(other)) == 1


TWO_MONTHS = date(2028, 11, 13)


@pytest.mark.parametrize(
    ("on", "offered"),
    [
        (TWO_MONTHS - DAY, {None}),
        (TWO_MONTHS, {None, False}),
        (TERM_END - DAY, {None, False}),
        (TERM_END, {False, True}),
    ],
)
def test_verwijtbaar_is_offered_when_duo_takes_it(world, guided, on, offered):
    with world.scope():
        choices = verwijtbaar_choices(guided, "map", on=on)
        assert {value for value, outcome in choices.items() if outcome.value} == offered


def test_why_verwijtbaar_is_not_offered_is_said(world, guided):
    with world.scope():
        choices = verwijtbaar_choices(guided, "pvt", on=TODAY)
        assert choices[False].sentence() == (
            "Verwijtbaar Nee kan pas 2 maanden voor het einde van de termijn"
        )
        assert choices[True].sentence() == "Verwijtbaar Ja kan pas als de termijn is overschreden"


def test_after_the_term_the_judgement_goes_with_the_date(world, guided):
    late = TERM_END
    with world.scope():
        assert refusals(resultaat_conditions(guided, "pvt", late, None, on=late)) == [
            "de termijn is overschreden; geef door of dat verwijtbaar is"
        ]
        register(world, guided, "pvt", late, verwijtbaar=True, on=late)
        assert berichten(guided) == [
            ("pvt", {"datumOndertekeningPvt": "2029-01-13", "verwijtbaar": "Ja"}, {})
        ]
        event = Gebeurtenis.objects.get(kind="ResultaatRegistered")
        assert event.sentence == (
            "Participatieverklaring ondertekend op 13 januari 2029, te laat en verwijtbaar."
        )


def test_the_judgement_can_go_without_a_date_when_it_is_not_done_yet(world, guided):
    with world.scope():
        with pytest.raises(NotPossible, match="Vul de datum in"):
            register(world, guided, "map", None)
        register(world, guided, "map", None, verwijtbaar=False, on=TWO_MONTHS)
        assert berichten(guided) == [("map", {"verwijtbaar": "Nee"}, {})]
        register(world, guided, "map", TODAY)
        with pytest.raises(NotPossible, match="anders trekt u hem in"):
            register(world, guided, "map", None, verwijtbaar=False, on=TWO_MONTHS)
        with pytest.raises(NotPossible, match="vraagt DUO niet"):
            register(world, guided, "zroute", TODAY, verwijtbaar=True)


def test_a_date_is_taken_back_by_the_message_without_it(world, guided):
    with world.scope():
        with pytest.raises(NotPossible, match="geen datum om in te trekken"):
            withdraw_resultaat(guided, "pvt", reason="Vergissing", by=world.alice, on=TODAY)
        register(world, guided, "pvt", date(2026, 5, 4))
        answer("aangenomen", "pvt")
        with pytest.raises(NotPossible, match="waarom u de datum intrekt"):
            withdraw_resultaat(guided, "pvt", reason=" ", by=world.alice, on=TODAY)
        withdraw_resultaat(guided, "pvt", reason="Vergissing", by=world.alice, on=TODAY)
        assert berichten(guided)[-1] == ("pvt", {}, {})
        assert [row.datum_on for row in Resultaat.objects.all()] == [None, date(2026, 5, 4)]


def test_a_date_that_never_left_is_dropped_instead(world, guided):
    with world.scope():
        register(world, guided, "pvt", date(2026, 5, 4))
        withdraw_resultaat(guided, "pvt", reason="Vergissing", by=world.alice, on=TODAY)
        assert berichten(guided) == []


def test_after_the_end_of_the_z_route_map_and_pvt_are_not_taken_back(world, dossier):
    with world.scope():
        own_pip(world, dossier, route="Z-route")
        register(world, dossier, "pvt", date(2026, 4, 1))
        answer("aangenomen", "pvt")
        register(world, dossier, "zroute", date(2026, 4, 2))
        with pytest.raises(WouldBeRefused, match="de Z-route is op 2 april 2026 al afgerond"):
            withdraw_resultaat(dossier, "pvt", reason="Vergissing", by=world.alice, on=TODAY)
        withdraw_resultaat(dossier, "zroute", reason="Vergissing", by=world.alice, on=TODAY)
        withdraw_resultaat(dossier, "pvt", reason="Vergissing", by=world.alice, on=TODAY)
        assert berichten(dossier)[-1] == ("pvt", {}, {})


def test_a_date_that_another_gemeente_may_have_sent_is_said_to_be_unknown(world, guided):
    with world.scope():
        duo_tells(guided, map={"datumEindgesprekMap": "2026-02-02"})
        found = resultaat_conditions(guided, "map", TODAY, None, on=TODAY)
        assert unknowns(found) == [
            "het is niet bekend of de eerdere datum door de eigen gemeente is doorgegeven"
        ]


def test_a_refused_date_is_mended_by_another_one(world, guided):
    with world.scope():
        register(world, guided, "pvt", date(2026, 5, 4))
        refused = answer("geweigerd", "pvt")
        register(world, guided, "pvt", date(2026, 5, 5))
        mended = Bericht.objects.get(vervangt=refused)
        assert mended.gegevens["body"] == {"datumOndertekeningPvt": "2026-05-05"}


# --- leerbaarheidstoets -------------------------------------------------------------------------------------


def test_the_toets_is_skipped_only_with_a_ground_of_the_law(world, dossier):
    from meedoen.domain.brede_intake.models import Leerbaarheidstoets

    with world.scope():
        with pytest.raises(NotPossible, match="de uitslag van de leerbaarheidstoets ontbreekt"):
            skip_lbt(dossier, by=world.alice, on=TODAY)
        toets = Leerbaarheidstoets.objects.create(
            gemeente=dossier.gemeente, dossier=dossier, ontheffing_on=TODAY, ontheffingsgrond="visueel"
        )
        dossier.refresh_from_db()
        skip_lbt(dossier, by=world.alice, on=TODAY)
        assert berichten(dossier) == [("lbt-overslaan", None, {})]
        toets.resultaat, toets.afgenomen_on = "haalbaar", TODAY
        toets.save()
        dossier.refresh_from_db()
        with pytest.raises(NotPossible, match="al gemaakt"):
            skip_lbt(dossier, by=world.alice, on=TODAY)

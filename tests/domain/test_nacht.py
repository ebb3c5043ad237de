"""The nightly work says of every dossier what the rules for one person say, and writes only what changed."""

import random
from datetime import date, datetime, timedelta

import pytest
from django.db import connection, transaction
from django.utils.timezone import get_current_timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from meedoen.demo.region import fill
from meedoen.domain.brede_intake.models import BredeIntake, Intakegesprek, Leerbaarheidstoets, Oproep
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.pip.facts import own_pip_on, pip_facts
from meedoen.domain.pip.models import PIP, Informatieverzoek, Leerroutekeuze
from meedoen.domain.regio.models import Gemeente
from meedoen.domain.regio.tenancy import tenant_scope
from meedoen.domain.termijn import night as module
from meedoen.domain.termijn.actions import IMPOSSIBLE, reckon
from meedoen.domain.termijn.derived import Derived, tell
from meedoen.domain.termijn.facts import claims, dossier_facts, with_parts
from meedoen.domain.termijn.lifted import Lifted
from meedoen.domain.termijn.models import Werkpunt
from meedoen.domain.termijn.next_step import last_day_for_pip, step_as_kept
from meedoen.domain.termijn.night import night, reckon_all
from meedoen.domain.termijn.rows import rows_after
from meedoen.domain.voortgang.models import Resultaat
from meedoen.law.inburgering.begrippen import Doelgroep, Leerroute, Verblijfstitel
from meedoen.law.inburgering.dossier_facts import DossierFacts
from meedoen.law.inburgering.pip import pip_deadline
from meedoen.law.inburgering.stappen import Stap
from meedoen.law.sources import IN_WERKING

TODAY = date(2026, 4, 1)
DAYS = st.none() | st.dates(date(2021, 12, 1), date(2027, 1, 31))
DATES = (
    *("koppeling", "kennisgeving", "inschrijving", "inschrijving_nieuwe_gemeente", "eerste_pip"),
    *("informatie_derde_gevraagd", "informatie_derde_ontvangen", "oproep", "oproep_termijn"),
    *("waarschuwing", "intake_begonnen", "intake_afgerond", "leerbaarheidstoets_aangevraagd"),
    *("leerbaarheidstoets", "pip_concept", "pip_vastgesteld", "pip_uitgereikt", "voldaan"),
    *("plicht_geeindigd", "verlengd_tot_en_met", "pip_herroepen", "laatste_voortgangsgesprek"),
    *("pvt_afgerond", "map_afgerond"),
)
FACTS = st.builds(
    DossierFacts,
    **dict.fromkeys(DATES, DAYS),
    doelgroep=st.none() | st.sampled_from(Doelgroep),
    verblijfstitel=st.none() | st.sampled_from(Verblijfstitel),
    in_azc=st.none() | st.booleans(),
    vrijgesteld=st.none() | st.booleans(),
    oproepen=st.none() | st.integers(0, 4),
    gemiste_oproepen=st.none() | st.integers(0, 4),
    ontheffing_leerbaarheidstoets=st.none() | st.booleans(),
    eerdere_leerroute=st.none() | st.sampled_from(Leerroute),
    leerroute=st.none() | st.sampled_from(Leerroute),
    voortgangsgesprek_maanden=st.none() | st.integers(1, 12),
)

CLAIMS = st.frozensets(st.sampled_from([Stap.PVT_AFRONDEN, Stap.MAP_AFRONDEN]))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(FACTS, DAYS, CLAIMS), min_size=1, max_size=60), st.dates(date(2022, 1, 1), TODAY))
def test_many_dossiers_are_told_what_one_is_told(cases, on):
    answers = Lifted(on).answers(*([case[part] for case in cases] for part in range(3)))
    for (facts, pip_on, claimed), found in zip(cases, answers, strict=True):
        step = step_as_kept(facts, on=on, claims=claimed)
        if found is None:
            assert not step.outcome.is_known
        else:
            assert found == (tell(step), last_day_for_pip(facts, pip_on, on=on))


def test_a_day_outside_the_calendar_is_left_to_the_rules_for_one_person():
    odd = [DossierFacts(kennisgeving=date(9999, 12, 31)), DossierFacts(kennisgeving=date(1850, 1, 1))]
    assert [*Lifted(TODAY).answers([*odd, DossierFacts()], [None] * 3)][:2] == [None, None]
    assert [*Lifted(date(2021, 12, 31)).answers(odd, [None] * 2)] == [None, None]
    assert [*Lifted(TODAY).answers([], [])] == []


# --- the database ---


def said():
    """Return what every row says."""
    return {pk: tuple(values) for pk, *values in Werkpunt.objects.values_list("dossier_id", *Derived._fields)}


def one_by_one(on):
    """Return what every row says after the single path; puts back what was there."""

    class Back(Exception):
        pass

    found = {}
    try:
        with transaction.atomic():
            Werkpunt.objects.all().delete()
            reckon(Dossier.objects.values_list("pk", flat=True), on=on)
            found.update(said())
            raise Back
    except Back:
        return found


class Maker:
    """Makes dossiers with parts by chance, also in combinations that no page allows."""

    def __init__(self, world, seed):
        self.world, self.dice = world, random.Random(seed)

    def day(self, since=date(2022, 1, 1), chance=0.7):
        days = (TODAY - since).days + 60
        return since + timedelta(days=self.dice.randrange(days)) if self.dice.random() < chance else None

    def some(self, *values):
        return self.dice.choice(values)

    def dossier(self):
        world, dice = self.world, self.dice
        where = self.some(world.leusden, world.leusden, world.amersfoort)
        people = (None, world.alice, world.bob) if where == world.leusden else (None, world.charlie)
        made = world.dossier(
            self.some(*people),
            where,
            doelgroep=self.some("", *Doelgroep),
            verblijfstitel=self.some("", *Verblijfstitel),
            **{
                name: self.day(chance=chance)
                for name, chance in {
                    **dict.fromkeys(("koppeling_on", "kennisgeving_on", "inschrijving_on"), 0.7),
                    **dict.fromkeys(("plicht_einde_on", "voldaan_on", "verlengd_tot_en_met_on"), 0.05),
                    "eerste_pip_on": 0.4,
                    "afgesloten_on": 0.2,
                }.items()
            },
            eerste_pip_elders=dice.random() < 0.2,
            persoon__postcode=self.some("", "3831 AA"),
            persoon__coa_locatie=self.some("", "Zeist"),
            persoon__taal=self.some("ar", "ti", ""),
        )
        with world.scope(where):
            if dice.random() < 0.5:
                Dossier.objects.filter(pk=made.pk).update(team=None)
            self.parts(made)
        return made

    def parts(self, dossier):
        dice, own = self.dice, {"dossier": dossier, "gemeente": dossier.gemeente}
        if dice.random() < 0.5:
            BredeIntake.objects.create(**own, gestart_on=self.day(), afgerond_on=self.day(chance=0.4))
        if dice.random() < 0.5:
            Leerbaarheidstoets.objects.create(
                **own,
                aangemeld_on=self.day(),
                afgenomen_on=self.day(chance=0.5),
                resultaat=self.some("", "haalbaar"),
                ontheffing_on=self.day(chance=0.2),
            )
        if dice.random() < 0.6:
            Leerroutekeuze.objects.create(
                **own, leerroute=self.some("", *Leerroute), eerdere_leerroute=self.some("", "", *Leerroute)
            )
        for nummer in range(1, dice.randrange(5)):
            Oproep.objects.create(
                **own,
                nummer=nummer,
                verstuurd_on=self.day(chance=1),
                termijn_on=self.day(chance=1),
                gesprek_at=datetime(2026, 3, 20, 10, tzinfo=get_current_timezone()),
                locatie="Leusden",
                uitkomst=self.some(*Oproep.Uitkomst),
                uitkomst_on=self.day(chance=0.5),
                waarschuwing_on=self.day(chance=0.3),
            )
        by = self.world.alice
        for _ in range(self.some(0, 0, 1, 2)):
            Intakegesprek.objects.create(**own, gevoerd_on=self.day(chance=1), plaats="azc", by=by)
        for _ in range(self.some(0, 0, 0, 1, 2)):
            Informatieverzoek.objects.create(
                **own,
                wat="x",
                van_wie="x",
                waarom_nodig="x",
                gevraagd_on=self.day(chance=1),
                ontvangen_on=self.day(chance=0.5),
                by=by,
            )
        final = [PIP.Status.VERVANGEN, PIP.Status.INGETROKKEN, PIP.Status.VASTGESTELD, PIP.Status.UITGEREIKT]
        made = [self.some(*final) for _ in range(self.some(0, 0, 1, 2, 3))]
        made += [self.some(PIP.Status.CONCEPT, PIP.Status.GECONTROLEERD)] if dice.random() < 0.4 else []
        for versie, status in enumerate(made, start=1):
            PIP.objects.create(
                **own,
                versie=versie,
                status=status,
                leerroute=self.some("", *Leerroute),
                overgenomen=dice.random() < 0.2,
                dagtekening_on=self.day(chance=0.9),
                uitgereikt_on=self.day(chance=0.6),
            )
        for _ in range(self.some(0, 0, 1, 2, 3)):
            onderdeel = self.some(*Resultaat.Onderdeel)
            Resultaat.objects.create(**own, onderdeel=onderdeel, datum_on=self.day(chance=0.8), by=by)


@pytest.fixture
def many(world):
    maker = Maker(world, seed=2021)
    for _ in range(150):
        maker.dossier()
    return world


@pytest.mark.parametrize("on", [date(2022, 7, 1), date(2024, 2, 29), TODAY])
def test_a_night_writes_what_one_by_one_would_write(many, on, monkeypatch):
    monkeypatch.setattr(module, "AT_ONCE", 40)
    counted = night(on)
    assert (counted.reckoned, counted.written) == (150, 150)
    assert counted.one_by_one < 15
    with many.scope():
        assert said() == one_by_one(on)


def test_the_demo_region_is_reckoned_alike(db):
    fill(TODAY)
    later = TODAY + timedelta(days=30)
    assert reckon_all(later) == 640
    with transaction.atomic(), tenant_scope(Gemeente.objects.values_list("pk", flat=True)):
        assert said() == one_by_one(later)


def test_the_rows_give_the_facts_of_the_models(many):
    with many.scope():
        models = {one.pk: dossier_facts(one) for one in with_parts(Dossier.objects.all())}
        assert {row.id: dossier_facts(row) for row in rows_after(0, 1000)} == models
        told = {one.pk: claims(one) for one in with_parts(Dossier.objects.all())}
        assert {row.id: claims(row) for row in rows_after(0, 1000)} == told
        assert len(set(told.values())) > 2
        assert [row.id for row in rows_after(min(models), 3)] == sorted(models)[1:4]


def test_the_last_day_for_the_pip_is_that_of_the_law_of_its_day(many):
    with many.scope():
        for dossier in with_parts(Dossier.objects.all()):
            pip_on = own_pip_on(dossier)
            if pip_on is None or pip_on <= TODAY:
                wanted = pip_deadline(pip_facts(dossier), on=max(pip_on or TODAY, IN_WERKING))
                assert last_day_for_pip(dossier_facts(dossier), pip_on, on=TODAY) == wanted.value


def test_the_next_night_writes_only_what_changed(many):
    night(TODAY)
    assert night(TODAY).written == 0
    with many.scope():
        one = Dossier.objects.filter(afgesloten_on__isnull=True).first()
        Dossier.objects.filter(pk=one.pk).update(afgesloten_on=TODAY)
    assert night(TODAY).written == 1
    with many.scope():
        assert Werkpunt.objects.get(dossier=one).gesloten is True
        assert set(Werkpunt.objects.values_list("reckoned_on", flat=True)) == {TODAY}
        before = said()
    later = TODAY + timedelta(days=45)
    assert 0 < night(later).written < 150
    with many.scope():
        changed = {pk for pk, values in said().items() if values != before[pk]}
        assert changed == set(Werkpunt.objects.filter(reckoned_on=later).values_list("dossier_id", flat=True))


@pytest.mark.parametrize(
    "change", [{"kennisgeving_on": date(9999, 12, 31)}, {"doelgroep": "onbekende groep"}]
)
def test_one_impossible_dossier_stops_nobody_else(many, change):
    with many.scope():
        odd = Dossier.objects.filter(voldaan_on=None, plicht_einde_on=None, eerste_pip_on=None).first()
        PIP.objects.filter(dossier=odd).delete()
        Dossier.objects.filter(pk=odd.pk).update(eerste_pip_elders=False, verblijfstitel="", **change)
    assert night(TODAY).reckoned == 150
    with many.scope():
        rows = said()
        assert rows == one_by_one(TODAY)
        assert "doelgroep" not in change or rows[odd.pk][1] == IMPOSSIBLE


def test_before_the_act_no_row_has_a_date(many):
    assert night(date(2021, 12, 31)).one_by_one == 150
    with many.scope():
        assert set(Werkpunt.objects.values_list("code", "due_on")) == {(IMPOSSIBLE, None)}


def test_small_gemeenten_share_a_transaction_and_large_ones_take_several(many, monkeypatch):
    monkeypatch.setattr(module, "AT_ONCE", 1000)
    Gemeente.objects.create(naam="Leegstad", cbs_code="9998")
    small, large = many.leusden.pk, many.amersfoort.pk
    assert module._together() == [[small, large]]
    monkeypatch.setattr(module, "AT_ONCE", 20)
    assert module._together() == [[small], [large]]


@pytest.mark.skipif(connection.vendor != "postgresql", reason="on SQLite the night holds the lock")
@pytest.mark.parametrize("known", [True, False])
def test_what_somebody_changed_meanwhile_is_not_overwritten(many, monkeypatch, known):
    if known:
        night(TODAY)
    rows_of = module.rows_after

    def meanwhile(last, at_most):
        found = rows_of(last, at_most)
        if last == 0:
            one = found[0]
            fields = {"code": "x", "sentence": "meanwhile", "reckoned_on": TODAY}
            Werkpunt.objects.update_or_create(
                dossier_id=one.id, defaults=fields | {"gemeente_id": one.gemeente_id}
            )
        return found

    monkeypatch.setattr(module, "rows_after", meanwhile)
    night(TODAY + timedelta(days=400))
    with many.scope():
        first = Werkpunt.objects.order_by("dossier_id").first()
    assert first.sentence == "meanwhile"

"""A file goes in once, in pieces, without merging anybody silently, and leaves its traces."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.db import transaction
from django.utils import timezone

from meedoen.domain.brede_intake.models import Gezondheid, Intakegegeven, Leerbaarheidstoets
from meedoen.domain.dossier.models import Dossier, Gebeurtenis, Huishouden, Inburgeringsplichtige
from meedoen.domain.instroom import actions, selectors
from meedoen.domain.instroom.actions import Keuze, NotPossible
from meedoen.domain.instroom.models import Import, Importregel, Kolomindeling
from meedoen.domain.instroom.reading import read
from meedoen.domain.keten.models import Aanlevering
from meedoen.domain.pip.models import PIP
from meedoen.domain.regio.models import Verwerking

from .instroom_files import GOOD, as_csv, people, row

ON = date(2026, 3, 2)


@pytest.fixture
def bring(world):
    """Bring a file in as Regina, who works for both gemeenten: ``bring(rows)``; returns the import."""

    def bring(rows, *, take=True, told_on=ON, choices=(), gemeenten=None):
        gemeenten = gemeenten or (world.leusden, world.amersfoort)
        ids = [gemeente.pk for gemeente in gemeenten]
        with world.scope(*gemeenten):
            bestand = actions.start(
                as_csv(rows), "regio.csv", gemeente=gemeenten[0], told_on=told_on, by=world.regina
            )
            bestand.status = Import.Status.CONTROLEREN
            bestand.save()
        actions.check(bestand.pk, gemeente_ids=ids, on=ON)
        with world.scope(*gemeenten):
            bestand.refresh_from_db()
            for rij, keuze in choices:
                actions.choose(bestand, rij, keuze, by=world.regina)
            if take:
                actions.begin(bestand)
        if take:
            actions.take_over(bestand.pk, gemeente_ids=ids)
        with world.scope(*gemeenten):
            bestand.refresh_from_db()
        return bestand

    return bring


def totals(world, bestand):
    with world.scope():
        return {key: value for key, value in selectors.counts(bestand).items() if value}


def test_a_new_person_gets_everything_that_the_file_tells(world, bring):
    bring([row()])
    with world.scope():
        dossier = Dossier.objects.get()
        person = dossier.inburgeringsplichtige
        assert (person.naam, person.bsn, person.v_nummer) == ("Amina Haddad", GOOD["BSN"], GOOD["V-nummer"])
        assert (person.taal, person.postcode, person.zoeknaam) == ("ar", "3831 AA", "amina haddad")
        assert person.huishouden.code == "HH0001"
        assert dossier.gemeente == world.leusden
        assert dossier.kennisgeving_on == date(2024, 11, 1)
        assert dossier.doelgroep == "asielstatushouder"
        assert dossier.eerste_pip_on == date(2025, 7, 17)
        pip = PIP.objects.get()
        assert (pip.status, pip.overgenomen, pip.leerroute) == ("vastgesteld", True, "B1-route")
        toets = Leerbaarheidstoets.objects.get()
        assert (toets.resultaat, toets.afgenomen_on) == ("haalbaar", date(2025, 6, 1))
        answers = {answer.vraag: (answer.waarde, answer.bron) for answer in Intakegegeven.objects.all()}
        assert answers["werkervaring_jaren"] == (7, "import")
        assert answers["opmerking"] == ("wil naar mbo", "import")
        assert "rug" in Gezondheid.objects.get().lichamelijk


def test_health_and_numbers_stand_nowhere_in_the_open(world, bring):
    bring([row()])
    with world.scope():
        open_text = str(list(Aanlevering.objects.values())) + str(list(Gebeurtenis.objects.values()))
        open_text += str(list(Intakegegeven.objects.values())) + str(list(Importregel.objects.values()))
    for secret in ("rug", GOOD["BSN"], GOOD["V-nummer"]):
        assert secret not in open_text


def test_a_new_person_leaves_history_a_logbook_line_evidence_and_what_was_told(world, bring):
    bring([row()], told_on=date(2026, 2, 1))
    with world.scope():
        dossier = Dossier.objects.get()
        for one in (dossier, dossier.inburgeringsplichtige, PIP.objects.get(), Gezondheid.objects.get()):
            (line,) = one.history.all()
            assert (line.history_type, line.history_user, line.history_change_reason) == (
                "+",
                world.regina,
                "Ingelezen uit regio.csv",
            )
            for name in [field.attname for field in one._meta.concrete_fields]:
                assert _plain(getattr(line, name)) == _plain(getattr(one, name)), name
        assert Gebeurtenis.objects.get().sentence == "Ingelezen uit «regio.csv», rij 2."
        assert Verwerking.objects.get(action="inlezen").actor == world.regina
        told = Aanlevering.objects.get()
        assert (told.bron, told.told_on) == ("import", date(2026, 2, 1))
        assert told.gegevens["kennisgeving_on"] == "2024-11-01"
        assert dossier.werkpunt.code


def _plain(value):
    return bytes(value) if isinstance(value, memoryview) else value


def test_the_same_file_again_changes_nothing(world, bring):
    rows = people(3)
    bring(rows)
    with world.scope():
        before = (Inburgeringsplichtige.history.count(), Dossier.history.count(), Aanlevering.objects.count())
    again = bring(rows)
    assert totals(world, again) == {"ongewijzigd": 3}
    with world.scope():
        assert Dossier.objects.count() == 3
        assert before == (
            Inburgeringsplichtige.history.count(),
            Dossier.history.count(),
            Aanlevering.objects.count(),
        )


def test_a_person_without_numbers_is_recognised_in_the_same_file_but_never_changed_silently(world, bring):
    bare = {"V_nummer": "", "BSN": ""}
    bring([row(**bare)])
    assert totals(world, bring([row(**bare)])) == {"ongewijzigd": 1}
    assert totals(world, bring([row(**bare, Telefoon="0698765432")])) == {"dubbel": 1}
    with world.scope():
        assert Inburgeringsplichtige.objects.get().telefoon == "0612345678"


def test_a_changed_cell_changes_that_field_with_history_and_a_line_without_values(world, bring):
    bring([row()])
    changed = bring(
        [row(Telefoon="0698765432", Kennisgeving_DUO="02-11-2024", Beroep="leraar", Huishouden="HH0009")]
    )
    with world.scope():
        regel = changed.regels.get()
        assert sorted(regel.wijzigingen) == ["beroep", "huishouden", "kennisgeving_on", "telefoon"]
        dossier = Dossier.objects.get()
        person = dossier.inburgeringsplichtige
        assert (person.telefoon, person.version, person.huishouden.code) == ("0698765432", 2, "HH0009")
        assert dossier.kennisgeving_on == date(2024, 11, 2)
        assert Intakegegeven.objects.get(vraag="beroep").waarde == "leraar"
        assert [line.history_type for line in person.history.all()] == ["~", "+"]
        sentence = Gebeurtenis.objects.filter(kind="GegevensIngelezen").get().sentence
        assert "Telefoon" in sentence
        assert "0698765432" not in sentence


def test_what_was_corrected_here_is_not_undone_by_the_same_news(world, bring):
    bring([row()])
    with world.scope():
        person = Inburgeringsplichtige.objects.get()
        person.telefoon = "0600000000"
        person.save()
    assert totals(world, bring([row()])) == {"ongewijzigd": 1}
    with world.scope():
        assert Inburgeringsplichtige.objects.get().telefoon == "0600000000"


def test_an_answer_that_the_klantmanager_confirmed_stays(world, bring):
    bring([row()])
    with world.scope():
        answer = Intakegegeven.objects.get(vraag="beroep")
        answer.bevestigd_on = ON
        answer.save()
    assert totals(world, bring([row(Beroep="leraar")])) == {"ongewijzigd": 1}


def test_an_empty_cell_erases_nothing(world, bring):
    bring([row()])
    assert totals(world, bring([row(Telefoon="", Beroep="", Leerroute="", Datum_eerste_PIP="")])) == {
        "ongewijzigd": 1
    }


def test_an_older_file_does_not_overwrite_newer_facts(world, bring):
    bring([row()], told_on=date(2026, 2, 1))
    older = bring([row(Telefoon="0698765432")], told_on=date(2026, 1, 1))
    assert totals(world, older) == {"ongewijzigd": 1}
    with world.scope():
        assert "ouder" in older.regels.get().fouten[0]["fout"]
        assert Inburgeringsplichtige.objects.get().telefoon == "0612345678"


def test_a_pip_that_was_made_here_is_not_touched_by_a_file(world, bring):
    bring([row(Leerroute="", Datum_eerste_PIP="")])
    with world.scope():
        dossier = Dossier.objects.get()
        PIP.objects.create(gemeente=dossier.gemeente, dossier=dossier, versie=1, leerroute="Z-route")
    assert totals(world, bring([row()])) == {"ongewijzigd": 1}


def test_somebody_who_may_be_known_waits_for_a_choice(world, bring):
    bring([row()])
    double = row(V_nummer="2895082399", BSN="")
    bestand = bring([double])
    assert totals(world, bestand) == {"dubbel": 1}
    with world.scope():
        assert Dossier.objects.count() == 1
        assert bestand.status == "klaar"


@pytest.mark.parametrize(("keuze", "dossiers"), [(Keuze.ZELFDE, 1), (Keuze.NIEUW, 2), (Keuze.OVERSLAAN, 1)])
def test_the_choice_decides_what_becomes_of_somebody_who_may_be_known(world, bring, keuze, dossiers):
    bring([row()])
    bring([row(V_nummer="2895082399", BSN="", Telefoon="0698765432")], choices=[(2, keuze)])
    with world.scope():
        assert Dossier.objects.count() == dossiers
        first = Inburgeringsplichtige.objects.order_by("pk").first()
        assert first.telefoon == ("0698765432" if keuze == Keuze.ZELFDE else "0612345678")


def test_two_numbers_of_two_people_are_refused_with_both_dossiers(world, bring):
    rows = people(2)
    bring(rows)
    mixed = bring([{**rows[0], "Achternaam": "Ander", "Geboortedatum": "01-01-1990", "BSN": rows[1]["BSN"]}])
    with world.scope():
        (fout,) = mixed.regels.get().fouten
        assert fout["blokkeert"]
        for dossier in Dossier.objects.all():
            assert f"dossier {dossier.pk}" in fout["fout"]


def test_a_person_known_in_another_gemeente_is_offered_as_a_move(world, bring):
    bring([row()])
    moved = row(Gekoppelde_gemeente="Amersfoort", Plaats="Amersfoort", Leerroute="", Datum_eerste_PIP="")
    assert totals(world, bring([moved])) == {"dubbel": 1}
    bring([moved], choices=[(2, Keuze.VERHUISD)])
    with world.scope():
        old, new = Dossier.objects.order_by("pk")
        assert (old.gemeente, new.gemeente) == (world.leusden, world.amersfoort)
        assert (new.eerste_pip_on, new.eerste_pip_elders) == (old.eerste_pip_on, True)
        assert "Amersfoort" in old.gebeurtenissen.get(kind="PersoonVerhuisd").sentence
        assert new.inburgeringsplichtige.bsn == GOOD["BSN"]


def test_another_gemeente_is_invisible_to_who_does_not_work_there(world, bring):
    bring([row()])
    mine = row(Gekoppelde_gemeente="Amersfoort", Plaats="Amersfoort")
    assert totals(world, bring([mine], gemeenten=(world.amersfoort,))) == {"nieuw": 1}


def test_a_household_is_linked_within_its_gemeente(world, bring):
    rows = people(3)
    rows[2] |= {"Gekoppelde gemeente": "Amersfoort", "Plaats": "Amersfoort"}
    bring(rows)
    with world.scope():
        assert sorted(home.leden.count() for home in Huishouden.objects.all()) == [1, 2]


def test_good_rows_go_in_and_refused_ones_come_back_with_what_to_do(world, bring):
    from openpyxl import load_workbook

    from meedoen.web.spreadsheet import spreadsheet

    rows = [*people(2), row(Achternaam="", Opmerking="=1+1")]
    bestand = bring(rows)
    assert totals(world, bestand) == {"nieuw": 2, "geweigerd": 1}
    with world.scope():
        headings, table = selectors.back(bestand)
    assert headings[-1] == "Wat moet er gebeuren"
    assert "achternaam ontbreekt" in table[0][-1]
    data = spreadsheet(headings, table)
    book = load_workbook(BytesIO(data))
    assert [sheet.sheet_state for sheet in book] == ["visible"]
    assert book.active["AF2"].value == "'=1+1"
    assert read(data).rows[0].cells[31] == "=1+1"


def test_a_file_that_came_back_gets_no_second_column_with_what_to_do(world, bring):
    bestand = bring([row(Achternaam="")])
    with world.scope():
        bestand.headings = [*bestand.headings[:-1], "Wat moet er gebeuren"]
        headings, table = selectors.back(bestand)
    assert headings.count("Wat moet er gebeuren") == 1
    assert len(table[0]) == len(headings)


def test_a_stopped_import_goes_on_where_it_was(world, bring, monkeypatch):
    monkeypatch.setattr(actions, "CHUNK", 2)
    bestand = bring(people(5), take=False)
    ids = [world.leusden.pk, world.amersfoort.pk]
    with world.scope():
        actions.begin(bestand)
    assert actions.take_over_piece(bestand.pk, gemeente_ids=ids) == 2

    def killed(*args, **kwargs):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(actions, "_close", killed)
        actions.take_over_piece(bestand.pk, gemeente_ids=ids)
    with world.scope():
        assert Dossier.objects.count() == 2
        bestand.refresh_from_db()
        assert (bestand.status, bestand.verwerkt) == ("overnemen", 2)
    assert actions.take_over(bestand.pk, gemeente_ids=ids) == 3
    with world.scope():
        bestand.refresh_from_db()
        assert (Dossier.objects.count(), bestand.status, bestand.verwerkt) == (5, "klaar", 5)


def test_somebody_who_came_in_between_preview_and_now_is_not_made_twice(world, bring):
    first = bring([row()], take=False)
    bring([row()])
    with world.scope():
        actions.begin(first)
    actions.take_over(first.pk, gemeente_ids=[world.leusden.pk, world.amersfoort.pk])
    with world.scope():
        assert Dossier.objects.count() == 1
    assert totals(world, first) == {"ongewijzigd": 1}


def test_an_import_can_be_thrown_away_before_but_not_after(world, bring):
    bestand = bring([row()], take=False)
    with world.scope():
        actions.discard(bestand)
        assert not Importregel.objects.exists()
        with pytest.raises(NotPossible, match="kan nu niet"):
            actions.begin(bestand)
    done = bring([row()])
    with world.scope(), pytest.raises(NotPossible, match="al overgenomen"):
        actions.discard(done)


def test_cells_are_gone_once_imported_and_the_rest_after_a_week(world, bring):
    bestand = bring([*people(1), row(Achternaam="")])
    with world.scope():
        kept = bestand.regels.exclude(cellen_sealed=None)
        assert [regel.rij for regel in kept] == [3]
        Import.objects.filter(pk=bestand.pk).update(at=timezone.now() - timedelta(days=8))
    assert actions.forget_old_imports(on=timezone.localdate()) == 1
    with world.scope():
        assert not bestand.regels.exclude(cellen_sealed=None).exists()
        assert not bestand.regels.exclude(fouten=[]).exists()
        assert selectors.counts(bestand)["geweigerd"] == 1


def test_a_young_import_is_not_forgotten(world, bring):
    bring([row(Achternaam="")], take=False)
    assert actions.forget_old_imports(on=timezone.localdate()) == 0


def test_columns_chosen_by_hand_are_kept_for_the_next_file(world):
    data = b"Familie;Nr;Geboren;Woont\nHaddad;2895082356;11-12-1982;Leusden\n"
    with world.scope():
        bestand = actions.start(data, "a.csv", gemeente=world.leusden, told_on=ON, by=world.alice)
        assert bestand.kolommen == {"Geboren": "geboortedatum"}
        chosen = {"Familie": "achternaam", "Nr": "v_nummer", "Geboren": "geboortedatum", "Woont": "plaats"}
        with pytest.raises(NotPossible, match="Twee kolommen"):
            actions.set_columns(bestand, {**chosen, "Nr": "plaats"}, by=world.alice)
        with pytest.raises(NotPossible, match="achternaam"):
            actions.set_columns(bestand, {**chosen, "Familie": ""}, by=world.alice)
        actions.set_columns(bestand, chosen, by=world.alice)
        again = actions.start(data, "b.csv", gemeente=world.leusden, told_on=ON, by=world.alice)
        assert again.kolommen == chosen
        assert Kolomindeling.objects.get().by == world.alice
        other = actions.start(data, "c.csv", gemeente=world.amersfoort, told_on=ON, by=world.regina)
        assert other.kolommen == {"Geboren": "geboortedatum"}


def test_rows_without_a_gemeente_belong_to_the_only_gemeente_of_the_user(world, bring):
    bare = row(Gekoppelde_gemeente="", Plaats="", Inschrijving_BRP="", Postcode="")
    assert totals(world, bring([bare], gemeenten=(world.leusden,))) == {"nieuw": 1}
    assert totals(world, bring([bare])) == {"geweigerd": 1}


def test_nothing_is_written_outside_a_transaction_of_its_own(world, bring, monkeypatch):
    """A page keeps working: each piece is one short transaction."""
    seen = []
    original = actions._take_over_regels
    monkeypatch.setattr(actions, "CHUNK", 2)
    monkeypatch.setattr(
        actions,
        "_take_over_regels",
        lambda bestand, regels, ids: (
            seen.append((len(regels), transaction.get_connection().in_atomic_block))
            or original(bestand, regels, ids)
        ),
    )
    bring(people(3))
    assert seen == [(2, True), (1, True)]

"""What COA tells fills what is empty, overwrites nothing, is kept as told, and hides what is about health."""

import json
from datetime import date
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction

from meedoen.domain.brede_intake.models import Gezondheid, Intakegegeven
from meedoen.domain.dossier.models import Dossier, Gebeurtenis, Inburgeringsplichtige
from meedoen.domain.instroom import actions, selectors
from meedoen.domain.instroom.columns import COA_FIELDS, default_mapping
from meedoen.domain.instroom.guard import Unreadable
from meedoen.domain.instroom.models import Import
from meedoen.domain.keten.models import Aanlevering
from meedoen.domain.regio.models import Gemeente, Verwerking
from meedoen.domain.regio.tenancy import tenant_scope
from meedoen.domain.voorinburgering.models import Beperking, Voorinburgering
from meedoen.domain.voorinburgering.selectors import differences

SAMPLE = Path(__file__).parents[2] / "docs" / "how-to" / "bestanden" / "coa-klantprofielen.csv"
ON = date(2026, 6, 1)
SELAM = {
    "V-nummer": "2711000001",
    "Achternaam": "Tesfay",
    "Voornaam": "Selam",
    "Geboortedatum": "14-03-1994",
    "Gekoppelde gemeente": "Leusden",
    "Datum koppeling": "26-01-2026",
    "COA-locatie": "Leersum",
    "Telefoon": "0600000301",
    "Instemming voorinburgering": "ja",
    "Datum instemming": "02-02-2026",
    "Uren NT2": 110,
    "Lichamelijke beperkingen": "slecht zicht",
}


def as_json(*people: dict) -> bytes:
    return json.dumps({"personen": list(people)}).encode()


@pytest.fixture
def bring(world):
    """Bring a file of COA in as Alice of Leusden; returns the import."""

    def bring(data, *, name="coa.json", told_on=ON, take=True):
        ids = [world.leusden.pk]
        with world.scope(world.leusden):
            bestand = actions.start(
                data, name, gemeente=world.leusden, told_on=told_on, by=world.alice, soort=Import.Soort.COA
            )
            bestand.status = Import.Status.CONTROLEREN
            bestand.save()
        actions.check(bestand.pk, gemeente_ids=ids, on=ON)
        with world.scope(world.leusden):
            bestand.refresh_from_db()
            if take:
                actions.begin(bestand)
        if take:
            actions.take_over(bestand.pk, gemeente_ids=ids)
        return bestand

    return bring


def totals(world, bestand):
    with world.scope():
        return {key: value for key, value in selectors.counts(bestand).items() if value}


def test_every_heading_of_the_layout_is_recognised_as_its_own_field():
    headings = [field.heading for field in COA_FIELDS]
    mapping = default_mapping(headings, Import.Soort.COA)
    assert list(mapping.values()) == [field.code for field in COA_FIELDS]


def test_a_telephone_in_a_file_of_coa_is_that_of_the_azc_and_in_a_list_of_the_gemeente_her_own():
    assert default_mapping(["Telefoon"], Import.Soort.COA) == {"Telefoon": "azc_telefoon"}
    assert default_mapping(["Telefoon"]) == {"Telefoon": "telefoon"}


def test_the_sample_of_the_manual_makes_three_dossiers_without_a_remark(world, bring):
    bestand = bring(SAMPLE.read_bytes(), name=SAMPLE.name)
    assert totals(world, bestand) == {"nieuw": 3}
    with world.scope():
        assert [fout for regel in bestand.regels.all() for fout in regel.fouten] == []
        dossier = Dossier.objects.get(inburgeringsplichtige__achternaam="Tesfay")
        assert dossier.koppeling_on == date(2026, 1, 26)
        assert dossier.gemeente == world.leusden
        assert dossier.inburgeringsplichtige.in_azc
        assert dossier.inburgeringsplichtige.telefoon == ""
        azc = dossier.voorinburgering
        assert (azc.deelname, azc.instemming_on, azc.azc_telefoon) == ("ja", date(2026, 2, 2), "0600000301")
        assert azc.casemanager == "J. de Boer"
        told = Aanlevering.objects.get(dossier=dossier)
        assert (told.bron, told.told_on, told.kenmerk) == ("coa", ON, "coa-klantprofielen.csv")
        assert told.gegevens["nt2_uren"] == 110
        assert told.gegevens["knm"] == "alle modules gevolgd"
        assert told.gegevens["gezin"] == "moeder met dochter van 2"
        # The doelgroep is our conclusion: it is filled, and COA did not tell it.
        assert dossier.doelgroep == "asielstatushouder"
        assert "groep" not in told.gegevens
        answer = Intakegegeven.objects.get(dossier=dossier, vraag="beroep")
        assert (answer.waarde, answer.bron) == ("kapper", "coa")
        assert azc.history.get().history_change_reason == "Ingelezen uit coa-klantprofielen.csv"
        assert Verwerking.objects.filter(dossier_id_logged=dossier.pk, action="inlezen").count() == 1


def test_health_stands_nowhere_but_behind_the_seal(world, bring):
    bring(SAMPLE.read_bytes(), name=SAMPLE.name)
    with world.scope():
        row = Beperking.objects.get()
        assert row.inhoud == "slecht zicht; wil graag dicht bij haar zus wonen"
        assert not Gezondheid.objects.exists()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"select * from {connection.ops.quote_name(table)}")
            found = [line for line in cursor.fetchall() if "slecht zicht" in str(line)]
            assert found == [], table


def test_a_sealed_limitation_cannot_be_changed_or_deleted(world, bring):
    bring(as_json(SELAM))
    for statement in ("update {} set kenmerk = 'x'", "delete from {}"):
        with (
            pytest.raises(DatabaseError, match="append-only"),
            world.scope(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement.format("voorinburgering_beperking"))


def test_the_same_file_a_second_time_changes_nothing(world, bring):
    bring(SAMPLE.read_bytes())
    again = bring(SAMPLE.read_bytes())
    assert totals(world, again) == {"ongewijzigd": 3}
    with world.scope():
        assert Dossier.objects.count() == 3
        assert Aanlevering.objects.count() == 3
        assert Beperking.objects.count() == 1
        assert Voorinburgering.history.count() == 3


def test_coa_fills_what_is_empty_and_leaves_what_the_klantmanager_typed(world, bring):
    dossier = world.dossier(
        world.alice,
        persoon__v_nummer="2711000001",
        persoon__bsn=None,
        persoon__achternaam="Tesfay",
        persoon__voornaam="Selam",
        persoon__geboortedatum=date(1994, 3, 14),
        persoon__postcode="",
        persoon__plaats="",
        persoon__taal="am",
        persoon__coa_locatie="",
        koppeling_on=date(2026, 1, 20),
        inschrijving_on=None,
    )
    with world.scope():
        Voorinburgering.objects.create(
            gemeente=world.leusden, dossier=dossier, azc_telefoon="0699999999", resultaat=""
        )
    bestand = bring(as_json({**SELAM, "Taal": "Tigrinya", "Resultaat voorinburgering": "afgerond"}))
    assert totals(world, bestand) == {"gewijzigd": 1}
    with world.scope():
        dossier.refresh_from_db()
        person = Inburgeringsplichtige.objects.get()
        assert (person.taal, person.coa_locatie) == ("am", "Leersum")
        assert dossier.koppeling_on == date(2026, 1, 20)
        azc = Voorinburgering.objects.get()
        assert (azc.azc_telefoon, azc.resultaat, azc.deelname) == ("0699999999", "afgerond", "ja")
        shown = {
            pair.veld.code: (pair.ours, pair.theirs, pair.theirs_on) for pair in differences(dossier, "coa")
        }
        assert shown == {
            "taal": ("am", "ti", ON),
            "koppeling_on": (date(2026, 1, 20), date(2026, 1, 26), ON),
            "azc_telefoon": ("0699999999", "0600000301", ON),
        }
        sentence = Gebeurtenis.objects.filter(kind="GegevensIngelezen").get().sentence
    assert sentence.startswith("COA vertelde in «coa.json», rij 2: ")
    assert (
        "Niet overgenomen, want hier stond al iets: Datum koppeling, Telefoon in het AZC, Taal." in sentence
    )
    again = bring(as_json({**SELAM, "Taal": "Tigrinya", "Resultaat voorinburgering": "afgerond"}))
    assert totals(world, again) == {"ongewijzigd": 1}


def test_who_has_a_house_does_not_go_back_to_the_azc_by_a_late_profile(world, bring):
    world.dossier(
        world.alice,
        persoon__v_nummer="2711000001",
        persoon__achternaam="Tesfay",
        persoon__voornaam="Selam",
        persoon__geboortedatum=date(1994, 3, 14),
        persoon__coa_locatie="",
    )
    bring(as_json(SELAM))
    with world.scope():
        assert Inburgeringsplichtige.objects.get().coa_locatie == ""
        assert Aanlevering.objects.get().gegevens["coa_locatie"] == "Leersum"


def test_an_update_of_coa_is_kept_beside_what_it_told_before(world, bring):
    bring(as_json(SELAM))
    bestand = bring(as_json({**SELAM, "Uren NT2": 121}), told_on=date(2026, 6, 1))
    assert totals(world, bestand) == {"gewijzigd": 1}
    with world.scope():
        hours = [row.gegevens["nt2_uren"] for row in Aanlevering.objects.order_by("id")]
    assert hours == [110, 121]


def test_bad_rows_are_named_with_row_column_and_what_to_do_and_the_good_row_goes_in(world, bring):
    rows = (
        {**SELAM, "Achternaam": ""},
        {**SELAM, "V-nummer": "2711000009", "Achternaam": "Berhe", "Gekoppelde gemeente": "Utrecht"},
        {
            **SELAM,
            "V-nummer": "2711000010",
            "Achternaam": "Kidane",
            "Datum instemming": "31-02-2026",
            "Uren NT2": "veel",
            "Instemming voorinburgering": "misschien",
        },
    )
    bestand = bring(as_json(*rows))
    assert totals(world, bestand) == {"nieuw": 1, "geweigerd": 2}
    with world.scope():
        told = {
            (regel.rij, fout["kolom"]): fout["fout"]
            for regel in bestand.regels.all()
            for fout in regel.fouten
        }
    assert told == {
        (2, "Achternaam"): "De achternaam ontbreekt. Vul de naam in zoals die in de BRP of op de vergunning "
        "staat.",
        (3, "Gekoppelde gemeente"): "Deze persoon hoort bij Utrecht, en voor die gemeente werkt u niet. Laat "
        "een collega van Utrecht deze rij inlezen.",
        (4, "Datum instemming"): "De datum «31-02-2026» bestaat niet. Kijk de dag en de maand na. Schrijf de "
        "datum als dag-maand-jaar, bijvoorbeeld 25-04-2026.",
        (4, "Uren NT2"): "«veel» is geen getal van 0 tot en met 999. Vul een getal in.",
        (4, "Instemming voorinburgering"): "«misschien» is geen antwoord die we kennen. Kies uit: ja of nee.",
    }


def test_who_does_not_take_part_has_no_consent_and_needs_a_reason(world, bring):
    bestand = bring(as_json({**SELAM, "Instemming voorinburgering": "nee"}))
    with world.scope():
        told = {fout["kolom"]: fout["fout"] for fout in bestand.regels.get().fouten}
        azc = Voorinburgering.objects.get()
        assert (azc.deelname, azc.instemming_on) == ("nee", None)
    assert told == {
        "Datum instemming": "Er is een datum van instemming, maar deze persoon doet niet mee. Kijk na wat "
        "klopt. We hebben de datum niet overgenomen.",
        "Instemming voorinburgering": "Deze persoon doet niet mee, maar de reden ontbreekt. Vraag de reden "
        "aan COA.",
    }


def test_an_older_file_of_coa_changes_nothing_and_says_so(world, bring):
    bring(as_json(SELAM), told_on=date(2026, 6, 1))
    bestand = bring(as_json({**SELAM, "Uren NT2": 80}), told_on=date(2026, 5, 1))
    assert totals(world, bestand) == {"ongewijzigd": 1}
    with world.scope():
        assert bestand.regels.get().fouten[0]["fout"] == (
            "Over deze persoon kregen we al gegevens van 01-06-2026. Deze rij is ouder en verandert niets."
        )


@pytest.mark.parametrize(
    "data",
    [b'{"a": 1}', b"[1, 2]", b'[{"a": ', b"[" * 100_000, b'{"a": [{"b": 1}], "c": [{"d": 2}]}'],
    ids=["object", "numbers", "broken", "deep", "two lists"],
)
def test_json_that_is_no_list_of_persons_is_refused_in_words(world, data):
    with world.scope(), pytest.raises(Unreadable, match=r"lijst van personen|geen rij met koppen"):
        actions.start(
            data, "x.json", gemeente=world.leusden, told_on=ON, by=world.alice, soort=Import.Soort.COA
        )


def test_json_with_objects_within_a_person_gives_headings_of_their_own(world):
    from meedoen.domain.instroom.reading import read

    person = {"V-nummer": "2711000001", "contact": {"telefoon": "06", "talen": ["ti", "en"]}, "actief": True}
    sheet = read(json.dumps([person]).encode())
    assert sheet.headings == ("V-nummer", "contact telefoon", "contact talen", "actief")
    assert sheet.rows[0].cells == ("2711000001", "06", "ti; en", "ja")
    assert sheet.remarks == ("In een json-bestand is rij 2 de eerste persoon.",)


@pytest.mark.django_db
def test_the_command_line_reads_a_file_of_coa_as_the_screen_does(capsys):
    from meedoen.project.commands.import_ import run_import

    def run(*, dry_run):
        assert run_import(str(SAMPLE), None, dry_run, "coa") == 0
        return {key: value for key, value in json.loads(capsys.readouterr().out).items() if value}

    assert run(dry_run=True) == {"nieuw": 3}
    assert run(dry_run=False) == {"nieuw": 3}
    assert run(dry_run=False) == {"ongewijzigd": 3}
    with transaction.atomic(), tenant_scope(Gemeente.objects.values_list("pk", flat=True)):
        assert Voorinburgering.objects.count() == 3
        assert set(Aanlevering.objects.values_list("bron", flat=True)) == {"coa"}

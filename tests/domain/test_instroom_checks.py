"""Each kind of mistake is named in its cell, with what to do; a good row says nothing."""

from datetime import date

import pytest

from meedoen.domain.instroom.checks import Place, check_rows
from meedoen.domain.instroom.columns import default_mapping
from meedoen.domain.instroom.reading import read

from .instroom_files import as_csv, as_xlsx, row

ON = date(2026, 3, 2)
REGION = Place({"0327": "Leusden", "0307": "Amersfoort"}, "")


def checked(*rows, place=None):
    sheet = read(as_csv(list(rows)))
    return check_rows(sheet.rows, sheet.headings, default_mapping(sheet.headings), place or Place(), on=ON)


def test_a_good_row_has_no_faults_and_every_value():
    (found,) = checked(row())
    assert found.fouten == []
    assert found.gemeente == "0327"
    assert found.values["geboortedatum"] == date(1982, 12, 11)
    assert found.values["taal"] == "ar"
    assert found.values["groep"] == "asielstatushouder"
    assert found.values["leerroute"] == "B1-route"
    assert found.values["lbt_uitkomst"] == "haalbaar"
    assert found.values["werkervaring_jaren"] == 7
    assert found.values["opmerking"] == "wil naar mbo"
    assert found.values["gezondheid"] == "rug"


# Cells of the row, column with the fault, words in the sentence, refused, the field that is left out.
MISTAKES = [
    ({"Geboortedatum": "31-02-1990"}, "Geboortedatum", "bestaat niet", False, "geboortedatum"),
    ({"Geboortedatum": "12-08-2031"}, "Geboortedatum", "toekomst", False, "geboortedatum"),
    ({"Geboortedatum": "3-2-90"}, "Geboortedatum", "twee cijfers", False, "geboortedatum"),
    ({"Geboortedatum": "01-01-1951"}, "Geboortedatum", "AOW-leeftijd", False, None),
    ({"Geboortedatum": "01-01-1905"}, "Geboortedatum", "115 jaar", False, None),
    ({"Kennisgeving_DUO": "04/25/2026"}, "Kennisgeving DUO", "Amerikaans", False, "kennisgeving_on"),
    ({"Kennisgeving_DUO": "01-04-2026"}, "Kennisgeving DUO", "toekomst", False, "kennisgeving_on"),
    ({"Kennisgeving_DUO": "01-09-2024"}, "Kennisgeving DUO", "eerder dan de bekendmaking", False, None),
    ({"Inschrijving_BRP": "begin maart"}, "Inschrijving BRP", "geen datum", False, "inschrijving_on"),
    ({"Inschrijving_BRP": "01-01-1950"}, "Inschrijving BRP", "voor de geboorte", False, "inschrijving_on"),
    (
        {"Datum_eerste_PIP": "01-02-2022"},
        "Datum eerste PIP",
        "eerder dan de kennisgeving",
        False,
        "eerste_pip_on",
    ),
    ({"Leerroute": "A-route"}, "Leerroute", "bestaat niet", False, "leerroute"),
    ({"Leerroute": ""}, "Datum eerste PIP", "geen leerroute", False, None),
    ({"Datum_eerste_PIP": ""}, "Leerroute", "geen datum van het eerste PIP", False, "leerroute"),
    ({"Uitkomst_LBT": ""}, "Datum LBT", "geen uitkomst", False, None),
    ({"Datum_LBT": ""}, "Uitkomst LBT", "geen datum", False, None),
    ({"Uitkomst_LBT": "best goed"}, "Uitkomst LBT", "Kies uit", False, "lbt_uitkomst"),
    ({"BSN": "999981524"}, "BSN", "elfproef", False, "bsn"),
    ({"BSN": "99991234"}, "BSN", "acht cijfers", False, "bsn"),
    ({"BSN": "12345678X"}, "BSN", "anders dan cijfers", False, "bsn"),
    ({"BSN": "1234567"}, "BSN", "7 cijfers", False, "bsn"),
    ({"V_nummer": "289508235"}, "V-nummer", "9 cijfers", False, "v_nummer"),
    ({"V_nummer": "28950823AB"}, "V-nummer", "anders dan cijfers", False, "v_nummer"),
    ({"V_nummer": "", "BSN": ""}, "V-nummer", "geen V-nummer en geen BSN", False, None),
    ({"V_nummer": "", "BSN": "", "Geboortedatum": ""}, "V-nummer", "weten we niet wie dit is", True, None),
    ({"Achternaam": ""}, "Achternaam", "ontbreekt", True, None),
    ({"Achternaam": "x" * 121}, "Achternaam", "121 tekens", True, "achternaam"),
    ({"Voornaam": "<script>alert(1)</script>"}, "Voornaam", "doet niets", False, None),
    ({"Opmerking": '=HYPERLINK("http://x.example","klik")'}, "Opmerking", "formule", False, None),
    ({"Opmerking": "x" * 40_000}, "Opmerking", "40000 tekens", False, "opmerking"),
    ({"Gekoppelde_gemeente": "", "Plaats": "Leusdenn"}, "Plaats", "Bedoelt u Leusden?", True, None),
    ({"Gekoppelde_gemeente": "Bergen"}, "Gekoppelde gemeente", "Bergen (NH.) of Bergen (L.)", True, None),
    ({"Gekoppelde_gemeente": "Xyzzy"}, "Gekoppelde gemeente", "officieel", True, None),
    ({"Gekoppelde_gemeente": "", "Plaats": ""}, "Gekoppelde gemeente", "geen gemeente", True, None),
    ({"Plaats": "Soest"}, "Plaats", "ingeschreven in Soest", False, None),
    ({"Groep": "asielzoeker"}, "Groep", "Kies uit", False, None),
    ({"Groep": "gezinsmigrant of overige migrant"}, "Groep", "hoort asielstatushouder", False, None),
    ({"Verblijfstitel": "paspoort"}, "Verblijfstitel", "Kies uit", False, "verblijfstitel"),
    ({"Referent": "buurman"}, "Referent", "Kies uit", False, "referent"),
    ({"Geslacht": "ja"}, "Geslacht", "Kies uit", False, "geslacht"),
    ({"Kinderen_0_3": "veel"}, "Kinderen 0-3", "geen getal", False, "kinderen_0_3"),
    ({"Jaren_onderwijs": "99"}, "Jaren onderwijs", "van 0 tot en met 40", False, "jaren_onderwijs"),
    ({"Hoogste_diploma": "weet niet"}, "Hoogste diploma", "Kies uit", False, "hoogste_diploma"),
    ({"Postcode": "38AA"}, "Postcode", "geen postcode", False, "postcode"),
    ({"Telefoon": "bel maar"}, "Telefoon", "geen telefoonnummer", False, "telefoon"),
    ({"E_mail": "amina"}, "E-mail", "geen e-mailadres", False, "email"),
    ({"Taal": "Klingon"}, "Taal", "kennen we niet", False, None),
]


@pytest.mark.parametrize(("cells", "column", "words", "refused", "left_out"), MISTAKES)
def test_a_mistake_is_named_in_its_cell(cells, column, words, refused, left_out):
    (found,) = checked(row(**cells))
    told = [fout for fout in found.fouten if fout.kolom == column and words in fout.fout]
    assert len(told) == 1, found.fouten
    assert told[0].fout.endswith((".", "?"))
    assert found.refused is refused
    assert left_out is None or left_out not in found.values


def test_a_message_never_holds_a_bsn_or_v_nummer():
    found = checked(row(BSN="999981524", V_nummer="289508235"), row(BSN="12345678"))
    told = " ".join(fout.fout for one in found for fout in one.fouten)
    assert "99998" not in told
    assert "28950" not in told
    assert "12345678" not in told


def test_a_zero_that_excel_dropped_comes_back_and_is_said():
    table = [["BSN", "Achternaam", "Geboortedatum", "Plaats"], [12345672, "Haddad", "11-12-1982", "Leusden"]]
    sheet = read(as_xlsx(table))
    (found,) = check_rows(sheet.rows, sheet.headings, default_mapping(sheet.headings), Place(), on=ON)
    assert found.values["bsn"] == "012345672"
    assert "nul aan het begin" in found.fouten[0].fout


def test_a_real_date_an_iso_date_and_a_day_number_of_excel_are_all_read():
    for cell in (date(1982, 12, 11), "1982-12-11", 30296, "11/12/1982", "11.12.1982"):
        table = [
            ["V-nummer", "Achternaam", "Geboortedatum", "Plaats"],
            ["2895082356", "Haddad", cell, "Leusden"],
        ]
        sheet = read(as_xlsx(table))
        (found,) = check_rows(sheet.rows, sheet.headings, default_mapping(sheet.headings), Place(), on=ON)
        assert found.values["geboortedatum"] == date(1982, 12, 11)
        assert found.fouten == []


def test_a_bsn_of_two_people_is_taken_over_for_neither_and_said_at_both():
    found = checked(row(), row(V_nummer="2895082357", Achternaam="Noori"))
    for one, other in zip(found, reversed(found), strict=True):
        assert "bsn" not in one.values
        assert f"rij {other.number}" in one.fouten[0].fout
        assert not one.refused


def test_the_same_person_twice_goes_in_once():
    first, second = checked(row(), row())
    assert not first.refused
    assert second.refused
    assert "rij 2" in second.fouten[0].fout


def test_the_same_name_and_birth_date_with_other_numbers_is_said_and_goes_in():
    first, second = checked(row(), row(V_nummer="2895082357", BSN=""))
    assert first.fouten == []
    assert not second.refused
    assert "staat ook in rij 2" in second.fouten[0].fout


def test_a_row_of_a_gemeente_for_which_the_user_does_not_work_is_refused():
    first, second = checked(row(), row(V_nummer="2", BSN="", Gekoppelde_gemeente="Utrecht"), place=REGION)
    assert not first.refused
    assert second.refused
    assert any("Utrecht" in fout.fout and "werkt u niet" in fout.fout for fout in second.fouten)


def test_people_in_an_azc_without_an_address_are_as_good_as_others():
    (found,) = checked(
        row(
            COA_locatie="Zeist",
            Inschrijving_BRP="",
            Postcode="",
            Plaats="",
            Leerroute="",
            Datum_eerste_PIP="",
        )
    )
    assert found.fouten == []
    assert found.gemeente == "0327"


def test_the_doelgroep_follows_from_the_law_when_the_file_is_silent():
    (found,) = checked(
        row(Groep="", Verblijfstitel="regulier bepaalde tijd", Referent="houder asiel bepaalde tijd")
    )
    assert found.values["groep"] == "asielstatushouder"

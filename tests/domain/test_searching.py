"""A person is found in any spelling of the name, and by a number that is stored nowhere."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from meedoen.domain.dossier.searching import find, number_in
from meedoen.law.inburgering.begrippen import Doelgroep


def found(world, text, *gemeenten):
    with world.scope():
        ids = [gemeente.pk for gemeente in gemeenten or (world.leusden,)]
        return {d.inburgeringsplichtige.naam for d in find(text, ids).select_related("inburgeringsplichtige")}


@pytest.fixture
def names(world):
    people = [
        ("Işıl", "Yılmaz"),
        ("Łukasz", "Østergård-Groß"),
        ("محمد", "الأحمد"),
        ("ተስፋይ", "ገብረ"),
        ("Anne-Marie", "D’Hondt"),
        ("", "Naamloos"),
        ("50%", "_test"),
    ]
    for voornaam, achternaam in people:
        world.dossier(world.alice, persoon__voornaam=voornaam, persoon__achternaam=achternaam)


@pytest.mark.parametrize(
    ("text", "naam"),
    [
        ("isil", "Işıl Yılmaz"),
        ("IŞIL", "Işıl Yılmaz"),
        ("İsil", "Işıl Yılmaz"),
        ("yilmaz isil", "Işıl Yılmaz"),
        ("  yil   is ", "Işıl Yılmaz"),
        ("lukasz", "Łukasz Østergård-Groß"),
        ("gross ostergard", "Łukasz Østergård-Groß"),
        ("الاحمد", "محمد الأحمد"),
        ("محمد", "محمد الأحمد"),
        ("مـحـمـد", "محمد الأحمد"),
        ("ተስፋይ", "ተስፋይ ገብረ"),
        ("anne marie", "Anne-Marie D’Hondt"),
        ("dhondt", "Anne-Marie D’Hondt"),
        ("d'hondt", "Anne-Marie D’Hondt"),
        ("naamloos", "Naamloos"),
        ("50%", "50% _test"),
        ("_test", "50% _test"),
    ],
)
def test_a_name_is_found_in_any_spelling(world, names, text, naam):
    assert found(world, text) == {naam}


@pytest.mark.parametrize("text", ["", "   ", "-", "zzz", "isil zzz"])
def test_nobody_is_found_without_a_fitting_name(world, names, text):
    assert found(world, text) == set()


def test_a_wildcard_is_an_ordinary_letter(world, names):
    assert found(world, "%") == {"50% _test"}


def test_by_bsn_and_v_nummer(world):
    dossier = world.dossier(world.alice, persoon__bsn="999900006", persoon__v_nummer="2812345678")
    naam = dossier.inburgeringsplichtige.naam
    for text in ("999900006", "9999.00.006", " BSN 999900006 ", "2812345678", "28 1234 5678"):
        assert found(world, text) == {naam}
    assert found(world, "99990000") == set()
    assert found(world, "999900018") == set()


def test_a_bsn_that_lost_its_zero_is_found(world):
    naam = world.dossier(world.alice, persoon__bsn="012345672").inburgeringsplichtige.naam
    assert found(world, "12345672") == {naam}


def test_a_number_goes_to_the_database_only_as_an_index(world):
    world.dossier(world.alice, persoon__bsn="999900006")
    with CaptureQueriesContext(connection) as queries:
        found(world, "999900006")
    assert not any("999900006" in query["sql"] for query in queries)


def test_only_in_the_gemeenten_that_are_asked(world):
    world.dossier(
        world.charlie,
        world.amersfoort,
        persoon__achternaam="Elders",
        persoon__bsn="999900006",
        doelgroep=Doelgroep.ASIELSTATUSHOUDER,
    )
    for text in ("elders", "999900006"):
        assert found(world, text) == set()
        assert len(found(world, text, world.leusden, world.amersfoort)) == 1


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("999900006", "999900006"),
        ("Amina 999900006", "999900006"),
        ("1-2-1990", ""),
        ("01-02-1990", ""),
        ("1990-02-01", ""),
        ("1234567", ""),
        ("١٢٣٤٥٦٧٨٩", ""),
        ("Jan", ""),
    ],
)
def test_what_counts_as_a_number(text, number):
    assert number_in(text) == number

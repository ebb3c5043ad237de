from datetime import date

import pytest

from meedoen.law.leden import LedenError, current_key, leden, lid_key, read_regeling, regelingen
from meedoen.law.leden.cites import CiteError, resolve
from meedoen.law.sources import RI, WI

LIST = """
regeling: {code: wi2021, gelezen: 2023-01-01}
hoofdstukken:
  "1. Begrippen":
    "1": {titel: begrippen, leden: 2}
    "2": {titel: zelf handelen, leden: 0}
  "2. Plicht":
    "3":
      titel: plicht
      leden: 3
      sinds: {2: 2023-01-01}
      schoof: {2023-01-01: {2: 3}}
      gewijzigd: {2023-01-01: ruimer}
    "40a": {titel: herziening, leden: [2], sinds: 2025-10-21}
"""


def test_a_list_gives_articles_with_their_leden_in_order():
    found = read_regeling(WI, LIST)
    assert found.read_on == date(2023, 1, 1)
    assert [artikel.keys for artikel in found.artikelen.values()] == [
        ("wi2021/1/1", "wi2021/1/2"),
        ("wi2021/2",),
        ("wi2021/3/1", "wi2021/3/2", "wi2021/3/3"),
        ("wi2021/40a/2",),
    ]
    plicht = found.artikelen["3"]
    assert (plicht.hoofdstuk, plicht.titel, plicht.since) == ("2. Plicht", "plicht", date(2022, 1, 1))
    assert plicht.lid_since == {2: date(2023, 1, 1)}
    assert plicht.changed == {date(2023, 1, 1): "ruimer"}
    assert plicht.lid_now(2, date(2022, 12, 31)) == 3
    assert plicht.lid_now(2, date(2023, 1, 1)) == 3
    assert plicht.lid_now(2, date(2023, 1, 2)) == 2
    assert plicht.lid_now(1, date(2022, 12, 31)) == 1
    assert found.artikelen["40a"].since == date(2025, 10, 21)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("code: wi2021", "code: bi2021", "the file says that it is bi2021"),
        ("gelezen: 2023-01-01", "gelezen: gisteren", "'gisteren' is not a date"),
        ("gelezen:", "bekeken:", "gelezen"),
        ("titel: begrippen", "title: begrippen", "wi2021/1: expected"),
        ("titel: begrippen", 'titel: ""', "wi2021/1: expected"),
        ("leden: 0", "aantal: 0", "wi2021/2: expected"),
        ("sinds: {2: 2023-01-01}", "sinds: {4: 2023-01-01}", "wi2021/3: no lid 4"),
        ("{2: 3}", "{2: 4}", "wi2021/3: no lid 4"),
        ("sinds: 2025-10-21", "sinds: straks", "wi2021/40a: 'straks' is not a date"),
        ('"2": {titel', "2: {titel", "wi2021/2: must be text"),
        ('"3":', '"1":', "wi2021/1: must be text, and stand here once"),
    ],
)
def test_a_list_that_is_not_right_says_where(old, new, message):
    with pytest.raises(LedenError, match=message):
        read_regeling(WI, LIST.replace(old, new))


def test_a_lid_exists_from_its_own_day():
    assert leden()["bi2021/5.3/1"].since == date(2022, 1, 1)
    assert leden()["bi2021/5.3/2"].since == date(2023, 1, 1)
    assert leden()["bi2021/3.14/9"].since == date(2025, 9, 1)
    assert leden()["wi2021/40a/1"].since == date(2025, 10, 21)
    assert (leden()["wi2021/27"].number, leden()["wi2021/26/2"].number) == (None, 2)


def test_titles_are_short_and_in_our_own_words():
    for regeling in regelingen().values():
        for artikel in regeling.artikelen.values():
            assert 1 <= len(artikel.titel.split()) <= 10, artikel.key
            assert not artikel.titel.endswith("."), artikel.key


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("bi2021/5.4/4/c", "bi2021/5.4/4"),
        ("bi2021/5.4/4", "bi2021/5.4/4"),
        ("bi2021/5.4", "bi2021/5.4"),
        ("wi2021/33/a", "wi2021/33"),
        ("awb/6:7", "awb/6:7"),
    ],
)
def test_a_place_stands_in_its_lid(key, expected):
    assert lid_key(key) == expected


@pytest.mark.parametrize(
    ("key", "until", "expected"),
    [
        ("bi2021/5.4/3/c", date(2023, 1, 1), "bi2021/5.4/4"),
        ("bi2021/5.4/3/c", None, "bi2021/5.4/3"),
        ("bi2021/5.4/3/c", date(2024, 1, 1), "bi2021/5.4/3"),
        ("bi2021/5.4", date(2023, 1, 1), "bi2021/5.4"),
        ("awb/9:9/1", date(2023, 1, 1), "awb/9:9/1"),
        ("vw2000/8", None, "vw2000/8"),
    ],
)
def test_a_place_that_was_cited_until_a_day_has_its_number_of_now(key, until, expected):
    assert current_key(key, until) == expected


@pytest.mark.parametrize(
    ("cited", "keys"),
    [
        ("Bi 5.3 lid 1", ("bi2021/5.3/1",)),
        ("Bi 5.3 lid 1 (2022)", ("bi2021/5.3/1",)),
        ("Bi 5.4 lid 3 (2022)", ("bi2021/5.4/4",)),
        ("Bi 5.4 lid 3 (2023)", ("bi2021/5.4/3",)),
        ("Wi 13 lid 1 b", ("wi2021/13/1",)),
        ("Wi 17 lid 3", ("wi2021/17/3",)),
        ("Wi 40a", ("wi2021/40a",)),
        ("Ri 4.1 a", ("ri2021/4.1",)),
        ("ATW 1", ("atw/1",)),
        ("AOW 7a", ("aow/7a",)),
        ("Awb 6:7", ("awb/6:7",)),
        ("Pw 56a", ("pw/56a",)),
        ("Ri annex 6", ("ri2021/bijlage 6a", "ri2021/bijlage 6b", "ri2021/bijlage 6c")),
        ("Ri bijlage 6b", ("ri2021/bijlage 6b",)),
        ("Bi bijlage", ("bi2021/bijlage",)),
        ("ABRvS 2024 5413", ("ECLI:NL:RVS:2024:5413",)),
    ],
)
def test_a_short_cite_means_a_place(cited, keys):
    assert resolve(cited) == keys


def test_an_annex_is_cited_and_linked_as_an_annex():
    place = RI.art("bijlage 6a")
    assert (str(place), place.key) == ("bijlage 6a, Ri 2021", "ri2021/bijlage 6a")
    assert place.deep_link(date(2026, 5, 1)) == "https://wetten.overheid.nl/BWBR0045574/2026-04-18#Bijlage6a"
    assert str(RI.art("7.4", lid=1)) == "art. 7.4, eerste lid, Ri 2021"


def test_duo_means_every_agreement_with_duo():
    assert {"duo/pip", "duo/map", "duo/toegang"} <= set(resolve("DUO"))
    assert resolve("DUO voorwaarden PIP") == resolve("DUO")


@pytest.mark.parametrize(
    "cited", ["Bi 5.33", "Bi 5.3 lid 7", "Wi 27 lid 1", "Xx 1", "Ri annex 12", "ABRvS 2024 1", "Wi 13 lid b"]
)
def test_a_place_that_does_not_exist_is_refused(cited):
    with pytest.raises(CiteError, match=cited.replace(".", r"\.")):
        resolve(cited)


@pytest.mark.parametrize("cited", ["", "artikel 5", 5.3, None])
def test_what_is_no_cite_says_how_one_is_written(cited):
    with pytest.raises(CiteError, match="schrijf bijvoorbeeld Bi 5"):
        resolve(cited)

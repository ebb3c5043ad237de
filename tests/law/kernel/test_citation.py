from datetime import date

import pytest

from meedoen.law.kernel.citation import Agreement, Judgment, NotInForce, Source

WET = Source("wet", "BWBR0000001", "Wet", "De wet", (date(2022, 1, 1), date(2023, 1, 1)))
OLD = Source("oud", "BWBR0000002", "Oud", "Een oude wet", (date(2010, 1, 1),))
DAY = date(2026, 4, 1)


@pytest.mark.parametrize(
    ("on", "since"),
    [
        (date(2022, 1, 1), date(2022, 1, 1)),
        (date(2022, 12, 31), date(2022, 1, 1)),
        (date(2023, 1, 1), date(2023, 1, 1)),
    ],
)
def test_the_text_of_a_day_began_on_or_before_it(on, since):
    assert WET.version(on) == since


def test_before_the_commencement_there_is_no_text():
    with pytest.raises(NotInForce, match=r"^Wet is op 31 december 2021 nog niet in werking$"):
        WET.version(date(2021, 12, 31))


@pytest.mark.parametrize(
    ("cited", "key", "words", "link"),
    [
        (
            WET.art("5.3"),
            "wet/5.3",
            "art. 5.3, Wet",
            "https://wetten.overheid.nl/jci1.3:c:BWBR0000001&artikel=5.3&z=2023-01-01&g=2023-01-01",
        ),
        (
            WET.art("5.3", lid=1, onderdeel="b"),
            "wet/5.3/1/b",
            "art. 5.3, eerste lid, onderdeel b, Wet",
            "https://wetten.overheid.nl/jci1.3:c:BWBR0000001&artikel=5.3&z=2023-01-01&g=2023-01-01",
        ),
        (
            WET.art("bijlage 6a"),
            "wet/bijlage 6a",
            "bijlage 6a, Wet",
            "https://wetten.overheid.nl/BWBR0000001/2023-01-01#Bijlage6a",
        ),
        (
            OLD.art("1"),
            "oud/1",
            "art. 1, Oud",
            "https://wetten.overheid.nl/jci1.3:c:BWBR0000002&artikel=1&z=2026-04-01&g=2026-04-01",
        ),
        (
            Agreement("duo/pip", "DUO", "voorwaarden PIP", "https://duo.example/pip"),
            "duo/pip",
            "DUO, voorwaarden PIP",
            "https://duo.example/pip",
        ),
        (
            Judgment("ECLI:NL:RVS:2024:1", "ABRvS", date(2024, 12, 24)),
            "ECLI:NL:RVS:2024:1",
            "ABRvS 24 december 2024, ECLI:NL:RVS:2024:1",
            "https://uitspraken.rechtspraak.nl/details?id=ECLI:NL:RVS:2024:1",
        ),
        (
            Judgment("ECLI:EU:C:2025:1", "HvJ EU", date(2025, 2, 4)),
            "ECLI:EU:C:2025:1",
            "HvJ EU 4 februari 2025, ECLI:EU:C:2025:1",
            "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=ecli:ECLI:EU:C:2025:1",
        ),
    ],
)
def test_a_place_has_a_key_words_and_a_link(cited, key, words, link):
    assert (cited.key, str(cited), cited.deep_link(DAY)) == (key, words, link)


def test_a_link_to_a_text_of_one_date_is_never_of_before_it():
    assert OLD.art("1").deep_link(date(2009, 1, 1)).endswith("&z=2010-01-01&g=2010-01-01")

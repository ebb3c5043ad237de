from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from meedoen.law import sources
from meedoen.law.inburgering.begrippen import Verblijfsdoel
from meedoen.law.kernel.citation import NotInForce
from meedoen.law.kernel.parameter import (
    FOLDER,
    Hours,
    ParameterError,
    parameter,
    parameters,
    read_parameters,
)
from meedoen.law.kernel.period import Days, Months, Weeks, Years

HEAD = "regeling: {code: wet, bwb: BWBR0000001, short: Wet, commencement: 2022-01-01}\nparameters:\n"


def file_with(
    unit="weeks", value="10", since="2022-01-01", source='"Stb. 1"', cites='{artikel: "1", lid: 2}'
):
    return (
        f"{HEAD}  iets:\n    label: Iets\n    cites: {cites}\n    unit: {unit}\n    values:\n"
        f"      {since}: {{value: {value}, source: {source}}}\n"
    )


@pytest.mark.parametrize(
    ("unit", "value", "read"),
    [
        ("days", "3", Days(3)),
        ("weeks", "10", Weeks(10)),
        ("months", "6", Months(6)),
        ("years", "3", Years(3)),
        ("hours", "600", Hours(600)),
        ("count", "2", 2),
        ("percent", "75", 75),
        ("eur", "250", Decimal(250)),
        ("eur", '"610.98"', Decimal("610.98")),
        ("list", "[a, b]", ("a", "b")),
    ],
)
def test_a_value_has_the_type_of_its_unit(unit, value, read):
    found = read_parameters("wet", file_with(unit, value))["iets"]
    assert found.at(date(2022, 1, 1)) == read
    assert (found.name, found.article, found.lid, found.label) == ("wet.iets", "1", 2, "Iets")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (file_with(unit="fortnights"), "unknown unit 'fortnights'"),
        (file_with(source='""'), "a source is missing"),
        (file_with(source="5"), "a source is missing"),
        (file_with(since="2021-12-31"), "lies before the commencement"),
        (file_with(since="ooit"), "'ooit' is not a date"),
        (file_with(value="tien"), "'tien' is not a value in weeks"),
        (file_with(value="true"), "True is not a value in weeks"),
        (file_with(value="1.5"), "1.5 is not a value in weeks"),
        (file_with(cites="{artikel: 5.3}"), "artikel"),
        (file_with(cites='{artikel: "5", hoofdstuk: 1}'), "cites must say artikel"),
        (file_with(cites="art5"), "cites must say artikel"),
        (file_with().replace("    unit: weeks\n", ""), "expected the keys cites, label, unit, values"),
        (file_with().replace("code: wet", "code: wat"), "says that it is wat"),
        (file_with().replace(", commencement: 2022-01-01", ""), "expected the keys"),
        (HEAD, "a mapping was expected"),
        (HEAD + "  iets: {label: x, cites: {artikel: '1'}, unit: weeks, values: {}}", "there are no values"),
        ("- 1", "a mapping was expected"),
        (
            file_with() + '      2021-12-31: {value: 1, source: "Stb."}\n',
            "lies before the commencement",
        ),
        (
            file_with(since="2023-01-01") + '      2022-01-01: {value: 1, source: "Stb."}\n',
            "in order of date",
        ),
    ],
)
def test_a_file_that_is_not_right_says_where(text, message):
    with pytest.raises(ParameterError, match=message):
        read_parameters("wet", text)


def test_values_follow_the_day():
    text = file_with() + '      2023-01-01: {value: 12, source: "Stb. 2"}\n'
    found = read_parameters("wet", text)["iets"]
    assert found.at(date(2022, 12, 31)) == Weeks(10)
    assert found.version(date(2023, 1, 1)).source == "Stb. 2"
    assert found.newest() == Weeks(12)
    with pytest.raises(NotInForce, match="31 december 2021"):
        found.at(date(2021, 12, 31))


def test_unknown_names_raise():
    with pytest.raises(ParameterError, match=r"there is no parameter bi2021\.onzin"):
        parameter("bi2021.onzin")
    with pytest.raises(ParameterError, match=r"there is no parameter file onzin\.yaml"):
        parameter("onzin.iets")


def test_parameters_are_read_once():
    assert parameters("bi2021") is parameters("bi2021")


def test_the_ten_weeks_print_in_dutch():
    assert str(parameter("bi2021.pip_termijn").at(date(2026, 1, 1))) == "10 weken"
    assert str(parameter("bi2021.a2_cursusuren").at(date(2026, 1, 1))) == "600 uur"


def test_every_file_reads_and_agrees_with_its_source():
    known = {source.code: source for source in sources.REGELINGEN}
    for path in sorted(Path(FOLDER).glob("*.yaml")):
        found = parameters(path.stem)
        assert found, path.name
        if path.stem in known:
            text = path.read_text(encoding="utf-8")
            source = known[path.stem]
            assert f"bwb: {source.bwb}" in text
            assert f"short: {source.short}," in text
            assert f"commencement: {source.versions[0].isoformat()}" in text


def test_every_temporary_purpose_is_a_known_verblijfsdoel():
    for dated in parameter("bi2021.tijdelijke_doelen").dated:
        assert {Verblijfsdoel(code) for code in dated.value}

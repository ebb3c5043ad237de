from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from meedoen.law import sources
from meedoen.law.inburgering.begrippen import Verblijfsdoel
from meedoen.law.kernel.citation import NotInForce
from meedoen.law.kernel.parameter import (
    FOLDER,
    Dated,
    Hours,
    ParameterError,
    parameter,
    parameters,
    read_parameters,
    supposing,
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


CITES = "wet.iets: cites must say artikel (as text) and may say lid"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (file_with(unit="fortnights"), "wet.iets: unknown unit 'fortnights'"),
        (file_with(source='""'), "wet.iets 2022-01-01: a source is missing"),
        (file_with(source="5"), "wet.iets 2022-01-01: a source is missing"),
        (
            file_with(since="2021-12-31"),
            "wet.iets: 2021-12-31 lies before the commencement on 2022-01-01",
        ),
        (file_with(since="ooit"), "wet.iets: 'ooit' is not a date"),
        (file_with(value="tien"), "wet.iets 2022-01-01: 'tien' is not a value in weeks"),
        (file_with(value="true"), "wet.iets 2022-01-01: True is not a value in weeks"),
        (file_with(value="1.5"), "wet.iets 2022-01-01: 1.5 is not a value in weeks"),
        (file_with(cites="{artikel: 5.3}"), CITES),
        (file_with(cites='{artikel: "5", hoofdstuk: 1}'), CITES),
        (file_with(cites="art5"), CITES),
        (
            file_with().replace("    unit: weeks\n", ""),
            "wet.iets: expected the keys cites, label, unit, values",
        ),
        (
            file_with().replace(', source: "Stb. 1"', ""),
            "wet.iets 2022-01-01: expected the keys source, value",
        ),
        (file_with().replace("code: wet", "code: wat"), "wet: the file says that it is wat"),
        (
            file_with().replace(", commencement: 2022-01-01", ""),
            "wet: regeling: expected the keys bwb, code, commencement, short",
        ),
        (
            file_with().replace("commencement: 2022-01-01", "commencement: ooit"),
            "wet: commencement: 'ooit' is not a date",
        ),
        (HEAD, "wet: parameters: a mapping was expected"),
        (HEAD + "  iets: 5", "wet.iets: a mapping was expected"),
        (
            HEAD + "  iets: {label: x, cites: {artikel: '1'}, unit: weeks, values: {}}",
            "wet.iets: there are no values",
        ),
        (
            HEAD + "  iets: {label: x, cites: {artikel: '1'}, unit: weeks, values: []}",
            "wet.iets: values: a mapping was expected",
        ),
        ("regeling: 1\nparameters: {}", "wet: regeling: a mapping was expected"),
        ("regeling: {}", "wet: expected the keys parameters, regeling"),
        ("- 1", "wet: a mapping was expected"),
        (
            file_with() + '      2021-12-31: {value: 1, source: "Stb."}\n',
            "wet.iets: 2021-12-31 lies before the commencement on 2022-01-01",
        ),
        (
            file_with(since="2023-01-01") + '      2022-01-01: {value: 1, source: "Stb."}\n',
            "wet.iets: values must stand in order of date",
        ),
    ],
)
def test_a_file_that_is_not_right_says_where(text, message):
    with pytest.raises(ParameterError) as caught:
        read_parameters("wet", text)
    assert str(caught.value) == message


def test_values_follow_the_day():
    text = file_with() + '      2023-01-01: {value: 12, source: "Stb. 2"}\n'
    found = read_parameters("wet", text)["iets"]
    assert found.at(date(2022, 12, 31)) == Weeks(10)
    assert found.version(date(2023, 1, 1)).source == "Stb. 2"
    assert found.newest() == Weeks(12)
    with pytest.raises(NotInForce, match=r"^wet\.iets geldt op 31 december 2021 nog niet$"):
        found.at(date(2021, 12, 31))


def test_a_changed_value_takes_the_place_of_what_the_law_has_from_that_day():
    text = file_with() + '      2023-01-01: {value: 12, source: "Stb. 2"}\n'
    found = read_parameters("wet", text)["iets"]
    assert found.changed(date(2023, 1, 1), 8, "stel") == (
        Dated(date(2022, 1, 1), Weeks(10), "Stb. 1"),
        Dated(date(2023, 1, 1), Weeks(8), "stel"),
    )
    later = found.changed(date(2023, 1, 2), 8, "stel")
    assert [item.value for item in later] == [Weeks(10), Weeks(12), Weeks(8)]
    with pytest.raises(ParameterError, match=r"^wet\.iets 2023-01-01: 'acht' is not a value in weeks$"):
        found.changed(date(2023, 1, 1), "acht", "stel")


def test_what_is_supposed_counts_within_the_block_and_for_that_parameter_only():
    found = parameter("bi2021.pip_termijn")
    other = parameter("bi2021.a2_cursusuren")
    day = date(2026, 4, 1)
    with supposing({found.name: found.changed(date(2026, 4, 1), 4, "stel")}):
        assert (found.at(day), found.version(day).source) == (Weeks(4), "stel")
        assert found.at(date(2026, 3, 31)) == Weeks(10)
        assert other.at(day) == Hours(600)
    assert found.at(day) == Weeks(10)


def test_unknown_names_raise():
    with pytest.raises(ParameterError, match=r"^there is no parameter bi2021\.onzin$"):
        parameter("bi2021.onzin")
    with pytest.raises(ParameterError, match=r"^there is no parameter file onzin\.yaml$"):
        parameter("onzin.iets")


def test_parameters_are_read_once():
    assert parameters("bi2021") is parameters("bi2021")
    assert parameters.__wrapped__("bi2021") == parameters("bi2021")


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

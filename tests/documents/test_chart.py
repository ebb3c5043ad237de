from xml.etree import ElementTree

from meedoen.documents.chart import Bar, bar_chart

NS = {"svg": "http://www.w3.org/2000/svg"}


def drawn(bars, **more):
    return ElementTree.fromstring(bar_chart("proef", "Titel & zo", "Wat u ziet.", bars, **more))  # noqa: S314  # our own


def test_a_chart_can_be_read_aloud():
    svg = drawn([Bar("eerder", 3, "3")])
    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby") == "proef-title proef-desc"
    assert svg.find("svg:title", NS).text == "Titel & zo"
    assert svg.find("svg:desc", NS).text == "Wat u ziet."


def test_a_chart_has_no_inline_style_and_no_script():
    text = bar_chart("proef", "Titel", "Wat u ziet.", [Bar("eerder", 3, "3", True)])
    assert "style=" not in text
    assert "<script" not in text
    assert "<style" not in text


def bars_of(svg):
    return svg.findall("svg:rect", NS)


def words_of(svg):
    return [text.text for text in svg.findall("svg:text", NS)]


def test_the_longest_bar_is_as_long_as_can_be_and_others_in_proportion():
    full, half = bars_of(drawn([Bar("a", 10, "10"), Bar("b", 5, "5")]))
    assert float(full.get("width")) == 2 * float(half.get("width")) == 236


def test_nothing_has_no_bar_and_little_can_still_be_seen():
    assert [bar.get("width") for bar in bars_of(drawn([Bar("a", 1000, "1.000"), Bar("b", 1, "1")]))] == [
        "236.0",
        "2.0",
    ]
    assert bars_of(drawn([Bar("a", 0, "0")])) == []
    assert drawn([]).findall("svg:rect", NS) == []


def test_a_number_that_is_not_shown_is_an_open_stub():
    (bar,) = bars_of(drawn([Bar("a", None, "< 5")]))
    assert (bar.get("fill"), bar.get("width")) == ("none", "24.0")


def test_the_other_way_differs_without_colour():
    (bar,) = bars_of(drawn([Bar("eerder", 3, "3", True)]))
    assert bar.get("fill") == "url(#proef-stripes)"


def test_words_stand_above_their_bar_and_are_never_cut_off():
    long = "rond de module Arbeidsmarkt en Participatie (MAP) af → de termijn is verstreken: DUO beslist"
    words = words_of(drawn([Bar(long, 3, "3"), Bar("", 1, "1")]))
    assert " ".join(words[:3]) == long
    assert words[3:] == ["3", None, "1"]


def test_a_file_that_stands_alone_has_its_title_drawn():
    assert words_of(drawn([Bar("a", 3, "3")], heading=True)) == ["Titel & zo", "a", "3"]

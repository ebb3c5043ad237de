import pytest

from meedoen.law.kernel.strict_yaml import YAMLFault, load


def test_ordinary_yaml_is_read_as_it_is():
    assert load("a: 1\nb: [2, {c: ja}]") == {"a": 1, "b": [2, {"c": "ja"}]}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1\nb: 2\na: 3", "regel 3: a staat er twee keer"),
        ("- {id: A, facts: {x: 1, x: 2}}", "regel 1: x staat er twee keer"),
        ("a: [", "regel 1, kolom 5: dit is geen geldige YAML"),
        ("- a: 1\n- a: 2026-02-30", "regel 2: 2026-02-30 bestaat niet"),
        ("? [a]\n: 1", "regel 1, kolom 3: dit is geen geldige YAML"),
        ("a: \x00", "dit is geen geldige YAML"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text, message):
    with pytest.raises(YAMLFault) as caught:
        load(text)
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize("text", ["a: [", "? [a]\n: 1", "a: \x00"])
def test_what_the_reader_says_stands_between_brackets(text):
    with pytest.raises(YAMLFault) as caught:
        load(text)
    cause = getattr(caught.value.__cause__, "problem", None) or str(caught.value.__cause__)
    assert str(caught.value).endswith(f"dit is geen geldige YAML ({cause})")

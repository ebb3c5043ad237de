"""The generated pages about the law: articles with their verdicts, rules and cases, and the questions."""

import ast
import inspect
import textwrap
from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum
from itertools import groupby
from types import NoneType
from typing import Any, get_args

import yaml

from meedoen.law.examples import read_cases
from meedoen.law.kernel.dutch import in_dutch
from meedoen.law.kernel.rule import RULES, Rule, Version
from meedoen.law.leden import Artikel, Regeling, leden_of, regelingen
from meedoen.law.leden.cites import beside_the_law
from meedoen.law.questions import QUESTIONS, Question
from meedoen.law.questions.wording import fact_label, part_label, title
from meedoen.law.verdicts import (
    CASES,
    Kind,
    Verdict,
    cases_by_place,
    rules_by_agreement,
    rules_by_place,
    verdicts,
)

MEANINGS = {
    Kind.IMPLEMENTED: "een regel rekent dit uit",
    Kind.OORDEEL: "de wet laat dit aan een mens; een regel vraagt daarom of toont het",
    Kind.NOT_OURS: "voor een ander (Minister, DUO, school), of er valt niets te berekenen",
    Kind.TO_DO: "hoort hier wel, maar is er nog niet",
}
KINDS = {bool: "ja of nee", date: "datum", int: "geheel getal", str: "tekst"}
PLAIN = 8
"""A closed list with more codes than this stands at the end of the page."""


def articles_page() -> str:
    """Return the page that counts the verdicts of each regeling, with agreements and judgments."""
    lines = [
        "# De wet, artikel voor artikel\n",
        "Van elk lid staat vast wat ermee is gedaan. Welke regels een lid uitvoeren, volgt uit wat die "
        "regels zelf aanhalen. De titels zijn eigen woorden; elke verwijzing opent de officiële tekst.\n",
        "| regeling | leden | " + " | ".join(kind.label for kind in Kind) + " |",
        "|---|---|" + "---|" * len(Kind),
    ]
    for code, regeling in regelingen().items():
        kinds = [verdicts()[key].verdict for artikel in regeling.artikelen.values() for key in artikel.keys]
        counts = " | ".join(str(kinds.count(kind)) for kind in Kind)
        lines.append(f"| [{regeling.source.title}](artikelen-{code}.md) | {len(kinds)} | {counts} |")
    lines += ["", *(f"- **{kind.label}**: {meaning}." for kind, meaning in MEANINGS.items())]
    lines += ["\n## Afspraken en uitspraken\n", "Niet alles staat in een artikel.\n"]
    for key, names in sorted(rules_by_agreement().items()):
        cited = beside_the_law()[key]
        lines += [f"### {cited}\n", f"[Bron]({cited.deep_link(date(2022, 1, 1))})\n"]
        lines += [_cases_line(cases_by_place().get(key, ())), *(_rule_line(name) for name in names), ""]
    return "\n".join(lines).rstrip() + "\n"


def regeling_page(code: str) -> str:
    """Return the page of one regeling: each article, its leden, verdicts, rules and worked cases."""
    regeling = regelingen()[code]
    lines = [
        f"# {regeling.source.title}\n",
        f"Gelezen in de tekst van {in_dutch(regeling.read_on)}. "
        "Terug naar [alle regelingen](artikelen.md).\n",
    ]
    for chapter, artikelen in groupby(regeling.artikelen.values(), key=lambda artikel: artikel.hoofdstuk):
        lines.append(f"## {chapter}\n")
        for artikel in artikelen:
            lines += _article_lines(regeling, artikel)
    return "\n".join(lines).rstrip() + "\n"


def questions_page() -> str:
    """Return the page of every question: its facts, and the parts of its answer."""
    lines = [
        "# Vragen aan de wet\n",
        "Dit is de woordenlijst van de voorbeelden, de opdrachtregel en de API. "
        "[Zo voegt u een voorbeeld toe](../how-to/voorbeeld-toevoegen.md). Een feit dat u weglaat is "
        "onbekend; het wordt nooit een nee. Een antwoord kan ook `onbekend` of `oordeel` zijn.\n",
    ]
    lists: dict[str, type[Enum]] = {}
    for name, question in sorted(QUESTIONS.items()):
        lines += [f"## {title(name)}\n", f"`question: {name}`\n", *_answer_lines(name, question)]
        lines += [*_fact_lines(question, lists), *_example_lines(name)]
    lines.append("## Codes\n")
    for name, kind in sorted(lists.items()):
        lines += [f"### {name}\n", "| code | betekenis |", "|---|---|"]
        lines += [f"| `{member.value}` | {in_dutch(member)} |" for member in kind] + [""]
    return "\n".join(lines).rstrip() + "\n"


def _article_lines(regeling: Regeling, artikel: Artikel) -> Iterator[str]:
    place = artikel.source.art(artikel.number)
    heading = artikel.number.capitalize() if place.is_annex else f"Artikel {artikel.number}"
    yield f"### {heading}: {artikel.titel}\n"
    yield (
        f"[Officiële tekst]({place.deep_link(regeling.read_on)})"
        + "".join(f"; {text}" for text in _dates(artikel))
        + "\n"
    )
    found = [(lid.number, verdicts()[lid.key]) for lid in leden_of(artikel)]
    whole_rules, whole_cases = rules_by_place().get(artikel.key, ()), cases_by_place().get(artikel.key, ())
    yield "| lid | wat is ermee gedaan | toelichting | voorbeelden |"
    yield "|---|---|---|---|"
    for numbers, verdict in _merged(found):
        cells = (numbers, verdict.verdict.label, _why(verdict), _codes(verdict.cases))
        yield f"| {' | '.join(cells)} |"
    if artikel.leden and whole_cases:
        yield f"| hele artikel | | | {_codes(whole_cases)} |"
    yield ""
    names = dict.fromkeys([*whole_rules, *(name for _, verdict in found for name in verdict.rules)])
    if names:
        yield from (_rule_line(name, artikel) for name in names)
        yield ""


def _merged(found: list[tuple[int | None, Verdict]]) -> Iterator[tuple[str, Verdict]]:
    """Give the leden with their numbers; neighbours that say the same become one line ("2-4")."""
    for _, group in groupby(
        found, key=lambda pair: (pair[1].verdict, pair[1].why, pair[1].rules, pair[1].cases)
    ):
        same = list(group)
        first, last = same[0][0], same[-1][0]
        yield ("–" if first is None else f"{first}" if first == last else f"{first}–{last}"), same[0][1]


def _why(verdict: Verdict) -> str:
    if verdict.verdict is Kind.IMPLEMENTED and verdict.why:
        return f"functie `{verdict.why}`"
    return verdict.why


def _dates(artikel: Artikel) -> Iterator[str]:
    if artikel.since > artikel.source.versions[0]:
        yield f"sinds {in_dutch(artikel.since)}"
    by_day = groupby(
        sorted(artikel.lid_since.items(), key=lambda pair: (pair[1], pair[0])), key=lambda pair: pair[1]
    )
    for day, pairs in by_day:
        numbers = in_dutch([str(lid) for lid, _ in pairs])
        yield f"lid {numbers} sinds {in_dutch(day)}"
    for day, numbers_then in artikel.moved.items():
        moves = in_dutch([f"{old} werd {new}" for old, new in numbers_then.items()])
        yield f"per {in_dutch(day)}: lid {moves}"
    for day, text in artikel.changed.items():
        yield f"per {in_dutch(day)}: {text}"


def _rule_line(name: str, artikel: Artikel | None = None) -> str:
    rule = RULES[name]
    versions = [version for version in rule.versions if len(rule.versions) > 1 or _readings(version)]
    text = f"- `{name}`{_places(rule, artikel)}: {_one_line(rule.versions[-1])}"
    for version in versions:
        text += f"\n    - vanaf {in_dutch(version.since)}: {version.citation}"
        text += "".join(f"; leeswijze: *{reading}*" for reading in _readings(version))
    return text


def _places(rule: Rule[Any, Any], artikel: Artikel | None) -> str:
    """Return at which leden of the article the rule stands, when the article has leden."""
    if artikel is None or not artikel.leden:
        return ""
    numbers = [key.rsplit("/", 1)[1] for key in artikel.keys if rule.name in rules_by_place().get(key, ())]
    return f" (lid {in_dutch(numbers)})" if numbers else ""


def _readings(version: Version[Any, Any]) -> tuple[str, ...]:
    """Return the readings of a version, also those that only one of its answers follows."""
    found = [version.reading] if version.reading else []
    body: Any = version.body
    for node in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(body)))):
        if isinstance(node, ast.FunctionDef):
            node.decorator_list = []
        if isinstance(node, ast.keyword) and node.arg == "reading":
            if isinstance(node.value, ast.Constant):
                found.append(str(node.value.value))
            elif isinstance(node.value, ast.Name) and node.value.id in body.__globals__:
                found.append(str(body.__globals__[node.value.id]))
    return tuple(dict.fromkeys(found))


def _one_line(version: Version[Any, Any]) -> str:
    return " ".join((inspect.getdoc(version.body) or "").split("\n\n")[0].split())


def _cases_line(ids: Iterable[str]) -> str:
    return f"Voorbeelden: {_codes(ids)}\n" if ids else ""


def _codes(ids: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in ids)


def _answer_lines(name: str, question: Question) -> Iterator[str]:
    yield "| in expect | betekenis | rust op |"
    yield "|---|---|---|"
    for part, answer in question.answers.items():
        cited = getattr(answer.rule, "citation", "")
        yield f"| `{part}` | {part_label(name, part)} | {cited} |"
    yield ""


def _fact_lines(question: Question, lists: dict[str, type[Enum]]) -> Iterator[str]:
    meanings = {
        name: text for answer in question.answers.values() for name, text in _meanings(answer.kind).items()
    }
    alias = dict(question.aliases)
    yield "| in facts | soort | betekenis |"
    yield "|---|---|---|"
    for name, kind in question.types().items():
        meant = alias.get(name, name)
        text = (
            fact_label(name)
            if name in alias or meant not in meanings
            else f"{fact_label(name)} (*{meanings[meant]}*)"
        )
        same = f"; hetzelfde als `{meant}`" if name in alias else ""
        yield f"| `{name}` | {_kind(kind, lists)} | {text}{same} |"
    for name, unfold in question.unfolds.items():
        how = (inspect.getdoc(unfold.read) or "").split("\n")[0].rstrip(".")
        yield f"| `{name}` | lijst | staat voor {_codes(unfold.names)} (*{how}*) |"
    yield ""


def _example_lines(question: str) -> Iterator[str]:
    """Give the first worked case that asks this question, as a lawyer would write it."""
    for path in sorted(CASES.glob("*.yaml")):
        for case in read_cases(path):
            if case["question"] == question:
                yield f"Een voorbeeld uit `voorbeelden/{path.name}`:\n\n```yaml"
                yield yaml.safe_dump([case], sort_keys=False, allow_unicode=True, default_flow_style=None)
                yield "```\n"
                return


def _kind(kind: Any, lists: dict[str, type[Enum]]) -> str:
    wanted = next(option for option in get_args(kind) if option is not NoneType)
    if not issubclass(wanted, Enum):
        return KINDS.get(wanted, wanted.__name__)
    lists[wanted.__name__] = wanted
    if len(wanted) <= PLAIN:
        return _codes(str(member.value) for member in wanted)
    return f"[{wanted.__name__}](#{wanted.__name__.lower()})"


def _meanings(kind: type) -> dict[str, str]:
    """Return the text under each field of a facts class."""
    found = {}
    body = ast.parse(textwrap.dedent(inspect.getsource(kind))).body[0]
    assert isinstance(body, ast.ClassDef)  # noqa: S101
    for field, below in zip(body.body, body.body[1:], strict=False):
        if (
            isinstance(field, ast.AnnAssign)
            and isinstance(field.target, ast.Name)
            and isinstance(below, ast.Expr)
            and isinstance(below.value, ast.Constant)
        ):
            found[field.target.id] = " ".join(str(below.value.value).split()).rstrip(".")
    return found

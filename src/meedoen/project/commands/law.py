"""`meedoen wet …`: worked cases, questions, explanations and differences on the command line.

Each subcommand is one function that adds its arguments and one that answers; `ADD` lists them.
"""

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from meedoen.project.commands import bereken, what_if
from meedoen.project.commands.say import complain, say


def add_subcommands(law: ArgumentParser) -> None:
    """Add every subcommand of `meedoen wet`; each sets the function that runs it."""
    subcommands = law.add_subparsers(required=True, metavar="OPDRACHT")
    for add in ADD:
        add(subcommands)


def _add_examples(subcommands: Any) -> None:
    parser = _command(subcommands, "voorbeelden", "Draai uitgewerkte voorbeelden (YAML).", examples)
    parser.add_argument("files", nargs="+", metavar="FILE")


def _add_questions(subcommands: Any) -> None:
    parser = _command(subcommands, "vragen", "Toon de vragen, of de feiten van één vraag.", questions)
    parser.add_argument("name", nargs="?", metavar="QUESTION")
    _json(parser)


def _add_explain(subcommands: Any) -> None:
    parser = _command(subcommands, "leg-uit", "Beantwoord een vraag met de redenen.", explain)
    _facts(parser)
    parser.add_argument("--op", required=True, metavar="DATE", help="dag waarvoor u het vraagt")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--kort", action="store_true", help="één zin voor elk deel van het antwoord")
    form.add_argument("--volledig", action="store_true", help="met gronden, artikelen en feiten (standaard)")
    _json(form)


def _add_compare(subcommands: Any) -> None:
    parser = _command(subcommands, "vergelijk", "Wat is er anders tussen twee dagen, en waarom?", compare)
    _facts(parser)
    parser.add_argument("--van", required=True, metavar="DATE", help="de eerste dag")
    parser.add_argument("--tot", required=True, metavar="DATE", help="de tweede dag")
    _json(parser)


ADD: tuple[Callable[[Any], None], ...] = (
    *(_add_examples, _add_questions, _add_explain, _add_compare),
    bereken.add,
    what_if.add,
)


def examples(arguments: Namespace) -> int:
    """Run worked cases; print each failure, then `N passed, M failed`; exit 1 on a failure."""
    from meedoen.law.examples import examples_report

    text, code = examples_report(arguments.files)
    say(text)
    return code


def questions(arguments: Namespace) -> int:
    """List the questions, or what one question takes and answers."""
    from meedoen.law.questions import QuestionError
    from meedoen.law.questions.catalogue import catalogue, described

    if arguments.name is None:
        found = catalogue()
        listed = "\n".join(f"{asked.name}: {asked.title}" for asked in found)
        say(_as_json([asked.as_dict() for asked in found]) if arguments.json else listed)
        return 0
    try:
        asked = described(arguments.name)
    except QuestionError as fault:
        return complain(str(fault))
    say(_as_json(asked.as_dict()) if arguments.json else asked.text())
    return 0


def explain(arguments: Namespace) -> int:
    """Answer one question about facts from a YAML file, with the reasons."""
    from meedoen.law.explain import explanation, fault_in_dutch

    try:
        on = day(arguments.op)
        found = explanation(arguments.name, read_facts(arguments.feiten), on)
    except (LookupError, ValueError, ArithmeticError) as fault:
        return complain(fault_in_dutch(fault))
    say(_as_json(found.as_dict()) if arguments.json else found.text(full=not arguments.kort))
    return 0


def compare(arguments: Namespace) -> int:
    """Answer one question on two days with the same facts; say what changed and why."""
    from meedoen.law.changes import changes
    from meedoen.law.explain import fault_in_dutch

    try:
        since, until = day(arguments.van), day(arguments.tot)
        found = changes(arguments.name, read_facts(arguments.feiten), since, until)
    except (LookupError, ValueError, ArithmeticError) as fault:
        return complain(fault_in_dutch(fault))
    say(_as_json(found.as_dict()) if arguments.json else found.text())
    return 0


def day(text: str) -> date:
    """Read a day (2026-03-02); raises QuestionError that says so in Dutch."""
    from meedoen.law.questions import QuestionError

    try:
        return datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007  # a day has no time zone
    except ValueError:
        raise QuestionError(f"{text} is geen datum. Schrijf jaar-maand-dag, zoals 2026-03-02.") from None


def read_facts(path: str) -> Mapping[str, Any]:
    """Return the facts of a YAML file; raises QuestionError that says in Dutch what is wrong with it."""
    from meedoen.law.kernel.strict_yaml import YAMLFault, load
    from meedoen.law.questions import QuestionError

    try:
        found = load(Path(path).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise QuestionError(f"{path} is niet te lezen: het bestand bestaat niet") from None
    except (OSError, UnicodeDecodeError, YAMLFault) as fault:
        raise QuestionError(f"{path} is niet te lezen: {fault}") from fault
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise QuestionError(f"{path}: schrijf elk feit op een regel als naam: waarde")
    return found


def _command(subcommands: Any, name: str, text: str, run: Callable[[Namespace], int]) -> ArgumentParser:
    parser: ArgumentParser = subcommands.add_parser(name, help=text, description=text)
    parser.set_defaults(run=run)
    return parser


def _facts(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="QUESTION", help="een vraag uit: meedoen wet vragen")
    parser.add_argument("--feiten", required=True, metavar="FILE", help="YAML met de feiten")


def _json(parser: Any) -> None:
    parser.add_argument("--json", action="store_true", help="als JSON, zoals de API het geeft")


def _as_json(found: object) -> str:
    return json.dumps(found, ensure_ascii=False, indent=2)

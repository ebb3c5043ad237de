"""`meedoen wet …`: worked cases and explanations on the command line."""

from datetime import date

import yaml

from meedoen.project.commands.say import complain, say


def examples(files: list[str]) -> int:
    """Run worked cases; print each failure, then `N passed, M failed`; exit 1 on a failure."""
    from meedoen.law.examples import examples_report

    text, code = examples_report(files)
    say(text)
    return code


def explain(question: str, facts_file: str, on: str) -> int:
    """Answer one question about facts from a YAML file, with the reasons."""
    from meedoen.law.questions import explain_question

    try:
        day = date.fromisoformat(on)
    except ValueError:
        return complain(f"{on} is geen datum. Schrijf jaar-maand-dag, zoals 2026-03-02.")
    try:
        with open(facts_file, encoding="utf-8") as file:
            facts = yaml.safe_load(file) or {}
    except (OSError, yaml.YAMLError) as fault:
        return complain(f"{facts_file} is niet te lezen: {fault}")
    try:
        say(explain_question(question, facts, day))
    except (LookupError, ValueError) as fault:
        return complain(str(fault))
    return 0

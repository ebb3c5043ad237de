import inspect
from pathlib import Path

import pytest
import yaml

from meedoen import law
from meedoen.law import questions  # noqa: F401  # imports every module with rules
from meedoen.law.inburgering.begrippen import Begrip
from meedoen.law.kernel.rule import RULES

FOLDER = Path(law.__file__).parent
VERDICTS = yaml.safe_load((FOLDER / "verdicts.yaml").read_text(encoding="utf-8"))
OWN = {name: rule for name, rule in RULES.items() if rule.__module__.startswith("meedoen.law.")}


def test_every_cited_place_has_a_verdict_that_names_the_rules():
    for name, rule in OWN.items():
        for cited in rule.citations:
            assert name in VERDICTS.get(cited.key, {}).get("by", []), f"{name} cites {cited.key}"


@pytest.mark.parametrize("key", sorted(VERDICTS))
def test_every_verdict_is_whole_and_names_rules_that_exist_and_cite_it(key):
    verdict = VERDICTS[key]
    assert set(verdict) <= {"verdict", "by", "why"}
    assert verdict["verdict"] in {"implemented", "oordeel", "not_ours"}
    if verdict["verdict"] == "implemented":
        assert verdict["by"]
    else:
        assert verdict["why"].strip()
    for name in verdict.get("by", []):
        assert key in {cited.key for cited in OWN[name].citations}


def test_every_version_of_a_rule_says_in_one_sentence_what_the_lid_says():
    for name, rule in OWN.items():
        for version in rule.versions:
            assert inspect.getdoc(version.body), name
            assert list(inspect.signature(version.body).parameters) == ["facts", "on"], name


def test_every_begrip_has_a_label_without_underscores():
    for kind in Begrip.__subclasses__():
        for member in kind:
            assert member.label
            assert "_" not in member.label

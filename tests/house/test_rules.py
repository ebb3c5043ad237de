"""House rules: what a picture of the architecture promises, as tests."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps

from meedoen.access.permissions import PERMISSIONS
from meedoen.project.env import SETTINGS
from tests.house.urls import addresses

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "meedoen"
TEMPLATES = sorted((SOURCE / "web" / "templates").rglob("*.html"))
PURE = sorted(path for part in ("law", "domain") for path in (SOURCE / part).rglob("*.py"))
OUTSIDE = ("account_", "mfa_")  # views of allauth, which guard themselves


def test_every_view_names_its_permission():
    nameless = [
        address.name
        for address in addresses()
        if not address.name.startswith(OUTSIDE) and not hasattr(address.view, "permission")
    ]
    assert nameless == []


def test_every_permission_is_used_by_a_page_or_a_template():
    outside = [path for part in ("web", "api") for path in (SOURCE / part).rglob("*.py")]
    text = "".join(path.read_text(encoding="utf-8") for path in outside)
    unused = [name for name in PERMISSIONS if f'"{name}"' not in text]
    assert unused == []


@pytest.mark.parametrize("path", PURE, ids=lambda path: str(path.relative_to(SOURCE)))
def test_nobody_below_the_pages_asks_what_day_it_is(path):
    calls = [
        ast.unparse(node)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and re.search(r"(\btoday|\blocaldate|datetime\.now)$", ast.unparse(node.func))
    ]
    assert calls == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_templates_hold_no_inline_script_or_style(path):
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"<script(?![^>]*\bsrc=)", text)
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=\"", text)
    assert "|safe" not in text


def test_no_bsn_in_an_address():
    assert [a.name for a in addresses() if any("bsn" in name for name in a.parameters)] == []


def test_models_with_history_are_never_updated_in_bulk():
    """`queryset.update()` leaves no history row; simple_history has a bulk update that does."""
    tracked = {model.__name__ for model in apps.get_models() if hasattr(model, "history")}
    wrong = []
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            if node.func.attr in {"update", "bulk_update"} and ".objects" in (call := ast.unparse(node.func)):
                model = call.split(".objects")[0].split(".")[-1]
                if model in tracked:
                    wrong.append(f"{path.relative_to(ROOT)}:{node.lineno} {call}")
    assert wrong == []


def test_every_noun_of_the_domain_is_in_the_glossary():
    text = (ROOT / "docs" / "reference" / "glossary.md").read_text(encoding="utf-8")
    nouns = {
        model.__name__
        for model in apps.get_models()
        if model.__module__.startswith("meedoen.domain") and not model.__name__.startswith("Historical")
    }
    assert sorted(noun for noun in nouns if f"**{noun}**" not in text) == []


def test_generated_pages_are_current():
    done = subprocess.run(
        [sys.executable, "scripts/reference.py", "--check"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


def test_documentation_builds_without_warnings(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-d", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.django_db
def test_migrations_are_complete_and_linear():
    from django.core.management import call_command
    from django.db.migrations.loader import MigrationLoader

    call_command("makemigrations", "--check", "--dry-run", verbosity=0)
    assert MigrationLoader(None).detect_conflicts() == {}


def test_every_setting_is_documented():
    text = (ROOT / "docs" / "reference" / "settings.md").read_text(encoding="utf-8")
    assert [setting.name for setting in SETTINGS if f"`{setting.name}`" not in text] == []


def test_nothing_in_the_project_names_a_machine_or_a_registry():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    pattern = re.compile(r"(?<![\w.])/(?:work|root|home)/\w|https?://[^ \"]+\.(?:whl|tgz|tar\.gz)")
    found = []
    for name in listed.splitlines():
        path = ROOT / name
        if (
            path.suffix in {".woff2", ".ttf", ".png", ".svg", ".pdf"}
            or path == Path(__file__)
            or not path.is_file()
        ):
            continue
        if match := pattern.search(path.read_text(encoding="utf-8", errors="ignore")):
            found.append(f"{name}: {match.group()}")
    assert found == []

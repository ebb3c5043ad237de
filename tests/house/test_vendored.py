"""What is vendored is what the lock names, may be shipped, and holds all that the pages use."""

import hashlib
import importlib.util
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STATIC = ROOT / "src" / "meedoen" / "web" / "static"
TEMPLATES = ROOT / "src" / "meedoen" / "web" / "templates"
LOCK = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def vendor():
    spec = importlib.util.spec_from_file_location("vendor_frontend", ROOT / "scripts" / "vendor_frontend.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_committed_files_are_those_of_the_lock(vendor):
    assert vendor.problems(vendor.committed(), LOCK) == []


def test_a_changed_a_missing_and_an_extra_file_are_each_found(vendor):
    files = vendor.committed()
    files["tokens.css"] += b"/* by hand */"
    del files["icons/check.svg"]
    files["extra.css"] = b""
    found = vendor.problems(files, LOCK)
    assert [line.partition(":")[0] for line in found] == ["extra.css", "icons/check.svg", "tokens.css"]


def test_another_version_in_the_lock_is_found(vendor):
    packages = {**LOCK["packages"], "node_modules/@tabler/icons": {"version": "0.0.1"}}
    assert vendor.problems(vendor.committed(), {"packages": packages}) == [
        f"@tabler/icons: vendored {LOCK['packages']['node_modules/@tabler/icons']['version']}, locked 0.0.1"
    ]


def test_a_licence_that_may_not_be_shipped_is_found(vendor):
    files = vendor.committed()
    manifest = json.loads(files["VENDORED.json"])
    manifest["packages"][0]["licence"] = "SEE LICENSE.md"
    files["VENDORED.json"] = json.dumps(manifest).encode()
    assert any("may not be shipped" in line for line in vendor.problems(files, LOCK))


def test_a_new_build_that_differs_is_found(vendor):
    files = vendor.committed()
    assert vendor.problems(files, LOCK, fresh=files) == []
    assert vendor.problems(files, LOCK, fresh={**files, "tokens.css": b""}) == [
        "tokens.css: differs from a new build"
    ]


def test_every_licence_text_is_shipped_and_the_project_carries_the_eupl():
    names = {path.name for path in (STATIC / "vendor" / "licences").iterdir()}
    assert {"EUPL-1.2.md", "OFL-1.1.txt", "MIT-tabler-icons.txt"} <= names
    eupl = (STATIC / "vendor" / "licences" / "EUPL-1.2.md").read_bytes()
    assert hashlib.sha256((ROOT / "LICENSE").read_bytes()).digest() == hashlib.sha256(eupl).digest()
    assert b"EUROPEAN UNION PUBLIC LICENCE v. 1.2" in eupl


def test_the_lock_holds_no_registry_address_and_no_proprietary_tokens():
    text = (ROOT / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in text
    proprietary = (
        "@utrecht/design-tokens",
        "@amsterdam/",
        "@rijkshuisstijl-community/",
        "@gemeente-denhaag/",
    )
    assert not [name for name in LOCK["packages"] if any(word in name for word in proprietary)]


def test_every_token_of_our_stylesheet_is_defined():
    own = (STATIC / "app.css").read_text(encoding="utf-8")
    tokens = (STATIC / "vendor" / "tokens.css").read_text(encoding="utf-8")
    components = (STATIC / "vendor" / "components.css").read_text(encoding="utf-8")
    defined = set(re.findall(r"(--[a-z0-9_-]+)\s*:", own + tokens + components))
    assert sorted(set(re.findall(r"var\((--[a-z0-9_-]+)\)", own)) - defined) == []


def test_our_stylesheet_is_valid_in_both_directions():
    """Left and right are written as start and end, so that Arabic and Farsi pages mirror by themselves."""
    own = re.sub(r"/\*.*?\*/", "", (STATIC / "app.css").read_text(encoding="utf-8"), flags=re.DOTALL)
    physical = re.findall(
        r"(?:margin|padding|border)-(?:left|right|top|bottom)|text-align:\s*(?:left|right)", own
    )
    assert physical == []
    assert re.findall(r"[;{]\s*(?:left|right|top|bottom|width|height)\s*:", own) == []


def test_stylesheets_and_scripts_stay_small():
    """A page on a slow line: all CSS together stays under 30 kB compressed, the script under 4 kB."""
    import gzip

    css = b"".join(path.read_bytes() for path in (*(STATIC / "vendor").glob("*.css"), STATIC / "app.css"))
    assert len(gzip.compress(css)) < 30_000
    assert len(gzip.compress((STATIC / "app.js").read_bytes())) < 4_000


def test_no_template_has_an_inline_style_script_or_handler():
    forbidden = re.compile(r"<style|\sstyle=|\son[a-z]+=|javascript:|<script(?![^>]*\bsrc=)", re.IGNORECASE)
    found = [
        f"{path.relative_to(TEMPLATES)}: {match.group()}"
        for path in TEMPLATES.rglob("*.html")
        for match in forbidden.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_nothing_is_loaded_from_elsewhere():
    for path in [*TEMPLATES.rglob("*.html"), STATIC / "app.css", *(STATIC / "vendor").glob("*.css")]:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"(?:src|url)\s*[=(]\s*[\"']?(?:https?:)?//", text), path
        assert "@import" not in text, path

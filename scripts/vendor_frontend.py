"""Copy the CSS, fonts and icons that the pages use out of node_modules into static/vendor.

Only a maintainer who updates a package runs this (`npm ci`, then this script); users need no Node.
The result is committed. `--check` proves that what is committed is what package-lock.json names:
without node_modules it compares versions and checksums, with node_modules it also builds everything
again and compares byte by byte.
"""

import argparse
import hashlib
import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODULES = ROOT / "node_modules"
LOCK = ROOT / "package-lock.json"
TARGET = ROOT / "src" / "meedoen" / "web" / "static" / "vendor"
MANIFEST = "VENDORED.json"

TOKENS = "@nl-design-system-unstable/voorbeeld-design-tokens"
ICONS = "@tabler/icons"

# The order is the order of the cascade: first what a bare element looks like, then the components.
ELEMENTS = ("heading-1", "heading-2", "heading-3", "heading-4", "link", "paragraph")
COMPONENTS = (
    *("root", "body", "document", "surface", "page-layout", "page-body", "page-header", "page-footer"),
    *("heading-1", "heading-2", "heading-3", "heading-4", "paragraph", "pre-heading", "link"),
    *("unordered-list", "ordered-list", "separator", "skip-link", "breadcrumb-nav", "pagination"),
    *("button", "button-group", "action-group", "alert", "status-badge", "badge-list", "number-badge"),
    *("form-field", "form-label", "form-field-description", "form-field-error-message", "form-fieldset"),
    *("textbox", "textarea", "select", "checkbox", "radio-button", "table", "data-list"),
)

# Package, files of the package (subset), licence text.
FONTS = {
    "@fontsource-variable/noto-sans": ("latin", "latin-ext", "cyrillic"),
    "@fontsource-variable/noto-sans-arabic": ("arabic",),
    "@fontsource-variable/noto-sans-ethiopic": ("ethiopic",),
}

ICON_NAMES = (
    *("alert-triangle", "info-circle", "circle-check", "circle-x", "help-circle", "scale", "hourglass"),
    *("calendar", "clock", "history", "user", "users", "home", "map-pin", "phone", "mail", "message"),
    *("file-text", "download", "upload", "printer", "search", "filter", "plus", "pencil", "trash", "check"),
    *("x", "eye", "lock", "logout", "external-link", "language", "settings", "list-check", "notes", "id"),
    *("arrow-right", "arrow-left", "arrow-up", "arrow-down", "chevron-right", "chevron-down", "arrows-sort"),
    *("school", "briefcase", "heart", "car", "device-laptop", "flag", "building", "books", "link"),
)

# Licences under which a package may be shipped with EUPL-1.2 software.
ALLOWED = {"EUPL-1.2", "OFL-1.1", "MIT"}

DECLARATION = re.compile(r"^\s*(--[a-z0-9-]+):\s*(.*?);", re.MULTILINE)
REFERENCE = re.compile(r"var\(\s*(--[a-z0-9-]+)")
# Tokens that the project's own stylesheet may use, beside what the components ask for.
BASIS = re.compile(r"--basis-(?!.*-inverse-(?!bg-default|color-default))")


def read_package(name: str) -> dict:
    """The package.json of an installed package; refuses a licence that may not be shipped."""
    package = json.loads((MODULES / name / "package.json").read_text(encoding="utf-8"))
    if package["license"] not in ALLOWED:
        raise SystemExit(f"{name}: licence {package['license']} may not be shipped")
    return package


def component_css() -> str:
    """One stylesheet of the named Utrecht parts, bare elements first."""
    parts = [MODULES / f"@utrecht/{name}-css/dist/html/index.min.css" for name in ELEMENTS]
    parts += [MODULES / f"@utrecht/{name}-css/dist/index.min.css" for name in COMPONENTS]
    comment = re.compile(r"/\*.*?\*/", re.DOTALL)
    body = "\n".join(comment.sub("", part.read_text(encoding="utf-8")).strip() for part in parts)
    return "/* Utrecht component CSS. EUPL-1.2; names and versions in VENDORED.json. */\n" + body + "\n"


def token_css(components: str) -> str:
    """The voorbeeld theme, without the tokens that nothing on our pages can reach."""
    css = (MODULES / TOKENS / "dist" / "theme.css").read_text(encoding="utf-8")
    tokens = dict(DECLARATION.findall(css))
    wanted = [name for name in tokens if BASIS.match(name)] + REFERENCE.findall(components)
    kept: set[str] = set()
    while wanted:
        name = wanted.pop()
        if name in tokens and name not in kept:
            kept.add(name)
            wanted += REFERENCE.findall(tokens[name])
    lines = [f"  {name}: {value};" for name, value in tokens.items() if name in kept]
    head = "/* voorbeeld design tokens. EUPL-1.2; name and version in VENDORED.json. */\n.voorbeeld-theme {\n"
    return head + "\n".join(lines) + "\n}\n"


def font_files() -> tuple[str, dict[str, bytes]]:
    """The @font-face rules and the font files they name; one family for all scripts."""
    rules, files = [], {}
    for package, subsets in FONTS.items():
        css = (MODULES / package / "wght.css").read_text(encoding="utf-8")
        for subset in subsets:
            name = f"{package.rsplit('/', maxsplit=1)[-1]}-{subset}-wght-normal.woff2"
            found = re.search(r"@font-face \{[^}]*" + re.escape(f"/{name})") + r"[^}]*\}", css)
            if found is None:
                raise SystemExit(f"{package}: no @font-face for {name}")
            rule = re.sub(r"font-family: '[^']*'", "font-family: 'Noto Sans'", found.group())
            rule = re.sub(
                r"url\([^)]*\) format\('woff2-variations'\)", f"url(fonts/{name}) format('woff2')", rule
            )
            rules.append(rule)
            files[f"fonts/{name}"] = (MODULES / package / "files" / name).read_bytes()
    head = "/* Noto Sans. OFL-1.1; the licence text stands beside the fonts. */\n"
    return head + "\n".join(rules) + "\n", files


def icon_svg(name: str) -> bytes:
    """One icon on one line, without size, class and the invisible box: the page sets those."""
    svg = (MODULES / ICONS / "icons" / "outline" / f"{name}.svg").read_text(encoding="utf-8")
    shapes = re.sub(r'<path stroke="none"[^>]*/>', "", svg.partition(">")[2])
    shapes = re.sub(r"\s*\n\s*", "", shapes)
    head = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" '
        'stroke-width="2" stroke-linecap="round" stroke-linejoin="round">'
    )
    return (head + shapes + "\n").encode()


def build() -> dict[str, bytes]:
    """Every vendored file by its path under static/vendor, VENDORED.json included."""
    components = component_css()
    fonts_css, fonts = font_files()
    files = {
        "components.css": components.encode(),
        "tokens.css": token_css(components).encode(),
        "fonts.css": fonts_css.encode(),
        **fonts,
        **{f"icons/{name}.svg": icon_svg(name) for name in ICON_NAMES},
        "licences/EUPL-1.2.md": (MODULES / TOKENS / "LICENSE.md").read_bytes(),
        "licences/OFL-1.1.txt": (MODULES / "@fontsource-variable/noto-sans" / "LICENSE").read_bytes(),
        "licences/OFL-1.1-arabic.txt": (
            MODULES / "@fontsource-variable/noto-sans-arabic" / "LICENSE"
        ).read_bytes(),
        "licences/OFL-1.1-ethiopic.txt": (
            MODULES / "@fontsource-variable/noto-sans-ethiopic" / "LICENSE"
        ).read_bytes(),
        "licences/MIT-tabler-icons.txt": (MODULES / ICONS / "LICENSE").read_bytes(),
    }
    names = sorted({TOKENS, ICONS, *FONTS, *(f"@utrecht/{name}-css" for name in (*ELEMENTS, *COMPONENTS))})
    packages = [read_package(name) for name in names]
    manifest = {
        "packages": [{"name": p["name"], "version": p["version"], "licence": p["license"]} for p in packages],
        "files": {path: hashlib.sha256(content).hexdigest() for path, content in sorted(files.items())},
    }
    files[MANIFEST] = (json.dumps(manifest, indent=2) + "\n").encode()
    return files


def committed() -> dict[str, bytes]:
    """What stands in static/vendor now."""
    return {str(p.relative_to(TARGET)): p.read_bytes() for p in sorted(TARGET.rglob("*")) if p.is_file()}


def problems(files: dict[str, bytes], lock: dict, fresh: dict[str, bytes] | None = None) -> list[str]:
    """What is wrong with the vendored files, one sentence each; empty when all is well.

    `files` is what is committed, `lock` the content of package-lock.json and `fresh` the outcome
    of a new build, or None when there is no node_modules to build from.
    """
    if MANIFEST not in files:
        return [f"{MANIFEST} is missing"]
    manifest = json.loads(files[MANIFEST])
    found = []
    for package in manifest["packages"]:
        locked = lock["packages"].get(f"node_modules/{package['name']}", {}).get("version")
        if locked != package["version"]:
            found.append(f"{package['name']}: vendored {package['version']}, locked {locked}")
        if package["licence"] not in ALLOWED:
            found.append(f"{package['name']}: licence {package['licence']} may not be shipped")
    sums = {path: hashlib.sha256(content).hexdigest() for path, content in files.items() if path != MANIFEST}
    for path in sorted(sums.keys() | manifest["files"].keys()):
        if sums.get(path) != manifest["files"].get(path):
            found.append(f"{path}: differs from {MANIFEST}")
    if fresh is not None and fresh != files:
        changed = [path for path in sorted(fresh.keys() | files.keys()) if fresh.get(path) != files.get(path)]
        found += [f"{path}: differs from a new build" for path in changed]
    return found


def write(files: dict[str, bytes]) -> None:
    """Make static/vendor exactly these files."""
    for stale in committed().keys() - files.keys():
        (TARGET / stale).unlink()
    for path, content in files.items():
        (TARGET / path).parent.mkdir(parents=True, exist_ok=True)
        (TARGET / path).write_bytes(content)


def main() -> int:
    """Write the vendored files, or with --check say what is wrong with them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 when something differs")
    arguments = parser.parse_args()
    if not arguments.check:
        if not MODULES.is_dir():
            print("node_modules is missing: run `npm ci` first.", file=sys.stderr)
            return 2
        files = build()
        write(files)
        print(f"{len(files)} files, {sum(map(len, files.values())) // 1024} kB in {TARGET.relative_to(ROOT)}")
        return 0
    lock = json.loads(LOCK.read_text(encoding="utf-8"))
    found = problems(committed(), lock, build() if MODULES.is_dir() else None)
    for line in found:
        print(line, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())

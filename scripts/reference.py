"""Writes the generated pages of docs/reference; with --check it only says whether they are current."""

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "docs" / "reference"
MADE = "<!-- Gemaakt door scripts/reference.py; wijzig de bron, niet deze pagina. -->\n\n"


def settings_page() -> str:
    """Return the page of all environment variables."""
    from meedoen.project.env import SETTINGS

    lines = [
        MADE + "# Instellingen\n",
        "Alles wordt ingesteld met omgevingsvariabelen. Elke variabele kan ook uit een bestand komen: "
        "zet dan `NAAM_FILE` op het pad. `meedoen check` zegt in woorden wat er mis is.\n",
        "| variabele | betekenis | standaard |",
        "|---|---|---|",
    ]
    for setting in SETTINGS:
        default = (
            "**verplicht**" if setting.default is None else f"`{setting.default}`" if setting.default else "–"
        )
        lines.append(f"| `{setting.name}` | {setting.meaning} | {default} |")
    return "\n".join(lines) + "\n"


def permissions_page() -> str:
    """Return the page of permissions and roles."""
    from meedoen.access.permissions import PERMISSIONS
    from meedoen.domain.regio.models import Rol

    lines = [
        MADE + "# Rechten\n",
        "Elke pagina noemt één recht. Een rol geldt per gemeente. Een klantmanager opent haar eigen dossiers "
        "en die zonder klantmanager; dat van een collega alleen na een waarneming (een reden, één dossier, "
        "een uur).\n",
        "| recht | wat mag u dan | " + " | ".join(rol.label for rol in Rol) + " |",
        "|---|---|" + "---|" * len(Rol),
    ]
    for name, (roles, meaning) in PERMISSIONS.items():
        marks = " | ".join("ja" if rol in roles else "" for rol in Rol)
        lines.append(f"| `{name}` | {meaning} | {marks} |")
    return "\n".join(lines) + "\n"


def parameters_page() -> str:
    """Return the page of every dated number of the law."""
    from meedoen.law.kernel.dutch import in_dutch
    from meedoen.law.kernel.parameter import FOLDER, parameters

    lines = [
        MADE + "# Getallen van de wet\n",
        "Elk getal heeft een bron en een datum. Alleen wijzigingen staan hier.\n",
        "| getal | betekenis | artikel | vanaf | waarde | bron |",
        "|---|---|---|---|---|---|",
    ]
    for code in sorted(path.stem for path in FOLDER.glob("*.yaml")):
        for item in parameters(code).values():
            place = item.article + (f" lid {item.lid}" if item.lid else "")
            for dated in item.dated:
                shown = ", ".join(dated.value) if isinstance(dated.value, tuple) else in_dutch(dated.value)
                cells = (f"`{item.name}`", item.label, place, f"{dated.since:%d-%m-%Y}", shown, dated.source)
                lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def law_pages() -> dict[str, Callable[[], str]]:
    """Return the pages about the law by their names; one for each regeling."""
    from scripts import reference_law

    from meedoen.law.leden import regelingen

    pages = {f"artikelen-{code}.md": partial(reference_law.regeling_page, code) for code in regelingen()}
    made = {"artikelen.md": reference_law.articles_page, **pages, "vragen.md": reference_law.questions_page}
    return {name: partial(_with_mark, make) for name, make in made.items()}


def _with_mark(make: Callable[[], str]) -> str:
    return MADE + make()


def api_page() -> str:
    """Return the page of every address of the API with what it takes and gives."""
    from meedoen.api.openapi import DOCUMENT, SCHEMAS

    lines = [
        MADE + "# API\n",
        "Dezelfde antwoorden als op de pagina's, voor programma's. Alle adressen staan onder `/api/v1`; het "
        "[OpenAPI](https://www.openapis.org)-document staat op `/api/v1/openapi.json`.\n",
        "- **De wet zonder personen** (`/wet/…`) is openbaar. Wat u stuurt, wordt niet bewaard "
        "en komt in geen log.",
        "- **Een dossier** (`/dossiers/…`) vraagt het recht `dossier.view` en dezelfde toegang als de "
        "pagina's: eigen dossier, of dat van een collega na een waarneming. Elke kijk komt in het logboek. "
        "Voor nu gebruikt de API de sessie van de website: log daar eerst in. Een eigen toegang voor "
        "programma's (met een sleutel) is er nog niet.",
        "- **Een fout** komt als `application/problem+json` met in `detail` een Nederlandse zin: 400 de "
        "vraag klopt niet, 401 niet ingelogd, 403 mag niet, 404 bestaat niet of is van een andere gemeente, "
        "405 andere methode.",
        "- Elke reactie heeft de kop `API-Version`. Een datum is `jjjj-mm-dd`.\n",
        "## Adressen\n",
        "| methode | adres | wat | parameters |",
        "|---|---|---|---|",
    ]
    for path, methods in DOCUMENT["paths"].items():
        for method, operation in methods.items():
            query = ", ".join(
                f"`{item['name']}`{'' if item['required'] else ' (mag weg)'}"
                for item in operation["parameters"]
                if item["in"] == "query"
            )
            lines.append(f"| {method.upper()} | `{path}` | {operation['summary']} | {query} |")
    lines += [
        "",
        "## Een vraag stellen\n",
        "```",
        "curl -H 'Content-Type: application/json' \\",
        '  -d \'{"feiten": {"kennisgeving": "2025-03-03", "verblijfstitel": "regulier_bepaalde_tijd"},',
        '       "op": "2025-03-03"}\' \\',
        "  http://localhost:8000/api/v1/wet/vragen/pip_deadline/antwoord",
        "```\n",
        "Welke feiten een vraag neemt, staat op `/wet/vragen/pip_deadline` en geeft ook "
        "`meedoen wet vragen pip_deadline`. Laat weg wat niet bekend is.\n",
        "## Wat u krijgt\n",
    ]
    for name, schema in SCHEMAS.items():
        lines += [f"### {name}\n", schema["description"] + "\n", "| veld | wat |", "|---|---|"]
        lines += [f"| `{field}` | {_told(found)} |" for field, found in schema["properties"].items()]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _told(schema: dict) -> str:
    """Return what a field holds, in words."""
    if "$ref" in schema:
        return schema["$ref"].rpartition("/")[2]
    if schema.get("type") == "array":
        inner = schema["items"]
        told = _told(inner) if "$ref" in inner else _lower(_told(inner))
        return f"lijst van {told}" + (f": {_lower(schema['description'])}" if "description" in schema else "")
    if "description" in schema:
        return schema["description"].rstrip(".")
    words = {"string": "tekst", "boolean": "ja of nee", "integer": "getal", "object": "namen en waarden"}
    kind = schema.get("type", "string")
    return words[kind] if isinstance(kind, str) else f"{words[kind[0]]} of niets"


def events_page() -> str:
    """Return the page of the events of DUO."""
    from scripts.reference_duo import events_page as page

    return MADE + page()


PAGES = {
    "settings.md": settings_page,
    "permissions.md": permissions_page,
    "parameters.md": parameters_page,
    "api.md": api_page,
    "duo-gebeurtenissen.md": events_page,
}


def main() -> int:
    """Write or check the pages; return 1 when --check finds one that is stale."""
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django

    django.setup()
    stale = []
    for name, make in {**PAGES, **law_pages()}.items():
        path, text = REFERENCE / name, make()
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
            if "--check" not in sys.argv:
                path.write_text(text, encoding="utf-8")
    if stale and "--check" in sys.argv:
        print(f"Stale: {', '.join(stale)}. Run: python scripts/reference.py", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

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


PAGES = {"settings.md": settings_page, "permissions.md": permissions_page, "parameters.md": parameters_page}


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

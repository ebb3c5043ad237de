"""Small parts of a page: text is always escaped, there is no script and no style in it."""

import json
from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from meedoen.simulator.fields import Field

Json = dict[str, Any]


def page(title: str, *parts: str) -> str:
    """Return a whole page; its title and its head say that this is a simulator."""
    return f"""<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)} - DUO-simulator van Meedoen</title>
<link rel="stylesheet" href="/simulator/stijl.css">
</head>
<body>
<a class="skip" href="#inhoud">Naar de inhoud</a>
<header>
<p><strong>DUO-simulator.</strong> Dit is niet DUO. Gebruik alleen verzonnen personen.</p>
<nav aria-label="Hoofdmenu"><a href="/simulator/">Overzicht</a></nav>
</header>
<main id="inhoud" tabindex="-1">
<h1>{escape(title)}</h1>
{"".join(parts)}
</main>
</body>
</html>
"""


def text(words: str) -> str:
    """Return a paragraph."""
    return f"<p>{escape(words)}</p>\n"


def message(words: str, *, wrong: bool = False) -> str:
    """Return what was done (read out politely), or what is wrong (read out at once)."""
    if not words:
        return ""
    kind, role = ("fout", "alert") if wrong else ("gedaan", "status")
    return f'<p class="{kind}" role="{role}">{escape(words)}</p>\n'


def section(title: str, *parts: str) -> str:
    """Return a part of a page under its own head."""
    return f"<section>\n<h2>{escape(title)}</h2>\n{''.join(parts)}</section>\n"


def link(address: str, words: str) -> str:
    """Return a link."""
    return f'<a href="{escape(address)}">{escape(words)}</a>'


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; the cells are HTML already (see `cell`), the first of a row names the row."""
    lines = []
    for row in rows:
        first, *rest = row
        lines.append(f'<tr><th scope="row">{first}</th>{"".join(f"<td>{value}</td>" for value in rest)}</tr>')
    if not lines:
        return text(f"{caption}: niets.")
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in heads)
    return (
        f'<div class="breed" role="region" aria-label="{escape(caption)}" tabindex="0"><table>\n'
        f"<caption>{escape(caption)}</caption>\n<thead><tr>{head}</tr></thead>\n"
        f"<tbody>{''.join(lines)}</tbody>\n</table></div>\n"
    )


def cell(value: Any) -> str:
    """Return a value as text of a cell."""
    if isinstance(value, dict | list):
        value = json.dumps(value, ensure_ascii=False) if value else ""
    return escape("" if value is None else str(value))


def form(
    address: str, name: str, button: str, fields: Iterable[Field] = (), given: Json | None = None
) -> str:
    """Return a form that posts; `name` makes the ids of its fields unique on the page."""
    inner = "".join(_field(f"{name}-{field.name}", field, (given or {}).get(field.name)) for field in fields)
    return (
        f'<form method="post" action="{escape(address)}">\n{inner}'
        f'<p><button type="submit">{escape(button)}</button></p>\n</form>\n'
    )


_INPUTS = {"datum": 'type="date"', "getal": 'type="number" min="0" max="9999"'}


def _field(number: str, field: Field, value: Any) -> str:
    label = field.label if field.required or field.kind == "ja" else f"{field.label} (mag leeg)"
    shown = "" if value is None else str(value)
    common = f'id="{escape(number)}" name="{escape(field.name)}"'
    if field.kind == "ja":
        checked = " checked" if value in (True, "ja", "on") else ""
        return (
            f'<p><input type="checkbox" {common} value="ja"{checked}> '
            f'<label for="{escape(number)}">{escape(label)}</label></p>\n'
        )
    needed = " required" if field.required else ""
    if field.choices:
        empty = "" if field.required else '<option value=""></option>'
        options = "".join(
            f'<option value="{escape(choice)}"{" selected" if choice == shown else ""}>'
            f"{escape(_words(field, choice))}</option>"
            for choice in field.choices
        )
        control = f"<select {common}{needed}>{empty}{options}</select>"
    else:
        kind = _INPUTS.get(field.kind, 'type="text"')
        control = f'<input {kind} {common} value="{escape(shown)}"{needed}>'
    return f'<p><label for="{escape(number)}">{escape(label)}</label><br>{control}</p>\n'


def _words(field: Field, choice: str) -> str:
    return f"{choice}: {field.words[choice]}" if choice in field.words else choice


def details(words: str, *parts: str, opened: bool = False) -> str:
    """Return a part that opens when asked, or is open already."""
    mark = " open" if opened else ""
    return f"<details{mark}>\n<summary>{escape(words)}</summary>\n{''.join(parts)}</details>\n"

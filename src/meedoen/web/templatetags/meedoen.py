"""The components of the pages as template tags; `{% load meedoen %}`.

Each tag draws one template of templates/components. Tags that hold other content end with `end…`.
"""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django import template
from django.core.paginator import Page
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from meedoen.law.kernel import dutch as law_dutch
from meedoen.law.kernel.outcome import Outcome
from meedoen.law.kernel.parameter import parameter
from meedoen.law.sources import IN_WERKING
from meedoen.web import once

from . import dutch
from .shapes import deadline_shape, outcome_shape, sort_columns, why_address, with_parameter

register = template.Library()

for filter_function in (
    dutch.dutch_date,
    dutch.dutch_date_short,
    dutch.dutch_moment,
    dutch.masked,
    dutch.in_dutch,
):
    register.filter(filter_function.__name__, filter_function)

ICONS = Path(__file__).resolve().parent.parent / "static" / "vendor" / "icons"


@cache
def icon_svg(name: str) -> str:
    """The drawing of one vendored icon; raises TemplateSyntaxError for a name that is not there."""
    path = ICONS / f"{name}.svg"
    if not path.is_file():
        raise template.TemplateSyntaxError(
            f"There is no vendored icon {name!r}; see scripts/vendor_frontend.py"
        )
    return path.read_text(encoding="utf-8").strip()


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """An icon. Give `label` only when no text beside it says the same; otherwise it is decoration."""
    svg = icon_svg(name)
    if label:
        named = format_html('<svg class="icon" role="img" aria-label="{}"', label)
    else:
        named = mark_safe('<svg class="icon" aria-hidden="true" focusable="false"')
    return mark_safe(svg.replace("<svg", named, 1))  # noqa: S308 — a vendored file and an escaped label


@register.inclusion_tag("components/outcome.html", takes_context=True)
def outcome(
    context: template.Context,
    value: Outcome[Any],
    label: str = "",
    open: bool = False,
    supposed: bool = False,
) -> dict[str, Any]:
    """What a rule answers, with its sentence, its article, its readings and its reasons.

    The links open the text of the law of the day that the Outcome was asked for. On a page of a dossier
    another link goes to the full explanation of that day; not when the Outcome is `supposed`: of facts that
    are not in the dossier, such as a leerroute that is only weighed.
    """
    dossier = context.get("dossier")
    why = why_address(value, dossier.pk) if dossier is not None and dossier.pk and not supposed else ""
    return {"node": outcome_shape(value), "label": label, "open": open, "why": why}


@register.inclusion_tag("components/deadline.html")
def deadline(due: Any, on: date, done_on: date | None = None, label: str = "") -> dict[str, Any]:
    """How urgent a date is, in words. `due` is a date, an Outcome of a date, or None."""
    return {**deadline_shape(due, on, done_on), "label": label}


@register.inclusion_tag("components/timeline.html")
def timeline(steps: list[Any], on: date, label: str = "Tijdlijn") -> dict[str, Any]:
    """The journey as steps below each other; see components/timeline.html for what a step has."""
    return {"steps": steps, "on": on, "label": label}


@register.inclusion_tag("components/person_header.html")
def person_header(
    name: str,
    v_nummer: str = "",
    gemeente: Any = "",
    clock: Any = None,
    on: date | None = None,
    url: str = "",
    facts: Any = (),
    established_on: date | None = None,
    why: str = "",
) -> dict[str, Any]:
    """Who the page is about, with the clock of the PIP and the article that sets it.

    `clock` is the Outcome of the PIP's deadline, `facts` are more pairs of label and value and
    `established_on` is the day on which the PIP was established: then the clock stands still. `why` is
    where the date is explained.
    """
    asked = clock.on if clock is not None and clock.on and clock.on >= IN_WERKING else None
    return {
        "name": name,
        "v_nummer": dutch.masked(v_nummer),
        "gemeente": gemeente,
        "has_clock": clock is not None,
        "clock": None if clock is None else outcome_shape(clock),
        "urgency": None if clock is None else deadline_shape(clock, on, established_on),
        "established_on": established_on,
        "url": url,
        "facts": list(facts),
        "why": why and f"{why}{f'?op={asked:%d-%m-%Y}' if asked else ''}#pip_deadline",
    }


@register.simple_tag
def law_number(name: str, on: date) -> str:
    """A number of the law as it holds on a day: `{% law_number "wi2021.oproepen" today %}`."""
    return law_dutch.in_dutch(parameter(name).at(max(on, IN_WERKING)))


@register.inclusion_tag("components/badge.html")
def badge(text: str, tone: str = "neutral") -> dict[str, Any]:
    """A short word about a status; tone is neutral, safe, warning or danger."""
    return {"text": text, "tone": tone}


@register.inclusion_tag("components/progress.html")
def progress(value: int, maximum: int, label: str) -> dict[str, Any]:
    """How far something is, as a bar and in words."""
    percentage = 0 if maximum <= 0 else max(0, min(100, value * 100 // maximum))
    return {"value": value, "maximum": maximum, "label": label, "percentage": percentage}


@register.inclusion_tag("components/empty_state.html")
def empty_state(title: str, text: str = "", url: str = "", action: str = "") -> dict[str, Any]:
    """Says that there is nothing, and what to do."""
    return {"title": title, "text": text, "url": url, "action": action}


@register.inclusion_tag("components/definition_list.html")
def definition_list(items: Any) -> dict[str, Any]:
    """Pairs of label and value; pairs without a value are left out."""
    pairs = items.items() if hasattr(items, "items") else items
    shown = [(label, dutch.in_dutch(v) if not isinstance(v, SafeString) else v) for label, v in pairs]
    return {"items": [(label, value) for label, value in shown if value != ""]}


@register.inclusion_tag("components/breadcrumbs.html")
def breadcrumbs(*parts: str) -> dict[str, Any]:
    """The way to this page: label and address in turn, and last the label of this page.

    `{% breadcrumbs "Werkvoorraad" start_url "Dossier" dossier_url "PIP" %}`
    """
    links = [{"label": label, "url": url} for label, url in zip(parts[:-1:2], parts[1::2], strict=True)]
    return {"items": [*links, {"label": parts[-1], "url": ""}]}


@register.inclusion_tag("components/section_nav.html")
def section_nav(items: list[Any], label: str = "Onderdelen") -> dict[str, Any]:
    """Links to the parts of a dossier; each item has `url`, `label`, `current` and maybe `note`."""
    return {"items": items, "label": label}


@register.inclusion_tag("components/table.html", takes_context=True)
def table(
    context: template.Context, caption: str, columns: list[Any], rows: list[Any], compact: bool = False
) -> dict[str, Any]:
    """A simple table. A column is a label or a dict (key, label, numeric, sortable); a row has cells."""
    heads = sort_columns(columns, context.get("request"))
    cells = [[(head, cell) for head, cell in zip(heads, row, strict=True)] for row in rows]
    return {"caption": caption, "columns": heads, "rows": cells, "compact": compact}


@register.inclusion_tag("components/table_head.html", takes_context=True)
def table_head(context: template.Context, columns: list[Any]) -> dict[str, Any]:
    """The heading row with sort links (`?sorteer=key`, `?sorteer=-key`), for a table written by hand."""
    return {"columns": sort_columns(columns, context.get("request"))}


@register.inclusion_tag("components/pagination.html", takes_context=True)
def pagination(context: template.Context, page: Page, parameter: str = "pagina") -> dict[str, Any]:
    """Links to the pages of a list; keeps the other parameters of the address."""
    request = context.get("request")

    def link(number: int) -> str:
        return with_parameter(request, parameter, str(number))

    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {
        "page": page,
        "numbers": [(n, "" if n == page.paginator.ELLIPSIS else link(n), n == page.number) for n in numbers],
        "previous": link(page.number - 1) if page.has_previous() else "",
        "next": link(page.number + 1) if page.has_next() else "",
    }


@register.inclusion_tag("components/compare.html")
def compare(rows: list[Any], mine: str = "Uw versie", theirs: str = "Wat er nu staat") -> dict[str, Any]:
    """Two versions beside each other; a row has `label`, `mine` and `theirs`."""
    return {"rows": rows, "mine": mine, "theirs": theirs}


@register.inclusion_tag("components/autosave_status.html")
def autosave_status() -> dict[str, Any]:
    """Where a form with `data-autosave` says that it was saved; put it inside the form."""
    return {}


@register.simple_tag(takes_context=True)
def verzending(context: template.Context) -> SafeString:
    """The hidden key of a form that creates something (see meedoen.web.once); an error keeps the key."""
    request = context.get("request")
    typed = request.POST.get(once.FIELD, "") if request is not None else ""
    return format_html('<input type="hidden" name="{}" value="{}">', once.FIELD, typed or once.new_key())


@register.simple_tag(takes_context=True)
def address_with(context: template.Context, **parameters: Any) -> str:
    """The query string of this page with other parameters; None removes one."""
    address = ""
    for name, value in parameters.items():
        address = with_parameter(context.get("request"), name, value, address)
    return address


@register.simple_block_tag
def alert(content: str, tone: str = "info", title: str = "") -> str:
    """A message that asks attention; tone is info, ok, warning or error."""
    return render_to_string("components/alert.html", {"content": content, "tone": tone, "title": title})


@register.simple_block_tag
def panel(content: str, title: str = "", level: int = 2, id: str = "") -> str:
    """A part of a page with a heading and a border."""
    return render_to_string(
        "components/panel.html", {"content": content, "title": title, "level": level, "id": id}
    )


@register.simple_block_tag
def unfold(content: str, summary: str, open: bool = False) -> str:
    """Text that opens when asked; works without JavaScript."""
    return render_to_string("components/unfold.html", {"content": content, "summary": summary, "open": open})


@register.simple_block_tag
def filter_panel(content: str, title: str = "Filter", clear_url: str = "") -> str:
    """The filters of a list as a form that stays visible; `clear_url` shows everything again."""
    return render_to_string(
        "components/filter_panel.html", {"content": content, "title": title, "clear_url": clear_url}
    )


@register.simple_block_tag
def actions(content: str) -> str:
    """Buttons and links that belong together, the most important first."""
    return render_to_string("components/actions.html", {"content": content})

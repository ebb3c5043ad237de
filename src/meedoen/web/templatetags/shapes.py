"""From the objects of the law and the request to the plain data that the components draw.

An Outcome that is not known raises when it is asked for yes or no, so no template may write
`{% if outcome %}`; these functions ask only for its status.
"""

from datetime import date
from typing import Any

from django.http import HttpRequest, QueryDict
from django.urls import reverse

from meedoen.domain.termijn.selectors import SOON_DAYS, Group, groups
from meedoen.domain.termijn.uitleg import question_of
from meedoen.law.kernel.outcome import Outcome, Status
from meedoen.law.sources import IN_WERKING

from .dutch import dutch_date, in_dutch

UNDECIDED = {Status.UNKNOWN: "nog niet bekend", Status.OORDEEL: "oordeel nodig"}


def outcome_shape(outcome: Outcome[Any]) -> dict[str, Any]:
    """An Outcome and all its grounds as dictionaries.

    Keys: status (known, unknown, oordeel), value, sentence, citations (pairs of text and address),
    reading, readings_below (those that only a ground followed) and grounds.
    """
    return {
        "status": outcome.status.name.lower(),
        "value": in_dutch(outcome.value) if outcome.is_known else UNDECIDED[outcome.status],
        "sentence": outcome.sentence(),
        "citations": [
            (str(cited), cited.deep_link(outcome.on) if outcome.on else "") for cited in outcome.citations
        ],
        "reading": outcome.reading or "",
        "readings_below": [reading for reading in outcome.readings if reading != outcome.reading],
        "grounds": [outcome_shape(ground) for ground in outcome.grounds],
    }


def why_address(outcome: Outcome[Any], dossier_id: int) -> str:
    """The address of the full explanation of an outcome, for the day that it was asked for."""
    query = f"?op={outcome.on:%d-%m-%Y}" if outcome.on and outcome.on >= IN_WERKING else ""
    anchor = f"#{name}" if (name := question_of(outcome)) else ""
    return f"{reverse('klantmanager:uitleg', args=[dossier_id])}{query}{anchor}"


def due_date(due: date | Outcome[date] | None) -> date | None:
    """The date itself, from a date, an Outcome of a date, or nothing."""
    return due.value if isinstance(due, Outcome) else due


TONES = {"te-laat": "danger", "deze-week": "warning", "binnenkort": "neutral", "later": "plain"}


def deadline_shape(due: date | Outcome[date] | None, on: date, done_on: date | None = None) -> dict[str, Any]:
    """Urgency of a date in words and tone; the groups are those of the werkvoorraad."""
    day = due_date(due)
    if done_on is not None:
        late = day is not None and done_on > day
        text = f"gedaan op {dutch_date(done_on)}" + (", te laat" if late else "")
        return {"group": "gedaan", "tone": "warning" if late else "safe", "text": text, "due": day}
    if day is None:
        return {"group": "zonder-datum", "tone": "neutral", "text": "geen datum", "due": None}
    group = group_of(day, on)
    text = f"{group.label.lower()}: {time_left((day - on).days)}"
    return {"group": group.key, "tone": TONES[group.key], "text": text, "due": day}


def group_of(day: date, on: date) -> Group:
    """The group of the werkvoorraad in which a date falls."""
    return next(
        group
        for group in groups(on)
        if (group.since or date.min) <= day <= (group.until or date.max)
        and (group.since or group.until) is not None
    )


def time_left(left: int) -> str:
    """A number of days until or since, in words."""
    if left < 0:
        return days(-left)
    if left == 0:
        return "vandaag"
    return f"nog {days(left)}" if left <= SOON_DAYS else f"nog {weeks(left)}"


def days(count: int) -> str:
    """A number of days in words."""
    return "1 dag" if count == 1 else f"{count} dagen"


def weeks(count: int) -> str:
    """A number of days, said in whole weeks."""
    return f"{count // 7} weken"


def with_parameter(request: HttpRequest | None, name: str, value: Any, base: str = "") -> str:
    """The query string with one parameter changed, or removed when the value is None."""
    query = QueryDict(base.lstrip("?"), mutable=True) if base else QueryDict(mutable=True)
    if request is not None and not base:
        query = request.GET.copy()
    if value is None:
        query.pop(name, None)
    else:
        query[name] = value
    return f"?{query.urlencode()}" if query else "?"


def sort_columns(columns: list[Any], request: HttpRequest | None) -> list[dict[str, Any]]:
    """Columns with the link that sorts by them and how the table is sorted now."""
    current = request.GET.get("sorteer", "") if request is not None else ""
    return [sort_column(column, current, request) for column in columns]


def sort_column(column: Any, current: str, request: HttpRequest | None) -> dict[str, Any]:
    """One column as a dictionary: label, numeric, link and direction."""
    given = {"label": column} if isinstance(column, str) else dict(column)
    head = {"key": "", "numeric": False, "sortable": bool(given.get("key")), "hidden": False, **given}
    key = head["key"]
    direction = {key: "ascending", f"-{key}": "descending"}.get(current, "") if key else ""
    link = ""
    if head["sortable"] and request is not None:
        # A list sorted in another way starts again at its first page.
        link = with_parameter(request, "sorteer", f"-{key}" if direction == "ascending" else key)
        link = with_parameter(request, "pagina", None, link)
    return {**head, "direction": direction, "link": link}

"""Charts as template tags; `{% load chart %}`."""

from collections.abc import Sequence

from django import template
from django.utils.safestring import SafeString, mark_safe

from meedoen.documents.chart import Bar
from meedoen.documents.chart import bar_chart as drawn

register = template.Library()


@register.simple_tag
def bar_chart(key: str, title: str, description: str, bars: Sequence[Bar]) -> SafeString:
    """Draw bars with their words; put the same numbers beside it in a table."""
    return mark_safe(drawn(key, title, description, bars))  # noqa: S308 — every word in it is escaped

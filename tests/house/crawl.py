"""Walking over all pages as a person would: opening each, and finding its forms."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.test import Client
from django.urls import reverse

from tests.house.matrix import Landscape
from tests.house.urls import addresses

OURS = [address for address in addresses() if not address.name.startswith(("account_", "mfa_"))]


@dataclass
class Form:
    """One form of a page: where it goes, and its fields with the values that stand in them."""

    action: str
    method: str
    fields: dict[str, list[str]] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)

    def typed(self) -> list[str]:
        """Return the fields into which a person types."""
        free = {"text", "textarea", "search", "email", "tel", "number", "date", "password", "time"}
        return [name for name, kind in self.kinds.items() if kind in free]


class FormFinder(HTMLParser):
    """Collects the forms of a page."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path
        self.forms: list[Form] = []
        self._current: Form | None = None
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a form or one of its fields."""
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._current = Form(given.get("action") or self.path, given.get("method", "get").upper())
            self.forms.append(self._current)
        elif self._current is None:
            return
        elif tag in {"input", "textarea", "select"} and (name := given.get("name")):
            kind = tag if tag != "input" else given.get("type", "text")
            self._current.kinds[name] = kind
            self._select = name if tag == "select" else ""
            if kind in {"checkbox", "radio"} and "checked" not in given:
                return
            if tag != "select":
                self._current.fields.setdefault(name, []).append(given.get("value", ""))
        elif tag == "option" and self._select and "selected" in given:
            self._current.fields.setdefault(self._select, []).append(given.get("value", ""))

    def handle_endtag(self, tag: str) -> None:
        """Note the end of a form."""
        if tag == "form":
            self._current = None


def forms_of(path: str, html: str) -> list[Form]:
    """Return the forms that change something (POST) on a page."""
    finder = FormFinder(path)
    finder.feed(html)
    return [form for form in finder.forms if form.method == "POST" and "uitloggen" not in form.action]


def pages(client: Client, landscape: Landscape, whose: str = "own") -> dict[str, str]:
    """Open every address with GET and return the body of those that answered 200, by name."""
    found = {}
    for address in OURS:
        path = reverse(address.name, kwargs=landscape.arguments(address, whose))
        response = client.get(path)
        if response.status_code == 200:
            body = b"".join(response.streaming_content) if response.streaming else response.content
            found[address.name] = body.decode("utf-8", "replace")
    return found

"""Every field of every form takes every nasty value without breaking (catalogue C5).

What a database engine may see in its own way (signs, sizes, days) is tried on both; the rest on SQLite.
"""

import pytest
from django.db import transaction
from django.urls import reverse

from tests.house.crawl import OURS, forms_of, pages

NASTY = {
    "nul": "a\x00b",
    "right-to-left": "\u202eevil\u202c",
    "emoji": "👩‍👩‍👧‍👦" * 50,
    "decomposed": "e\u0301\u0323" * 100,
    "long": "x" * 100_000,
    "digits": "9" * 5_000,
    "not-a-number": "NaN",
    "infinite": "1e400",
    "negative": "-1",
    "huge": str(2**63),
    "date": "0000-00-00",
    "far": "31-12-9999",
    "script": "<script>alert(1)</script>",
    "quote": "'; drop table dossier_dossier; --",
    "format": "{0.__class__} %s %(x)s {{7*7}}",
    "formula": "=HYPERLINK(1)",
    "blank": "   ",
    "line-ends": "a\r\nb\u2028c",
    "wrong-type": "[object Object]",
}


BOTH = {"nul", "right-to-left", "decomposed", "long", "digits", "huge", "date", "far", "quote"}
KINDS = [kind if kind in BOTH else pytest.param(kind, marks=pytest.mark.any_engine) for kind in NASTY]


@pytest.fixture(scope="module")
def forms(shared_clients, shared_landscape):
    """Every form that the klantmanager, teamleider or beheerder can send, with who sends it."""
    found = {}
    for role in ("klantmanager", "teamleider", "beheerder"):
        for name, body in pages(shared_clients[role], shared_landscape).items():
            address = next(a for a in OURS if a.name == name)
            path = reverse(name, kwargs=shared_landscape.arguments(address, "own"))
            for form in forms_of(path, body):
                found.setdefault((form.action, tuple(sorted(form.kinds))), (role, form))
    return list(found.values())


def test_the_crawl_finds_the_fields_of_a_form(db):
    """The control: a form that is not seen is not tried."""
    html = '<form method="post"><input name="a"><textarea name="b"></textarea><input type="hidden"></form>'
    (form,) = forms_of("/x/", html)
    assert form.typed() == ["a", "b"]


@pytest.mark.parametrize("kind", KINDS)
def test_no_form_breaks(kind, forms, shared_clients):
    assert sum(len(form.typed()) for _, form in forms) > 60
    broken = []
    for role, form in forms:
        for name in form.typed():
            with transaction.atomic():
                shared_clients[role].raise_request_exception = False
                response = shared_clients[role].post(form.action, {**form.fields, name: NASTY[kind]})
                transaction.set_rollback(True)
            if response.status_code >= 500:
                broken.append(f"{form.action} {name}: {response.status_code}")
    assert broken == []

"""Every field of every form takes every nasty value without breaking (catalogue C5), on both engines."""

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


@pytest.fixture
def forms(clients, landscape):
    """Every form that the klantmanager, teamleider or beheerder can send, with who sends it."""
    found = {}
    for role in ("klantmanager", "teamleider", "beheerder"):
        for name, body in pages(clients[role], landscape).items():
            address = next(a for a in OURS if a.name == name)
            for form in forms_of(reverse(name, kwargs=landscape.arguments(address, "own")), body):
                found.setdefault((form.action, tuple(sorted(form.kinds))), (role, form))
    return list(found.values())


@pytest.mark.parametrize("kind", NASTY)
def test_no_form_breaks(kind, forms, clients):
    assert sum(len(form.typed()) for _, form in forms) > 60
    broken = []
    for role, form in forms:
        for name in form.typed():
            with transaction.atomic():
                clients[role].raise_request_exception = False
                response = clients[role].post(form.action, {**form.fields, name: NASTY[kind]})
                transaction.set_rollback(True)
            if response.status_code >= 500:
                broken.append(f"{form.action} {name}: {response.status_code}")
    assert broken == []

"""Each letter is printed once per language for all tests that only look at it."""

from functools import cache

import pytest

from meedoen.documents.fixed_texts import TALEN
from tests.documents.examples import DOCUMENTS, printed

once = cache(printed)


@pytest.fixture(params=[(name, taal) for name in DOCUMENTS for taal in TALEN], ids="-".join)
def letter(request: pytest.FixtureRequest) -> tuple[str, str, bytes]:
    """The name of a document, a language, and the example as a PDF."""
    name, taal = request.param
    return name, taal, once(name, taal)

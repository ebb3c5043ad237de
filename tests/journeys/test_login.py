"""Logging in to the demo as each of the seven people."""

import pytest

from meedoen.demo.people import LOGINS

pytestmark = pytest.mark.journey


@pytest.mark.parametrize("email", [email for email, *_ in LOGINS])
def test_everybody_lands_on_her_own_first_page(log_in, look, email):
    who = email.split("@")[0]
    page = log_in(who)
    assert page.get_by_role("heading", level=1).is_visible()
    assert "Demo" in page.locator("body").inner_text()
    look(page, f"start-{who}")

"""A trainer at the DUO simulator, in a real browser: by keyboard, at 320 px, and axe finds nothing."""

import pytest

from meedoen.simulator import Simulator, State, run_in_thread
from tests.journeys.browser import screenshot, violations

pytestmark = pytest.mark.journey
PERSON = "999990044"


def test_a_trainer_lets_an_exam_happen_and_sets_a_fault(context):
    simulator = Simulator(State())
    with run_in_thread(simulator) as url:
        page = context.new_page()
        page.set_viewport_size({"width": 320, "height": 800})
        page.goto(f"{url}/simulator/")
        page.keyboard.press("Tab")
        assert page.locator(":focus").inner_text() == "Naar de inhoud"
        page.get_by_role("link", name=PERSON).click()

        summary = page.locator("summary", has_text="Uitslag van een examen")
        summary.focus()
        page.keyboard.press("Enter")
        page.locator("#examenresultaat-onderdeel").select_option("KNM")
        page.locator("#examenresultaat-resultaat").select_option("Geslaagd")
        page.get_by_role("button", name="Uitslag van een examen").click()
        assert page.get_by_role("status").inner_text() == "Gedaan."
        assert [row["body"]["gebeurtenisId"] for row in simulator.notifier.undelivered()] == ["SS199"]
        _look(page, "90-duo-simulator-persoon")

        page.get_by_role("link", name="Overzicht").click()
        page.get_by_label("Bewerking (* is elke)").select_option("pip")
        page.get_by_label("Storing", exact=True).select_option("kwijt")
        page.get_by_role("button", name="Zet de storing klaar").click()
        assert page.get_by_role("status").inner_text() == "Gedaan."
        assert [row["soort"] for row in simulator.state.data["storingen"]] == ["kwijt"]
        _look(page, "91-duo-simulator")


def _look(page, name: str) -> None:
    screenshot(page, name)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert violations(page) == []

"""Why a date is what it is, in a real browser: on any day, between two days, by keyboard and at 320 px."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.journey


def open_dossier(page: Page) -> str:
    """Open the first dossier of the worklist and return its address."""
    page.goto(page.url.split("/", 3)[0] + "//" + page.url.split("/")[2] + "/werkvoorraad/")
    page.locator("main table a[href*='/dossiers/']").first.click()
    page.wait_for_load_state()
    return re.match(r".*/dossiers/\d+/", page.url)[0]


def test_from_a_date_to_its_reason_and_to_another_day(log_in, look):
    page = log_in("marieke")
    dossier = open_dossier(page)
    look(page, "30-dossier-met-uitleg")

    # The clock leads to its reason, with the article and the facts behind „Waarom?”.
    page.get_by_role("link", name="Waarom deze datum?").click()
    page.wait_for_load_state()
    assert page.url.endswith("#pip_deadline")
    look(page, "31-uitleg")
    section = page.locator("section#pip_deadline")
    section.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(section.locator("details")).to_have_attribute("open", "")
    expect(section.get_by_role("heading", name="Artikelen")).to_be_visible()
    section.scroll_into_view_if_needed()
    look(page, "32-uitleg-waarom")

    # Another day: the law as it was.
    page.get_by_label("Op welke dag?").fill("31-12-2022")
    page.get_by_role("button", name="Toon deze dag").click()
    page.wait_for_load_state()
    expect(page.locator("main")).to_contain_text("Dit zegt de wet op 31 december 2022")
    look(page, "33-uitleg-andere-dag")
    page.get_by_label("Op welke dag?").fill("31-12-2021")
    page.get_by_role("button", name="Toon deze dag").click()
    page.wait_for_load_state()
    expect(page.locator("main")).to_contain_text("geldt vanaf 1 januari 2022")
    look(page, "34-uitleg-geweigerd")

    # Two days beside each other.
    page.goto(f"{dossier}uitleg/verschil/?van=31-12-2022&tot=01-01-2023")
    look(page, "35-verschil")
    expect(page.locator("h1")).to_have_text("Twee dagen vergelijken")

    # Every part of a narrow screen can be reached without scrolling sideways.
    page.set_viewport_size({"width": 320, "height": 800})
    for name, path in (
        ("36-smal-verschil", "uitleg/verschil/?van=31-12-2022&tot=01-01-2023"),
        ("37-smal", "uitleg/"),
    ):
        page.goto(dossier + path)
        for summary in page.locator("section details > summary").all():
            summary.click()
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        look(page, name)


def test_it_all_works_without_javascript(browser, site, log_in):
    page = log_in("marieke")
    dossier = open_dossier(page)
    state = page.context.storage_state()
    plain = browser.new_context(java_script_enabled=False, storage_state=state)
    bare = plain.new_page()
    bare.goto(f"{dossier}uitleg/")
    bare.get_by_label("Op welke dag?").fill("31-12-2022")
    bare.get_by_role("button", name="Toon deze dag").click()
    bare.locator("section#aanbod summary").click()
    expect(bare.locator("section#aanbod").get_by_role("heading", name="Artikelen").first).to_be_visible()
    bare.get_by_role("link", name="Vergelijk twee dagen").click()
    expect(bare.locator("h1")).to_have_text("Twee dagen vergelijken")
    plain.close()

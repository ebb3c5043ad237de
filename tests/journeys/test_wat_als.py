"""Trying out another number of the law with a slider, in a real browser."""

from urllib.parse import parse_qs, urlparse

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.journey

NARROW = {"width": 320, "height": 720}
WIDE = {"width": 1280, "height": 900}


def fits(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_a_teamleider_moves_a_slider_and_sees_whom_it_concerns(log_in, look, site):
    page = log_in("petra")
    page.get_by_role("link", name="Wat als").click()
    figure = page.locator(".figure__number")
    expect(figure).to_have_text("0")
    look(page, "wat-als-begin")

    slider = page.get_by_role("slider")
    slider.fill("14")
    expect(page.get_by_role("spinbutton")).to_have_value("14")
    expect(figure).not_to_have_text("0")
    expect(page.get_by_role("heading", name="Laatste dag voor het PIP")).to_be_visible()
    assert parse_qs(urlparse(page.url).query)["waarde"] == ["14"]

    page.get_by_role("spinbutton").fill("12")
    expect(slider).to_have_value("12")
    expect(page.get_by_text("10 weken wordt 12 weken")).to_be_visible()
    look(page, "wat-als-1280")
    page.set_viewport_size(NARROW)
    assert fits(page)
    look(page, "wat-als-320")
    page.emulate_media(media="print")
    look(page, "wat-als-papier")
    page.emulate_media(media="screen")
    page.set_viewport_size(WIDE)

    page.get_by_role("link", name="Bekijk om welke personen het gaat").click()
    expect(page.get_by_role("heading", name="Wie raakt het?")).to_be_visible()
    expect(page.get_by_text("Nu: 10 weken na").first).to_be_visible()
    look(page, "wat-als-geraakt-1280")
    page.set_viewport_size(NARROW)
    assert fits(page)
    look(page, "wat-als-geraakt-320")


def test_another_number_brings_its_own_slider(log_in, look):
    page = log_in("petra")
    page.get_by_role("link", name="Wat als").click()
    page.get_by_label("Welk getal uit de wet?").select_option("wi2021.inburgeringstermijn")
    expect(page.get_by_text("Nu is het 3 jaar")).to_be_visible()
    expect(page.get_by_role("slider")).to_have_value("3")
    page.get_by_role("slider").fill("2")
    expect(page.get_by_text("3 jaar wordt 2 jaar")).to_be_visible()
    expect(page.get_by_role("heading", name="Inburgeringstermijn overschreden")).to_be_visible()
    look(page, "wat-als-termijn")
    page.get_by_role("spinbutton").fill("500")
    expect(page.get_by_text("Kies een getal van 0 tot en met 100.").first).to_be_visible()
    look(page, "wat-als-fout")


def test_it_works_without_javascript(browser, site, log_in):
    page = log_in("ingrid")
    state = page.context.storage_state()
    plain = browser.new_context(java_script_enabled=False, storage_state=state, locale="nl-NL")
    page = plain.new_page()
    page.goto(f"{site}/wat-als/")
    expect(page.locator("input[type=range]")).to_be_hidden()
    page.get_by_role("spinbutton").fill("12")
    page.get_by_role("button", name="Bereken").click()
    expect(page.get_by_text("10 weken wordt 12 weken")).to_be_visible()
    expect(page.get_by_role("link", name="Bekijk om welke personen het gaat")).to_have_count(0)
    plain.close()

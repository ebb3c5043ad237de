"""Recording PVT and an aanbod in a real browser: what DUO would say while typing, at 1280 and at 320 px."""

import re
from datetime import timedelta

import pytest
from django.utils.timezone import localdate
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.journey


def fits(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_a_klantmanager_records_pvt_and_hears_of_duo_while_typing(log_in, look):
    page = log_in("marieke")
    page.goto(page.url.split("/", 3)[0] + "//" + page.url.split("/")[2] + "/werkvoorraad/")
    page.locator("main table a[href*='/dossiers/']").first.click()
    page.wait_for_load_state()
    dossier = re.match(r".*/dossiers/\d+/", page.url)[0]
    page.get_by_role("link", name="Voortgang").click()
    page.wait_for_load_state()
    expect(page.get_by_role("heading", name="Voortgang", level=1)).to_be_visible()
    look(page, "80-voortgang")

    page.goto(f"{dossier}voortgang/resultaat/pvt/")
    tomorrow = localdate() + timedelta(days=1)
    field = page.get_by_label("Datum waarop de participatieverklaring is ondertekend")
    field.fill(f"{tomorrow:%d-%m-%Y}")
    field.press("Tab")
    expect(page.locator("#duo")).to_contain_text(re.compile("toekomst|niet bekend"))
    look(page, "81-pvt-terwijl-u-typt")
    page.get_by_role("button", name="Vastleggen").click()
    page.wait_for_load_state()
    expect(page.locator("main")).to_contain_text("De datum ligt in de toekomst.")
    look(page, "82-pvt-geweigerd")

    page.set_viewport_size({"width": 320, "height": 800})
    for name, path in (
        ("83-voortgang-320", "voortgang/"),
        ("84-aanbod-320", "voortgang/aanbod/nieuw/"),
        ("85-uren-320", "voortgang/uren/uren-participatietaalles/"),
    ):
        page.goto(dossier + path)
        look(page, name)
        assert fits(page), name

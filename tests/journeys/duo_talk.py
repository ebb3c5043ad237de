"""The talk with DUO in the main job: an event comes in, a PIP goes out, is refused, mended and accepted."""

import re
from datetime import date, timedelta

from playwright.sync_api import Page, expect


def event_arrives(page: Page, look, duo, dossier: str, bsn: str, today: date) -> None:
    """DUO knows her and tells that the ten weeks run."""
    duo_knows(duo, bsn, today, "asiel")
    duo.post(f"personen/{bsn}/gebeurtenissen", gebeurtenisId="SS139")
    page.goto(f"{dossier}/duo/")
    _until(page, "Rond de brede intake af en stel het PIP vast")
    look(page, "30-duo-taak")


def duo_knows(duo, bsn: str, today: date, doelgroep: str) -> None:
    """Write what DUO has of her, without telling anybody: between two events it can be anything."""
    duo.post(
        "personen",
        bsn=bsn,
        naam="Işıl Journeyzadeh",
        gemeente="0327",
        vestiging=(today - timedelta(days=21)).isoformat(),
        doelgroep=doelgroep,
        plicht=(today - timedelta(days=60)).isoformat(),
    )


def pip_is_refused(page: Page, look, dossier: str) -> None:
    """The PIP went to DUO with its decision; DUO refuses, and says why."""
    page.goto(f"{dossier}/duo/")
    _until(page, "geweigerd")
    expect(page.locator("main")).to_contain_text(re.compile("intensiteit", re.IGNORECASE))
    look(page, "31-duo-geweigerd")


def mended_and_accepted(page: Page, look, duo, dossier: str, bsn: str) -> None:
    """She asks what DUO knows, takes over the doelgroep, sends again, and DUO has the PIP."""
    page.get_by_role("button", name="Vraag DUO opnieuw").click()
    _until(page, "Gezinsmigrant en overige migrant")
    page.goto(f"{dossier}/duo/verschillen/")
    page.get_by_role("button", name="Nu vergelijken").click()
    expect(page.locator("main")).to_contain_text("Gezinsmigrant of overige migrant", ignore_case=True)
    look(page, "32-duo-verschillen")
    page.get_by_role("link", name=re.compile(r"Oplossen\s*: Doelgroep")).click()
    page.get_by_label(re.compile("Dat van DUO")).check()
    page.get_by_label("Hoe weet u dat?").fill("Zij kwam als gezinslid, zag ik in de brief van DUO.")
    look(page, "33-duo-oplossen")
    page.get_by_role("button", name="Vastleggen").click()
    expect(page.locator("body")).to_contain_text("Het verschil is opgelost")

    page.goto(f"{dossier}/voortgang/sturen/pip/")
    look(page, "34-duo-opnieuw-sturen")
    page.get_by_role("button", name="Naar DUO sturen").click()
    page.goto(f"{dossier}/duo/")
    _until(page, "Door DUO aangenomen")
    look(page, "35-duo-aangenomen")
    (kept,) = _processed(page, duo, bsn)
    assert kept["pip"]["leerroute"] == "B"
    assert "geschatteIntensiteitB1Route" not in kept["pip"]


def whole_exchange(page: Page, look, site: str) -> None:
    """What went out and what came back stands in one list."""
    page.goto(f"{site}/duo/")
    expect(page.locator("main")).to_contain_text("Journeyzadeh")
    look(page, "36-duo-verkeer")


def _processed(page: Page, duo, bsn: str) -> list[dict]:
    """Return what DUO has once it processed the message: it accepts first and works later."""
    for _ in range(40):
        if found := duo.person(bsn)["pips"]:
            return found
        page.wait_for_timeout(500)
    raise AssertionError("DUO accepted the PIP and did not process it")


def _until(page: Page, text: str, tries: int = 40) -> None:
    """Look again each half second until the page says it; the worker works meanwhile."""
    for _ in range(tries):
        if text.lower() in page.locator("main").inner_text().lower():
            return
        page.wait_for_timeout(500)
        page.reload()
    raise AssertionError(f"{text!r} did not come at {page.url}:\n{page.locator('main').inner_text()}")

"""A running demo, as a person starts it, and a browser that visits it."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

from meedoen.demo.people import PASSWORD
from tests.journeys.browser import ARGUMENTS, chromium_path, screenshot, violations

expect.set_options(timeout=20_000)  # the tests on PostgreSQL run beside the journeys


def free_port() -> int:
    """Return a port that nobody uses now."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a demo that was started with the same command as the README gives.

    JOURNEY_SITE names one that already runs, for who writes a journey.
    """
    if running := os.environ.get("JOURNEY_SITE"):
        yield running
        return
    port = free_port()
    folder = tmp_path_factory.mktemp("demo")
    env = {name: text for name, text in os.environ.items() if not name.startswith("MEEDOEN_")}
    env |= {"PORT": str(port), "MEEDOEN_DATA_DIR": str(folder)}
    env.pop("DATABASE_URL", None)
    env.pop("DJANGO_SETTINGS_MODULE", None)
    log = (folder / "demo.log").open("w")
    command = Path(sys.executable).parent / "meedoen"
    process = subprocess.Popen([command, "demo"], env=env, stdout=log, stderr=log, start_new_session=True)
    address = f"http://localhost:{port}"
    _wait(address, process, folder / "demo.log")
    yield address
    os.killpg(process.pid, signal.SIGINT)
    process.wait(timeout=20)


class DUO:
    """The DUO-simulator beside the demo, spoken to as what happens outside."""

    def __init__(self, site: str) -> None:
        self.site = site

    @cached_property
    def address(self) -> str:
        """Where it is: ten ports further, unless something else was there; it says what it is."""
        port = int(self.site.rpartition(":")[2])
        for number in range(port + 10, port + 30):
            try:
                if httpx.get(f"http://127.0.0.1:{number}/simulator/api/gemeenten", timeout=2).is_success:
                    return f"http://127.0.0.1:{number}"
            except httpx.HTTPError:
                continue
        raise AssertionError("the demo runs without its DUO-simulator")

    def post(self, path: str, **facts: object) -> None:
        """Let something happen at DUO."""
        answer = httpx.post(f"{self.address}/simulator/api/{path}", json=facts, timeout=10)
        assert answer.is_success, answer.text

    def person(self, bsn: str) -> dict:
        """Return what DUO knows of a person."""
        return httpx.get(f"{self.address}/simulator/api/personen/{bsn}", timeout=10).json()


@pytest.fixture
def duo(site: str) -> DUO:
    """DUO, as far as the demo is concerned."""
    return DUO(site)


def _wait(address: str, process: subprocess.Popen, log: Path) -> None:
    for _ in range(600):
        if process.poll() is not None:
            pytest.fail(f"the demo stopped:\n{log.read_text()}")
        try:
            urllib.request.urlopen(f"{address}/_healthz/livez/", timeout=2)  # noqa: S310
        except OSError:
            time.sleep(0.25)
        else:
            return
    pytest.fail(f"the demo did not start:\n{log.read_text()}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all journeys."""
    path = chromium_path()
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("Chromium is missing in CI")
        pytest.skip("NOT RUN: browser journeys need Chromium (apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


def _is_fault(line: ConsoleMessage) -> bool:
    """A 4xx that a journey provokes is no fault; everything else that Chromium calls an error is."""
    return line.type == "error" and "status of 4" not in line.text


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh window, that fails the test on a script error or a breach of the content policy."""
    context = browser.new_context(
        locale="nl-NL", viewport={"width": 1280, "height": 900}, accept_downloads=True
    )
    context.set_default_timeout(30_000)
    faults: list[str] = []
    context.on("weberror", lambda fault: faults.append(str(fault.error)))
    context.on(
        "console",
        lambda line: (
            faults.append(line.text) if line.type == "error" and "status of 4" not in line.text else None
        ),
    )
    yield context
    context.close()
    assert not faults, faults


@pytest.fixture
def log_in(context: BrowserContext, site: str) -> Callable[[str], Page]:
    """Return a page logged in as somebody of the demo, by the first part of the address."""

    def enter(who: str) -> Page:
        page = context.new_page()
        page.goto(f"{site}/")
        page.get_by_label("E-mailadres").fill(f"{who}@demo.example")
        page.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Inloggen").click()
        page.wait_for_load_state()
        return page

    return enter


@pytest.fixture
def look(site: str) -> Callable[[Page, str], None]:
    """Return a function that takes a picture of the page and lets axe look at it."""

    def examine(page: Page, name: str) -> None:
        screenshot(page, name)
        assert violations(page) == [], f"{name} at {page.url}"

    return examine

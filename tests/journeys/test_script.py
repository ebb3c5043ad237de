"""The little JavaScript there is, in a real browser: autosave, keeping typed text, choosing all rows."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

import meedoen.web

pytestmark = pytest.mark.journey

SCRIPT = (Path(meedoen.web.__file__).parent / "static" / "app.js").read_text(encoding="utf-8")
SITE = "http://meedoen.test"

INTAKE = """
<form id="intake" method="post" action="/versturen" data-autosave="/bewaren" data-keep>
  <input type="hidden" name="version" value="3">
  <label>Wens <input name="wens"></label>
  <label>Geheim <input name="geheim" data-nostore></label>
  <label>Wachtwoord <input type="password" name="wachtwoord"></label>
  <label>Verhaal <textarea name="verhaal"></textarea></label>
  <label><input type="checkbox" name="tolk" value="ja"> Tolk</label>
  <p role="status" data-autosave-status></p>
  <button>Opslaan</button>
</form>
"""
KEEP = INTAKE.replace(' data-autosave="/bewaren"', "")
ROWS = """
<form>
  <label>Alles <input type="checkbox" data-select-all="dossier"></label>
  <label>Een <input type="checkbox" name="dossier" value="1"></label>
  <label>Twee <input type="checkbox" name="dossier" value="2"></label>
  <label>Anders <input type="checkbox" name="ander" value="3"></label>
  <span data-selected-count></span>
</form>
"""
DONE = "<h1>Gelukt</h1>"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window without a server behind it: every answer comes from the test."""
    context = browser.new_context(locale="nl-NL")
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def document(body: str, attributes: str = "") -> str:
    """A page with the script, as base.html has it."""
    return (
        f'<!DOCTYPE html><html lang="nl"><head><title>x</title><script src="/app.js" defer></script></head>'
        f"<body {attributes}>{body}</body></html>"
    )


@pytest.fixture
def serve(page: Page) -> Callable[..., list[dict[str, Any]]]:
    """Serve pages by path; /bewaren answers from a list, of which the last stays. Returns what was sent."""

    def start(pages: dict[str, Any], *answers: dict[str, Any]) -> list[dict[str, Any]]:
        sent: list[dict[str, Any]] = []
        waiting = list(answers)

        def answer(route: Route) -> None:
            path = route.request.url.removeprefix(SITE).partition("?")[0]
            if path == "/app.js":
                route.fulfill(body=SCRIPT, content_type="text/javascript")
            elif path == "/bewaren":
                sent.append({"body": route.request.post_data, "headers": route.request.headers})
                given = waiting.pop(0) if len(waiting) > 1 else waiting[0]
                if given == "no connection":
                    route.abort()
                else:
                    route.fulfill(**given)
            elif pages.get(path) == "no connection":
                route.abort()
            else:
                route.fulfill(**{"content_type": "text/html", **pages[path]})

        page.route("**/*", answer)
        return sent

    return start


def saved(version: int, at: str = "14:03") -> dict[str, Any]:
    """The answer of the server that it saved."""
    return {"json": {"saved_at": at, "version": version}}


@pytest.fixture
def status(page: Page):
    """Where the page says whether it was saved."""
    return page.get_by_role("status")


def test_what_is_typed_is_saved_and_the_page_says_when(page, serve, status):
    sent = serve({"/": {"body": document(INTAKE)}}, saved(4))
    page.goto(SITE)
    page.get_by_label("Wens").fill("werk in de zorg")
    expect(status).to_have_text("Opgeslagen om 14:03")
    assert page.locator("[name=version]").input_value() == "4"
    assert len(sent) == 1
    assert "werk in de zorg" in sent[0]["body"]
    assert sent[0]["headers"]["x-autosave"] == "1"


def test_typing_goes_on_while_saving_and_the_last_word_is_saved_too(page, serve, status):
    sent = serve({"/": {"body": document(INTAKE)}}, saved(4), saved(5, "14:04"))
    page.goto(SITE)
    page.get_by_label("Wens").fill("zorg")
    expect(status).to_have_text("Opgeslagen om 14:03")
    page.get_by_label("Verhaal").fill("en daarna studeren")
    expect(status).to_have_text("Opgeslagen om 14:04")
    assert "daarna studeren" in sent[-1]["body"]
    assert page.locator("[name=version]").input_value() == "5"


def test_without_connection_it_says_so_and_tries_again(page, serve, status):
    sent = serve({"/": {"body": document(INTAKE)}}, "no connection", saved(4))
    page.goto(SITE)
    page.get_by_label("Wens").fill("zorg")
    expect(status).to_have_text("Nog niet opgeslagen: er is geen verbinding. We proberen het opnieuw.")
    expect(status).to_have_text("Opgeslagen om 14:03", timeout=10_000)
    assert len(sent) == 2


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ({"status": 409, "json": {}}, "iemand anders heeft dit ook gewijzigd"),
        ({"status": 403, "body": "nee"}, "u bent niet meer ingelogd"),
        ({"status": 422, "json": {"message": "De datum bestaat niet."}}, "De datum bestaat niet."),
    ],
)
def test_a_refusal_is_said_and_not_repeated(page, serve, status, answer, says):
    sent = serve({"/": {"body": document(INTAKE)}}, answer)
    page.goto(SITE)
    page.get_by_label("Wens").fill("zorg")
    expect(status).to_contain_text(says)
    page.wait_for_timeout(2500)
    assert len(sent) == 1
    assert page.get_by_label("Wens").input_value() == "zorg"


def test_after_a_conflict_nothing_more_is_sent_by_itself(page, serve, status):
    sent = serve({"/": {"body": document(INTAKE)}}, {"status": 409, "json": {}})
    page.goto(SITE)
    page.get_by_label("Wens").fill("zorg")
    expect(status).to_contain_text("iemand anders")
    page.get_by_label("Wens").fill("zorg en werk")
    page.wait_for_timeout(2500)
    assert len(sent) == 1


def fill_and_send(page: Page) -> None:
    page.goto(SITE + "/formulier")
    page.get_by_label("Wens").fill("zorg")
    page.get_by_label("Geheim").fill("niet bewaren")
    page.get_by_label("Wachtwoord").fill("hunter2")
    page.get_by_label("Verhaal").fill("twee\nregels")
    page.get_by_label("Tolk").check()
    page.get_by_role("button", name="Opslaan").click()


def test_text_comes_back_after_an_error_page(page, serve):
    error = {"body": document("<h1>Er ging iets mis</h1>", "data-error-page"), "status": 500}
    serve({"/formulier": {"body": document(KEEP)}, "/versturen": error})
    fill_and_send(page)
    expect(page.get_by_role("heading")).to_have_text("Er ging iets mis")
    page.goto(SITE + "/formulier")
    page.get_by_role("button", name="Zet mijn tekst terug").click()
    assert page.get_by_label("Wens").input_value() == "zorg"
    assert page.get_by_label("Verhaal").input_value() == "twee\nregels"
    assert page.get_by_label("Tolk").is_checked()
    assert page.get_by_label("Geheim").input_value() == ""
    assert page.get_by_label("Wachtwoord").input_value() == ""


def test_passwords_and_what_may_not_be_kept_never_reach_the_store(page, serve):
    serve({"/formulier": {"body": document(KEEP)}, "/versturen": {"body": document("x", "data-error-page")}})
    fill_and_send(page)
    kept = page.evaluate("JSON.stringify(sessionStorage)")
    assert "zorg" in kept
    assert "hunter2" not in kept
    assert "niet bewaren" not in kept


def test_text_comes_back_after_a_lost_connection(page, serve):
    serve({"/formulier": {"body": document(KEEP)}, "/versturen": "no connection"})
    fill_and_send(page)
    page.wait_for_url("chrome-error://**")
    page.go_back()
    if page.get_by_label("Wens").input_value() != "zorg":
        page.get_by_role("button", name="Zet mijn tekst terug").click()
    assert page.get_by_label("Wens").input_value() == "zorg"


def test_after_success_nothing_is_kept(page, serve):
    serve({"/formulier": {"body": document(KEEP)}, "/versturen": {"body": document(DONE)}})
    fill_and_send(page)
    expect(page.get_by_role("heading")).to_have_text("Gelukt")
    assert page.evaluate("sessionStorage.length") == 0
    page.goto(SITE + "/formulier")
    expect(page.get_by_role("button", name="Zet mijn tekst terug")).to_have_count(0)


def test_kept_text_can_be_thrown_away(page, serve):
    serve({"/formulier": {"body": document(KEEP)}})
    page.goto(SITE + "/formulier")
    page.get_by_label("Wens").fill("zorg")
    page.goto(SITE + "/formulier")
    page.get_by_role("button", name="Gooi weg").click()
    assert page.evaluate("sessionStorage.length") == 0
    assert page.get_by_label("Wens").input_value() == ""


def test_logging_out_forgets_everything(page, serve):
    body = KEEP + '<form action="/uit" method="post"><button data-forget>Uitloggen</button></form>'
    serve({"/formulier": {"body": document(body)}, "/uit": {"body": document(DONE, "data-error-page")}})
    page.goto(SITE + "/formulier")
    page.get_by_label("Wens").fill("zorg")
    page.get_by_role("button", name="Uitloggen").click()
    expect(page.get_by_role("heading")).to_have_text("Gelukt")
    assert page.evaluate("sessionStorage.length") == 0


def test_one_box_chooses_all_rows_of_its_name(page, serve):
    serve({"/": {"body": document(ROWS)}})
    page.goto(SITE)
    everything = page.get_by_label("Alles")
    everything.check()
    assert page.get_by_label("Een").is_checked()
    assert page.get_by_label("Twee").is_checked()
    assert not page.get_by_label("Anders").is_checked()
    expect(page.locator("[data-selected-count]")).to_have_text("2")
    page.get_by_label("Een").uncheck()
    assert not everything.is_checked()
    assert everything.evaluate("box => box.indeterminate")
    expect(page.locator("[data-selected-count]")).to_have_text("1")

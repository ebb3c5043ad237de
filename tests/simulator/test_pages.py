"""The pages of a trainer: Dutch, without script, and every form does what it says."""

import re
from html.parser import HTMLParser

import pytest

from meedoen.simulator.changes import CHANGES
from tests.simulator.conftest import ASIEL, PIP, told

PERSON = f"/simulator/personen/{ASIEL}"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Page(HTMLParser):
    """What a page holds: its tags with their attributes, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words.append(data)

    def of(self, *names):
        return [attributes for tag, attributes in self.tags if tag in names]

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


@pytest.fixture
def get(gemeente):
    def page(path: str, status: int = 200) -> Page:
        answer = gemeente.client.get(path)
        assert answer.status_code == status
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
        return Page(answer.text)

    return page


@pytest.fixture
def post(gemeente):
    def send(path: str, **fields):
        return gemeente.client.post(path, data=fields or None, headers=FORM)

    return send


@pytest.mark.parametrize(("path", "title"), [("/simulator/", "Overzicht"), (PERSON, f"Persoon {ASIEL}")])
def test_every_page_says_that_it_is_a_simulator_and_can_be_used_by_everybody(get, gemeente, path, title):
    gemeente("POST", f"/personen/{ASIEL}/PIP", PIP)
    page = get(path)
    assert f"{title} - DUO-simulator van Meedoen" in page.text
    assert "DUO-simulator. Dit is niet DUO. Gebruik alleen verzonnen personen." in page.text
    assert [tag["lang"] for tag in page.of("html")] == ["nl"]
    assert len(page.of("h1")) == 1
    ids = [tag["id"] for _, tag in page.tags if "id" in tag]
    assert len(ids) == len(set(ids))
    labelled = {tag["for"] for tag in page.of("label")}
    inputs = page.of("input", "select")
    assert inputs
    assert [tag for tag in inputs if tag["id"] not in labelled] == []
    assert [tag for tag in page.of("th") if "scope" not in tag] == []
    assert len(page.of("caption")) == len(page.of("table"))


@pytest.mark.parametrize("path", ["/simulator/", PERSON, "/simulator/niets"])
def test_no_page_holds_script_or_style(gemeente, path):
    answer = gemeente.client.get(path)
    assert not re.search(r"<script|<style|\sstyle=|\son[a-z]+=", answer.text)
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'; style-src 'self';")


def test_the_style_is_served_and_the_root_leads_to_the_overview(gemeente):
    assert gemeente.client.get("/simulator/stijl.css").headers["Content-Type"] == "text/css; charset=utf-8"
    assert [gemeente.client.get(path).headers["Location"] for path in ("/", "/simulator")] == [
        "/simulator/",
        "/simulator/",
    ]


def test_what_does_not_exist_is_said(get, post):
    assert "Dit adres bestaat niet. Ga terug naar het overzicht." in get("/simulator/niets", 404).text
    assert get("/simulator/personen/999990056", 404).text.startswith("Niet gevonden")
    assert post("/simulator/niets").status_code == 404


def test_the_overview_shows_persons_messages_and_notifications(get, gemeente):
    gemeente("POST", f"/personen/{ASIEL}/PIP", PIP | {"nivo": "B1"})
    gemeente("POST", f"/personen/{ASIEL}/PIP", PIP | {"leerroute": "O", "niveau": "A2"})
    text = get("/simulator/").text
    assert f"{ASIEL} 9001 Asielstatushouder B 2029-04-02" in text
    assert "Niveau A2 kan niet samen met de onderwijsroute." in text
    assert "DUO kent het veld nivo niet." in text
    assert f"SS102 Inburgeringstermijn begonnen {ASIEL} 0 nog niet geprobeerd Verstuur SS102 opnieuw" in text
    assert "Afgeleverd: niets." in text


def test_a_choice_says_what_it_means_and_a_time_is_dutch(gemeente, get):
    gemeente("POST", f"/personen/{ASIEL}/PIP", PIP)
    assert "SS199: Uitslag van een examen" in get(PERSON).text
    overview = get("/simulator/").text
    assert "kwijt: verwerkt, maar het antwoord raakt onderweg kwijt" in overview
    assert "10-04-2026 12:00:00 pip" in overview


def test_what_somebody_sent_is_shown_as_text(get, simulator, gemeente):
    simulator.state.person(ASIEL)["naam"] = "<b>dik</b>"
    page = get("/simulator/")
    assert "<b>dik</b>" in page.text
    assert page.of("b") == []


def test_a_fault_is_set_and_taken_away(simulator, gemeente, get, post):
    answer = post(
        "/simulator/storingen", operatie="pip", soort="weigeren", aantal="2", tekst="Nee.", seconden=""
    )
    assert (answer.status_code, answer.headers["Location"]) == (303, "/simulator/?gedaan")
    assert simulator.state.data["storingen"] == [
        {"operatie": "pip", "soort": "weigeren", "aantal": 2, "tekst": "Nee.", "seconden": 0.0}
    ]
    assert "Gedaan." in get("/simulator/?gedaan").text
    assert "pip weigeren geweigerd met een tekst 2" in get("/simulator/").text
    assert post("/simulator/storingen/wissen").status_code == 303
    assert simulator.state.data["storingen"] == []


def test_the_settings_are_kept(simulator, get, post):
    post("/simulator/instellen", vertraging="5", meedoen="http://meedoen.test")
    assert (simulator.state.data["vertraging"], simulator.state.data["termijn_vanzelf"]) == (5, False)
    assert simulator.notifier.meedoen == "http://meedoen.test"
    values = {tag["id"]: tag for tag in get("/simulator/").of("input")}
    assert values["instellen-vertraging"]["value"] == "5"
    assert "checked" not in values["instellen-termijn_vanzelf"]


def test_a_form_that_is_not_right_keeps_what_was_filled_in(simulator, post):
    answer = post("/simulator/storingen", operatie="pip", soort="503", aantal="veel", tekst="Bewaar mij")
    page = Page(answer.text)
    assert answer.status_code == 400
    assert [tag["class"] for tag in page.of("p") if tag.get("role") == "alert"] == ["fout"]
    assert "Aantal keren: vul een getal in van 0 tot en met 9999." in page.text
    values = {tag["id"]: tag["value"] for tag in page.of("input") if "value" in tag}
    assert (values["storing-tekst"], values["storing-aantal"]) == ("Bewaar mij", "veel")
    assert simulator.state.data["storingen"] == []


def test_an_event_is_sent_from_the_page_of_a_person(simulator, post):
    answer = post(f"{PERSON}/gebeurtenissen", gebeurtenisId="SS199")
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{PERSON}?gedaan")
    post(f"{PERSON}/gebeurtenissen", gebeurtenisId="SS101", v_nummer="ja")
    assert told(simulator) == [("9001", "SS199"), ("9001", "SS101")]
    assert simulator.state.data["notificaties"][1]["body"]["vNummer"] == 1234567890


def test_an_event_of_a_gemeente_that_does_not_take_part_is_said(simulator, post):
    simulator.state.person(ASIEL)["gemeente"] = "0363"
    answer = post(f"{PERSON}/gebeurtenissen", gebeurtenisId="SS199")
    assert answer.status_code == 400
    words = "De gemeente van deze persoon doet niet mee; er is niets verstuurd."
    assert words in Page(answer.text).text


def test_something_happens_from_the_page_of_a_person(simulator, get, post):
    answer = post(
        f"{PERSON}/wijzigingen/examenresultaat",
        onderdeel="KNM",
        resultaat="Geslaagd",
        niveau="",
        examendatum="",
    )
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{PERSON}?gedaan")
    assert "Uitslag van een examen" in get(PERSON).text
    assert told(simulator) == [("9001", "SS199")]


def test_a_change_that_is_not_possible_opens_its_own_form_again(simulator, post):
    answer = post(f"{PERSON}/wijzigingen/termijn-verlengen", einddatum="2030-01-01", op_verzoek="ja")
    page = Page(answer.text)
    assert (answer.status_code, told(simulator)) == (400, [])
    assert "De inburgeringstermijn is nog niet begonnen." in page.text
    assert [tag for tag in page.of("details") if "open" in tag] == [{"open": None}]
    inputs = {tag["id"]: tag for tag in page.of("input")}
    assert inputs["termijn-verlengen-einddatum"]["value"] == "2030-01-01"
    assert "checked" in inputs["termijn-verlengen-op_verzoek"]


def test_every_change_has_a_form(get):
    actions = {tag["action"] for tag in get(PERSON).of("form")}
    assert {f"{PERSON}/wijzigingen/{name}" for name in CHANGES} <= actions


def test_a_notification_is_sent_again(simulator, post):
    simulator.fire(ASIEL, "SS101")
    row = simulator.state.data["notificaties"][0]
    row["afgeleverd_at"] = "2026-04-10T10:00:00+00:00"
    assert post(f"/simulator/notificaties/{row['id']}/opnieuw").status_code == 303
    assert row["afgeleverd_at"] is None
    assert post(f"/simulator/notificaties/{'0' * 36}/opnieuw").status_code == 400


@pytest.mark.parametrize(
    "headers", [{"Origin": "http://elders.test"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}]
)
def test_a_form_of_another_site_does_nothing(simulator, gemeente, headers):
    answer = gemeente.client.post("/simulator/storingen/wissen", headers=FORM | headers)
    assert answer.status_code == 403
    assert "Dit formulier komt van een andere website. Er is niets gedaan." in Page(answer.text).text


def test_a_form_of_this_site_is_taken(gemeente):
    headers = FORM | {"Origin": "http://duo.test", "Sec-Fetch-Site": "same-origin"}
    assert gemeente.client.post("/simulator/storingen/wissen", headers=headers).status_code == 303

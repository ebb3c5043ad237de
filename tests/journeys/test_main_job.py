"""The main job in a real browser: from a spreadsheet to an established PIP and its PDF."""

import csv
import subprocess
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pikepdf
import pytest
from playwright.sync_api import Page, expect

from meedoen.demo.numbers import fictional_bsn
from tests.journeys import duo_talk

BSN = fictional_bsn(900)
pytestmark = pytest.mark.journey

HEADINGS = [
    *(
        "V-nummer",
        "BSN",
        "Achternaam",
        "Voornaam",
        "Geslacht",
        "Geboortedatum",
        "Nationaliteit",
        "Taal",
        "Groep",
    ),
    *(
        "Verblijfstitel",
        "Referent",
        "Datum bekendmaking vergunning",
        "Kennisgeving DUO",
        "Gekoppelde gemeente",
    ),
    *(
        "COA-locatie",
        "Inschrijving BRP",
        "Postcode",
        "Plaats",
        "Huishouden",
        "Kinderen 0-3",
        "Jaren onderwijs",
    ),
    *("Hoogste diploma", "Werkervaring (jaren)", "Beroep", "Bijstand vanaf", "Uitkomst LBT", "Datum LBT"),
    *("Leerroute", "Datum eerste PIP", "Telefoon", "E-mail", "Opmerking"),
]


def dutch(day: date) -> str:
    return day.strftime("%d-%m-%Y")


def caseload(path: Path, today: date) -> None:
    """Write a file with one good row, one with a wrong date, and one of an unknown gemeente."""
    rows = [
        {"V-nummer": "2999000001", "BSN": BSN, "Achternaam": "Journeyzadeh", "Voornaam": "Işıl"},
        {
            "V-nummer": "2999000002",
            "Achternaam": "Verkeerd",
            "Voornaam": "Datum",
            "Inschrijving BRP": "begin maart",
        },
        {
            "V-nummer": "2999000003",
            "Achternaam": "Onbekend",
            "Voornaam": "Plaats",
            "Gekoppelde gemeente": "Leusdenn",
        },
    ]
    common = {
        "Geslacht": "V",
        "Geboortedatum": "01-06-1990",
        "Nationaliteit": "Turkije",
        "Taal": "Turks",
        "Groep": "asielstatushouder",
        "Verblijfstitel": "asiel bepaalde tijd",
        "Datum bekendmaking vergunning": dutch(today - timedelta(days=60)),
        "Kennisgeving DUO": dutch(today - timedelta(days=40)),
        "Gekoppelde gemeente": "Leusden",
        "Inschrijving BRP": dutch(today - timedelta(days=21)),
        "Postcode": "3831 AA",
        "Plaats": "Leusden",
        "Kinderen 0-3": "0",
        "Jaren onderwijs": "12",
        "Hoogste diploma": "middelbaar",
        "Werkervaring (jaren)": "4",
        "Beroep": "kok",
    }
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, HEADINGS, delimiter=";")
        writer.writeheader()
        writer.writerows({**common, **row} for row in rows)


def pick(page: Page, name: str, value: str) -> None:
    """Choose a radio button by the name of its question and its value, as a click does."""
    page.locator(f"input[name={name}][value='{value}']").check()


def test_from_a_spreadsheet_to_a_pip_that_duo_accepts(log_in, look, tmp_path, duo, site):
    today = datetime.now(ZoneInfo("Europe/Amsterdam")).date()
    path = tmp_path / "caseload.csv"
    caseload(path, today)

    # 1. The file comes in: what is good goes on, what is wrong is named in plain words.
    page = log_in("marieke")
    look(page, "01-werkvoorraad")
    page.get_by_role("link", name="Personen inlezen").click()
    look(page, "02-inlezen")
    page.get_by_role("link", name="bestand").first.click()
    page.locator("input[type=file]").set_input_files(path)
    page.get_by_role("button", name="Bestand lezen").click()
    page.wait_for_load_state()
    look(page, "03-voorbeeld")
    body = page.locator("main").inner_text()
    assert "«begin maart» is geen datum" in body
    assert "Bedoelt u Leusden?" in body
    page.get_by_role("button", name="overnemen").first.click()
    page.wait_for_load_state()
    look(page, "04-overgenomen")

    # 2. She finds the person in any spelling, and takes the dossier.
    page.get_by_role("link", name="Zoeken").click()
    page.locator("main input[type=search], main input[name=q]").first.fill("isil journey")
    page.get_by_role("button", name="Zoek").first.click()
    look(page, "05-gevonden")
    page.get_by_role("link", name="Işıl Journeyzadeh").click()
    page.get_by_role("button", name="Ik neem dit dossier op mij").click()
    page.wait_for_load_state()
    look(page, "06-dossier")
    expect(page.locator("body")).to_contain_text("art. 5.3, eerste lid, Bi 2021")
    dossier = page.url.rstrip("/")

    duo_talk.event_arrives(page, look, duo, dossier, BSN, today)
    _intake(page, look, dossier, today)
    _leerroute(page, look, dossier)
    duo_talk.duo_knows(duo, BSN, today, "gezin")
    _pip(page, look, dossier, today, tmp_path)
    duo_talk.pip_is_refused(page, look, dossier)
    duo_talk.mended_and_accepted(page, look, duo, dossier, BSN)
    duo_talk.whole_exchange(page, look, site)


def _intake(page: Page, look, dossier: str, today: date) -> None:
    """Call for the brede intake with a letter; hold it; confirm what is known; complete it."""
    page.goto(f"{dossier}/oproepen/nieuw/")
    page.get_by_label("Dag van het gesprek").fill(dutch(today + timedelta(days=10)))
    page.get_by_label("Tijd van het gesprek").fill("10:00")
    page.get_by_label("Plaats").fill("Huis van Leusden")
    look(page, "07-oproep")
    page.get_by_role("button", name="Oproep maken").click()
    expect(page.locator("main")).to_contain_text("(PDF)")
    look(page, "08-oproepen")

    page.goto(f"{dossier}/intake/")
    look(page, "09-intake")
    page.get_by_role("button", name="Alles hierboven klopt nog").click()
    page.wait_for_load_state()
    for section, choices, texts in (
        ("taal", {"tolk": "soms", "lezen_schrijven": "goed", "niveau_nederlands": "a1"}, {}),
        ("wensen", {"opleidingswens": "False"}, {"werkwens": "Koken.", "mogelijkheden_werk": "Drie dagen."}),
        ("gezin", {"gezinssituatie": "alleen", "kind_voor_vve": "False"}, {}),
        ("zelfredzaamheid", {"zelfredzaamheid": "soms_hulp"}, {}),
        ("wonen", {"woonsituatie": "huur"}, {}),
    ):
        page.goto(f"{dossier}/intake/{section}/")
        for name, value in choices.items():
            pick(page, name, value)
        for name, text in texts.items():
            page.locator(f"[name={name}]").fill(text)
        page.get_by_role("button", name="Opslaan").first.click()
        page.wait_for_load_state()
    page.goto(f"{dossier}/intake/wensen/")
    expect(page.locator("[name=werkwens]")).to_have_value("Koken.")
    look(page, "10-intake-wensen")

    page.goto(f"{dossier}/intake/gesprekken/")
    page.get_by_label("Dag van het gesprek").fill(dutch(today))
    pick(page, "plaats", "gemeentehuis")
    page.locator("[name=verslag]").fill("Kennisgemaakt en uitgelegd wat het PIP is.")
    page.locator("[name=gewezen]").check()
    look(page, "11-gesprek")
    page.get_by_role("button", name="Gesprek vastleggen").click()
    page.wait_for_load_state()
    page.goto(f"{dossier}/intake/gezondheid/")
    page.locator("[name=gevolgen]").fill("Geen gevolgen voor lessen of werk.")
    page.locator("[name=besproken_on]").fill(dutch(today))
    look(page, "12-gezondheid")
    page.get_by_role("button", name="Opslaan").click()
    page.wait_for_load_state()
    page.goto(f"{dossier}/leerbaarheidstoets/uitslag/")
    page.get_by_label("Datum van de toets").fill(dutch(today))
    pick(page, "resultaat", "haalbaar")
    page.get_by_role("button", name="Vastleggen").click()
    page.wait_for_load_state()
    look(page, "13-leerbaarheidstoets")
    page.goto(f"{dossier}/intake/afronden/")
    page.locator("[name=afgerond]").fill(dutch(today))
    look(page, "14-afronden")
    page.get_by_role("button", name="Intake afronden").click()
    page.wait_for_load_state()
    expect(page.locator("main")).to_contain_text("De brede intake is afgerond")


def _leerroute(page: Page, look, dossier: str) -> None:
    """Try to choose without a consideration, be refused, write it, choose."""
    page.goto(f"{dossier}/leerroute/")
    look(page, "15-leerroute")
    pick(page, "leerroute", "Z-route")
    page.locator("[name=motivatie]").fill(
        "De Z-route past het beste, zo lijkt het na het gesprek van vandaag."
    )
    page.get_by_role("button", name="Leerroute kiezen").click()
    page.wait_for_load_state()
    expect(page.locator("main")).to_contain_text("onderwijsroute")
    assert page.locator(".utrecht-alert--error").count() == 1
    look(page, "16-leerroute-geweigerd")
    # What she typed is still there.
    expect(page.locator("[name=motivatie]")).to_have_value(
        "De Z-route past het beste, zo lijkt het na het gesprek van vandaag."
    )
    page.locator("[name=wens]").fill("Werken als kok.")
    page.locator("[name=overweging_onderwijsroute]").fill(
        "Besproken op school of studie: mevrouw wil nu niet studeren maar snel werken als kok."
    )
    page.locator("[name=overweging_b1_route]").fill(
        "De leerbaarheidstoets acht B1 haalbaar en zij leert snel; lessen passen naast werk."
    )
    page.locator("[name=overweging_z_route]").fill(
        "B1 is haalbaar, dus de Z-route is hier niet de goede weg."
    )
    pick(page, "wil_opleiding", "False")
    pick(page, "grote_kans_op_diploma", "False")
    page.locator("[name=grote_kans_motivatie]").fill(
        "Zij wil geen opleiding volgen; een diploma is geen doel."
    )
    pick(page, "redelijkerwijs_niet_in_staat", "False")
    page.locator("[name=niet_in_staat_motivatie]").fill(
        "De toets en het gesprek wijzen op voldoende leervermogen."
    )
    pick(page, "leerroute", "B1-route")
    page.locator("[name=motivatie]").fill("B1 is haalbaar en past bij de wens om snel als kok te werken.")
    page.get_by_role("button", name="Leerroute kiezen").click()
    page.wait_for_load_state()
    expect(page.locator("main")).to_contain_text("De leerroute is gekozen")
    look(page, "17-leerroute-gekozen")


def _pip(page: Page, look, dossier: str, today: date, folder: Path) -> None:
    """Write the PIP, check it, establish it, hand it over, and open the PDF."""
    page.goto(f"{dossier}/pip/")
    page.get_by_role("button", name="Begin het PIP").click()
    page.wait_for_load_state()
    pip = page.url.removesuffix("bewerken/")
    page.locator("[name=intensiteit_uren]").fill("600")
    page.locator("[name=ondersteuning]").fill("Uw klantmanager spreekt u elke twee maanden.")
    page.locator("[name=voortgangsgesprekken]").fill("6")
    page.locator("[name=pvt_uren]").fill("12")
    page.locator("[name=map_uren]").fill("40")
    pick(page, "vve_van_toepassing", "False")
    pick(page, "pw_van_toepassing", "False")
    look(page, "18-pip-schrijven")
    page.get_by_role("button", name="Concept opslaan").click()
    page.wait_for_load_state()
    for owner, what in (
        ("inburgeraar", "Ik volg de lessen."),
        ("gemeente", "Wij melden u aan bij de taalschool."),
    ):
        page.goto(f"{pip}afspraken/nieuw/")
        pick(page, "eigenaar", owner)
        page.locator("[name=wat]").fill(what)
        page.get_by_role("button", name="Afspraak opslaan").click()
        page.wait_for_load_state()
    page.goto(f"{pip}controleren/")
    look(page, "19-pip-controleren")
    page.get_by_role("button", name="Gecontroleerd, ga verder").click()
    page.wait_for_load_state()
    page.goto(f"{pip}vaststellen/")
    look(page, "20-pip-vaststellen")
    page.get_by_role("button", name="Verder: bekijk wat er gebeurt").click()
    page.wait_for_load_state()
    expect(page.locator("main")).to_contain_text("art. 11, Wi 2021")
    look(page, "20b-pip-bevestigen")
    page.get_by_role("button", name="PIP vaststellen").click()
    page.wait_for_load_state()
    look(page, "21-pip-vastgesteld")
    expect(page.locator("main")).to_contain_text("Vastgesteld")

    page.goto(f"{dossier}/documenten/")
    look(page, "22-documenten")
    link = page.get_by_role("link", name="PIP").filter(has_text="PDF").first
    with page.expect_download() as waiting:
        link.click()
    path = folder / "pip.pdf"
    waiting.value.save_as(path)
    with pikepdf.open(path) as pdf:
        assert str(pdf.Root.Lang).startswith("nl")
        assert pdf.Root.MarkInfo.Marked
    text = subprocess.run(
        ["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True
    ).stdout
    assert "Journeyzadeh" in text
    assert "B1-route" in text

    # The clock has stopped: she is no longer in the list of people without a PIP.
    page.goto(dossier + "/")
    look(page, "23-dossier-na-pip")
    expect(page.locator("main")).to_contain_text("Begin van de inburgeringstermijn")

from datetime import date
from pathlib import Path

import pytest

from meedoen.law import caseload
from meedoen.law.caseload.policy import PolicyError, place, plain_number, policy, read_policy, written
from meedoen.law.kernel.parameter import parameter
from meedoen.law.kernel.period import Weeks

OWN = sorted((Path(caseload.__file__).parent.parent / "voorbeelden" / "beleid").glob("*.yaml"))
ON = date(2026, 6, 1)


def text(changes="  bi2021.pip_termijn: 12", naam="Proef", vanaf="2026-01-01", more=""):
    return f"naam: {naam}\nvanaf: {vanaf}\nwijzigingen:\n{changes}\n{more}"


def refused(written_text):
    with pytest.raises(PolicyError) as caught:
        read_policy(written_text)
    return str(caught.value)


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_each_of_our_own_policies_can_be_read(path):
    assert read_policy(path.read_text(encoding="utf-8")).changes


def test_a_policy_has_a_name_a_day_and_changes():
    found = read_policy(text(more="toelichting: Om te zien wie het merkt.\n"))
    assert (found.naam, found.vanaf, found.toelichting) == (
        "Proef",
        date(2026, 1, 1),
        "Om te zien wie het merkt.",
    )
    assert found.names == {"bi2021.pip_termijn"}
    (change,) = found.changes
    assert (change.now(ON), change.then()) == (Weeks(10), Weeks(12))
    assert change.sentence(ON) == (
        "Termijn waarbinnen het college het PIP vaststelt: 10 weken wordt 12 weken"
        " (art. 5.3, eerste lid, Bi 2021)"
    )


def test_what_is_supposed_holds_from_the_day_of_the_policy():
    dated = read_policy(text()).supposed()["bi2021.pip_termijn"]
    assert [(item.since, item.value) for item in dated] == [
        (date(2022, 1, 1), Weeks(10)),
        (date(2026, 1, 1), Weeks(12)),
    ]


@pytest.mark.parametrize(
    ("name", "value", "then"),
    [
        ("bi2021.pip_termijn", "12 weken", "12 weken"),
        ("bi2021.pip_termijn", "'1 week'", "1 week"),
        ("bi2021.pip_termijn", "'12'", "12 weken"),
        ("bi2021.pip_termijn", "0", "0 weken"),
        ("wi2021.inburgeringstermijn", "2 jaar", "2 jaar"),
        ("bi2021.a2_cursusuren", "700 uur", "700 uur"),
        ("bi2021.overstap_termijn", "24 maanden", "24 maanden"),
        ("wi2021.oproepen", "4 keer", "4"),
    ],
)
def test_a_value_may_have_its_unit_behind_it(name, value, then):
    (change,) = read_policy(text(f"  {name}: {value}")).changes
    assert written(change.parameter, change.then()) == then


def test_a_list_is_written_whole():
    (change,) = read_policy(text("  bi2021.tijdelijke_doelen: [studie, vermogende_vreemdeling]")).changes
    assert change.then() == ("studie", "vermogende_vreemdeling")
    assert change.sentence(ON).endswith(": 17 stuks wordt 2 stuks (art. 2.2, eerste lid, Bi 2021)")


def test_a_country_is_two_capitals():
    (change,) = read_policy(text('  wi2021.vrij_verkeer: [AT, "NO", GB]')).changes
    assert change.then() == ("AT", "NO", "GB")
    assert refused(text("  wi2021.vrij_verkeer: [Oostenrijk]")) == (
        "wi2021.vrij_verkeer: Oostenrijk kan hier niet staan"
    )


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("naam: [", "regel 1, kolom 8: dit is geen geldige YAML (expected the node content, but found"),
        ("naam: a\nnaam: b", "regel 2: naam staat er twee keer"),
        ("- a", "schrijf in het bestand naam, vanaf en wijzigingen, elk met een dubbele punt erachter"),
        ("", "schrijf in het bestand naam, vanaf en wijzigingen, elk met een dubbele punt erachter"),
        (
            text(more="van: 2026-01-01\n"),
            "van: dit ken ik niet; schrijf naam, vanaf, wijzigingen en toelichting",
        ),
        ("naam: Proef\n", "vanaf en wijzigingen ontbreekt"),
        (text(naam="12"), "naam en toelichting zijn tekst"),
        (
            "naam: a\nvanaf: 2026-01-01\nwijzigingen: 12\n",
            "schrijf onder wijzigingen elk getal op een regel, zoals bi2021.pip_termijn: 12",
        ),
        (text(vanaf="1-1-2026"), "vanaf: 1-1-2026 is geen datum; schrijf jaar-maand-dag, zoals 2026-01-01"),
        (text(vanaf="2026-02-30"), "regel 2: 2026-02-30 bestaat niet"),
        (
            text(vanaf="2021-12-31"),
            "vanaf: 31 december 2021 is te vroeg; de Wet inburgering 2021 geldt vanaf 1 januari 2022",
        ),
        (
            text("  bi2021.pip_termijnen: 12"),
            "bi2021.pip_termijnen: zo'n getal is er niet; de namen staan in de naslag Getallen van de wet",
        ),
        (
            text("  pip_termijn: 12"),
            "pip_termijn: zo'n getal is er niet; de namen staan in de naslag Getallen van de wet",
        ),
        (
            text("  bi2021.pip_termijn: 3 maanden"),
            "bi2021.pip_termijn: 3 maanden is niet in weken; schrijf bijvoorbeeld 3 weken",
        ),
        (text("  bi2021.pip_termijn: 1.5"), "bi2021.pip_termijn: 1.5 is geen heel getal in weken"),
        (text("  bi2021.pip_termijn: ja"), "bi2021.pip_termijn: ja is geen heel getal in weken"),
        (text("  bi2021.pip_termijn: true"), "bi2021.pip_termijn: ja is geen heel getal in weken"),
        (text("  bi2021.pip_termijn:"), "bi2021.pip_termijn: geen is geen heel getal in weken"),
        (text("  bi2021.pip_termijn: -2"), "bi2021.pip_termijn: -2 weken kan niet; kies 0 tot en met 5200"),
        (
            text("  wi2021.inburgeringstermijn: 200"),
            "wi2021.inburgeringstermijn: 200 jaar kan niet; kies 0 tot en met 100",
        ),
        (
            text("  bi2021.pip_termijn_na_informatie: 3", vanaf="2022-06-01"),
            "bi2021.pip_termijn_na_informatie bestaat pas sinds 1 januari 2023; kies een dag vanaf toen",
        ),
        (
            text("  bi2021.vog_ouderdom: 12"),
            "bi2021.vog_ouderdom: geen antwoord over een caseload hangt hiervan af, dus niemand merkt het",
        ),
        (
            text("  atw.gelijkgestelde_dagen: [2026-05-15]"),
            "atw.gelijkgestelde_dagen: de dagen van de Algemene termijnenwet staan vast:"
            " wat-als kan ze niet wijzigen",
        ),
        (
            text("  aow.leeftijd: 800"),
            "aow.leeftijd: de AOW-leeftijd is een tabel van de AOW: wat-als kan die niet wijzigen",
        ),
        (
            text("  bi2021.tijdelijke_doelen: studie"),
            "bi2021.tijdelijke_doelen is een lijst van woorden; schrijf elk woord achter een streepje,"
            " met aanhalingstekens als het ook ja of nee kan betekenen (NO)",
        ),
        (
            text("  wi2021.vrij_verkeer: [AT, NO]"),
            "wi2021.vrij_verkeer is een lijst van woorden; schrijf elk woord achter een streepje,"
            " met aanhalingstekens als het ook ja of nee kan betekenen (NO)",
        ),
        (
            text("  bi2021.tijdelijke_doelen: [studie, vakantie]"),
            "bi2021.tijdelijke_doelen: vakantie kan hier niet staan",
        ),
    ],
)
def test_what_is_wrong_is_said_in_dutch(wrong, message):
    assert refused(wrong).startswith(message)


def test_a_number_without_its_unit_is_what_a_slider_needs():
    assert plain_number(parameter("bi2021.pip_termijn").at(ON)) == 10
    assert plain_number(parameter("wi2021.oproepen").at(ON)) == 3
    assert plain_number(parameter("bi2021.boete_intake").at(ON)) == 250
    with pytest.raises(TypeError):
        plain_number(("AT",))


def test_amounts_and_agreements_are_written_with_where_they_come_from():
    boete = parameter("bi2021.boete_intake")
    assert written(boete, boete.at(ON)) == "€ 250"
    opzet = parameter("bi2021.boete_opzet")
    assert written(opzet, opzet.at(ON)) == "100 procent"
    assert place(parameter("duo.aow_signaal")) == "DUO, gebeurtenissen"


def test_a_policy_can_be_made_without_a_file():
    made = policy("proef", date(2026, 1, 1), {"bi2021.pip_termijn": 11})
    assert made.changes[0].then() == Weeks(11)

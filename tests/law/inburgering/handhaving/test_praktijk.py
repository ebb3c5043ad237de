from datetime import date

import pytest

from meedoen.law.inburgering.begrippen import Doelgroep, Verblijfstitel
from meedoen.law.inburgering.handhaving import praktijk as law

ON = date(2026, 5, 20)


def says(outcome):
    return outcome.head(), outcome.sentence()


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            {"doelgroep": Doelgroep.ASIELSTATUSHOUDER},
            date(2025, 2, 3),
            ("ja", "het college legt de boete op die de wet noemt"),
        ),
        ({}, date(2025, 2, 3), ("ja", "het college legt de boete op die de wet noemt")),
        (
            {"doelgroep": Doelgroep.ASIELSTATUSHOUDER},
            date(2025, 2, 4),
            (
                "oordeel",
                (
                    "eerst is een juridische toets nodig: mag een asielstatushouder deze boete nog krijgen "
                    "na de uitspraak van het Hof van Justitie van de EU van 4 februari 2025"
                ),
            ),
        ),
        (
            {"doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT},
            date(2025, 2, 4),
            ("ja", "het college legt een gezinsmigrant of overige migrant de boete op die de wet noemt"),
        ),
        ({}, date(2025, 2, 4), ("onbekend", "de doelgroep is niet bekend")),
        (
            {"doelgroep": Doelgroep.ASIELSTATUSHOUDER, "juridische_toets_boete": True},
            date(2026, 5, 20),
            ("ja", "na een juridische toets mag de boete worden opgelegd"),
        ),
        (
            {"doelgroep": Doelgroep.ASIELSTATUSHOUDER, "juridische_toets_boete": False},
            date(2026, 5, 20),
            ("nee", "na een juridische toets wordt de boete niet opgelegd"),
        ),
    ],
)
def test_the_college_needs_a_legal_check_for_an_asielstatushouder_since_the_judgment(facts, on, answer):
    assert says(law.college_imposes_in_practice(law.PraktijkFacts(**facts), on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            {"doelgroep": Doelgroep.ASIELSTATUSHOUDER},
            date(2025, 7, 8),
            ("ja", "DUO legt de boete op die de wet noemt"),
        ),
        ({}, date(2025, 7, 8), ("ja", "DUO legt de boete op die de wet noemt")),
        (
            {"doelgroep": Doelgroep.ASIELSTATUSHOUDER},
            date(2025, 7, 9),
            ("nee", "DUO legt een asielstatushouder geen boete meer op"),
        ),
        (
            {"doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT},
            date(2025, 7, 9),
            ("ja", "DUO legt een gezinsmigrant of overige migrant de boete op die de wet noemt"),
        ),
        ({}, date(2025, 7, 9), ("onbekend", "de doelgroep is niet bekend")),
        (
            {
                "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
                "verblijfstitel": Verblijfstitel.REGULIER_BEPAALDE_TIJD,
            },
            date(2026, 5, 20),
            (
                "onbekend",
                (
                    "het is niet bevestigd of DUO ook een familielid met een reguliere verblijfsvergunning "
                    "geen boete meer oplegt"
                ),
            ),
        ),
        (
            {"doelgroep": Doelgroep.ASIELSTATUSHOUDER, "verblijfstitel": Verblijfstitel.ASIEL_BEPAALDE_TIJD},
            date(2026, 5, 20),
            ("nee", "DUO legt een asielstatushouder geen boete meer op"),
        ),
        (
            {
                "doelgroep": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
                "verblijfstitel": Verblijfstitel.REGULIER_BEPAALDE_TIJD,
            },
            date(2026, 5, 20),
            ("ja", "DUO legt een gezinsmigrant of overige migrant de boete op die de wet noemt"),
        ),
    ],
)
def test_duo_stopped_with_fines_for_asielstatushouders_after_the_afdeling_spoke(facts, on, answer):
    assert says(law.duo_imposes_in_practice(law.DUOPraktijkFacts(**facts), on=on)) == answer


def test_what_was_not_confirmed_is_marked_as_a_reading_only_for_an_asielstatushouder():
    asiel, gezin = Doelgroep.ASIELSTATUSHOUDER, Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT
    for checked in (True, False):
        college = law.college_imposes_in_practice(law.PraktijkFacts(asiel, checked), on=ON)
        assert college.reading == (
            "niemand heeft officieel gezegd of de uitspraak ook geldt voor boetes van de gemeente; "
            "daarom is er voor een asielstatushouder eerst een juridische toets"
        )
        assert str(college.citation) == "HvJ EU 4 februari 2025, ECLI:EU:C:2025:52"
        assert college.link == "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=ecli:ECLI:EU:C:2025:52"
    duo = law.duo_imposes_in_practice(law.DUOPraktijkFacts(asiel), on=ON)
    assert duo.reading == (
        "de tekst van de wet is niet veranderd; dat DUO asielstatushouders geen boete meer oplegt, "
        "volgt uit de uitspraken van 4 februari 2025, 9 juli 2025 en 18 februari 2026"
    )
    assert str(duo.citation) == "Rijksoverheid, boetes en leningen inburgering, 19 februari 2026"
    assert law.college_imposes_in_practice(law.PraktijkFacts(gezin), on=ON).reading is None
    assert law.duo_imposes_in_practice(law.DUOPraktijkFacts(gezin), on=ON).reading is None

from dataclasses import replace
from datetime import date

import pytest

from meedoen.law.inburgering.begrippen import Doelgroep, Leerroute, Niveau
from meedoen.law.keten.pip import (
    DuoPIPFacts,
    duo_pip_after_earlier_pip,
    duo_pip_after_start_plicht,
    duo_pip_after_vestiging,
    duo_pip_intensiteit_fits,
    duo_pip_niveau_fits,
)

ON = date(2026, 4, 1)
PIP = DuoPIPFacts(
    dagtekening=date(2026, 3, 20),
    leerroute=Leerroute.B1_ROUTE,
    doelgroep=Doelgroep.ASIELSTATUSHOUDER,
    start_plicht=date(2026, 3, 20),
    vestiging=date(2026, 3, 20),
    eerste_pip_van_de_persoon=False,
)


@pytest.mark.parametrize(
    ("condition", "changes", "answer"),
    [
        (
            duo_pip_after_start_plicht,
            {},
            ("ja", "de dagtekening ligt niet voor het begin van de plicht op 20 maart 2026"),
        ),
        (duo_pip_after_start_plicht, {"dagtekening": None}, ("onbekend", "de dagtekening ontbreekt")),
        (duo_pip_after_vestiging, {}, ("ja", "de dagtekening ligt niet voor de vestiging op 20 maart 2026")),
        (duo_pip_after_vestiging, {"dagtekening": None}, ("onbekend", "de dagtekening ontbreekt")),
        (duo_pip_after_earlier_pip, {}, ("ja", "de dagtekening ligt niet voor een eerder PIP")),
        (duo_pip_after_earlier_pip, {"dagtekening": None}, ("onbekend", "de dagtekening ontbreekt")),
        (
            duo_pip_niveau_fits,
            {},
            ("ja", "zonder niveau gaat DUO uit van B1, behalve in de Z-route"),
        ),
        (duo_pip_niveau_fits, {"niveau": Niveau.A2}, ("ja", "niveau A2 past bij de B1-route")),
        (duo_pip_niveau_fits, {"leerroute": None}, ("onbekend", "de leerroute ontbreekt")),
        (duo_pip_intensiteit_fits, {}, ("ja", "er is geen geschatte intensiteit opgegeven")),
        (
            duo_pip_intensiteit_fits,
            {"geschatte_intensiteit": 1, "leerroute": None},
            ("onbekend", "de leerroute ontbreekt"),
        ),
        (
            duo_pip_intensiteit_fits,
            {"geschatte_intensiteit": 1},
            ("ja", "de geschatte intensiteit hoort bij de B1-route van een asielstatushouder"),
        ),
    ],
)
def test_each_condition_of_duo_says_why(condition, changes, answer):
    outcome = condition(replace(PIP, **changes), on=ON)
    assert (outcome.head(), outcome.sentence()) == answer

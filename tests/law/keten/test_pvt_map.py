from dataclasses import replace
from datetime import date

import pytest

from meedoen.law.keten import pvt_map as law
from meedoen.law.keten.pvt_map import DuoMAPFacts, DuoPVTFacts, DuoResultaatFacts

ON = date(2026, 6, 1)

RESULTAAT = DuoResultaatFacts(
    datum=date(2026, 5, 1),
    termijn_start=date(2026, 3, 17),
    termijn_end_exclusive=date(2029, 3, 17),
    actuele_pip_eigen_gemeente=True,
)
END = date(2029, 3, 17)
LATER = date(2029, 4, 1)
WITHDRAWN = DuoResultaatFacts(
    actuele_pip_eigen_gemeente=True,
    eerder_geleverd=date(2026, 4, 1),
    eerder_geleverd_eigen_gemeente=True,
)
PVT = DuoPVTFacts(
    ondertekening=date(2026, 5, 1),
    termijn_start=date(2026, 3, 17),
    termijn_end_exclusive=END,
    actuele_pip_eigen_gemeente=True,
)
MAP = DuoMAPFacts(
    eindgesprek=date(2026, 5, 1),
    termijn_start=date(2026, 3, 17),
    termijn_end_exclusive=END,
    actuele_pip_eigen_gemeente=True,
)


def says(outcome):
    return outcome.head(), outcome.sentence()


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (RESULTAAT, ON, ("ja", "de datum 1 mei 2026 past bij de termijn en het actuele PIP")),
        (replace(RESULTAAT, datum=None), ON, ("onbekend", "de datum ontbreekt")),
    ],
)
def test_a_date_fits_term_and_pip(facts, on, answer):
    assert says(law.duo_resultaat_date_fits(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (RESULTAAT, ON, ("ja", "DUO heeft nog geen datum")),
        (
            replace(RESULTAAT, voldaan_via_z_route=date(2026, 5, 2)),
            ON,
            ("nee", "de plicht is op 2 mei 2026 al voldaan via de Z-route"),
        ),
        (
            replace(RESULTAAT, eerder_geleverd=date(2026, 4, 1), eerder_geleverd_eigen_gemeente=True),
            ON,
            ("ja", "de eerdere datum is door de eigen gemeente doorgegeven"),
        ),
        (
            replace(RESULTAAT, eerder_geleverd=date(2026, 4, 1), eerder_geleverd_eigen_gemeente=False),
            ON,
            ("nee", "de eerdere datum is door een andere gemeente doorgegeven"),
        ),
        (
            replace(RESULTAAT, eerder_geleverd=date(2026, 4, 1), eerder_geleverd_eigen_gemeente=None),
            ON,
            ("onbekend", "het is niet bekend of de eerdere datum door de eigen gemeente is doorgegeven"),
        ),
    ],
)
def test_what_another_gemeente_sent_stays(facts, on, answer):
    assert says(law.duo_resultaat_may_change(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (RESULTAAT, ON, ("ja", "de datum ligt binnen de termijn, dus zonder Verwijtbaar")),
        (
            replace(RESULTAAT, termijn_end_exclusive=None),
            ON,
            ("onbekend", "het einde van de termijn is niet bekend"),
        ),
        (
            replace(RESULTAAT, verwijtbaar=True),
            ON,
            ("nee", "de datum ligt binnen de termijn; Verwijtbaar hoort er dan niet bij"),
        ),
        (
            replace(RESULTAAT, verwijtbaar=False),
            ON,
            ("nee", "de datum ligt binnen de termijn; Verwijtbaar hoort er dan niet bij"),
        ),
        (
            replace(RESULTAAT, datum=date(2029, 3, 16)),
            LATER,
            ("ja", "de datum ligt binnen de termijn, dus zonder Verwijtbaar"),
        ),
        (
            replace(RESULTAAT, datum=date(2029, 3, 16), verwijtbaar=True),
            LATER,
            ("nee", "de datum ligt binnen de termijn; Verwijtbaar hoort er dan niet bij"),
        ),
        (
            replace(RESULTAAT, datum=END),
            LATER,
            ("nee", "de termijn is overschreden; geef door of dat verwijtbaar is"),
        ),
        (
            replace(RESULTAAT, datum=END, verwijtbaar=True),
            LATER,
            ("ja", "de termijn is overschreden, dus Verwijtbaar Ja kan"),
        ),
        (
            replace(RESULTAAT, datum=END, verwijtbaar=False),
            LATER,
            ("ja", "het einde van de termijn valt binnen 2 maanden"),
        ),
        (
            replace(RESULTAAT, datum=None),
            date(2029, 1, 16),
            ("ja", "de termijn loopt nog, dus zonder Verwijtbaar"),
        ),
        (
            replace(RESULTAAT, datum=None, verwijtbaar=True),
            date(2029, 3, 16),
            ("nee", "Verwijtbaar Ja kan pas als de termijn is overschreden"),
        ),
        (
            replace(RESULTAAT, datum=None, verwijtbaar=True),
            END,
            ("ja", "de termijn is overschreden, dus Verwijtbaar Ja kan"),
        ),
        (
            replace(RESULTAAT, datum=None, verwijtbaar=False),
            date(2029, 1, 16),
            ("nee", "Verwijtbaar Nee kan pas 2 maanden voor het einde van de termijn"),
        ),
        (
            replace(RESULTAAT, datum=None, verwijtbaar=False),
            date(2029, 1, 17),
            ("ja", "het einde van de termijn valt binnen 2 maanden"),
        ),
        (
            replace(RESULTAAT, datum=None),
            date(2029, 3, 16),
            ("ja", "de termijn loopt nog, dus zonder Verwijtbaar"),
        ),
        (
            replace(RESULTAAT, datum=None),
            END,
            ("nee", "de termijn is overschreden; geef door of dat verwijtbaar is"),
        ),
    ],
)
def test_when_verwijtbaar_is_sent(facts, on, answer):
    assert says(law.duo_verwijtbaar_fits(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (WITHDRAWN, ON, ("ja", "de datum 1 april 2026 kan worden ingetrokken")),
        (replace(WITHDRAWN, eerder_geleverd=None), ON, ("nee", "DUO heeft geen datum om in te trekken")),
        (
            replace(WITHDRAWN, z_route_afgerond=date(2026, 5, 1)),
            ON,
            ("nee", "de Z-route is op 1 mei 2026 al afgerond"),
        ),
        (
            replace(WITHDRAWN, actuele_pip_eigen_gemeente=False),
            ON,
            ("nee", "het actuele PIP is van een andere gemeente"),
        ),
        (
            replace(WITHDRAWN, actuele_pip_eigen_gemeente=None),
            ON,
            ("onbekend", "het is niet bekend van welke gemeente het actuele PIP is"),
        ),
        (
            replace(WITHDRAWN, eerder_geleverd_eigen_gemeente=False),
            ON,
            ("nee", "de eerdere datum is door een andere gemeente doorgegeven"),
        ),
        (
            replace(WITHDRAWN, voldaan_via_z_route=date(2026, 5, 1)),
            ON,
            ("nee", "de plicht is op 1 mei 2026 al voldaan via de Z-route"),
        ),
        (
            replace(WITHDRAWN, termijn_end_exclusive=END),
            date(2029, 3, 16),
            ("ja", "de datum 1 april 2026 kan worden ingetrokken"),
        ),
        (
            replace(WITHDRAWN, termijn_end_exclusive=END),
            END,
            ("nee", "de termijn is overschreden; geef door of dat verwijtbaar is"),
        ),
        (
            replace(WITHDRAWN, termijn_end_exclusive=END, verwijtbaar=False),
            END,
            ("ja", "de datum 1 april 2026 kan worden ingetrokken"),
        ),
    ],
)
def test_an_own_date_can_be_withdrawn(facts, on, answer):
    assert says(law.duo_resultaat_withdrawal(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (MAP, ON, ("ja", "de datum 1 mei 2026 voldoet aan de voorwaarden van DUO")),
        (replace(MAP, eindgesprek=None), ON, ("onbekend", "de datum van het eindgesprek ontbreekt")),
        (replace(MAP, eindgesprek=date(2026, 6, 2)), ON, ("nee", "de datum 2 juni 2026 ligt in de toekomst")),
        (
            replace(MAP, eindgesprek=date(2026, 6, 1)),
            ON,
            ("ja", "de datum 1 juni 2026 voldoet aan de voorwaarden van DUO"),
        ),
        (
            replace(MAP, eindgesprek=date(2026, 3, 16)),
            ON,
            ("nee", "de datum 16 maart 2026 ligt voor het begin van de termijn op 17 maart 2026"),
        ),
        (
            replace(MAP, eindgesprek=date(2026, 3, 17)),
            ON,
            ("ja", "de datum 17 maart 2026 voldoet aan de voorwaarden van DUO"),
        ),
        (
            replace(MAP, z_route_afgerond=date(2026, 4, 30)),
            ON,
            ("nee", "de Z-route was al op 30 april 2026 afgerond"),
        ),
        (
            replace(MAP, z_route_afgerond=date(2026, 5, 1)),
            ON,
            ("ja", "de datum 1 mei 2026 voldoet aan de voorwaarden van DUO"),
        ),
        (
            replace(MAP, actuele_pip_eigen_gemeente=False),
            ON,
            ("nee", "het actuele PIP is van een andere gemeente"),
        ),
        (
            replace(MAP, actuele_pip_eigen_gemeente=None),
            ON,
            ("onbekend", "het is niet bekend van welke gemeente het actuele PIP is"),
        ),
        (replace(MAP, termijn_start=None), ON, ("onbekend", "het begin van de termijn is niet bekend")),
        (
            replace(MAP, termijn_end_exclusive=None),
            ON,
            ("onbekend", "het einde van de termijn is niet bekend"),
        ),
        (
            replace(MAP, voldaan_via_z_route=date(2026, 5, 15)),
            ON,
            ("nee", "de plicht is op 15 mei 2026 al voldaan via de Z-route"),
        ),
        (
            replace(MAP, eerder_geleverd=date(2026, 4, 1), eerder_geleverd_eigen_gemeente=False),
            ON,
            ("nee", "de eerdere datum is door een andere gemeente doorgegeven"),
        ),
        (
            replace(MAP, verwijtbaar=True),
            ON,
            ("nee", "de datum ligt binnen de termijn; Verwijtbaar hoort er dan niet bij"),
        ),
    ],
)
def test_what_duo_accepts_as_the_end_of_map(facts, on, answer):
    assert says(law.duo_accepts_map(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (PVT, ON, ("ja", "de datum 1 mei 2026 voldoet aan de voorwaarden van DUO")),
        (replace(PVT, ondertekening=None), ON, ("onbekend", "de datum van de ondertekening ontbreekt")),
        (
            replace(PVT, ondertekening=date(2026, 6, 2)),
            ON,
            ("nee", "de datum 2 juni 2026 ligt in de toekomst"),
        ),
        (
            replace(PVT, ondertekening=date(2026, 6, 1)),
            ON,
            ("ja", "de datum 1 juni 2026 voldoet aan de voorwaarden van DUO"),
        ),
        (
            replace(PVT, ondertekening=date(2026, 3, 16)),
            ON,
            ("nee", "de datum 16 maart 2026 ligt voor het begin van de termijn op 17 maart 2026"),
        ),
        (
            replace(PVT, ondertekening=date(2026, 3, 17)),
            ON,
            ("ja", "de datum 17 maart 2026 voldoet aan de voorwaarden van DUO"),
        ),
        (
            replace(PVT, z_route_afgerond=date(2026, 4, 30)),
            ON,
            ("nee", "de Z-route was al op 30 april 2026 afgerond"),
        ),
        (
            replace(PVT, z_route_afgerond=date(2026, 5, 1)),
            ON,
            ("ja", "de datum 1 mei 2026 voldoet aan de voorwaarden van DUO"),
        ),
        (
            replace(PVT, actuele_pip_eigen_gemeente=False),
            ON,
            ("nee", "het actuele PIP is van een andere gemeente"),
        ),
        (
            replace(PVT, actuele_pip_eigen_gemeente=None),
            ON,
            ("onbekend", "het is niet bekend van welke gemeente het actuele PIP is"),
        ),
        (replace(PVT, termijn_start=None), ON, ("onbekend", "het begin van de termijn is niet bekend")),
        (
            replace(PVT, termijn_end_exclusive=None),
            ON,
            ("onbekend", "het einde van de termijn is niet bekend"),
        ),
        (
            replace(PVT, voldaan_via_z_route=date(2026, 5, 15)),
            ON,
            ("nee", "de plicht is op 15 mei 2026 al voldaan via de Z-route"),
        ),
        (
            replace(PVT, eerder_geleverd=date(2026, 4, 1), eerder_geleverd_eigen_gemeente=False),
            ON,
            ("nee", "de eerdere datum is door een andere gemeente doorgegeven"),
        ),
        (
            replace(PVT, verwijtbaar=True),
            ON,
            ("nee", "de datum ligt binnen de termijn; Verwijtbaar hoort er dan niet bij"),
        ),
    ],
)
def test_what_duo_accepts_as_the_end_of_pvt(facts, on, answer):
    assert says(law.duo_accepts_pvt(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("rule", "facts"),
    [
        (law.duo_accepts_map_withdrawal, DuoMAPFacts),
        (law.duo_accepts_pvt_withdrawal, DuoPVTFacts),
    ],
)
def test_a_date_of_map_and_pvt_can_be_withdrawn(rule, facts):
    own = facts(
        actuele_pip_eigen_gemeente=True,
        eerder_geleverd=date(2026, 4, 1),
        eerder_geleverd_eigen_gemeente=True,
    )
    assert says(rule(own, on=ON)) == ("ja", "de datum 1 april 2026 kan worden ingetrokken")
    assert says(rule(facts(), on=ON)) == ("nee", "DUO heeft geen datum om in te trekken")


def test_map_and_pvt_say_where_their_conditions_stand_and_which_reading_is_followed():
    reading = (
        "de termijn is overschreden als de datum op of na het einde van de termijn ligt, of zonder datum "
        "als dat einde voorbij is; Nee kan vanaf twee maanden voor dat einde"
    )
    assert str(law.duo_accepts_map(MAP, on=ON).citation) == "DUO, voorwaarden MAP"
    assert str(law.duo_accepts_pvt(PVT, on=ON).citation) == "DUO, voorwaarden PVT"
    assert law.duo_accepts_pvt(PVT, on=ON).readings == (reading,)

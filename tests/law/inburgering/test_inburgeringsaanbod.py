from dataclasses import replace
from datetime import date

import pytest

from meedoen.law.inburgering import inburgeringsaanbod as aanbod
from meedoen.law.inburgering import keurmerk
from meedoen.law.inburgering import maatschappelijke_begeleiding as begeleiding
from meedoen.law.inburgering.begrippen import Doelgroep, Leerroute
from meedoen.law.inburgering.inburgeringsaanbod import InburgeringsaanbodFacts
from meedoen.law.inburgering.keurmerk import KeurmerkFacts
from meedoen.law.inburgering.maatschappelijke_begeleiding import BegeleidingFacts
from meedoen.law.kernel.citation import NotInForce

ON = date(2026, 6, 1)
ASIEL, OVERIG = Doelgroep.ASIELSTATUSHOUDER, Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT

OFFER = InburgeringsaanbodFacts(doelgroep=ASIEL, pip_vastgesteld=date(2026, 3, 16), aanbod=date(2026, 6, 16))


def says(outcome):
    return outcome.head(), outcome.sentence()


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            KeurmerkFacts(keurmerk=True),
            ON,
            ("ja", "de instelling heeft het Keurmerk Inburgeren van Blik op Werk"),
        ),
        (
            KeurmerkFacts(keurmerk=False),
            ON,
            ("nee", "de instelling heeft het Keurmerk Inburgeren van Blik op Werk niet"),
        ),
        (
            KeurmerkFacts(keurmerk=None),
            ON,
            ("onbekend", "het is niet bekend of de instelling het keurmerk heeft"),
        ),
    ],
)
def test_the_keurmerk_is_that_of_blik_op_werk(facts, on, answer):
    assert says(keurmerk.has_keurmerk(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (KeurmerkFacts(), ON, ("onbekend", "de leerroute is niet bekend")),
        (
            KeurmerkFacts(Leerroute.ONDERWIJSROUTE, keurmerk=False, diploma_erkenning=True),
            ON,
            ("ja", "de instelling heeft een diploma-erkenning voor het taalschakeltraject"),
        ),
        (
            KeurmerkFacts(Leerroute.ONDERWIJSROUTE, keurmerk=False, diploma_erkenning=False),
            ON,
            ("nee", "het taalschakeltraject vraagt een instelling met diploma-erkenning"),
        ),
        (
            KeurmerkFacts(Leerroute.ONDERWIJSROUTE, keurmerk=False, diploma_erkenning=None),
            ON,
            ("onbekend", "het is niet bekend of de instelling een diploma-erkenning heeft"),
        ),
        (
            KeurmerkFacts(Leerroute.B1_ROUTE, keurmerk=True),
            ON,
            ("ja", "de instelling heeft het Keurmerk Inburgeren van Blik op Werk"),
        ),
        (
            KeurmerkFacts(Leerroute.B1_ROUTE, keurmerk=False),
            ON,
            ("nee", "de instelling heeft het Keurmerk Inburgeren van Blik op Werk niet"),
        ),
        (
            KeurmerkFacts(Leerroute.B1_ROUTE, keurmerk=None),
            ON,
            ("onbekend", "het is niet bekend of de instelling het keurmerk heeft"),
        ),
        (
            KeurmerkFacts(Leerroute.Z_ROUTE, certificaat=True),
            ON,
            ("ja", "de instelling heeft een certificaat"),
        ),
        (
            KeurmerkFacts(Leerroute.Z_ROUTE, keurmerk=False, certificaat=False),
            ON,
            ("nee", "de instelling heeft het Keurmerk Inburgeren van Blik op Werk niet"),
        ),
    ],
)
def test_which_school_may_be_offered(facts, on, answer):
    assert says(keurmerk.school_may_be_offered(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            KeurmerkFacts(vog_afgegeven=date(2022, 1, 10), werk_begonnen=date(2022, 4, 10)),
            date(2022, 12, 31),
            ("ja", "de VOG van 10 januari 2022 was niet ouder dan 3 maanden"),
        ),
        (
            KeurmerkFacts(vog_afgegeven=date(2022, 1, 10), werk_begonnen=date(2022, 4, 11)),
            date(2022, 12, 31),
            ("nee", "de VOG van 10 januari 2022 was bij het begin van het werk ouder dan 3 maanden"),
        ),
        (
            KeurmerkFacts(vog_afgegeven=date(2022, 1, 10)),
            date(2022, 12, 31),
            ("onbekend", "de dag waarop het werk begon, is niet bekend"),
        ),
        (
            KeurmerkFacts(),
            date(2022, 12, 31),
            ("onbekend", "er is geen verklaring omtrent het gedrag (VOG) bekend"),
        ),
        (
            KeurmerkFacts(vog_afgegeven=date(2023, 1, 10), werk_begonnen=date(2023, 7, 10)),
            date(2023, 1, 1),
            ("ja", "de VOG van 10 januari 2023 was niet ouder dan 6 maanden"),
        ),
        (
            KeurmerkFacts(vog_afgegeven=date(2023, 1, 10), werk_begonnen=date(2023, 7, 11)),
            date(2023, 1, 1),
            ("nee", "de VOG van 10 januari 2023 was bij het begin van het werk ouder dan 6 maanden"),
        ),
        (
            KeurmerkFacts(vog_afgegeven=date(2023, 1, 10)),
            date(2023, 12, 31),
            ("onbekend", "de dag waarop het werk begon, is niet bekend"),
        ),
        (
            KeurmerkFacts(),
            date(2023, 12, 31),
            ("onbekend", "er is geen verklaring omtrent het gedrag (VOG) bekend"),
        ),
        (
            KeurmerkFacts(vog_afgegeven=date(2023, 1, 10), vog_overgelegd=date(2023, 7, 10)),
            date(2024, 1, 1),
            ("ja", "de VOG van 10 januari 2023 was niet ouder dan 6 maanden"),
        ),
        (
            KeurmerkFacts(vog_afgegeven=date(2023, 1, 10), vog_overgelegd=date(2023, 7, 11)),
            date(2024, 1, 1),
            ("nee", "de VOG van 10 januari 2023 was bij het overleggen ouder dan 6 maanden"),
        ),
        (
            KeurmerkFacts(vog_afgegeven=date(2023, 1, 10), werk_begonnen=date(2023, 7, 10)),
            ON,
            ("onbekend", "de dag waarop de VOG is overgelegd, is niet bekend"),
        ),
        (KeurmerkFacts(), ON, ("onbekend", "er is geen verklaring omtrent het gedrag (VOG) bekend")),
    ],
)
def test_how_old_a_vog_may_be(facts, on, answer):
    assert says(keurmerk.vog_is_recent(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            KeurmerkFacts(keurmerk=True),
            date(2023, 1, 1),
            ("ja", "voor het keurmerk is een vergoeding verschuldigd, die elk jaar wordt vastgesteld"),
        ),
        (KeurmerkFacts(keurmerk=False), date(2023, 1, 1), ("nee", "zonder keurmerk is er geen vergoeding")),
        (
            KeurmerkFacts(keurmerk=None),
            date(2023, 1, 1),
            ("onbekend", "het is niet bekend of de instelling het keurmerk heeft"),
        ),
    ],
)
def test_the_keurmerk_costs_a_fee(facts, on, answer):
    assert says(keurmerk.keurmerk_fee_due(facts, on=on)) == answer


def test_there_was_no_fee_before_2023():
    with pytest.raises(NotInForce):
        keurmerk.keurmerk_fee_due(KeurmerkFacts(keurmerk=True), on=date(2022, 12, 31))


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (BegeleidingFacts(), ON, ("nee", "praktische hulp bij het regelen van basisvoorzieningen ontbreekt")),
        (
            BegeleidingFacts(hulp_wonen=True),
            ON,
            ("ja", "er is praktische hulp bij het regelen van basisvoorzieningen"),
        ),
        (
            BegeleidingFacts(hulp_zorg=True),
            ON,
            ("ja", "er is praktische hulp bij het regelen van basisvoorzieningen"),
        ),
        (
            BegeleidingFacts(hulp_werk=True),
            ON,
            ("ja", "er is praktische hulp bij het regelen van basisvoorzieningen"),
        ),
        (
            BegeleidingFacts(hulp_inkomen=True),
            ON,
            ("ja", "er is praktische hulp bij het regelen van basisvoorzieningen"),
        ),
        (
            BegeleidingFacts(hulp_verzekeringen=True),
            ON,
            ("ja", "er is praktische hulp bij het regelen van basisvoorzieningen"),
        ),
        (
            BegeleidingFacts(hulp_onderwijs=True),
            ON,
            ("ja", "er is praktische hulp bij het regelen van basisvoorzieningen"),
        ),
        (
            BegeleidingFacts(hulp_lokale_woonomgeving=True),
            ON,
            ("ja", "er is praktische hulp bij het regelen van basisvoorzieningen"),
        ),
        (
            BegeleidingFacts(hulp_wonen=False, voorlichting_wonen=True),
            ON,
            ("nee", "praktische hulp bij het regelen van basisvoorzieningen ontbreekt"),
        ),
    ],
)
def test_practical_help_is_any_of_its_topics(facts, on, answer):
    assert says(begeleiding.has_praktische_hulp(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (BegeleidingFacts(), ON, ("nee", "voorlichting over basisvoorzieningen ontbreekt")),
        (BegeleidingFacts(voorlichting_wonen=True), ON, ("ja", "er is voorlichting over basisvoorzieningen")),
        (
            BegeleidingFacts(voorlichting_inkomen=True),
            ON,
            ("ja", "er is voorlichting over basisvoorzieningen"),
        ),
        (BegeleidingFacts(voorlichting_werk=True), ON, ("ja", "er is voorlichting over basisvoorzieningen")),
        (BegeleidingFacts(voorlichting_zorg=True), ON, ("ja", "er is voorlichting over basisvoorzieningen")),
        (
            BegeleidingFacts(voorlichting_onderwijs=True),
            ON,
            ("ja", "er is voorlichting over basisvoorzieningen"),
        ),
        (
            BegeleidingFacts(voorlichting_opvoeding=True),
            ON,
            ("ja", "er is voorlichting over basisvoorzieningen"),
        ),
        (
            BegeleidingFacts(voorlichting_maatschappelijke_organisaties=True),
            ON,
            ("ja", "er is voorlichting over basisvoorzieningen"),
        ),
        (
            BegeleidingFacts(voorlichting_wonen=False, hulp_wonen=True),
            ON,
            ("nee", "voorlichting over basisvoorzieningen ontbreekt"),
        ),
    ],
)
def test_information_is_any_of_its_topics(facts, on, answer):
    assert says(begeleiding.has_voorlichting(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (BegeleidingFacts(), ON, ("7", "7 onderwerpen van praktische hulp zijn nog niet bekeken")),
        (
            BegeleidingFacts(hulp_wonen=False),
            ON,
            ("6", "6 onderwerpen van praktische hulp zijn nog niet bekeken"),
        ),
        (
            BegeleidingFacts(hulp_zorg=False),
            ON,
            ("6", "6 onderwerpen van praktische hulp zijn nog niet bekeken"),
        ),
        (
            BegeleidingFacts(hulp_werk=False),
            ON,
            ("6", "6 onderwerpen van praktische hulp zijn nog niet bekeken"),
        ),
        (
            BegeleidingFacts(hulp_inkomen=False),
            ON,
            ("6", "6 onderwerpen van praktische hulp zijn nog niet bekeken"),
        ),
        (
            BegeleidingFacts(hulp_verzekeringen=False),
            ON,
            ("6", "6 onderwerpen van praktische hulp zijn nog niet bekeken"),
        ),
        (
            BegeleidingFacts(hulp_onderwijs=False),
            ON,
            ("6", "6 onderwerpen van praktische hulp zijn nog niet bekeken"),
        ),
        (
            BegeleidingFacts(hulp_lokale_woonomgeving=False),
            ON,
            ("6", "6 onderwerpen van praktische hulp zijn nog niet bekeken"),
        ),
        (
            BegeleidingFacts(
                hulp_wonen=True,
                hulp_zorg=True,
                hulp_werk=True,
                hulp_inkomen=True,
                hulp_verzekeringen=True,
                hulp_onderwijs=True,
                hulp_lokale_woonomgeving=True,
            ),
            ON,
            ("0", "0 onderwerpen van praktische hulp zijn nog niet bekeken"),
        ),
    ],
)
def test_topics_of_help_left(facts, on, answer):
    assert says(begeleiding.hulp_topics_open(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (BegeleidingFacts(), ON, ("7", "7 onderwerpen van voorlichting zijn nog niet bekeken")),
        (
            BegeleidingFacts(voorlichting_wonen=False),
            ON,
            ("6", "6 onderwerpen van voorlichting zijn nog niet bekeken"),
        ),
        (
            BegeleidingFacts(voorlichting_inkomen=False),
            ON,
            ("6", "6 onderwerpen van voorlichting zijn nog niet bekeken"),
        ),
        (
            BegeleidingFacts(voorlichting_werk=False),
            ON,
            ("6", "6 onderwerpen van voorlichting zijn nog niet bekeken"),
        ),
        (
            BegeleidingFacts(voorlichting_zorg=False),
            ON,
            ("6", "6 onderwerpen van voorlichting zijn nog niet bekeken"),
        ),
        (
            BegeleidingFacts(voorlichting_onderwijs=False),
            ON,
            ("6", "6 onderwerpen van voorlichting zijn nog niet bekeken"),
        ),
        (
            BegeleidingFacts(voorlichting_opvoeding=False),
            ON,
            ("6", "6 onderwerpen van voorlichting zijn nog niet bekeken"),
        ),
        (
            BegeleidingFacts(voorlichting_maatschappelijke_organisaties=False),
            ON,
            ("6", "6 onderwerpen van voorlichting zijn nog niet bekeken"),
        ),
        (
            BegeleidingFacts(
                voorlichting_wonen=True,
                voorlichting_inkomen=True,
                voorlichting_werk=True,
                voorlichting_zorg=True,
                voorlichting_onderwijs=True,
                voorlichting_opvoeding=True,
                voorlichting_maatschappelijke_organisaties=True,
            ),
            ON,
            ("0", "0 onderwerpen van voorlichting zijn nog niet bekeken"),
        ),
    ],
)
def test_topics_of_information_left(facts, on, answer):
    assert says(begeleiding.voorlichting_topics_open(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (OFFER, ON, ("16 juni 2026", "3 maanden na het PIP van 16 maart 2026")),
        (InburgeringsaanbodFacts(), ON, ("onbekend", "er is nog geen PIP")),
    ],
)
def test_when_an_offer_stays_away(facts, on, answer):
    assert says(aanbod.aanbod_missing_since(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (OFFER, ON, ("oordeel", "beoordeel of het aanbod van 16 juni 2026 voor deze persoon tijdig was")),
        (replace(OFFER, aanbod_tijdig=True), ON, ("ja", "het aanbod van 16 juni 2026 was tijdig")),
        (
            replace(OFFER, aanbod_tijdig=False),
            ON,
            ("nee", "het aanbod van 16 juni 2026 was voor deze persoon niet tijdig"),
        ),
        (
            replace(OFFER, aanbod=date(2026, 6, 17), aanbod_tijdig=True),
            ON,
            ("nee", "het aanbod van 17 juni 2026 kwam na 16 juni 2026"),
        ),
        (
            replace(OFFER, aanbod=None),
            date(2026, 6, 16),
            ("ja", "een aanbod kan nog op tijd komen, uiterlijk 16 juni 2026"),
        ),
        (replace(OFFER, aanbod=None), date(2026, 6, 17), ("nee", "er is na 16 juni 2026 nog geen aanbod")),
        (
            replace(OFFER, doelgroep=OVERIG),
            ON,
            ("ja", "een gezinsmigrant of overige migrant krijgt geen aanbod van het college"),
        ),
        (replace(OFFER, doelgroep=None), ON, ("onbekend", "de doelgroep is niet bekend")),
        (replace(OFFER, pip_vastgesteld=None), ON, ("onbekend", "er is nog geen PIP")),
    ],
)
def test_an_offer_is_in_time(facts, on, answer):
    assert says(aanbod.aanbod_in_time(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (OFFER, ON, ("oordeel", "beoordeel of prijs en kwaliteit van het aanbod in goede verhouding staan")),
        (
            replace(OFFER, prijs_en_kwaliteit_in_verhouding=False),
            ON,
            ("nee", "prijs en kwaliteit van het aanbod staan niet in goede verhouding"),
        ),
        (
            replace(OFFER, prijs_en_kwaliteit_in_verhouding=True),
            ON,
            ("oordeel", "beoordeel of de continuïteit van het aanbod is verzorgd"),
        ),
        (
            replace(OFFER, prijs_en_kwaliteit_in_verhouding=True, continuiteit_verzorgd=True),
            ON,
            ("ja", "prijs, kwaliteit en continuïteit van het aanbod zijn verzorgd"),
        ),
        (
            replace(OFFER, prijs_en_kwaliteit_in_verhouding=True, continuiteit_verzorgd=False),
            ON,
            ("nee", "de continuïteit van het aanbod is niet verzorgd"),
        ),
    ],
)
def test_an_offer_is_sound(facts, on, answer):
    assert says(aanbod.aanbod_is_sound(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            replace(OFFER, alfabetisering_nodig=None),
            ON,
            ("onbekend", "het is niet vastgelegd of alfabetisering nodig is"),
        ),
        (replace(OFFER, alfabetisering_nodig=False), ON, ("nee", "alfabetisering is niet nodig")),
        (
            replace(OFFER, alfabetisering_nodig=True),
            ON,
            ("nee", "alfabetisering hoort bij het aanbod van het college"),
        ),
        (
            replace(OFFER, alfabetisering_nodig=True, doelgroep=None),
            ON,
            ("onbekend", "de doelgroep is niet bekend"),
        ),
        (
            replace(OFFER, alfabetisering_nodig=True, doelgroep=OVERIG, alfabetisering_in_pip=True),
            ON,
            ("ja", "het PIP verplicht tot alfabetisering, dus een lening is mogelijk"),
        ),
        (
            replace(OFFER, alfabetisering_nodig=True, doelgroep=OVERIG, alfabetisering_in_pip=False),
            ON,
            ("nee", "het PIP verplicht niet tot alfabetisering"),
        ),
        (
            replace(OFFER, alfabetisering_nodig=True, doelgroep=OVERIG, alfabetisering_in_pip=None),
            ON,
            ("onbekend", "het is niet bekend of het PIP tot alfabetisering verplicht"),
        ),
    ],
)
def test_alfabetisering_can_be_borrowed_when_the_pip_says_so(facts, on, answer):
    assert says(aanbod.alfabetisering_may_be_borrowed(facts, on=on)) == answer


@pytest.mark.parametrize(
    ("facts", "on", "answer"),
    [
        (
            OFFER,
            ON,
            (
                "nee",
                "de gemeente biedt geen kinderopvang; kinderopvangtoeslag vraagt men aan bij de "
                "Dienst Toeslagen",
            ),
        ),
    ],
)
def test_there_is_no_childcare(facts, on, answer):
    assert says(aanbod.gets_kinderopvang(facts, on=on)) == answer


def test_the_readings_are_shown():
    assert aanbod.aanbod_in_time(replace(OFFER, aanbod_tijdig=True), on=ON).readings == (aanbod.TIJDIG,)
    assert begeleiding.hulp_topics_open(BegeleidingFacts(), on=ON).readings == (begeleiding.VOORBEELDEN,)
    assert begeleiding.voorlichting_topics_open(BegeleidingFacts(), on=ON).readings == (
        begeleiding.VOORBEELDEN,
    )
    assert aanbod.gets_kinderopvang(OFFER, on=ON).readings == (
        "de Wet inburgering geeft zelf geen kinderopvang; toeslag volgt de Wet kinderopvang",
    )

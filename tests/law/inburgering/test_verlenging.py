from datetime import date

import pytest

from meedoen.law.inburgering import verlenging as law
from meedoen.law.inburgering.begrippen import Doelgroep, Leerroute
from meedoen.law.inburgering.verlenging import Bewijsstuk, VerlengingFacts, Verlengingsgrond

ON = date(2028, 10, 1)
PIP = date(2026, 3, 16)
ASIEL, OVERIG = Doelgroep.ASIELSTATUSHOUDER, Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT
B1, ONDERWIJS, Z = Leerroute.B1_ROUTE, Leerroute.ONDERWIJSROUTE, Leerroute.Z_ROUTE
TOO_LATE = "het college deed niet binnen 3 maanden na het PIP een aanbod"
NO_PLACE = "het taalschakeltraject kon niet binnen 6 maanden na het PIP beginnen"


def says(outcome):
    return outcome.head(), outcome.sentence()


def facts(**known):
    return VerlengingFacts(eerste_pip=PIP, **known)


@pytest.mark.parametrize(
    ("rule", "known", "answer"),
    [
        ("ziekte", {}, ("nee", "er is geen langdurige ziekte bekend")),
        (
            "ziekte",
            {"ziekte_maanden": 2, "ziekte_dagen": 30},
            ("nee", "de ziekte duurde korter dan 3 maanden achter elkaar"),
        ),
        ("ziekte", {"ziekte_maanden": 3}, ("ja", "de ziekte duurde ten minste 3 maanden achter elkaar")),
        ("overlijden", {}, ("nee", "er is geen overlijden van een naaste bekend")),
        ("overlijden", {"overlijden": True}, ("ja", "de partner, een ouder of een kind is overleden")),
        ("bevalling", {}, ("nee", "er is geen bevalling bekend")),
        ("bevalling", {"bevalling": True}, ("ja", "er was een bevalling")),
        ("blijf_huis", {}, ("nee", "er is geen verblijf in een Blijf van mijn Lijfhuis bekend")),
        (
            "blijf_huis",
            {"blijf_huis_maanden": 2},
            ("nee", "het verblijf in een Blijf van mijn Lijfhuis duurde korter dan 3 maanden"),
        ),
        (
            "blijf_huis",
            {"blijf_huis_maanden": 3},
            ("ja", "het verblijf in een Blijf van mijn Lijfhuis duurde ten minste 3 maanden"),
        ),
        ("alfabetisering", {}, ("nee", "er is geen alfabetiseringscursus bekend")),
        ("alfabetisering", {"alfabetisering_maanden": 3}, ("onbekend", "de leerroute is niet bekend")),
        (
            "alfabetisering",
            {"alfabetisering_maanden": 3, "leerroute": Z},
            ("nee", "alfabetisering verlengt alleen in de B1-route en de onderwijsroute"),
        ),
        (
            "alfabetisering",
            {"alfabetisering_maanden": 2, "leerroute": B1},
            ("nee", "de alfabetiseringscursus duurde korter dan 3 maanden"),
        ),
        (
            "alfabetisering",
            {"alfabetisering_maanden": 3, "leerroute": ONDERWIJS},
            ("ja", "de alfabetiseringscursus duurde ten minste 3 maanden"),
        ),
        ("dakloosheid", {}, ("nee", "er is geen dakloosheid bekend")),
        (
            "dakloosheid",
            {"dakloosheid_maanden": 2},
            ("nee", "de dakloosheid duurde korter dan 3 maanden"),
        ),
        (
            "dakloosheid",
            {"dakloosheid_maanden": 3},
            ("ja", "de dakloosheid duurde ten minste 3 maanden"),
        ),
        ("onderwijsroute", {}, ("nee", "er is geen wachttijd voor het taalschakeltraject bekend")),
        (
            "onderwijsroute",
            {"onderwijsroute_geen_plaats_maanden": 7},
            ("onbekend", "de leerroute is niet bekend"),
        ),
        (
            "onderwijsroute",
            {"onderwijsroute_geen_plaats_maanden": 7, "leerroute": B1},
            ("nee", "wachten op het taalschakeltraject is er alleen in de onderwijsroute"),
        ),
        (
            "onderwijsroute",
            {"onderwijsroute_geen_plaats_maanden": 6, "leerroute": ONDERWIJS},
            ("nee", "het taalschakeltraject kon binnen 6 maanden na het PIP beginnen"),
        ),
        (
            "onderwijsroute",
            {
                "onderwijsroute_geen_plaats_maanden": 6,
                "onderwijsroute_geen_plaats_dagen": 1,
                "leerroute": ONDERWIJS,
            },
            ("ja", NO_PLACE),
        ),
        (
            "onderwijsroute",
            {"onderwijsroute_geen_plaats_maanden": 7, "leerroute": ONDERWIJS},
            ("ja", NO_PLACE),
        ),
        ("geen_aanbod", {}, ("nee", "het is niet bekend dat een aanbod uitbleef")),
        ("geen_aanbod", {"geen_aanbod_maanden": 5}, ("onbekend", "de doelgroep is niet bekend")),
        (
            "geen_aanbod",
            {"geen_aanbod_maanden": 5, "doelgroep": OVERIG},
            ("nee", "een gezinsmigrant of overige migrant krijgt geen aanbod van het college"),
        ),
        (
            "geen_aanbod",
            {
                "geen_aanbod_maanden": 7,
                "doelgroep": ASIEL,
                "leerroute": ONDERWIJS,
                "onderwijsroute_geen_plaats_maanden": 7,
            },
            ("nee", "de vaste verlenging voor de onderwijsroute komt in de plaats van de duur zonder aanbod"),
        ),
        (
            "geen_aanbod",
            {"geen_aanbod_maanden": 3, "doelgroep": ASIEL},
            ("nee", "het college deed binnen 3 maanden na het PIP een aanbod"),
        ),
        (
            "geen_aanbod",
            {"geen_aanbod_maanden": 3, "geen_aanbod_dagen": 1, "doelgroep": ASIEL},
            ("ja", TOO_LATE),
        ),
        ("geen_aanbod", {"geen_aanbod_maanden": 4, "doelgroep": ASIEL}, ("ja", TOO_LATE)),
        ("probleem_aanbieder", {}, ("nee", "er is geen omstandigheid bij de aanbieder bekend")),
        (
            "probleem_aanbieder",
            {"probleem_aanbieder_maanden": 2},
            ("nee", "de vertraging door de aanbieder duurde korter dan 3 maanden"),
        ),
        (
            "probleem_aanbieder",
            {"probleem_aanbieder_maanden": 3},
            ("ja", "de vertraging door de aanbieder duurde ten minste 3 maanden"),
        ),
        ("andere_omstandigheid", {}, ("nee", "er is geen andere bijzondere omstandigheid bekend")),
        (
            "andere_omstandigheid",
            {"andere_omstandigheid_maanden": 2},
            ("nee", "de bijzondere omstandigheid duurde korter dan 3 maanden"),
        ),
        (
            "andere_omstandigheid",
            {"andere_omstandigheid_maanden": 3},
            ("ja", "de bijzondere omstandigheid duurde ten minste 3 maanden"),
        ),
    ],
)
def test_when_a_ground_extends(rule, known, answer):
    assert says(getattr(law, f"{rule}_extends")(facts(**known), on=ON)) == answer


SHORT = ("ziekte", "blijf_huis", "dakloosheid", "probleem_aanbieder", "andere_omstandigheid")


@pytest.mark.parametrize("first", SHORT)
@pytest.mark.parametrize("second", SHORT)
def test_two_short_circumstances_together_extend(first, second):
    if first == second:
        return
    known = {f"{first}_maanden": 1, f"{first}_dagen": 29, f"{second}_maanden": 1, f"{second}_dagen": 1}
    outcome = law.samenloop_extends(facts(**known, omstandigheden_aaneengesloten=True), on=ON)
    assert says(outcome) == ("ja", "de korte omstandigheden duurden samen ten minste 3 maanden achter elkaar")
    found = facts(**known, omstandigheden_aaneengesloten=True)
    assert law.verlenging_maanden(found, on=ON).value == 2
    assert law.verlenging_dagen(found, on=ON).value == 30
    found = facts(**(known | {f"{second}_dagen": 0}), omstandigheden_aaneengesloten=True)
    outcome = law.samenloop_extends(found, on=ON)
    assert says(outcome) == ("nee", "de korte omstandigheden duurden samen korter dan 3 maanden")
    assert law.verlenging_maanden(found, on=ON).value == 0
    assert law.verlenging_dagen(found, on=ON).value == 0


def test_one_short_circumstance_is_no_combination():
    found = facts(ziekte_maanden=2, ziekte_dagen=40, dakloosheid_maanden=3)
    assert says(law.samenloop_extends(found, on=ON)) == ("nee", "er zijn geen twee korte omstandigheden")
    assert says(law.short_count(found, on=ON)) == ("1", "1 omstandigheden zijn op zichzelf te kort")
    assert law.short_months(found, on=ON).sentence() == "de korte omstandigheden duurden samen 2 hele maanden"
    assert law.short_days(found, on=ON).sentence() == "de korte omstandigheden duurden samen 40 losse dagen"


@pytest.mark.parametrize(
    ("adjoin", "answer"),
    [
        (None, ("onbekend", "het is niet bekend of de omstandigheden op elkaar aansluiten")),
        (False, ("nee", "de korte omstandigheden sluiten niet op elkaar aan")),
    ],
)
def test_short_circumstances_must_adjoin(adjoin, answer):
    found = facts(ziekte_maanden=2, probleem_aanbieder_maanden=1, omstandigheden_aaneengesloten=adjoin)
    outcome = law.samenloop_extends(found, on=ON)
    assert says(outcome) == answer
    if adjoin is False:
        assert outcome.reading == "omstandigheden tellen alleen samen als er geen dagen tussen liggen"


@pytest.mark.parametrize(
    ("known", "months", "days"),
    [
        ({}, 0, 0),
        ({"ziekte_maanden": 40, "ziekte_dagen": 3}, 40, 3),
        ({"overlijden": True}, 3, 0),
        ({"bevalling": True}, 0, 112),
        ({"blijf_huis_maanden": 30, "blijf_huis_dagen": 2}, 30, 2),
        ({"alfabetisering_maanden": 5, "alfabetisering_dagen": 29, "leerroute": B1}, 5, 29),
        ({"alfabetisering_maanden": 6, "alfabetisering_dagen": 1, "leerroute": B1}, 6, 0),
        ({"alfabetisering_maanden": 7, "leerroute": B1}, 6, 0),
        ({"dakloosheid_maanden": 23, "dakloosheid_dagen": 5}, 23, 5),
        ({"dakloosheid_maanden": 24, "dakloosheid_dagen": 5}, 24, 0),
        ({"dakloosheid_maanden": 25}, 24, 0),
        ({"geen_aanbod_maanden": 5, "geen_aanbod_dagen": 4, "doelgroep": ASIEL}, 2, 4),
        ({"onderwijsroute_geen_plaats_maanden": 9, "leerroute": ONDERWIJS}, 6, 0),
        ({"probleem_aanbieder_maanden": 5, "probleem_aanbieder_dagen": 6}, 5, 6),
        ({"probleem_aanbieder_maanden": 6, "probleem_aanbieder_dagen": 6}, 6, 0),
        ({"probleem_aanbieder_maanden": 7}, 6, 0),
        ({"andere_omstandigheid_maanden": 23, "andere_omstandigheid_dagen": 7}, 23, 7),
        ({"andere_omstandigheid_maanden": 24, "andere_omstandigheid_dagen": 7}, 24, 0),
        ({"andere_omstandigheid_maanden": 25}, 24, 0),
        (
            {"ziekte_maanden": 3, "overlijden": True, "bevalling": True, "probleem_aanbieder_maanden": 3},
            9,
            112,
        ),
    ],
)
def test_how_long_the_grounds_extend(known, months, days):
    outcome = law.verlenging_maanden(facts(**known), on=ON)
    assert says(outcome) == (str(months), f"alle gronden samen geven {months} hele maanden")
    outcome = law.verlenging_dagen(facts(**known), on=ON)
    assert says(outcome) == (str(days), f"alle gronden samen geven {days} losse dagen")
    granted = law.verlenging_granted(facts(**known), on=ON)
    assert says(granted) == (
        ("ja", "er is een omstandigheid die de inburgeraar niet te verwijten valt")
        if months + days
        else ("nee", "er is geen omstandigheid die de termijn verlengt")
    )


INTERRUPTIONS = [
    (
        law.afwezig_dagen,
        ("uitgeschreven", "ingeschreven_opnieuw"),
        "de persoon is niet uitgeschreven",
        "het einde van de afwezigheid is niet bekend",
        "de afwezigheid",
    ),
    (
        law.tijdelijk_doel_dagen,
        ("tijdelijk_verblijf_begin", "tijdelijk_verblijf_einde"),
        "er was geen verblijf voor een tijdelijk doel tussendoor",
        "het einde van het verblijf voor een tijdelijk doel is niet bekend",
        "het verblijf voor een tijdelijk doel",
    ),
    (
        law.werk_onderbroken_dagen,
        ("bedienaar_onderbroken", "bedienaar_hervat"),
        "het werk als geestelijke bedienaar is niet onderbroken",
        "het is niet bekend wanneer het werk als geestelijke bedienaar is hervat",
        "de onderbreking van het werk",
    ),
]


@pytest.mark.parametrize(("rule", "names", "none", "pending", "what"), INTERRUPTIONS)
@pytest.mark.parametrize(
    ("begin", "end", "head", "because", "reading"),
    [
        (None, None, "0", "{none}", None),
        (date(2027, 10, 1), None, "onbekend", "{pending}", None),
        (date(2027, 9, 30), None, "0", "{what} duurt langer dan 1 jaar, dus eindigde de plicht", None),
        (
            date(2026, 3, 1),
            date(2026, 3, 16),
            "0",
            "{what} was voorbij voordat de termijn begon",
            "alleen een onderbreking na het eerste PIP verlengt de termijn",
        ),
        (
            date(2026, 3, 1),
            date(2026, 3, 17),
            "16",
            "{what} duurde 16 dagen",
            "de eerste dag na de onderbreking telt niet mee",
        ),
        (
            date(2027, 5, 1),
            date(2028, 5, 1),
            "366",
            "{what} duurde 366 dagen",
            "de eerste dag na de onderbreking telt niet mee",
        ),
        (
            date(2027, 5, 1),
            date(2028, 5, 2),
            "0",
            "{what} duurde langer dan 1 jaar, dus eindigde de plicht",
            None,
        ),
    ],
)
def test_an_interruption_of_at_most_a_year_makes_the_term_longer(
    rule, names, none, pending, what, begin, end, head, because, reading
):
    found = facts(**dict(zip(names, (begin, end), strict=True)))
    outcome = rule(found, on=ON)
    assert says(outcome) == (head, because.format(none=none, pending=pending, what=what))
    assert outcome.reading == reading
    total = law.verlenging_onderbreking_dagen(found, on=ON)
    assert total.head() == head
    if head != "onbekend":
        assert total.sentence() == f"de onderbrekingen duurden samen {head} dagen"


def test_interruptions_add_up():
    found = facts(
        uitgeschreven=date(2026, 5, 1),
        ingeschreven_opnieuw=date(2026, 5, 3),
        tijdelijk_verblijf_begin=date(2026, 6, 1),
        tijdelijk_verblijf_einde=date(2026, 6, 5),
        bedienaar_onderbroken=date(2026, 7, 1),
        bedienaar_hervat=date(2026, 7, 9),
    )
    assert law.verlenging_onderbreking_dagen(found, on=ON).value == 14


def test_an_interruption_is_an_extension_without_a_ground():
    found = facts(uitgeschreven=date(2027, 5, 1), ingeschreven_opnieuw=date(2027, 5, 31))
    outcome = law.verlenging_granted(found, on=ON)
    assert says(outcome) == ("ja", "de termijn wordt 30 dagen langer door de onderbreking")
    assert law.verlenging_last_day(found, on=ON).value == date(2029, 4, 15)


def test_without_a_first_pip_an_interruption_has_a_length_but_there_is_no_term():
    found = VerlengingFacts(uitgeschreven=date(2027, 5, 1), ingeschreven_opnieuw=date(2027, 5, 31))
    assert law.verlenging_onderbreking_dagen(found, on=ON).value == 30
    outcome = law.verlenging_last_day(found, on=ON)
    assert says(outcome) == ("onbekend", "er is nog geen PIP, dus de termijn is nog niet begonnen")


@pytest.mark.parametrize(
    ("rule", "what"),
    [
        ("ziekte", "de ziekte"),
        ("blijf_huis", "het verblijf in een Blijf van mijn Lijfhuis"),
        ("alfabetisering", "de alfabetiseringscursus"),
        ("dakloosheid", "de dakloosheid"),
        ("onderwijsroute", "het wachten op het taalschakeltraject"),
        ("geen_aanbod", "het wachten op een aanbod"),
        ("probleem_aanbieder", "de vertraging door de aanbieder"),
        ("andere_omstandigheid", "de bijzondere omstandigheid"),
    ],
)
def test_days_without_months_are_no_length(rule, what):
    name = {"onderwijsroute": "onderwijsroute_geen_plaats"}.get(rule, rule)
    outcome = getattr(law, f"{rule}_extends")(facts(**{f"{name}_dagen": 20}), on=ON)
    assert says(outcome) == ("onbekend", f"hoeveel hele maanden {what} duurde, is niet bekend")


@pytest.mark.parametrize(
    ("on", "special", "answer"),
    [
        (
            date(2028, 9, 15),
            True,
            ("nee", "verlengen zonder aanvraag kan pas vanaf 16 september 2028"),
        ),
        (
            date(2028, 9, 16),
            True,
            ("ja", "het is een bijzonder geval en 16 september 2028 is bereikt"),
        ),
        (
            date(2028, 9, 16),
            False,
            ("nee", "het is geen bijzonder geval, dus is een aanvraag nodig"),
        ),
        (
            date(2028, 9, 16),
            None,
            ("oordeel", "beoordeel of het geval zo bijzonder is dat DUO zonder aanvraag verlengt"),
        ),
    ],
)
def test_in_a_special_case_duo_extends_without_an_application(on, special, answer):
    assert says(law.may_extend_ambtshalve(facts(bijzonder_geval=special), on=on)) == answer


def test_the_new_last_day():
    outcome = law.verlenging_last_day(facts(), on=ON)
    assert outcome.value == date(2029, 3, 16)
    assert outcome.sentence() == "de termijn wordt niet verlengd en loopt tot en met 16 maart 2029"
    found = facts(ziekte_maanden=4, ziekte_dagen=2, verlengd_tot_en_met=date(2029, 9, 16))
    outcome = law.verlenging_last_day(found, on=ON)
    assert outcome.value == date(2030, 1, 18)
    assert outcome.sentence() == "4 maanden en 2 dagen na het einde van de termijn op 16 september 2029"
    assert outcome.reading == law.TELWIJZE


@pytest.mark.parametrize(
    ("grond", "bewijs", "sentence"),
    [
        ("ZIEKTE", "MEDISCHE_MACHTIGING", "bij langdurige ziekte hoort een medische machtiging"),
        (
            "OVERLIJDEN",
            "AKTE_VAN_OVERLIJDEN",
            "bij overlijden van een naaste hoort een afschrift van de akte",
        ),
        ("BEVALLING", "GEBOORTEAKTE", "bij een bevalling hoort een afschrift van de geboorteakte"),
        (
            "BLIJF_HUIS",
            "VERKLARING_BLIJFHUIS",
            "bij verblijf in een Blijf van mijn Lijfhuis hoort een verklaring van dat huis",
        ),
        (
            "ALFABETISERING",
            "VERKLARING_TAALSCHOOL",
            "bij een alfabetiseringscursus hoort een verklaring van de school",
        ),
        ("DAKLOOSHEID", "UITDRAAI_BRP", "bij dakloosheid hoort een uitdraai uit de BRP"),
        (
            "GEEN_AANBOD",
            "VERKLARING_COLLEGE",
            "bij uitblijven van een aanbod van het college hoort een verklaring van het college",
        ),
        (
            "ONDERWIJSROUTE_GEEN_PLAATS",
            "VERKLARING_COLLEGE",
            "bij geen plaats in het taalschakeltraject hoort een verklaring van het college",
        ),
        (
            "PROBLEEM_AANBIEDER",
            "STUKKEN_AANBIEDER",
            "bij een omstandigheid bij de aanbieder horen stukken die dat laten zien",
        ),
        (
            "ANDERE_OMSTANDIGHEID",
            "STUKKEN_OMSTANDIGHEID",
            "bij een andere bijzondere omstandigheid horen stukken die dat laten zien",
        ),
        (
            "SAMENLOOP",
            "STUKKEN_PER_OMSTANDIGHEID",
            "bij twee of meer omstandigheden samen horen de stukken van elk ervan",
        ),
    ],
)
def test_the_evidence_of_each_ground(grond, bewijs, sentence):
    outcome = law.verlenging_bewijs(facts(grond=Verlengingsgrond[grond]), on=ON)
    assert (outcome.value, outcome.sentence()) == (Bewijsstuk[bewijs], sentence)


def test_without_a_ground_the_evidence_is_not_known():
    assert law.verlenging_bewijs(facts(), on=ON).sentence() == "de grond voor verlenging is niet bekend"


@pytest.mark.parametrize(
    ("on", "answer"),
    [
        (date(2028, 9, 15), ("nee", "aanvragen kan pas vanaf 16 september 2028")),
        (date(2028, 9, 16), ("ja", "aanvragen kan van 16 september 2028 tot en met 16 maart 2029")),
        (date(2029, 3, 16), ("ja", "aanvragen kan van 16 september 2028 tot en met 16 maart 2029")),
        (date(2029, 3, 17), ("nee", "de termijn is op 16 maart 2029 geëindigd")),
    ],
)
def test_extension_is_requested_in_the_last_six_months(on, answer):
    outcome = law.may_request_verlenging(facts(), on=on)
    assert says(outcome) == answer
    assert (outcome.reading is None) is ("pas" in answer[1])


def test_duo_decides_within_eight_weeks():
    outcome = law.verlenging_besluit_due(facts(verlenging_aangevraagd=date(2028, 10, 2)), on=ON)
    assert outcome.value == date(2028, 11, 27)
    assert outcome.sentence() == "8 weken na de ontvangst van de aanvraag op 2 oktober 2028"
    outcome = law.verlenging_besluit_due(facts(), on=ON)
    assert outcome.sentence() == "er is geen aanvraag van verlenging bekend"

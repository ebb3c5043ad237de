"""The regelingen, agreements and judgments that the rules cite.

The versions are the consolidated texts known when the rules were written; a deep link opens the one of its
day.
"""

from datetime import date

from .kernel.calendar import ATW
from .kernel.citation import Agreement, Judgment, Source

IN_WERKING = date(2022, 1, 1)
"""The day on which the Wet, the Besluit and the Regeling inburgering 2021 came into force."""

WI = Source(
    "wi2021",
    "BWBR0044770",
    "Wi 2021",
    "Wet inburgering 2021",
    (IN_WERKING, date(2023, 1, 1), date(2025, 10, 21)),
)

BI = Source(
    "bi2021",
    "BWBR0045555",
    "Bi 2021",
    "Besluit inburgering 2021",
    (
        IN_WERKING,
        date(2023, 1, 1),
        date(2024, 1, 1),
        date(2024, 4, 17),
        date(2024, 6, 12),
        date(2025, 9, 1),
        date(2025, 11, 20),
        date(2026, 4, 2),
    ),
)

RI = Source(
    "ri2021",
    "BWBR0045574",
    "Ri 2021",
    "Regeling inburgering 2021",
    (
        IN_WERKING,
        date(2022, 10, 1),
        date(2023, 1, 1),
        date(2023, 4, 1),
        date(2024, 10, 1),
        date(2025, 7, 1),
        date(2025, 10, 1),
        date(2026, 4, 18),
    ),
)

PW = Source("pw", "BWBR0015703", "Pw", "Participatiewet", (IN_WERKING,))

AWB = Source("awb", "BWBR0005537", "Awb", "Algemene wet bestuursrecht", (date(1994, 1, 1),))

AOW = Source("aow", "BWBR0002221", "AOW", "Algemene Ouderdomswet", (date(2022, 1, 1),))

DUO_MAP = Agreement("duo/map", "DUO", "voorwaarden MAP", "https://github.com/duonl/gemeente-m2m-inburgering")

DUO_TOEGANG = Agreement(
    "duo/toegang", "DUO", "toegang tot gegevens", "https://github.com/duonl/gemeente-m2m-inburgering"
)

DUO_PIP = Agreement("duo/pip", "DUO", "voorwaarden PIP", "https://github.com/duonl/gemeente-m2m-inburgering")

DUO_PVT = Agreement("duo/pvt", "DUO", "voorwaarden PVT", "https://github.com/duonl/gemeente-m2m-inburgering")

DUO_Z_ROUTE = Agreement(
    "duo/z-route", "DUO", "voorwaarden Z-route", "https://github.com/duonl/gemeente-m2m-inburgering"
)

DUO_AANBOD = Agreement(
    "duo/aanbod", "DUO", "voorwaarden aanbod", "https://github.com/duonl/gemeente-m2m-inburgering"
)

DUO_UREN = Agreement(
    "duo/uren", "DUO", "tellers van gevolgde uren", "https://github.com/duonl/gemeente-m2m-inburgering"
)

DUO_CONTACTPERSOON = Agreement(
    "duo/contactpersoon", "DUO", "contactpersoon", "https://github.com/duonl/gemeente-m2m-inburgering"
)

DUO_DOELGROEP = Agreement(
    "duo/doelgroep", "DUO", "doelgroepen", "https://github.com/duonl/gemeente-m2m-inburgering"
)

DUO_EINDDATUMS = Agreement(
    "duo/einddatums",
    "DUO",
    "hoe einddatums worden geschreven",
    "https://github.com/duonl/gemeente-m2m-inburgering",
)

DUO_SIGNALEN = Agreement(
    "duo/signalen", "DUO", "attentiesignalen", "https://github.com/duonl/gemeente-m2m-inburgering"
)

WESTERWOLDE = Judgment("ECLI:NL:RVS:2024:5413", "ABRvS", date(2024, 12, 24))
"""PIPs annulled because the college had not seriously looked at the onderwijsroute."""

UTRECHT = Judgment("ECLI:NL:RBMNE:2024:2554", "Rechtbank Midden-Nederland", date(2024, 4, 11))
"""No right to begin at A2 in a PIP for the B1-route."""

REGELINGEN = (WI, BI, RI, PW, AWB, ATW, AOW)

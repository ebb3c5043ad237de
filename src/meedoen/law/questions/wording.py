"""What questions, their parts and facts are called for a Dutch reader.

A name that is not listed reads as its own words, so that a new question or fact needs no line here.
"""

from collections.abc import Mapping

TITLES: Mapping[str, str] = {
    "volgende_stap": "Volgende stap",
    "inburgeringsplicht": "Inburgeringsplicht",
    "pip_deadline": "Uiterste datum voor het PIP",
    "pip_inhoud": "Wat in het PIP moet staan",
    "oproep": "Oproepen voor de brede intake",
    "brede_intake": "Inhoud van de brede intake",
    "inburgeringstermijn": "Inburgeringstermijn",
    "leerroute": "Keuze van de leerroute",
    "leerroute_switch": "Wijzigen van de leerroute",
    "a2": "Examen op niveau A2",
    "pvt": "Participatieverklaringstraject (PVT)",
    "map": "Module Arbeidsmarkt en Participatie (MAP)",
    "z_route": "Z-route",
    "z_route_uren": "Uren van de Z-route",
    "aanbod": "Wat de gemeente en DUO bieden",
    "lening": "Lening van DUO",
    "bezwaartermijn": "Bezwaar",
    "bewaartermijn": "Bewaren van gegevens",
    "duo_pip": "Neemt DUO het PIP aan?",
    "duo_map": "Neemt DUO de MAP aan?",
    "duo_toegang": "Toegang tot gegevens bij DUO",
}

PARTS: Mapping[str, str] = {
    "volgende_stap.stap": "wat er nu moet gebeuren",
    "volgende_stap.due": "uiterlijk",
    "inburgeringsplicht.plichtig": "inburgeringsplichtig",
    "inburgeringsplicht.since": "plichtig sinds",
    "pip_deadline.last_day": "laatste dag",
    "oproep.warn": "waarschuwen en opnieuw oproepen",
    "oproep.complete_in_absentia": "afronden zonder de inburgeraar",
    "inburgeringstermijn.first_day": "eerste dag",
    "inburgeringstermijn.last_day": "laatste dag",
    "inburgeringstermijn.duo_end": "einde zoals DUO het schrijft",
    "inburgeringstermijn.exceeded": "termijn voorbij",
    "inburgeringstermijn.verlenging_aanvragen_vanaf": "verlenging aanvragen kan vanaf",
    "leerroute.may_choose": "overwegingen vastgelegd",
    "leerroute.onderwijsroute_applies": "onderwijsroute past",
    "leerroute.b1_route_applies": "B1-route past",
    "leerroute.z_route_applies": "Z-route past",
    "leerroute.z_route_considered": "Z-route goed overwogen",
    "leerroute_switch.allowed": "wijzigen mag",
    "leerroute_switch.until": "wijzigen kan tot en met",
    "a2.may_examine_at_a2": "examen op niveau A2 mag",
    "pvt.required": "PVT is verplicht",
    "pvt.hours": "uren PVT",
    "pvt.completed": "PVT is klaar",
    "map.required": "MAP is verplicht",
    "map.hours": "uren MAP",
    "map.completed": "MAP is klaar",
    "z_route.completed": "Z-route is klaar",
    "z_route.cursusuren": "uren les",
    "z_route.participatie_uren": "uren participatie",
    "z_route_uren.cursusuren_left": "uren les nog te gaan",
    "z_route_uren.participatie_uren_left": "uren participatie nog te gaan",
    "aanbod.brede_intake": "brede intake",
    "aanbod.leerroute": "cursus of opleiding van de gemeente",
    "aanbod.begeleiding_vanaf": "maatschappelijke begeleiding vanaf",
    "aanbod.lening": "lening van DUO",
    "aanbod.kosteloze_examenpogingen": "kosteloze examenpogingen per onderdeel",
    "ontzorgen.applies": "de gemeente betaalt de vaste lasten",
    "ontzorgen.last_day": "laatste dag",
    "lening.max_eur": "ten hoogste",
    "bezwaartermijn.first_day": "eerste dag",
    "bezwaartermijn.last_day": "laatste dag",
    "bezwaartermijn.possible": "bezwaar kan nog",
    "bewaartermijn.delete_by": "verwijderen uiterlijk",
    "bewaartermijn.core_delete_by": "kern verwijderen uiterlijk",
}

FACTS: Mapping[str, str] = {
    "kennisgeving": "kennisgeving van DUO",
    "inschrijving": "inschrijving in de gemeente",
    "inschrijving_nieuwe_gemeente": "inschrijving na verhuizing uit een andere gemeente",
    "bekendmaking": "dag van bekendmaking",
    "eerste_pip": "dagtekening van het eerste PIP",
    "pip_vastgesteld": "dagtekening van het PIP van deze gemeente",
    "pip_concept": "dag waarop het concept-PIP klaar was",
    "informatie_derde_gevraagd": "informatie gevraagd aan een derde",
    "informatie_derde_ontvangen": "informatie ontvangen van een derde",
    "bijstand_vanaf": "recht op bijstand vanaf",
    "wil_beroeps_of_hoger_onderwijs": "wil beroeps- of hoger onderwijs volgen",
    "overweging_b1_route": "overweging van de B1-route",
    "overweging_onderwijsroute": "overweging van de onderwijsroute",
    "participatie_uren": "uren participatie",
    "participatie_uren_brede_intake": "uren participatie in de brede intake",
    "nt2_uren_voor_overstap": "uren NT2 voor de overstap",
    "knm_uren_voor_overstap": "uren KNM voor de overstap",
    "pvt_uren": "uren PVT",
    "pvt_activiteiten": "activiteiten van het PVT",
    "map_uren": "uren praktische inzet van de MAP",
    "map_eindgesprek": "eindgesprek van de MAP",
    "z_eindgesprek": "eindgesprek van de Z-route",
    "overstap_van": "leerroute voor de overstap",
    "ontheffing_leerbaarheidstoets": "ontheffing van de leerbaarheidstoets",
    "eerdere_leerroute": "leerroute van een eerdere gemeente",
    "van": "huidige leerroute",
    "naar": "nieuwe leerroute",
    "referent": "bij wie de persoon verblijft",
    "in_azc": "woont in een AZC",
    "nt2_uren": "gevolgde cursusuren NT2",
    "lbt_uitslag": "uitslag van de leerbaarheidstoets",
    "leerbaarheidstoets": "dag van de leerbaarheidstoets",
    "plicht_geeindigd": "einde van de inburgeringsplicht",
    "plichtig_onder_oude_wet": "plichtig onder de oude Wet inburgering",
    "aow_datum": "dag van de AOW-leeftijd",
    "grote_kans_op_diploma": "oordeel over een grote kans op een diploma",
    "redelijkerwijs_niet_in_staat": "oordeel dat examen en taalschakeltraject buiten bereik zijn",
    "voldoende_inzet": "oordeel over de inzet bij de lessen",
    "b1_haalbaar": "oordeel of B1 haalbaar is binnen de termijn",
    "bijzonder_geval": "oordeel dat het een bijzonder geval is",
}

LETTERS = {
    *("pip", "pvt", "map", "knm", "vve", "aow", "duo", "nt2", "lbt", "eu", "rwn", "coa", "azc", "brp", "pw"),
    *("b1", "a2", "ind", "spuk"),
}


def title(question: str) -> str:
    """Return what a question is called, with a capital."""
    words = TITLES.get(question) or in_words(question)
    return words[:1].upper() + words[1:]


def part_label(question: str, part: str) -> str:
    """Return what one part of the answer is called."""
    return PARTS.get(f"{question}.{part}") or in_words(part)


def fact_label(name: str) -> str:
    """Return what a fact is called."""
    return FACTS.get(name) or in_words(name)


def in_words(name: str) -> str:
    """Return a name as words: "pip_herroepen" is "PIP herroepen"."""
    return " ".join(word.upper() if word in LETTERS else word for word in name.split("_"))

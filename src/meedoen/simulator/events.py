"""The events of DUO's catalogue, by code, in words of our own for the trainer."""

EVENTS = {
    "SS101": "Inburgeringsplicht begonnen",
    "SS102": "Inburgeringstermijn begonnen",
    "SS103": "Termijn verlengd door DUO zelf",
    "SS104": "Termijn verlengd op aanvraag",
    "SS106": "Geslaagd: diploma",
    "SS107": "Vrijstelling van alles",
    "SS108": "Ontheffing van alles",
    "SS109": "Vrijstelling voor een tijd",
    "SS110": "Inburgeringsplicht vervallen",
    "SS111": "Overleden",
    "SS113": "Verlenging geweigerd",
    "SS114": "Vrijstelling van alles geweigerd",
    "SS115": "Vrijstelling voor een tijd geweigerd",
    "SS116": "Vrijstelling van een deel geweigerd",
    "SS117": "Vrijstelling van een deel",
    "SS118": "Ontheffing geweigerd",
    "SS119": "Ontheffing van een deel",
    "SS120": "Komt in de gemeente wonen, zonder PIP",
    "SS121": "Komt in de gemeente wonen, met PIP van een andere gemeente",
    "SS124": "Doelgroep: van asiel naar gezin of overig",
    "SS125": "Doelgroep: van gezin of overig naar asiel",
    "SS128": "Inburgeringsplicht begonnen, AOW binnen zes maanden",
    "SS129": "Vrijstelling voor een tijd voorbij, zonder leerroute",
    "SS130": "Vrijstelling voor een tijd voorbij, met PIP",
    "SS131": "Uitslag van de leerbaarheidstoets",
    "SS137": "Aangemeld voor de leerbaarheidstoets",
    "SS139": "Inburgeringsplicht begonnen en tien weken voor het PIP gaan lopen",
    "SS199": "Uitslag van een examen",
}
"""What DUO tells by machine."""

ATTENTION = {
    "SS112": "Verlenging aangevraagd",
    "SS122": "Vertrokken naar een andere gemeente",
    "SS123": "Vertrokken uit Nederland",
    "SS126": "Tien weken voorbij, geen leerroute",
    "SS127": "Nog geen inburgeringsaanbod",
    "SS132": "Contract met een school, maar geen PIP",
    "SS133": "Contract met een ander niveau dan de leerroute",
    "SS135": "Contract met een te hoog niveau voor de Z-route",
    "SS136": "Contract voor taalschakeling buiten de onderwijsroute",
    "SS140": "Ontheffing om bijzondere omstandigheden gevraagd: advies gewenst",
    "SS141": "Tekst van het certificaat Z-route klaar",
    "SS142": "Opleiding die niet vrijstelt, is gestopt",
}
"""Attention signals: DUO shows these in its portal and does not send them by machine yet."""

ALL = EVENTS | ATTENTION

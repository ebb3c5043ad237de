"""What can be wrong with a message, or with the connection, that DUO has no text for: what to do, by whom."""

from dataclasses import dataclass

from meedoen.domain.regio.models import Rol


@dataclass(frozen=True)
class Fault:
    """A fault: what to do (after it comes the message), why, whose work it is and where it is done."""

    titel: str
    uitleg: str
    rol: str
    waar: str


GEEN_BSN = Fault(
    "Vul het BSN in",
    "DUO kent mensen bij hun BSN en dat ontbreekt in dit dossier. Vul het in en verstuur het bericht "
    "opnieuw.",
    Rol.KLANTMANAGER,
    "gegevens",
)
ONBEKEND = Fault(
    "Zoek uit waarom DUO dit niet kent",
    "DUO heeft niets gevonden bij dit BSN of bij wat het bericht noemt. Controleer het BSN en of de persoon "
    "bij uw gemeente hoort, en verstuur het bericht opnieuw.",
    Rol.KLANTMANAGER,
    "gegevens",
)
ONBEKEND_NUMMER = Fault(
    "Zoek uit waarom DUO deze contactpersoon niet kent",
    "DUO vindt niets bij het nummer van deze contactpersoon. Meld de contactpersoon opnieuw aan.",
    Rol.TEAMLEIDER,
    "contactpersonen",
)
VORM = Fault(
    "Zoek uit wat er mis is met dit bericht",
    "DUO kan het bericht niet lezen: een waarde of het bericht zelf heeft niet de vorm die DUO vraagt. "
    "Verbeter de gegevens; kan dat niet, meld het dan aan de beheerder van Meedoen.",
    Rol.TEAMLEIDER,
    "bericht",
)
AFSPRAAK = Fault(
    "Zoek uit wat DUO met dit bericht deed",
    "Het antwoord van DUO is anders dan is afgesproken; het is niet zeker of DUO het bericht heeft verwerkt. "
    "Kijk in het Portaal Inburgering en meld het aan de beheerder van Meedoen.",
    Rol.TEAMLEIDER,
    "bericht",
)
GEEN_TOEGANG = Fault(
    "Herstel de aansluiting op DUO",
    "DUO herkent uw gemeente niet. Controleer het OIN van de gemeente, het certificaat en de autorisatie bij "
    "DUO. Wat klaarstaat, gaat vanzelf als de aansluiting weer werkt.",
    Rol.BEHEERDER,
    "aansluiting",
)
CERTIFICAAT = Fault(
    "Herstel de verbinding met DUO",
    "Er komt geen beveiligde verbinding met DUO tot stand. Controleer de instellingen, het eigen "
    "certificaat, de sleutel en de keten van DUO. Wat klaarstaat, gaat vanzelf als dat is hersteld.",
    Rol.BEHEERDER,
    "aansluiting",
)
STORING = Fault(
    "Houd rekening met een storing bij DUO",
    "DUO is al een tijd niet bereikbaar. Wat klaarstaat, gaat vanzelf zodra DUO er weer is. Heeft iets "
    "haast, bel dan DUO.",
    Rol.TEAMLEIDER,
    "duo",
)
KOMT_NIET = Fault(
    "Kijk waarom dit bericht niet bij DUO komt",
    "DUO antwoordt op dit bericht met een fout, terwijl andere berichten wel aankomen. Meedoen blijft het "
    "proberen. Heeft het haast, geef het dan door in het Portaal Inburgering en bel DUO.",
    Rol.KLANTMANAGER,
    "bericht",
)
NIETS_TE_VERWIJDEREN = Fault(
    "Kijk of dit bij DUO nog moet worden verwijderd",
    "DUO vindt niets om te verwijderen: het is er niet (meer), of DUO kent de persoon niet. Is het er niet, "
    "laat het bericht dan vervallen.",
    Rol.KLANTMANAGER,
    "bericht",
)

"""Facts that the law asks and nobody told yet: why they matter, and where to fill them in."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from meedoen.domain.dossier.models import Dossier
from meedoen.law.inburgering.begrippen import Doelgroep, Verblijfsdoel, Verblijfstitel
from meedoen.law.inburgering.pip import PIP_TERMIJN
from meedoen.law.sources import IN_WERKING


@dataclass(frozen=True)
class Missing:
    """One unknown fact, what depends on it, and the field to fill it in."""

    label: str
    why: str
    url: str


# Field of the person or the dossier, label, and what depends on it.
ABOUT_PERSON = (
    ("geboortedatum", "Geboortedatum", "De plicht hangt af van de leeftijd. Vraag de BRP of DUO."),
    ("taal", "Taal voor contact", "Nodig voor brieven en een tolk. Vraag het bij het eerste gesprek."),
)
ABOUT_CASE = (
    ("doelgroep", "Doelgroep", "Bepaalt welk aanbod de gemeente doet. Het staat in de kennisgeving van DUO."),
    ("verblijfstitel", "Verblijfstitel", "Bepaalt de plicht en de termijnen. Het staat in de BRP."),
    ("bekendmaking_on", "Dag van de vergunning", "De plicht begint op die dag. DUO of het COA weet hem."),
    ("kennisgeving_on", "Kennisgeving van DUO", "Vanaf die dag lopen de {weken} voor het PIP."),
)


def missing_facts(dossier: Dossier, *, on: date) -> list[Missing]:
    """Return what is not known of a dossier and matters to the law of that day, the most important first."""
    weken = PIP_TERMIJN.at(max(on, IN_WERKING))
    person_url = reverse("klantmanager:gegevens-persoon", args=[dossier.pk])
    case_url = reverse("klantmanager:gegevens-dossier", args=[dossier.pk])
    persoon = dossier.inburgeringsplichtige
    found = [
        Missing(label, why.format(weken=weken), f"{case_url}#id_{name}")
        for name, label, why in (*ABOUT_CASE, *_by_situation(dossier))
        if not getattr(dossier, name)
    ]
    found += [
        Missing(label, why, f"{person_url}#id_{name}")
        for name, label, why in ABOUT_PERSON
        if not getattr(persoon, name)
    ]
    if not persoon.bsn_index and not persoon.v_nummer_index:
        found.append(
            Missing(
                "BSN of V-nummer",
                "Zonder nummer herkennen DUO en het COA de persoon niet.",
                f"{person_url}#id_nieuw_v_nummer",
            )
        )
    return found


def _by_situation(dossier: Dossier) -> list[tuple[str, str, str]]:
    """Return the facts that matter only for some groups."""
    asks = []
    if not dossier.inburgeringsplichtige.in_azc:
        asks.append(
            (
                "inschrijving_on",
                "Inschrijving in de gemeente",
                "Bij asiel lopen de {weken} pas na de inschrijving. Het staat in de BRP.",
            )
        )
    if dossier.verblijfstitel == Verblijfstitel.REGULIER_BEPAALDE_TIJD:
        asks.append(("verblijfsdoel", "Verblijfsdoel", "Bij een tijdelijk doel is er geen plicht."))
    if dossier.verblijfsdoel == Verblijfsdoel.GEZIN:
        asks.append(("referent", "Bij wie de persoon verblijft", "Bepaalt de doelgroep (Wi art. 13)."))
    if dossier.eerste_pip_elders:
        asks.append(("eerste_pip_on", "Dagtekening van het eerste PIP", "Dan begon de inburgeringstermijn."))
    if dossier.koppeling_on is None and dossier.doelgroep == Doelgroep.ASIELSTATUSHOUDER:
        asks.append(("koppeling_on", "Dag van de koppeling", "Vanaf dan kan de intake al in het AZC."))
    return asks

"""From a dossier to what the law asks about the plicht and about keeping data: the one bridge."""

from meedoen.law.inburgering.begrippen import Referent, Verblijfsdoel, Verblijfstitel
from meedoen.law.inburgering.bewaring import BewaarFacts
from meedoen.law.inburgering.plicht import PlichtFacts

from .models import Dossier


def plicht_facts(dossier: Dossier) -> PlichtFacts:
    """Return what the plicht and the doelgroep depend on; None is not known or not kept.

    The nationality is kept as a word and not as a code, and exceptions, vrijstelling and ontheffing are not
    kept at all: nothing is said about them.
    """
    return PlichtFacts(
        geboortedatum=dossier.inburgeringsplichtige.geboortedatum,
        verblijfstitel=Verblijfstitel(dossier.verblijfstitel) if dossier.verblijfstitel else None,
        verblijfsdoel=Verblijfsdoel(dossier.verblijfsdoel) if dossier.verblijfsdoel else None,
        referent=Referent(dossier.referent) if dossier.referent else None,
        bekendmaking=dossier.bekendmaking_on,
    )


def bewaar_facts(dossier: Dossier) -> BewaarFacts:
    """Return what the keeping of data depends on."""
    return BewaarFacts(plicht_geeindigd=dossier.plicht_einde_on)

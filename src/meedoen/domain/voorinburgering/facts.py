"""From a dossier to what the law asks about the voorinburgering: the one bridge."""

from meedoen.domain.dossier.models import Dossier
from meedoen.law.inburgering.begrippen import Verblijfstitel
from meedoen.law.inburgering.voorinburgering import VoorinburgeringFacts


def voorinburgering_facts(dossier: Dossier) -> VoorinburgeringFacts:
    """Return what the offer of voorinburgering depends on; None is not known."""
    return VoorinburgeringFacts(
        verblijfstitel=Verblijfstitel(dossier.verblijfstitel) if dossier.verblijfstitel else None,
        inschrijving=dossier.inschrijving_on,
    )

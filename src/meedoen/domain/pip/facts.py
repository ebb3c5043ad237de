"""From a dossier to what the law asks about its PIP: the one bridge."""

from datetime import date

from meedoen.domain.dossier.models import Dossier
from meedoen.law.inburgering.begrippen import Doelgroep, Verblijfstitel
from meedoen.law.inburgering.pip import PIPFacts

from .models import PIP, Informatieverzoek

ESTABLISHED = frozenset(
    {PIP.Status.VASTGESTELD, PIP.Status.UITGEREIKT, PIP.Status.VERVANGEN, PIP.Status.INGETROKKEN}
)
"""The versions that were once a decision, whatever became of them."""


def pip_facts(dossier: Dossier) -> PIPFacts:
    """Return what the deadline of the PIP depends on; None is not known or has not happened.

    Reads `dossier.informatieverzoeken`; prefetch it for many dossiers.
    """
    verzoek = counting_request(dossier)
    return PIPFacts(
        kennisgeving=dossier.kennisgeving_on,
        inschrijving=dossier.inschrijving_on,
        doelgroep=Doelgroep(dossier.doelgroep) if dossier.doelgroep else None,
        verblijfstitel=Verblijfstitel(dossier.verblijfstitel) if dossier.verblijfstitel else None,
        eerste_pip=dossier.eerste_pip_on,
        inschrijving_nieuwe_gemeente=dossier.inschrijving_on if dossier.eerste_pip_elders else None,
        informatie_derde_gevraagd=verzoek.gevraagd_on if verzoek else None,
        informatie_derde_ontvangen=verzoek.ontvangen_on if verzoek else None,
    )


def counting_request(dossier: Dossier) -> Informatieverzoek | None:
    """Return the request to a third party that the term waits for (Bi art. 5.3 lid 2).

    An open one before one that was answered: as long as anything is awaited, the PIP
    waits. Of the open ones the first asked, because only what was asked within the
    term counts; of the answered ones the last answer, because from then the PIP could
    be made.
    """
    verzoeken = list(dossier.informatieverzoeken.all())
    if waiting := [verzoek for verzoek in verzoeken if verzoek.ontvangen_on is None]:
        return min(waiting, key=lambda verzoek: verzoek.gevraagd_on)
    return max(verzoeken, key=lambda verzoek: verzoek.ontvangen_on, default=None)


def own_pip_on(dossier: Dossier) -> date | None:
    """Return the dagtekening of the first PIP that this gemeente made; None as long as there is none.

    A first PIP of another gemeente starts the inburgeringstermijn, but does not
    answer this gemeente's own duty after a move.
    """
    made = [
        pip.dagtekening_on
        for pip in dossier.pips.all()
        if pip.dagtekening_on is not None and pip.status in ESTABLISHED
    ]
    if dossier.eerste_pip_elders:
        arrived = dossier.inschrijving_on
        return min((day for day in made if arrived is None or day >= arrived), default=None)
    return dossier.eerste_pip_on or min(made, default=None)

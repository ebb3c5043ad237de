"""The shape of the table of events: what a code of DUO means and what must be done."""

from dataclasses import dataclass

from meedoen.domain.regio.models import Rol
from meedoen.law.kernel.dutch import in_dutch

from .aanleiding import Aanleiding, Uiterlijk, bezwaar_day, pip_day

WAAR = {
    "aanbod": "Inburgeringsaanbod",
    "dossier": "Dossier",
    "einde": "Einde van de plicht en van het dossier",
    "gegevens": "Gegevens van de persoon",
    "intake": "Brede intake",
    "leerbaarheidstoets": "Leerbaarheidstoets",
    "leerroute": "Leerroute",
    "notificatie": "De gebeurtenis van DUO",
    "pip": "PIP",
    "resultaten": "Examens, PVT, MAP en Z-route",
    "uren": "Gevolgde uren",
    "verhuizing": "Verhuizing en overdracht",
}
"""Where a task of an event is done: key of `TAAK_PAGES`, and what that page is called."""

INTERFACE_OF = {
    "pip-raadplegen": "pip",
    "uren-raadplegen": "uren",
    "map-raadplegen": "map",
    "pvt-raadplegen": "pvt",
    "examenresultaten": "examens",
    "lbt-resultaten": "lbt",
}
"""Under which name the answer of a reading operation is kept, where that is not the name of the operation."""


def interface_of(operation: str) -> str:
    """Return under which name the answer of a reading operation is kept in an `Aanlevering`."""
    return INTERFACE_OF.get(operation, operation)


@dataclass(frozen=True, slots=True)
class Opdracht:
    """A task that an event makes.

    Attributes:
        titel: what to do, in the imperative; no BSN and nothing about health.
        uitleg: why; ``{bezwaar}`` is the last day for bezwaar and ``{pip}`` the last day for the PIP.
        uiterlijk: by when.
        waar: key of `WAAR`.
        rol: for whom.
        reading: our own choice, when neither the law nor DUO prescribes the task or its date.
    """

    titel: str
    uitleg: str
    uiterlijk: Uiterlijk
    waar: str = "dossier"
    rol: str = Rol.KLANTMANAGER
    reading: str = ""

    def explained(self, found: Aanleiding) -> str:
        """Return why, with the days that the table leaves open filled in."""
        days = {"pip": pip_day(found), "bezwaar": bezwaar_day(found)}
        return self.uitleg.format(
            **{name: in_dutch(day) if day else "nog niet bekend" for name, day in days.items()}
        )


@dataclass(frozen=True, slots=True)
class Betekenis:
    """What one code of DUO means here.

    Attributes:
        code: gebeurtenisId, such as ``SS131``.
        zin: what happened, a Dutch sentence without its full stop.
        haal: reading operations that tell what DUO knows about it now.
        taak: what must be done; None when nothing must.
        geen_taak: why nothing must be done.
        achterhaald_door: codes that make its task needless when DUO registered one of them later.
        plicht: whether DUO must say, after this event, that there is a plicht; None is either.
        seint_zelf: DUO sends it by the interface; False for an attention signal, in the portal until SDI008.
    """

    code: str
    zin: str
    haal: tuple[str, ...]
    taak: Opdracht | None = None
    geen_taak: str = ""
    achterhaald_door: frozenset[str] = frozenset()
    plicht: bool | None = None
    seint_zelf: bool = True

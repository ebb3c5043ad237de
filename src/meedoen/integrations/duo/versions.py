"""Which version of each of DUO's interfaces Meedoen speaks: the one place to change.

Source: the published files of 11 June 2026. The major version stands in the address (``/v1``).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Interface:
    """One interface.

    Attributes:
        name: what DUO calls it.
        version: the version we speak, MAJOR.MINOR.PATCH.
        file: name of the published description.
    """

    name: str
    version: str
    file: str

    @property
    def prefix(self) -> str:
        """What comes before the path: the major version."""
        return f"/v{self.major}"

    @property
    def major(self) -> str:
        """The part of the version within which we understand each other."""
        return self.version.partition(".")[0]


NOTIFICATIE = Interface("Notificatie", "1.8.0", "Notificatie.openapi.yml")
INBURGERINGSPLICHT = Interface("Inburgeringsplicht", "1.2.2", "Inburgeringsplicht.openapi.yml")
LEERBAARHEIDSTOETS = Interface("Leerbaarheidstoets", "1.2.0", "Leerbaarheidstoets.openapi.yml")
INBURGERINGSTERMIJN = Interface("Inburgeringstermijn", "1.0.0", "Inburgeringstermijn.openapi.yml")
VRIJSTELLING = Interface("Vrijstelling", "1.0.0", "Vrijstelling.openapi.yml")
ONTHEFFING = Interface("Ontheffing", "1.0.0", "Ontheffing.openapi.yml")
PIP = Interface("PIP", "1.2.0", "PIP.openapi.yml")
CONTACTPERSOON = Interface("Contactpersoon", "1.0.0", "Contactpersoon.openapi.yml")
INBURGERINGSAANBOD = Interface("Inburgeringsaanbod", "1.2.0", "Inburgeringsaanbod.openapi.yml")
MAP_PVT_ZROUTE = Interface("MAP, PVT en Z-route", "1.0.0", "MAP-PVT-Zroute.openapi.yml")
GEVOLGDE_UREN = Interface("Gevolgde uren", "1.0.0", "GevolgdeUren.openapi.yml")
EXAMEN = Interface("Examen", "1.0.0", "Examen.openapi.yml")

INTERFACES = (
    *(NOTIFICATIE, INBURGERINGSPLICHT, LEERBAARHEIDSTOETS, INBURGERINGSTERMIJN, VRIJSTELLING, ONTHEFFING),
    *(PIP, CONTACTPERSOON, INBURGERINGSAANBOD, MAP_PVT_ZROUTE, GEVOLGDE_UREN, EXAMEN),
)
"""The twelve."""

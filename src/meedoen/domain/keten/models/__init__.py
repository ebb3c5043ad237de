"""What others told us and what we told them: deliveries, the outbox and inbox of DUO, tasks, differences."""

from .aanlevering import Aanlevering, Bron, Ontheffing
from .aansluiting import Contactpersoon, DUOAansluiting, Instelling, Verlengingsgrond
from .bericht import Bericht, Poging
from .notificatie import Notificatie
from .taak import Taak
from .verschil import Vergelijking, Verschil

__all__ = [
    "Aanlevering",
    "Bericht",
    "Bron",
    "Contactpersoon",
    "DUOAansluiting",
    "Instelling",
    "Notificatie",
    "Ontheffing",
    "Poging",
    "Taak",
    "Vergelijking",
    "Verlengingsgrond",
    "Verschil",
]

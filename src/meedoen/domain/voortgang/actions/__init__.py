"""Verbs on what happens on the way: check with DUO's conditions, write, publish, queue the message."""

from .aanbod import change_aanbod, offer_aanbod, withdraw_aanbod
from .contactpersonen import (
    change_contactpersoon,
    link_contactpersoon,
    link_dossiers_of,
    link_own_contactpersoon,
    register_contactpersoon,
    remove_contactpersoon,
    unlink_contactpersoon,
)
from .leerbaarheidstoets import may_skip_lbt, skip_lbt
from .resultaten import register_resultaat, withdraw_resultaat
from .sending import Sendable, send_again, sendable
from .uren import register_uren

__all__ = [
    "Sendable",
    "change_aanbod",
    "change_contactpersoon",
    "link_contactpersoon",
    "link_dossiers_of",
    "link_own_contactpersoon",
    "may_skip_lbt",
    "offer_aanbod",
    "register_contactpersoon",
    "register_resultaat",
    "register_uren",
    "remove_contactpersoon",
    "send_again",
    "sendable",
    "skip_lbt",
    "unlink_contactpersoon",
    "withdraw_aanbod",
    "withdraw_resultaat",
]

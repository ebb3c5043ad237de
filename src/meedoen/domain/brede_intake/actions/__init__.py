"""Verbs of the brede intake: check, write, publish the event."""

from .antwoorden import Conflict, Given, Recorded, confirm_answers, record_answers
from .gesprekken import change_gesprek, record_gesprek
from .gezondheid import save_gezondheid
from .intake import (
    IntakeIncomplete,
    begin_intake,
    complete_in_absentia,
    complete_intake,
    offer_private_talk,
    reopen_intake,
    skip_after_move,
)
from .leerbaarheidstoets import (
    apply_for_leerbaarheidstoets,
    grant_ontheffing,
    record_uitslag,
    take_over_uitslag,
)
from .oproepen import record_uitkomst, send_oproep, send_waarschuwing

__all__ = [
    "Conflict",
    "Given",
    "IntakeIncomplete",
    "Recorded",
    "apply_for_leerbaarheidstoets",
    "begin_intake",
    "change_gesprek",
    "complete_in_absentia",
    "complete_intake",
    "confirm_answers",
    "grant_ontheffing",
    "offer_private_talk",
    "record_answers",
    "record_gesprek",
    "record_uitkomst",
    "record_uitslag",
    "reopen_intake",
    "save_gezondheid",
    "send_oproep",
    "send_waarschuwing",
    "skip_after_move",
    "take_over_uitslag",
]

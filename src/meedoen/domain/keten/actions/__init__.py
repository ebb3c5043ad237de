"""Verbs of the chain: keep what was told, queue what must be told, make and finish tasks."""

from .answers import Antwoord, keep_answer
from .deliveries import keep_deliveries
from .inbox import NotKept, keep_notificatie
from .inbox_claims import claim_notificaties, give_back, hurry_notificaties, note_fault, postpone
from .inbox_handling import NOT_ASKED, Gevraagd, settle
from .inbox_unknown import (
    adopt_late,
    adopt_notificaties,
    ask_teamleider,
    close_notificatie,
    find_dossiers,
    link_notificatie,
)
from .outbox import drop_bericht, queue_bericht, replace_bericht
from .sending_by_hand import (
    HIGHEST_NUMBER,
    give_number,
    make_unsent_ready,
    mark_refused_by_hand,
    mark_sent_by_hand,
    retry_now,
)
from .sending_claims import anything_due, claim_due, free_stale, unclaim
from .sending_results import Attempt, accept_bericht, postpone_bericht, refuse_bericht, stop_bericht
from .tasks import drop_taak, finish_taak, make_taak

__all__ = [
    "HIGHEST_NUMBER",
    "NOT_ASKED",
    "Antwoord",
    "Attempt",
    "Gevraagd",
    "NotKept",
    "accept_bericht",
    "adopt_late",
    "adopt_notificaties",
    "anything_due",
    "ask_teamleider",
    "claim_due",
    "claim_notificaties",
    "close_notificatie",
    "drop_bericht",
    "drop_taak",
    "find_dossiers",
    "finish_taak",
    "free_stale",
    "give_back",
    "give_number",
    "hurry_notificaties",
    "keep_answer",
    "keep_deliveries",
    "keep_notificatie",
    "link_notificatie",
    "make_taak",
    "make_unsent_ready",
    "mark_refused_by_hand",
    "mark_sent_by_hand",
    "note_fault",
    "postpone",
    "postpone_bericht",
    "queue_bericht",
    "refuse_bericht",
    "replace_bericht",
    "retry_now",
    "settle",
    "stop_bericht",
    "unclaim",
]

"""Verbs of the chain: keep what was told, queue what must be told, make and finish tasks."""

from .deliveries import keep_deliveries
from .inbox import NotKept, keep_notificatie
from .outbox import drop_bericht, queue_bericht, replace_bericht
from .sending_by_hand import (
    give_number,
    make_unsent_ready,
    mark_refused_by_hand,
    mark_sent_by_hand,
    retry_now,
)
from .sending_claims import anything_due, claim_due, free_stale
from .sending_results import Attempt, accept_bericht, postpone_bericht, refuse_bericht, stop_bericht
from .tasks import drop_taak, finish_taak, make_taak

__all__ = [
    "Attempt",
    "NotKept",
    "accept_bericht",
    "anything_due",
    "claim_due",
    "drop_bericht",
    "drop_taak",
    "finish_taak",
    "free_stale",
    "give_number",
    "keep_deliveries",
    "keep_notificatie",
    "make_taak",
    "make_unsent_ready",
    "mark_refused_by_hand",
    "mark_sent_by_hand",
    "postpone_bericht",
    "queue_bericht",
    "refuse_bericht",
    "replace_bericht",
    "retry_now",
    "stop_bericht",
]

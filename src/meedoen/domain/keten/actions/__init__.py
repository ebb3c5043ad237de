"""Verbs of the chain: keep what was told, queue what must be told, make and finish tasks."""

from .deliveries import keep_deliveries
from .inbox import NotKept, keep_notificatie
from .outbox import drop_bericht, queue_bericht, replace_bericht
from .tasks import drop_taak, finish_taak, make_taak

__all__ = [
    "NotKept",
    "drop_bericht",
    "drop_taak",
    "finish_taak",
    "keep_deliveries",
    "keep_notificatie",
    "make_taak",
    "queue_bericht",
    "replace_bericht",
]

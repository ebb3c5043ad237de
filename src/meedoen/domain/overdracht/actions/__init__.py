"""Verbs of a move: record it, ask, give, receive, take over, and trust a key."""

from .incoming import ask_previous, put_aside, receive, take_over
from .keys import trust_key, withdraw_key
from .outgoing import keep_pack, record_departure, record_new_pip, record_request, refuse_to_give, tick_off

__all__ = [
    "ask_previous",
    "keep_pack",
    "put_aside",
    "receive",
    "record_departure",
    "record_new_pip",
    "record_request",
    "refuse_to_give",
    "take_over",
    "tick_off",
    "trust_key",
    "withdraw_key",
]

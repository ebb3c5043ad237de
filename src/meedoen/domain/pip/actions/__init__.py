"""Verbs on the leerroute and the PIP: check, write, publish the event."""

from .afspraken import add_afspraak, change_afspraak, move_afspraak, remove_afspraak
from .decision import establish_pip, hand_over_pip, withdraw_pip
from .draft import check_pip, discard_draft, save_draft, start_draft
from .informatieverzoeken import receive_information, request_information
from .leerroute import ChoiceRefused, Problem, choice_problems, choose_leerroute, reopen_choice, save_keuze
from .vertalingen import save_vertaling

__all__ = [
    "ChoiceRefused",
    "Problem",
    "add_afspraak",
    "change_afspraak",
    "check_pip",
    "choice_problems",
    "choose_leerroute",
    "discard_draft",
    "establish_pip",
    "hand_over_pip",
    "move_afspraak",
    "receive_information",
    "remove_afspraak",
    "reopen_choice",
    "request_information",
    "save_draft",
    "save_keuze",
    "save_vertaling",
    "start_draft",
    "withdraw_pip",
]

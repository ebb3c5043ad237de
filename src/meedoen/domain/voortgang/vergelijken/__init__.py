"""What DUO knows beside what we know, field by field; a person resolves what differs."""

from .compare import compare_dossiers, compare_gemeente
from .resolve import keep_ours, take_all_empty, take_from_duo
from .selectors import Regel, beside, beside_many, open_verschillen
from .velden import VELDEN, Veld

__all__ = [
    "VELDEN",
    "Regel",
    "Veld",
    "beside",
    "beside_many",
    "compare_dossiers",
    "compare_gemeente",
    "keep_ours",
    "open_verschillen",
    "take_all_empty",
    "take_from_duo",
]

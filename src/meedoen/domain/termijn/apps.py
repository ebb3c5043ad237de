"""What must happen next in each dossier, as the law computes it."""

from django.apps import AppConfig


class TermijnConfig(AppConfig):
    """What must happen next in each dossier, as the law computes it."""

    name = "meedoen.domain.termijn"
    label = "termijn"

"""Oproepen, conversations, what the person told, and the leerbaarheidstoets (Wi art. 14)."""

from django.apps import AppConfig


class BredeIntakeConfig(AppConfig):
    """Oproepen, conversations, what the person told, and the leerbaarheidstoets (Wi art. 14)."""

    name = "meedoen.domain.brede_intake"
    label = "brede_intake"

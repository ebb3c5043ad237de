"""The case of one inburgeringsplichtige and its memory."""

from django.apps import AppConfig


class DossierConfig(AppConfig):
    """The case of one inburgeringsplichtige and its memory."""

    name = "meedoen.domain.dossier"
    label = "dossier"

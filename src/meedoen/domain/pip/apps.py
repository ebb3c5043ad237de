"""The leerroute with its motivation, and the PIP in versions (Wi art. 15)."""

from django.apps import AppConfig


class PIPConfig(AppConfig):
    """The leerroute with its motivation, and the PIP in versions (Wi art. 15)."""

    name = "meedoen.domain.pip"
    label = "pip"

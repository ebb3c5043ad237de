"""The app of gemeenten and the people who work for them."""

from django.apps import AppConfig


class RegioConfig(AppConfig):
    """Gemeenten, medewerkers, roles, and the log of use."""

    name = "meedoen.domain.regio"
    label = "regio"
    verbose_name = "Regio"

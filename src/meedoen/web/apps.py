"""The app of all pages."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Templates, static files and signals of log-in."""

    name = "meedoen.web"
    label = "web"

    def ready(self) -> None:
        """Write log-ins and refusals in the security log."""
        from meedoen.web import evidence

        evidence.connect()

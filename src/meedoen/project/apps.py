"""What must happen once, when everything is loaded."""

from django.apps import AppConfig


class ProjectConfig(AppConfig):
    """Connects the reactions to the events of the domain."""

    name = "meedoen.project"
    label = "project"

    def ready(self) -> None:
        """Subscribe the reactions."""
        from meedoen import reactions
        from meedoen.integrations.brp import connection as brp

        reactions.connect()
        brp.connect()

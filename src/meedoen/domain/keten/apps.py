"""What COA, DUO, BRP and imports told us, as they told it, with both dates."""

from django.apps import AppConfig


class KetenConfig(AppConfig):
    """What COA, DUO, BRP and imports told us, as they told it, with both dates."""

    name = "meedoen.domain.keten"
    label = "keten"

"""Moving house: what the old gemeente gives, what the new one reads, and the keys between them."""

from django.apps import AppConfig


class OverdrachtConfig(AppConfig):
    """Moving house: what the old gemeente gives, what the new one reads, and the keys between them."""

    name = "meedoen.domain.overdracht"
    label = "overdracht"

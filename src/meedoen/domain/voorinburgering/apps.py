"""The time in the AZC: voorinburgering, what COA and the BRP tell, and the warm handover."""

from django.apps import AppConfig


class VoorinburgeringConfig(AppConfig):
    """The time in the AZC: voorinburgering, what COA and the BRP tell, and the warm handover."""

    name = "meedoen.domain.voorinburgering"
    label = "voorinburgering"

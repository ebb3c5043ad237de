"""What the person does on the way: aanbod, hours, PVT, MAP and the end of the Z-route."""

from django.apps import AppConfig


class VoortgangConfig(AppConfig):
    """What the person does on the way: aanbod, hours, PVT, MAP and the end of the Z-route."""

    name = "meedoen.domain.voortgang"
    label = "voortgang"

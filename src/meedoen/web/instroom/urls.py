"""Addresses of these pages."""

from django.urls import path

from . import bestand, dubbel, kolommen, nieuw, overzicht, voorbeeld

app_name = "instroom"
urlpatterns = [
    path("", overzicht.overzicht, name="overzicht"),
    path("nieuw/", nieuw.nieuw, name="nieuw"),
    path("<int:import_id>/kolommen/", kolommen.kolommen, name="kolommen"),
    path("<int:import_id>/", voorbeeld.voorbeeld, name="voorbeeld"),
    path("<int:import_id>/dubbel/", dubbel.dubbel, name="dubbel"),
    path("<int:import_id>/overnemen/", bestand.overnemen, name="overnemen"),
    path("<int:import_id>/voortgang/", bestand.voortgang, name="voortgang"),
    path("<int:import_id>/verder/", bestand.verder, name="verder"),
    path("<int:import_id>/weggooien/", bestand.weggooien, name="weggooien"),
    path("<int:import_id>/terug/", bestand.terug, name="terug"),
]

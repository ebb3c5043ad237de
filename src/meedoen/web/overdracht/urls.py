"""Addresses of these pages."""

from django.urls import path

from . import ontvangen, pakket, sleutels, verhuizing

app_name = "overdracht"
DOSSIER = "dossiers/<int:dossier_id>/verhuizing/"
MOVE = DOSSIER + "<int:verhuizing_id>/"

urlpatterns = [
    path(DOSSIER, verhuizing.verhuizing, name="verhuizing"),
    path(DOSSIER + "vertrek/", verhuizing.vertrek, name="vertrek"),
    path(DOSSIER + "gekomen/", verhuizing.gekomen, name="gekomen"),
    path(DOSSIER + "overnemen/", verhuizing.verschillen, name="verschillen"),
    path(DOSSIER + "ontvangen/<int:ontvangen_id>/", verhuizing.inhoud, name="inhoud"),
    path(MOVE + "verzoek/", verhuizing.verzoek, name="verzoek"),
    path(MOVE + "nieuw-pip/", verhuizing.nieuw_pip, name="nieuw-pip"),
    path(MOVE + "afvinken/", verhuizing.afvinken, name="afvinken"),
    path(MOVE + "geven/", pakket.geven, name="geven"),
    path(MOVE + "bestand/<int:pakket_id>/", pakket.bestand, name="bestand"),
    path("overdracht/", ontvangen.overzicht, name="overzicht"),
    path("overdracht/nieuw/", ontvangen.nieuw, name="nieuw"),
    path("overdracht/<int:ontvangen_id>/", ontvangen.voorbeeld, name="voorbeeld"),
    path("overdracht/<int:ontvangen_id>/wegleggen/", ontvangen.wegleggen, name="wegleggen"),
    path("beheer/overdracht/", sleutels.sleutels, name="sleutels"),
    path("beheer/overdracht/<int:gemeente_id>/sleutel/", sleutels.eigen, name="eigen-sleutel"),
    path("beheer/overdracht/<int:gemeente_id>/vertrouwen/", sleutels.vertrouwen, name="vertrouwen"),
    path("beheer/overdracht/sleutels/<int:sleutel_id>/intrekken/", sleutels.intrekken, name="intrekken"),
]

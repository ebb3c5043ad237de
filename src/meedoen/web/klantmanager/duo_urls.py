"""Addresses of the DUO pages of a dossier."""

from django.urls import path

from . import duo, duo_klaarzetten, duo_portaal, verschillen

DUO = "dossiers/<int:dossier_id>/duo/"

urlpatterns: list = [
    path(DUO, duo.duo, name="duo"),
    path(DUO + "vraag/", duo.vraag, name="duo-vraag"),
    path(DUO + "taken/<int:taak_id>/", duo.taak, name="taak"),
    path(DUO + "verschillen/", verschillen.verschillen, name="verschillen"),
    path(DUO + "verschillen/<int:verschil_id>/", verschillen.oplossen, name="verschil-oplossen"),
    path(DUO + "klaarzetten/", duo_klaarzetten.klaarzetten, name="duo-klaarzetten"),
    path(DUO + "klaarzetten/nummer/", duo_klaarzetten.nummer, name="duo-nummer"),
    path(DUO + "portaal/", duo_portaal.portaal, name="duo-portaal"),
    path(DUO + "portaal/ontheffingen/", duo_portaal.ontheffingen, name="duo-portaal-ontheffingen"),
    path(DUO + "portaal/<slug:interface>/", duo_portaal.overnemen, name="duo-portaal-interface"),
]

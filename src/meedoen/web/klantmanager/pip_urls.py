"""Addresses of the leerroute and the PIP."""

from django.urls import path

from . import afspraken, informatieverzoeken, leerroute, pip, pip_besluit, vertalingen

ROUTE = "dossiers/<int:dossier_id>/leerroute/"
PIP = "dossiers/<int:dossier_id>/pip/"
ONE = PIP + "<int:pip_id>/"
AGREED = ONE + "afspraken/<int:afspraak_id>/"
ASKED = "dossiers/<int:dossier_id>/informatieverzoeken/"

urlpatterns = [
    path(ROUTE, leerroute.leerroute, name="leerroute"),
    path(ROUTE + "bewaren/", leerroute.bewaren, name="leerroute-bewaren"),
    path(ROUTE + "heropenen/", leerroute.heropenen, name="leerroute-heropenen"),
    path(PIP, pip.pip, name="pip"),
    path(PIP + "beginnen/", pip.beginnen, name="pip-beginnen"),
    path(ONE, pip.versie, name="pip-versie"),
    path(ONE + "bewerken/", pip.bewerken, name="pip-bewerken"),
    path(ONE + "bewaren/", pip.bewaren, name="pip-bewaren"),
    path(ONE + "weggooien/", pip.weggooien, name="pip-weggooien"),
    path(ONE + "controleren/", pip_besluit.controleren, name="pip-controleren"),
    path(ONE + "vaststellen/", pip_besluit.vaststellen, name="pip-vaststellen"),
    path(ONE + "uitreiken/", pip_besluit.uitreiken, name="pip-uitreiken"),
    path(ONE + "intrekken/", pip_besluit.intrekken, name="pip-intrekken"),
    path(ONE + "documenten/", pip.documenten, name="pip-documenten"),
    path(ONE + "voorbeeld/<slug:soort>/", pip.voorbeeld, name="pip-voorbeeld"),
    path(ONE + "vergelijken/<int:other_id>/", pip.vergelijken, name="pip-vergelijken"),
    path(ONE + "vertalingen/", vertalingen.vertalingen, name="vertalingen"),
    path(ONE + "afspraken/nieuw/", afspraken.nieuw, name="afspraak-nieuw"),
    path(AGREED, afspraken.afspraak, name="afspraak"),
    path(AGREED + "verplaatsen/", afspraken.verplaatsen, name="afspraak-verplaatsen"),
    path(AGREED + "weghalen/", afspraken.weghalen, name="afspraak-weghalen"),
    path(ASKED, informatieverzoeken.informatieverzoeken, name="informatieverzoeken"),
    path(ASKED + "<int:verzoek_id>/", informatieverzoeken.ontvangen, name="informatieverzoek"),
]

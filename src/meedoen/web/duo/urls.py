"""Addresses of these pages."""

from django.urls import path

from . import berichten, klaarzetten, meldingen, overnemen, overzicht, scholen, taken, verschillen

app_name = "duo"
urlpatterns: list = [
    path("", overzicht.overzicht, name="overzicht"),
    path("stand/", overzicht.stand, name="stand"),
    path("excel/", overzicht.excel, name="excel"),
    path("berichten/<int:bericht_id>/", berichten.bericht, name="bericht"),
    path("berichten/<int:bericht_id>/ingevoerd/", berichten.ingevoerd, name="bericht-ingevoerd"),
    path("berichten/<int:bericht_id>/geweigerd/", berichten.geweigerd, name="bericht-geweigerd"),
    path("berichten/<int:bericht_id>/vervallen/", berichten.vervallen, name="bericht-vervallen"),
    path("berichten/<int:bericht_id>/opnieuw/", berichten.opnieuw, name="bericht-opnieuw"),
    path("klaarzetten/", klaarzetten.klaarzetten, name="klaarzetten"),
    path("klaarzetten/excel/", klaarzetten.excel, name="klaarzetten-excel"),
    path("overnemen/", overnemen.overnemen, name="overnemen"),
    path("scholen/", scholen.scholen, name="scholen"),
    path("scholen/nieuw/", scholen.nieuw, name="school-nieuw"),
    path("scholen/<int:school_id>/", scholen.school, name="school"),
    path("verschillen/", verschillen.verschillen, name="verschillen"),
    path("verschillen/overnemen/", verschillen.alles, name="verschillen-alles"),
    path("onbekend/", meldingen.onbekend, name="onbekend"),
    path("meldingen/<int:notificatie_id>/", meldingen.melding, name="melding"),
    path("meldingen/<int:notificatie_id>/koppelen/", meldingen.koppelen, name="melding-koppelen"),
    path("meldingen/<int:notificatie_id>/opnieuw/", meldingen.opnieuw, name="melding-opnieuw"),
    path("meldingen/<int:notificatie_id>/afsluiten/", meldingen.afsluiten, name="melding-afsluiten"),
    path("taken/<int:taak_id>/", taken.taak, name="taak"),
]

"""Addresses of these pages."""

from django.urls import path

from meedoen.web.duo import aansluiting

from . import huisstijl, medewerkers

app_name = "beheer"
urlpatterns: list = [
    path("medewerkers/", medewerkers.medewerkers, name="medewerkers"),
    path("medewerkers/nieuw/", medewerkers.nieuw, name="medewerker-nieuw"),
    path("medewerkers/<int:medewerker_id>/", medewerkers.medewerker, name="medewerker"),
    path(
        "medewerkers/<int:medewerker_id>/rollen/<int:aanstelling_id>/beeindigen/",
        medewerkers.rol_beeindigen,
        name="rol-beeindigen",
    ),
    path("medewerkers/<int:medewerker_id>/blokkeren/", medewerkers.blokkeren, name="blokkeren"),
    path("medewerkers/<int:medewerker_id>/sessies/", medewerkers.sessies, name="sessies"),
    path(
        "medewerkers/<int:medewerker_id>/wachtwoordlink/", medewerkers.wachtwoordlink, name="wachtwoordlink"
    ),
    path("duo/", aansluiting.kiezen, name="duo"),
    path("duo/<int:gemeente_id>/", aansluiting.aansluiting, name="duo-gemeente"),
    path("huisstijl/", huisstijl.overzicht, name="huisstijl"),
    path("huisstijl/<int:gemeente_id>/", huisstijl.huisstijl, name="huisstijl-gemeente"),
    path("huisstijl/<int:gemeente_id>/logo/", huisstijl.logo, name="logo"),
    path("huisstijl/<int:gemeente_id>/beleid/", huisstijl.beleid, name="beleid"),
    path("huisstijl/<int:gemeente_id>/partners/", huisstijl.partners, name="partners"),
    path(
        "huisstijl/<int:gemeente_id>/partners/<int:partner_id>/weghalen/",
        huisstijl.partner_weg,
        name="partner-weg",
    ),
]

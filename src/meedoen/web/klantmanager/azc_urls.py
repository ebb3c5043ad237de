"""Addresses of the time in the AZC and of the BRP."""

from django.urls import path

from . import azc, brp

AZC = "dossiers/<int:dossier_id>/azc/"
BRP = "dossiers/<int:dossier_id>/brp/"

urlpatterns = [
    path(AZC, azc.azc, name="azc"),
    path(AZC + "gegevens/", azc.gegevens, name="azc-gegevens"),
    path(AZC + "gezondheid/", azc.gezondheid, name="azc-gezondheid"),
    path(AZC + "overnemen/", azc.overnemen, name="azc-overnemen"),
    path(AZC + "overdracht/<slug:punt>/", azc.punt, name="azc-punt"),
    path(BRP, brp.brp, name="brp"),
    path(BRP + "navragen/", brp.navragen, name="brp-navragen"),
    path(BRP + "overnemen/", brp.overnemen, name="brp-overnemen"),
]

"""Addresses of the brede intake, the calls and the leerbaarheidstoets."""

from django.urls import path

from . import (
    gezondheid,
    intake,
    intake_afronden,
    intake_secties,
    intakegesprekken,
    leerbaarheidstoets,
    oproepen,
)

INTAKE = "dossiers/<int:dossier_id>/intake/"
CALLS = "dossiers/<int:dossier_id>/oproepen/"
TOETS = "dossiers/<int:dossier_id>/leerbaarheidstoets/"

urlpatterns = [
    path(INTAKE, intake.intake, name="intake"),
    path(INTAKE + "bevestigen/", intake.bevestigen, name="intake-bevestigen"),
    path(INTAKE + "privegesprek/", intake.privegesprek, name="intake-privegesprek"),
    path(INTAKE + "afronden/", intake_afronden.afronden, name="intake-afronden"),
    path(INTAKE + "afronden-zonder/", intake_afronden.verstek, name="intake-verstek"),
    path(INTAKE + "overslaan/", intake_afronden.overslaan, name="intake-overslaan"),
    path(INTAKE + "heropenen/", intake_afronden.heropenen, name="intake-heropenen"),
    path(INTAKE + "gesprekken/", intakegesprekken.gesprekken, name="intakegesprekken"),
    path(INTAKE + "gesprekken/<int:gesprek_id>/", intakegesprekken.gesprek, name="intakegesprek"),
    path(INTAKE + "gezondheid/", gezondheid.gezondheid, name="gezondheid"),
    path(INTAKE + "<slug:sectie>/", intake_secties.sectie, name="intake-sectie"),
    path(INTAKE + "<slug:sectie>/bewaren/", intake_secties.bewaren, name="intake-bewaren"),
    path(CALLS, oproepen.oproepen, name="oproepen"),
    path(CALLS + "nieuw/", oproepen.nieuw, name="oproep-nieuw"),
    path(CALLS + "<int:oproep_id>/", oproepen.oproep, name="oproep"),
    path(TOETS, leerbaarheidstoets.leerbaarheidstoets, name="leerbaarheidstoets"),
    path(TOETS + "aanmelding/", leerbaarheidstoets.aanmelden, name="leerbaarheidstoets-aanmelden"),
    path(TOETS + "uitslag/", leerbaarheidstoets.uitslag, name="leerbaarheidstoets-uitslag"),
    path(TOETS + "overname/", leerbaarheidstoets.overnemen, name="leerbaarheidstoets-overnemen"),
    path(TOETS + "ontheffing/", leerbaarheidstoets.ontheffing, name="leerbaarheidstoets-ontheffing"),
]

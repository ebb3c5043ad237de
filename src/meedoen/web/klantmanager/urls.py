"""Addresses of these pages."""

from django.urls import path

from . import (
    documenten,
    dossier,
    export,
    gegevens,
    huishouden,
    intake_urls,
    notities,
    pip_urls,
    toewijzen,
    waarneming,
    weergaven,
    werkvoorraad,
    zoeken,
)

app_name = "klantmanager"
urlpatterns: list = [
    path("dossiers/nieuw/", gegevens.nieuw, name="dossier-nieuw"),
    path("dossiers/<int:dossier_id>/", dossier.dossier, name="dossier"),
    path("dossiers/<int:dossier_id>/gegevens/", gegevens.gegevens, name="gegevens"),
    path("dossiers/<int:dossier_id>/gegevens/persoon/", gegevens.wijzig_persoon, name="gegevens-persoon"),
    path("dossiers/<int:dossier_id>/gegevens/verblijf/", gegevens.wijzig_dossier, name="gegevens-dossier"),
    path("dossiers/<int:dossier_id>/gegevens/nummers/", gegevens.toon_nummers, name="toon-nummers"),
    path("dossiers/<int:dossier_id>/gegevens/geschiedenis/", gegevens.geschiedenis, name="geschiedenis"),
    path("dossiers/<int:dossier_id>/einde/", gegevens.einde, name="einde"),
    path("dossiers/<int:dossier_id>/heropenen/", gegevens.heropenen, name="heropenen"),
    path("dossiers/<int:dossier_id>/huishouden/", huishouden.huishouden, name="huishouden"),
    path("dossiers/<int:dossier_id>/huishouden/verlaten/", huishouden.verlaten, name="huishouden-verlaten"),
    path("dossiers/<int:dossier_id>/aanleveringen/", documenten.aanleveringen, name="aanleveringen"),
    path("dossiers/<int:dossier_id>/documenten/", documenten.documenten, name="documenten"),
    path("dossiers/<int:dossier_id>/documenten/<int:document_id>/", documenten.document, name="document"),
    path("dossiers/<int:dossier_id>/notities/", notities.notities, name="notities"),
    path("dossiers/<int:dossier_id>/notities/<int:notitie_id>/", notities.notitie, name="notitie"),
    path("dossiers/<int:dossier_id>/logboek/", documenten.logboek, name="logboek"),
    path("dossiers/<int:dossier_id>/waarneming/", waarneming.waarneming, name="waarneming"),
    path("dossiers/<int:dossier_id>/waarneming/stoppen/", waarneming.stoppen, name="waarneming-stoppen"),
    path("waarnemingen/", waarneming.waarnemingen, name="waarnemingen"),
    path("werkvoorraad/", werkvoorraad.werkvoorraad, name="werkvoorraad"),
    path("werkvoorraad/excel/", export.werkvoorraad_excel, name="werkvoorraad-excel"),
    path("werkvoorraad/toewijzen/", toewijzen.toewijzen, name="toewijzen"),
    path("werkvoorraad/kolommen/", weergaven.kolommen_kiezen, name="kolommen"),
    path("werkvoorraad/weergaven/", weergaven.bewaren, name="weergave-bewaren"),
    path("werkvoorraad/weergaven/<int:weergave_id>/", weergaven.wijzigen, name="weergave"),
    path("dossiers/<int:dossier_id>/oppakken/", toewijzen.oppakken, name="oppakken"),
    path("zoeken/", zoeken.zoeken, name="zoeken"),
    path("zoeken/excel/", export.zoeken_excel, name="zoeken-excel"),
    *pip_urls.urlpatterns,
    *intake_urls.urlpatterns,
]

"""Addresses of the voortgang and the contactpersonen."""

from django.urls import path

from . import (
    bijzonderheden,
    contactpersoon,
    voortgang,
    voortgang_aanbod,
    voortgang_lbt,
    voortgang_resultaten,
    voortgang_uren,
)

VOORTGANG = "dossiers/<int:dossier_id>/voortgang/"
AANBOD = VOORTGANG + "aanbod/<int:aanbod_id>/"
CONTACT = "contactpersonen/"

urlpatterns = [
    path(VOORTGANG, voortgang.voortgang, name="voortgang"),
    path(VOORTGANG + "aanbod/nieuw/", voortgang_aanbod.nieuw, name="aanbod-nieuw"),
    path(AANBOD, voortgang_aanbod.wijzigen, name="aanbod"),
    path(AANBOD + "intrekken/", voortgang_aanbod.intrekken, name="aanbod-intrekken"),
    path(VOORTGANG + "uren/<slug:urensoort>/", voortgang_uren.uren, name="uren"),
    path(VOORTGANG + "resultaat/<slug:onderdeel>/", voortgang_resultaten.resultaat, name="resultaat"),
    path(
        VOORTGANG + "resultaat/<slug:onderdeel>/intrekken/",
        voortgang_resultaten.intrekken,
        name="resultaat-intrekken",
    ),
    path(VOORTGANG + "sturen/<slug:wat>/", voortgang.sturen, name="voortgang-sturen"),
    path(VOORTGANG + "leerbaarheidstoets/", voortgang_lbt.overslaan, name="lbt-overslaan"),
    path(VOORTGANG + "bijzonderheden/", bijzonderheden.bijzonderheden, name="bijzonderheden"),
    path(VOORTGANG + "contactpersoon/", contactpersoon.koppelen, name="contactpersoon-koppelen"),
    path(CONTACT, contactpersoon.contactpersonen, name="contactpersonen"),
    path(CONTACT + "nieuw/", contactpersoon.nieuw, name="contactpersoon-nieuw"),
    path(CONTACT + "<int:contactpersoon_id>/", contactpersoon.contactpersoon, name="contactpersoon"),
    path(
        CONTACT + "<int:contactpersoon_id>/verwijderen/",
        contactpersoon.verwijderen,
        name="contactpersoon-verwijderen",
    ),
]

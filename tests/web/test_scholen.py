"""The page Scholen: a gemeente without connection adds a school, and records an aanbod there."""

import re
import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from meedoen.domain.keten.models import Instelling
from meedoen.domain.regio.models import Beveiligingsgebeurtenis
from meedoen.domain.voortgang.models import Inburgeringsaanbod
from tests.domain.voortgang_examples import own_pip, school

LIST, NEW = "/duo/scholen/", "/duo/scholen/nieuw/"
TYPED = {"nummer": "0000000777", "naam": "Taalhuis", "plaatsnaam": "Leusden", "bow_keurmerk": "True"}


def post(client, url, **data):
    return client.post(url, {"verzending": str(uuid.uuid4()), "tst_keurmerk": "None", **data})


def text(response, status=200):
    assert response.status_code == status
    return response.content.decode()


def stood(shown):
    return re.search(r'name="stond" value="([0-9a-f]+)"', shown).group(1)


def checked(shown):
    radios = re.findall(r'<input[^>]*type="radio"[^>]*>', shown)
    return [
        (re.search(r'name="([a-z_]+)"', one).group(1), re.search(r'value="(\w+)"', one).group(1))
        for one in radios
        if "checked" in one
    ]


def test_who_may_see_and_add(as_, world):
    for who, status in {"alice": 200, "tineke": 200, "aad": 403, "bas": 403, "ingrid": 403}.items():
        assert as_(who).get(LIST).status_code == status
        assert as_(who).get(NEW).status_code == status


def test_without_a_list_a_school_is_added_from_the_aanbod_and_offered_there(world, as_):
    today, client = localdate(), as_("alice")
    dossier = world.dossier(world.alice, bekendmaking_on=today - timedelta(days=200))
    with world.scope():
        own_pip(world, dossier, on=today - timedelta(days=100))
    form = reverse("klantmanager:aanbod-nieuw", args=[dossier.pk])
    link = f"{NEW}?dossier={dossier.pk}"
    assert f'href="{link}"' in text(client.get(form))
    offer = {"aanbod_on": f"{today:%d-%m-%Y}", "alfabetisering": "NVT"}
    refused = text(post(client, form, instelling="Taalhuis", **offer))
    assert "De lijst met scholen is nog leeg. Voeg de school toe met de link in dit formulier." in refused
    added = post(client, link, **TYPED)
    assert (added.status_code, added["Location"]) == (302, form)
    kept = Instelling.objects.get()
    assert (kept.instellingsnummer, str(kept)) == ("0000000777", "Taalhuis, Leusden")
    assert (kept.bow_keurmerk, kept.tst_keurmerk, kept.gezien_on) == (True, None, today)
    assert "Taalhuis, Leusden (0000000777)" in text(client.get(form))
    post(client, form, instelling="Taalhuis, Leusden (0000000777)", **offer)
    with world.scope():
        assert Inburgeringsaanbod.objects.get().instelling == kept
    noted = Beveiligingsgebeurtenis.objects.get(name="school met de hand vastgelegd")
    assert (noted.actor, noted.detail) == (world.alice, "0000000777 Taalhuis, Leusden")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"nummer": "777"}, "Een instellingsnummer heeft precies 10 cijfers of letters."),
        ({"nummer": "00000007777"}, "Een instellingsnummer heeft precies 10 cijfers of letters."),
        ({"nummer": "0000/00777"}, "Een instellingsnummer heeft precies 10 cijfers of letters."),
        ({"naam": ""}, "Dit veld is verplicht"),
        ({"bow_keurmerk": "misschien"}, "misschien"),
    ],
)
def test_what_cannot_be_is_said_and_what_was_typed_stays(as_, world, typed, sentence):
    shown = text(post(as_("alice"), NEW, **{**TYPED, **typed}), 422)
    assert sentence in shown
    assert 'value="Leusden"' in shown
    assert not Instelling.objects.exists()


def test_a_number_that_is_there_is_shown_beside_what_was_typed_and_then_changed(as_, world):
    school("0000000777", "Oude Naam", bow=None)
    client = as_("alice")
    asked = text(post(client, NEW, **TYPED), 422)
    assert "Deze school staat al in de lijst." in asked
    assert "U typte" in asked
    assert "Oude Naam" in asked
    assert Instelling.objects.get().naam == "Oude Naam"
    again = post(client, NEW, **TYPED, stond=stood(asked))
    assert (again.status_code, again["Location"]) == (302, LIST)
    kept = Instelling.objects.get()
    assert (kept.naam, kept.bow_keurmerk, kept.gezien_on) == ("Taalhuis", True, localdate())


def test_a_change_of_a_colleague_meanwhile_is_not_overwritten_unseen(as_, world):
    found = school("0000000777", "Taalhuis", tst=None)
    url = reverse("duo:school", args=[found.pk])
    shown = text(as_("alice").get(url))
    assert 'name="nummer"' not in shown
    assert checked(shown) == [("bow_keurmerk", "True"), ("tst_keurmerk", "None")]
    Instelling.objects.filter(pk=found.pk).update(naam="Van de collega")
    mine = {"naam": "Van mij", "plaatsnaam": "Leusden", "bow_keurmerk": "True"}
    asked = text(post(as_("alice"), url, **mine, stond=stood(shown)), 422)
    assert "Iemand anders heeft deze school gewijzigd." in asked
    assert Instelling.objects.get().naam == "Van de collega"
    assert post(as_("alice"), url, **mine, stond=stood(asked)).status_code == 302
    assert Instelling.objects.get().naam == "Van mij"


def test_the_list_is_searched_and_tells_the_keurmerk_and_the_day(as_, world):
    school("0000000777", "Taalhuis", bow=True, tst=None)
    school("0000000888", "Leerplein", bow=False, tst=True)
    client = as_("tineke")
    shown = text(client.get(LIST))
    assert "2 scholen" in shown
    assert "geen keurmerk" in shown
    assert "erkend" in shown
    assert "1 juni 2026" in shown
    for typed in ("taalh", "0000000777"):
        found = text(client.get(LIST, {"zoek": typed}))
        assert "Taalhuis" in found
        assert "Leerplein" not in found
    assert "Niets gevonden" in text(client.get(LIST, {"zoek": "bestaat niet"}))
    assert ">Scholen</a>" in text(client.get(reverse("duo:overzicht")))
    assert client.get(reverse("duo:school", args=[2**62])).status_code == 404

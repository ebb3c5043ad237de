"""Taking back a date of PVT or MAP in the tab: when Verwijtbaar is asked, why, and what is told after it."""

import uuid
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from meedoen.domain.keten.models import Bericht, Taak
from meedoen.domain.voortgang.actions import register_resultaat, withdraw_resultaat
from meedoen.domain.voortgang.models import Resultaat
from tests.domain.voortgang_examples import answer, berichten, duo_tells, own_pip

QUESTION = "Is het te laat zijn verwijtbaar?"


def to(name, *args):
    return reverse(f"klantmanager:{name}", args=args)


def post(client, url, **fields):
    return client.post(url, {"verzending": str(uuid.uuid4()), **fields})


def page(response):
    assert response.status_code == 200
    return response.content.decode()


def started(world, years, days):
    """A dossier with a PIP of so many years and days ago; the term is three years."""
    today = localdate()
    dossier = world.dossier(world.alice)
    with world.scope():
        on = date(today.year - years, today.month, min(today.day, 28)) - timedelta(days=days)
        own_pip(world, dossier, on=on)
    return dossier, on + timedelta(days=100)


def accepted(world, dossier, onderdeel, datum_on):
    with world.scope():
        register_resultaat(dossier, onderdeel, datum_on=datum_on, by=world.alice, on=localdate())
        answer("aangenomen", onderdeel)


@pytest.fixture
def late(world):
    """The term is over; DUO told a date of the PVT, which lies within it."""
    dossier, done = started(world, 3, 40)
    with world.scope():
        duo_tells(dossier, pvt={"datumOndertekeningPvt": str(done)})
    return dossier


@pytest.mark.parametrize(
    ("typed", "word", "said"), [("True", "Ja", "verwijtbaar"), ("False", "Nee", "niet verwijtbaar")]
)
def test_after_the_term_verwijtbaar_is_asked_sent_and_told(world, as_, late, typed, word, said):
    client, url = as_("alice"), to("resultaat-intrekken", late.pk, "pvt")
    assert url in page(client.get(to("voortgang", late.pk)))  # DUO told the date, nothing was recorded here
    asked = page(client.get(url))
    assert QUESTION in asked
    assert "Nu geldt: de termijn is overschreden; geef door of dat verwijtbaar is." in asked
    assert "Niet van toepassing" not in asked
    missing = page(post(client, url, reden="Verkeerd dossier"))
    assert "Kies Ja of Nee. De termijn is voorbij, dus DUO vraagt dit." in missing
    assert "Verkeerd dossier" in missing
    with world.scope():
        assert not Bericht.objects.exists()
    assert post(client, url, reden="Verkeerd dossier", verwijtbaar=typed).status_code == 302
    with world.scope():
        assert berichten(late) == [("pvt", {"verwijtbaar": word}, {})]
        row = Resultaat.objects.get()
        assert (row.datum_on, row.verwijtbaar) == (None, typed == "True")
    tab = page(client.get(to("voortgang", late.pk)))
    assert f"; te laat en {said}: Verkeerd dossier" in tab
    assert "De datum is ingetrokken op" in tab
    assert "Nog niet af" not in tab
    assert url not in tab  # there is no date left to take back


def test_a_judgement_on_what_is_not_done_yet_still_reads_as_not_done(world, as_):
    dossier, _ = started(world, 3, 40)
    with world.scope():
        register_resultaat(dossier, "map", datum_on=None, verwijtbaar=True, by=world.alice, on=localdate())
    tab = page(as_("alice").get(to("voortgang", dossier.pk)))
    assert "Nog niet af. Te laat zijn is verwijtbaar." in tab
    assert "De datum is ingetrokken" not in tab


def test_within_the_term_it_is_not_asked_and_the_page_says_why(world, as_):
    dossier, done = started(world, 1, 0)
    accepted(world, dossier, "pvt", done)
    client, url = as_("alice"), to("resultaat-intrekken", dossier.pk, "pvt")
    shown = page(client.get(url))
    assert QUESTION not in shown
    assert "Verwijtbaar Nee kan pas 2 maanden voor het einde van de termijn" in shown
    assert "Verwijtbaar Ja kan pas als de termijn is overschreden" in shown
    post(client, url, reden="Verkeerd dossier", verwijtbaar="True")  # what is not asked is not taken either
    with world.scope():
        assert berichten(dossier)[-1] == ("pvt", {}, {})


def test_in_the_last_two_months_nee_may_be_said_and_nothing_must(world, as_):
    dossier, done = started(world, 3, -30)
    accepted(world, dossier, "map", done)
    client, url = as_("alice"), to("resultaat-intrekken", dossier.pk, "map")
    shown = page(client.get(url))
    assert QUESTION in shown
    assert "Nu geldt: het einde van de termijn valt binnen 2 maanden." in shown
    assert 'value="False"' in shown
    assert 'value="True"' not in shown
    assert "Niet van toepassing" in shown
    checked = page(post(client, url, reden="", verwijtbaar="False", controleer="1"))
    assert "DUO zal dit weigeren" not in checked
    post(client, url, reden="Verkeerd dossier", verwijtbaar="")
    with world.scope():
        assert berichten(dossier)[-1] == ("map", {}, {})


def test_a_date_that_never_left_and_the_z_route_ask_nothing(world, as_):
    dossier, _ = started(world, 3, 40)
    with world.scope():
        register_resultaat(
            dossier, "pvt", datum_on=localdate(), verwijtbaar=True, by=world.alice, on=localdate()
        )
    shown = page(as_("alice").get(to("resultaat-intrekken", dossier.pk, "pvt")))
    assert "DUO heeft deze datum nog niet. Er gaat dus niets naar DUO." in shown
    assert QUESTION not in shown
    assert QUESTION not in page(as_("alice").get(to("resultaat-intrekken", dossier.pk, "zroute")))


def test_a_withdrawal_that_was_held_back_can_be_made_complete(world, as_, late):
    with world.scope():
        withdraw_resultaat(late, "pvt", reason="Vergissing", by=world.alice, on=localdate(), hold=True)
        assert Taak.objects.filter(dossier=late, status="open", onderwerp="pvt").count() == 1
    client, url = as_("alice"), to("resultaat-intrekken", late.pk, "pvt")
    assert url in page(client.get(to("voortgang", late.pk)))
    post(client, url, reden="Vergissing", verwijtbaar="False")
    with world.scope():
        assert berichten(late) == [("pvt", {"verwijtbaar": "Nee"}, {})]
        assert not Taak.objects.filter(dossier=late, status="open", onderwerp="pvt").exists()


def test_without_connection_the_message_says_what_to_do_with_the_date_in_the_portal(world, as_, late):
    with world.scope():
        withdraw_resultaat(late, "pvt", reason="Vergissing", verwijtbaar=True, by=world.alice, on=localdate())
    url = to("duo-klaarzetten", late.pk)
    assert "Laat de datum in het portaal leeg. Staat er een datum, haal die dan weg." in page(
        as_("alice").get(url)
    )
    dated, done = started(world, 1, 0)
    with world.scope():
        register_resultaat(dated, "pvt", datum_on=done, by=world.alice, on=localdate())
    assert "Laat de datum in het portaal leeg" not in page(as_("alice").get(to("duo-klaarzetten", dated.pk)))

"""The pages of a move: asked, looked at, given, downloaded, read by the other gemeente, taken over."""

import json
import uuid
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.timezone import localdate

from meedoen.demo.numbers import fictional_bsn
from meedoen.domain.dossier.models import Dossier, Gebeurtenis
from meedoen.domain.keten.models import Bron, Taak
from meedoen.domain.overdracht.actions import trust_key
from meedoen.domain.overdracht.models import (
    OntvangenOverdracht,
    Overdrachtspakket,
    Overdrachtssleutel,
    Overdrachtsverzoek,
)
from meedoen.domain.overdracht.sleutels import key_file, own_keys
from meedoen.domain.pip.models import PIP
from meedoen.domain.regio.models import Verwerking
from meedoen.law.inburgering.begrippen import Leerroute


def once(**data):
    return {"verzending": str(uuid.uuid4()), **data}


def text(response):
    return response.content.decode()


def keys(gemeente):
    return own_keys(gemeente.cbs_code, gemeente.naam)[0]


def after_a_month(day):
    """The same day of the next month, or the last of a shorter one."""
    first = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    last = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    return min(first + timedelta(days=day.day - 1), last)


def days_ago(days):
    return localdate() - timedelta(days=days)


@pytest.fixture
def dossier(world):
    """Amina of Leusden, with a PIP of 200 days ago."""
    made = world.dossier(
        world.alice,
        persoon__bsn=fictional_bsn(9),
        persoon__achternaam="Haddad",
        inschrijving_on=days_ago(260),
        kennisgeving_on=days_ago(250),
        eerste_pip_on=days_ago(200),
    )
    with world.scope(world.leusden):
        PIP.objects.create(
            gemeente=world.leusden,
            dossier=made,
            versie=1,
            status=PIP.Status.UITGEREIKT,
            leerroute=Leerroute.B1_ROUTE,
            dagtekening_on=days_ago(200),
            motivatie="Zij was lerares en leert snel.",
        )
    return made


@pytest.fixture
def move(world, dossier, as_):
    """The move to Amersfoort, recorded on the page, and the request of Amersfoort."""
    alice = as_("alice")
    form = once(gemeente="0307", verhuisd_on=f"{days_ago(40):%d-%m-%Y}")
    assert alice.post(reverse("overdracht:vertrek", args=[dossier.pk]), form).status_code == 302
    with world.scope(world.leusden):
        move = Overdrachtsverzoek.objects.get()
    asked = {
        "version": "1",
        "gevraagd_on": f"{days_ago(10):%d-%m-%Y}",
        "gevraagd_door": "C. Jansen",
        "reden": "voor ons PIP",
    }
    assert alice.post(reverse("overdracht:verzoek", args=[dossier.pk, move.pk]), asked).status_code == 302
    return move


def give(client, move, **data):
    address = reverse("overdracht:geven", args=[move.dossier_id, move.pk])
    return client.post(address, once(version="2", boetes="nee", **data))


@pytest.fixture
def sent(world, move, as_):
    """The file that Alice downloaded, encrypted for Amersfoort."""
    with world.scope():
        public = {place: keys(place).openbaar for place in (world.leusden, world.amersfoort)}
        for place, other in ((world.leusden, world.amersfoort), (world.amersfoort, world.leusden)):
            trust_key(place, public[other], gecontroleerd="gebeld", by=world.bas)
    assert give(as_("alice"), move, bestand="on").status_code == 302
    with world.scope(world.leusden):
        pack = Overdrachtspakket.objects.get()
    address = reverse("overdracht:bestand", args=[move.dossier_id, move.pk, pack.pk])
    answer = as_("alice").get(address)
    assert answer["Content-Type"] == "application/json"
    assert answer["Cache-Control"] == "no-store"
    return answer.content


def upload(client, data):
    file = SimpleUploadedFile("overdracht.json", data, "application/json")
    return client.post(reverse("overdracht:nieuw"), once(bestand=file))


def test_a_move_makes_the_signal_and_giving_answers_it(world, dossier, move, sent):
    with world.scope(world.leusden):
        said = list(Gebeurtenis.objects.filter(dossier=dossier).values_list("sentence", flat=True))
        acts = set(Verwerking.objects.values_list("action", flat=True))
    assert "Verhuisd naar de gemeente Amersfoort." in said
    assert "De gemeente Amersfoort vroeg om de gegevens voor de overdracht." in said
    assert "Gegevens gegeven aan de gemeente Amersfoort (PDF en bestand)." in said
    assert "overdragen" in acts
    assert not any(fictional_bsn(9) in sentence for sentence in said)


def test_the_open_task_of_duo_is_done_when_the_pack_is_given(world, dossier, move, as_):
    with world.scope(world.leusden):
        Taak.objects.filter(soort="SS122").delete()
        Taak.objects.create(gemeente=world.leusden, dossier=dossier, soort="SS122", titel="Draag over")
    give(as_("alice"), move)
    with world.scope(world.leusden):
        task = Taak.objects.get(soort="SS122")
    assert (task.status, task.hoe) == ("gedaan", "Overdracht gegeven aan Amersfoort")


def test_the_page_shows_what_goes_along_and_says_what_does_not(move, as_):
    page = text(as_("alice").get(reverse("overdracht:geven", args=[move.dossier_id, move.pk])))
    assert "Zij was lerares en leert snel." in page
    assert "Gezondheid, notities, gespreksverslagen" in page
    assert "Het bestand wordt niet versleuteld" in page
    assert fictional_bsn(9) not in page


def test_without_the_key_of_the_receiver_a_file_needs_words(world, move, as_):
    page = give(as_("alice"), move, bestand="on")
    assert "Schrijf hoe u het veilig verstuurt, of geef alleen de PDF." in text(page)
    with world.scope(world.leusden):
        assert not Overdrachtspakket.objects.exists()
    assert give(as_("alice"), move, bestand="on", hoe_veilig="beveiligde mail").status_code == 302


def test_only_a_pdf_can_be_given(world, move, as_):
    assert give(as_("alice"), move).status_code == 302
    with world.scope(world.leusden):
        pack = Overdrachtspakket.objects.select_related("document").get()
        assert bytes(pack.document.inhoud).startswith(b"%PDF-")
    address = reverse("overdracht:bestand", args=[move.dossier_id, move.pk, pack.pk])
    assert as_("alice").get(address).status_code == 404


def test_fines_are_asked_and_half_a_fine_is_refused(world, move, as_):
    address = reverse("overdracht:geven", args=[move.dossier_id, move.pk])
    page = as_("alice").post(address, once(version="2"))
    assert "Kies ja of nee: de nieuwe gemeente telt eerdere boetes mee." in text(page)
    page = as_("alice").post(address, once(version="2", boetes="ja"))
    assert "Vul minstens één boete in, of kies nee." in text(page)
    page = as_("alice").post(address, once(version="2", boetes="ja", boete_1_bedrag="125"))
    assert "Vul van boete 1 datum, reden en bedrag in." in text(page)


def test_nothing_is_given_before_it_was_asked(world, dossier, as_):
    as_("alice").post(
        reverse("overdracht:vertrek", args=[dossier.pk]),
        once(gemeente="0307", verhuisd_on=f"{days_ago(3):%d-%m-%Y}"),
    )
    with world.scope(world.leusden):
        move = Overdrachtsverzoek.objects.get()
    page = text(as_("alice").get(reverse("overdracht:geven", args=[dossier.pk, move.pk])))
    assert "De overdracht kan niet" in page
    assert "het nieuwe college heeft er niet om gevraagd" in page
    give(as_("alice"), move)
    with world.scope(world.leusden):
        assert not Overdrachtspakket.objects.exists()


def test_the_month_at_duo_is_counted_down(world, move, as_):
    address = reverse("overdracht:nieuw-pip", args=[move.dossier_id, move.pk])
    day = days_ago(5)
    form = {"version": "2", "nieuw_pip_on": f"{day:%d-%m-%Y}"}
    assert as_("alice").post(address, form).status_code == 302
    page = text(as_("alice").get(reverse("overdracht:verhuizing", args=[move.dossier_id])))
    assert "Toegang bij DUO" in page
    last = after_a_month(day) - timedelta(days=1)
    assert f"Nog {(last - localdate()).days + 1} dagen" in page


def test_the_checklist_keeps_the_day_of_each_point(world, move, as_):
    address = reverse("overdracht:afvinken", args=[move.dossier_id, move.pk])
    assert as_("alice").post(address, {"version": "2", "stappen": ["duo", "school"]}).status_code == 302
    with world.scope(world.leusden):
        found = Overdrachtsverzoek.objects.get()
    assert found.afgevinkt == {"duo": localdate().isoformat(), "school": localdate().isoformat()}
    assert as_("alice").post(address, {"version": "2", "stappen": []}).status_code == 409


def test_the_other_gemeente_reads_looks_and_takes_over(world, sent, as_):
    charlie = as_("charlie")
    answer = upload(charlie, sent)
    assert answer.status_code == 302
    page = text(charlie.get(answer["Location"]))
    assert "Wij kennen deze persoon nog niet. Er komt een nieuw dossier." in page
    assert fictional_bsn(9) not in page
    form = once(inschrijving_on=f"{days_ago(40):%d-%m-%Y}")
    done = charlie.post(answer["Location"], form)
    assert done.status_code == 302
    with world.scope(world.amersfoort):
        made = Dossier.objects.get()
        assert (made.klantmanager, made.eerste_pip_elders) == (world.charlie, True)
        assert made.leerroutekeuze.eerdere_leerroute == Leerroute.B1_ROUTE
    page = text(charlie.get(done["Location"]))
    assert "Laatste dag voor het PIP van uw gemeente" in page
    with world.scope(world.amersfoort):
        received = OntvangenOverdracht.objects.get()
    shown = text(charlie.get(reverse("overdracht:inhoud", args=[made.pk, received.pk])))
    assert "Zij was lerares en leert snel." in shown
    assert "al overgenomen in een dossier" in text(upload(charlie, sent))


def test_a_person_that_we_have_is_joined_and_differences_stand_beside(world, sent, as_):
    ours = world.dossier(
        world.charlie,
        world.amersfoort,
        persoon__bsn=fictional_bsn(9),
        persoon__achternaam="Haddad",
        persoon__voornaam="Amina",
        kennisgeving_on=days_ago(240),
        inschrijving_on=days_ago(38),
    )
    with world.scope(world.amersfoort):
        Taak.objects.create(gemeente=world.amersfoort, dossier=ours, soort="SS121", titel="Vraag het op")
    charlie = as_("charlie")
    address = upload(charlie, sent)["Location"]
    assert f"dossier {ours.pk}" in text(charlie.get(address))
    done = charlie.post(address, once(inschrijving_on=f"{days_ago(38):%d-%m-%Y}"))
    assert done["Location"] == reverse("overdracht:verhuizing", args=[ours.pk])
    page = text(charlie.get(done["Location"]))
    assert "zegt de vorige gemeente iets anders dan wij hebben. Er is niets overschreven." in page
    with world.scope(world.amersfoort):
        assert Dossier.objects.get().kennisgeving_on == days_ago(240)
    form = {"velden": ["kennisgeving_on"], "reden": "nagevraagd bij DUO"}
    assert charlie.post(reverse("overdracht:verschillen", args=[ours.pk]), form).status_code == 302
    with world.scope(world.amersfoort):
        found = Dossier.objects.get()
        assert found.kennisgeving_on == days_ago(250)
        assert found.aanleveringen.get(bron=Bron.GEMEENTE).gegevens["kennisgeving_on"]
        assert Taak.objects.get(soort="SS121").hoe == "Overdracht ontvangen van Leusden"


def test_a_colleagues_dossier_is_joined_only_with_a_reason(world, sent, as_):
    world.dossier(
        world.regina,
        world.amersfoort,
        persoon__bsn=fictional_bsn(9),
        persoon__achternaam="Haddad",
        persoon__voornaam="Amina",
    )
    charlie = as_("charlie")
    address = upload(charlie, sent)["Location"]
    assert "van een collega" in text(charlie.get(address))
    assert charlie.post(address, once(inschrijving_on=f"{days_ago(38):%d-%m-%Y}")).status_code == 403
    with world.scope(world.amersfoort):
        assert OntvangenOverdracht.objects.get().status == "gelezen"


def test_two_numbers_of_two_persons_stop_taking_over(world, sent, as_):
    """The BSN is of one dossier here, name and birth date of another with another V-nummer."""
    place, birth = world.amersfoort, date(1990, 6, 1)
    world.dossier(world.charlie, place, persoon__bsn=fictional_bsn(9), persoon__achternaam="Ander")
    with world.scope(world.leusden):
        number = Dossier.objects.get().inburgeringsplichtige.v_nummer
    world.dossier(world.charlie, place, persoon__v_nummer=number, persoon__geboortedatum=birth)
    page = text(as_("charlie").get(upload(as_("charlie"), sent)["Location"]))
    assert "Het BSN hoort bij een ander dossier dan het V-nummer." in page


def test_a_changed_file_is_refused_in_words_and_changes_nothing(world, sent, as_):
    changed = json.loads(sent)
    changed["inhoud"] = changed["inhoud"][:-2] + "AA"
    page = upload(as_("charlie"), (json.dumps(changed, indent=1) + "\n").encode())
    assert page.status_code == 422
    assert "onderweg gewijzigd of beschadigd. Er is niets overgenomen." in text(page)
    with world.scope(world.amersfoort):
        assert not OntvangenOverdracht.objects.exists()


def test_who_did_not_upload_a_file_does_not_see_it(world, sent, as_):
    address = upload(as_("charlie"), sent)["Location"]
    assert as_("regina").get(address).status_code == 404
    assert as_("alice").get(address).status_code == 404
    assert address not in text(as_("regina").get(reverse("overdracht:overzicht")))


def test_a_laid_aside_file_becomes_no_dossier(world, sent, as_):
    charlie = as_("charlie")
    address = upload(charlie, sent)["Location"]
    charlie.post(address + "wegleggen/", once())
    assert "Wilt u het toch overnemen, lees het bestand dan opnieuw." in text(charlie.get(address))
    with world.scope(world.amersfoort):
        assert not Dossier.objects.exists()


def test_a_beheerder_sees_the_own_key_and_trusts_another_after_comparing(world, as_):
    bas = as_("bas")
    page = text(bas.get(reverse("overdracht:sleutels")))
    assert keys(world.leusden).openbaar.vingerafdruk[:4] in page
    mine = bas.get(reverse("overdracht:eigen-sleutel", args=[world.leusden.pk]))
    assert json.loads(mine.content)["gemeente"]["code"] == "0327"
    other = keys(world.amersfoort).openbaar
    address = reverse("overdracht:vertrouwen", args=[world.leusden.pk])

    def trust(end):
        file = SimpleUploadedFile("sleutel.json", key_file(other).encode())
        return bas.post(address, once(bestand=file, einde=end, gecontroleerd="gebeld met Regina"))

    assert "De vingerafdruk van dit bestand eindigt anders." in text(trust("00000000"))
    assert trust(other.vingerafdruk[-8:].upper()).status_code == 302
    with world.scope(world.leusden):
        key = Overdrachtssleutel.objects.get()
    assert bas.post(reverse("overdracht:intrekken", args=[key.pk])).status_code == 302
    assert "ingetrokken op" in text(bas.get(reverse("overdracht:sleutels")))


def test_without_a_key_of_the_installation_only_a_pdf_is_offered(move, as_, settings):
    settings.OVERDRACHT_KEYS = []
    page = text(as_("alice").get(reverse("overdracht:geven", args=[move.dossier_id, move.pk])))
    assert "U maakt alleen een PDF." in page
    assert 'name="bestand"' not in page
    assert give(as_("alice"), move).status_code == 302
    assert "Er is geen sleutel voor de overdracht ingesteld." in text(upload(as_("charlie"), b"{}"))


def test_asking_the_previous_gemeente_is_recorded(world, as_):
    dossier = world.dossier(world.alice, inschrijving_on=days_ago(20))
    form = once(
        gemeente="0344",
        verhuisd_on=f"{days_ago(20):%d-%m-%Y}",
        gevraagd_on=f"{days_ago(1):%d-%m-%Y}",
        reden="voor ons eigen PIP",
    )
    assert as_("alice").post(reverse("overdracht:gekomen", args=[dossier.pk]), form).status_code == 302
    page = text(as_("alice").get(reverse("overdracht:verhuizing", args=[dossier.pk])))
    assert "Utrecht: gevraagd op" in page
    assert "Nog niet ontvangen." in page


def test_our_own_gemeente_and_a_move_to_come_are_refused(world, dossier, as_):
    address = reverse("overdracht:vertrek", args=[dossier.pk])
    page = as_("alice").post(address, once(gemeente="0327", verhuisd_on=f"{days_ago(1):%d-%m-%Y}"))
    assert "Dit is uw eigen gemeente. Kies de andere gemeente." in text(page)
    ahead = date(localdate().year + 1, 1, 1)
    page = as_("alice").post(address, once(gemeente="0307", verhuisd_on=f"{ahead:%d-%m-%Y}"))
    assert "Deze datum ligt in de toekomst." in text(page)

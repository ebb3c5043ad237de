"""The outbox is worked off against the simulator, over HTTP."""

import pytest

from meedoen.domain.dossier.models import Gebeurtenis
from meedoen.domain.keten.models import Bericht, Contactpersoon, DUOAansluiting, Poging, Taak
from meedoen.domain.keten.outgoing import contactpersoon_onderwerp
from meedoen.domain.regio.models import Rol
from meedoen.integrations.duo import carrying
from meedoen.integrations.duo.sending import send_due
from tests.integrations.conftest import today

Status, Uitkomst = Bericht.Status, Poging.Uitkomst


def test_a_message_is_sent_accepted_and_told(duo):
    dossier = duo.dossier()
    bericht = duo.queue(dossier, "pip")
    assert duo.work() == 1
    sent = duo.kept(bericht)
    assert (sent.status, sent.pogingen_gedaan, sent.onzeker) == (Status.AANGENOMEN, 1, False)
    assert sent.afgehandeld_at is not None
    assert duo.trail(bericht) == [(Uitkomst.AANGENOMEN, 201)]
    assert duo.person(dossier)["verwerkt"] == {"pip": 1}
    (heard,) = duo.simulator.state.data["ontvangen"]
    assert (heard["berichtId"], heard["onbekende_velden"]) == (str(bericht.bericht_id), [])
    with duo.world.scope():
        row = Gebeurtenis.objects.get(kind="BerichtAccepted")
        assert row.sentence == "Door DUO aangenomen: PIP doorgeven"
        assert row.data == {"bericht": bericht.pk, "soort": "pip"}
    assert DUOAansluiting.objects.get().laatst_goed_at is not None
    assert duo.work() == 0


def test_a_whole_dossier_goes_in_order(duo):
    dossier = duo.dossier()
    soorten = ("pip", "aanbod", "uren-taallesknm")
    for soort in soorten:
        duo.queue(dossier, soort)
    assert duo.work() == 3
    assert [row["operatie"] for row in duo.simulator.state.data["ontvangen"]] == list(soorten)


def test_a_long_outbox_lets_other_work_have_its_turn(duo):
    for _ in range(5):
        duo.queue(duo.dossier(), "pip")
    assert [send_due(2, connections=1, clock=duo.clock) for _ in range(4)] == [2, 2, 1, 0]


def test_a_refusal_becomes_one_task_in_plain_words(duo):
    dossier = duo.dossier()
    bericht = duo.queue(dossier, "pip", {"dagtekeningPip": "2020-01-01", "leerroute": "O", "niveau": "A2"})
    duo.work()
    refused = duo.kept(bericht)
    assert refused.status == Status.GEWEIGERD
    assert "Niveau A2 kan niet samen met de onderwijsroute." in refused.foutteksten
    (taak,) = duo.tasks()
    assert (taak.soort, taak.onderwerp) == ("geweigerd", f"bericht:{bericht.pk}")
    assert (taak.dossier, taak.bericht, taak.rol, taak.waar) == (dossier, bericht, Rol.KLANTMANAGER, "pip")
    assert "De dagtekening van het PIP ligt voor het begin van de inburgeringsplicht." in taak.uitleg
    assert "In de onderwijsroute kan het niveau niet A2 zijn. Kies niveau B1" in taak.uitleg
    with duo.world.scope():
        row = Gebeurtenis.objects.get(kind="BerichtRefused")
        assert row.sentence.startswith("Door DUO geweigerd: PIP doorgeven. De dagtekening")
    assert duo.work() == 0


def test_a_refusal_without_a_reason_asks_whether_duo_knows_us(duo):
    dossier = duo.dossier(doelgroep="gezin")
    bericht = duo.queue(dossier, "uren-participatieactiviteiten", {"uren": 5})
    duo.work()
    assert duo.kept(bericht).status == Status.GEWEIGERD
    assert duo.trail(bericht) == [(Uitkomst.GEWEIGERD, 403)]
    assert duo.calls("instellingen") == 1
    (taak,) = duo.tasks()
    assert taak.uitleg.startswith("DUO gaf geen reden. Controleer de doelgroep")


@pytest.mark.parametrize(
    ("soort", "body"), [("pip", None), ("uren-taallesknm", None), ("lbt-overslaan", None)]
)
def test_a_gemeente_that_duo_does_not_know_keeps_its_messages_and_the_beheerder_hears(duo, soort, body):
    duo.simulator.state.data["gemeenten"] = {}
    bericht = duo.queue(duo.dossier(), soort, body)
    duo.work()
    kept = duo.kept(bericht)
    assert (kept.status, kept.onzeker) == (Status.KLAAR, False)
    assert DUOAansluiting.objects.get().storing_since is not None
    (taak,) = duo.tasks()
    assert (taak.titel, taak.rol, taak.dossier) == ("Herstel de aansluiting op DUO", Rol.BEHEERDER, None)
    duo.simulator.state.add_gemeente("00000099000000000327", "0327")
    duo.later(minutes=1)
    duo.work()
    assert duo.kept(bericht).status != Status.KLAAR
    assert duo.tasks() == [] or soort == "lbt-overslaan"


def test_a_person_that_duo_does_not_know_is_a_task(duo):
    dossier = duo.dossier()
    duo.simulator.state.data["personen"].clear()
    bericht = duo.queue(dossier, "pip")
    duo.work()
    assert duo.kept(bericht).status == Status.VASTGELOPEN
    assert duo.trail(bericht) == [(Uitkomst.FOUT, 404)]
    (taak,) = duo.tasks()
    assert (taak.soort, taak.waar) == ("vastgelopen", "gegevens")
    assert taak.titel == "Zoek uit waarom DUO dit niet kent: PIP doorgeven"


def test_without_a_bsn_nothing_is_sent(duo):
    dossier = duo.dossier()
    with duo.world.scope():
        person = dossier.inburgeringsplichtige
        person.bsn = ""
        person.save()
    bericht = duo.queue(dossier, "pip")
    duo.work()
    assert duo.kept(bericht).status == Status.VASTGELOPEN
    assert duo.simulator.state.data["ontvangen"] == []
    (taak,) = duo.tasks()
    assert taak.titel == "Vul het BSN in: PIP doorgeven"


@pytest.mark.parametrize(
    ("soort", "body", "more", "words"),
    [
        ("pip", {"leerroute": "B"}, {}, "dagtekeningPip: dit gegeven ontbreekt"),
        ("aanbod", None, {"pad": {"iets": 1}}, "instellingsnummer: dit gegeven ontbreekt"),
    ],
)
def test_a_message_without_the_agreed_form_is_stuck_before_it_leaves(duo, soort, body, more, words):
    bericht = duo.queue(duo.dossier(), soort, body, **more)
    duo.work()
    stuck = duo.kept(bericht)
    assert (stuck.status, stuck.foutteksten) == (Status.VASTGELOPEN, [words])
    assert duo.simulator.state.data["ontvangen"] == []
    (taak,) = duo.tasks()
    assert taak.rol == Rol.TEAMLEIDER


def test_a_contactpersoon_is_made_and_linked_with_the_number_of_duo(duo):
    dossier, world = duo.dossier(), duo.world
    with world.scope():
        alice = Contactpersoon.objects.create(
            gemeente=world.leusden, medewerker=world.alice, naam="Alice", email="a@b.nl"
        )
    onderwerp = contactpersoon_onderwerp(alice.pk)
    link = duo.queue(dossier, "contactpersoon-koppelen", onderwerp=onderwerp)
    body = {"naam": "Alice", "email": "a@b.nl", "telefoonnummer": "0612345678"}
    duo.queue(None, "contactpersoon-maken", body, onderwerp=onderwerp)
    assert duo.work() == 2
    with world.scope():
        alice.refresh_from_db()
    assert alice.duo_id == duo.person(dossier)["contactpersoon"] > 0
    assert duo.kept(link).gegevens["pad"] == {"id": alice.duo_id}


# --- DUO is down ---


def test_a_message_that_does_not_arrive_is_tried_again_with_growing_pauses(duo):
    bericht = duo.queue(duo.dossier(), "pip")
    duo.fails("pip", "503", 7)
    waited = []
    while (kept := duo.kept(bericht)).status == Status.KLAAR:
        assert duo.work() == 1
        waited.append(duo.kept(bericht).next_attempt_at - duo.now)
        duo.later(seconds=waited[-1].total_seconds() - 1)
        assert duo.work() == 0
        duo.later(seconds=1)
    assert not kept.onzeker
    wanted = (10, 30, 120, 600, 3600, 14_400, 14_400)
    for pause, seconds in zip(waited, wanted, strict=False):
        assert seconds <= pause.total_seconds() <= 1.2 * seconds
    assert duo.trail(bericht) == [(Uitkomst.ONBEREIKBAAR, 503)] * 7 + [(Uitkomst.AANGENOMEN, 201)]
    assert duo.person(bericht.dossier)["verwerkt"] == {"pip": 1}


def test_a_storing_is_seen_and_probed_with_one_message_at_a_time(duo):
    waiting = [duo.queue(duo.dossier(), "pip") for _ in range(5)]
    duo.fails("*", "503", 1000)
    assert duo.work() == 1
    since = DUOAansluiting.objects.get().storing_since
    assert since == duo.now
    assert DUOAansluiting.objects.get().history.count() == 1
    probes = []
    for _ in range(60):
        duo.later(seconds=10)
        probes.append(duo.work())
    assert max(probes) == 1
    assert sum(probes) == 6  # after 10, 20, 40, 80, 160 and 320 seconds
    tried = [duo.kept(one).pogingen_gedaan for one in waiting]
    assert max(tried) == 2
    duo.simulator.state.data["storingen"].clear()
    duo.later(minutes=5)
    assert duo.work() == 5
    assert DUOAansluiting.objects.get().storing_since is None
    assert {duo.kept(one).status for one in waiting} == {Status.AANGENOMEN}
    assert {tuple(duo.person(one.dossier)["verwerkt"].items()) for one in waiting} == {(("pip", 1),)}


def test_a_storing_that_lasts_is_told_once_and_the_task_goes_when_duo_is_back(duo):
    for _ in range(3):
        duo.queue(duo.dossier(), "pip")
    duo.fails("*", "503", 1000)
    for _ in range(5):
        duo.work()
        duo.later(hours=1)
    (taak,) = duo.tasks()
    assert (taak.titel, taak.rol) == ("Houd rekening met een storing bij DUO", Rol.TEAMLEIDER)
    duo.simulator.state.data["storingen"].clear()
    duo.later(hours=1)
    assert duo.work() == 3
    assert duo.tasks() == []
    with duo.world.scope():
        taak.refresh_from_db()
        assert (taak.status, taak.hoe) == (Taak.Status.VERVALLEN, "DUO is weer bereikbaar.")


def test_a_message_that_alone_does_not_arrive_holds_up_nobody_and_is_told(duo):
    odd = duo.queue(duo.dossier(), "uren-taallesknm")
    duo.fails("uren-taallesknm", "500", 1000)
    for _ in range(9):
        duo.work()
        other = duo.queue(duo.dossier(), "pip")
        duo.work()
        assert duo.kept(other).status == Status.AANGENOMEN
        assert DUOAansluiting.objects.get().storing_since is None
        duo.now = max(duo.now, duo.kept(odd).next_attempt_at)
    assert duo.kept(odd).status == Status.KLAAR
    (taak,) = duo.tasks()
    assert (
        taak.titel
        == "Kijk waarom dit bericht niet bij DUO komt: Uren taalles en KNM in de brede intake doorgeven"
    )
    assert (taak.soort, taak.onderwerp, taak.rol) == ("komt-niet-aan", f"bericht:{odd.pk}", Rol.KLANTMANAGER)
    assert set(duo.trail(odd)) == {(Uitkomst.ONBEREIKBAAR, 500)}
    duo.simulator.state.data["storingen"].clear()
    duo.work()
    assert (duo.kept(odd).status, duo.tasks()) == (Status.AANGENOMEN, [])


def test_what_failed_in_a_storing_goes_at_once_when_duo_is_back(duo):
    first, second = (duo.queue(duo.dossier(), "pip") for _ in range(2))
    duo.fails("*", "503", 1000)
    for _ in range(12):
        duo.work()
        duo.later(hours=1)
    waits = max(duo.kept(one).next_attempt_at for one in (first, second))
    assert waits > duo.now
    duo.simulator.state.data["storingen"].clear()
    new = duo.queue(duo.dossier(), "pip")
    assert duo.now < waits
    assert duo.work() == 3
    assert {duo.kept(one).status for one in (first, second, new)} == {Status.AANGENOMEN}


@pytest.mark.parametrize(
    ("name", "text"), [("DUO_URL", "MEEDOEN_DUO_URL of MEEDOEN_DUO_OIN is niet ingevuld"), ("DUO_CERT", "")]
)
def test_an_installation_that_is_not_ready_keeps_its_messages_and_says_so(duo, settings, name, text):
    bericht = duo.queue(duo.dossier(), "pip")
    if name == "DUO_CERT":
        settings.DUO_URL = "https://127.0.0.1:1"
    setattr(settings, name, "" if name == "DUO_URL" else "/nergens.pem")
    duo.work()
    kept = duo.kept(bericht)
    assert (kept.status, kept.onzeker) == (Status.KLAAR, False)
    (taak,) = duo.tasks()
    assert (taak.titel, taak.rol) == ("Herstel de verbinding met DUO", Rol.BEHEERDER)
    with duo.world.scope():
        (said,) = Poging.objects.get().foutteksten
    assert text in said
    assert said in taak.uitleg


def test_a_certificate_that_cannot_be_used_is_named_when_there_is_no_connection(duo, settings):
    settings.DUO_URL = "https://127.0.0.1:1"
    bericht = duo.queue(duo.dossier(), "pip")
    duo.work()
    assert duo.kept(bericht).status == Status.KLAAR
    (taak,) = duo.tasks()
    assert taak.titel == "Herstel de verbinding met DUO"
    with duo.world.scope():
        poging = Poging.objects.get()
    assert poging.foutteksten == [
        "geen verbinding (ConnectError)",
        "Er is geen certificaat voor DUO (MEEDOEN_DUO_CERT).",
    ]


# --- the answer was lost ---


READABLE = {
    "pip": {"dagtekeningPip": today().isoformat(), "leerroute": "B"},
    "uren-taallesknm": {"uren": 12},
    "uren-participatietaalles": {"uren": 40},
}


@pytest.mark.parametrize("soort", READABLE)
def test_what_duo_has_already_is_not_sent_again(duo, soort):
    dossier = duo.dossier()
    bericht = duo.queue(dossier, soort, READABLE[soort])
    duo.fails(soort, "kwijt")
    duo.work()
    assert (duo.kept(bericht).status, duo.kept(bericht).onzeker) == (Status.KLAAR, True)
    duo.later(seconds=15)
    duo.work()
    found = duo.kept(bericht)
    assert (found.status, found.bevestigd_on) == (Status.AANGENOMEN, today())
    assert duo.trail(bericht) == [(Uitkomst.ONBEREIKBAAR, None), (Uitkomst.STOND_ER_AL, 200)]
    assert duo.person(dossier)["verwerkt"] == {soort: 1}
    assert duo.calls(soort) == 1
    assert duo.person(dossier)["dubbel"] == {}


def test_what_cannot_be_asked_goes_again_with_the_same_bericht_id(duo):
    dossier = duo.dossier(pip={"dagtekeningPip": today().isoformat(), "leerroute": "B"})
    bericht = duo.queue(dossier, "aanbod")
    duo.fails("aanbod", "kwijt")
    duo.work()
    duo.later(seconds=15)
    duo.work()
    assert duo.kept(bericht).status == Status.AANGENOMEN
    heard = [row["berichtId"] for row in duo.simulator.state.data["ontvangen"]]
    assert heard == [str(bericht.bericht_id)] * 2
    assert (duo.person(dossier)["verwerkt"], duo.person(dossier)["dubbel"]) == ({"aanbod": 1}, {"aanbod": 1})


def test_a_lost_message_that_duo_did_not_get_is_sent_again(duo):
    dossier = duo.dossier()
    bericht = duo.queue(dossier, "pip")
    duo.fails("pip", "500")
    duo.work()
    assert duo.kept(bericht).onzeker is True
    duo.later(seconds=15)
    duo.work()
    assert duo.trail(bericht)[-1] == (Uitkomst.AANGENOMEN, 201)
    assert duo.calls("pip-raadplegen") == 1
    assert duo.person(dossier)["verwerkt"] == {"pip": 1}


def test_a_deletion_of_which_the_answer_was_lost_is_not_a_fault(duo):
    dossier = duo.dossier(pip={"dagtekeningPip": today().isoformat(), "leerroute": "B"})
    aanbod = duo.queue(dossier, "aanbod")
    bericht = duo.queue(dossier, "aanbod-verwijderen", pad={"instellingsnummer": "0000000001"})
    duo.fails("aanbod-verwijderen", "kwijt")
    duo.work()
    duo.simulator.state.data["antwoorden"].clear()  # DUO does not know the berichtId any more
    duo.later(seconds=15)
    duo.work()
    assert {duo.kept(aanbod).status, duo.kept(bericht).status} == {Status.AANGENOMEN}
    assert duo.trail(bericht) == [(Uitkomst.ONBEREIKBAAR, None), (Uitkomst.STOND_ER_AL, 404)]


def test_a_fault_of_our_own_stops_one_message_and_tells_no_personal_data(duo, monkeypatch, caplog):
    first, second = (duo.queue(duo.dossier(), "pip") for _ in range(2))
    bsn = first.dossier.inburgeringsplichtige.bsn
    real = carrying._body

    def fail(bericht, operation):
        if bericht.pk == first.pk:
            raise RuntimeError(f"iets met {bsn}")
        return real(bericht, operation)

    monkeypatch.setattr(carrying, "_body", fail)
    duo.work()
    assert duo.kept(second).status == Status.AANGENOMEN
    stuck = duo.kept(first)
    assert (stuck.status, stuck.foutteksten) == (Status.VASTGELOPEN, ["fout in Meedoen (RuntimeError)"])
    assert "RuntimeError" in caplog.text
    assert bsn not in caplog.text

"""A worker that dies at any step of sending: nothing is lost, nothing is done twice, one trail, one task."""

import pytest

from meedoen.domain.dossier.models import Gebeurtenis
from meedoen.domain.keten.models import Bericht, Contactpersoon, Poging, Taak
from meedoen.domain.keten.outgoing import contactpersoon_onderwerp
from meedoen.domain.regio.models import Medewerker
from tests.integrations.conftest import Duo, today
from tests.integrations.killing import run_and_kill

Status, Uitkomst = Bericht.Status, Poging.Uitkomst
ENDED = {
    "BerichtAccepted": {Uitkomst.AANGENOMEN, Uitkomst.STOND_ER_AL},
    "BerichtRefused": {Uitkomst.GEWEIGERD},
    "BerichtStuck": {Uitkomst.FOUT},
}


def accepted(duo):
    dossier = duo.dossier()
    return [duo.queue(dossier, "pip")], {"pip": 1}


def accepted_and_not_to_be_asked(duo):
    dossier = duo.dossier(pip={"dagtekeningPip": today().isoformat(), "leerroute": "B"})
    return [duo.queue(dossier, "aanbod")], {"aanbod": 1}


def answer_lost(duo):
    duo.fails("pip", "kwijt")
    return accepted(duo)


def down_at_first(duo):
    duo.fails("pip", "503")
    return accepted(duo)


def refused(duo):
    return [duo.queue(duo.dossier(), "pip", {"dagtekeningPip": "2020-01-01", "leerroute": "B"})], {}


def unknown(duo):
    """DUO does not know the school."""
    return [duo.queue(duo.dossier(), "aanbod", pad={"instellingsnummer": "0000000009"})], {}


def linked(duo):
    """A new contactpersoon and a link that waits for her number."""
    world, dossier = duo.world, duo.dossier()
    number = Medewerker.objects.count()
    somebody = Medewerker.objects.create_user(email=f"c{number}@voorbeeld.example", naam="Cato")
    with world.scope():
        cato = Contactpersoon.objects.create(gemeente=world.leusden, medewerker=somebody, naam="Cato")
    onderwerp = contactpersoon_onderwerp(cato.pk)
    body = {"naam": "Cato", "email": "c@b.nl", "telefoonnummer": "0612345678"}
    made = duo.queue(None, "contactpersoon-maken", body, onderwerp=onderwerp)
    link = duo.queue(dossier, "contactpersoon-koppelen", onderwerp=onderwerp)
    return [made, link], {"contactpersoon-koppelen": 1}


SCENARIOS = {
    accepted_and_not_to_be_asked: "BerichtAccepted",
    accepted: "BerichtAccepted",
    answer_lost: "BerichtAccepted",
    down_at_first: "BerichtAccepted",
    refused: "BerichtRefused",
    unknown: "BerichtStuck",
    linked: "BerichtAccepted",
}


@pytest.mark.parametrize(
    "scenario",
    [
        accepted,
        refused,
        pytest.param(unknown, marks=pytest.mark.any_engine),
        pytest.param(linked, marks=pytest.mark.any_engine),
    ],
    ids=lambda scenario: scenario.__name__,
)
def test_killed_at_any_step_a_fresh_worker_finishes(real_duo, scenario):
    kill_at_every_step(real_duo, scenario)


def kill_at_every_step(duo: Duo, scenario) -> None:
    """Kill the worker at its first step, in a new world at its second, and so on; another one finishes."""
    names = set()
    for at in range(1, 500):
        berichten, processed = scenario(duo)
        steps = run_and_kill(lambda: work_on(duo), at)
        finish(duo)
        check(duo, berichten, processed, SCENARIOS[scenario], f"killed at step {at}: {steps.name}")
        if not steps.killed:
            break
        names.add(steps.name)
    assert {"before the call", "after the call", "before the commit", "after the commit"} <= names
    assert at > 30


def work_on(duo: Duo) -> None:
    """Work, and ask DUO what became of a message of which the answer was lost."""
    duo.work()
    with duo.world.scope():
        lost = Bericht.objects.filter(status=Status.KLAAR, onzeker=True).exists()
    if lost:
        duo.later(seconds=15)
        duo.work()


def finish(duo: Duo) -> None:
    """Let fresh workers go on until nothing waits; the claim of the dead one must grow stale first."""
    for _ in range(8):
        duo.later(minutes=3)
        duo.work()
        with duo.world.scope():
            if not Bericht.objects.filter(status__in=[Status.KLAAR, Status.BEZIG]).exists():
                break
    duo.simulator.state.data["storingen"].clear()


def check(duo: Duo, berichten: list[Bericht], processed: dict, kind: str, where: str) -> None:
    for bericht in berichten:
        with duo.world.scope():
            bericht.refresh_from_db()
            pogingen = list(Poging.objects.filter(bericht=bericht).values_list("uitkomst", flat=True))
            events = Gebeurtenis.objects.filter(kind__in=ENDED, data__bericht=bericht.pk)
            kinds = [event.kind for event in events]
            tasks = Taak.objects.filter(bericht=bericht, status=Taak.Status.OPEN).count()
        assert kinds == ([kind] if bericht.dossier_id else []), where
        ends = [uitkomst for uitkomst in pogingen if uitkomst in ENDED[kind]]
        assert len(ends) == 1, f"{where}: {pogingen}"
        assert ends == pogingen[-1:], where
        assert tasks == (0 if kind == "BerichtAccepted" else 1), where
        assert (bericht.status == Status.AANGENOMEN) == (kind == "BerichtAccepted"), where
        # A stuck one that may have arrived earlier is looked up before it goes again.
        assert not bericht.onzeker or kind == "BerichtStuck", where
        assert bericht.afgehandeld_at is not None, where
    contactpersonen = duo.simulator.state.data["contactpersonen"]
    with duo.world.scope():
        assert duo.person(berichten[-1].dossier)["verwerkt"] == processed, where
        assert len(contactpersonen) == Contactpersoon.objects.count(), where

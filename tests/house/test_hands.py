"""Many hands at once, for real: threads on the database of the test (catalogue C2, C3)."""

import threading
import uuid

from django.db import connections
from django.test import Client
from django.urls import reverse

from meedoen.domain.dossier.models import Dossier, Notitie


def at_once(work, count: int) -> list:
    """Run ``work(i)`` in that many threads that start together."""
    gate, results = threading.Barrier(count), [None] * count

    def run(i: int) -> None:
        gate.wait()
        try:
            results[i] = work(i)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(i,)) for i in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def test_of_eight_who_save_the_same_version_one_wins_and_seven_are_told(real_world):
    dossier = real_world.dossier(real_world.alice)
    address = reverse("klantmanager:gegevens-persoon", args=[dossier.pk])
    form = real_world.client("alice").get(address).context["form"]
    clients = [real_world.client("alice") for _ in range(8)]

    def save(i: int) -> int:
        data = {name: form[name].value() or "" for name in form.fields}
        data |= {"achternaam": f"Schrijver {i}", "reden": "verbeterd na gesprek", "version": 1}
        return clients[i].post(address, data).status_code

    codes = at_once(save, 8)
    assert sorted(codes) == [302, *[409] * 7]
    with real_world.scope():
        assert Dossier.objects.get(pk=dossier.pk).inburgeringsplichtige.version == 2


def test_a_form_sent_eight_times_at_once_works_once(real_world):
    dossier = real_world.dossier(real_world.alice)
    address = reverse("klantmanager:notities", args=[dossier.pk])
    clients: list[Client] = [real_world.client("alice") for _ in range(8)]
    key = str(uuid.uuid4())
    codes = at_once(
        lambda i: clients[i].post(address, {"tekst": "Belt terug.", "verzending": key}).status_code, 8
    )
    assert set(codes) == {302}
    with real_world.scope():
        assert Notitie.objects.count() == 1

"""Events of many dossiers published together: the logbook is the same, a reaction runs once."""

import pytest

from meedoen.domain.dossier import events
from meedoen.domain.dossier.events import Event, publish, subscribe, together
from meedoen.domain.dossier.models import Gebeurtenis
from meedoen.domain.termijn.models import Werkpunt


@pytest.fixture
def heard(monkeypatch):
    """What subscribers hear: one by one, and in bulk."""
    for name in ("_within", "_after", "_in_bulk"):
        monkeypatch.setattr(events, name, getattr(events, name).copy())
    alone, many = [], []

    def listen(event):
        alone.append(event.sentence)

    subscribe("Proef", listen, in_bulk=lambda found: many.append([event.sentence for event in found]))
    return alone, many


def test_what_is_published_together_is_written_and_told_at_the_end(world, heard):
    alone, many = heard
    first, second = world.dossier(), world.dossier()
    with world.scope():
        with together():
            publish(Event("Proef", first, None, "Eerst."))
            with together():
                publish(Event("Proef", second, None, "Daarna."))
            assert not Gebeurtenis.objects.filter(kind="Proef").exists()
        rows = Gebeurtenis.objects.filter(kind="Proef").order_by("pk")
        assert list(rows.values_list("dossier_id", "sentence")) == [
            (first.pk, "Eerst."),
            (second.pk, "Daarna."),
        ]
        assert Werkpunt.objects.filter(dossier__in=[first, second]).count() == 2
        publish(Event("Proef", first, None, "Alleen."))
    assert many == [["Eerst.", "Daarna."]]
    assert alone == ["Alleen."]


def test_after_a_fault_nothing_of_it_is_published(world, heard):
    dossier = world.dossier()
    with world.scope():
        with pytest.raises(ZeroDivisionError), together():
            publish(Event("Proef", dossier, None, "Niet."))
            raise ZeroDivisionError
        publish(Event("Proef", dossier, None, "Wel."))
        assert [row.sentence for row in Gebeurtenis.objects.filter(kind="Proef")] == ["Wel."]

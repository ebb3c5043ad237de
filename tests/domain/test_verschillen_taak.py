"""The task about differences ends with the last contradiction; what only DUO knows does not keep it open."""

from datetime import date

from meedoen.domain.keten.actions import keep_deliveries
from meedoen.domain.keten.models import Bron, Taak, Verschil
from meedoen.domain.voortgang.vergelijken import compare_dossiers, keep_ours

TODAY = date(2026, 4, 1)


def test_the_task_ends_with_the_last_contradiction_though_duo_knows_more(world):
    dossier = world.dossier(world.alice, kennisgeving_on=date(2026, 1, 12), doelgroep="")
    plicht = {"indicatorInburgeringsplicht": True, "datumKennisgevingInburgeringsplicht": "2026-01-19"}
    with world.scope():
        keep_deliveries(
            [(dossier, {"inburgeringsplicht": plicht, "doelgroep": {"indeling": "Asielstatushouder"}})],
            bron=Bron.DUO,
            told_on=date(2026, 3, 20),
            kenmerk="DUO",
        )
        compare_dossiers([dossier.pk], on=TODAY)
        taak = Taak.objects.get(dossier=dossier)
        assert (taak.status, taak.uitleg) == (Taak.Status.OPEN, "Het gaat om: Kennisgeving van DUO.")
        kennisgeving = Verschil.objects.get(dossier=dossier, veld="kennisgeving")
        keep_ours(kennisgeving, by=world.alice, reason="de brief ligt hier")
        taak.refresh_from_db()
        left = Verschil.objects.filter(dossier=dossier, status=Verschil.Status.OPEN)
        assert [row.veld for row in left] == ["doelgroep"]
        assert taak.status == Taak.Status.VERVALLEN

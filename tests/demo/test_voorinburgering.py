"""The AZC of the demo: who lives there has a contact, what COA told and a handover; nobody else has."""

import random
from datetime import date

from meedoen.demo.voorinburgering import fill_azc
from meedoen.domain.keten.models import Aanlevering
from meedoen.domain.voorinburgering.models import Beperking, Overdrachtspunt, Voorinburgering
from meedoen.domain.voorinburgering.selectors import differences, points

TODAY = date(2026, 11, 24)


def test_who_lives_in_an_azc_gets_a_story_and_who_has_a_house_none(world):
    housed = world.dossier(world.alice)
    azc = [
        world.dossier(
            world.alice,
            persoon__postcode="",
            persoon__coa_locatie="Leersum",
            koppeling_on=date(2026, 9, 1),
        )
        for _ in range(30)
    ]
    with world.scope(world.leusden):
        assert fill_azc([housed, *azc], random.Random(1), TODAY) == 30
        assert Voorinburgering.objects.count() == Aanlevering.objects.count() == 30
        assert not Aanlevering.objects.filter(dossier=housed).exists()
        assert not Aanlevering.objects.filter(told_on__gt=TODAY).exists()
        assert 0 < Beperking.objects.count() < 30
        assert not Overdrachtspunt.objects.filter(op__gt=TODAY).exists()
        found = {pair.veld.code for dossier in azc for pair in differences(dossier, "coa")}
        assert found == {"azc_telefoon"}
        assert any(not point.open for dossier in azc for point in points(dossier))
        assert not Voorinburgering.objects.filter(deelname="nee", instemming_on__isnull=False).exists()

"""The list of differences of a gemeente: both days of each, and how the comparison of the night went."""

import re
from datetime import date, datetime

from django.urls import reverse
from django.utils.timezone import get_current_timezone

from meedoen.domain.keten.actions import keep_deliveries
from meedoen.domain.keten.models import Bron
from meedoen.domain.voortgang.vergelijken import compare_gemeente


def test_each_difference_has_both_days_and_the_report_says_what_was_asked(world, as_, time_machine):
    time_machine.move_to(datetime(2026, 4, 1, 12, tzinfo=get_current_timezone()))
    dossier = world.dossier(world.alice, kennisgeving_on=date(2026, 1, 12))
    told = {"indicatorInburgeringsplicht": True, "datumKennisgevingInburgeringsplicht": "2026-01-19"}
    with world.scope():
        keep_deliveries(
            [(dossier, {"inburgeringsplicht": told})],
            bron=Bron.DUO,
            told_on=date(2026, 3, 30),
            kenmerk="DUO inburgeringsplicht 1.2.2",
        )
        compare_gemeente(world.leusden.pk, on=date(2026, 4, 1), asked=9, failed=1)
    answer = as_("alice").get(reverse("duo:verschillen"))
    page = " ".join(re.sub("<[^>]+>", " ", answer.content.decode()).split())
    assert "12 januari 2026 sinds 1 apr 2026 19 januari 2026 gehoord op 30 mrt 2026" in page
    assert "DUO kreeg 9 vragen. Bij 1 personen gaf DUO geen antwoord. Klaar op 1 april 2026 om 12:00." in page

"""The hours followed: a total that takes the place of the one before it."""

from datetime import date
from typing import Any

from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.events import Event, publish
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.models import Bericht
from meedoen.domain.keten.telling import hold_back, require_acceptable, require_open, tell_duo
from meedoen.law.keten.uren import HOOGSTE
from meedoen.law.sources import IN_WERKING

from ..facts import latest_uren
from ..models import GevolgdeUren
from ..selectors import uren_conditions


def register_uren(
    dossier: Dossier,
    soort: str,
    *,
    uren: int,
    tot_en_met_on: date,
    toelichting: str = "",
    by: Any,
    on: date,
    hold: bool = False,
) -> GevolgdeUren:
    """Record a total of hours up to and including a day, and tell DUO; the latest total counts.

    Args:
        soort: a value of `GevolgdeUren.Soort`.
        uren: whole hours, 0 to 9999, from the beginning.
        toelichting: why, needed when the total goes down.
        hold: keep it here without sending, also where DUO would refuse it.

    Raises:
        NotPossible: for another number, a day in the future, a lower total without a reason, or in a closed
            dossier.
        WouldBeRefused: when DUO would refuse it and `hold` is not asked.
    """
    require_open(dossier)
    soort = GevolgdeUren.Soort(soort)
    _check(dossier, soort, uren, tot_en_met_on, toelichting, on)
    refusing = require_acceptable(uren_conditions(dossier, soort, uren, on=on), hold=hold)
    total = GevolgdeUren.objects.create(
        gemeente_id=dossier.gemeente_id,
        dossier=dossier,
        soort=soort,
        uren=uren,
        tot_en_met_on=tot_en_met_on,
        toelichting=toelichting.strip()[:300],
        by=by,
    )
    sentence = f"{soort.label}: {uren} uur in totaal."
    publish(Event("UrenRegistered", dossier, by, sentence, toelichting.strip(), {"uren": total.pk}))
    if refusing:
        hold_back(dossier, onderwerp=soort, wat="de uren", refusing=refusing, waar="uren")
    else:
        tell_uren(total, by=by)
    return total


def tell_uren(total: GevolgdeUren, *, by: Any) -> Bericht:
    """Queue the message that tells DUO a total."""
    soort = Bericht.Soort(total.soort)
    return tell_duo(
        total.dossier, soort, onderwerp=soort, omschrijving=soort.label, by=by, body={"uren": total.uren}
    )


def _check(dossier: Dossier, soort: str, uren: int, tot_en_met_on: date, toelichting: str, on: date) -> None:
    highest: int = HOOGSTE.at(max(on, IN_WERKING))
    if not 0 <= uren <= highest:
        raise NotPossible(f"Vul een heel aantal uren in van 0 tot en met {highest}.")
    if tot_en_met_on > on:
        raise NotPossible("De dag tot en met wanneer u telt, ligt in de toekomst.")
    earlier = latest_uren(dossier, soort)
    if earlier is not None and uren < earlier.uren and not toelichting.strip():
        raise NotPossible(
            f"Het totaal was {earlier.uren} uur en wordt lager. Schrijf bij Toelichting waarom dat klopt."
        )

"""Trusting the public keys of another gemeente, and no longer trusting them."""

from datetime import date
from typing import Any

from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.regio.models import Gemeente

from ..models import Overdrachtssleutel
from ..sleutels import OpenbareSleutel


def trust_key(
    gemeente: Gemeente, openbaar: OpenbareSleutel, *, gecontroleerd: str, by: Any
) -> Overdrachtssleutel:
    """Trust the keys of another gemeente, after somebody compared the fingerprint with her.

    Args:
        gemeente: who trusts.
        openbaar: what was read of the key file.
        gecontroleerd: with whom and how the fingerprint was compared.

    Raises:
        NotPossible: without a word on the comparison, for her own key, or when it is trusted already.
    """
    if not gecontroleerd.strip():
        raise NotPossible("Schrijf met wie u de vingerafdruk hebt vergeleken, en hoe.")
    if openbaar.gemeente.code == gemeente.cbs_code:
        raise NotPossible("Dit is de sleutel van uw eigen gemeente. Vraag de andere gemeente om de hare.")
    print_ = openbaar.vingerafdruk
    rows = Overdrachtssleutel.objects.filter(gemeente=gemeente, vingerafdruk=print_)
    if rows.filter(ingetrokken_on__isnull=True).exists():
        raise NotPossible(f"Deze sleutel van {openbaar.gemeente.naam} vertrouwt uw gemeente al.")
    return Overdrachtssleutel.objects.create(
        gemeente=gemeente,
        andere_code=openbaar.gemeente.code,
        andere_naam=openbaar.gemeente.naam,
        ondertekenen=openbaar.ondertekenen,
        versleutelen=openbaar.versleutelen,
        vingerafdruk=print_,
        gecontroleerd=gecontroleerd.strip()[:200],
        by=by,
    )


def withdraw_key(sleutel: Overdrachtssleutel, *, on: date, by: Any) -> None:
    """No longer trust a key: files that it signed are refused from now on; what was taken over stays.

    Raises:
        NotPossible: when it was withdrawn already.
    """
    if sleutel.ingetrokken_on is not None:
        raise NotPossible("Deze sleutel is al ingetrokken.")
    sleutel.ingetrokken_on = on
    sleutel.version += 1
    sleutel._history_user = by
    sleutel.save()

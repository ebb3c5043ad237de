"""Keeping the list of schools: as DUO gives it every night, or typed over from its portal."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from meedoen.domain.dossier.actions import NotPossible

from ..models import Instelling

FIELDS = {
    "naam": "naam",
    "postcode": "postcode",
    "huisnummer": "huisnummer",
    "huisnummertoevoeging": "huisnummertoevoeging",
    "plaatsnaam": "plaatsnaam",
    "bow": "bow",
    "brin": "brin",
    "indicatieBowKeurmerk": "bow_keurmerk",
    "indicatieTstKeurmerk": "tst_keurmerk",
}
"""Published name → field."""

NUMBER_LENGTH = 10
"""Characters of an instellingsnummer, not more and not less."""


def keep_instellingen(rows: Iterable[Mapping[str, Any]], *, on: date) -> int:
    """Keep the schools that DUO lists, by their number; returns how many.

    A school that is not on the list any more stays, with the day on which it last was. What somebody typed
    over by hand gives way to what DUO lists.

    Args:
        rows: as published.
        on: the day of the list.
    """
    made = [
        Instelling(
            instellingsnummer=row["instellingsnummer"],
            gezien_on=on,
            **{field: row[name] for name, field in FIELDS.items() if row.get(name) is not None},
        )
        for row in rows
    ]
    Instelling.objects.bulk_create(
        made,
        update_conflicts=True,
        unique_fields=["instellingsnummer"],
        update_fields=[*FIELDS.values(), "gezien_on"],
    )
    return len(made)


def add_instelling(
    number: str,
    *,
    naam: str,
    plaatsnaam: str = "",
    bow_keurmerk: bool | None = None,
    tst_keurmerk: bool | None = None,
    on: date,
) -> Instelling:
    """Add a school as somebody saw it in DUO's portal.

    Args:
        number: instellingsnummer, ten letters or digits.
        naam: at most 128 characters; `plaatsnaam` at most 40.
        bow_keurmerk: of Blik op Werk; None is not known. `tst_keurmerk` the same for taalschakeltrajecten.
        on: the day on which it was seen there.

    Raises:
        NotPossible: without a right number or a name, or when the number is in the list already.
    """
    if len(number) != NUMBER_LENGTH or not (number.isascii() and number.isalnum()):
        raise NotPossible("Een instellingsnummer heeft precies 10 cijfers of letters.")
    made = Instelling(instellingsnummer=number)
    _fill(made, naam, plaatsnaam, bow_keurmerk, tst_keurmerk, on)
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError:
        raise NotPossible(f"Nummer {number} staat al in de lijst. Wijzig die school.") from None
    return made


def change_instelling(
    instelling: Instelling,
    *,
    naam: str,
    plaatsnaam: str = "",
    bow_keurmerk: bool | None = None,
    tst_keurmerk: bool | None = None,
    on: date,
) -> Instelling:
    """Change a school to what somebody saw in the portal; its number stays. Arguments as of `add_instelling`.

    Raises:
        NotPossible: without a name.
    """
    _fill(instelling, naam, plaatsnaam, bow_keurmerk, tst_keurmerk, on)
    instelling.save()
    return instelling


def _fill(
    instelling: Instelling,
    naam: str,
    plaatsnaam: str,
    bow_keurmerk: bool | None,
    tst_keurmerk: bool | None,
    on: date,
) -> None:
    instelling.naam, instelling.plaatsnaam = " ".join(naam.split()), " ".join(plaatsnaam.split())
    if not instelling.naam:
        raise NotPossible("Vul de naam van de school in.")
    instelling.bow_keurmerk, instelling.tst_keurmerk = bow_keurmerk, tst_keurmerk
    instelling.gezien_on = on

"""What was changed in a dossier: from what to what, when, by whom and why. Numbers stay covered."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Field, Model

from meedoen.domain.regio.secrecy import SecretLost, unseal

from .models import Dossier, Inburgeringsplichtige

# Columns that say nothing to a reader.
TECHNICAL = frozenset(
    {"id", "gemeente", "sleutel", "version", "zoeknaam", "bsn_index", "v_nummer_index", "aangemaakt_at"}
)
SEALED = {"bsn_sealed": ("bsn", "BSN"), "v_nummer_sealed": ("v_nummer", "V-nummer")}


@dataclass(frozen=True)
class Changed:
    """One field: what stood there and what stands there since."""

    label: str
    before: Any
    after: Any


@dataclass(frozen=True)
class Change:
    """One saving: when, by whom, why, and what it changed."""

    at: datetime
    by: Any
    reason: str
    first: bool
    fields: list[Changed]


def changes(dossier: Dossier) -> list[Change]:
    """Return every change of the person and the case, newest first."""
    found = [*_of(Inburgeringsplichtige, dossier.inburgeringsplichtige_id), *_of(Dossier, dossier.pk)]
    return sorted(found, key=lambda change: change.at, reverse=True)


def _of(model: type[Model], pk: int) -> list[Change]:
    rows = list(
        model.history.filter(id=pk).select_related("history_user").order_by("history_date", "history_id")
    )
    found, before = [], None
    for row in rows:
        fields = [] if before is None else _differences(model, before, row)
        if before is None or fields:
            found.append(
                Change(
                    row.history_date,
                    row.history_user,
                    row.history_change_reason or "",
                    before is None,
                    fields,
                )
            )
        before = row
    return found


def _differences(model: type[Model], before: Any, after: Any) -> list[Changed]:
    found = []
    for field in model._meta.concrete_fields:
        if field.name in TECHNICAL:
            continue
        if field.name in SEALED:
            name, label = SEALED[field.name]
            old, new = _covered(before, field.name, name), _covered(after, field.name, name)
            if getattr(before, f"{name}_index") != getattr(after, f"{name}_index"):
                found.append(Changed(label, old, new))
        elif getattr(before, field.attname) != getattr(after, field.attname):
            found.append(Changed(_label(field), _shown(field, before), _shown(field, after)))
    return found


def _label(field: Field) -> str:
    label = str(field.verbose_name)
    return label[:1].upper() + label[1:]


def _shown(field: Field, row: Any) -> Any:
    """Return the value as a reader knows it: the label of a code, the name of a colleague."""
    value = getattr(row, field.attname)
    if value in (None, ""):
        return ""
    if field.choices:
        return dict(field.flatchoices).get(value, value)
    if field.is_relation:
        known = field.related_model._base_manager.filter(pk=value).first()
        return str(known) if known is not None else f"nummer {value}"
    return value


def _covered(row: Any, column: str, name: str) -> str:
    """Return a sealed number with all but its last three characters covered."""
    sealed = getattr(row, column)
    if not sealed:
        return ""
    try:
        text = unseal(sealed, gemeente_id=row.gemeente_id, field=name, row=str(row.sleutel))
    except SecretLost:
        return "•••"
    return "•" * max(len(text) - 3, 0) + text[-3:]

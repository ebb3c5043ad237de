"""The list of everything that went to DUO and came from DUO, filtered, newest first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.db.models import CharField, F, QuerySet, Value

from meedoen.domain.keten.gebeurtenissen import TABLE, betekenis_of
from meedoen.domain.keten.models import Bericht, Notificatie
from meedoen.domain.keten.refusals import explain_all
from meedoen.domain.regio.models import Gemeente
from meedoen.web.fields import DutchDateField

UIT, IN = "uit", "in"

STANDEN: Mapping[str, tuple[str, Sequence[str], Sequence[str]]] = {
    "wacht": (
        "Wacht",
        (Bericht.Status.KLAAR, Bericht.Status.BEZIG),
        (Notificatie.Status.ONTVANGEN, Notificatie.Status.BEZIG),
    ),
    "goed": ("Aangenomen of verwerkt", (Bericht.Status.AANGENOMEN,), (Notificatie.Status.VERWERKT,)),
    "geweigerd": ("Geweigerd", (Bericht.Status.GEWEIGERD,), ()),
    "vastgelopen": ("Vastgelopen", (Bericht.Status.VASTGELOPEN,), (Notificatie.Status.VASTGELOPEN,)),
    "onbekend": ("Persoon niet bekend", (), (Notificatie.Status.ONBEKEND,)),
    "klaar": (
        "Vervallen of met de hand afgehandeld",
        (Bericht.Status.VERVALLEN,),
        (Notificatie.Status.AFGEHANDELD,),
    ),
}
"""For each choice of the filter: its words, and the statuses of messages out and of events in."""

TONES = {
    Bericht.Status.AANGENOMEN: "safe",
    Bericht.Status.GEWEIGERD: "danger",
    Bericht.Status.VASTGELOPEN: "danger",
    Notificatie.Status.VERWERKT: "safe",
    Notificatie.Status.ONBEKEND: "warning",
}


@dataclass(frozen=True)
class Regel:
    """One line of the list: a message out or an event in.

    Attributes:
        reasons: what DUO wrote when it refused, in plain words.
        by_hand: somebody brought it, or took it over from the portal.
    """

    way: str
    pk: int
    at: datetime
    gemeente: Gemeente
    dossier: Any
    what: str
    soort: str
    status: str
    tone: str
    by: str
    attempts: int
    reasons: Sequence[str] = ()
    by_hand: bool = False


class FilterForm(forms.Form):
    """Which lines are shown."""

    gemeente = forms.ModelChoiceField(
        label="Gemeente", queryset=Gemeente.objects.none(), required=False, empty_label="alle"
    )
    richting = forms.ChoiceField(
        label="Richting",
        required=False,
        choices=[("", "beide"), (UIT, "naar DUO"), (IN, "van DUO")],
    )
    stand = forms.ChoiceField(
        label="Stand",
        required=False,
        choices=[("", "alle"), *((key, words) for key, (words, _, _) in STANDEN.items())],
    )
    soort = forms.ChoiceField(
        label="Soort",
        required=False,
        choices=[
            ("", "alle"),
            ("Naar DUO", Bericht.Soort.choices),
            ("Van DUO", [(row.code, f"{row.code}: {row.zin}") for row in TABLE]),
        ],
    )
    van = DutchDateField(label="Vanaf", required=False, help_text="")
    tot = DutchDateField(label="Tot en met", required=False, help_text="")

    def __init__(self, *args: Any, gemeenten: Iterable[Gemeente], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ids = [gemeente.pk for gemeente in gemeenten]
        self.fields["gemeente"].queryset = Gemeente.objects.filter(pk__in=self.ids)
        if len(self.ids) < 2:
            del self.fields["gemeente"]

    def gemeente_ids(self) -> list[int]:
        """Return the gemeenten whose lines are asked."""
        chosen = self.cleaned_data.get("gemeente") if self.is_valid() else None
        return [chosen.pk] if chosen else self.ids

    def traffic(self, *, dossiers: Any = None) -> QuerySet:
        """Return (way, pk, at) of every line that fits, newest first; a wrong filter shows nothing.

        Args:
            dossiers: a queryset of dossiers about which the lines are; None is everybody.
        """
        berichten, notificaties = Bericht.objects.order_by(), Notificatie.objects.order_by()
        if not self.is_valid():
            berichten, notificaties = berichten.none(), notificaties.none()
            return _union(berichten, notificaties)
        ids, asked = self.gemeente_ids(), self.cleaned_data
        berichten, notificaties = (rows.filter(gemeente_id__in=ids) for rows in (berichten, notificaties))
        if dossiers is not None:
            berichten = berichten.filter(dossier__in=dossiers)
            notificaties = notificaties.filter(dossier__in=dossiers)
        if asked["stand"]:
            _, out, back = STANDEN[asked["stand"]]
            berichten, notificaties = berichten.filter(status__in=out), notificaties.filter(status__in=back)
        if asked["soort"]:
            berichten = berichten.filter(soort=asked["soort"])
            notificaties = notificaties.filter(gebeurtenis_id=asked["soort"])
        if asked["van"]:
            berichten = berichten.filter(made_at__date__gte=asked["van"])
            notificaties = notificaties.filter(received_at__date__gte=asked["van"])
        if asked["tot"]:
            berichten = berichten.filter(made_at__date__lte=asked["tot"])
            notificaties = notificaties.filter(received_at__date__lte=asked["tot"])
        if asked["richting"] == UIT:
            notificaties = notificaties.none()
        if asked["richting"] == IN:
            berichten = berichten.none()
        return _union(berichten, notificaties)


def _union(berichten: QuerySet, notificaties: QuerySet) -> QuerySet:
    out = berichten.annotate(way=Value(UIT, CharField()), at=F("made_at")).values_list("way", "pk", "at")
    back = notificaties.annotate(way=Value(IN, CharField()), at=F("received_at")).values_list(
        "way", "pk", "at"
    )
    return out.union(back, all=True).order_by("-at", "way", "-pk")


def lines(found: Iterable[tuple[str, int, datetime]]) -> list[Regel]:
    """Return the lines of (way, pk, at), in that order, with two queries."""
    found = list(found)
    out = _rows(Bericht, [pk for way, pk, _ in found if way == UIT])
    back = _rows(Notificatie, [pk for way, pk, _ in found if way == IN])
    return [
        _sent(out[pk]) if way == UIT else _received(back[pk])
        for way, pk, _ in found
        if pk in (out if way == UIT else back)
    ]


def lines_of(dossier: Any) -> list[Regel]:
    """Return every line about one dossier, newest first."""
    found = [
        *(_sent(row) for row in _of(Bericht, dossier)),
        *(_received(r) for r in _of(Notificatie, dossier)),
    ]
    return sorted(found, key=lambda line: (line.at, line.way), reverse=True)


def _rows(model: Any, ids: list[int]) -> dict[int, Any]:
    return _complete(model).in_bulk(ids) if ids else {}


def _of(model: Any, dossier: Any) -> Any:
    return _complete(model).filter(dossier=dossier)


def _complete(model: Any) -> Any:
    return model.objects.select_related("gemeente", "dossier__inburgeringsplichtige", "by")


def _sent(row: Bericht) -> Regel:
    refused = row.status == Bericht.Status.GEWEIGERD
    reasons = (
        [f"{one.meaning} {one.mend}" for one in explain_all(row.soort, row.foutteksten)]
        if refused
        else list(row.foutteksten)
    )
    return Regel(
        way=UIT,
        pk=row.pk,
        at=row.made_at,
        gemeente=row.gemeente,
        dossier=row.dossier,
        what=row.omschrijving,
        soort=row.get_soort_display(),
        status=row.get_status_display(),
        tone=TONES.get(row.status, "neutral"),
        by=str(row.by or "Meedoen"),
        attempts=row.pogingen_gedaan,
        reasons=reasons,
        by_hand=row.met_de_hand_by_id is not None,
    )


def _received(row: Notificatie) -> Regel:
    return Regel(
        way=IN,
        pk=row.pk,
        at=row.received_at,
        gemeente=row.gemeente,
        dossier=row.dossier,
        what=betekenis_of(row.gebeurtenis_id).zin,
        soort=row.gebeurtenis_id,
        status=row.get_status_display(),
        tone="danger" if row.status == Notificatie.Status.VASTGELOPEN else TONES.get(row.status, "neutral"),
        by=str(row.by) if row.by else "DUO",
        attempts=row.pogingen_gedaan,
        reasons=[row.fout] if row.fout else [],
        by_hand=row.weg != Notificatie.Weg.M2M,
    )

"""Which message may leave for DUO now, and for what another one waits.

Messages of one dossier leave in the order in which they were made. Three things differ:

* messages about contactpersonen do not wait for the others, nor the others for them;
* what asks a PIP at DUO waits while the PIP was refused or got stuck, until it is mended, dropped, or a later
  PIP was accepted; a PIP does not wait for what waits for it;
* what is about a contactpersoon waits until DUO gave it a number.
"""

from datetime import datetime
from functools import cache, reduce
from operator import or_
from typing import Any

from django.db.models import CharField, Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast, Concat

from .models import Bericht, Contactpersoon
from .refusals import CONTACT

Soort, Status = Bericht.Soort, Bericht.Status
OPEN = (Status.KLAAR, Status.BEZIG)
STOPPED = (Status.GEWEIGERD, Status.VASTGELOPEN)
NEEDS_PIP = (
    Soort.AANBOD,
    Soort.UREN_TAALLES,
    Soort.UREN_PARTICIPATIE,
    Soort.MAP,
    Soort.PVT,
    Soort.ZROUTE,
)
"""What DUO refuses without a PIP of the gemeente."""
NEEDS_NUMBER = tuple(soort for soort in CONTACT if soort != Soort.CONTACTPERSOON_MAKEN)
"""What names a contactpersoon by the number that DUO gave it."""
_CONTACTPERSOON = "contactpersoon:"


def contactpersoon_onderwerp(pk: int) -> str:
    """Return the `onderwerp` of every message about a contactpersoon: it ties them together."""
    return f"{_CONTACTPERSOON}{pk}"


def contactpersoon_of(bericht: Bericht) -> Contactpersoon | None:
    """Return the contactpersoon that a message is about, or None."""
    number = bericht.onderwerp.removeprefix(_CONTACTPERSOON)
    if not bericht.onderwerp.startswith(_CONTACTPERSOON) or not number.isdigit():
        return None
    return Contactpersoon.objects.filter(gemeente_id=bericht.gemeente_id, pk=number).first()


def due(at: datetime) -> QuerySet[Bericht]:
    """Return the messages that may leave at this moment; the first of every dossier, as it were."""
    return ready().filter(next_attempt_at__lte=at)


def ready() -> QuerySet[Bericht]:
    """Return the messages that wait for no other message (but perhaps for their hour)."""
    klaar = Bericht.objects.filter(status=Status.KLAAR)
    return klaar.exclude(_waits_for_number()).exclude(_waits_for_pip()).filter(_is_next())


def waits_for(bericht: Bericht) -> str:
    """Return for what a message waits, as a Dutch sentence; empty when it waits for no other message."""
    if bericht.status != Status.KLAAR or ready().filter(pk=bericht.pk).exists():
        return ""
    if bericht.soort in NEEDS_NUMBER and not bericht.gegevens["pad"].get("id"):
        return "Wacht tot de contactpersoon bij DUO is aangemeld en een nummer heeft."
    if bericht.soort in NEEDS_PIP:
        stopped = _stopped_pip().filter(_before(bericht.pk), dossier_id=bericht.dossier_id).last()
        if stopped is not None:
            word = "geweigerd" if stopped.status == Status.GEWEIGERD else "niet verwerkt"
            return f"Wacht op het PIP: dat heeft DUO {word}. Verbeter eerst het PIP, dan gaat dit vanzelf."
        if _mended_pip().filter(dossier_id=bericht.dossier_id).exists():
            return "Wacht op het verbeterde PIP, dat eerst naar DUO gaat."
    return "Wacht op een eerder bericht."


def _rows() -> QuerySet[Bericht]:
    """Other messages, always compared with one of the same dossier or gemeente, so within the scope."""
    return Bericht._base_manager.all()


@cache
def _waits_for_number() -> Q:
    known = (
        Contactpersoon._base_manager.filter(duo_id__isnull=False)
        .annotate(onderwerp=Concat(Value(_CONTACTPERSOON), Cast("pk", CharField())))
        .filter(gemeente_id=OuterRef("gemeente_id"), onderwerp=OuterRef("onderwerp"))
    )
    nameless = Q(gegevens__pad__id__isnull=True) | Q(gegevens__pad__id=None)
    return Q(soort__in=NEEDS_NUMBER) & nameless & ~Exists(known)


def _stopped_pip() -> QuerySet[Bericht]:
    """PIPs that DUO has not, that nobody mended yet and no later PIP made up for."""
    later = _rows().filter(
        dossier_id=OuterRef("dossier_id"), soort=Soort.PIP, status=Status.AANGENOMEN, pk__gt=OuterRef("pk")
    )
    mended = _rows().filter(vervangt_id=OuterRef("pk"))
    return (
        _rows()
        .filter(soort=Soort.PIP, status__in=STOPPED)
        .exclude(Exists(mended))
        .exclude(Exists(later))
        .order_by("pk")
    )


def _mended_pip() -> QuerySet[Bericht]:
    """PIPs under way that take the place of a refused one: they go before what was made after that one."""
    return _rows().filter(soort=Soort.PIP, status__in=OPEN, vervangt__isnull=False)


def _before(pk: Any) -> Q:
    """Made before a message, or in the place of one that was."""
    return Q(pk__lt=pk) | Q(vervangt__isnull=False)


@cache
def _waits_for_pip() -> Q:
    stopped = _stopped_pip().filter(_before(OuterRef("pk")), dossier_id=OuterRef("dossier_id"))
    mended = _mended_pip().filter(dossier_id=OuterRef("dossier_id"))
    return Q(soort__in=NEEDS_PIP) & (Exists(stopped) | Exists(mended))


@cache
def _is_next() -> Q:
    """Nothing that comes before it is still open."""
    dossier = _rows().filter(dossier_id=OuterRef("dossier_id"))
    contact, others = dossier.filter(soort__in=CONTACT), dossier.exclude(soort__in=CONTACT)
    earlier = Q(pk__lt=OuterRef("pk"), status__in=OPEN)
    subject = _rows().filter(earlier, gemeente_id=OuterRef("gemeente_id"), onderwerp=OuterRef("onderwerp"))
    # What makes a contactpersoon known waits for nothing that waits for her number.
    before = {
        Soort.CONTACTPERSOON_MAKEN: subject.filter(soort=Soort.CONTACTPERSOON_MAKEN),
        Soort.CONTACTPERSOON_WIJZIGEN: subject.filter(dossier__isnull=True),
        Soort.CONTACTPERSOON_VERWIJDEREN: subject,
    }
    of_gemeente = reduce(or_, (Q(soort=soort) & ~Exists(rows) for soort, rows in before.items()))
    stopped = _stopped_pip().filter(dossier_id=OuterRef("dossier_id"))
    pip_first = Q(soort=Soort.PIP) & (Q(vervangt__isnull=False) | Exists(stopped))
    return (
        Q(dossier__isnull=True) & (Q(onderwerp="") | ~Q(soort__in=CONTACT) | of_gemeente)
        | Q(dossier__isnull=False, soort__in=CONTACT) & ~Exists(contact.filter(earlier))
        | (
            Q(dossier__isnull=False)
            & ~Q(soort__in=CONTACT)
            & ~Exists(others.filter(status=Status.BEZIG))
            & (pip_first | ~Exists(others.filter(earlier)))
        )
    )

"""Who works for a gemeente: accounts, roles from a day until a day, and the end of them.

Every change of rights stands in the security log, also when a beheerder gives herself a role.
"""

from collections.abc import Iterable
from datetime import date

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils import timezone

from .logboek import record_security
from .models import Aanstelling, Gemeente, Medewerker, Rol, Team


class NotAllowed(ValueError):
    """Raised when a change of rights cannot be; carries a Dutch sentence."""


def make_account(
    *, email: str, naam: str, functie: str, gemeente: Gemeente, by: Medewerker
) -> tuple[Medewerker, bool]:
    """Return the account of an address and whether it is new; a new one has no password yet."""
    known = Medewerker.objects.filter(email__iexact=email).first()
    if known is not None:
        return known, False
    medewerker = Medewerker.objects.create_user(email=email, naam=naam, functie=functie)
    record_security(
        "account gemaakt", "gelukt", actor=by, gemeente=gemeente, detail=f"medewerker {medewerker.pk}"
    )
    return medewerker, True


def give_role(
    medewerker: Medewerker,
    *,
    gemeente: Gemeente,
    rol: Rol,
    since: date,
    until: date | None,
    team: Team | None,
    by: Medewerker,
) -> Aanstelling:
    """Give somebody a role for a gemeente, from a day and until (not including) a day.

    Raises:
        NotAllowed: when the role ends before it begins, overlaps the same role, or the
            team is of another gemeente.
    """
    if until is not None and until <= since:
        raise NotAllowed("De einddatum ligt niet na de begindatum.")
    if team is not None and team.gemeente_id != gemeente.pk:
        raise NotAllowed("Dit team is van een andere gemeente.")
    for known in medewerker.aanstellingen.filter(gemeente=gemeente, rol=rol):
        if (known.until is None or known.until > since) and (until is None or known.since < until):
            raise NotAllowed(f"{medewerker} heeft deze rol in {gemeente} al in (een deel van) die tijd.")
    aanstelling = Aanstelling(
        medewerker=medewerker, gemeente=gemeente, rol=rol, since=since, until=until, team=team
    )
    aanstelling._change_reason = "rol gegeven"
    aanstelling.save()
    to_herself = " aan zichzelf" if medewerker.pk == by.pk else ""
    last = f" tot {until}" if until else ""
    record_security(
        f"rol gegeven{to_herself}",
        "gelukt",
        actor=by,
        gemeente=gemeente,
        detail=f"{rol.label}: medewerker {medewerker.pk}, vanaf {since}{last}",
    )
    return aanstelling


def end_role(aanstelling: Aanstelling, *, by: Medewerker, on: date) -> None:
    """End a role: from that day on it gives nothing any more.

    Raises:
        NotAllowed: when it has ended, or nobody would be beheerder of the gemeente.
    """
    if aanstelling.until is not None and aanstelling.until <= on:
        raise NotAllowed("Deze rol is al geëindigd.")
    if aanstelling.rol == Rol.BEHEERDER and not _another_beheerder(aanstelling, on):
        raise NotAllowed("Dit is de laatste beheerder van de gemeente. Geef eerst iemand anders die rol.")
    # A role that has not begun yet must not end before it begins.
    aanstelling.until = max(on, aanstelling.since)
    aanstelling._change_reason = "rol beëindigd"
    aanstelling.save()
    record_security(
        "rol beëindigd",
        "gelukt",
        actor=by,
        gemeente=aanstelling.gemeente,
        detail=f"{aanstelling.get_rol_display()}: medewerker {aanstelling.medewerker_id}",
    )


def set_active(medewerker: Medewerker, active: bool, *, by: Medewerker, gemeente: Gemeente) -> int:
    """Close or open an account for log-in; returns how many sessions ended.

    Raises:
        NotAllowed: for one's own account.
    """
    if medewerker.pk == by.pk:
        raise NotAllowed("U kunt uw eigen account niet blokkeren.")
    medewerker.is_active = active
    medewerker.save(update_fields=["is_active"])
    record_security(
        "account geopend" if active else "account geblokkeerd",
        "gelukt",
        actor=by,
        gemeente=gemeente,
        detail=f"medewerker {medewerker.pk}",
    )
    return 0 if active else end_sessions(medewerker, by=by, gemeente=gemeente)


def end_sessions(medewerker: Medewerker, *, by: Medewerker, gemeente: Gemeente) -> int:
    """Log somebody out everywhere; returns how many sessions ended."""
    ended = [
        session.session_key
        for session in Session.objects.filter(expire_date__gt=timezone.now()).iterator()
        if session.get_decoded().get(SESSION_KEY) == str(medewerker.pk)
    ]
    Session.objects.filter(session_key__in=ended).delete()
    record_security(
        "sessies beëindigd",
        "gelukt",
        actor=by,
        gemeente=gemeente,
        detail=f"{len(ended)} sessies van medewerker {medewerker.pk}",
    )
    return len(ended)


def works_only_for(medewerker: Medewerker, gemeente_ids: Iterable[int], *, on: date) -> bool:
    """Return whether somebody has no role outside these gemeenten, on that day or later."""
    elsewhere = medewerker.aanstellingen.exclude(gemeente_id__in=list(gemeente_ids))
    return not any(row.until is None or row.until > on for row in elsewhere)


def _another_beheerder(aanstelling: Aanstelling, on: date) -> bool:
    # Two beheerders who end each other's role at once must not both succeed.
    Gemeente.objects.select_for_update().get(pk=aanstelling.gemeente_id)
    others = Aanstelling.objects.on(on).filter(
        gemeente=aanstelling.gemeente, rol=Rol.BEHEERDER, medewerker__is_active=True
    )
    return others.exclude(medewerker_id=aanstelling.medewerker_id).exists()

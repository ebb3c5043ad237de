"""Verbs about gemeenten and who works for them."""

from datetime import date

from .logboek import record_security
from .models import Aanstelling, Gemeente, Huisstijl, Medewerker, Rol, Team


def appoint_first_beheerder(*, gemeente: str, cbs: str, email: str, naam: str, on: date) -> Medewerker:
    """Make a gemeente (when it is new) and give somebody the role of beheerder in it.

    The account has no usable password yet.
    """
    place, _ = Gemeente.objects.get_or_create(cbs_code=cbs, defaults={"naam": gemeente})
    Huisstijl.objects.get_or_create(gemeente=place)
    Team.objects.get_or_create(gemeente=place, naam="Team Inburgering")
    medewerker = Medewerker.objects.filter(email=email.lower()).first()
    if medewerker is None:
        medewerker = Medewerker.objects.create_user(email=email, naam=naam, functie="beheerder")
    Aanstelling.objects.get_or_create(
        medewerker=medewerker, gemeente=place, rol=Rol.BEHEERDER, until=None, defaults={"since": on}
    )
    record_security("rol gegeven", "gelukt", gemeente=place, detail=f"beheerder: medewerker {medewerker.pk}")
    return medewerker

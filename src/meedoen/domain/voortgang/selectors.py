"""Questions about aanbod, hours, PVT, MAP and Z-route: what DUO asks of them, and where they stand."""

from datetime import date
from typing import Any

from meedoen.domain.dossier.models import Dossier, Gebeurtenis
from meedoen.domain.keten.models import Bericht, Contactpersoon, Instelling
from meedoen.domain.keten.outgoing import contactpersoon_onderwerp
from meedoen.domain.keten.telling import Condition, last_bericht, never_left, person_condition
from meedoen.law.kernel.outcome import Outcome
from meedoen.law.keten.aanbod import AANBOD_CONDITIONS, duo_aanbod_overwrites
from meedoen.law.keten.contactpersoon import (
    ContactpersoonFacts,
    duo_accepts_contactpersoon,
    duo_contactpersoon_links_lost,
)
from meedoen.law.keten.einddatums import EinddatumFacts, aanbod_end_for_duo, aanbod_last_day_from_duo
from meedoen.law.keten.pvt_map import (
    duo_resultaat_date_fits,
    duo_resultaat_may_change,
    duo_resultaat_withdrawal,
    duo_verwijtbaar_fits,
)
from meedoen.law.keten.uren import duo_accepts_uren, duo_uren_participatie
from meedoen.law.keten.verwijderen import duo_accepts_aanbod_deletion
from meedoen.law.keten.z_route import duo_accepts_z_route

from .facts import (
    AtDUO,
    duo_aanbod_facts,
    duo_resultaat_facts,
    duo_uren_facts,
    duo_verwijderen_facts,
    duo_z_route_facts,
    latest_resultaat,
)
from .models import GevolgdeUren, Inburgeringsaanbod, Resultaat

WITHDRAWN = "ResultaatWithdrawn"
"""Kind of the event that a date of PVT, MAP or Z-route was taken back."""

LINKS = (Bericht.Soort.CONTACTPERSOON_KOPPELEN, Bericht.Soort.CONTACTPERSOON_ONTKOPPELEN)


def end_from_last_day(laatste_lesdag: date | None, *, on: date) -> date | None:
    """Return the end of an aanbod as it is kept and sent: the day after the last day of the course."""
    outcome = aanbod_end_for_duo(EinddatumFacts(laatste_lesdag=laatste_lesdag), on=on)
    return outcome.value if outcome.is_known else None


def last_day_of(aanbod: Inburgeringsaanbod, *, on: date) -> date | None:
    """Return the last day of the course of an aanbod, the way a person writes it."""
    outcome = aanbod_last_day_from_duo(EinddatumFacts(duo_aanbod_einde=aanbod.eind_on), on=on)
    return outcome.value if outcome.is_known else None


def aanbod_conditions(
    dossier: Dossier,
    instelling: Instelling | None,
    *,
    aanbod_on: date | None,
    start_on: date | None,
    eind_on: date | None,
    on: date,
) -> list[Condition]:
    """Return DUO's conditions for an aanbod, and whether it meets them."""
    facts = duo_aanbod_facts(
        AtDUO(dossier), instelling, aanbod_on=aanbod_on, start_on=start_on, eind_on=eind_on
    )
    return [person_condition(dossier), *(Condition(rule(facts, on=on)) for rule in AANBOD_CONDITIONS)]


def overwrites(dossier: Dossier, instelling: Instelling, *, on: date) -> Outcome[bool]:
    """Return whether a new aanbod takes the place of an earlier one at this school."""
    facts = duo_aanbod_facts(AtDUO(dossier), instelling, aanbod_on=None, start_on=None, eind_on=None)
    return duo_aanbod_overwrites(facts, on=on)


def aanbod_deletion_conditions(aanbod: Inburgeringsaanbod, *, on: date) -> list[Condition]:
    """Return whether DUO would take back an aanbod."""
    facts = duo_verwijderen_facts(AtDUO(aanbod.dossier), aanbod.instelling)
    outcome = duo_accepts_aanbod_deletion(facts, on=on)
    return [person_condition(aanbod.dossier), Condition(outcome)]


def uren_conditions(dossier: Dossier, soort: str, uren: int | None, *, on: date) -> list[Condition]:
    """Return DUO's conditions for a total of hours, and whether it meets them."""
    facts = duo_uren_facts(AtDUO(dossier), soort, uren)
    found = [person_condition(dossier)]
    if soort == GevolgdeUren.Soort.PARTICIPATIE:
        counted = duo_uren_participatie(facts, on=on)
        if not counted.is_known or counted.value is None:  # DUO counts them for the Z-route of asiel only
            return [*found, Condition(counted)]
    return [*found, Condition(_countable(duo_accepts_uren(facts, on=on), soort))]


def _countable(outcome: Outcome[bool], soort: str) -> Outcome[bool]:
    """The rule looks at all three totals; that of participation says nothing about lessons."""
    if outcome.is_known or soort == GevolgdeUren.Soort.PARTICIPATIE:
        return outcome
    return Outcome(True, "het totaal past in de teller van DUO", citation=outcome.citation, on=outcome.on)


def resultaat_conditions(
    dossier: Dossier, onderdeel: str, datum: date | None, verwijtbaar: bool | None, *, on: date
) -> list[Condition]:
    """Return DUO's conditions for a date of PVT, MAP or Z-route, or for only Verwijtbaar."""
    at_duo, found = AtDUO(dossier), [person_condition(dossier)]
    facts = duo_resultaat_facts(at_duo, onderdeel, datum, verwijtbaar)
    if onderdeel == Resultaat.Onderdeel.ZROUTE:
        z_route = duo_accepts_z_route(duo_z_route_facts(at_duo, datum), on=on)
        return [*found, Condition(z_route), Condition(duo_resultaat_may_change(facts, on=on))]
    if datum is not None:
        found.append(Condition(duo_resultaat_date_fits(facts, on=on)))
    else:
        # Without a date what holds for today holds for the message; only what is against it is said.
        today = duo_resultaat_facts(at_duo, onderdeel, on, verwijtbaar)
        fits = Condition(duo_resultaat_date_fits(today, on=on))
        found += [fits] if fits.refuses or fits.is_unknown else []
    return [
        *found,
        Condition(duo_resultaat_may_change(facts, on=on)),
        Condition(duo_verwijtbaar_fits(facts, on=on)),
    ]


def withdrawal_conditions(
    dossier: Dossier, onderdeel: str, *, on: date, verwijtbaar: bool | None = None
) -> list[Condition]:
    """Return whether DUO would take back the date of PVT, MAP or Z-route.

    For the Z-route DUO names no condition of its own; that the plicht is not fulfilled
    through it yet, which holds for MAP and PVT, is asked of it too.

    Args:
        verwijtbaar: what the message would say beside leaving out the date; None is not sent.
    """
    facts, found = (
        duo_resultaat_facts(AtDUO(dossier), onderdeel, None, verwijtbaar),
        person_condition(dossier),
    )
    if onderdeel == Resultaat.Onderdeel.ZROUTE:
        return [found, Condition(duo_resultaat_may_change(facts, on=on))]
    taken_back = Condition(duo_resultaat_withdrawal(facts, on=on))
    fits = Condition(duo_verwijtbaar_fits(facts, on=on))
    # That it is missing after the term, the first says itself, unless it is unknown for another reason.
    says_more = verwijtbaar is not None or fits.is_unknown or (fits.refuses and not taken_back.refuses)
    return [found, taken_back, *([fits] if says_more else [])]


def withdrawal_reaches_duo(dossier: Dossier, onderdeel: str) -> bool:
    """Return whether DUO must hear that a date is taken back; not when it never left."""
    return not never_left(dossier, onderdeel) or AtDUO(dossier).told_datum(onderdeel) is not None


def may_be_withdrawn(dossier: Dossier, onderdeel: str) -> bool:
    """Return whether a date of PVT, MAP or Z-route stands: here, or at DUO after a refused withdrawal."""
    last = latest_resultaat(dossier, onderdeel)
    return bool(last and last.datum_on) or AtDUO(dossier).datum(onderdeel) is not None


def withdrawals(dossier: Dossier) -> frozenset[int]:
    """Return the ids of the results that took a date back.

    A result without date but with Verwijtbaar may also be a judgement on what is not done yet; the logbook
    tells which it was.
    """
    told = Gebeurtenis.objects.filter(dossier=dossier, kind=WITHDRAWN).values_list("data", flat=True)
    bare = Resultaat.objects.filter(dossier=dossier, datum_on__isnull=True, verwijtbaar__isnull=True)
    return frozenset({data["resultaat"] for data in told} | set(bare.values_list("pk", flat=True)))


def verwijtbaar_choices(dossier: Dossier, onderdeel: str, *, on: date) -> dict[bool | None, Outcome[bool]]:
    """Return for leaving Verwijtbaar out, Ja and Nee whether that can be today without an earlier date.

    Only what is not known to be refused is offered; the reason of the others is shown.
    """
    at_duo = AtDUO(dossier)
    return {
        value: duo_verwijtbaar_fits(duo_resultaat_facts(at_duo, onderdeel, None, value), on=on)
        for value in (None, False, True)
    }


def contactpersoon_conditions(naam: str, email: str, telefoonnummer: str, *, on: date) -> list[Condition]:
    """Return whether DUO would take these as a contactpersoon."""
    facts = ContactpersoonFacts(naam=naam or None, email=email or None, telefoonnummer=telefoonnummer or None)
    return [Condition(duo_accepts_contactpersoon(facts, on=on))]


def linked_contactpersoon(dossier: Dossier) -> Contactpersoon | None:
    """Return who is linked to the person at DUO, by the last message about it that was not refused."""
    last = _last_links([dossier.gemeente_id], dossier).get(dossier.pk)
    return Contactpersoon.objects.filter(pk=last, verwijderd_on__isnull=True).first() if last else None


def dossiers_linked_to(contactpersoon: Contactpersoon) -> list[int]:
    """Return the ids of the dossiers to which a contactpersoon is linked."""
    links = _last_links([contactpersoon.gemeente_id])
    return sorted(dossier for dossier, person in links.items() if person == contactpersoon.pk)


def links_lost(contactpersoon: Contactpersoon, *, on: date) -> Outcome[int]:
    """Return how many links with persons go when DUO deletes a contactpersoon."""
    facts = ContactpersoonFacts(gekoppelde_personen=len(dossiers_linked_to(contactpersoon)))
    return duo_contactpersoon_links_lost(facts, on=on)


def _last_links(gemeente_ids: list[int], dossier: Dossier | None = None) -> dict[int, int | None]:
    """Return for each dossier the id of the contactpersoon of its last link; None when it was taken away."""
    berichten = Bericht.objects.filter(gemeente_id__in=gemeente_ids, soort__in=LINKS).exclude(
        status__in=(Bericht.Status.VERVALLEN, Bericht.Status.GEWEIGERD, Bericht.Status.VASTGELOPEN)
    )
    if dossier is not None:
        berichten = berichten.filter(dossier=dossier)
    found: dict[int, int | None] = {}
    for dossier_id, soort, onderwerp in berichten.order_by("made_at", "id").values_list(
        "dossier_id", "soort", "onderwerp"
    ):
        linked = soort == Bericht.Soort.CONTACTPERSOON_KOPPELEN
        found[dossier_id] = int(onderwerp.rpartition(":")[2]) if linked else None
    return found


def contactpersonen_of(gemeente_id: int) -> list[Contactpersoon]:
    """Return who is contactpersoon of a gemeente now, by name."""
    return list(Contactpersoon.objects.filter(gemeente_id=gemeente_id, verwijderd_on__isnull=True))


def contactpersoon_of(gemeente_id: int, medewerker: Any) -> Contactpersoon | None:
    """Return somebody as contactpersoon of a gemeente; None when she is none there."""
    if medewerker is None:
        return None
    return Contactpersoon.objects.filter(
        gemeente_id=gemeente_id, medewerker=medewerker, verwijderd_on__isnull=True
    ).first()


def berichten_by_subject(dossier: Dossier) -> dict[str, Bericht]:
    """Return the last message about each subject of a dossier; a dropped one only when there is no other."""
    found: dict[str, Bericht] = {}
    for bericht in Bericht.objects.filter(dossier=dossier).order_by("made_at", "id"):
        earlier = found.get(bericht.onderwerp)
        if bericht.status != Bericht.Status.VERVALLEN or earlier is None:
            found[bericht.onderwerp] = bericht
    return found


def contactpersoon_bericht(contactpersoon: Contactpersoon) -> Bericht | None:
    """Return the last message about a contactpersoon of the gemeente."""
    subject = contactpersoon_onderwerp(contactpersoon.pk)
    return last_bericht(None, subject, gemeente_id=contactpersoon.gemeente_id)

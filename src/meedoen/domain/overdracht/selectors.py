"""Questions about moves: may we give, how long can we still look at DUO, what came in, whom do we trust."""

from dataclasses import dataclass
from datetime import date, timedelta

from meedoen.domain.dossier.models import Dossier
from meedoen.domain.instroom.checks import Checked
from meedoen.domain.instroom.matching import Match, match_rows
from meedoen.domain.keten.duo_told import duo_told
from meedoen.domain.pip.facts import pip_in_force
from meedoen.domain.regio.models import Gemeente
from meedoen.law.inburgering.gegevens import (
    GegevensFacts,
    Verstrekking,
    college_gives_new_college,
    must_give_move_pack,
)
from meedoen.law.kernel.outcome import Outcome
from meedoen.law.keten.toegang import NA_NIEUWE_PIP, ToegangFacts, duo_gives_access

from . import strict
from .formaat import Pakket
from .models import OntvangenOverdracht, Overdrachtssleutel, Overdrachtsverzoek
from .pakket import decisions
from .sleutels import SLEUTELFORMAAT, OpenbareSleutel
from .sleutels import Gemeente as KeyOwner

Richting = Overdrachtsverzoek.Richting


@dataclass(frozen=True)
class Toegang:
    """How long the old gemeente can still look at DUO.

    Attributes:
        outcome: whether DUO gives access today.
        nieuw_pip_on: dagtekening of the PIP of the new gemeente; None while nobody told it.
        last_day: the last day of access; None while the new gemeente made no PIP.
        days_left: days of access from today on, today included; 0 when it is over.
        told_by_duo: whether DUO told that day, or a person typed it.
    """

    outcome: Outcome[bool]
    nieuw_pip_on: date | None
    last_day: date | None
    days_left: int
    told_by_duo: bool


def moves(dossier: Dossier, richting: str) -> list[Overdrachtsverzoek]:
    """Return the moves of a person in one direction, the latest first."""
    return list(Overdrachtsverzoek.objects.filter(dossier=dossier, richting=richting).select_related("by"))


def gegevens_facts(verzoek: Overdrachtsverzoek) -> GegevensFacts:
    """Return what giving depends on: the move, whether there was a leerroute then, and the request."""
    dossier, moved = verzoek.dossier, verzoek.verhuisd_on
    made = [pip.dagtekening_on for pip in decisions(dossier) if pip.leerroute and pip.dagtekening_on]
    known = dossier.eerste_pip_on is not None and dossier.eerste_pip_on <= moved
    return GegevensFacts(
        woonplaats_verplaatst=moved,
        eerdere_leerroute_vastgesteld=known or any(day <= moved for day in made),
        gevraagd=verzoek.gevraagd_on is not None,
    )


def may_give(verzoek: Overdrachtsverzoek, *, on: date) -> Outcome[Verstrekking]:
    """Return whether the law lets us give this to the new college at all, and how (Wi art. 35 lid 4)."""
    return college_gives_new_college(gegevens_facts(verzoek), on=on)


def must_give(verzoek: Overdrachtsverzoek, *, on: date) -> Outcome[bool]:
    """Return whether we must give it now: there is something to give, and it was asked."""
    return must_give_move_pack(gegevens_facts(verzoek), on=on)


def access_at_duo(verzoek: Overdrachtsverzoek, *, on: date) -> Toegang:
    """Return how long DUO still shows us the person, by what DUO told or what a person typed."""
    dossier = verzoek.dossier
    told = duo_told(dossier)
    elsewhere = bool(told.pip_gemeente) and told.pip_gemeente != dossier.gemeente.cbs_code
    by_duo = elsewhere and told.pip_on is not None and told.pip_on >= verzoek.verhuisd_on
    new = told.pip_on if by_duo else verzoek.nieuw_pip_on
    own = pip_in_force(dossier) is not None
    facts = ToegangFacts(
        woont_in_gemeente=False,
        actuele_pip_van_gemeente=own and new is None,
        actuele_pip=new,
        vorige_pip_van_gemeente=own,
    )
    last = new + NA_NIEUWE_PIP.at(on) - timedelta(days=1) if new is not None and own else None
    left = max((last - on).days + 1, 0) if last is not None else 0
    return Toegang(duo_gives_access(facts, on=on), new, last, left, by_duo)


def trusted_keys(gemeente: Gemeente) -> list[Overdrachtssleutel]:
    """Return every key that a gemeente trusts or trusted."""
    rows = Overdrachtssleutel.objects.filter(gemeente=gemeente).select_related("by")
    return sorted(rows, key=lambda row: row.ingetrokken_on is not None)


def key_for(gemeente: Gemeente, andere_code: str) -> OpenbareSleutel | None:
    """Return the newest trusted keys of another gemeente; None without."""
    row = (
        Overdrachtssleutel.objects.filter(
            gemeente=gemeente, andere_code=andere_code, ingetrokken_on__isnull=True
        )
        .order_by("-at", "-id")
        .first()
    )
    if row is None:
        return None
    return OpenbareSleutel(
        formaat=SLEUTELFORMAAT,
        gemeente=KeyOwner(code=row.andere_code, naam=row.andere_naam),
        ondertekenen=row.ondertekenen,
        versleutelen=row.versleutelen,
    )


def content_of(ontvangen: OntvangenOverdracht) -> Pakket:
    """Return what stands in a received file, read again as strictly as the first time."""
    return strict.read(Pakket, strict.parse(ontvangen.inhoud))


def person_of(pakket: Pakket, gemeenten: list[Gemeente]) -> Match:
    """Return who of ours a pack is about, the way files with persons are matched."""
    person = pakket.persoon
    values = {
        "bsn": person.bsn,
        "v_nummer": person.v_nummer,
        "achternaam": person.achternaam,
        "voornaam": person.voornaam,
        "geboortedatum": person.geboortedatum,
    }
    row = Checked(1, {code: value for code, value in values.items() if value}, gemeente=pakket.naar.code)
    return match_rows([row], {place.cbs_code: place.pk for place in gemeenten})[0]

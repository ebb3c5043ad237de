"""From a dossier, its PIP, what was registered here and what DUO told, to what DUO's conditions ask."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.duo_told import DUOTold, duo_told
from meedoen.domain.keten.models import Bericht, Instelling
from meedoen.domain.keten.telling import stands_at_duo
from meedoen.domain.pip.duo import doelgroep_at_duo, own_is_current, own_pip_at_duo
from meedoen.domain.pip.facts import pip_in_force, termijn_facts
from meedoen.law.inburgering.begrippen import Leerroute
from meedoen.law.inburgering.termijn import Termijn, inburgeringstermijn
from meedoen.law.kernel.outcome import Outcome
from meedoen.law.keten.aanbod import DuoAanbodFacts
from meedoen.law.keten.pvt_map import DuoMAPFacts, DuoPVTFacts, DuoResultaatFacts
from meedoen.law.keten.uren import DuoUrenFacts
from meedoen.law.keten.verwijderen import DuoVerwijderenFacts
from meedoen.law.keten.z_route import DuoZRouteFacts
from meedoen.law.sources import IN_WERKING

from .models import GevolgdeUren, Inburgeringsaanbod, Resultaat

Onderdeel = Resultaat.Onderdeel
DATUM_FIELDS = {
    Onderdeel.PVT: "datumOndertekeningPvt",
    Onderdeel.MAP: "datumEindgesprekMap",
    Onderdeel.ZROUTE: "datumAfrondingZroute",
}
"""Where DUO's message about PVT, MAP or Z-route has its date."""


@dataclass(frozen=True)
class AtDUO:
    """What DUO has of a person, as far as it told that or it was sent from here; None is not known.

    What DUO told goes before what we know ourselves, and what was sent after it before both.
    Ask it once for a page: each answer is looked up once.
    """

    dossier: Dossier

    @cached_property
    def told(self) -> DUOTold:
        """What DUO told last."""
        return duo_told(self.dossier)

    @cached_property
    def doelgroep(self) -> Any:
        """As DUO told it, else as the dossier has it."""
        return doelgroep_at_duo(self.dossier, self.told)

    @cached_property
    def leerroute(self) -> Leerroute | None:
        """Of the PIP in force here, else of the PIP that DUO told."""
        own = pip_in_force(self.dossier)
        return Leerroute(own.leerroute) if own and own.leerroute else self.told.leerroute

    @cached_property
    def pip_on(self) -> date | None:
        """Dagtekening of the current PIP that DUO has."""
        days = (own_pip_at_duo(self.dossier), self.told.pip_on)
        return max((day for day in days if day is not None), default=None)

    @cached_property
    def own_pip(self) -> bool | None:
        """Whether that PIP is of this gemeente."""
        return own_is_current(self.dossier, self.told)

    @cached_property
    def _reckoned(self) -> Termijn | None:
        facts = termijn_facts(self.dossier)
        if facts.eerste_pip is None:
            return None
        try:
            outcome: Outcome[Termijn] = inburgeringstermijn(facts, on=max(facts.eerste_pip, IN_WERKING))
        except (ArithmeticError, ValueError):  # a date such as 31-12-9999
            return None
        return outcome.value if outcome.is_known else None

    @cached_property
    def termijn_start(self) -> date | None:
        """First day of the term: as DUO told it, else by the first PIP."""
        return self.told.termijn_start or (self._reckoned.first_day if self._reckoned else None)

    @cached_property
    def termijn_end_exclusive(self) -> date | None:
        """The day after the last of the term: as DUO told it, else by the first PIP without extensions."""
        return self.told.termijn_end_exclusive or (self._reckoned.duo_end if self._reckoned else None)

    @cached_property
    def voldaan_via_z_route(self) -> date | None:
        """The day on which the plicht was fulfilled through the Z-route."""
        if self.leerroute != Leerroute.Z_ROUTE:
            return None
        return self.told.voldaan_on or self.dossier.voldaan_on

    def own(self, onderdeel: str) -> Resultaat | None:
        """Return what was registered last of PVT, MAP or Z-route, when DUO has it or is about to get it."""
        last = latest_resultaat(self.dossier, onderdeel)
        return None if last is None or stands_at_duo(self.dossier, onderdeel) is False else last

    def datum(self, onderdeel: str) -> date | None:
        """Return the date of PVT, MAP or Z-route that DUO has; of the Z-route it tells none itself."""
        if (own := self.own(onderdeel)) is not None:
            return own.datum_on
        if (accepted := self._accepted(onderdeel)) is not None:
            sent = (accepted.gegevens.get("body") or {}).get(DATUM_FIELDS[Onderdeel(onderdeel)])
            return date.fromisoformat(sent) if sent else None
        return self.told_datum(onderdeel)

    def is_own(self, onderdeel: str) -> bool:
        """Return whether what DUO has of PVT, MAP or Z-route was sent from here."""
        return self.own(onderdeel) is not None or self._accepted(onderdeel) is not None

    def _accepted(self, onderdeel: str) -> Bericht | None:
        """The last message that DUO took: what came after it waits here, or was refused."""
        taken = Bericht.objects.filter(
            dossier=self.dossier, onderwerp=onderdeel, status=Bericht.Status.AANGENOMEN
        )
        return taken.order_by("-made_at", "-id").first()

    def told_datum(self, onderdeel: str) -> date | None:
        """Return the date of PVT or MAP that DUO told."""
        return {Onderdeel.PVT: self.told.pvt_on, Onderdeel.MAP: self.told.map_on}.get(Onderdeel(onderdeel))


def latest_resultaat(dossier: Dossier, onderdeel: str) -> Resultaat | None:
    """Return what was registered last of PVT, MAP or Z-route, also a withdrawal."""
    return Resultaat.objects.filter(dossier=dossier, onderdeel=onderdeel).order_by("-at", "-id").first()


def latest_uren(dossier: Dossier, soort: str) -> GevolgdeUren | None:
    """Return the total of hours that counts now."""
    return GevolgdeUren.objects.filter(dossier=dossier, soort=soort).order_by("-at", "-id").first()


def aanbod_subject(instelling: Instelling) -> str:
    """Return the onderwerp of messages about an aanbod at a school."""
    return f"aanbod:{instelling.instellingsnummer}"


def aanbod_at(dossier: Dossier, instelling: Instelling) -> Inburgeringsaanbod | None:
    """Return the aanbod at a school that was not withdrawn."""
    return Inburgeringsaanbod.objects.filter(
        dossier=dossier, instelling=instelling, ingetrokken_on__isnull=True
    ).first()


def duo_aanbod_facts(
    at_duo: AtDUO,
    instelling: Instelling | None,
    *,
    aanbod_on: date | None,
    start_on: date | None,
    eind_on: date | None,
) -> DuoAanbodFacts:
    """Return an aanbod as it would be sent; `eind_on` is exclusive."""
    return DuoAanbodFacts(
        doelgroep=at_duo.doelgroep,
        leerroute=at_duo.leerroute,
        actuele_pip=at_duo.pip_on,
        instelling_met_keurmerk=instelling.bow_keurmerk if instelling else None,
        instelling_met_taalschakelerkenning=instelling.tst_keurmerk if instelling else None,
        datum_aanbod=aanbod_on,
        start_opleiding=start_on,
        einde_opleiding=eind_on,
        termijn_start=at_duo.termijn_start,
        termijn_end_exclusive=at_duo.termijn_end_exclusive,
        eerder_aanbod_zelfde_instelling=aanbod_at(at_duo.dossier, instelling) is not None
        if instelling
        else None,
    )


def duo_map_facts(at_duo: AtDUO, datum: date | None, verwijtbaar: bool | None) -> DuoMAPFacts:
    """Return the end of the MAP as it would be sent."""
    return DuoMAPFacts(eindgesprek=datum, verwijtbaar=verwijtbaar, **_resultaat(at_duo, Onderdeel.MAP))


def duo_pvt_facts(at_duo: AtDUO, datum: date | None, verwijtbaar: bool | None) -> DuoPVTFacts:
    """Return the signing of the participatieverklaring as it would be sent."""
    return DuoPVTFacts(ondertekening=datum, verwijtbaar=verwijtbaar, **_resultaat(at_duo, Onderdeel.PVT))


def duo_resultaat_facts(
    at_duo: AtDUO, onderdeel: str, datum: date | None, verwijtbaar: bool | None
) -> DuoResultaatFacts:
    """Return the facts that MAP and PVT share; for the Z-route those that hold for it as well."""
    match Onderdeel(onderdeel):
        case Onderdeel.MAP:
            return duo_map_facts(at_duo, datum, verwijtbaar).resultaat
        case Onderdeel.PVT:
            return duo_pvt_facts(at_duo, datum, verwijtbaar).resultaat
    return DuoResultaatFacts(datum=datum, **_resultaat(at_duo, Onderdeel.ZROUTE))


def duo_z_route_facts(at_duo: AtDUO, datum: date | None) -> DuoZRouteFacts:
    """Return the end of the Z-route as it would be sent."""
    return DuoZRouteFacts(
        afronding=datum,
        leerroute=at_duo.leerroute,
        termijn_start=at_duo.termijn_start,
        actuele_pip_eigen_gemeente=at_duo.own_pip,
        map_eindgesprek=at_duo.datum(Onderdeel.MAP),
        participatieverklaring_ondertekend=at_duo.datum(Onderdeel.PVT),
    )


def duo_uren_facts(at_duo: AtDUO, soort: str, uren: int | None) -> DuoUrenFacts:
    """Return a total as it would be sent; a total holds what its definition says, so it is not split."""
    return DuoUrenFacts(
        doelgroep=at_duo.doelgroep,
        leerroute=at_duo.leerroute,
        lesuren=uren if soort == GevolgdeUren.Soort.TAALLES else None,
        lesuren_brede_intake=uren if soort == GevolgdeUren.Soort.TAALLES_KNM_INTAKE else None,
        participatie_uren=uren if soort == GevolgdeUren.Soort.PARTICIPATIE else None,
    )


def duo_verwijderen_facts(at_duo: AtDUO, instelling: Instelling) -> DuoVerwijderenFacts:
    """Return what taking back an aanbod depends on: whether DUO has one at this school."""
    stands = stands_at_duo(at_duo.dossier, aanbod_subject(instelling))
    return DuoVerwijderenFacts(actuele_pip=at_duo.pip_on, aanbod_geregistreerd=stands)


def _resultaat(at_duo: AtDUO, onderdeel: str) -> dict[str, Any]:
    return {
        "termijn_start": at_duo.termijn_start,
        "termijn_end_exclusive": at_duo.termijn_end_exclusive,
        "actuele_pip_eigen_gemeente": at_duo.own_pip,
        "z_route_afgerond": at_duo.datum(Onderdeel.ZROUTE) if onderdeel != Onderdeel.ZROUTE else None,
        "voldaan_via_z_route": at_duo.voldaan_via_z_route,
        "eerder_geleverd": at_duo.datum(onderdeel),
        "eerder_geleverd_eigen_gemeente": True if at_duo.is_own(onderdeel) else None,
    }

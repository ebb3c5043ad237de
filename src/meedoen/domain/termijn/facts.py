"""From a dossier with its parts to what the law asks about its next step: the one bridge."""

from collections import defaultdict
from datetime import date

from django.db.models import QuerySet
from django.utils.timezone import localtime

from meedoen.domain.brede_intake.models import BredeIntake, Intakegesprek, Leerbaarheidstoets, Oproep
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.pip.facts import ESTABLISHED, own_pip_on, pip_facts
from meedoen.domain.pip.models import PIP, Informatieverzoek, Leerroutekeuze
from meedoen.domain.voortgang.models import Resultaat
from meedoen.law.inburgering.begrippen import Leerroute
from meedoen.law.inburgering.stappen import Stap
from meedoen.law.inburgering.tijdlijn import DossierFacts

STANDING_CALLS = frozenset(Oproep.Uitkomst) - Oproep.VOID
"""A call that was withdrawn, or cancelled with a good reason, counts for nobody."""


PIP_FIELDS = (
    "dossier_id",
    "gemeente_id",
    "versie",
    "status",
    "leerroute",
    "overgenomen",
    "dagtekening_on",
    "uitgereikt_on",
    "aangemaakt_at",
)
"""What is read of a PIP; its texts stay in the database."""


def with_parts(dossiers: QuerySet[Dossier]) -> list[Dossier]:
    """Return these dossiers with everything that `dossier_facts` reads, in six queries for any number."""
    found = list(
        dossiers.select_related(
            "inburgeringsplichtige", "brede_intake", "leerbaarheidstoets", "leerroutekeuze"
        )
    )
    ids = [dossier.pk for dossier in found]
    _attach(found, "oproepen", Oproep.objects.filter(dossier_id__in=ids))
    _attach(found, "intakegesprekken", Intakegesprek.objects.filter(dossier_id__in=ids))
    _attach(found, "informatieverzoeken", Informatieverzoek.objects.filter(dossier_id__in=ids))
    _attach(found, "resultaten", Resultaat.objects.filter(dossier_id__in=ids))
    _attach(found, "pips", PIP.objects.filter(dossier_id__in=ids).only(*PIP_FIELDS))
    return found


def _attach(dossiers: list[Dossier], name: str, parts: QuerySet) -> None:
    """Keep parts with their dossiers, in their own order, the way `prefetch_related` does.

    Django's own way makes a query object for each dossier and relation, which took a
    third of the time of the nightly work.
    """
    by_dossier: dict[int, list] = defaultdict(list)
    for part in parts:
        by_dossier[part.dossier_id].append(part)
    for dossier in dossiers:
        cache = dossier.__dict__.setdefault("_prefetched_objects_cache", {})
        cache[name] = by_dossier.get(dossier.pk, [])


def dossier_facts(dossier: Dossier) -> DossierFacts:
    """Return what the next step depends on; None is not known or has not happened.

    Voortgangsgesprekken are not kept in Meedoen yet, so nothing is said about them
    here. That PVT or MAP has no date, says that it is open only for the dossiers of
    `claims`.
    """
    clock = pip_facts(dossier)
    keuze: Leerroutekeuze | None = getattr(dossier, "leerroutekeuze", None)
    toets: Leerbaarheidstoets | None = getattr(dossier, "leerbaarheidstoets", None)
    intake: BredeIntake | None = getattr(dossier, "brede_intake", None)
    calls = [call for call in dossier.oproepen.all() if call.uitkomst in STANDING_CALLS]
    last = calls[-1] if calls else None
    established, given = established_pip(dossier)
    return DossierFacts(
        doelgroep=clock.doelgroep,
        verblijfstitel=clock.verblijfstitel,
        koppeling=dossier.koppeling_on,
        in_azc=dossier.inburgeringsplichtige.in_azc,
        kennisgeving=clock.kennisgeving,
        inschrijving=clock.inschrijving,
        inschrijving_nieuwe_gemeente=clock.inschrijving_nieuwe_gemeente,
        eerste_pip=clock.eerste_pip or established,
        informatie_derde_gevraagd=clock.informatie_derde_gevraagd,
        informatie_derde_ontvangen=clock.informatie_derde_ontvangen,
        oproep=last.verstuurd_on if last else None,
        oproep_termijn=last.termijn_on if last and last.uitkomst == Oproep.Uitkomst.OPEN else None,
        oproepen=len(calls),
        gemiste_oproepen=sum(call.uitkomst in Oproep.MISSED for call in calls),
        waarschuwing=max((call.waarschuwing_on for call in calls if call.waarschuwing_on), default=None),
        intake_begonnen=_intake_started(dossier, intake, calls),
        intake_afgerond=intake.afgerond_on if intake else None,
        leerbaarheidstoets_aangevraagd=toets.aangemeld_on if toets else None,
        leerbaarheidstoets=toets.afgenomen_on if toets and toets.resultaat else None,
        ontheffing_leerbaarheidstoets=True if toets and toets.ontheffing_on else None,
        eerdere_leerroute=Leerroute(keuze.eerdere_leerroute) if keuze and keuze.eerdere_leerroute else None,
        leerroute=leerroute_of(dossier),
        pip_concept=_checked_draft(dossier),
        pip_vastgesteld=established,
        pip_uitgereikt=given,
        pvt_afgerond=finished_on(dossier, Resultaat.Onderdeel.PVT),
        map_afgerond=finished_on(dossier, Resultaat.Onderdeel.MAP),
        verlengd_tot_en_met=dossier.verlengd_tot_en_met_on,
        voldaan=dossier.voldaan_on,
        plicht_geeindigd=dossier.plicht_einde_on,
    )


def finished_on(dossier: Dossier, onderdeel: str) -> date | None:
    """Return the date that closed PVT, MAP or Z-route; None without one, or when it was withdrawn."""
    last = next((row for row in dossier.resultaten.all() if row.onderdeel == onderdeel), None)
    return last.datum_on if last is not None else None


CLAIMED = {Resultaat.Onderdeel.PVT: Stap.PVT_AFRONDEN, Resultaat.Onderdeel.MAP: Stap.MAP_AFRONDEN}
EVERY, NONE_OF = frozenset(CLAIMED.values()), frozenset()


def claims(dossier: Dossier) -> frozenset[Stap]:
    """Return the steps of PVT and MAP that may be said to be open as long as no date is recorded.

    A person whose PIP was made in Meedoen does them under it, and they are recorded
    here. Of a PIP from before (imported, or taken over) they may have been done
    without a word here, unless something about them was recorded.
    """
    rows = dossier.resultaten.all()
    if any(pip.in_force and not pip.overgenomen for pip in dossier.pips.all()):
        return EVERY
    if not rows:
        return NONE_OF
    recorded = {row.onderdeel for row in rows}
    return frozenset(stap for onderdeel, stap in CLAIMED.items() if onderdeel.value in recorded)


def established_pip(dossier: Dossier) -> tuple[date | None, date | None]:
    """Return the dagtekening of this gemeente's PIP and the day it was given; None for what is not so.

    A PIP that was withdrawn and not replaced counts as none. A PIP from before
    Meedoen (imported as a date, or taken over) counts as given on its dagtekening,
    because the old administration kept no day for that.
    """
    established = own_pip_on(dossier)
    decisions = [pip for pip in dossier.pips.all() if pip.status in ESTABLISHED]
    if not decisions:
        return established, established
    now = next((pip for pip in decisions if pip.in_force), None)
    if now is None:
        return None, None
    return established, now.uitgereikt_on or (now.dagtekening_on if now.overgenomen else None)


def leerroute_of(dossier: Dossier) -> Leerroute | None:
    """Return the leerroute of the PIP in force, else the one that was chosen."""
    now = next((pip for pip in dossier.pips.all() if pip.in_force and pip.leerroute), None)
    keuze: Leerroutekeuze | None = getattr(dossier, "leerroutekeuze", None)
    code = now.leerroute if now else keuze.leerroute if keuze else ""
    return Leerroute(code) if code else None


def _intake_started(dossier: Dossier, intake: BredeIntake | None, calls: list[Oproep]) -> date | None:
    """Return the first day on which anything of the intake was done."""
    days = [talk.gevoerd_on for talk in dossier.intakegesprekken.all()]
    days += [call.uitkomst_on for call in calls if call.uitkomst == Oproep.Uitkomst.VERSCHENEN]
    days += [intake.gestart_on] if intake else []
    return min((day for day in days if day is not None), default=None)


def _checked_draft(dossier: Dossier) -> date | None:
    """Return the day of the draft that was checked and only waits to be established."""
    checked = next((pip for pip in dossier.pips.all() if pip.status == PIP.Status.GECONTROLEERD), None)
    return localtime(checked.aangemaakt_at).date() if checked else None

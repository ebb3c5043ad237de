"""From a dossier to what the law asks about its PIP: the one bridge."""

from datetime import date

from meedoen.domain.dossier.models import Dossier
from meedoen.law.awb.bezwaar import BezwaarFacts
from meedoen.law.inburgering.aanbod import AanbodFacts
from meedoen.law.inburgering.begrippen import Doelgroep, Leerroute, Verblijfstitel
from meedoen.law.inburgering.leerroutes import LBTUitslag, LeerrouteFacts
from meedoen.law.inburgering.pip import PIPFacts
from meedoen.law.inburgering.pip_contents import PIPContentsFacts
from meedoen.law.inburgering.termijn import TermijnFacts
from meedoen.law.inburgering.voortgang import SwitchFacts
from meedoen.law.participatie.ontzorgen import OntzorgenFacts

from .models import PIP, Informatieverzoek, Leerroutekeuze

ESTABLISHED = frozenset(
    {PIP.Status.VASTGESTELD, PIP.Status.UITGEREIKT, PIP.Status.VERVANGEN, PIP.Status.INGETROKKEN}
)
"""The versions that were once a decision, whatever became of them."""

LBT_UITSLAG = {
    "haalbaar": LBTUitslag.B1_HAALBAAR,
    "niet_haalbaar": LBTUitslag.B1_NIET_HAALBAAR,
    "onbekend": LBTUitslag.ONBEKEND,
}

REAL_TEXT = 30
REAL_WORDS = 5
"""What the software asks of a consideration at least, so that an empty phrase is no consideration."""


def pip_facts(dossier: Dossier) -> PIPFacts:
    """Return what the deadline of the PIP depends on; None is not known or has not happened.

    Reads `dossier.informatieverzoeken`; prefetch it for many dossiers.
    """
    verzoek = counting_request(dossier)
    return PIPFacts(
        kennisgeving=dossier.kennisgeving_on,
        inschrijving=dossier.inschrijving_on,
        doelgroep=Doelgroep(dossier.doelgroep) if dossier.doelgroep else None,
        verblijfstitel=Verblijfstitel(dossier.verblijfstitel) if dossier.verblijfstitel else None,
        eerste_pip=dossier.eerste_pip_on,
        inschrijving_nieuwe_gemeente=dossier.inschrijving_on if dossier.eerste_pip_elders else None,
        informatie_derde_gevraagd=verzoek.gevraagd_on if verzoek else None,
        informatie_derde_ontvangen=verzoek.ontvangen_on if verzoek else None,
    )


def counting_request(dossier: Dossier) -> Informatieverzoek | None:
    """Return the request to a third party that the term waits for (Bi art. 5.3 lid 2).

    An open one before one that was answered: as long as anything is awaited, the PIP
    waits. Of the open ones the first asked, because only what was asked within the
    term counts; of the answered ones the last answer, because from then the PIP could
    be made.
    """
    verzoeken = list(dossier.informatieverzoeken.all())
    if waiting := [verzoek for verzoek in verzoeken if verzoek.ontvangen_on is None]:
        return min(waiting, key=lambda verzoek: verzoek.gevraagd_on)
    return max(verzoeken, key=lambda verzoek: verzoek.ontvangen_on, default=None)


def own_pip_on(dossier: Dossier) -> date | None:
    """Return the dagtekening of the first PIP that this gemeente made; None as long as there is none.

    A first PIP of another gemeente starts the inburgeringstermijn, but does not
    answer this gemeente's own duty after a move.
    """
    made = [
        pip.dagtekening_on
        for pip in dossier.pips.all()
        if pip.dagtekening_on is not None and pip.status in ESTABLISHED
    ]
    if dossier.eerste_pip_elders:
        arrived = dossier.inschrijving_on
        return min((day for day in made if arrived is None or day >= arrived), default=None)
    return dossier.eerste_pip_on or min(made, default=None)


def leerroute_facts(dossier: Dossier, keuze: Leerroutekeuze | None = None) -> LeerrouteFacts:
    """Return what the choice of a leerroute rests on; None is not known or not yet judged.

    Args:
        dossier: with its leerbaarheidstoets and answers of the brede intake.
        keuze: the choice as a person is writing it; None reads the stored one.
    """
    keuze = keuze or getattr(dossier, "leerroutekeuze", None) or Leerroutekeuze(dossier=dossier)
    toets = getattr(dossier, "leerbaarheidstoets", None)
    return LeerrouteFacts(
        leerroute=Leerroute(keuze.leerroute) if keuze.leerroute else None,
        doelgroep=_doelgroep(dossier),
        wil_beroeps_of_hoger_onderwijs=education_wish(dossier, keuze),
        grote_kans_op_diploma=keuze.grote_kans_op_diploma,
        redelijkerwijs_niet_in_staat=keuze.redelijkerwijs_niet_in_staat,
        lbt_uitslag=LBT_UITSLAG.get(toets.resultaat) if toets else None,
        ontheffing_leerbaarheidstoets=True if toets and toets.ontheffing_on else None,
        overweging_onderwijsroute=is_real_text(keuze.overweging_onderwijsroute),
        overweging_b1_route=is_real_text(keuze.overweging_b1_route),
        eerdere_leerroute=earlier_leerroute(dossier, keuze),
    )


def education_wish(dossier: Dossier, keuze: Leerroutekeuze) -> bool | None:
    """Return whether the person wants further education: as weighed now, else as the brede intake has it."""
    if keuze.wil_opleiding is not None:
        return keuze.wil_opleiding
    return _yes_or_no(dossier, "opleidingswens")


def child_for_vve(dossier: Dossier) -> bool | None:
    """Return whether the brede intake found a child for whom VVE is possible; None when not asked."""
    return _yes_or_no(dossier, "kind_voor_vve")


def _yes_or_no(dossier: Dossier, vraag: str) -> bool | None:
    found = next((row.waarde for row in dossier.intakegegevens.all() if row.vraag == vraag), None)
    return found if isinstance(found, bool) else None


def earlier_leerroute(dossier: Dossier, keuze: Leerroutekeuze) -> Leerroute | None:
    """Return the leerroute of another gemeente that stays as it was (Wi art. 15 lid 4).

    Only for the first PIP after the move; later this gemeente may establish another
    one under art. 17 lid 2.
    """
    if not dossier.eerste_pip_elders or not keuze.eerdere_leerroute or own_pip_on(dossier) is not None:
        return None
    return Leerroute(keuze.eerdere_leerroute)


def contents_facts(pip: PIP) -> PIPContentsFacts:
    """Return what a version holds, section by section; None is not filled in."""
    return PIPContentsFacts(
        doelgroep=_doelgroep(pip.dossier),
        leerroute=Leerroute(pip.leerroute) if pip.leerroute else None,
        ondersteuning_en_begeleiding=bool(pip.ondersteuning.strip()),
        intensiteit_pvt_uren=pip.pvt_uren,
        intensiteit_map_uren=pip.map_uren,
        vve_van_toepassing=pip.vve_van_toepassing,
        vve_afspraken=bool(pip.vve.strip()),
        intensiteit_leerroute_uren=pip.intensiteit_uren,
        pw_besluiten_van_toepassing=pip.pw_van_toepassing,
        pw_besluiten_toegevoegd=bool(pip.participatiewet.strip()),
        aantal_voortgangsgesprekken=pip.voortgangsgesprekken,
    )


def termijn_facts(dossier: Dossier, dagtekening: date | None = None) -> TermijnFacts:
    """Return what the inburgeringstermijn depends on, with this dagtekening when there is no PIP yet."""
    return TermijnFacts(
        eerste_pip=dossier.eerste_pip_on or dagtekening,
        verlengd_tot_en_met=dossier.verlengd_tot_en_met_on,
    )


def switch_facts(dossier: Dossier, naar: str, *, special: bool) -> SwitchFacts:
    """Return what a change of leerroute depends on.

    Args:
        naar: the leerroute that is considered.
        special: whether a person wrote why this is a special case (Bi art. 5.4 lid 3).
    """
    current = pip_in_force(dossier)
    return SwitchFacts(
        eerste_pip=dossier.eerste_pip_on,
        van=Leerroute(current.leerroute) if current and current.leerroute else None,
        naar=Leerroute(naar) if naar else None,
        bijzonder_geval=True if special else None,
    )


def ontzorgen_facts(dossier: Dossier) -> OntzorgenFacts:
    """Return what ontzorgen depends on (Participatiewet art. 56a)."""
    return OntzorgenFacts(
        doelgroep=_doelgroep(dossier),
        verblijfstitel=Verblijfstitel(dossier.verblijfstitel) if dossier.verblijfstitel else None,
        bijstand_vanaf=dossier.bijstand_on,
    )


def aanbod_facts(dossier: Dossier) -> AanbodFacts:
    """Return what the provisions depend on; whether alfabetisering is needed is not kept as a fact."""
    keuze: Leerroutekeuze | None = getattr(dossier, "leerroutekeuze", None)
    route = keuze.leerroute if keuze is not None and keuze.gekozen_on else ""
    return AanbodFacts(
        doelgroep=_doelgroep(dossier),
        verblijfstitel=Verblijfstitel(dossier.verblijfstitel) if dossier.verblijfstitel else None,
        leerroute=Leerroute(route) if route else None,
        inschrijving=dossier.inschrijving_on,
        vve_van_toepassing=child_for_vve(dossier),
    )


def bezwaar_facts(pip: PIP | None) -> BezwaarFacts:
    """Return what the term of bezwaar depends on: the day on which the decision was made known."""
    return BezwaarFacts(bekendmaking=pip.uitgereikt_on if pip else None)


def pip_in_force(dossier: Dossier) -> PIP | None:
    """Return the version that is the decision now; None as long as there is none."""
    return next((pip for pip in dossier.pips.all() if pip.in_force), None)


def is_real_text(text: str) -> bool:
    """Return whether a consideration says something: at least 30 characters and five different words."""
    words = text.split()
    return len(" ".join(words)) >= REAL_TEXT and len({word.casefold() for word in words}) >= REAL_WORDS


def _doelgroep(dossier: Dossier) -> Doelgroep | None:
    return Doelgroep(dossier.doelgroep) if dossier.doelgroep else None

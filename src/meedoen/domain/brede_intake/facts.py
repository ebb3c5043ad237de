"""From the brede intake to what the law asks about it: the one bridge from models to law."""

from collections.abc import Iterable, Mapping
from typing import Any

from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.models import Bron
from meedoen.law.inburgering.brede_intake import IntakeFacts, OproepFacts

from .models import BredeIntake, Gezondheid, Intakegegeven, Leerbaarheidstoets, Oproep
from .vraag import is_answered
from .vragen import ONDERDELEN

OWN = frozenset({Bron.INBURGERAAR, Bron.KLANTMANAGER})
"""What was heard in the intake itself."""


def is_discussed(gegeven: Intakegegeven) -> bool:
    """Return whether an answer was given or confirmed in the intake; what others told is no intake yet."""
    return is_answered(gegeven.waarde) and (gegeven.bron in OWN or gegeven.bevestigd_on is not None)


def intake_facts(dossier: Dossier) -> IntakeFacts:
    """Return what was looked into and written down; None is not done or not known."""
    intake: BredeIntake | None = getattr(dossier, "brede_intake", None)
    health: Gezondheid | None = getattr(dossier, "gezondheid", None)
    answers = {gegeven.vraag: gegeven for gegeven in dossier.intakegegevens.all()}
    discussed = {code for code, gegeven in answers.items() if is_discussed(gegeven)}
    parts = {part: _covered(part, discussed) or None for part in ONDERDELEN}
    if health is None or health.besproken_on is None:
        parts["persoonlijke_omstandigheden"] = None
    reports = any(talk.verslag.strip() for talk in dossier.intakegesprekken.all())
    return IntakeFacts(
        **_toets_facts(getattr(dossier, "leerbaarheidstoets", None)),
        eerdere_leerroute_elders=True if intake and intake.overgeslagen_on else None,
        kind_voor_vve=_kind_voor_vve({code: gegeven.waarde for code, gegeven in answers.items()}),
        gewezen_op_gesprek_alleen=True if intake and intake.privegesprek_aangeboden_on else None,
        schriftelijk_vastgelegd=True if reports or (intake and intake.samenvatting.strip()) else None,
        **parts,
    )


def oproep_facts(oproepen: Iterable[Oproep]) -> OproepFacts:
    """Return how often the person was called and did not come or cooperate.

    A call that was cancelled with a good reason, or withdrawn, counts for nobody.
    """
    standing = [oproep for oproep in oproepen if oproep.uitkomst not in Oproep.VOID]
    return OproepFacts(
        oproepen=len(standing),
        gemiste_oproepen=sum(oproep.uitkomst in Oproep.MISSED for oproep in standing),
        waarschuwing=max((o.waarschuwing_on for o in standing if o.waarschuwing_on), default=None),
    )


def _covered(part: str, discussed: set[str]) -> bool:
    return all(discussed & set(group) for group in ONDERDELEN[part])


def _kind_voor_vve(waarden: Mapping[str, Any]) -> bool | None:
    """Return what was said; else yes when there are children under four. None may still be four or five."""
    told = waarden.get("kind_voor_vve")
    if isinstance(told, bool):
        return told
    small = waarden.get("kinderen_0_3")
    return True if isinstance(small, int) and small > 0 else None


def _toets_facts(toets: Leerbaarheidstoets | None) -> dict[str, Any]:
    if toets is None:
        return {}
    auditory = toets.ontheffingsgrond == Leerbaarheidstoets.Ontheffingsgrond.AUDITIEF
    return {
        "leerbaarheidstoets": toets.afgenomen_on if toets.resultaat else None,
        "ontheffing_leerbaarheidstoets": True if toets.ontheffing_on else None,
        "visuele_beperking": toets.ontheffingsgrond == Leerbaarheidstoets.Ontheffingsgrond.VISUEEL or None,
        "auditieve_beperking": auditory or None,
        "niet_in_staat_tot_toets": True if auditory and toets.ontheffing_on else None,
    }

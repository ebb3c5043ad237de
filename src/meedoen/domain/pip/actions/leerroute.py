"""Weighing the three leerroutes and choosing one: a person does, with reasons (Wi art. 7 to 9, 14, 15)."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.dossier.events import Event, publish
from meedoen.law.inburgering.begrippen import Leerroute
from meedoen.law.inburgering.leerroutes import first_niveau, may_choose_leerroute
from meedoen.law.inburgering.voortgang import leerroute_switch

from ..facts import (
    earlier_leerroute,
    education_wish,
    is_real_text,
    leerroute_facts,
    own_pip_on,
    pip_in_force,
    switch_facts,
)
from ..models import PIP, Leerroutekeuze

OVERWEGINGEN = ("overweging_b1_route", "overweging_onderwijsroute", "overweging_z_route")
TEXTS = (*OVERWEGINGEN, "motivatie", "grote_kans_motivatie", "niet_in_staat_motivatie")


@dataclass(frozen=True)
class Problem:
    """Why a choice cannot be made yet: the field where it is mended, and a Dutch sentence."""

    field: str
    sentence: str


class ChoiceRefused(NotPossible):
    """Raised when a leerroute is chosen without what the law asks first; `problems` says what."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(" ".join(problem.sentence for problem in problems))
        self.problems = problems


def save_keuze(keuze: Leerroutekeuze, *, by: Any) -> None:
    """Save what a person wrote so far; nothing is chosen by it.

    Raises:
        NotPossible: when the choice was made; reopen it first.
    """
    _refuse_when_chosen(keuze)
    keuze._history_user = by
    keuze.save()


def choose_leerroute(keuze: Leerroutekeuze, *, by: Any, on: date) -> Leerroutekeuze:
    """Make the choice that `keuze` holds, and hand leerroute and motivation to the draft of the PIP.

    Args:
        keuze: with leerroute, considerations, judgements and motivation; saved here.
        by: the person who chooses.
        on: the day of the choice.

    Raises:
        ChoiceRefused: while a consideration, judgement or motivation is missing.
    """
    _refuse_when_chosen(keuze)
    if problems := choice_problems(keuze, on=on):
        raise ChoiceRefused(problems)
    keuze.gekozen_on, keuze.gekozen_by = on, by
    keuze._history_user = by
    keuze._change_reason = "leerroute gekozen"
    keuze.save()
    _hand_to_draft(keuze, by=by, on=on)
    label = Leerroute(keuze.leerroute).label
    sentence = f"{by} koos de {label}."
    publish(Event("LeerrouteChosen", keuze.dossier, by, sentence, data={"leerroute": keuze.leerroute}))
    return keuze


def reopen_choice(keuze: Leerroutekeuze, *, by: Any, reason: str) -> None:
    """Open a choice that was made, so that it can be weighed again; the texts stay.

    Raises:
        NotPossible: when nothing was chosen, or without a reason.
    """
    if keuze.gekozen_on is None:
        raise NotPossible("Er is nog geen leerroute gekozen.")
    if not reason.strip():
        raise NotPossible("Schrijf waarom u de keuze opnieuw wilt wegen.")
    keuze.gekozen_on, keuze.gekozen_by = None, None
    keuze.version += 1
    keuze._history_user = by
    keuze._change_reason = reason[:100]
    keuze.save()
    publish(
        Event("LeerrouteReopened", keuze.dossier, by, "De leerroute wordt opnieuw gewogen.", reason.strip())
    )


def choice_problems(keuze: Leerroutekeuze, *, on: date) -> list[Problem]:
    """Return everything that stands in the way of the choice; empty when it can be made."""
    if not keuze.leerroute:
        return [Problem("leerroute", "Kies een leerroute.")]
    dossier = keuze.dossier
    if dossier.eerste_pip_elders and own_pip_on(dossier) is None:
        found = _moved_problems(keuze, on)
    else:
        found = [*_consideration_problems(keuze), *_oordeel_problems(keuze), *_switch_problems(keuze, on)]
        found += _law_problems(keuze, on) if not found else []
    if not is_real_text(keuze.motivatie):
        found.append(
            Problem("motivatie", "Schrijf waarom u deze leerroute kiest: dit wordt de tekst van het besluit.")
        )
    return [*found, *_identical(keuze)]


def _law_problems(keuze: Leerroutekeuze, on: date) -> list[Problem]:
    """Ask the law itself, last: it must agree with what the person wrote."""
    outcome = may_choose_leerroute(leerroute_facts(keuze.dossier, keuze), on=on)
    if outcome.is_known and outcome.value:
        return []
    return [Problem("leerroute", f"Deze keuze kan niet: {outcome.sentence()} ({outcome.citation}).")]


def _moved_problems(keuze: Leerroutekeuze, on: date) -> list[Problem]:
    if not keuze.eerdere_leerroute:
        return [Problem("eerdere_leerroute", "Vul in welke leerroute de vorige gemeente heeft vastgesteld.")]
    earlier = earlier_leerroute(keuze.dossier, keuze)
    if earlier is not None and keuze.leerroute != earlier:
        outcome = may_choose_leerroute(leerroute_facts(keuze.dossier, keuze), on=on)
        return [Problem("leerroute", f"Deze keuze kan niet: {outcome.sentence()} ({outcome.citation}).")]
    return []


def _consideration_problems(keuze: Leerroutekeuze) -> list[Problem]:
    why = "Schrijf eerst met minstens 30 tekens waarom de {route} wel of niet past ({source})."
    needed = []
    if keuze.leerroute in {Leerroute.B1_ROUTE, Leerroute.Z_ROUTE}:
        needed.append(
            ("overweging_onderwijsroute", "onderwijsroute", "Raad van State, ECLI:NL:RVS:2024:5413")
        )
    if keuze.leerroute == Leerroute.Z_ROUTE:
        needed.append(("overweging_b1_route", "B1-route", "artikel 9, eerste lid, Wi 2021"))
    return [
        Problem(field, why.format(route=route, source=source))
        for field, route, source in needed
        if not is_real_text(getattr(keuze, field))
    ]


def _oordeel_problems(keuze: Leerroutekeuze) -> list[Problem]:
    """A judgement that the law asks must be given, must have reasons, and must not say the opposite."""
    if keuze.leerroute == Leerroute.ONDERWIJSROUTE:
        return _education_problems(keuze)
    if keuze.leerroute == Leerroute.Z_ROUTE:
        return _needs_yes(
            keuze,
            "redelijkerwijs_niet_in_staat",
            "niet_in_staat_motivatie",
            "De Z-route kan alleen als u oordeelt dat iemand redelijkerwijs niet in staat is het examen of "
            "het taalschakeltraject te halen (art. 9, eerste lid, Wi 2021).",
        )
    if keuze.redelijkerwijs_niet_in_staat:
        return [
            Problem(
                "redelijkerwijs_niet_in_staat",
                "U oordeelt dat iemand redelijkerwijs niet in staat is het examen te halen. Dan kan de "
                "B1-route niet (art. 9, eerste lid, Wi 2021).",
            )
        ]
    return []


def _education_problems(keuze: Leerroutekeuze) -> list[Problem]:
    found = []
    if not education_wish(keuze.dossier, keuze):
        found.append(
            Problem(
                "wil_opleiding",
                "De onderwijsroute is voor wie een beroepsopleiding of studie wil volgen (art. 8, "
                "eerste lid, Wi 2021).",
            )
        )
    return found + _needs_yes(
        keuze,
        "grote_kans_op_diploma",
        "grote_kans_motivatie",
        "De onderwijsroute kan alleen als u een grote kans ziet op een diploma na het taalschakeltraject "
        "(art. 8, eerste lid, Wi 2021).",
    )


def _needs_yes(keuze: Leerroutekeuze, oordeel: str, motivatie: str, sentence: str) -> list[Problem]:
    if not getattr(keuze, oordeel):
        return [Problem(oordeel, sentence)]
    if not is_real_text(getattr(keuze, motivatie)):
        return [Problem(motivatie, "Schrijf met minstens 30 tekens waarop uw oordeel rust.")]
    return []


def _switch_problems(keuze: Leerroutekeuze, on: date) -> list[Problem]:
    """After an established PIP another leerroute has a limit in time (Wi art. 17 lid 2; Bi art. 5.4)."""
    current = pip_in_force(keuze.dossier)
    if current is None or not current.leerroute or current.leerroute == keuze.leerroute:
        return []
    special = is_real_text(keuze.afwijking_motivatie)
    outcome = leerroute_switch(switch_facts(keuze.dossier, keuze.leerroute, special=special), on=on)
    if outcome.is_known and not outcome.value:
        sentence = f"Een andere leerroute kan niet: {outcome.sentence()} ({outcome.citation})."
        return [Problem("afwijking_motivatie", f"{sentence} Schrijf waarom dit een bijzonder geval is.")]
    return []


def _identical(keuze: Leerroutekeuze) -> list[Problem]:
    """The same words for different questions are no consideration."""
    seen: dict[str, str] = {}
    found = []
    for field in TEXTS:
        text = " ".join(getattr(keuze, field).casefold().split())
        if text and text in seen:
            found.append(
                Problem(field, "Deze tekst is gelijk aan een andere tekst. Schrijf bij elk een eigen.")
            )
        seen.setdefault(text, field)
    return found


def _refuse_when_chosen(keuze: Leerroutekeuze) -> None:
    stored = Leerroutekeuze.objects.filter(pk=keuze.pk).values_list("gekozen_on", flat=True).first()
    if stored is not None:
        raise NotPossible("De leerroute is al gekozen. Open de keuze opnieuw als u die wilt wijzigen.")


def _hand_to_draft(keuze: Leerroutekeuze, *, by: Any, on: date) -> None:
    draft = PIP.objects.filter(dossier=keuze.dossier, status__in=["concept", "gecontroleerd"]).first()
    if draft is not None:
        take_over_choice(draft, keuze, on=on)
        draft.status = PIP.Status.CONCEPT
        draft.version += 1
        draft._history_user = by
        draft._change_reason = "leerroute gekozen"
        draft.save()


def take_over_choice(draft: PIP, keuze: Leerroutekeuze, *, on: date) -> None:
    """Copy leerroute, level and motivation of a choice into a draft, not yet saved.

    The level is what the law makes of the route in a first PIP; another route makes
    hours and MAP of the old one void.
    """
    facts = replace(leerroute_facts(keuze.dossier, keuze), leerroute=Leerroute(keuze.leerroute))
    if draft.leerroute != keuze.leerroute:
        draft.niveau = first_niveau(facts, on=on).value or ""
        if keuze.leerroute == Leerroute.ONDERWIJSROUTE:
            draft.map_uren = None
    draft.leerroute = keuze.leerroute
    draft.motivatie = keuze.motivatie

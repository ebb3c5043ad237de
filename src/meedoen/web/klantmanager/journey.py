"""Where somebody stands on the way from permit to voldaan: real dates beside the dates of the law."""

from dataclasses import dataclass, replace
from datetime import date

from django.urls import NoReverseMatch, reverse

from meedoen.domain.brede_intake.models import BredeIntake, Leerbaarheidstoets
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.pip.facts import termijn_facts
from meedoen.domain.pip.models import Leerroutekeuze
from meedoen.domain.termijn.facts import finished_on
from meedoen.domain.voortgang.models import Resultaat
from meedoen.law.inburgering.begrippen import Doelgroep, Leerroute
from meedoen.law.inburgering.termijn import termijn_first_day, termijn_last_day
from meedoen.law.kernel.outcome import Outcome
from meedoen.web.klantmanager.reckoning import reckoned


@dataclass(frozen=True)
class Step:
    """One step of the journey, for the component `timeline`.

    `status` is done, current, late, upcoming, or unknown: a later step was done and
    this one was not recorded. A step with `in_turn` False keeps nobody from the next
    one, so it is never what somebody is busy with now.
    """

    title: str
    happened_on: date | None = None
    law: Outcome[date] | None = None
    url: str = ""
    note: str = ""
    status: str = "upcoming"
    in_turn: bool = True

    @property
    def law_on(self) -> date | None:
        """The last day that the law gives, when it is known."""
        return self.law.value if self.law is not None else None

    @property
    def law_text(self) -> str:
        """The article of that day, or why there is no day yet."""
        if self.law is None:
            return ""
        return str(self.law.citation) if self.law.is_known else self.law.sentence()

    @property
    def law_url(self) -> str:
        """The official text of the article."""
        return (self.law.link or "") if self.law is not None and self.law.is_known else ""


def journey(dossier: Dossier, *, on: date, clock: Outcome[date], pip_on: date | None) -> list[Step]:
    """Return the steps of one dossier in order, each with its status on that day.

    Args:
        dossier: with its oproepen, brede_intake, leerbaarheidstoets and leerroutekeuze.
        on: the day asked.
        clock: the last day on which the PIP is in time.
        pip_on: when this gemeente made its first PIP.
    """
    steps = [*_arrival(dossier), *_making_the_pip(dossier, clock, pip_on), *_the_term(dossier, on)]
    return with_status(steps, on)


def with_status(steps: list[Step], on: date) -> list[Step]:
    """Return the steps with what each is on this day: done, unknown, late, current or upcoming."""
    last_done = max((at for at, step in enumerate(steps) if _done(step, on)), default=-1)
    found: list[Step] = []
    busy = False
    for at, step in enumerate(steps):
        if _done(step, on):
            status = "done"
            if step.law_on is not None and step.happened_on > step.law_on:
                step = replace(step, note=step.note or "later dan de wet zegt")
        elif at < last_done:
            status = "unknown"
        elif step.law_on is not None and step.law_on < on:
            status, busy = "late", True
        elif not busy and step.in_turn:
            status, busy = "current", True
        else:
            status = "upcoming"
        found.append(replace(step, status=status))
    return found


def _done(step: Step, on: date) -> bool:
    return step.happened_on is not None and step.happened_on <= on


def _arrival(dossier: Dossier) -> list[Step]:
    """Permit, coupling, kennisgeving and registration."""
    facts = _address("klantmanager:gegevens-dossier", dossier)
    steps = [Step("Vergunning bekendgemaakt", dossier.bekendmaking_on, url=facts)]
    if dossier.koppeling_on or dossier.doelgroep == Doelgroep.ASIELSTATUSHOUDER:
        steps.append(Step("Gekoppeld aan de gemeente", dossier.koppeling_on, url=facts))
    return [
        *steps,
        Step(
            "Kennisgeving van DUO",
            dossier.kennisgeving_on,
            url=facts,
            # Once somebody is coupled the intake may begin, also in the AZC.
            in_turn=dossier.koppeling_on is None,
        ),
        Step("Ingeschreven in de gemeente", dossier.inschrijving_on, url=facts, in_turn=False),
    ]


def _making_the_pip(dossier: Dossier, clock: Outcome[date], pip_on: date | None) -> list[Step]:
    """Call, brede intake, leerbaarheidstoets, leerroute and PIP."""
    intake_url = _address("klantmanager:intake", dossier)
    oproepen = list(dossier.oproepen.all())
    intake: BredeIntake | None = getattr(dossier, "brede_intake", None)
    toets: Leerbaarheidstoets | None = getattr(dossier, "leerbaarheidstoets", None)
    keuze: Leerroutekeuze | None = getattr(dossier, "leerroutekeuze", None)
    return [
        Step(
            "Opgeroepen voor de brede intake",
            oproepen[0].verstuurd_on if oproepen else None,
            url=intake_url,
            note=f"{len(oproepen)} oproepen verstuurd" if len(oproepen) > 1 else "",
        ),
        Step(
            "Brede intake", intake.afgerond_on if intake else None, url=intake_url, note=_intake_note(intake)
        ),
        Step(
            "Leerbaarheidstoets",
            (toets.afgenomen_on or toets.ontheffing_on) if toets else None,
            url=intake_url,
            note=_toets_note(toets),
        ),
        Step(
            "Leerroute gekozen",
            keuze.gekozen_on if keuze else None,
            url=_address("klantmanager:leerroute", dossier),
            note=keuze.get_leerroute_display() if keuze else "",
        ),
        Step("PIP vastgesteld", pip_on, law=clock, url=_address("klantmanager:pip", dossier)),
    ]


def _the_term(dossier: Dossier, on: date) -> list[Step]:
    """The inburgeringstermijn, what must be done in it, and the end."""
    last_day = reckoned(termijn_last_day, termijn_facts(dossier), on=on)
    keuze: Leerroutekeuze | None = getattr(dossier, "leerroutekeuze", None)
    signed, talked = (
        finished_on(dossier, part) for part in (Resultaat.Onderdeel.PVT, Resultaat.Onderdeel.MAP)
    )
    url = _address("klantmanager:voortgang", dossier)
    parts = [Step("Participatieverklaringstraject (PVT)", signed, url=url, in_turn=False)]
    if keuze is None or keuze.leerroute != Leerroute.ONDERWIJSROUTE:
        parts.append(Step("Module Arbeidsmarkt en Participatie (MAP)", talked, url=url, in_turn=False))
    ended = Step("Inburgeringsplicht voldaan", dossier.voldaan_on, law=last_day)
    if dossier.plicht_einde_on is not None and dossier.voldaan_on is None:
        ended = Step("Inburgeringsplicht geëindigd", dossier.plicht_einde_on)
    first_day = reckoned(termijn_first_day, termijn_facts(dossier), on=on)
    note = "door het eerste PIP van een andere gemeente" if dossier.eerste_pip_elders else ""
    return [Step("Begin van de inburgeringstermijn", first_day.value, note=note), *parts, ended]


def _intake_note(intake: BredeIntake | None) -> str:
    if intake is None or intake.afgerond_on or intake.gestart_on is None:
        return "afgerond zonder de inburgeraar" if intake is not None and intake.bij_verstek else ""
    return "begonnen, nog niet afgerond"


def _toets_note(toets: Leerbaarheidstoets | None) -> str:
    if toets is None:
        return ""
    if toets.ontheffing_on and not toets.afgenomen_on:
        # The ground is about health; it stands on the page of the toets, which a teamleider does not open.
        return "ontheffing"
    return toets.get_resultaat_display()


def _address(name: str, dossier: Dossier) -> str:
    """Return the address of a part; empty when this installation has no such page."""
    try:
        return reverse(name, args=[dossier.pk])
    except NoReverseMatch:
        return ""

"""The inburgeringstermijn: three years, from the day after the first PIP (Wi 11 and 12)."""

from dataclasses import dataclass
from datetime import date

from ..kernel.calendar import day_after, days_between
from ..kernel.dutch import in_dutch
from ..kernel.outcome import Outcome, answer, given, known
from ..kernel.parameter import parameter
from ..kernel.rule import rule
from ..sources import BI, IN_WERKING, WI

DUUR = parameter("wi2021.inburgeringstermijn")
AANVRAGEN = parameter("bi2021.verlenging_aanvragen")


@dataclass(frozen=True, slots=True)
class TermijnFacts:
    """What the term depends on; None is not known or has not happened."""

    eerste_pip: date | None = None
    """Dagtekening of the first PIP of the person, in any gemeente."""
    pip_herroepen: date | None = None
    """The day on which a PIP was herroepen, vernietigd or made anew; it never moves the term."""
    verlengd_tot_en_met: date | None = None
    """The last day of the term after an extension or as a new term, as DUO decided it."""


@dataclass(frozen=True, slots=True)
class Termijn:
    """First and last day of the term; `duo_end` is the day after the last, the way DUO writes an end."""

    first_day: date
    last_day: date
    duo_end: date

    def __str__(self) -> str:
        return f"{in_dutch(self.first_day)} tot en met {in_dutch(self.last_day)}"


@rule(WI.art("11", lid=2), since=IN_WERKING)
def termijn_first_day(facts: TermijnFacts, *, on: date) -> Outcome[date]:
    """The term begins on the day after the dagtekening of the PIP."""
    pip = given(facts.eerste_pip, "er is nog geen PIP, dus de termijn is nog niet begonnen")
    return answer(day_after(pip), "de dag na de dagtekening van het eerste PIP op {pip}", pip=pip)


@rule(WI.art("11", lid=3), since=IN_WERKING)
def termijn_keeps_its_start(facts: TermijnFacts, *, on: date) -> Outcome[bool]:
    """The beginning does not change when the PIP is herroepen, vernietigd or established anew."""
    if facts.pip_herroepen is not None:
        return answer(
            True, "dat het PIP op {dag} is herroepen, verandert de aanvang niet", dag=facts.pip_herroepen
        )
    return answer(True, "een nieuw PIP of een herroepen PIP verandert de aanvang niet")


@rule(WI.art("11", lid=1), since=IN_WERKING)
def termijn_first_last_day(facts: TermijnFacts, *, on: date) -> Outcome[date]:
    """The person complies within three years; this term does not move past a weekend (ATW art. 4)."""
    pip = given(facts.eerste_pip, "er is nog geen PIP, dus de termijn is nog niet begonnen")
    duur = DUUR.at(on)
    if facts.pip_herroepen is not None and termijn_keeps_its_start(facts, on=on):
        return answer(
            pip + duur,
            "{duur} vanaf de dag na het eerste PIP van {pip}, ook nu dat is herroepen",
            duur=duur,
            pip=pip,
        )
    return answer(pip + duur, "{duur} vanaf de dag na het eerste PIP van {pip}", duur=duur, pip=pip)


@rule(WI.art("12", lid=1), since=IN_WERKING)
def termijn_last_day(facts: TermijnFacts, *, on: date) -> Outcome[date]:
    """The last day of the term: that of the three years, or the later day that DUO decided."""
    einde = termijn_first_last_day(facts, on=on)
    if facts.verlengd_tot_en_met is not None and facts.verlengd_tot_en_met > known(einde):
        return answer(
            facts.verlengd_tot_en_met,
            "DUO heeft de termijn verlengd tot en met {einde}",
            einde=facts.verlengd_tot_en_met,
        )
    return einde


@rule(WI.art("11", lid=1), since=IN_WERKING)
def termijn_duo_end(facts: TermijnFacts, *, on: date) -> Outcome[date]:
    """The end as DUO's interface writes it: the day after the last day of the term."""
    einde = known(termijn_last_day(facts, on=on))
    return answer(day_after(einde), "DUO schrijft de dag na de laatste dag, {einde}", einde=einde)


@rule(WI.art("11"), since=IN_WERKING)
def inburgeringstermijn(facts: TermijnFacts, *, on: date) -> Outcome[Termijn]:
    """The whole term: its first day, its last day and the end as DUO writes it."""
    first = known(termijn_first_day(facts, on=on))
    last = known(termijn_last_day(facts, on=on))
    end = known(termijn_duo_end(facts, on=on))
    return answer(
        Termijn(first, last, end), "de termijn loopt van {first} tot en met {last}", first=first, last=last
    )


@rule(WI.art("11", lid=1), since=IN_WERKING)
def termijn_exceeded(facts: TermijnFacts, *, on: date) -> Outcome[bool]:
    """Whether the term has passed on this day."""
    einde = known(termijn_last_day(facts, on=on))
    if on > einde:
        return answer(True, "de termijn is op {einde} geëindigd", einde=einde)
    return answer(False, "de termijn loopt tot en met {einde}", einde=einde)


@rule(WI.art("11", lid=1), since=IN_WERKING)
def termijn_days_left(facts: TermijnFacts, *, on: date) -> Outcome[int]:
    """How many days of the term are left after this day; negative when it has passed."""
    einde = known(termijn_last_day(facts, on=on))
    return answer(days_between(on, einde), "de termijn loopt tot en met {einde}", einde=einde)


@rule(BI.art("4.5", lid=1), since=IN_WERKING)
def may_request_verlenging_since(facts: TermijnFacts, *, on: date) -> Outcome[date]:
    """Extension is not requested earlier than six months before the end of the term."""
    einde = known(termijn_last_day(facts, on=on))
    maanden = AANVRAGEN.at(on)
    return answer(
        einde - maanden,
        "{maanden} voor het einde van de termijn op {einde}",
        maanden=maanden,
        einde=einde,
    )

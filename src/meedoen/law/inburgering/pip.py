"""The PIP: when the college must establish it and what it must hold (Wi 15; Bi 5.3)."""

from dataclasses import dataclass
from datetime import date

from ..kernel.calendar import answer_term_end, term_end
from ..kernel.outcome import Outcome, answer, given, known, unknown
from ..kernel.parameter import parameter
from ..kernel.rule import rule
from ..sources import BI, IN_WERKING, WI
from .begrippen import Doelgroep, Verblijfstitel

PIP_TERMIJN = parameter("bi2021.pip_termijn")
NA_INFORMATIE = parameter("bi2021.pip_termijn_na_informatie")
NA_VERHUIZING = parameter("bi2021.pip_termijn_na_verhuizing")

KENNISGEVING_TELT = date(2023, 1, 1)
"""From this day the 10 weeks run from the kennisgeving (Stb. 2022, 489)."""


@dataclass(frozen=True, slots=True)
class PIPFacts:
    """What the deadline of the PIP depends on; None is not known or has not happened."""

    kennisgeving: date | None = None
    """The day on which DUO told the person in writing of the inburgeringsplicht."""
    inschrijving: date | None = None
    """BRP registration in the gemeente; for the holder of asiel bepaalde tijd the gemeente where he is housed
    under art. 28 Huisvestingswet 2014, never the gemeente of the AZC."""
    doelgroep: Doelgroep | None = None
    verblijfstitel: Verblijfstitel | None = None
    eerste_pip: date | None = None
    """Dagtekening of the first PIP of the person, in any gemeente."""
    inschrijving_nieuwe_gemeente: date | None = None
    """BRP registration in the present gemeente of a person who moved here from another gemeente."""
    informatie_derde_gevraagd: date | None = None
    """The day on which the college asked a third party for information without which the PIP cannot
    reasonably be made; recording this day is the judgement that this is so."""
    informatie_derde_ontvangen: date | None = None
    """The day on which that information came in."""


@rule(WI.art("1", lid=1), since=IN_WERKING)
def housed_under_art_28(facts: PIPFacts, *, on: date) -> Outcome[bool]:
    """For the holder of asiel bepaalde tijd the gemeente of huisvesting counts (art. 28 Hvw 2014)."""
    if facts.verblijfstitel is None and facts.doelgroep == Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT:
        return answer(
            False, "een {groep} wordt niet gehuisvest op grond van art. 28 Hvw", groep=facts.doelgroep
        )
    titel = given(facts.verblijfstitel, "de verblijfstitel is niet bekend")
    if titel == Verblijfstitel.ASIEL_BEPAALDE_TIJD:
        return answer(True, "de gemeente van huisvesting telt bij een {titel}", titel=titel)
    return answer(False, "de gemeente van huisvesting telt alleen bij een verblijfsvergunning asiel")


@rule(BI.art("5.3", lid=1), since=IN_WERKING)
def pip_deadline_by_inschrijving(facts: PIPFacts, *, on: date) -> Outcome[date]:
    """The text of 2022: the college establishes the PIP within 10 weeks after the inschrijving."""
    start = given(facts.inschrijving, "er is nog geen inschrijving in de gemeente")
    weken = PIP_TERMIJN.at(on)
    return answer_term_end(start, weken, "{weken} na de inschrijving op {start}", weken=weken, start=start)


@rule(BI.art("5.3", lid=1), since=IN_WERKING)
def pip_deadline_first(facts: PIPFacts, *, on: date) -> Outcome[date]:
    """The college establishes the PIP within 10 weeks after the inschrijving."""
    return pip_deadline_by_inschrijving(facts, on=on)


@pip_deadline_first.since(KENNISGEVING_TELT)
def _(facts: PIPFacts, *, on: date) -> Outcome[date]:
    """The college establishes the PIP within 10 weeks after the kennisgeving.

    Whoever is not yet ingeschreven in the gemeente of huisvesting on that day gets the 10 weeks from that
    inschrijving instead.
    """
    start = given(facts.kennisgeving, "er is nog geen kennisgeving van DUO")
    weken = PIP_TERMIJN.at(on)
    if housed_under_art_28(facts, on=on):
        inschrijving = given(
            facts.inschrijving,
            "er is nog geen inschrijving in de gemeente van huisvesting; de {weken} lopen pas daarna",
            weken=weken,
        )
        if inschrijving > start:
            return answer_term_end(
                inschrijving,
                weken,
                "{weken} na de inschrijving op {start} in de gemeente van huisvesting",
                weken=weken,
                start=inschrijving,
            )
    return answer_term_end(start, weken, "{weken} na de kennisgeving van {start}", weken=weken, start=start)


@rule(BI.art("5.3", lid=2), since=KENNISGEVING_TELT)
def pip_deadline_third_party(facts: PIPFacts, *, on: date) -> Outcome[date]:
    """While the college waits for information of a third party the term may pass; then two weeks are left."""
    termijn = known(pip_deadline_first(facts, on=on))
    gevraagd = given(facts.informatie_derde_gevraagd, "er is geen informatie van een derde gevraagd")
    weken = NA_INFORMATIE.at(on)
    if gevraagd > termijn:
        return answer(
            termijn,
            "de informatie is pas op {gevraagd} gevraagd, toen de termijn al voorbij was",
            reading="alleen informatie waarop het college binnen de termijn al wachtte, verlengt de termijn",
            gevraagd=gevraagd,
        )
    if facts.informatie_derde_ontvangen is None:
        if on <= termijn:
            return answer(
                termijn,
                "de informatie die op {gevraagd} is gevraagd, kan nog op tijd komen",
                gevraagd=gevraagd,
            )
        unknown(
            "de informatie van een derde is er nog niet; na ontvangst heeft het college {weken}", weken=weken
        )
    ontvangen = facts.informatie_derde_ontvangen
    if term_end(ontvangen, weken) > termijn:
        return answer_term_end(
            ontvangen,
            weken,
            "{weken} na de ontvangst op {ontvangen} van de informatie van een derde",
            weken=weken,
            ontvangen=ontvangen,
        )
    return answer(
        termijn,
        "de informatie van een derde kwam op {ontvangen}, dus de gewone termijn van {termijn} blijft",
        ontvangen=ontvangen,
        termijn=termijn,
    )


@rule(BI.art("5.3", lid=2), since=IN_WERKING)
def pip_deadline_after_move(facts: PIPFacts, *, on: date) -> Outcome[date]:
    """Whoever moves with a PIP gets it from the new college within 10 weeks after the inschrijving there."""
    start = given(facts.inschrijving_nieuwe_gemeente, "er is nog geen inschrijving in de nieuwe gemeente")
    weken = NA_VERHUIZING.at(on)
    return answer_term_end(
        start, weken, "{weken} na de inschrijving op {start} in de nieuwe gemeente", weken=weken, start=start
    )


@pip_deadline_after_move.since(KENNISGEVING_TELT, cites=BI.art("5.3", lid=3))
def _(facts: PIPFacts, *, on: date) -> Outcome[date]:
    """Whoever moves with a PIP gets it from the new college within 10 weeks after the inschrijving there."""
    start = given(facts.inschrijving_nieuwe_gemeente, "er is nog geen inschrijving in de nieuwe gemeente")
    weken = NA_VERHUIZING.at(on)
    return answer_term_end(
        start, weken, "{weken} na de inschrijving op {start} in de nieuwe gemeente", weken=weken, start=start
    )


@rule(BI.art("5.3"), since=IN_WERKING)
def moved_with_pip(facts: PIPFacts, *, on: date) -> Outcome[bool]:
    """Whether the person moved here after a PIP had been made elsewhere."""
    if facts.inschrijving_nieuwe_gemeente is None:
        return answer(False, "er is geen verhuizing uit een andere gemeente")
    verhuisd = facts.inschrijving_nieuwe_gemeente
    if facts.eerste_pip is not None and facts.eerste_pip < verhuisd:
        return answer(
            True, "het PIP van {pip} is van voor de verhuizing op {dag}", pip=facts.eerste_pip, dag=verhuisd
        )
    return answer(
        False,
        "bij de verhuizing op {dag} was er nog geen PIP",
        reading="bij een verhuizing zonder PIP loopt de eerste termijn door voor het nieuwe college",
        dag=verhuisd,
    )


@rule(BI.art("5.3"), since=IN_WERKING)
def pip_deadline(facts: PIPFacts, *, on: date) -> Outcome[date]:
    """The last day on which the college establishes the PIP in time: the first term, or after a move."""
    if moved_with_pip(facts, on=on):
        return pip_deadline_after_move(facts, on=on)
    return pip_deadline_first(facts, on=on)


@pip_deadline.since(KENNISGEVING_TELT)
def _(facts: PIPFacts, *, on: date) -> Outcome[date]:
    """The last day on which the college establishes the PIP in time, with the exception for a third party."""
    if moved_with_pip(facts, on=on):
        return pip_deadline_after_move(facts, on=on)
    if facts.informatie_derde_gevraagd is not None:
        return pip_deadline_third_party(facts, on=on)
    return pip_deadline_first(facts, on=on)

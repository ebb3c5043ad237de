"""The doelgroepen of DUO and the two of the Act (interface Inburgeringsplicht 1.2.2, of 31 March 2025)."""

from dataclasses import dataclass
from datetime import date

from ..inburgering.begrippen import Begrip, Doelgroep
from ..kernel.outcome import Outcome, answer, given, known
from ..kernel.rule import rule
from ..sources import DUO_DOELGROEP, IN_WERKING


class DuoDoelgroep(Begrip):
    """The seven detailed groups that DUO keeps, for monitoring and for COA."""

    ASIELSTATUSHOUDER = "asielstatushouder"
    GEESTELIJK_BEDIENAAR = "geestelijk_bedienaar"
    GEZINSHERENIGER = "gezinshereniger"
    GEZINSHERENIGER_MET_ASIELSTATUSHOUDER = "gezinshereniger_met_asielstatushouder"
    GEZINSVORMER = "gezinsvormer"
    GEZINSVORMER_MET_ASIELSTATUSHOUDER = "gezinsvormer_met_asielstatushouder"
    OVERIG = "overig"


ASIEL = (
    DuoDoelgroep.ASIELSTATUSHOUDER,
    DuoDoelgroep.GEZINSHERENIGER_MET_ASIELSTATUSHOUDER,
    DuoDoelgroep.GEZINSVORMER_MET_ASIELSTATUSHOUDER,
)


@dataclass(frozen=True, slots=True)
class DuoDoelgroepFacts:
    """What DUO says of the group, and what the person asked for."""

    duo_doelgroep: DuoDoelgroep | None = None
    asielrechten_vervallen: date | None = None
    """The day from which data of the IND no longer give asielrechten."""
    afgezien_van_asielrechten: date | None = None
    """The day on which DUO dealt with the wish, through the gemeente, to waive the asielrechten (SS124)."""


@rule(
    DUO_DOELGROEP,
    since=IN_WERKING,
    reading="wie zich bij een asielstatushouder voegt, telt als gezinslid van art. 13, lid 1, onderdeel b",
)
def doelgroep_of_duo(facts: DuoDoelgroepFacts, *, on: date) -> Outcome[Doelgroep]:
    """The seven groups of DUO come down to the two of the Act."""
    groep = given(facts.duo_doelgroep, "DUO heeft geen doelgroep gegeven")
    if groep in ASIEL:
        return answer(
            Doelgroep.ASIELSTATUSHOUDER, "een {groep} valt onder de asielstatushouders", groep=groep
        )
    return answer(
        Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
        "de groep {groep} valt onder de gezinsmigranten en overige migranten",
        groep=groep,
    )


@rule(DUO_DOELGROEP, since=IN_WERKING)
def doelgroep_now(facts: DuoDoelgroepFacts, *, on: date) -> Outcome[Doelgroep]:
    """DUO keeps to asielrechten when IND data change, unless the person waives them through the gemeente."""
    groep = known(doelgroep_of_duo(facts, on=on))
    if groep != Doelgroep.ASIELSTATUSHOUDER:
        return answer(groep, "DUO behandelt de persoon als {groep}", groep=groep)
    if facts.afgezien_van_asielrechten is not None and facts.afgezien_van_asielrechten <= on:
        return answer(
            Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
            "de persoon ziet sinds {dag} af van de rechten van een asielstatushouder",
            dag=facts.afgezien_van_asielrechten,
        )
    if facts.asielrechten_vervallen is not None and facts.asielrechten_vervallen <= on:
        return answer(groep, "de gegevens van de IND zijn gewijzigd, maar DUO houdt aan de asielrechten vast")
    return answer(groep, "DUO behandelt de persoon als {groep}", groep=groep)

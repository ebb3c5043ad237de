"""How long data are kept, and the first day on which they are deleted (Bi 9.9)."""

from dataclasses import dataclass
from datetime import date

from ..kernel.calendar import later
from ..kernel.outcome import Outcome, answer, given, known
from ..kernel.parameter import parameter
from ..kernel.rule import rule
from ..sources import BI, IN_WERKING
from .begrippen import Begrip

BEWAREN = parameter("bi2021.bewaartermijn")
KERN_BEWAREN = parameter("bi2021.bewaartermijn_kern")
LENING_BEWAREN = parameter("bi2021.bewaartermijn_lening")
GEMEENTE = "de termijn van art. 9.9 geldt ook voor het dossier bij de gemeente"
LANGSTE = "wat zowel kern is als bij een lening hoort, blijft tot de laatste van beide termijnen"


class Gegevenssoort(Begrip):
    """The kinds of data that Bi 9.9 tells apart; everything it does not name is `overig`."""

    OVERIG = "overig", "overige gegevens"
    BURGERSERVICENUMMER = "burgerservicenummer"
    NAAM = "naam", "naamgegevens"
    ADRES = "adres", "adresgegevens"
    WOONPLAATS = "woonplaats"
    GEBOORTEDATUM = "geboortedatum"
    VRIJSTELLING = "vrijstelling", "gegevens over een vrijstelling"
    ONTHEFFING = "ontheffing", "gegevens over een ontheffing"
    VOLDOENING = "voldoening", "datum en wijze waarop aan de plicht is voldaan"
    NIET_INVORDERBARE_SCHULD = "niet_invorderbare_schuld", "gegevens over een niet invorderbare schuld"
    DIPLOMADATUM = "diplomadatum", "datum van het inburgeringsdiploma"
    LENING = "lening", "gegevens over de lening"


IDENTITEIT = (
    Gegevenssoort.BURGERSERVICENUMMER,
    Gegevenssoort.NAAM,
    Gegevenssoort.ADRES,
    Gegevenssoort.WOONPLAATS,
    Gegevenssoort.GEBOORTEDATUM,
)
KERN = (
    Gegevenssoort.VRIJSTELLING,
    Gegevenssoort.ONTHEFFING,
    Gegevenssoort.VOLDOENING,
    Gegevenssoort.NIET_INVORDERBARE_SCHULD,
)
BIJ_LENING = (Gegevenssoort.DIPLOMADATUM, Gegevenssoort.LENING)


@dataclass(frozen=True, slots=True)
class BewaarFacts:
    """What the keeping of data depends on."""

    plicht_geeindigd: date | None = None
    overleden: date | None = None
    """The day on which the person died; None when he lives."""
    lening: bool | None = None
    """There is or was a loan of DUO for inburgering."""
    lening_afgehandeld: date | None = None
    """The day on which the loan was paid back, remitted or lapsed; None when it was not."""
    gegevenssoort: Gegevenssoort | None = None


@rule(BI.art("9.9", lid=1), since=IN_WERKING, reading=GEMEENTE)
def delete_by(facts: BewaarFacts, *, on: date) -> Outcome[date]:
    """Data are deleted five years after the end of the inburgeringsplicht, or at death if earlier."""
    duur = BEWAREN.at(on)
    if facts.overleden is not None and (
        facts.plicht_geeindigd is None or facts.overleden < facts.plicht_geeindigd + duur
    ):
        return answer(facts.overleden, "de persoon is op {dag} overleden", dag=facts.overleden)
    einde = given(facts.plicht_geeindigd, "de inburgeringsplicht is nog niet geëindigd")
    return answer(einde + duur, "{duur} na het einde van de plicht op {einde}", duur=duur, einde=einde)


@rule(BI.art("9.9", lid=2), since=IN_WERKING, reading=GEMEENTE)
def core_delete_by(facts: BewaarFacts, *, on: date) -> Outcome[date]:
    """The core (identity, address, vrijstelling, ontheffing, fulfilment, debt): at most fifty years.

    It departs from the five years only, so that after death the core is deleted as well.
    """
    duur = KERN_BEWAREN.at(on)
    if facts.overleden is not None and (
        facts.plicht_geeindigd is None or facts.overleden < facts.plicht_geeindigd + duur
    ):
        return answer(facts.overleden, "de persoon is op {dag} overleden", dag=facts.overleden)
    einde = given(facts.plicht_geeindigd, "de inburgeringsplicht is nog niet geëindigd")
    return answer(
        einde + duur,
        "ten hoogste {duur} na het einde van de plicht op {einde}",
        duur=duur,
        einde=einde,
    )


@rule(BI.art("9.9", lid=3), since=IN_WERKING, reading=GEMEENTE)
def lening_delete_by(facts: BewaarFacts, *, on: date) -> Outcome[date]:
    """Data that go with a loan are deleted five years after it was paid back, remitted or lapsed."""
    duur = LENING_BEWAREN.at(on)
    if facts.overleden is not None and (
        facts.lening_afgehandeld is None or facts.overleden < facts.lening_afgehandeld + duur
    ):
        return answer(facts.overleden, "de persoon is op {dag} overleden", dag=facts.overleden)
    dag = given(facts.lening_afgehandeld, "de lening is nog niet afgehandeld")
    return answer(dag + duur, "{duur} nadat de lening op {dag} is afgehandeld", duur=duur, dag=dag)


@rule(BI.art("9.9"), since=IN_WERKING, reading=LANGSTE)
def identity_delete_by(facts: BewaarFacts, *, on: date) -> Outcome[date]:
    """BSN, name, address, woonplaats and birth date are core, and go with a loan as well."""
    kern = core_delete_by(facts, on=on)
    if facts.overleden is not None and known(kern) == facts.overleden:
        return kern
    heeft_lening = given(facts.lening, "het is niet bekend of er een lening is of was")
    if not heeft_lening:
        return kern
    lening = lening_delete_by(facts, on=on)
    if known(lening) > known(kern):
        return lening
    return kern


@rule(BI.art("9.9"), since=IN_WERKING)
def first_day_to_delete(facts: BewaarFacts, *, on: date) -> Outcome[date]:
    """The first day on which data of this kind are deleted."""
    soort = given(facts.gegevenssoort, "het is niet bekend om welk soort gegevens het gaat")
    if soort in IDENTITEIT:
        return identity_delete_by(facts, on=on)
    if soort in KERN:
        return core_delete_by(facts, on=on)
    if soort in BIJ_LENING:
        heeft_lening = given(facts.lening, "het is niet bekend of er een lening is of was")
        if heeft_lening:
            return lening_delete_by(facts, on=on)
    return delete_by(facts, on=on)


@rule(BI.art("9.9"), since=IN_WERKING)
def must_delete_now(facts: BewaarFacts, *, on: date) -> Outcome[bool]:
    """Whether data of this kind must have been deleted on this day."""
    dag = known(first_day_to_delete(facts, on=on))
    if on >= dag:
        return answer(True, "verwijderen moet sinds {dag}", dag=dag)
    return answer(False, "verwijderen moet pas op {dag}", dag=dag)


@rule(BI.art("9.9"), since=IN_WERKING)
def last_day_of_all(facts: BewaarFacts, *, on: date) -> Outcome[date]:
    """The day on which nothing of the person is left: the later of core and loan."""
    kern = known(core_delete_by(facts, on=on))
    if facts.overleden is not None and kern == facts.overleden:
        return answer(kern, "de persoon is op {dag} overleden", dag=kern)
    heeft_lening = given(facts.lening, "het is niet bekend of er een lening is of was")
    if not heeft_lening:
        return answer(kern, "de kerngegevens gaan het laatst weg, op {kern}", kern=kern)
    lening = known(lening_delete_by(facts, on=on))
    return answer(
        later(kern, lening),
        "de kerngegevens gaan op {kern} weg en die van de lening op {lening}",
        kern=kern,
        lening=lening,
    )

"""The signs that ask attention, each with the day since when, as DUO describes them (June 2026).

DUO does not send its attention signals by machine yet; Meedoen derives them from the dates of a dossier.
"""

from dataclasses import dataclass
from datetime import date

from ..inburgering.aow import aow_day
from ..inburgering.begrippen import Doelgroep, Leerroute, Niveau, Verblijfstitel
from ..inburgering.dossier_facts import project
from ..inburgering.pip import PIPFacts, moved_with_pip, pip_deadline
from ..kernel.calendar import day_after
from ..kernel.outcome import Outcome, answer, given, known
from ..kernel.parameter import parameter
from ..kernel.rule import rule
from ..sources import DUO_SIGNALEN, IN_WERKING

AOW_SIGNAAL = parameter("duo.aow_signaal")
BOVEN_A2 = (Niveau.B1, Niveau.B2)


@dataclass(frozen=True, slots=True)
class SignaalFacts:
    """The dates of a dossier from which a sign follows; None is not known or has not happened."""

    doelgroep: Doelgroep | None = None
    verblijfstitel: Verblijfstitel | None = None
    kennisgeving: date | None = None
    inschrijving: date | None = None
    inschrijving_nieuwe_gemeente: date | None = None
    eerste_pip: date | None = None
    informatie_derde_gevraagd: date | None = None
    informatie_derde_ontvangen: date | None = None
    geboortedatum: date | None = None
    vrijstelling_geeindigd: date | None = None
    """The day on which a tijdelijke vrijstelling ended."""
    leerroute: Leerroute | None = None
    pip_vastgesteld: date | None = None
    """Dagtekening of the PIP of this gemeente, in which the leerroute stands."""
    niveau: Niveau | None = None
    """The level in the PIP; None means B1 in B1-route and onderwijsroute."""
    aanbod: date | None = None
    """The day of the first inburgeringsaanbod under the present PIP."""
    contract_ontvangen: date | None = None
    """The day on which DUO or the school told of a contract for a course."""
    contract_niveau: Niveau | None = None
    contract_taalschakeltraject: bool | None = None
    verlenging_aangevraagd: date | None = None
    verlenging_besloten: date | None = None
    vertrokken_naar_andere_gemeente: date | None = None
    vertrokken_uit_nederland: date | None = None
    bio_ontheffing_gevraagd: date | None = None
    """The day on which ontheffing for bijzondere individuele omstandigheden was asked of DUO."""
    bio_advies_gegeven: date | None = None
    certificaattekst_beschikbaar: date | None = None
    """The day from which the text for the certificaat of the Z-route can be fetched."""
    certificaat_uitgereikt: date | None = None
    niet_vrijstellende_opleiding_geeindigd: date | None = None

    @property
    def pip(self) -> PIPFacts:
        """The same facts as the deadline of the PIP asks them."""
        return project(PIPFacts, self)


@rule(DUO_SIGNALEN, since=IN_WERKING)
def aow_within_six_months_since(facts: SignaalFacts, *, on: date) -> Outcome[date | None]:
    """SS128: the AOW age is less than six months away, so the plicht will end by itself."""
    geboren = given(facts.geboortedatum, "de geboortedatum is niet bekend")
    aow = aow_day(geboren)
    maanden = AOW_SIGNAAL.at(on)
    vanaf = aow - maanden
    if on < vanaf:
        return answer(None, "de AOW-leeftijd wordt pas op {aow} bereikt", aow=aow)
    if on >= aow:
        return answer(None, "de AOW-leeftijd is op {aow} bereikt, dus de plicht is geëindigd", aow=aow)
    return answer(vanaf, "de AOW-leeftijd wordt binnen {maanden} bereikt, op {aow}", maanden=maanden, aow=aow)


@rule(DUO_SIGNALEN, since=IN_WERKING)
def settled_without_pip_since(facts: SignaalFacts, *, on: date) -> Outcome[date | None]:
    """SS120: an inburgeringsplichtige settled in the gemeente and has no PIP yet."""
    if facts.inschrijving_nieuwe_gemeente is None:
        return answer(None, "er is geen verhuizing uit een andere gemeente")
    if moved_with_pip(facts.pip, on=on):
        return answer(None, "er is al een PIP van een eerdere gemeente")
    if facts.pip_vastgesteld is not None:
        return answer(None, "het PIP is op {pip} vastgesteld", pip=facts.pip_vastgesteld)
    if facts.eerste_pip is not None:
        return answer(None, "het eerste PIP is van {pip}", pip=facts.eerste_pip)
    return answer(facts.inschrijving_nieuwe_gemeente, "de persoon is verhuisd en heeft nog geen PIP")


@rule(DUO_SIGNALEN, since=IN_WERKING)
def settled_with_pip_since(facts: SignaalFacts, *, on: date) -> Outcome[date | None]:
    """SS121: an inburgeringsplichtige settled in the gemeente with a PIP of the previous one."""
    if facts.inschrijving_nieuwe_gemeente is None:
        return answer(None, "er is geen verhuizing uit een andere gemeente")
    if not moved_with_pip(facts.pip, on=on):
        return answer(None, "er is geen PIP van een eerdere gemeente")
    if facts.pip_vastgesteld is not None and facts.pip_vastgesteld >= facts.inschrijving_nieuwe_gemeente:
        return answer(None, "het nieuwe PIP is op {pip} vastgesteld", pip=facts.pip_vastgesteld)
    return answer(
        facts.inschrijving_nieuwe_gemeente, "stel een eigen PIP vast, met de leerroute van de vorige gemeente"
    )


@rule(DUO_SIGNALEN, since=IN_WERKING)
def vrijstelling_ended_without_route_since(facts: SignaalFacts, *, on: date) -> Outcome[date | None]:
    """SS129: the tijdelijke vrijstelling ended and there is no leerroute yet."""
    if facts.vrijstelling_geeindigd is None:
        return answer(None, "er is geen tijdelijke vrijstelling geëindigd")
    if facts.eerste_pip is not None or facts.pip_vastgesteld is not None:
        return answer(None, "er is een PIP met een leerroute")
    return answer(facts.vrijstelling_geeindigd, "de plicht begint en er is nog geen leerroute")


@rule(DUO_SIGNALEN, since=IN_WERKING)
def vrijstelling_ended_with_route_since(facts: SignaalFacts, *, on: date) -> Outcome[date | None]:
    """SS130: the tijdelijke vrijstelling ended and the plicht goes on with the leerroute from before."""
    if facts.vrijstelling_geeindigd is None:
        return answer(None, "er is geen tijdelijke vrijstelling geëindigd")
    if facts.eerste_pip is not None and facts.eerste_pip < facts.vrijstelling_geeindigd:
        return answer(
            facts.vrijstelling_geeindigd,
            "de plicht gaat verder met het PIP van {pip}",
            pip=facts.eerste_pip,
        )
    return answer(None, "er is geen PIP van voor het einde van de vrijstelling")


@rule(DUO_SIGNALEN, since=IN_WERKING)
def no_route_after_term_since(facts: SignaalFacts, *, on: date) -> Outcome[date | None]:
    """SS126: the ten weeks have passed and there is no leerroute."""
    if facts.pip_vastgesteld is not None:
        return answer(None, "het PIP is op {pip} vastgesteld", pip=facts.pip_vastgesteld)
    termijn = known(pip_deadline(facts.pip, on=on))
    if on <= termijn:
        return answer(None, "het PIP kan nog op tijd, tot en met {termijn}", termijn=termijn)
    return answer(
        day_after(termijn),
        "de termijn voor het PIP eindigde op {termijn} en er is nog geen PIP",
        termijn=termijn,
    )


@rule(DUO_SIGNALEN, since=IN_WERKING)
def no_aanbod_since(facts: SignaalFacts, *, on: date) -> Outcome[date | None]:
    """SS127: an asielstatushouder has a leerroute and no inburgeringsaanbod."""
    groep = given(facts.doelgroep, "de doelgroep is niet bekend")
    if groep != Doelgroep.ASIELSTATUSHOUDER:
        return answer(None, "een {groep} krijgt geen aanbod van het college", groep=groep)
    if facts.pip_vastgesteld is None:
        return answer(None, "er is nog geen leerroute vastgesteld")
    if facts.aanbod is not None and facts.aanbod <= on:
        return answer(None, "het aanbod is op {aanbod} gedaan", aanbod=facts.aanbod)
    return answer(facts.pip_vastgesteld, "de leerroute is vastgesteld en er is nog geen aanbod")


@rule(DUO_SIGNALEN, since=IN_WERKING)
def contract_without_pip_since(facts: SignaalFacts, *, on: date) -> Outcome[date | None]:
    """SS132: a school has a contract with the person and there is no PIP."""
    if facts.contract_ontvangen is None:
        return answer(None, "er is geen opleidingscontract")
    if facts.pip_vastgesteld is not None or facts.eerste_pip is not None:
        return answer(None, "er is een PIP")
    return answer(facts.contract_ontvangen, "er is een opleidingscontract en nog geen PIP")


@rule(
    DUO_SIGNALEN,
    since=IN_WERKING,
    reading="een contract op een hoger niveau dan B1 past bij een PIP op niveau B1",
)
def contract_niveau_differs_since(facts: SignaalFacts, *, on: date) -> Outcome[date | None]:
    """SS133: the level in the contract is not that of the leerroute in the PIP."""
    if facts.contract_ontvangen is None:
        return answer(None, "er is geen opleidingscontract")
    niveau = given(facts.contract_niveau, "het niveau in het opleidingscontract is niet bekend")
    route = given(facts.leerroute, "de leerroute is niet bekend")
    if route == Leerroute.Z_ROUTE:
        return answer(None, "voor de Z-route telt alleen of het niveau te hoog is")
    verwacht = facts.niveau if facts.niveau is not None else Niveau.B1
    if niveau == verwacht or (niveau == Niveau.B2 and verwacht == Niveau.B1):
        return answer(None, "niveau {niveau} past bij de {route}", niveau=niveau, route=route)
    return answer(
        facts.contract_ontvangen,
        "het contract is op niveau {niveau} en het PIP op niveau {verwacht}",
        niveau=niveau,
        verwacht=verwacht,
    )


@rule(DUO_SIGNALEN, since=IN_WERKING)
def contract_niveau_too_high_since(facts: SignaalFacts, *, on: date) -> Outcome[date | None]:
    """SS135: the level in the contract is too high for the Z-route."""
    if facts.contract_ontvangen is None:
        return answer(None, "er is geen opleidingscontract")
    route = given(facts.leerroute, "de leerroute is niet bekend")
    if route != Leerroute.Z_ROUTE:
        return answer(None, "de leerroute is de {route}", route=route)
    niveau = given(facts.contract_niveau, "het niveau in het opleidingscontract is niet bekend")
    if niveau in BOVEN_A2:
        return answer(
            facts.contract_ontvangen,
            "niveau {niveau} in het contract is te hoog voor de Z-route",
            niveau=niveau,
        )
    return answer(None, "niveau {niveau} past bij de Z-route", niveau=niveau)


@rule(DUO_SIGNALEN, since=IN_WERKING)
def taalschakel_contract_without_route_since(facts: SignaalFacts, *, on: date) -> Outcome[date | None]:
    """SS136: there is a contract for a taalschakeltraject and the leerroute is not the onderwijsroute."""
    if facts.contract_ontvangen is None:
        return answer(None, "er is geen opleidingscontract")
    taalschakel = given(
        facts.contract_taalschakeltraject, "het is niet bekend of het contract voor een taalschakeltraject is"
    )
    if not taalschakel:
        return answer(None, "het contract is niet voor een taalschakeltraject")
    route = given(facts.leerroute, "de leerroute is niet bekend")
    if route == Leerroute.ONDERWIJSROUTE:
        return answer(None, "het taalschakeltraject hoort bij de onderwijsroute")
    return answer(
        facts.contract_ontvangen, "er is een contract voor een taalschakeltraject in de {route}", route=route
    )


@rule(DUO_SIGNALEN, since=IN_WERKING)
def verlenging_requested_since(facts: SignaalFacts, *, on: date) -> Outcome[date | None]:
    """SS112: extension of the term was requested and DUO has not decided."""
    if facts.verlenging_aangevraagd is None:
        return answer(None, "er is geen verlenging aangevraagd")
    if facts.verlenging_besloten is not None and facts.verlenging_besloten >= facts.verlenging_aangevraagd:
        return answer(None, "DUO heeft op {dag} beslist", dag=facts.verlenging_besloten)
    return answer(facts.verlenging_aangevraagd, "DUO beoordeelt een aanvraag om verlenging")


@rule(DUO_SIGNALEN, since=IN_WERKING)
def left_for_other_gemeente_since(facts: SignaalFacts, *, on: date) -> Outcome[date | None]:
    """SS122: the person left for another gemeente; what was done and achieved must still be reported."""
    if facts.vertrokken_naar_andere_gemeente is None:
        return answer(None, "de persoon is niet naar een andere gemeente vertrokken")
    return answer(
        facts.vertrokken_naar_andere_gemeente,
        "vul inspanningen en resultaten aan nu de persoon naar een andere gemeente is vertrokken",
    )


@rule(DUO_SIGNALEN, since=IN_WERKING)
def left_the_netherlands_since(facts: SignaalFacts, *, on: date) -> Outcome[date | None]:
    """SS123: the person left the Netherlands; what was done and achieved must still be reported."""
    if facts.vertrokken_uit_nederland is None:
        return answer(None, "de persoon is niet uit Nederland vertrokken")
    return answer(
        facts.vertrokken_uit_nederland,
        "vul inspanningen en resultaten aan nu de persoon uit Nederland is vertrokken",
    )


@rule(DUO_SIGNALEN, since=IN_WERKING)
def bio_advice_wanted_since(facts: SignaalFacts, *, on: date) -> Outcome[date | None]:
    """SS140: ontheffing for bijzondere omstandigheden was asked; DUO wants advice of the college."""
    if facts.bio_ontheffing_gevraagd is None:
        return answer(None, "er is geen ontheffing wegens bijzondere omstandigheden gevraagd")
    if facts.bio_advies_gegeven is not None and facts.bio_advies_gegeven >= facts.bio_ontheffing_gevraagd:
        return answer(None, "het college heeft op {dag} advies gegeven", dag=facts.bio_advies_gegeven)
    return answer(facts.bio_ontheffing_gevraagd, "DUO vraagt het college om advies over de ontheffing")


@rule(DUO_SIGNALEN, since=IN_WERKING)
def certificaat_ready_since(facts: SignaalFacts, *, on: date) -> Outcome[date | None]:
    """SS141: the text for the certificaat of the Z-route is ready; the college hands it over."""
    if facts.certificaattekst_beschikbaar is None:
        return answer(None, "de tekst van het certificaat is er nog niet")
    if facts.certificaat_uitgereikt is not None:
        return answer(None, "het certificaat is op {dag} uitgereikt", dag=facts.certificaat_uitgereikt)
    return answer(facts.certificaattekst_beschikbaar, "de tekst van het certificaat is klaar: reik het uit")


@rule(DUO_SIGNALEN, since=IN_WERKING)
def opleiding_ended_since(facts: SignaalFacts, *, on: date) -> Outcome[date | None]:
    """SS142: a niet-vrijstellende opleiding ended; contact the person and change the PIP where needed."""
    if facts.niet_vrijstellende_opleiding_geeindigd is None:
        return answer(None, "er is geen niet-vrijstellende opleiding geëindigd")
    einde = facts.niet_vrijstellende_opleiding_geeindigd
    if facts.pip_vastgesteld is not None and facts.pip_vastgesteld >= einde:
        return answer(None, "het PIP is daarna, op {pip}, herzien", pip=facts.pip_vastgesteld)
    return answer(einde, "de niet-vrijstellende opleiding is geëindigd: bespreek of het PIP moet veranderen")

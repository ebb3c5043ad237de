"""The brede intake: calls, what it must contain, the leerbaarheidstoets (Wi 14 and 15; Bi 5.2 and 5.3)."""

from dataclasses import dataclass
from datetime import date

from ..kernel.outcome import Outcome, answer, given, needs_oordeel
from ..kernel.parameter import parameter
from ..kernel.rule import rule
from ..sources import BI, IN_WERKING, RI, WI
from .begrippen import Begrip
from .leerroutes import LBTUitslag

OPROEPEN = parameter("wi2021.oproepen")
ONTHEFFING_LBT = date(2023, 1, 1)
MAG_MEETELLEN = "de wet zegt dat deze uren kunnen meetellen; of dat gebeurt, beslist het college"


class UrenSoort(Begrip):
    """What was done in hours before the PIP, during the brede intake."""

    PVT = "pvt", "het participatieverklaringstraject"
    MAP = "map", "de module Arbeidsmarkt en Participatie"
    PARTICIPATIE = "participatie", "participatie voor de Z-route"
    NT2 = "nt2", "lessen Nederlands voor de 600 uur"
    ANDERS = "anders", "iets anders"


TELT_VOOR_PIP = (UrenSoort.PVT, UrenSoort.MAP, UrenSoort.PARTICIPATIE, UrenSoort.NT2)


@dataclass(frozen=True, slots=True)
class IntakeFacts:
    """What has been looked into and written down; None is not done or not known."""

    leerbaarheidstoets: date | None = None
    """The day of the result of the leerbaarheidstoets."""
    ontheffing_leerbaarheidstoets: bool | None = None
    """The college has granted ontheffing of the leerbaarheidstoets."""
    visuele_beperking: bool | None = None
    auditieve_beperking: bool | None = None
    niet_in_staat_tot_toets: bool | None = None
    """Oordeel of the college: with the auditory impairment the person cannot take the toets."""
    eerdere_leerroute_elders: bool | None = None
    """Another gemeente had established the leerroute before the person moved here."""
    onderwijs_en_werk: bool | None = None
    persoonlijke_omstandigheden: bool | None = None
    kind_voor_vve: bool | None = None
    vve_verkend: bool | None = None
    taalniveau: bool | None = None
    arbeidsparticipatie: bool | None = None
    zelfredzaamheid: bool | None = None
    gewezen_op_gesprek_alleen: bool | None = None
    """The person was told of the right to talk without anyone else present."""
    schriftelijk_vastgelegd: bool | None = None


@dataclass(frozen=True, slots=True)
class OproepFacts:
    """How often the person was called for the intake and did not come or cooperate."""

    oproepen: int | None = None
    """How many calls were sent."""
    gemiste_oproepen: int | None = None
    """After how many of them the person did not come within the term, or cooperated too little."""
    waarschuwing: date | None = None
    """The day of the written warning after the first of these."""


@rule(WI.art("15", lid=4), since=IN_WERKING)
def may_skip_after_move(facts: IntakeFacts, *, on: date) -> Outcome[bool]:
    """After a move with a leerroute, toets and the look at education and work need not be redone."""
    if facts.eerdere_leerroute_elders is True:
        return answer(True, "een eerdere gemeente stelde de leerroute al vast")
    return answer(False, "er is geen leerroute van een eerdere gemeente")


@rule(WI.art("14", lid=6), since=ONTHEFFING_LBT)
def ontheffing_lbt(facts: IntakeFacts, *, on: date) -> Outcome[bool]:
    """Ontheffing of the toets: a visual impairment, or an auditory one with which it cannot be taken."""
    if facts.visuele_beperking is True:
        return answer(True, "er is een visuele beperking")
    if facts.auditieve_beperking is True:
        if facts.niet_in_staat_tot_toets is None:
            needs_oordeel("beoordeel of de persoon door de auditieve beperking de toets niet kan afleggen")
        if facts.niet_in_staat_tot_toets:
            return answer(True, "door een auditieve beperking kan de persoon de toets niet afleggen")
        return answer(False, "de persoon kan de toets ondanks de auditieve beperking afleggen")
    return answer(
        False, "er is geen visuele of auditieve beperking bekend, en andere gronden kent de wet niet"
    )


@rule(WI.art("14", lid=3, onderdeel="a"), since=IN_WERKING)
def has_leerbaarheidstoets(facts: IntakeFacts, *, on: date) -> Outcome[bool]:
    """The intake contains a leerbaarheidstoets."""
    if facts.leerbaarheidstoets is not None:
        return answer(True, "de uitslag van de leerbaarheidstoets is van {dag}", dag=facts.leerbaarheidstoets)
    if facts.ontheffing_leerbaarheidstoets is True:
        return answer(True, "er is ontheffing van de leerbaarheidstoets verleend")
    if may_skip_after_move(facts, on=on):
        return answer(True, "na de verhuizing hoeft de leerbaarheidstoets niet opnieuw")
    return answer(False, "de uitslag van de leerbaarheidstoets ontbreekt")


@rule(WI.art("14", lid=3, onderdeel="b"), since=IN_WERKING)
def has_onderwijs_en_werk(facts: IntakeFacts, *, on: date) -> Outcome[bool]:
    """The intake looks into education and work experience in the country of origin."""
    if facts.onderwijs_en_werk is True:
        return answer(True, "onderwijs en werkervaring in het land van herkomst zijn onderzocht")
    if may_skip_after_move(facts, on=on):
        return answer(True, "na de verhuizing hoeft het onderzoek naar onderwijs en werk niet opnieuw")
    return answer(False, "onderwijs en werkervaring in het land van herkomst ontbreken")


@rule(WI.art("14", lid=3, onderdeel="c"), since=IN_WERKING)
def has_persoonlijke_omstandigheden(facts: IntakeFacts, *, on: date) -> Outcome[bool]:
    """The intake explores the personal circumstances, with physical and mental health."""
    if facts.persoonlijke_omstandigheden is True:
        return answer(True, "de persoonlijke omstandigheden zijn verkend")
    return answer(False, "de persoonlijke omstandigheden, met de gezondheid, ontbreken")


@rule(WI.art("14", lid=3, onderdeel="d"), since=IN_WERKING)
def has_vve_verkenning(facts: IntakeFacts, *, on: date) -> Outcome[bool]:
    """Where there is a young child, the intake explores voor- and vroegschoolse educatie."""
    kind = given(facts.kind_voor_vve, "het is niet vastgelegd of er een kind is voor wie VVE mogelijk is")
    if not kind:
        return answer(True, "er is geen kind voor wie VVE mogelijk is")
    if facts.vve_verkend is True:
        return answer(True, "de mogelijkheden van VVE zijn verkend")
    return answer(False, "de verkenning van voor- of vroegschoolse educatie (VVE) ontbreekt")


@rule(BI.art("5.2", lid=1, onderdeel="a"), since=IN_WERKING)
def has_taalniveau(facts: IntakeFacts, *, on: date) -> Outcome[bool]:
    """The intake maps the level of language."""
    if facts.taalniveau is True:
        return answer(True, "het taalniveau is in kaart gebracht")
    return answer(False, "het taalniveau ontbreekt")


@rule(BI.art("5.2", lid=1, onderdeel="b"), since=IN_WERKING)
def has_arbeidsparticipatie(facts: IntakeFacts, *, on: date) -> Outcome[bool]:
    """The intake maps the possibilities for work."""
    if facts.arbeidsparticipatie is True:
        return answer(True, "de mogelijkheden tot arbeidsparticipatie zijn in kaart gebracht")
    return answer(False, "de mogelijkheden tot arbeidsparticipatie ontbreken")


@rule(BI.art("5.2", lid=1, onderdeel="c"), since=IN_WERKING)
def has_zelfredzaamheid(facts: IntakeFacts, *, on: date) -> Outcome[bool]:
    """The intake maps the degree of self-reliance."""
    if facts.zelfredzaamheid is True:
        return answer(True, "de mate van zelfredzaamheid is in kaart gebracht")
    return answer(False, "de mate van zelfredzaamheid ontbreekt")


@rule(BI.art("5.2", lid=2), since=IN_WERKING)
def was_told_of_private_talk(facts: IntakeFacts, *, on: date) -> Outcome[bool]:
    """The college points out the right to talk without anyone else present."""
    if facts.gewezen_op_gesprek_alleen is True:
        return answer(True, "de persoon is gewezen op het recht op een gesprek zonder anderen erbij")
    return answer(False, "wijs de persoon op het recht op een gesprek zonder anderen erbij")


@rule(BI.art("5.2", lid=3), since=IN_WERKING)
def is_written_down(facts: IntakeFacts, *, on: date) -> Outcome[bool]:
    """The college puts the relevant information in writing."""
    if facts.schriftelijk_vastgelegd is True:
        return answer(True, "de brede intake is schriftelijk vastgelegd")
    return answer(False, "de brede intake is nog niet schriftelijk vastgelegd")


CONTENTS = (
    has_leerbaarheidstoets,
    has_onderwijs_en_werk,
    has_persoonlijke_omstandigheden,
    has_vve_verkenning,
    has_taalniveau,
    has_arbeidsparticipatie,
    has_zelfredzaamheid,
    was_told_of_private_talk,
    is_written_down,
)


def intake_contents(facts: IntakeFacts, *, on: date) -> tuple[Outcome[bool], ...]:
    """Return all that the law asks of the brede intake with whether it is there, in the order of the law."""
    return tuple(part(facts, on=on) for part in CONTENTS)


def intake_contents_missing(facts: IntakeFacts, *, on: date) -> tuple[Outcome[bool], ...]:
    """Return what is missing or needs a fact; empty when the intake is complete."""
    return tuple(found for found in intake_contents(facts, on=on) if not (found.is_known and found.value))


@rule(WI.art("14", lid=1), since=IN_WERKING)
def must_warn_and_call_again(facts: OproepFacts, *, on: date) -> Outcome[bool]:
    """Who does not come or cooperate gets a written warning and a repeated call with a new term."""
    gemist = given(facts.gemiste_oproepen, "het aantal gemiste oproepen is niet bekend")
    gedaan = given(facts.oproepen, "het aantal oproepen is niet bekend")
    if gemist == 0:
        return answer(False, "er is geen oproep gemist")
    if gemist >= OPROEPEN.at(on):
        return answer(False, "er zijn {gemist} oproepen gemist", gemist=gemist)
    if gedaan > gemist and facts.waarschuwing is not None:
        return answer(False, "er is gewaarschuwd en opnieuw opgeroepen")
    if facts.waarschuwing is None:
        return answer(True, "geef na de gemiste oproep een schriftelijke waarschuwing en roep opnieuw op")
    return answer(
        True, "roep opnieuw op en stel een nieuwe termijn; er is {gemist} keer gemist", gemist=gemist
    )


@rule(WI.art("14", lid=2), since=IN_WERKING)
def must_complete_in_absentia(facts: OproepFacts, *, on: date) -> Outcome[bool]:
    """After three calls without result the college completes the intake in absentia."""
    gemist = given(facts.gemiste_oproepen, "het aantal gemiste oproepen is niet bekend")
    grens = OPROEPEN.at(on)
    if gemist >= grens:
        return answer(True, "na {grens} oproepen voltooit het college de intake in afwezigheid", grens=grens)
    return answer(False, "pas na {grens} gemiste oproepen voltooit het college de intake alleen", grens=grens)


@dataclass(frozen=True, slots=True)
class ToetsFacts:
    """The leerbaarheidstoets as the instance told of it, and hours of the intake."""

    leerbaarheidstoets_aangevraagd: date | None = None
    leerbaarheidstoets: date | None = None
    """The day of the result of the leerbaarheidstoets."""
    lbt_uitslag: LBTUitslag | None = None
    soort_uren: UrenSoort | None = None
    """What was done in hours during the brede intake."""


@rule(WI.art("14", lid=5), RI.art("5.1"), since=IN_WERKING)
def lbt_result_is_in(facts: ToetsFacts, *, on: date) -> Outcome[bool]:
    """DUO takes the leerbaarheidstoets and advises the college with its result; that does not bind."""
    if facts.leerbaarheidstoets is None or facts.leerbaarheidstoets > on:
        if facts.leerbaarheidstoets_aangevraagd is None:
            return answer(False, "de leerbaarheidstoets is nog niet aangevraagd")
        return answer(
            False,
            "DUO heeft de toets van {dag} nog niet beantwoord",
            dag=facts.leerbaarheidstoets_aangevraagd,
        )
    uitslag = given(facts.lbt_uitslag, "de uitslag van de leerbaarheidstoets is niet vastgelegd")
    if uitslag == LBTUitslag.B1_HAALBAAR:
        return answer(True, "DUO adviseert op {dag}: de B1-route is haalbaar", dag=facts.leerbaarheidstoets)
    if uitslag == LBTUitslag.B1_NIET_HAALBAAR:
        return answer(
            True, "DUO adviseert op {dag}: de B1-route is niet haalbaar", dag=facts.leerbaarheidstoets
        )
    return answer(True, "DUO kan op {dag} niet zeggen of B1 haalbaar is", dag=facts.leerbaarheidstoets)


@rule(
    BI.art("5.3", lid=4),
    BI.art("3.1", lid=5),
    BI.art("3.2", lid=3),
    BI.art("3.14", lid=6),
    BI.art("5.5", lid=2),
    since=IN_WERKING,
    reading=MAG_MEETELLEN,
)
def hours_before_pip_may_count(facts: ToetsFacts, *, on: date) -> Outcome[bool]:
    """What was done before the PIP does not count, unless the law says so: PVT, MAP, participation, NT2."""
    soort = given(facts.soort_uren, "het is niet bekend waarvoor de uren waren")
    if soort in TELT_VOOR_PIP:
        return answer(True, "uren in de brede intake voor {soort} kunnen meetellen", soort=soort)
    return answer(False, "wat voor het PIP is gedaan, telt niet mee: {soort}", soort=soort)


@hours_before_pip_may_count.since(date(2023, 1, 1), cites=BI.art("5.3", lid=5), reading=MAG_MEETELLEN)
def _(facts: ToetsFacts, *, on: date) -> Outcome[bool]:
    """The same; the lid has another number since 2023."""
    soort = given(facts.soort_uren, "het is niet bekend waarvoor de uren waren")
    if soort in TELT_VOOR_PIP:
        return answer(True, "uren in de brede intake voor {soort} kunnen meetellen", soort=soort)
    return answer(False, "wat voor het PIP is gedaan, telt niet mee: {soort}", soort=soort)

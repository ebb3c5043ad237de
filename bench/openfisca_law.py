"""The rules as variables of OpenFisca-core, the way its users write them.

Facts are variables for eternity, rules formulas for a day over whole populations; dates are datetime64,
closed lists its own Enum, numbers come from its parameter tree (filled from our parameter files), working
days from the busday calendar of numpy. Only the text of the law of today is written, not its history.
OpenFisca has no missing value: what is not given is 1 January 1970, 0 or False; closed lists get a member
`onbekend`. Where the law asks whether something has happened, a formula asks whether the date is later
than 1970, as its users do.
"""

import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
from openfisca_core.entities import build_entity
from openfisca_core.indexed_enums import Enum
from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import Simulation, SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from meedoen.law.inburgering.begrippen import (  # noqa: E402  # after the path
    Doelgroep,
    Leerroute,
    Referent,
    Verblijfsdoel,
    Verblijfstitel,
)
from meedoen.law.inburgering.stappen import Stap  # noqa: E402
from meedoen.law.kernel.calendar import feestdagen  # noqa: E402
from meedoen.law.kernel.parameter import Hours, parameters  # noqa: E402
from meedoen.law.kernel.period import Days, Months, Weeks, Years  # noqa: E402

EPOCH = np.datetime64("1970-01-01")
REGELINGEN = ("wi2021", "bi2021", "ri2021", "pw", "awb", "aow")
AOW = [(dated.since.isoformat(), dated.value.count) for dated in parameters("aow")["leeftijd"].dated]
WORKING_DAYS = np.busdaycalendar(
    holidays=sorted({day for year in range(2018, 2045) for day in feestdagen(year)})
)

Persoon = build_entity("persoon", "personen", "Een inburgeringsplichtige", is_person=True)
Array = Any
Formula = Callable[[Any, Any, Any], Array]


def closed_list(name: str, members: Iterable[Any]) -> type[Enum]:
    """Return a closed list as OpenFisca's own Enum; its first member stands for a missing fact."""
    return Enum(name, {"ONBEKEND": "onbekend", **{member.name: str(member.value) for member in members}})


Groep = closed_list("Groep", Doelgroep)
Titel = closed_list("Titel", Verblijfstitel)
Doel = closed_list("Doel", Verblijfsdoel)
Bij = closed_list("Bij", Referent)
Route = closed_list("Route", Leerroute)
Stappen = closed_list("Stappen", Stap)

LISTS: Mapping[str, type[Enum]] = {
    "f_doelgroep": Groep,
    "verblijfstitel": Titel,
    "verblijfsdoel": Doel,
    "referent": Bij,
    **dict.fromkeys(("leerroute", "eerdere_leerroute", "van", "naar", "overstap_van"), Route),
}
DATES = (
    "geboortedatum",
    "bekendmaking",
    "aow_datum",
    "uitgeschreven",
    "ingeschreven_opnieuw",
    "koppeling",
    "kennisgeving",
    "inschrijving",
    "inschrijving_nieuwe_gemeente",
    "eerste_pip",
    "informatie_derde_gevraagd",
    "informatie_derde_ontvangen",
    "oproep",
    "oproep_termijn",
    "waarschuwing",
    "intake_begonnen",
    "intake_afgerond",
    "leerbaarheidstoets_aangevraagd",
    "leerbaarheidstoets",
    "pip_concept",
    "pip_vastgesteld",
    "pip_uitgereikt",
    "verlengd_tot_en_met",
    "pip_herroepen",
    "laatste_voortgangsgesprek",
    "pvt_afgerond",
    "map_afgerond",
    "voldaan",
    "plicht_geeindigd",
    "participatieverklaring_ondertekend",
    "map_eindgesprek",
    "z_eindgesprek",
    "niet_vrijstellende_opleiding_geeindigd",
    "bijstand_vanaf",
)
NUMBERS = (
    "jaren_leerplichtig",
    "oproepen",
    "gemiste_oproepen",
    "voortgangsgesprek_maanden",
    "nt2_uren",
    "cursusuren",
    "nt2_uren_voor_overstap",
    "knm_uren_voor_overstap",
    "participatie_uren",
    "participatie_uren_brede_intake",
    "pvt_uren",
    "pvt_activiteiten",
    "map_uren",
    "draagkracht",
)
YES_NO = (
    "in_azc",
    "vrijgesteld",
    "ontheffing_leerbaarheidstoets",
    "bijzonder_geval",
    "voldoende_inzet",
    "b1_haalbaar",
    "vve_van_toepassing",
    "alfabetisering_nodig",
    "familielid_van_eu_burger",
    "eu_inburgering_voldaan",
    "verdrag_uitgezonderd",
    "plichtig_onder_oude_wet",
    "kwalificatieplichtig",
    "aangewezen_diploma",
    "volgt_vrijstellende_opleiding",
    "voldoende_ingeburgerd",
    "geheel_ontheven",
    "onderdaan_vrij_verkeer",
)
FACTS = (*LISTS, *DATES, *NUMBERS, *YES_NO)
RENAMED = {"f_doelgroep": "doelgroep"}
"""The doelgroep of the dossier is a fact, and `doelgroep` a rule as well."""

RULES: dict[str, type[Variable]] = {}


def fact(name: str) -> type[Variable]:
    """Return the variable of a fact, for eternity."""
    body: dict[str, Any] = {"entity": Persoon, "definition_period": DateUnit.ETERNITY, "label": name}
    if name in LISTS:
        body |= {"value_type": Enum, "possible_values": LISTS[name], "default_value": LISTS[name].ONBEKEND}
    else:
        body["value_type"] = date if name in DATES else int if name in NUMBERS else bool
    return type(name, (Variable,), body)


def rule(value_type: type) -> Callable[[Formula], Formula]:
    """Make a variable for a day of a formula."""

    def make(formula: Formula) -> Formula:
        body: dict[str, Any] = {
            "entity": Persoon,
            "definition_period": DateUnit.DAY,
            "label": (formula.__doc__ or "").strip(),
            "formula": formula,
        }
        if issubclass(value_type, Enum):
            body |= {"value_type": Enum, "possible_values": value_type, "default_value": value_type.ONBEKEND}
        else:
            body["value_type"] = value_type
        RULES[formula.__name__] = type(formula.__name__, (Variable,), body)
        return formula

    return make


def op(period: Any) -> np.datetime64:
    """Return the day on which the law is asked."""
    return np.datetime64(period.start.date, "D")


def happened(day: Array) -> Array:
    """Return whether a date was given: the default is 1970."""
    return day > EPOCH


def add_months(day: Array, months: int | Array) -> Array:
    """Return the same day of the month later, or its last day."""
    month = day.astype("datetime64[M]")
    reached = month + months
    last = (reached + 1).astype("datetime64[D]") - np.timedelta64(1, "D")
    return np.minimum(reached.astype("datetime64[D]") + (day - month.astype("datetime64[D]")), last)


def term_end(start: Array, weeks: int) -> Array:
    """Return the end of a term in weeks, moved to a working day (Algemene termijnenwet)."""
    return np.busday_offset(start + np.timedelta64(7 * weeks, "D"), 0, roll="forward", busdaycal=WORKING_DAYS)


def last_day_of(first: Array, months: int) -> Array:
    """Return the last day of a period that begins on `first`."""
    end = add_months(first, months)
    day = (end - end.astype("datetime64[M]").astype("datetime64[D]")).astype(int)
    began = (first - first.astype("datetime64[M]").astype("datetime64[D]")).astype(int)
    return np.where(day < began, end, end - np.timedelta64(1, "D"))


# --- the PIP -----------------------------------------------------------------------------------------------


@rule(bool)
def housed_under_art_28(persoon, period, parameters):
    """Wi 1 lid 1"""
    return persoon("verblijfstitel", period) == Titel.ASIEL_BEPAALDE_TIJD


@rule(date)
def pip_deadline_first(persoon, period, parameters):
    """Bi 5.3 lid 1"""
    told, registered = persoon("kennisgeving", period), persoon("inschrijving", period)
    later = persoon("housed_under_art_28", period) & (registered > told)
    return term_end(np.where(later, registered, told), parameters(period).bi2021.pip_termijn)


@rule(date)
def pip_deadline_third_party(persoon, period, parameters):
    """Bi 5.3 lid 2"""
    plain_end = persoon("pip_deadline_first", period)
    asked, came = persoon("informatie_derde_gevraagd", period), persoon("informatie_derde_ontvangen", period)
    end = term_end(came, parameters(period).bi2021.pip_termijn_na_informatie)
    return np.where((asked <= plain_end) & happened(came) & (end > plain_end), end, plain_end)


@rule(date)
def pip_deadline_after_move(persoon, period, parameters):
    """Bi 5.3 lid 3"""
    return term_end(
        persoon("inschrijving_nieuwe_gemeente", period), parameters(period).bi2021.pip_termijn_na_verhuizing
    )


@rule(bool)
def moved_with_pip(persoon, period, parameters):
    """Bi 5.3"""
    moved, first = persoon("inschrijving_nieuwe_gemeente", period), persoon("eerste_pip", period)
    return happened(moved) & happened(first) & (first < moved)


@rule(date)
def pip_deadline(persoon, period, parameters):
    """Bi 5.3"""
    asked = happened(persoon("informatie_derde_gevraagd", period))
    return np.select(
        [persoon("moved_with_pip", period), asked],
        [persoon("pip_deadline_after_move", period), persoon("pip_deadline_third_party", period)],
        persoon("pip_deadline_first", period),
    )


# --- the term ----------------------------------------------------------------------------------------------


@rule(date)
def termijn_first_day(persoon, period, parameters):
    """Wi 11 lid 2"""
    return persoon("eerste_pip", period) + np.timedelta64(1, "D")


@rule(date)
def termijn_first_last_day(persoon, period, parameters):
    """Wi 11 lid 1"""
    return add_months(persoon("eerste_pip", period), 12 * parameters(period).wi2021.inburgeringstermijn)


@rule(date)
def termijn_last_day(persoon, period, parameters):
    """Wi 12 lid 1"""
    return np.maximum(persoon("termijn_first_last_day", period), persoon("verlengd_tot_en_met", period))


@rule(bool)
def termijn_exceeded(persoon, period, parameters):
    """Wi 11 lid 1"""
    return op(period) > persoon("termijn_last_day", period)


@rule(int)
def termijn_days_left(persoon, period, parameters):
    """Wi 11 lid 1"""
    return (persoon("termijn_last_day", period) - op(period)).astype(int)


@rule(date)
def may_request_verlenging_since(persoon, period, parameters):
    """Bi 4.5 lid 1"""
    return add_months(persoon("termijn_last_day", period), -parameters(period).bi2021.verlenging_aanvragen)


# --- progress ----------------------------------------------------------------------------------------------


@rule(date)
def leerroute_switch_until(persoon, period, parameters):
    """Bi 5.4 lid 1"""
    return last_day_of(persoon("termijn_first_day", period), parameters(period).bi2021.overstap_termijn)


@rule(bool)
def ended_course_after_limit(persoon, period, parameters):
    """Bi 5.4 lid 2"""
    ended = persoon("niet_vrijstellende_opleiding_geeindigd", period)
    return happened(ended) & (ended <= op(period)) & (ended > persoon("leerroute_switch_until", period))


@rule(bool)
def leerroute_switch(persoon, period, parameters):
    """Wi 17 lid 2, Bi 5.4"""
    of, to = persoon("van", period), persoon("naar", period)
    back = (of == Route.ONDERWIJSROUTE) & (to == Route.B1_ROUTE)
    in_time = op(period) <= persoon("leerroute_switch_until", period)
    late = persoon("ended_course_after_limit", period) | persoon("bijzonder_geval", period)
    return (of.view(np.ndarray) != to.view(np.ndarray)) & (back | in_time | late)


@rule(bool)
def made_aanzienlijke_inspanningen(persoon, period, parameters):
    """Bi 5.5 lid 1"""
    enough = persoon("nt2_uren", period) >= parameters(period).bi2021.a2_cursusuren
    return enough & persoon("voldoende_inzet", period)


@rule(bool)
def may_examine_at_a2(persoon, period, parameters):
    """Wi 17 lid 3"""
    effort = persoon("made_aanzienlijke_inspanningen", period)
    return (persoon("leerroute", period) == Route.B1_ROUTE) & effort & ~persoon("b1_haalbaar", period)


# --- PVT, MAP, Z-route -------------------------------------------------------------------------------------


@rule(bool)
def pvt_completed(persoon, period, parameters):
    """Bi 3.1"""
    signed = persoon("participatieverklaring_ondertekend", period)
    enough = persoon("pvt_uren", period) >= parameters(period).bi2021.pvt_uren
    return enough & (persoon("pvt_activiteiten", period) >= 1) & happened(signed) & (signed <= op(period))


@rule(bool)
def map_completed(persoon, period, parameters):
    """Bi 3.2 lid 2, Ri 3.1"""
    talk = persoon("map_eindgesprek", period)
    enough = persoon("map_uren", period) >= parameters(period).ri2021.map_uren
    return enough & happened(talk) & (talk <= op(period))


@rule(bool)
def map_required(persoon, period, parameters):
    """Wi 6 lid 1 b"""
    return persoon("leerroute", period) != Route.ONDERWIJSROUTE


@rule(int)
def z_hours_from_earlier_route(persoon, period, parameters):
    """Bi 5.4 lid 4 c"""
    hours = persoon("nt2_uren_voor_overstap", period) + persoon("knm_uren_voor_overstap", period)
    return np.where(persoon("overstap_van", period) != Route.ONBEKEND, hours, 0)


@rule(int)
def z_cursusuren_left(persoon, period, parameters):
    """Bi 3.14 lid 2 a"""
    followed = persoon("cursusuren", period) + persoon("z_hours_from_earlier_route", period)
    return np.maximum(parameters(period).bi2021.z_cursusuren - followed, 0)


@rule(int)
def z_participatie_uren_left(persoon, period, parameters):
    """Bi 3.14 lid 2 b"""
    done = (
        persoon("participatie_uren", period)
        + persoon("participatie_uren_brede_intake", period)
        + persoon("pvt_uren", period)
        + persoon("map_uren", period)
    )
    left = np.maximum(parameters(period).bi2021.z_participatie_uren - done, 0)
    return np.where(persoon("f_doelgroep", period) == Groep.ASIELSTATUSHOUDER, left, 0)


@rule(bool)
def z_route_completed(persoon, period, parameters):
    """Bi 3.14 lid 2 and 3"""
    talk = persoon("z_eindgesprek", period)
    left = persoon("z_participatie_uren_left", period) + persoon("z_cursusuren_left", period)
    return (left == 0) & happened(talk) & (talk <= op(period))


# --- who gets what -----------------------------------------------------------------------------------------


@rule(bool)
def gets_map(persoon, period, parameters):
    """Wi 6 lid 3"""
    return persoon("leerroute", period) != Route.ONDERWIJSROUTE


@rule(bool)
def gets_leerroute(persoon, period, parameters):
    """Wi 16 lid 1"""
    return persoon("f_doelgroep", period) == Groep.ASIELSTATUSHOUDER


@rule(bool)
def gets_maatschappelijke_begeleiding(persoon, period, parameters):
    """Wi 13 lid 1"""
    return persoon("f_doelgroep", period) == Groep.ASIELSTATUSHOUDER


@rule(bool)
def gets_lening(persoon, period, parameters):
    """Wi 19"""
    return persoon("f_doelgroep", period) == Groep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT


@rule(float)
def lening_max(persoon, period, parameters):
    """Bi 6.2 lid 1"""
    amount = parameters(period).bi2021.lening_ten_hoogste - 2 * persoon("draagkracht", period)
    small = amount < parameters(period).ri2021.lening_op_nihil_onder
    return np.where(persoon("gets_lening", period) & ~small, amount, 0)


@rule(int)
def kosteloze_examenpogingen(persoon, period, parameters):
    """Ri 3.5"""
    tries = parameters(period).ri2021.kosteloze_examenpogingen
    return np.where(persoon("f_doelgroep", period) == Groep.ASIELSTATUSHOUDER, tries, 0)


@rule(bool)
def gets_vve(persoon, period, parameters):
    """Wi 14 lid 3 d"""
    return persoon("vve_van_toepassing", period)


@rule(bool)
def gets_alfabetisering(persoon, period, parameters):
    """Bi 3.14 lid 2"""
    return persoon("alfabetisering_nodig", period) & (
        persoon("f_doelgroep", period) == Groep.ASIELSTATUSHOUDER
    )


@rule(date)
def ontzorgen_last_day(persoon, period, parameters):
    """Pw 56a"""
    return last_day_of(persoon("bijstand_vanaf", period), parameters(period).pw.ontzorgen)


@rule(bool)
def ontzorgen(persoon, period, parameters):
    """Pw 56a"""
    since = persoon("bijstand_vanaf", period)
    holder = persoon("verblijfstitel", period) == Titel.ASIEL_BEPAALDE_TIJD
    runs = (since <= op(period)) & (op(period) <= persoon("ontzorgen_last_day", period))
    return holder & happened(since) & runs


@rule(date)
def delete_by(persoon, period, parameters):
    """Bi 9.9"""
    return add_months(persoon("plicht_geeindigd", period), 12 * parameters(period).bi2021.bewaartermijn)


@rule(date)
def core_delete_by(persoon, period, parameters):
    """Bi 9.9"""
    return add_months(persoon("plicht_geeindigd", period), 12 * parameters(period).bi2021.bewaartermijn_kern)


@rule(date)
def bezwaartermijn(persoon, period, parameters):
    """Awb 6:7, against the PIP"""
    return term_end(persoon("pip_uitgereikt", period), parameters(period).awb.bezwaartermijn)


# --- the plicht --------------------------------------------------------------------------------------------


@rule(Groep)
def doelgroep(persoon, period, parameters):
    """Wi 13 lid 1, Bi 1.1"""
    title, purpose = persoon("verblijfstitel", period), persoon("verblijfsdoel", period)
    of = persoon("referent", period)
    protected = (of == Bij.ASIEL_BEPAALDE_TIJD) | (of == Bij.ASIEL_ONBEPAALDE_TIJD)
    protected |= of == Bij.EU_LANGDURIG_INGEZETENE_INTERNATIONALE_BESCHERMING
    family = (purpose == Doel.GEZIN) & protected
    regular = title == Titel.REGULIER_BEPAALDE_TIJD
    asylum = (title == Titel.ASIEL_BEPAALDE_TIJD) | (regular & family)
    return np.select(
        [asylum, regular],
        [Groep.ASIELSTATUSHOUDER.index, Groep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT.index],
        Groep.ONBEKEND.index,
    )


@rule(bool)
def has_residence_of_this_law(persoon, period, parameters):
    """Wi 3 lid 1"""
    title = persoon("verblijfstitel", period)
    return (title == Titel.ASIEL_BEPAALDE_TIJD) | (title == Titel.REGULIER_BEPAALDE_TIJD)


@rule(bool)
def falls_under_old_law(persoon, period, parameters):
    """Wi 54"""
    told = persoon("bekendmaking", period)
    return persoon("plichtig_onder_oude_wet", period) | (told < np.datetime64("2022-01-01"))


@rule(date)
def aow_dag(persoon, period, parameters):
    """AOW 7a"""
    born = persoon("geboortedatum", period)
    ages = AOW
    reached = [add_months(born, months) for _, months in ages]
    before = [day < np.datetime64(following) for day, (_, (following, _)) in zip(reached, pairwise(ages))]  # noqa: B905
    return np.select(before, reached[:-1], reached[-1])


@rule(bool)
def has_age_of_this_law(persoon, period, parameters):
    """Wi 3 lid 1"""
    known_day = persoon("aow_datum", period)
    end = np.where(happened(known_day), known_day, persoon("aow_dag", period))
    sixteen = add_months(persoon("geboortedatum", period), 12 * parameters(period).wi2021.plichtig_vanaf)
    return (op(period) >= sixteen) & (op(period) < end)


@rule(bool)
def has_temporary_purpose(persoon, period, parameters):
    """Bi 2.2 lid 1"""
    purpose = persoon("verblijfsdoel", period)
    listed = [Doel[name.upper()].index for name in parameters(period).bi2021.tijdelijke_doelen]
    wealthy = purpose == Doel.VERMOGENDE_VREEMDELING
    wealthy &= persoon("bekendmaking", period) < np.datetime64("2024-04-17")
    asylum = persoon("verblijfstitel", period) == Titel.ASIEL_BEPAALDE_TIJD
    return ~asylum & (wealthy | np.isin(purpose.view(np.ndarray), listed))


@rule(bool)
def stays_for_a_purpose_of_this_law(persoon, period, parameters):
    """Wi 3 lid 1"""
    minister = persoon("verblijfsdoel", period) == Doel.GEESTELIJKE_BEDIENAAR
    return minister | ~persoon("has_temporary_purpose", period)


@rule(bool)
def is_excepted(persoon, period, parameters):
    """Wi 3 lid 2"""
    return (
        persoon("onderdaan_vrij_verkeer", period)
        | persoon("familielid_van_eu_burger", period)
        | persoon("eu_inburgering_voldaan", period)
        | persoon("verdrag_uitgezonderd", period)
    )


@rule(bool)
def vrijstelling(persoon, period, parameters):
    """Wi 4 lid 1"""
    return (
        (persoon("jaren_leerplichtig", period) >= parameters(period).wi2021.leerplichtjaren)
        | persoon("aangewezen_diploma", period)
        | persoon("kwalificatieplichtig", period)
        | persoon("volgt_vrijstellende_opleiding", period)
        | persoon("voldoende_ingeburgerd", period)
    )


@rule(bool)
def plicht_was_broken_off(persoon, period, parameters):
    """Bi 2.1 lid 2"""
    gone, back = persoon("uitgeschreven", period), persoon("ingeschreven_opnieuw", period)
    until = add_months(gone, 12 * parameters(period).bi2021.onderbreking_hooguit)
    returned = happened(back) & (back <= until)
    return happened(gone) & (gone <= op(period)) & ~returned & (op(period) > until)


@rule(bool)
def inburgeringsplicht(persoon, period, parameters):
    """Wi 3"""
    return (
        persoon("has_residence_of_this_law", period)
        & (op(period) >= persoon("bekendmaking", period))
        & ~persoon("falls_under_old_law", period)
        & ~persoon("is_excepted", period)
        & persoon("has_age_of_this_law", period)
        & persoon("stays_for_a_purpose_of_this_law", period)
        & ~persoon("plicht_was_broken_off", period)
        & ~persoon("vrijstelling", period)
        & ~persoon("geheel_ontheven", period)
    )


@rule(date)
def plicht_since(persoon, period, parameters):
    """Wi 3 lid 3"""
    sixteen = add_months(persoon("geboortedatum", period), 12 * parameters(period).wi2021.plichtig_vanaf)
    return np.maximum(persoon("bekendmaking", period), sixteen)


# --- what comes next ---------------------------------------------------------------------------------------


@rule(bool)
def must_complete_in_absentia(persoon, period, parameters):
    """Wi 14 lid 2"""
    return persoon("gemiste_oproepen", period) >= parameters(period).wi2021.oproepen


@rule(bool)
def must_warn_and_call_again(persoon, period, parameters):
    """Wi 14 lid 1"""
    missed, warned = persoon("gemiste_oproepen", period), happened(persoon("waarschuwing", period))
    again = (persoon("oproepen", period) > missed) & warned
    return (missed > 0) & ~persoon("must_complete_in_absentia", period) & ~again


@rule(bool)
def leerbaarheidstoets_missing(persoon, period, parameters):
    """Wi 14 lid 3 a"""
    earlier = persoon("eerdere_leerroute", period) != Route.ONBEKEND
    done = happened(persoon("leerbaarheidstoets", period))
    return ~(done | persoon("ontheffing_leerbaarheidstoets", period) | earlier)


@rule(date)
def next_voortgangsgesprek(persoon, period, parameters):
    """Bi 5.3 lid 4"""
    last = persoon("laatste_voortgangsgesprek", period)
    start = np.where(happened(last), last, persoon("pip_vastgesteld", period))
    return add_months(start, persoon("voortgangsgesprek_maanden", period))


@rule(bool)
def pvt_open(persoon, period, parameters):
    """Wi 6 lid 1 a"""
    return ~happened(persoon("pvt_afgerond", period))


@rule(bool)
def map_open(persoon, period, parameters):
    """Wi 6 lid 1 b"""
    return ~happened(persoon("map_afgerond", period)) & persoon("map_required", period)


@rule(Stappen)
def intake_stap(persoon, period, parameters):
    """Wi 14 lid 1"""
    term = persoon("oproep_termijn", period)
    return np.select(
        [
            ~happened(persoon("oproep", period)),
            persoon("must_complete_in_absentia", period),
            persoon("must_warn_and_call_again", period) | (happened(term) & (op(period) > term)),
        ],
        [Stappen.OPROEPEN.index, Stappen.VOLTOOI_IN_AFWEZIGHEID.index, Stappen.WAARSCHUWEN.index],
        Stappen.WACHT_OP_VERSCHIJNEN.index,
    )


@rule(Stappen)
def stap_before_pip(persoon, period, parameters):
    """Wi 15 lid 1"""
    begun, done = happened(persoon("intake_begonnen", period)), happened(persoon("intake_afgerond", period))
    may_begin = happened(persoon("kennisgeving", period)) | happened(persoon("koppeling", period))
    may_begin |= happened(persoon("inschrijving_nieuwe_gemeente", period))
    toets = ~done & persoon("leerbaarheidstoets_missing", period)
    third = happened(persoon("informatie_derde_gevraagd", period))
    third &= ~happened(persoon("informatie_derde_ontvangen", period))
    azc = (persoon("verblijfstitel", period) == Titel.ASIEL_BEPAALDE_TIJD) | persoon("in_azc", period)
    return np.select(
        [
            ~begun & ~done & ~may_begin,
            ~begun & ~done,
            toets & ~happened(persoon("leerbaarheidstoets_aangevraagd", period)),
            toets,
            ~done,
            third,
            ~happened(persoon("pip_concept", period)),
            azc & ~happened(persoon("inschrijving", period)),
        ],
        [
            Stappen.WACHT_OP_KENNISGEVING.index,
            persoon("intake_stap", period).view(np.ndarray),
            Stappen.LEERBAARHEIDSTOETS.index,
            Stappen.WACHT_OP_LEERBAARHEIDSTOETS.index,
            Stappen.INTAKE_AFRONDEN.index,
            Stappen.WACHT_OP_DERDE.index,
            Stappen.PIP_OPSTELLEN.index,
            Stappen.WACHT_OP_HUISVESTING.index,
        ],
        Stappen.PIP_VASTSTELLEN.index,
    )


@rule(Stappen)
def stap_in_termijn(persoon, period, parameters):
    """Wi 17 lid 1"""
    end = persoon("termijn_last_day", period)
    policy = persoon("voortgangsgesprek_maanden", period) > 0
    last_year = op(period) >= add_months(end, -12)
    pvt, map_ = persoon("pvt_open", period), persoon("map_open", period)
    return np.select(
        [
            policy & (persoon("next_voortgangsgesprek", period) <= op(period)),
            op(period) >= add_months(end, -6),
            last_year & pvt,
            last_year & map_,
            last_year,
            policy,
            pvt,
            map_,
        ],
        [
            Stappen.VOORTGANGSGESPREK.index,
            Stappen.TERMIJN_EINDIGT_BINNEN_6_MAANDEN.index,
            Stappen.PVT_AFRONDEN.index,
            Stappen.MAP_AFRONDEN.index,
            Stappen.TERMIJN_EINDIGT_BINNEN_12_MAANDEN.index,
            Stappen.VOORTGANGSGESPREK.index,
            Stappen.PVT_AFRONDEN.index,
            Stappen.MAP_AFRONDEN.index,
        ],
        Stappen.LEERROUTE_VOLGEN.index,
    )


@rule(Stappen)
def next_stap(persoon, period, parameters):
    """Wi 6 lid 1"""
    return np.select(
        [
            happened(persoon("voldaan", period)),
            happened(persoon("plicht_geeindigd", period)),
            persoon("vrijgesteld", period),
            happened(persoon("eerste_pip", period)) & persoon("termijn_exceeded", period),
            ~happened(persoon("pip_vastgesteld", period)),
            ~happened(persoon("pip_uitgereikt", period)),
        ],
        [
            Stappen.VOLDAAN.index,
            Stappen.GEEINDIGD.index,
            Stappen.VRIJGESTELD.index,
            Stappen.TERMIJN_VERSTREKEN.index,
            persoon("stap_before_pip", period).view(np.ndarray),
            Stappen.PIP_UITREIKEN.index,
        ],
        persoon("stap_in_termijn", period).view(np.ndarray),
    )


@rule(date)
def next_due(persoon, period, parameters):
    """Wi 6 lid 1"""
    step, term = persoon("next_stap", period), persoon("oproep_termijn", period)
    own = persoon("pip_vastgesteld", period)
    over = (step == Stappen.VOLDAAN) | (step == Stappen.GEEINDIGD) | (step == Stappen.VRIJGESTELD)
    return np.select(
        [
            over,
            (step == Stappen.WACHT_OP_VERSCHIJNEN) & happened(term),
            step == Stappen.PIP_UITREIKEN,
            step == Stappen.VOORTGANGSGESPREK,
            (step == Stappen.TERMIJN_VERSTREKEN) | happened(own),
        ],
        [
            EPOCH,
            term,
            own,
            persoon("next_voortgangsgesprek", period),
            persoon("termijn_last_day", period),
        ],
        persoon("pip_deadline", period),
    )


# --- the system and its facts ----------------------------------------------------------------------------


def tree() -> ParameterNode:
    """Return our parameters as OpenFisca's tree."""
    data: dict[str, Any] = {}
    for code in REGELINGEN:
        data[code] = {
            name: {"values": {dated.since.isoformat(): bare(dated.value) for dated in found.dated}}
            for name, found in parameters(code).items()
        }
    return ParameterNode("", data=data)


def bare(value: Any) -> Any:
    """Return a number or list without its unit."""
    if isinstance(value, Days | Weeks | Months | Years | Hours):
        return value.count
    return list(value) if isinstance(value, tuple) else float(value) if not isinstance(value, int) else value


def system() -> TaxBenefitSystem:
    """Return the tax and benefit system with every fact and rule."""
    made = TaxBenefitSystem([Persoon])
    made.parameters = tree()
    for name in FACTS:
        made.add_variable(fact(name))
    for variable in RULES.values():
        made.add_variable(variable)
    return made


def arrays(facts: pl.DataFrame) -> dict[str, np.ndarray]:
    """Return the facts as the arrays that OpenFisca takes, a missing one as its default."""
    free = list(parameters("wi2021")["vrij_verkeer"].newest())
    facts = facts.with_columns(onderdaan_vrij_verkeer=pl.col("nationaliteit").cast(pl.String).is_in(free))
    found: dict[str, np.ndarray] = {}
    for name in FACTS:
        column = facts[RENAMED.get(name, name)]
        if name in LISTS:
            position = {member.value: member.index for member in LISTS[name]}
            indices = column.cast(pl.String).replace_strict(position, default=0, return_dtype=pl.UInt8)
            found[name] = indices.fill_null(0).to_numpy()
        elif name in DATES:
            found[name] = column.fill_null(date(1970, 1, 1)).to_numpy().astype("datetime64[D]")
        elif name in NUMBERS:
            found[name] = column.fill_null(0).to_numpy()
        else:
            found[name] = column.fill_null(False).to_numpy()
    return found


def simulation(law: TaxBenefitSystem, given: Mapping[str, np.ndarray], count: int, trace: bool) -> Simulation:
    """Return a simulation in which the facts are given."""
    made = SimulationBuilder().build_default_simulation(law, count)
    made.trace = trace
    for name, array in given.items():
        made.set_input(name, "eternity", array)
    return made

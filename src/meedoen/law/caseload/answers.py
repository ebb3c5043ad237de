"""What is asked of a whole caseload: every answer that a list, a worklist, a figure or a forecast needs.

The rules are read when this module is imported; one that cannot be lifted stops it with file and line.
"""

from collections.abc import Mapping
from typing import Any

from ..inburgering import (
    aanbod,
    bewaring,
    inspanning,
    leerroutes,
    opleiding,
    pip_status,
    plicht,
    termijn,
    tijdlijn,
    verlenging,
    voortgang,
    z_route,
)
from ..inburgering.pip import pip_deadline
from ..kernel.lift.program import Program
from ..kernel.rule import Rule
from ..participatie import ontzorgen

ANSWERS: Mapping[str, Rule[Any, Any]] = {
    "inburgeringsplicht": plicht.inburgeringsplicht,
    "plicht_since": plicht.plicht_since,
    "vrijstelling": plicht.vrijstelling,
    "doelgroep": plicht.doelgroep,
    "pip_deadline": pip_deadline,
    "pip_status": pip_status.pip_status,
    "termijn_first_day": termijn.termijn_first_day,
    "termijn_last_day": termijn.termijn_last_day,
    "termijn_exceeded": termijn.termijn_exceeded,
    "verlenging_last_day": verlenging.verlenging_last_day,
    "extended_after_effort": inspanning.extended_after_effort,
    "effort_last_day": inspanning.effort_last_day,
    "opleiding_last_day": opleiding.opleiding_last_day,
    "verlenging_aanvragen_vanaf": termijn.may_request_verlenging_since,
    "leerroute_switch_until": voortgang.leerroute_switch_until,
    "may_examine_at_a2": voortgang.may_examine_at_a2,
    "pvt_required": leerroutes.pvt_required,
    "pvt_completed": z_route.pvt_completed,
    "map_required": leerroutes.map_required,
    "map_completed": z_route.map_completed,
    "z_cursusuren_left": z_route.z_cursusuren_left,
    "z_participatie_uren_left": z_route.z_participatie_uren_left,
    "z_route_completed": z_route.z_route_completed,
    "gets_brede_intake": aanbod.gets_brede_intake,
    "gets_pip": aanbod.gets_pip,
    "gets_pvt": aanbod.gets_pvt,
    "gets_map": aanbod.gets_map,
    "gets_leerroute": aanbod.gets_leerroute,
    "gets_maatschappelijke_begeleiding": aanbod.gets_maatschappelijke_begeleiding,
    "gets_lening": aanbod.gets_lening,
    "gets_vve": aanbod.gets_vve,
    "gets_alfabetisering": aanbod.gets_alfabetisering,
    "kosteloze_examenpogingen": aanbod.kosteloze_examenpogingen,
    "ontzorgen": ontzorgen.ontzorgen,
    "ontzorgen_last_day": ontzorgen.ontzorgen_last_day,
    "delete_by": bewaring.delete_by,
    "core_delete_by": bewaring.core_delete_by,
    "next_stap": tijdlijn.next_stap,
    "next_due": tijdlijn.next_due,
}
"""The rules by the name of the column with their answer."""

PROGRAM = Program(ANSWERS)

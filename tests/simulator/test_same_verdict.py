"""The simulator and Meedoen's own rules were written apart: on the same facts they give the same verdict.

A difference is a fault on one of the two sides; which, is decided by what DUO publishes, not by either.
Where a rule of Meedoen lacks a fact ("onbekend", it does not send) the simulator refuses too.
"""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from meedoen.law.inburgering.begrippen import Doelgroep, Leerroute, Niveau
from meedoen.law.kernel.outcome import Outcome
from meedoen.law.keten.aanbod import DuoAanbodFacts, duo_accepts_aanbod
from meedoen.law.keten.pip import DuoPIPFacts, duo_accepts_pip, duo_pip_niveau
from meedoen.law.keten.pvt_map import (
    DuoMAPFacts,
    DuoPVTFacts,
    duo_accepts_map,
    duo_accepts_map_withdrawal,
    duo_accepts_pvt,
    duo_accepts_pvt_withdrawal,
    duo_verwijtbaar_fits,
)
from meedoen.law.keten.toegang import ToegangFacts, duo_gives_access
from meedoen.law.keten.uren import DuoUrenFacts, duo_uren_participatie
from meedoen.law.keten.verwijderen import (
    DuoVerwijderenFacts,
    duo_accepts_aanbod_deletion,
    duo_accepts_pip_deletion,
)
from meedoen.law.keten.z_route import DuoZRouteFacts, duo_accepts_z_route
from meedoen.simulator import access, processing
from meedoen.simulator.conditions import Case, objections
from meedoen.simulator.exchange import absent
from meedoen.simulator.persons import new_person

OWN, OTHER = "9001", "9002"
START = date(2026, 3, 2)
END = date(2029, 3, 2)
ROUTES = {"B": Leerroute.B1_ROUTE, "O": Leerroute.ONDERWIJSROUTE, "Z": Leerroute.Z_ROUTE}
LEVELS = {"A2": Niveau.A2, "B1": Niveau.B1}
GROUPS = {"asiel": Doelgroep.ASIELSTATUSHOUDER, "gezin": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT}

MANY = settings(max_examples=600)


def near(day: date, days: int = 3) -> st.SearchStrategy[date]:
    """Draw a day close to another, where conditions turn."""
    return st.integers(-days, days).map(lambda more: day + timedelta(days=more))


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def rarely(strategy: st.SearchStrategy[Any], usual: Any = None) -> st.SearchStrategy[Any]:
    """Draw what is usual most of the time, so that one condition at a time decides."""
    return st.sampled_from([True, True, True, True, False]).flatmap(
        lambda keep: st.just(usual) if keep else strategy
    )


def iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def filled(**values: Any) -> dict[str, Any]:
    """Return what was given; what is None is left out, as in a message."""
    return {name: value for name, value in values.items() if value is not None}


def a_pip(day: date, code: str = OWN, route: str = "B") -> dict[str, Any]:
    return {"gemeentecode": code, "pip": {"dagtekeningPip": day.isoformat(), "leerroute": route}}


def a_termijn(start: date | None, end: date | None) -> dict[str, str] | None:
    return {"startdatum": start.isoformat(), "einddatum": end.isoformat()} if start and end else None


def agree(rule: Outcome[Any], refused: list[str]) -> None:
    """Meedoen sends when its rule says yes; then, and only then, DUO accepts."""
    sends = rule.is_known and bool(rule.value)
    assert sends == (not refused), f"Meedoen: {rule.short()}; simulator: {refused or 'aangenomen'}"


@MANY
@given(
    signed=near(START),
    route=st.sampled_from("BOZ"),
    level=maybe(st.sampled_from(["A2", "B1"])),
    intensity=maybe(st.sampled_from([1, 600, 9999])),
    group=st.sampled_from(["asiel", "gezin"]),
    start=rarely(maybe(near(START)), usual=START - timedelta(days=3)),
    settled=rarely(maybe(near(START)), usual=START - timedelta(days=3)),
    earlier=st.lists(near(START), max_size=3),
    earlier_code=st.sampled_from([OWN, OTHER]),
)
def test_pip(signed, route, level, intensity, group, start, settled, earlier, earlier_code):
    rule = duo_accepts_pip(
        DuoPIPFacts(
            dagtekening=signed,
            leerroute=ROUTES[route],
            niveau=LEVELS.get(level),
            geschatte_intensiteit=intensity,
            doelgroep=GROUPS[group],
            start_plicht=start,
            vestiging=settled,
            eerste_pip=earlier[0] if earlier else None,
            actuele_pip=earlier[-1] if earlier else None,
            eerste_pip_van_de_persoon=not earlier,
        ),
        on=START + timedelta(days=30),
    )
    facts = {"doelgroep": group, "plicht": iso(start), "gemeente": OWN, "vestiging": iso(settled)}
    if settled is None:
        facts |= {"gemeente": None, "in_coa": True, "gekoppeld": OWN}
    facts["pips"] = [a_pip(day, earlier_code) for day in earlier]
    body = filled(
        dagtekeningPip=iso(signed), leerroute=route, niveau=level, geschatteIntensiteitB1Route=intensity
    )
    agree(rule, objections("pip", Case(new_person("999990019", facts), OWN, body, START)))


@given(route=st.sampled_from("BOZ"), level=maybe(st.sampled_from(["A2", "B1"])))
def test_level_of_a_pip_without_one(route, level):
    rule = duo_pip_niveau(DuoPIPFacts(leerroute=ROUTES[route], niveau=LEVELS.get(level)), on=START)
    person = new_person("999990019")
    body = filled(dagtekeningPip=iso(START), leerroute=route, niveau=level)
    message = {"operatie": "pip", "gemeentecode": OWN, "body": body, "pad": {}}
    processing.apply(person, message, START)
    assert rule.value == LEVELS.get(person["pips"][-1]["pip"].get("niveau"))


@MANY
@given(
    pips=st.lists(st.sampled_from([OWN, OTHER]), max_size=2),
    termijn=st.booleans(),
    hours=st.sampled_from([0, 1, 60]),
    offered=st.booleans(),
)
def test_taking_a_pip_back(pips, termijn, hours, offered):
    hours = hours if offered else 0
    rule = duo_accepts_pip_deletion(
        DuoVerwijderenFacts(
            actuele_pip=START if pips else None,
            actuele_pip_eigen_gemeente=pips[-1] == OWN if pips else None,
            termijn_vastgesteld=termijn,
            cursusuren_bij_actueel_aanbod=hours,
        ),
        on=START,
    )
    facts: dict[str, Any] = {"pips": [a_pip(START, code) for code in pips]}
    facts["inburgeringstermijn"] = a_termijn(START, END) if termijn else None
    facts["aanbod"] = {"0000000001": {"cursusuren": hours}} if offered else {}
    agree(rule, objections("pip-verwijderen", Case(new_person("999990019", facts), OWN, {}, START)))


@pytest.mark.parametrize("there", [True, False])
def test_taking_an_aanbod_back(there):
    rule = duo_accepts_aanbod_deletion(DuoVerwijderenFacts(aanbod_geregistreerd=there), on=START)
    person = new_person("999990019", {"aanbod": {"0000000001": {"cursusuren": 0}} if there else {}})
    missing = absent("aanbod-verwijderen", {"instellingsnummer": "0000000001"}, person, None)
    agree(rule, [missing] if missing else [])


@MANY
@given(
    group=rarely(st.just("gezin"), usual="asiel"),
    route=st.sampled_from("BOZ"),
    pip=rarely(maybe(near(START)), usual=START),
    bow=rarely(st.just(False), usual=True),
    tst=st.booleans(),
    offered=near(START),
    begins=maybe(near(START) | near(END)),
    ends=maybe(near(START) | near(END)),
    since=rarely(maybe(near(START)), usual=START),
)
def test_aanbod(group, route, pip, bow, tst, offered, begins, ends, since):
    until = END if since else None
    rule = duo_accepts_aanbod(
        DuoAanbodFacts(
            doelgroep=GROUPS[group],
            leerroute=ROUTES[route] if pip else None,
            actuele_pip=pip,
            instelling_met_keurmerk=bow,
            instelling_met_taalschakelerkenning=tst,
            datum_aanbod=offered,
            start_opleiding=begins,
            einde_opleiding=ends,
            termijn_start=since,
            termijn_end_exclusive=until,
        ),
        on=START,
    )
    facts = {"doelgroep": group, "inburgeringstermijn": a_termijn(since, until)}
    facts["pips"] = [a_pip(pip, route=route)] if pip else []
    body = filled(
        datumInburgeringsaanbod=iso(offered),
        verwachteStartdatumOpleiding=iso(begins),
        verwachteEinddatumOpleiding=iso(ends),
        indicatorAlfabetiseringsonderwijs="NVT",
    )
    school = {"indicatieBowKeurmerk": bow, "indicatieTstKeurmerk": tst}
    case = Case(new_person("999990019", facts), OWN, body, START, school)
    agree(rule, objections("aanbod", case))


TODAY = near(START, 5) | near(END) | near(date(2029, 1, 2))
RESULTS = {
    "map": ("datumEindgesprekMap", "eindgesprek", DuoMAPFacts, duo_accepts_map, duo_accepts_map_withdrawal),
    "pvt": (
        "datumOndertekeningPvt",
        "ondertekening",
        DuoPVTFacts,
        duo_accepts_pvt,
        duo_accepts_pvt_withdrawal,
    ),
}


@pytest.mark.parametrize("name", RESULTS)
@MANY
@given(
    today=TODAY,
    sent=maybe(near(START) | near(END)),
    blame=maybe(st.booleans()),
    termijn=rarely(st.just(False), usual=True),
    pips=rarely(st.sampled_from([(), (OTHER,), (OWN, OTHER), (OTHER, OWN)]), usual=(OWN,)),
    z_route=rarely(near(START) | near(END)),
    fulfilled=rarely(near(START)),
    earlier=maybe(near(START)),
    earlier_own=rarely(st.just(False), usual=True),
)
def test_map_and_pvt(name, today, sent, blame, termijn, pips, z_route, fulfilled, earlier, earlier_own):
    field, fact, kind, accepts, withdraws = RESULTS[name]
    if sent is None:
        blame = None  # without a date and with a verwijt: the test after this one
    facts = kind(
        **{fact: sent},
        verwijtbaar=blame,
        termijn_start=START if termijn else None,
        termijn_end_exclusive=END if termijn else None,
        actuele_pip_eigen_gemeente=bool(pips) and pips[-1] == OWN,
        z_route_afgerond=z_route,
        voldaan_via_z_route=fulfilled,
        eerder_geleverd=earlier,
        eerder_geleverd_eigen_gemeente=earlier_own if earlier else None,
    )
    rule = accepts(facts, on=today) if sent else withdraws(facts, on=today)
    known: dict[str, Any] = {"inburgeringstermijn": a_termijn(START, END) if termijn else None}
    known["pips"] = [a_pip(START, code) for code in pips]
    known["zroute"] = {"datumAfrondingZroute": iso(z_route)} if z_route else None
    known["voldaan_via_zroute"] = iso(fulfilled)
    if earlier:
        known[name] = {"gemeentecode": OWN if earlier_own else OTHER, field: iso(earlier)}
    body = filled(**{field: iso(sent)}, verwijtbaar={True: "Ja", False: "Nee", None: None}[blame])
    agree(rule, objections(name, Case(new_person("999990019", known), OWN, body, today)))


@pytest.mark.parametrize("name", RESULTS)
@MANY
@given(today=TODAY, blame=st.booleans())
@example(today=date(2029, 1, 1), blame=False)
@example(today=date(2029, 1, 2), blame=False)
@example(today=date(2029, 3, 1), blame=True)
@example(today=END, blame=True)
def test_verwijtbaar_without_a_date(name, today, blame):
    _, fact, kind, _, _ = RESULTS[name]
    facts = kind(**{fact: None}, verwijtbaar=blame, termijn_start=START, termijn_end_exclusive=END)
    known = {"inburgeringstermijn": a_termijn(START, END), "pips": [a_pip(START)]}
    body = {"verwijtbaar": "Ja" if blame else "Nee"}
    refused = objections(name, Case(new_person("999990019", known), OWN, body, today))
    agree(duo_verwijtbaar_fits(facts.resultaat, on=today), refused)


@MANY
@given(
    today=near(START, 5),
    sent=near(START),
    termijn=rarely(st.just(False), usual=True),
    pips=rarely(st.sampled_from([(), (OTHER,), (OWN, OTHER)]), usual=(OWN,)),
    route=rarely(st.sampled_from("BO"), usual="Z"),
    met_map=maybe(near(START)),
    met_pvt=maybe(near(START)),
)
def test_z_route(today, sent, termijn, pips, route, met_map, met_pvt):
    rule = duo_accepts_z_route(
        DuoZRouteFacts(
            afronding=sent,
            leerroute=ROUTES[route] if pips else None,
            termijn_start=START if termijn else None,
            actuele_pip_eigen_gemeente=bool(pips) and pips[-1] == OWN,
            map_eindgesprek=met_map,
            participatieverklaring_ondertekend=met_pvt,
        ),
        on=today,
    )
    facts: dict[str, Any] = {"inburgeringstermijn": a_termijn(START, END) if termijn else None}
    facts["pips"] = [a_pip(START, code, route) for code in pips]
    facts["map"] = {"datumEindgesprekMap": iso(met_map)} if met_map else None
    facts["pvt"] = {"datumOndertekeningPvt": iso(met_pvt)} if met_pvt else None
    body = {"datumAfrondingZroute": iso(sent)}
    agree(rule, objections("zroute", Case(new_person("999990019", facts), OWN, body, today)))


@given(group=st.sampled_from(["asiel", "gezin"]), route=maybe(st.sampled_from("BOZ")))
def test_hours_of_participation(group, route):
    facts = DuoUrenFacts(
        doelgroep=GROUPS[group], leerroute=ROUTES[route] if route else None, participatie_uren=5
    )
    rule = duo_uren_participatie(facts, on=START)
    person = new_person(
        "999990019", {"doelgroep": group, "pips": [a_pip(START, route=route)] if route else []}
    )
    refused = objections("uren-participatieactiviteiten", Case(person, OWN, {"uren": 5}, START))
    assert (rule.is_known and rule.value is not None) == (not refused)


@MANY
@given(
    lives=st.sampled_from([None, OWN, OTHER]),
    in_coa=st.booleans(),
    linked=st.sampled_from([None, OWN, OTHER]),
    pips=st.lists(st.tuples(st.sampled_from([OWN, OTHER]), near(date(2026, 1, 31))), max_size=3),
    under_the_act=st.booleans(),
    today=near(date(2026, 1, 31)) | near(date(2026, 2, 28), 5),
)
@example(OTHER, False, None, [(OWN, START), (OTHER, date(2026, 1, 31))], True, date(2026, 2, 27))
@example(OTHER, False, None, [(OWN, START), (OTHER, date(2026, 1, 31))], True, date(2026, 2, 28))
def test_access(lives, in_coa, linked, pips, under_the_act, today):
    rule = duo_gives_access(
        ToegangFacts(
            woont_in_gemeente=lives == OWN and not in_coa,
            gekoppeld_aan_gemeente=in_coa and linked == OWN,
            actuele_pip_van_gemeente=bool(pips) and pips[-1][0] == OWN,
            actuele_pip=pips[-1][1] if pips else None,
            vorige_pip_van_gemeente=len(pips) > 1 and pips[-2][0] == OWN,
            onder_wi2021=under_the_act,
            bekend_bij_duo=True,
        ),
        on=today,
    )
    facts = {"gemeente": lives, "in_coa": in_coa, "gekoppeld": linked, "onder_wi2021": under_the_act}
    facts["pips"] = [a_pip(day, code) for code, day in pips]
    why = access.refusal(new_person("999990019", facts), OWN, today)
    agree(rule, [why] if why else [])

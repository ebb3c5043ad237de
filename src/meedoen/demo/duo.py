"""DUO in the demo: one gemeente is connected to the simulator, the others pass things on by hand.

The simulator knows the people of the connected gemeente as DUO would, here and there a little otherwise, and
has some news for them: it arrives a moment after the demo starts.
"""

import random
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.db import transaction

from meedoen.demo.voortgang import SCHOOLS
from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.models import DUOAansluiting
from meedoen.domain.overdracht.actions.keys import trust_key
from meedoen.domain.overdracht.sleutels import own_keys
from meedoen.domain.pip.duo import pip_body, tell_pip
from meedoen.domain.pip.facts import pip_in_force
from meedoen.domain.regio.models import Gemeente, Medewerker
from meedoen.domain.regio.tenancy import tenant_scope
from meedoen.domain.termijn.signalen import keep_all_signals
from meedoen.law.inburgering.begrippen import Doelgroep
from meedoen.law.inburgering.termijn import TermijnFacts, inburgeringstermijn
from meedoen.simulator import DUO_OIN, Simulator, State

News = Callable[[Simulator, str], None]
CONNECTED = "Leusden"
BY_HAND = "Amersfoort"
NEIGHBOURS = ("Amersfoort", "Woudenberg")
OIN = "00000099000000000327"
STRANGER = "999990019"
"""A fictional BSN of nobody in the region: an event about somebody unknown."""


def fill_duo(today: date, simulator_file: Path, tell: Callable[[str], None] = lambda line: None) -> None:
    """Connect one gemeente, write what the simulator knows, and leave something to do by hand elsewhere."""
    connected = Gemeente.objects.get(naam=CONNECTED)
    DUOAansluiting.objects.create(gemeente=connected, manier="m2m", oin=OIN, sinds_on=today)
    keep_all_signals(today)
    _trust_each_other(connected)
    with transaction.atomic(), tenant_scope([connected.pk]):
        known = _known_at_duo(connected, random.Random(2021), today)
    _write_simulator(connected, known, simulator_file, today)
    with transaction.atomic(), tenant_scope([Gemeente.objects.get(naam=BY_HAND).pk]):
        waiting = _wait_for_hands(today)
    tell(f"DUO-simulator: {len(known)} personen van {CONNECTED}; {waiting} berichten klaar in {BY_HAND}")


def _trust_each_other(connected: Gemeente) -> None:
    """Let two neighbours and the connected gemeente trust each other, so that a move can be tried."""
    for naam in NEIGHBOURS:
        other = Gemeente.objects.get(naam=naam)
        for one, another in ((connected, other), (other, connected)):
            by = Medewerker.objects.filter(aanstellingen__gemeente=one).order_by("pk").first()
            for own in own_keys(another.cbs_code, another.naam):
                with transaction.atomic(), tenant_scope([one.pk]):
                    trust_key(one, own.openbaar, gecontroleerd="Verzonnen voor de demo", by=by)


def _known_at_duo(gemeente: Gemeente, dice: random.Random, today: date) -> list[tuple[Dossier, dict]]:
    """Return the people with a BSN whom DUO knows, with what it knows."""
    found = []
    dossiers = Dossier.objects.filter(gemeente=gemeente).select_related("inburgeringsplichtige")
    for dossier in dossiers.prefetch_related("pips").order_by("pk"):
        if dossier.inburgeringsplichtige.bsn and dossier.kennisgeving_on:
            found.append((dossier, _person(dossier, gemeente, dice, today)))
    return found


def _person(dossier: Dossier, gemeente: Gemeente, dice: random.Random, today: date) -> dict[str, Any]:
    persoon, pip = dossier.inburgeringsplichtige, pip_in_force(dossier)
    told = dossier.kennisgeving_on + timedelta(days=7 if dice.random() < 0.06 else 0)
    plicht = {
        "indicatorInburgeringsplicht": True,
        "begindatum": (dossier.bekendmaking_on or dossier.kennisgeving_on).isoformat(),
        "datumKennisgevingInburgeringsplicht": told.isoformat(),
        "wijzigingsdatum": told.isoformat(),
    }
    facts: dict[str, Any] = {
        "naam": str(persoon),
        "vNummer": int(persoon.v_nummer),
        "gemeente": gemeente.cbs_code if dossier.inschrijving_on else None,
        "vestiging": dossier.inschrijving_on.isoformat() if dossier.inschrijving_on else None,
        "in_coa": dossier.inschrijving_on is None,
        "gekoppeld": gemeente.cbs_code if dossier.inschrijving_on is None else None,
        "doelgroep": "asiel" if dossier.doelgroep == Doelgroep.ASIELSTATUSHOUDER else "gezin",
        "inburgeringsplicht": plicht,
    }
    if dossier.voldaan_on is not None and dossier.voldaan_on <= today:
        plicht |= {
            "indicatorInburgeringsplicht": False,
            "einddatum": dossier.voldaan_on.isoformat(),
            "redenGeenInburgeringsplicht": "Inburgeringsplicht voldaan",
        }
    if pip is not None:
        facts["pips"] = [{"gemeentecode": gemeente.cbs_code, "pip": pip_body(pip)}]
    if dossier.eerste_pip_on is not None:
        termijn = inburgeringstermijn(TermijnFacts(eerste_pip=dossier.eerste_pip_on), on=today).value
        facts["inburgeringstermijn"] = {
            "startdatum": termijn.first_day.isoformat(),
            "einddatum": termijn.duo_end.isoformat(),
        }
    return facts


def _write_simulator(gemeente: Gemeente, known: list[tuple[Dossier, dict]], path: Path, today: date) -> None:
    """Write the state file of the simulator, with the news that it will send."""
    path.unlink(missing_ok=True)
    schools = [
        {
            "instellingsnummer": number,
            "naam": name,
            "postcode": "3800AA",
            "huisnummer": int(number),
            "plaatsnaam": place,
            "indicatieBowKeurmerk": bow,
            "indicatieTstKeurmerk": tst,
        }
        for number, name, place, bow, tst in SCHOOLS
    ]
    gemeenten = {OIN: {"code": gemeente.cbs_code, "naam": gemeente.naam}}
    state = State(path, {"duo_oin": DUO_OIN, "gemeenten": gemeenten, "instellingen": schools, "personen": []})
    for dossier, facts in known:
        state.add_person(dossier.inburgeringsplichtige.bsn, **facts)
    state.add_person(
        STRANGER,
        naam="Verzonnen persoon die niemand hier kent",
        gemeente=gemeente.cbs_code,
        doelgroep="asiel",
        plicht=(today - timedelta(days=3)).isoformat(),
    )
    simulator = Simulator(state)
    _bring_news(simulator, [dossier for dossier, _ in known])
    state.save()


def _bring_news(simulator: Simulator, dossiers: list[Dossier]) -> None:
    """Let things happen to some people of every kind and to a stranger; DUO tells it when it starts."""
    without = [dossier for dossier in dossiers if pip_in_force(dossier) is None and not dossier.voldaan_on]
    followed = [dossier for dossier in dossiers if pip_in_force(dossier) and not dossier.voldaan_on]
    for dossier, happens in [
        *zip(without, BEFORE_PIP, strict=False),
        *zip(followed, AFTER_PIP, strict=False),
    ]:
        happens(simulator, dossier.inburgeringsplichtige.bsn)
    simulator.fire(STRANGER, "SS120")


def _event(code: str) -> News:
    def happens(simulator: Simulator, bsn: str) -> None:
        simulator.fire(bsn, code)

    return happens


def _change(name: str, **facts: str) -> News:
    def happens(simulator: Simulator, bsn: str) -> None:
        simulator.change(bsn, name, **facts)

    return happens


def _extended(simulator: Simulator, bsn: str) -> None:
    """DUO extends the term by half a year."""
    known = simulator.state.person(bsn)
    termijn = known and known["inburgeringstermijn"]
    if termijn:
        end = date.fromisoformat(termijn["einddatum"]) + timedelta(days=182)
        simulator.change(bsn, "termijn-verlengen", einddatum=end.isoformat())


BEFORE_PIP = (_event("SS101"), _change("lbt-aanmelden"), _event("SS139"))
AFTER_PIP = (
    _change("examenresultaat", onderdeel="LU", resultaat="Geslaagd", niveau="B1"),
    _extended,
    _event("SS113"),
    _change("ontheffing", soort="gedeeltelijke", oordeel="Toekenning", grond="BIO", examenonderdeel="KNM"),
)


def _wait_for_hands(today: date) -> int:
    """Queue the newest PIPs of a gemeente without connection: they wait to be typed over."""
    waiting = 0
    recent = today - timedelta(days=30)
    for dossier in Dossier.objects.filter(eerste_pip_on__gte=recent, afgesloten_on__isnull=True):
        pip = pip_in_force(dossier)
        if pip is not None and tell_pip(pip, by=pip.vastgesteld_by, on=today, anyway=True):
            waiting += 1
    return waiting

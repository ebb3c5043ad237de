"""From a version of the PIP to its two letters: the decision, and the plan in plain language."""

from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from meedoen.documents.bridge.hoofd import artikel, briefhoofd, huisstijl_of
from meedoen.documents.fixed_texts import TALEN, load
from meedoen.documents.parts import Artikel, Briefhoofd, Intensiteit, Leerroute, Vertaling, VrijeTekst
from meedoen.documents.pip_beschikking.letter import (
    Afspraak,
    Bezwaar,
    Ontzorgen,
    PIPBeschikking,
    RouteAfweging,
    Termijn,
    render_pip_beschikking,
)
from meedoen.documents.pip_leesbaar.letter import PIPLeesbaar, Soort, Stap, render_pip_leesbaar
from meedoen.documents.preview import DocumentInfo, preview
from meedoen.domain.dossier.actions import keep_document
from meedoen.domain.dossier.models import Document
from meedoen.domain.pip.facts import ontzorgen_facts, termijn_facts
from meedoen.domain.pip.models import PIP, Leerroutekeuze
from meedoen.domain.pip.selectors import bezwaar_until, free_texts, is_stale, weighed_choice
from meedoen.law.inburgering import begrippen
from meedoen.law.inburgering.termijn import termijn_first_day, termijn_last_day
from meedoen.law.kernel.outcome import Outcome
from meedoen.law.participatie.ontzorgen import ontzorgen_holder, ontzorgen_last_day
from meedoen.law.sources import AWB, BI, PW, WI

ROUTES: dict[str, Leerroute] = {
    begrippen.Leerroute.B1_ROUTE: "b1",
    begrippen.Leerroute.ONDERWIJSROUTE: "onderwijsroute",
    begrippen.Leerroute.Z_ROUTE: "z",
}
STEPS: dict[str, tuple[Soort, ...]] = {
    begrippen.Leerroute.B1_ROUTE: ("taalles", "pvt", "map", "examen"),
    begrippen.Leerroute.ONDERWIJSROUTE: ("taalschakel", "pvt"),
    begrippen.Leerroute.Z_ROUTE: ("z_lessen", "praktijk", "pvt", "map"),
}
ROUTE_ARTICLES = {
    begrippen.Leerroute.B1_ROUTE: artikel(WI.art("7", lid=1), "de B1-route"),
    begrippen.Leerroute.ONDERWIJSROUTE: artikel(WI.art("8", lid=1), "de onderwijsroute"),
    begrippen.Leerroute.Z_ROUTE: artikel(WI.art("9", lid=1), "de zelfredzaamheidsroute (Z-route)"),
}
SOORTEN = ("pip_beschikking", "pip_leesbaar")


class NotPrintable(ValueError):
    """Raised when a version does not hold enough to be printed; carries a Dutch sentence."""


def print_pip(pip: PIP, soort: str, taal: str, *, on: date) -> tuple[DocumentInfo, bytes]:
    """Print one of the two letters of a version.

    Args:
        pip: a draft (then the letter says CONCEPT) or a decision.
        soort: ``pip_beschikking`` or ``pip_leesbaar``.
        taal: a language of `fixed_texts.TALEN`.
        on: today; the date of a letter that is still a draft.

    Raises:
        NotPrintable: when no leerroute stands in the version.
        ValueError: for another soort or a language without fixed texts.
    """
    style = huisstijl_of(pip.dossier.gemeente)
    if soort == "pip_beschikking":
        decision = beschikking(pip, on=on)
        return preview(decision, taal), render_pip_beschikking(decision, huisstijl=style, taal=taal)
    if soort == "pip_leesbaar":
        plan = leesbaar(pip, on=on)
        return preview(plan, taal), render_pip_leesbaar(plan, huisstijl=style, taal=taal)
    raise ValueError(f"unknown letter {soort}")


def beschikking(pip: PIP, *, on: date) -> PIPBeschikking:
    """Return the decision as its letter needs it; raises as `print_pip`."""
    route = _route(pip)
    texts = _Texts(pip)
    day = pip.dagtekening_on or on
    relief, relief_text = _relief(pip, texts, day)
    return PIPBeschikking(
        hoofd=_head(pip, day),
        leerroute=ROUTES[route],
        niveau=pip.niveau,
        motivering=texts.required("motivatie"),
        afwegingen=_weighing(weighed_choice(pip)),
        intensiteit=Intensiteit(uren=pip.intensiteit_uren),
        pvt=Intensiteit(uren=pip.pvt_uren),
        map=None if route == begrippen.Leerroute.ONDERWIJSROUTE else Intensiteit(uren=pip.map_uren),
        ondersteuning=texts.some("ondersteuning", "kinderopvang"),
        voortgangsgesprekken=pip.voortgangsgesprekken or 0,
        vve=texts.some("vve") if pip.vve_van_toepassing else (),
        participatiewet=(*(texts.some("participatiewet") if pip.pw_van_toepassing else ()), *relief_text),
        ontzorgen=relief,
        afspraken=tuple(_agreement(one, texts) for one in pip.afspraken.select_related("partner")),
        termijn=_termijn(pip, day),
        bezwaar=_bezwaar(pip, max(on, day)),
        artikelen=_articles(pip, route, relief),
        vervangt_pip_of_on=pip.vervangt.dagtekening_on if pip.vervangt_id else None,
        alfabetisering=pip.alfabetisering != PIP.Alfabetisering.NVT,
        opleiding_afmaken=pip.mag_opleiding_afmaken,
        is_concept=pip.is_draft,
    )


def leesbaar(pip: PIP, *, on: date) -> PIPLeesbaar:
    """Return the plan in steps as its letter needs it; raises as `print_pip`."""
    route = _route(pip)
    texts = _Texts(pip)
    day = pip.dagtekening_on or on
    relief, _ = _relief(pip, texts, day)
    steps = _standard_steps(route, pip.dossier.doelgroep)
    steps += [_step(one, texts) for one in pip.afspraken.select_related("partner")]
    if pip.voortgangsgesprekken:
        steps.append(Stap(soort="gesprek"))
    if relief is not None:
        steps.append(Stap(soort="ontzorgen", starts_on=relief.starts_on, uiterlijk_on=relief.last_day_on))
    return PIPLeesbaar(
        hoofd=_head(pip, day),
        leerroute=ROUTES[route],
        stappen=tuple(steps),
        termijn_last_day_on=_known(termijn_last_day(termijn_facts(pip.dossier, day), on=day)),
        is_concept=pip.is_draft,
    )


def keep_pip_documents(pip: PIP, taal: str, *, by: Any, on: date) -> list[Document]:
    """Print both letters of a decision in a language and keep them in the dossier; raises as `print_pip`."""
    kept = []
    for soort in SOORTEN:
        info, pdf = print_pip(pip, soort, taal, on=on)
        kept.append(
            keep_document(
                pip.dossier,
                soort=soort,
                titel=f"{info.title}, versie {pip.versie}",
                taal=taal,
                bestandsnaam=info.filename,
                inhoud=pdf,
                by=by,
            )
        )
    return kept


class _Texts:
    """The free texts of a version with the translations that may be printed."""

    def __init__(self, pip: PIP) -> None:
        found = free_texts(pip)
        self.pip = pip
        self.translations: dict[str, dict[str, Vertaling]] = {}
        for made in pip.vertalingen.all():
            # A translation of an older Dutch text would say something else than the decision.
            if made.taal in TALEN and made.gecontroleerd_on and not is_stale(made, found):
                self.translations.setdefault(made.veld, {})[made.taal] = Vertaling(
                    text=made.tekst,
                    status="nagekeken",
                    checked_by=made.gecontroleerd_by,
                    checked_on=made.gecontroleerd_on,
                )

    def text(self, veld: str, dutch: str) -> VrijeTekst | None:
        return VrijeTekst(nl=dutch, vertalingen=self.translations.get(veld, {})) if dutch.strip() else None

    def required(self, veld: str) -> VrijeTekst:
        return self.text(veld, getattr(self.pip, veld)) or VrijeTekst(nl="")

    def some(self, *velden: str) -> tuple[VrijeTekst, ...]:
        found = (self.text(veld, getattr(self.pip, veld)) for veld in velden)
        return tuple(text for text in found if text is not None)


def _route(pip: PIP) -> begrippen.Leerroute:
    if not pip.leerroute:
        raise NotPrintable("Kies eerst een leerroute. Zonder leerroute is er geen brief.")
    return begrippen.Leerroute(pip.leerroute)


def _standard_steps(route: begrippen.Leerroute, doelgroep: str) -> list[Stap]:
    """The steps of every plan for this route, without promises that the law does not make.

    Only an asielstatushouder gets lessons from the gemeente (Wi art. 16) and has the
    participation part of the Z-route (Bi art. 3.14).
    """
    if doelgroep == begrippen.Doelgroep.ASIELSTATUSHOUDER:
        return [Stap(soort=soort) for soort in STEPS[route]]
    nothing = VrijeTekst(nl="")
    return [
        Stap(soort=soort, gemeente_doet=nothing if soort in {"taalles", "taalschakel"} else None)
        for soort in STEPS[route]
        if soort != "praktijk"
    ]


def _head(pip: PIP, day: date) -> Briefhoofd:
    guide = pip.dossier.klantmanager
    return briefhoofd(
        pip.dossier,
        dated_on=day,
        kenmerk=f"PIP {pip.dossier_id}-{pip.versie}",
        naam=pip.ondertekenaar or (guide.naam if guide else ""),
        functie=pip.ondertekenaar_functie or (guide.functie if guide else ""),
    )


def _weighing(keuze: Leerroutekeuze | None) -> tuple[RouteAfweging, ...]:
    """The considerations as a person wrote them, with the judgements that speak for or against a route."""
    if keuze is None:
        return ()
    wish, unable = keuze.grote_kans_op_diploma, keuze.redelijkerwijs_niet_in_staat
    rows = (
        ("onderwijsroute", keuze.overweging_onderwijsroute, wish, keuze.grote_kans_motivatie),
        ("b1", keuze.overweging_b1_route, None, ""),
        ("z", keuze.overweging_z_route, unable, keuze.niet_in_staat_motivatie),
    )
    found = []
    for route, consideration, oordeel, reason in rows:
        spoken = (VrijeTekst(nl=reason),) if reason.strip() and oordeel is not None else ()
        if consideration.strip() or spoken:
            found.append(
                RouteAfweging(
                    leerroute=route,
                    voor=spoken if oordeel else (),
                    tegen=() if oordeel else spoken,
                    conclusie=VrijeTekst(nl=consideration) if consideration.strip() else None,
                )
            )
    return tuple(found)


def _relief(pip: PIP, texts: _Texts, day: date) -> tuple[Ontzorgen | None, tuple[VrijeTekst, ...]]:
    """Ontzorgen when the law gives it on that day; else what was written goes to the Pw part."""
    facts, written = ontzorgen_facts(pip.dossier), texts.some("ontzorgen")
    holder, last = ontzorgen_holder(facts, on=day), ontzorgen_last_day(facts, on=day)
    if holder.is_known and holder.value and last.is_known and last.value >= day:
        explanation = written[0] if written else None
        start = facts.bijstand_vanaf
        return Ontzorgen(starts_on=start, last_day_on=last.value, toelichting=explanation), ()
    return None, written


def _agreement(one: Any, texts: _Texts) -> Afspraak:
    return Afspraak(
        eigenaar=one.eigenaar,
        wat=texts.text(f"afspraak:{one.pk}:wat", one.wat) or VrijeTekst(nl=""),
        partner=one.partner.naam if one.partner else "",
        starts_on=one.start_on,
        uiterlijk_on=one.due_on,
        uren_per_week=_plain(one.uren_per_week),
        verwachting=texts.text(f"afspraak:{one.pk}:verwachting", one.verwachting),
    )


def _step(one: Any, texts: _Texts) -> Stap:
    """An agreement as a step: who does it decides the heading and under which question it stands."""
    what = texts.text(f"afspraak:{one.pk}:wat", one.wat) or VrijeTekst(nl=one.wat)
    expected = texts.text(f"afspraak:{one.pk}:verwachting", one.verwachting) or VrijeTekst(nl="")
    own = one.eigenaar == "inburgeraar"
    return Stap(
        titel=VrijeTekst(nl=one.partner.naam) if one.partner else _fixed(f"pip.afspraken_{one.eigenaar}"),
        u_doet=what if own else VrijeTekst(nl=""),
        gemeente_doet=expected if own else _joined(what, expected),
        starts_on=one.start_on,
        uiterlijk_on=one.due_on,
    )


def _joined(first: VrijeTekst, second: VrijeTekst) -> VrijeTekst:
    """Two texts below each other; translated only in a language in which both are checked."""
    if not second.nl:
        return first
    both = {
        taal: Vertaling(text=f"{made.text}\n{second.vertalingen[taal].text}", status="nagekeken")
        for taal, made in first.vertalingen.items()
        if taal in second.vertalingen
    }
    return VrijeTekst(nl=f"{first.nl}\n{second.nl}", vertalingen=both)


@cache
def _fixed(key: str) -> VrijeTekst:
    """A fixed text of the letters, in every language, where a letter takes a text of one's own."""
    translated = {
        taal: Vertaling(text=load(taal).text(key), status="vastgesteld") for taal in TALEN if taal != "nl"
    }
    return VrijeTekst(nl=load("nl").text(key), vertalingen=translated)


def _termijn(pip: PIP, day: date) -> Termijn:
    facts = termijn_facts(pip.dossier, day)
    first, last = termijn_first_day(facts, on=day), termijn_last_day(facts, on=day)
    return Termijn(
        starts_on=_known(first),
        last_day_on=_known(last),
        sentences=(_sentence(first), _sentence(last)),
        citations=(str(first.citation), str(last.citation)),
    )


def _bezwaar(pip: PIP, expected: date) -> Bezwaar:
    known_day = pip.uitgereikt_on or pip.bekendmaking_on or expected
    outcome = bezwaar_until(pip, bekendmaking=known_day)
    return Bezwaar(
        last_day_on=_known(outcome),
        sentences=(_sentence(outcome),),
        citations=tuple(str(citation) for citation in outcome.citations),
    )


def _articles(pip: PIP, route: begrippen.Leerroute, relief: Ontzorgen | None) -> tuple[Artikel, ...]:
    found = [
        artikel(WI.art("14", lid=1), "de brede intake"),
        artikel(WI.art("15", lid=1), "wat in het PIP staat"),
        ROUTE_ARTICLES[route],
        artikel(WI.art("11", lid=1), "de inburgeringstermijn"),
        artikel(BI.art("5.3"), "wanneer het PIP er is en de voortgangsgesprekken"),
    ]
    if pip.dossier.doelgroep == begrippen.Doelgroep.ASIELSTATUSHOUDER:
        found.append(artikel(WI.art("15", lid=2), "de intensiteit van de leerroute"))
    if pip.pw_van_toepassing or relief is not None:
        found.append(artikel(WI.art("15", lid=3), "besluiten op grond van de Participatiewet"))
    if relief is not None:
        found.append(artikel(PW.art("56a"), "ontzorgen"))
    if pip.vervangt_id and pip.vervangt.leerroute != pip.leerroute:
        found.append(artikel(WI.art("17", lid=2), "een andere leerroute"))
    if pip.dossier.eerste_pip_elders:
        found.append(artikel(WI.art("15", lid=4), "de leerroute na een verhuizing"))
    found.append(artikel(AWB.art("6:7"), "de termijn voor bezwaar"))
    return tuple(found)


def _known(outcome: Outcome[Any]) -> Any:
    if not outcome.is_known:
        raise NotPrintable(f"Deze brief kan nog niet worden gemaakt: {outcome.sentence()}.")
    return outcome.value


def _sentence(outcome: Outcome[Any]) -> str:
    text = outcome.sentence()
    return f"{text[:1].upper()}{text[1:]}."


def _plain(hours: Decimal | None) -> int | Decimal | None:
    """Return whole hours as a whole number, so that a letter says 12 and not 12,0."""
    return int(hours) if hours is not None and hours == int(hours) else hours

"""The attention signals that DUO does not send yet, derived from what Meedoen keeps: a task for each.

What a signal means, for whom it is and by when it must be done stands in the table of events
(`keten.gebeurtenissen`); when it holds, in the law (`law/keten/signalen`).
"""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils.timezone import localtime

from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.aanleiding import Aanleiding
from meedoen.domain.keten.actions import drop_taak, make_taak
from meedoen.domain.keten.gebeurtenissen import betekenis_of
from meedoen.domain.keten.models import Taak
from meedoen.domain.pip.facts import ESTABLISHED, own_pip_on, pip_facts, pip_in_force
from meedoen.domain.regio.models import Gemeente
from meedoen.domain.regio.tenancy import tenant_scope
from meedoen.domain.voortgang.models import Attentie, Inburgeringsaanbod
from meedoen.law.inburgering.begrippen import Leerroute, Niveau
from meedoen.law.keten.signalen import SignaalFacts
from meedoen.law.questions.keten import SIGNALEN

from .facts import with_parts

CHUNK = 500
LEARNT_HERE = "SS127"
"""Only of a PIP that was made in Meedoen it is known that there is no aanbod: DUO cannot be asked for one."""


def signaal_facts(
    dossier: Dossier, attentie: Attentie | None = None, aanbod: date | None = None
) -> SignaalFacts:
    """Return what the signals depend on; None is not known or has not happened.

    Args:
        dossier: with its PIPs and requests for information.
        attentie: the facts that no other page asks.
        aanbod: the day of the first aanbod that was not withdrawn, since the PIP that holds now.
    """
    clock, now = pip_facts(dossier), pip_in_force(dossier)
    more = attentie or Attentie()
    left_for = more.vertrokken_naar
    return SignaalFacts(
        doelgroep=clock.doelgroep,
        verblijfstitel=clock.verblijfstitel,
        kennisgeving=clock.kennisgeving,
        inschrijving=clock.inschrijving,
        inschrijving_nieuwe_gemeente=clock.inschrijving_nieuwe_gemeente,
        eerste_pip=clock.eerste_pip,
        informatie_derde_gevraagd=clock.informatie_derde_gevraagd,
        informatie_derde_ontvangen=clock.informatie_derde_ontvangen,
        geboortedatum=dossier.inburgeringsplichtige.geboortedatum,
        vrijstelling_geeindigd=more.vrijstelling_einde_on,
        leerroute=Leerroute(now.leerroute) if now and now.leerroute else None,
        pip_vastgesteld=own_pip_on(dossier),
        niveau=Niveau(now.niveau) if now and now.niveau else None,
        aanbod=aanbod,
        contract_ontvangen=more.contract_on,
        contract_niveau=Niveau(more.contract_niveau) if more.contract_niveau else None,
        contract_taalschakeltraject=more.contract_taalschakeltraject,
        verlenging_aangevraagd=more.verlenging_aangevraagd_on,
        verlenging_besloten=more.verlenging_besloten_on,
        vertrokken_naar_andere_gemeente=more.vertrokken_on if left_for == Attentie.Vertrek.GEMEENTE else None,
        vertrokken_uit_nederland=more.vertrokken_on if left_for == Attentie.Vertrek.BUITENLAND else None,
        bio_ontheffing_gevraagd=more.bio_gevraagd_on,
        bio_advies_gegeven=more.bio_advies_on,
        certificaattekst_beschikbaar=more.certificaattekst_on,
        certificaat_uitgereikt=more.certificaat_on,
        niet_vrijstellende_opleiding_geeindigd=more.opleiding_einde_on,
    )


def signals_of(dossier: Dossier, facts: SignaalFacts, on: date) -> dict[str, date]:
    """Return the signals that hold for a dossier on a day: code → since when.

    A plicht that ended gives none; dates that cannot be true give none either, the werkvoorraad says so.
    """
    ended = (dossier.plicht_einde_on, dossier.voldaan_on, dossier.afgesloten_on)
    if any(day is not None and day <= on for day in ended):
        return {}
    found = {}
    for code, rule in SIGNALEN.items():
        if code == LEARNT_HERE and not _made_here(dossier):
            continue
        try:
            since = rule(facts, on=on).value
        except (ArithmeticError, ValueError):
            continue
        if since is not None and since <= on:
            found[code] = since
    return found


def keep_signals(dossier_ids: Iterable[int], *, on: date) -> int:
    """Make a task for each signal that holds, drop those that do not any more; return how many were made.

    A task that was finished since the signal holds is not made again.
    """
    made, ids = 0, sorted(set(dossier_ids))
    for start in range(0, len(ids), CHUNK):
        made += _keep(ids[start : start + CHUNK], on)
    return made


def keep_all_signals(on: date) -> int:
    """Do so for every open dossier of every gemeente, one gemeente at a time; returns how many were made."""
    made = 0
    for gemeente_id in Gemeente.objects.order_by("pk").values_list("pk", flat=True):
        with transaction.atomic(), tenant_scope([gemeente_id]):
            made += keep_signals(
                Dossier.objects.filter(afgesloten_on__isnull=True).values_list("pk", flat=True), on=on
            )
    return made


def _keep(ids: list[int], on: date) -> int:
    made = 0
    attenties = {row.dossier_id: row for row in Attentie.objects.filter(dossier_id__in=ids)}
    offers = _offers(ids)
    tasks: dict[int, list[Taak]] = {}
    for taak in Taak.objects.filter(dossier_id__in=ids, soort__in=SIGNALEN).select_related("dossier"):
        tasks.setdefault(taak.dossier_id, []).append(taak)
    for dossier in with_parts(Dossier.objects.filter(pk__in=ids)):
        facts = signaal_facts(
            dossier, attenties.get(dossier.pk), _offer_since(dossier, offers.get(dossier.pk, []))
        )
        holding = signals_of(dossier, facts, on)
        known = tasks.get(dossier.pk, [])
        for taak in known:
            if taak.status == Taak.Status.OPEN and taak.afgeleid and taak.soort not in holding:
                drop_taak(taak, hoe="Dit geldt niet meer.")
        for code, since in holding.items():
            if not any(taak.soort == code and _answers(taak, since) for taak in known):
                made += _make(dossier, code, since, on)
    return made


def _answers(taak: Taak, since: date) -> bool:
    """Whether a task is about this signal: it is open, or was finished since the signal holds."""
    if taak.status == Taak.Status.OPEN:
        return True
    return taak.status == Taak.Status.GEDAAN and localtime(taak.done_at).date() >= since


def _make(dossier: Dossier, code: str, since: date, on: date) -> int:
    task = betekenis_of(code).taak
    if task is None:
        return 0
    found = Aanleiding(dossier, since, on)
    make_taak(
        dossier,
        code,
        titel=task.titel,
        uitleg=task.explained(found),
        waar=task.waar,
        due_on=task.uiterlijk.reckon(found),
        within_days=14,
        rol=task.rol,
        afgeleid=True,
    )
    return 1


def _made_here(dossier: Dossier) -> bool:
    return any(pip.status in ESTABLISHED and not pip.overgenomen for pip in dossier.pips.all())


def _offers(ids: list[int]) -> dict[int, list[date]]:
    found: dict[int, list[date]] = {}
    rows = Inburgeringsaanbod.objects.filter(dossier_id__in=ids, ingetrokken_on__isnull=True)
    for dossier_id, day in rows.order_by("aanbod_on").values_list("dossier_id", "aanbod_on"):
        found.setdefault(dossier_id, []).append(day)
    return found


def _offer_since(dossier: Dossier, offers: list[date]) -> date | None:
    """Return the first aanbod under the PIP that holds now; an aanbod from before it is not under it."""
    now = pip_in_force(dossier)
    since = now.dagtekening_on if now else own_pip_on(dossier)
    return next((day for day in offers if since is None or day >= since), None)

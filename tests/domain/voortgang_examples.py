"""What the tests of the voortgang share: a dossier with a PIP, schools, and what DUO told."""

from datetime import date

from meedoen.domain.keten.models import Aanlevering, Bericht, Bron, Instelling
from meedoen.domain.pip.models import PIP

TODAY = date(2026, 6, 1)
PIP_ON = date(2026, 1, 12)
TERM_START, TERM_END = date(2026, 1, 13), date(2029, 1, 13)
"""As the law reckons them from that PIP: the end is the day after the last."""


def own_pip(world, dossier, route="B1-route", on=PIP_ON, **fields):
    """A PIP in force that was entered at DUO before Meedoen sent anything."""
    pip = PIP.objects.create(
        gemeente=dossier.gemeente,
        dossier=dossier,
        versie=dossier.pips.count() + 1,
        status=PIP.Status.UITGEREIKT,
        leerroute=route,
        dagtekening_on=on,
        **fields,
    )
    if dossier.eerste_pip_on is None:
        dossier.eerste_pip_on = on
        dossier.save()
    return pip


def school(number="0000000123", naam="Taalhuis", bow=True, tst=False):
    """A school as DUO lists it."""
    return Instelling.objects.create(
        instellingsnummer=number,
        naam=naam,
        plaatsnaam="Leusden",
        bow_keurmerk=bow,
        tst_keurmerk=tst,
        gezien_on=TODAY,
    )


def duo_tells(dossier, on=TODAY, **interfaces):
    """Keep what DUO told: interface name → published JSON."""
    return Aanlevering.objects.create(
        gemeente_id=dossier.gemeente_id,
        dossier=dossier,
        bron=Bron.DUO,
        told_on=on,
        kenmerk="DUO",
        gegevens=interfaces,
    )


def berichten(dossier=None):
    """Return what was queued, oldest first, as (soort, body, pad)."""
    rows = Bericht.objects.filter(dossier=dossier).exclude(status=Bericht.Status.VERVALLEN)
    return [(row.soort, row.gegevens["body"], row.gegevens["pad"]) for row in rows.order_by("made_at", "id")]


def answer(status, onderwerp, texts=()):
    """Let the last message about something get this answer of DUO."""
    row = Bericht.objects.filter(onderwerp=onderwerp).order_by("-made_at", "-id").first()
    Bericht.objects.filter(pk=row.pk).update(status=status, foutteksten=list(texts))
    return row

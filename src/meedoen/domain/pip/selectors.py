"""Questions about PIPs: what is missing, which texts there are, what changed."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.telling import Condition
from meedoen.domain.regio.models import Beleidsregel
from meedoen.law.awb.bezwaar import BezwaarFacts, bezwaartermijn
from meedoen.law.inburgering.begrippen import Leerroute
from meedoen.law.inburgering.leerroutes import map_hours, pvt_hours
from meedoen.law.inburgering.pip_contents import pip_contents
from meedoen.law.kernel.dutch import in_dutch
from meedoen.law.kernel.outcome import Outcome, Status

from .duo import pip_conditions
from .facts import contents_facts, is_real_text, leerroute_facts
from .models import PIP, SECTIONS, Afspraak, Leerroutekeuze, Vertaling

# Rule → the field of the draft (or page) where it is mended.
FIELDS = {
    "has_leerroute": "leerroute",
    "has_ondersteuning": "ondersteuning",
    "has_intensiteit_pvt": "pvt_uren",
    "has_intensiteit_map": "map_uren",
    "has_vve": "vve",
    "has_intensiteit_leerroute": "intensiteit_uren",
    "has_pw_besluiten": "participatiewet",
    "has_voortgangsgesprekken": "voortgangsgesprekken",
    "duo_pip_after_start_plicht": "gegevens",
    "duo_pip_after_vestiging": "gegevens",
    "duo_pip_after_earlier_pip": "dagtekening",
    "duo_pip_niveau_fits": "niveau",
    "duo_pip_intensiteit_fits": "intensiteit_uren",
}

BLOCKING = frozenset({"duo_pip_niveau_fits"})
"""The condition of DUO that is the law's as well."""


@dataclass(frozen=True)
class Finding:
    """One thing that was checked before a PIP becomes a decision.

    Attributes:
        sentence: what is the case, in Dutch, without capital and full stop.
        field: where it is mended: a field of the draft, ``leerroute``, ``afspraken``,
            ``dagtekening`` or ``gegevens`` (of the dossier).
        blocks: whether it stands in the way of establishing.
        warns: whether somebody should look at it before establishing.
        outcome: what the rule answered; None for a check that is no rule of law.
        source: where the check comes from, in words.
    """

    sentence: str
    field: str
    blocks: bool
    outcome: Outcome[Any] | None = None
    source: str = ""
    warns: bool = False


def findings(pip: PIP, *, on: date, dagtekening: date | None = None) -> list[Finding]:
    """Return every check of a version, in the order of the law, then DUO's conditions.

    Args:
        pip: the version.
        on: today.
        dagtekening: the date it would get; without one, today.
    """
    day = dagtekening or pip.dagtekening_on or on
    contents = [_of_rule(outcome) for outcome in pip_contents(contents_facts(pip), on=on)]
    duo = [_of_duo(condition) for condition in pip_conditions(pip, day, on=on)]
    return [*contents, *_choice(pip), *_hours(pip, on), *_agreements(pip), *duo]


def free_texts(pip: PIP) -> "list[FreeText]":
    """Return the texts that a person wrote in a version, in the order of the page, empty ones not."""
    found = [FreeText(name, str(label), getattr(pip, name)) for name, label in TEXT_FIELDS]
    for number, afspraak in enumerate(pip.afspraken.all(), start=1):
        found.append(FreeText(f"afspraak:{afspraak.pk}:wat", f"Afspraak {number}", afspraak.wat))
        found.append(
            FreeText(
                f"afspraak:{afspraak.pk}:verwachting",
                f"Afspraak {number}: wat u mag verwachten",
                afspraak.verwachting,
            )
        )
    return [text for text in found if text.tekst.strip()]


@dataclass(frozen=True)
class FreeText:
    """One Dutch text of a PIP: the name of its field, its label, the text."""

    veld: str
    label: str
    tekst: str


TEXT_FIELDS = (
    ("motivatie", "Motivatie van de leerroute"),
    ("ondersteuning", "Ondersteuning en begeleiding"),
    ("vve", "Afspraken over VVE"),
    ("participatiewet", "Participatiewet"),
    ("ontzorgen", "Ontzorgen"),
    ("kinderopvang", "Kinderopvang"),
)


def text_hash(text: str) -> str:
    """Return the fingerprint by which a translation knows its Dutch text."""
    return sha256(" ".join(text.split()).encode()).hexdigest()


def is_stale(vertaling: Vertaling, texts: list[FreeText]) -> bool:
    """Return whether the Dutch text changed (or went) after it was translated."""
    source = next((text for text in texts if text.veld == vertaling.veld), None)
    return source is None or text_hash(source.tekst) != vertaling.bron_sha256


def policy_voortgangsgesprekken(dossier: Dossier, *, on: date) -> Beleidsregel | None:
    """Return the number of voortgangsgesprekken that the gemeente usually agrees; the law has no number."""
    return (
        Beleidsregel.objects.filter(
            gemeente_id=dossier.gemeente_id,
            onderwerp=Beleidsregel.Onderwerp.VOORTGANGSGESPREKKEN,
            since__lte=on,
        )
        .order_by("-since")
        .first()
    )


def bezwaar_until(pip: PIP, *, bekendmaking: date | None = None) -> Outcome[date]:
    """Return the last day of bezwaar: from the day it was made known, else from the day foreseen."""
    day = bekendmaking or pip.uitgereikt_on or pip.bekendmaking_on
    return bezwaartermijn(BezwaarFacts(bekendmaking=day), on=day or pip.dagtekening_on or date(2022, 1, 1))


def motivation_trace(pip: PIP) -> list[Any]:
    """Return the history rows in which the motivation got another text, the oldest first."""
    found: list[Any] = []
    for row in pip.history.select_related("history_user").order_by("history_date", "history_id"):
        if not found or found[-1].motivatie != row.motivatie:
            found.append(row)
    return found


@dataclass(frozen=True)
class Difference:
    """One part in which two versions differ or not, as text."""

    label: str
    old: str
    new: str


def compare_versions(old: PIP, new: PIP) -> list[Difference]:
    """Return every part of two versions beside each other, the afspraken included."""
    rows = []
    for name in SECTIONS:
        label = str(PIP._meta.get_field(name).verbose_name)
        rows.append(Difference(label[:1].upper() + label[1:], shown(old, name), shown(new, name)))
    rows.append(Difference("Afspraken", _afspraken_text(old), _afspraken_text(new)))
    return rows


def shown(pip: PIP, name: str) -> str:
    """Return the value of a section as a reader sees it."""
    value = getattr(pip, name)
    if isinstance(value, bool):
        return "ja" if value else "nee"
    display = getattr(pip, f"get_{name}_display", None)
    if display is not None:
        return str(display() or "")
    return "" if value is None else str(value)


def _afspraken_text(pip: PIP) -> str:
    return "\n".join(
        f"{number}. {_afspraak_text(a)}" for number, a in enumerate(pip.afspraken.all(), start=1)
    )


def _afspraak_text(afspraak: Afspraak) -> str:
    who = str(afspraak.partner) if afspraak.partner_id else afspraak.get_eigenaar_display()
    marks = [
        f"{afspraak.uren_per_week.normalize():f} uur per week".replace(".", ",")
        if afspraak.uren_per_week
        else "",
        f"vanaf {in_dutch(afspraak.start_on)}" if afspraak.start_on else "",
        f"uiterlijk {in_dutch(afspraak.due_on)}" if afspraak.due_on else "",
        f"te verwachten: {afspraak.verwachting}" if afspraak.verwachting else "",
    ]
    said = "; ".join(mark for mark in marks if mark)
    return f"{who}: {afspraak.wat}" + (f" ({said})" if said else "")


def _of_rule(outcome: Outcome[Any]) -> Finding:
    name = (outcome.rule or "").rpartition(".")[2]
    met = outcome.is_known and bool(outcome.value)
    field = FIELDS.get(name, "leerroute")
    if name == "has_vve" and outcome.status is Status.UNKNOWN:
        field = "vve_van_toepassing"
    if name == "has_pw_besluiten" and outcome.status is Status.UNKNOWN:
        field = "pw_van_toepassing"
    return Finding(outcome.sentence(), field, not met, outcome)


def _of_duo(condition: Condition) -> Finding:
    """Where DUO would refuse, the decision can be made and the message waits; so it warns.

    Only the level blocks: what DUO refuses there, the Act does not allow either (Wi art. 7, 8, 9, 17).
    """
    outcome = condition.outcome
    name = (outcome.rule or "").rpartition(".")[2]
    if name in BLOCKING:
        return _of_rule(outcome)
    warns = condition.refuses or condition.is_unknown
    sentence = condition.sentence()
    if condition.refuses:
        sentence += ". U kunt het PIP wel vaststellen; het gaat dan nog niet naar DUO"
    source = "" if outcome.rule else "voorwaarde van DUO"
    return Finding(sentence, FIELDS.get(name, "gegevens"), False, outcome, source, warns)


def _choice(pip: PIP) -> list[Finding]:
    """The leerroute must come from a choice that was weighed, and have its motivation (Awb 3:46)."""
    if not pip.leerroute:
        return []
    source = "Wi 2021, artikel 14 en 15; ECLI:NL:RVS:2024:5413"
    keuze = Leerroutekeuze.objects.filter(dossier_id=pip.dossier_id).first()
    found = []
    if keuze is None or keuze.gekozen_on is None or keuze.leerroute != pip.leerroute:
        sentence = "de leerroute is nog niet gekozen na een afweging van de routes"
        found.append(Finding(sentence, "leerroute", True, source=source))
    if not is_real_text(pip.motivatie):
        sentence = "de motivatie van de leerroute ontbreekt of is te kort"
        found.append(Finding(sentence, "motivatie", True, source="Awb, artikel 3:46"))
    return found


def _hours(pip: PIP, on: date) -> list[Finding]:
    """PVT and MAP have a least number of hours; the onderwijsroute has no MAP."""
    if not pip.leerroute:
        return []
    facts = leerroute_facts(pip.dossier, Leerroutekeuze(dossier=pip.dossier, leerroute=pip.leerroute))
    found = []
    for name, field, outcome in (
        ("het PVT", "pvt_uren", pvt_hours(facts, on=on)),
        ("de MAP", "map_uren", map_hours(facts, on=on)),
    ):
        hours = getattr(pip, field)
        if hours is not None and outcome.is_known and hours < outcome.value.count:
            sentence = f"{name} heeft {hours} uur; het minimum is {outcome.value}"
            found.append(Finding(sentence, field, True, outcome))
    if pip.leerroute == Leerroute.ONDERWIJSROUTE and pip.map_uren:
        outcome = map_hours(facts, on=on)
        found.append(
            Finding("in de onderwijsroute is er geen MAP; haal de uren weg", "map_uren", True, outcome)
        )
    return found


def _agreements(pip: PIP) -> list[Finding]:
    """A plan of two sides: the law asks no number, so this warns and does not block."""
    owners = {afspraak.eigenaar for afspraak in pip.afspraken.all()}
    found = []
    source = "advies, geen voorschrift van de wet"
    if Afspraak.Eigenaar.INBURGERAAR not in owners:
        sentence = "er staat nog geen afspraak in van wat de inburgeraar doet"
        found.append(Finding(sentence, "afspraken", False, source=source, warns=True))
    if not owners - {Afspraak.Eigenaar.INBURGERAAR}:
        sentence = "er staat nog geen afspraak in van wat de gemeente of een partner doet"
        found.append(Finding(sentence, "afspraken", False, source=source, warns=True))
    return found


def weighed_choice(pip: PIP) -> Leerroutekeuze | None:
    """Return the considerations as they were when this version became a decision.

    A draft has the choice as it stands now. A decision keeps what was weighed then,
    also when the leerroute is weighed again later.
    """
    keuze = Leerroutekeuze.objects.filter(dossier_id=pip.dossier_id).first()
    if keuze is None or pip.is_draft:
        return keuze
    decided = pip.history.filter(status=PIP.Status.VASTGESTELD).order_by("history_id").first()
    if decided is None:
        return keuze
    then = (
        keuze.history.filter(history_date__lte=decided.history_date, gekozen_on__isnull=False)
        .order_by("-history_date", "-history_id")
        .first()
    )
    return then.instance if then is not None else keuze

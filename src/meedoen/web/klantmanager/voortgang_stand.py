"""Where something stands at DUO, in words for the page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localdate

from meedoen.domain.dossier.models import Dossier
from meedoen.domain.keten.models import Bericht, Taak
from meedoen.domain.keten.outgoing import waits_for
from meedoen.domain.keten.refusals import explain_all
from meedoen.domain.keten.telling import WACHT
from meedoen.domain.pip.duo import subject
from meedoen.domain.pip.facts import pip_in_force
from meedoen.domain.voortgang.selectors import berichten_by_subject
from meedoen.domain.voortgang.vergelijken import beside_many

Status = Bericht.Status
TONES = {
    Status.KLAAR: "neutral",
    Status.BEZIG: "neutral",
    Status.AANGENOMEN: "safe",
    Status.GEWEIGERD: "danger",
    Status.VASTGELOPEN: "danger",
    Status.VERVALLEN: "warning",
}
WORDS = {
    Status.KLAAR: "staat klaar voor DUO",
    Status.BEZIG: "onderweg naar DUO",
    Status.AANGENOMEN: "door DUO aangenomen",
    Status.GEWEIGERD: "door DUO geweigerd",
    Status.VASTGELOPEN: "niet bij DUO aangekomen",
    Status.VERVALLEN: "niet verstuurd",
}
SENDABLE = frozenset({Status.GEWEIGERD, Status.VASTGELOPEN, Status.VERVALLEN})


@dataclass(frozen=True)
class Stand:
    """The last message about something: status word and moment, why, and whether it can be sent again."""

    word: str
    tone: str
    at: datetime | None = None
    what: str = ""
    why: tuple[str, ...] = ()
    sendable: bool = False


@dataclass(frozen=True)
class Standing:
    """Where everything of a dossier stands; read once for a page."""

    berichten: Mapping[str, Bericht]
    waiting: Mapping[str, Taak]
    same: frozenset[str] = frozenset()
    """What DUO told that it has just as we have it, though no message of ours says so."""

    def of(self, onderwerp: str) -> Stand:
        """Return where one thing stands."""
        if (taak := self.waiting.get(onderwerp)) is not None:
            return Stand(
                "wacht, nog niet naar DUO", "warning", taak.made_at, why=(taak.uitleg,), sendable=True
            )
        bericht = self.berichten.get(onderwerp)
        if bericht is None and onderwerp in self.same:
            return Stand("staat al zo bij DUO", "safe")
        if bericht is None:
            return Stand("nog niet naar DUO gestuurd", "neutral", sendable=True)
        return stand_of(bericht)


def standing(dossier: Dossier) -> Standing:
    """Read where everything of a dossier stands."""
    waiting = Taak.objects.filter(dossier=dossier, soort=WACHT, status=Taak.Status.OPEN)
    by_subject = {taak.onderwerp: taak for taak in waiting}
    return Standing(berichten_by_subject(dossier), by_subject, _same_at_duo(dossier))


def _same_at_duo(dossier: Dossier) -> frozenset[str]:
    """Return the subjects on which DUO told the same as we have."""
    # Not `beside`: that looks in the history since when each field is so, which nobody asks here.
    found = beside_many(Dossier.objects.filter(pk=dossier.pk), localdate())
    same = {regel.veld.code for _, regels in found for regel in regels if regel.theirs and not regel.differs}
    pip = pip_in_force(dossier)
    if pip is not None and {"pip_dagtekening", "leerroute"} <= same:
        same.add(subject(pip))
    return frozenset(same)


def stand_of(bericht: Bericht) -> Stand:
    """Return where a message stands, a refusal in plain words."""
    status = Status(bericht.status)
    word = "met de hand aan DUO doorgegeven" if _by_hand(bericht) else WORDS[status]
    at = bericht.afgehandeld_at or bericht.made_at
    return Stand(word, TONES[status], at, bericht.omschrijving, tuple(_why(bericht)), status in SENDABLE)


def _by_hand(bericht: Bericht) -> bool:
    return bericht.status == Status.AANGENOMEN and bericht.met_de_hand_by_id is not None


def _why(bericht: Bericht) -> Iterable[str]:
    if bericht.status == Status.GEWEIGERD:
        return [f"{one.meaning} {one.mend}" for one in explain_all(bericht.soort, bericht.foutteksten)]
    waits = waits_for(bericht)
    return [waits] if waits else []

"""From a request after a move to what is given: the PDF kept as a document, the signed file beside it."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import uuid4

from meedoen.documents.bridge.hoofd import artikel, briefhoofd, huisstijl_of
from meedoen.documents.bridge.overdracht_delen import parts
from meedoen.documents.overdracht.letter import TITLE, Overdracht, render_overdracht
from meedoen.documents.parts import Briefhoofd, Geadresseerde
from meedoen.domain.dossier.actions import keep_document
from meedoen.domain.overdracht.actions import keep_pack, refuse_to_give
from meedoen.domain.overdracht.formaat import Boete, Pakket
from meedoen.domain.overdracht.models import Overdrachtspakket, Overdrachtsverzoek
from meedoen.domain.overdracht.pakket import build
from meedoen.law.kernel.dutch import in_dutch
from meedoen.law.sources import WI

SOORT = "overdracht"
ARTICLES = (
    artikel(WI.art("35", lid=4), "wat het oude college op verzoek geeft"),
    artikel(WI.art("15", lid=4), "de leerroute blijft, de leerbaarheidstoets hoeft niet opnieuw"),
)


def print_overdracht(verzoek: Overdrachtsverzoek, pakket: Pakket, *, by: Any, on: date) -> bytes:
    """Print a pack as a letter to the new gemeente. Raises PressError when the PDF fails."""
    letter = Overdracht(
        hoofd=_head(verzoek, by=by, on=on),
        intro=_intro(pakket),
        delen=parts(pakket),
        artikelen=ARTICLES,
    )
    return render_overdracht(letter, huisstijl=huisstijl_of(verzoek.dossier.gemeente))


def give_pack(
    verzoek: Overdrachtsverzoek,
    *,
    boetes: Sequence[Boete],
    with_summary: bool,
    with_file: bool,
    hoe_veilig: str,
    by: Any,
    on: date,
) -> Overdrachtspakket:
    """Make the PDF and the file, and keep both as they are given.

    Args:
        boetes: fines that this college imposed.
        with_summary: whether the summary of the brede intake goes along.
        with_file: whether there is a signed file beside the PDF.
        hoe_veilig: how a file travels that cannot be encrypted.
        on: today.

    Raises:
        NotPossible: when the law or a missing key stands in the way; a Dutch sentence.
        PressError: when the PDF fails.
    """
    refuse_to_give(verzoek, on=on)
    pakket = build(verzoek, nummer=uuid4(), boetes=boetes, with_summary=with_summary, on=on)
    document = keep_document(
        verzoek.dossier,
        soort=SOORT,
        titel=f"{TITLE}: gemeente {verzoek.andere_naam}",
        taal="nl",
        bestandsnaam=f"overdracht-{on.isoformat()}-{pakket.nummer[:8]}.pdf",
        inhoud=print_overdracht(verzoek, pakket, by=by, on=on),
        by=by,
    )
    return keep_pack(verzoek, pakket, document, with_file=with_file, hoe_veilig=hoe_veilig, by=by, on=on)


def _head(verzoek: Overdrachtsverzoek, *, by: Any, on: date) -> Briefhoofd:
    dossier = verzoek.dossier
    head = briefhoofd(
        dossier, dated_on=on, kenmerk=f"OVERDRACHT-{dossier.pk}", naam=by.naam, functie=by.functie
    )
    who = Geadresseerde(
        naam=f"Gemeente {verzoek.andere_naam}",
        adresregels=("Team Inburgering",),
        aanhef="collega",
        geboren_on=head.geadresseerde.geboren_on,
        v_nummer=head.geadresseerde.v_nummer,
    )
    return Briefhoofd(
        dated_on=head.dated_on,
        kenmerk=head.kenmerk,
        geadresseerde=who,
        contactpersoon=head.contactpersoon,
        ondertekenaar=head.ondertekenaar,
    )


def _intro(pakket: Pakket) -> tuple[str, ...]:
    asked = pakket.verzoek
    reden = asked.reden.rstrip(" .")  # typed by a person, with or without a full stop
    return (
        f"{pakket.persoon.voornaam} {pakket.persoon.achternaam} is op "
        f"{in_dutch(pakket.traject.verhuisd_op)} naar uw gemeente verhuisd.".strip(),
        f"Op {in_dutch(asked.gevraagd_op)} vroeg {asked.gevraagd_door} ons om deze gegevens: {reden}.",
        "Hieronder leest u het PIP, de voortgang en wat wij deden om mee te laten werken.",
    )

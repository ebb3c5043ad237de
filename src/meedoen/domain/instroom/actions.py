"""Bringing in a file: keep it, check it, choose, take it over in pieces, throw it away, forget it."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from meedoen.domain.dossier.events import Event, publish
from meedoen.domain.regio.models import Gemeente
from meedoen.domain.regio.tenancy import tenant_scope

from .checks import Checked, Fout, Place, check_rows
from .coa_writing import COAWriter
from .columns import FIELDS_OF, NEEDED, default_mapping
from .judging import Judged, judge
from .matching import Found
from .models import Import, Importregel, Kolomindeling
from .packing import pack, unpack_checked, unpack_row
from .reading import Sheet, read
from .writing import Writer

CHUNK = 200
"""Rows in one transaction: small, so that pages keep working while a file goes in."""
KEEP_DAYS = 7
Status, Oordeel = Import.Status, Importregel.Oordeel


class NotPossible(ValueError):
    """Raised when a person asks something that cannot be; the text is a Dutch sentence."""


class Keuze:
    """What a person answers about somebody who may be known already."""

    ZELFDE, NIEUW, OVERSLAAN, VERHUISD = "zelfde", "nieuw", "overslaan", "verhuisd"
    ALL = (ZELFDE, NIEUW, OVERSLAAN, VERHUISD)


WRITERS: dict[str, type[Writer]] = {Import.Soort.GEMEENTE: Writer, Import.Soort.COA: COAWriter}


def start(
    data: bytes,
    name: str,
    *,
    gemeente: Gemeente,
    told_on: date,
    by: Any,
    soort: str = Import.Soort.GEMEENTE,
) -> Import:
    """Read a file and keep its rows, sealed.

    Args:
        data: the bytes of the file.
        name: as the user knows it.
        gemeente: of who uploads; rows name the gemeente they belong to.
        told_on: the day for which the file tells.
        by: the medewerker, or None for the command line.
        soort: who made the file.

    Raises:
        Unreadable: with a Dutch sentence, when the file is refused.
    """
    digest = sha256(data).hexdigest()
    return keep(read(data), name, digest, gemeente=gemeente, told_on=told_on, by=by, soort=soort)


def keep(
    sheet: Sheet,
    name: str,
    digest: str,
    *,
    gemeente: Gemeente,
    told_on: date,
    by: Any,
    soort: str = Import.Soort.GEMEENTE,
) -> Import:
    """Keep the rows of a file that was read, with the columns as far as we recognise them."""
    bestand = Import.objects.create(
        gemeente=gemeente,
        soort_bestand=soort,
        bestandsnaam=name[-200:],
        sha256=digest,
        headings=list(sheet.headings),
        kolommen=known_mapping(sheet.headings, gemeente, soort),
        aantal=len(sheet.rows),
        melding=" ".join(sheet.remarks)[:500],
        told_on=told_on,
        by=by,
    )
    for rows in _pieces(sheet.rows, 500):
        Importregel.objects.bulk_create([_regel(bestand, row) for row in rows])
    return bestand


def _regel(bestand: Import, row: Any, checked: Checked | None = None) -> Importregel:
    regel = Importregel(gemeente_id=bestand.gemeente_id, bestand=bestand, rij=row.number)
    regel.cellen = pack(row, checked)
    return regel


def known_mapping(
    headings: Iterable[str], gemeente: Gemeente, soort: str = Import.Soort.GEMEENTE
) -> dict[str, str]:
    """Return heading → field: what this gemeente chose last for a heading, else what we recognise."""
    headings = list(headings)
    mapping = default_mapping(headings, soort)
    codes = {field.code for field in FIELDS_OF[soort]}
    for kept in Kolomindeling.objects.filter(gemeente=gemeente).order_by("at"):
        if set(headings) == set(kept.kolommen) and codes.issuperset(filter(None, kept.kolommen.values())):
            mapping = {heading: code for heading, code in kept.kolommen.items() if code}
    return mapping


def set_columns(bestand: Import, chosen: dict[str, str], *, by: Any) -> None:
    """Say which column holds what, and remember it for the next file with these headings.

    Args:
        bestand: the import.
        chosen: heading → code of our field; an empty code leaves the column out.
        by: who chose.

    Raises:
        NotPossible: when two columns hold the same, or the name has no column.
    """
    mapping = {heading: code for heading, code in chosen.items() if code}
    if len(set(mapping.values())) < len(mapping):
        raise NotPossible("Twee kolommen hebben hetzelfde gegeven. Kies voor een van beide «niet inlezen».")
    if missing := [code for code in NEEDED if code not in mapping.values()]:
        raise NotPossible(
            "Kies de kolom met de achternaam: zonder naam gaat geen rij mee."
            if "achternaam" in missing
            else "Er ontbreekt een kolom."
        )
    if bestand.status not in {Status.INDELEN, Status.VOORBEELD}:
        raise NotPossible("Dit bestand wordt al overgenomen; de kolommen liggen vast.")
    bestand.kolommen = mapping
    bestand.status = Status.CONTROLEREN
    bestand.verwerkt = 0
    bestand.save()
    if mapping != default_mapping(bestand.headings, bestand.soort):
        Kolomindeling.objects.update_or_create(
            gemeente_id=bestand.gemeente_id,
            naam=sha256("\n".join(sorted(bestand.headings)).encode()).hexdigest()[:16],
            defaults={
                "kolommen": {heading: mapping.get(heading, "") for heading in bestand.headings},
                "by": by,
                "at": timezone.now(),
            },
        )


@contextmanager
def _work(gemeente_ids: Sequence[int]) -> Iterator[None]:
    """One transaction for these gemeenten; within a request it is part of the request's own."""
    with transaction.atomic(), tenant_scope(gemeente_ids):
        yield


def check(bestand_id: int, *, gemeente_ids: Sequence[int], on: date) -> None:
    """Check and judge all rows of a file, in pieces; safe to run again.

    Args:
        bestand_id: the import.
        gemeente_ids: for which the user works; rows of other gemeenten are refused.
        on: today; dates after it are in the future.
    """
    with _work(gemeente_ids):
        bestand = Import.objects.select_for_update().get(pk=bestand_id)
        if bestand.status not in {Status.CONTROLEREN, Status.VOORBEELD}:
            return
        bestand.status, bestand.verwerkt = Status.CONTROLEREN, 0
        bestand.save()
        regels = list(bestand.regels.order_by("rij"))
        rows = [unpack_row(regel) for regel in regels]
        gemeenten = {g.cbs_code: g for g in Gemeente.objects.filter(pk__in=gemeente_ids)}
        default = (
            bestand.gemeente.cbs_code
            if len(gemeenten) == 1 or not {"gekoppelde_gemeente", "plaats"} & set(bestand.kolommen.values())
            else ""
        )
        place = Place({code: g.naam for code, g in gemeenten.items()}, default)
        checked = check_rows(rows, tuple(bestand.headings), bestand.kolommen, place, on=on)
    ids = {code: gemeente.pk for code, gemeente in gemeenten.items()}
    chosen = {regel.rij: regel.keuze for regel in regels}
    for piece in _pieces(list(zip(rows, checked, strict=True)), 500):
        with _work(gemeente_ids):
            judged = judge(
                [row for _, row in piece],
                ids,
                bestand.kolommen,
                told_on=bestand.told_on,
                soort=bestand.soort,
            )
            bestand.regels.filter(rij__in=[row.number for row, _ in piece]).delete()
            Importregel.objects.bulk_create(
                [
                    _judged_regel(bestand, row, found, chosen.get(row.number, ""))
                    for (row, _), found in zip(piece, judged, strict=True)
                ]
            )
            Import.objects.filter(pk=bestand_id).update(verwerkt=bestand.verwerkt + len(piece))
            bestand.verwerkt += len(piece)
    with _work(gemeente_ids):
        Import.objects.filter(pk=bestand_id).update(status=Status.VOORBEELD)


def _judged_regel(bestand: Import, row: Any, judged: Judged, keuze: str) -> Importregel:
    regel = _regel(bestand, row, judged.row)
    regel.oordeel = judged.oordeel
    regel.fouten = [fout.as_dict() for fout in judged.row.fouten]
    regel.wijzigingen = [change.code for change in judged.changes]
    regel.dossier_nummer = judged.match.dossier_id
    regel.keuze = keuze if judged.oordeel == Oordeel.DUBBEL else ""
    return regel


def choose(bestand: Import, rij: int, keuze: str, *, by: Any) -> None:
    """Answer whether a row is the person whom we already know.

    Raises:
        NotPossible: when there is nothing to choose for this row.
    """
    regel = bestand.regels.select_for_update().filter(rij=rij).first()
    if regel is None or regel.oordeel != Oordeel.DUBBEL or regel.overgenomen_at:
        raise NotPossible("Voor deze rij is er niets (meer) te kiezen.")
    if keuze not in Keuze.ALL:
        raise NotPossible("Kies wat er met deze rij moet gebeuren.")
    regel.keuze = keuze
    regel.save(update_fields=["keuze"])


def begin(bestand: Import) -> None:
    """Set a checked import to be taken over; `take_over` does the work.

    Raises:
        NotPossible: when it was not checked, or was thrown away.
    """
    if bestand.status not in {Status.VOORBEELD, Status.OVERNEMEN}:
        raise NotPossible("Dit bestand kan nu niet worden overgenomen. Open het opnieuw.")
    bestand.status, bestand.verwerkt = Status.OVERNEMEN, 0
    bestand.save(update_fields=["status", "verwerkt"])


def take_over(bestand_id: int, *, gemeente_ids: Sequence[int]) -> int:
    """Write the rows that may go in, in pieces of `CHUNK`; safe to stop at any moment and to run again.

    Returns:
        how many rows were written in this run.
    """
    written = 0
    while (done := take_over_piece(bestand_id, gemeente_ids=gemeente_ids)) is not None:
        written += done
    return written


def take_over_piece(bestand_id: int, *, gemeente_ids: Sequence[int]) -> int | None:
    """Write the next rows in one transaction.

    Each row is judged again first: between the preview and now somebody else may
    have brought in the same person.

    Returns:
        how many rows were written; None when nothing was left to do.
    """
    with _work(gemeente_ids):
        bestand = Import.objects.select_for_update().get(pk=bestand_id)
        if bestand.status != Status.OVERNEMEN:
            return None
        # Two files with the same persons never go in side by side.
        list(Gemeente.objects.select_for_update(no_key=True).filter(pk__in=gemeente_ids).order_by("pk"))
        regels = list(_waiting(bestand)[:CHUNK])
        if not regels:
            bestand.status = Status.KLAAR
            bestand.save(update_fields=["status"])
            return None
        written = _take_over_regels(bestand, regels, gemeente_ids)
        bestand.verwerkt = bestand.regels.filter(overgenomen_at__isnull=False).count()
        bestand.save(update_fields=["verwerkt"])
        return written


def _waiting(bestand: Import) -> Any:
    """Return the rows that still must be written or set aside, in the order of the file."""
    return (
        bestand.regels.filter(overgenomen_at__isnull=True).exclude(oordeel=Oordeel.GEWEIGERD).order_by("rij")
    )


def _take_over_regels(bestand: Import, regels: list[Importregel], gemeente_ids: Sequence[int]) -> int:
    ids = dict(Gemeente.objects.filter(pk__in=gemeente_ids).values_list("cbs_code", "pk"))
    by_row = {regel.rij: regel for regel in regels}
    before = {regel.pk: (regel.oordeel, regel.fouten) for regel in regels}
    rows = [unpack_checked(regel) for regel in regels]
    for row in rows:
        if row.gemeente not in ids:
            row.fouten.append(
                Fout(bestand.headings[0], "U werkt niet (meer) voor de gemeente van deze persoon.", True)
            )
    judged = judge(rows, ids, bestand.kolommen, told_on=bestand.told_on, soort=bestand.soort)
    writer = WRITERS[bestand.soort](source=bestand.bestandsnaam, told_on=bestand.told_on, by=bestand.by)
    new, changed, same, moved = [], [], [], []
    for found in judged:
        regel = by_row[found.row.number]
        verdict = _after_choice(found, regel)
        regel.oordeel = found.oordeel
        regel.fouten = [fout.as_dict() for fout in found.row.fouten]
        {"new": new, "changed": changed, "same": same, "moved": moved}.get(verdict, []).append(found)
    made = writer.create([(found, ids[found.row.gemeente]) for found in (*new, *moved)])
    for found, dossier in zip((*new, *moved), made, strict=True):
        by_row[found.row.number].dossier_nummer = dossier.pk
    for found, dossier in zip(moved, made[len(new) :], strict=True):
        _tell_move(found, dossier, bestand)
    writer.update(changed)
    writer.keep_told(same)
    _close(regels, before)
    return len(new) + len(changed) + len(moved)


def _after_choice(found: Judged, regel: Importregel) -> str:
    """Return what to do with a row: new, changed, same, moved or nothing."""
    if found.oordeel == Oordeel.NIEUW:
        return "new"
    if found.oordeel == Oordeel.GEWIJZIGD:
        return "changed"
    if found.oordeel == Oordeel.ONGEWIJZIGD:
        return "same"
    if found.oordeel == Oordeel.DUBBEL:
        elsewhere = found.match.found == Found.ELSEWHERE
        if regel.keuze == Keuze.ZELFDE and not elsewhere:
            return "changed" if found.changes else "same"
        if regel.keuze == Keuze.VERHUISD and elsewhere:
            return "moved"
        if regel.keuze == Keuze.NIEUW:
            return "new"
    return "nothing"


def _tell_move(found: Judged, dossier: Any, bestand: Import) -> None:
    """Take the first PIP of the other gemeente along, and say in both dossiers that the person moved."""
    if found.stored is None:
        return
    old = found.stored.dossier
    sentence = f"Volgens «{bestand.bestandsnaam}» hoort deze persoon nu bij {dossier.gemeente.naam}."
    publish(Event("PersoonVerhuisd", old, bestand.by, sentence))
    if old.eerste_pip_on and not dossier.eerste_pip_on:
        dossier.eerste_pip_on, dossier.eerste_pip_elders = old.eerste_pip_on, True
        dossier.version += 1
        dossier._change_reason = "Eerste PIP van de vorige gemeente"
        dossier.save()
    publish(Event("PersoonVerhuisd", dossier, bestand.by, f"Komt van {old.gemeente.naam}."))


def _close(regels: list[Importregel], before: dict[int, tuple[Any, Any]]) -> None:
    """Mark rows as done; the cells of a row without remarks are deleted at once.

    Args:
        regels: the rows, with their final verdict.
        before: row id → verdict and faults as they were; most rows keep them.
    """
    now = timezone.now()
    ids = [regel.pk for regel in regels]
    Importregel.objects.filter(pk__in=ids).update(overgenomen_at=now)
    clean = [regel.pk for regel in regels if not regel.fouten]
    Importregel.objects.filter(pk__in=clean).update(cellen_sealed=None)
    for regel in regels:
        if before[regel.pk] != (regel.oordeel, regel.fouten):
            regel.save(update_fields=["oordeel", "fouten"])
    with connection.cursor() as cursor:
        cursor.executemany(
            f"update {Importregel._meta.db_table} set dossier_nummer = %s where id = %s",  # noqa: S608
            [(regel.dossier_nummer, regel.pk) for regel in regels],
        )


def discard(bestand: Import) -> None:
    """Throw an import away before it is taken over; nothing of its rows is kept.

    Raises:
        NotPossible: when rows were already written.
    """
    if bestand.regels.filter(overgenomen_at__isnull=False).exists():
        raise NotPossible("Een deel van dit bestand is al overgenomen. Ga verder met overnemen.")
    bestand.regels.all().delete()
    bestand.status = Status.AFGEBROKEN
    bestand.save(update_fields=["status"])


def forget_old_imports(*, on: date) -> int:
    """Delete the cells, and what was said about them, of files older than a week; for the daily job.

    Returns:
        how many rows were emptied.
    """
    every = list(Gemeente.objects.values_list("pk", flat=True))
    before = timezone.make_aware(
        timezone.datetime.combine(on - timedelta(days=KEEP_DAYS), timezone.datetime.min.time())
    )
    with _work(every):
        old = Import.objects.filter(at__lt=before)
        emptied = (
            Importregel.objects.filter(bestand__in=old)
            .exclude(cellen_sealed=None, fouten=[])
            .update(cellen_sealed=None, fouten=[], wijzigingen=[])
        )
        old.exclude(status__in=[Status.KLAAR, Status.AFGEBROKEN]).update(status=Status.AFGEBROKEN)
    return emptied


def _pieces(rows: Sequence[Any], size: int) -> Iterator[Sequence[Any]]:
    for start_at in range(0, len(rows), size):
        yield rows[start_at : start_at + size]

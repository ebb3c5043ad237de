"""Writing rows that were judged: persons, households, dossiers and their parts, a few hundred at a time."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db import models

from meedoen.domain.brede_intake.models import Gezondheid, Intakegegeven, Leerbaarheidstoets
from meedoen.domain.dossier.events import Event, publish_many
from meedoen.domain.dossier.models import Dossier, Huishouden, Inburgeringsplichtige
from meedoen.domain.keten.actions import keep_deliveries
from meedoen.domain.keten.models import Bron
from meedoen.domain.pip.models import PIP
from meedoen.domain.regio.logboek import record
from meedoen.law.inburgering.begrippen import Verblijfsdoel

from .columns import BY_CODE
from .history import create_with_history, update_with_history
from .judging import Judged
from .matching import ANSWERS, FACTS, PERSON, SECRET, Change, Stored, as_told


class Writer:
    """Writes rows of one file of the gemeente. Call it within a transaction and the tenant scope.

    Args:
        source: name of the file, for logbook and history.
        told_on: the day for which the file tells.
        by: the medewerker, or None for the command line.
    """

    bron = Bron.IMPORT

    def __init__(self, *, source: str, told_on: date, by: Any) -> None:
        self.source, self.told_on, self.by = source, told_on, by
        self.reason = f"Ingelezen uit {source}"[:100]

    def create(self, rows: Sequence[tuple[Judged, int]]) -> list[Dossier]:
        """Make a person and a dossier for each row.

        Args:
            rows: the row and the id of its gemeente.

        Returns:
            the dossiers, in the order of the rows.
        """
        households = self._households((pk, row.row.values.get("huishouden")) for row, pk in rows)
        persons = [self._person(row.row.values, pk, households) for row, pk in rows]
        self._create(Inburgeringsplichtige, persons)
        dossiers = [
            self._dossier(row.row.values, pk, person) for (row, pk), person in zip(rows, persons, strict=True)
        ]
        self._create(Dossier, dossiers)
        pairs = [(row.row.values, dossier) for (row, _), dossier in zip(rows, dossiers, strict=True)]
        self._create_parts(pairs)
        self._tell(
            [
                (dossier, row, "PersoonIngelezen", f"Ingelezen uit «{self.source}», rij {row.row.number}.")
                for (row, _), dossier in zip(rows, dossiers, strict=True)
            ],
            "inlezen",
        )
        return dossiers

    def update(self, rows: Sequence[Judged]) -> None:
        """Change what each row changes, and nothing else."""
        households = self._households(
            (row.stored.dossier.gemeente_id, change.new)
            for row in rows
            for change in self.written(row)
            if change.code == "huishouden" and row.stored
        )
        persons, dossiers, pairs = [], [], []
        for row in rows:
            stored = _stored(row)
            changed = {change.code: change for change in self.written(row)}
            if self._change_person(stored.dossier.inburgeringsplichtige, changed, households):
                persons.append(stored.dossier.inburgeringsplichtige)
            if _change_facts(stored.dossier, changed):
                dossiers.append(stored.dossier)
            pairs.append((row, stored))
        secret = (f"{code}_{kind}" for code in SECRET for kind in ("sealed", "index"))
        self._update(Inburgeringsplichtige, persons, (*PERSON, *secret, "huishouden", "zoeknaam"))
        self._update(Dossier, dossiers, (*FACTS.values(), "verblijfsdoel"))
        self._change_parts(pairs)
        self._tell(
            [(_stored(row).dossier, row, "GegevensIngelezen", self.sentence_of(row)) for row in rows],
            "wijzigen",
        )

    def written(self, row: Judged) -> Sequence[Change]:
        """Return the changes of a row that are written in the dossier."""
        return row.changes

    def told(self, row: Judged, dossier: Dossier) -> dict[str, Any]:
        """Return what the source told in a row, as it is kept."""
        return as_told(row.row.values, dossier.gemeente_id)

    def sentence_of(self, row: Judged) -> str:
        """Return what a changed row did, for the logbook of the dossier."""
        return f"Gewijzigd uit «{self.source}», rij {row.row.number}: {labels(row.changes)}."

    def keep_told(self, rows: Iterable[Judged]) -> None:
        """Keep what the file told about persons for whom nothing changes, when it told something new."""
        news = []
        for row in rows:
            stored = _stored(row)
            told = self.told(row, stored.dossier)
            outdated = stored.told.on is not None and self.told_on < stored.told.on
            if not outdated and {**stored.told.facts, **told} != stored.told.facts:
                news.append((stored.dossier, told))
        keep_deliveries(news, bron=self.bron, told_on=self.told_on, kenmerk=self.source)

    # --- persons and dossiers ---------------------------------------------------------------

    def _person(
        self, values: dict[str, Any], gemeente_id: int, households: dict[tuple[int, str], Huishouden]
    ) -> Inburgeringsplichtige:
        person = Inburgeringsplichtige(
            gemeente_id=gemeente_id,
            huishouden=households.get((gemeente_id, values.get("huishouden", ""))),
            **{code: values[code] for code in PERSON if code in values},
        )
        for code in SECRET:
            setattr(person, code, values.get(code))
        person.set_zoeknaam()
        return person

    def _dossier(self, values: dict[str, Any], gemeente_id: int, person: Inburgeringsplichtige) -> Dossier:
        facts = {name: values[code] for code, name in FACTS.items() if code in values}
        if "referent" in facts:
            facts["verblijfsdoel"] = Verblijfsdoel.GEZIN.value
        return Dossier(gemeente_id=gemeente_id, inburgeringsplichtige=person, **facts)

    def _change_person(
        self,
        person: Inburgeringsplichtige,
        changed: dict[str, Change],
        households: dict[tuple[int, str], Huishouden],
    ) -> bool:
        mine = [code for code in (*PERSON, *SECRET) if code in changed]
        for code in mine:
            setattr(person, code, changed[code].new)
        if "huishouden" in changed:
            person.huishouden = households[(person.gemeente_id, changed["huishouden"].new)]
        elif not mine:
            return False
        person.set_zoeknaam()
        person.version += 1
        return True

    def _households(self, wanted: Iterable[tuple[int, str | None]]) -> dict[tuple[int, str], Huishouden]:
        """Return the households with these codes, made when we have none; one in each gemeente."""
        keys = {(pk, code) for pk, code in wanted if code}
        known = {
            (home.gemeente_id, home.code): home
            for home in Huishouden.objects.filter(code__in={code for _, code in keys})
        }
        new = [Huishouden(gemeente_id=pk, code=code) for pk, code in sorted(keys - known.keys())]
        for home in Huishouden.objects.bulk_create(new):
            known[(home.gemeente_id, home.code)] = home
        return known

    # --- parts ------------------------------------------------------------------------------

    def _create_parts(self, pairs: Sequence[tuple[dict[str, Any], Dossier]]) -> None:
        self._create(
            Intakegegeven,
            [
                self._answer(dossier, code, values[code])
                for values, dossier in pairs
                for code in ANSWERS
                if code in values
            ],
        )
        self._create(
            Leerbaarheidstoets,
            [
                Leerbaarheidstoets(
                    gemeente_id=dossier.gemeente_id,
                    dossier=dossier,
                    resultaat=values.get("lbt_uitkomst", ""),
                    afgenomen_on=values.get("lbt_on"),
                )
                for values, dossier in pairs
                if "lbt_uitkomst" in values or "lbt_on" in values
            ],
        )
        self._create(
            PIP,
            [
                self._pip(dossier, values["leerroute"], values["eerste_pip_on"])
                for values, dossier in pairs
                if "leerroute" in values and "eerste_pip_on" in values
            ],
        )
        self._create_health(
            [(dossier, values["gezondheid"]) for values, dossier in pairs if "gezondheid" in values]
        )

    def _change_parts(self, pairs: Sequence[tuple[Judged, Stored]]) -> None:
        new_answers, changed_answers, new_tests, changed_tests, pips, health = [], [], [], [], [], []
        for row, stored in pairs:
            changed = {change.code: change.new for change in self.written(row)}
            dossier = stored.dossier
            for code in (code for code in ANSWERS if code in changed):
                if (answer := stored.answers.get(code)) is None:
                    new_answers.append(self._answer(dossier, code, changed[code]))
                else:
                    answer.waarde, answer.told_on, answer.by = changed[code], self.told_on, self.by
                    answer.version += 1
                    changed_answers.append(answer)
            if "lbt_uitkomst" in changed or "lbt_on" in changed:
                toets = stored.toets or Leerbaarheidstoets(
                    gemeente_id=dossier.gemeente_id, dossier=dossier, version=0
                )
                toets.resultaat = changed.get("lbt_uitkomst", toets.resultaat)
                toets.afgenomen_on = changed.get("lbt_on", toets.afgenomen_on)
                toets.version += 1
                (changed_tests if stored.toets else new_tests).append(toets)
            if "leerroute" in changed and not stored.pips and dossier.eerste_pip_on:
                pips.append(self._pip(dossier, changed["leerroute"], dossier.eerste_pip_on))
            if "gezondheid" in changed and "gezondheid" in row.row.values:
                health.append((dossier, row.row.values["gezondheid"]))
        self._create(Intakegegeven, new_answers)
        self._create(Leerbaarheidstoets, new_tests)
        self._create(PIP, pips)
        self._create_health(health)
        self._update(Intakegegeven, changed_answers, ("waarde", "told_on", "by"))
        self._update(Leerbaarheidstoets, changed_tests, ("resultaat", "afgenomen_on"))

    def _answer(self, dossier: Dossier, code: str, value: Any) -> Intakegegeven:
        return Intakegegeven(
            gemeente_id=dossier.gemeente_id,
            dossier=dossier,
            vraag=code,
            waarde=value,
            bron=self.bron,
            told_on=self.told_on,
            by=self.by,
        )

    def _pip(self, dossier: Dossier, leerroute: str, dagtekening_on: date) -> PIP:
        """Make the PIP that another system established: only its day and route are known here."""
        return PIP(
            gemeente_id=dossier.gemeente_id,
            dossier=dossier,
            versie=1,
            status=PIP.Status.VASTGESTELD,
            overgenomen=True,
            leerroute=leerroute,
            dagtekening_on=dagtekening_on,
        )

    def _create_health(self, told: Sequence[tuple[Dossier, str]]) -> None:
        self._create(Gezondheid, [self._gezondheid(dossier, text) for dossier, text in told])

    def _gezondheid(self, dossier: Dossier, text: str) -> Gezondheid:
        health = Gezondheid(gemeente_id=dossier.gemeente_id, dossier=dossier)
        health.lichamelijk = f"Uit «{self.source}», {self.told_on:%d-%m-%Y}: {text}"
        return health

    # --- traces -----------------------------------------------------------------------------

    def _tell(self, happened: Sequence[tuple[Dossier, Judged, str, str]], action: str) -> None:
        keep_deliveries(
            ((dossier, self.told(row, dossier)) for dossier, row, _, _ in happened),
            bron=self.bron,
            told_on=self.told_on,
            kenmerk=self.source,
        )
        record((dossier for dossier, *_ in happened), action, actor=self.by, reason=self.reason)
        publish_many([Event(kind, dossier, self.by, sentence) for dossier, _, kind, sentence in happened])

    def _create(self, model: type[models.Model], rows: Sequence[Any]) -> None:
        create_with_history(rows, model, by=self.by, reason=self.reason)

    def _update(self, model: type[models.Model], rows: Sequence[Any], names: Iterable[str]) -> None:
        update_with_history(rows, model, sorted({*names, "version"}), by=self.by, reason=self.reason)


def _change_facts(dossier: Dossier, changed: dict[str, Change]) -> bool:
    mine = [code for code in FACTS if code in changed]
    for code in mine:
        setattr(dossier, FACTS[code], changed[code].new)
    if "referent" in changed and not dossier.verblijfsdoel:
        dossier.verblijfsdoel = Verblijfsdoel.GEZIN.value
    if mine:
        dossier.version += 1
    return bool(mine)


def labels(found: Iterable[Change]) -> str:
    """Return which fields change, in words; never their values."""
    names = [
        "gezondheid" if change.code == "gezondheid" else BY_CODE[change.code].heading for change in found
    ]
    return ", ".join(dict.fromkeys(names))


def _stored(row: Judged) -> Stored:
    if row.stored is None:
        raise ValueError(f"row {row.row.number} is about nobody we have")
    return row.stored

"""What the simulator keeps: one JSON object behind a lock, on disk when it has a file."""

import copy
import json
import os
import re
import tempfile
import threading
from pathlib import Path
from typing import Any

from meedoen.simulator import persons
from meedoen.simulator.requests import OIN

Json = dict[str, Any]

KEPT_MESSAGES = 2000
"""How many received messages the overview shows; answers to a repeated berichtId are never dropped."""


class State:
    """The memory of the simulator. Read and change `data` only while holding `lock`; then `save()`.

    Args:
        path: file in which all is kept, so that a restart loses nothing; None keeps it in memory only.
        seed: `gemeenten`, `personen` and `instellingen` to begin with (see `read_seed`); left out: the few
            fictional ones of the package. A file that is there already goes before it.

    Raises:
        persons.FileFault: the file or the seed is not right.
    """

    def __init__(self, path: Path | None = None, seed: Json | None = None) -> None:
        self.lock = threading.RLock()
        self.path = path
        self.data: Json = _read(path) if path and path.exists() else _fresh(seed)

    def save(self) -> None:
        """Write everything to the file in one step: a reader sees the old or the new, never half."""
        if self.path is None:
            return
        with self.lock:
            text = json.dumps(self.data, ensure_ascii=False)
        handle, name = tempfile.mkstemp(dir=self.path.parent, prefix=self.path.name, suffix=".nieuw")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(self.path)

    def person(self, bsn: str) -> Json | None:
        """Return what DUO knows of a person, or None."""
        return self.data["personen"].get(bsn)

    def add_person(self, bsn: str, /, **facts: Any) -> Json:
        """Let DUO know a person (see `persons.new_person` for the facts)."""
        with self.lock:
            person = self.data["personen"][bsn] = persons.new_person(bsn, facts)
            self.save()
        return person

    def add_gemeente(self, oin: str, code: str, naam: str = "") -> None:
        """Let DUO accept messages of a gemeente; `oin` 20 digits, `code` four."""
        with self.lock:
            self.data["gemeenten"][oin] = {"code": code, "naam": naam or code}
            self.save()

    def oin_of(self, code: str | None) -> str | None:
        """Return the OIN of a gemeente that takes part, by its code."""
        return next((oin for oin, row in self.data["gemeenten"].items() if row["code"] == code), None)

    def school(self, number: str | None) -> Json | None:
        """Return a school by its instellingsnummer, or None."""
        rows = self.data["instellingen"]
        return next((row for row in rows if row["instellingsnummer"] == number), None)

    def note(self, row: Json) -> None:
        """Put a received message in the overview, newest last."""
        self.data["ontvangen"].append(row)
        del self.data["ontvangen"][:-KEPT_MESSAGES]


def _fresh(seed: Json | None) -> Json:
    seed = seed or {}
    people = seed.get("personen") if "personen" in seed else persons.PERSONEN
    return copy.deepcopy(
        {
            "duo_oin": seed.get("duo_oin", persons.DUO_OIN),
            "gemeenten": seed.get("gemeenten") or persons.GEMEENTEN,
            "instellingen": seed.get("instellingen") or persons.INSTELLINGEN,
            "verlengingsgronden": persons.VERLENGINGSGRONDEN,
            "personen": {person["bsn"]: person for person in people or []},
            "contactpersonen": {},
            "antwoorden": {},
            "ontvangen": [],
            "werk": [],
            "notificaties": [],
            "storingen": [],
            "vertraging": 0.0,
            "termijn_vanzelf": True,
        }
    )


def _read(path: Path) -> Json:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise persons.FileFault(f"het bestand {path} is niet te lezen") from fault
    if missing := sorted(set(_fresh(None)) - set(data if isinstance(data, dict) else {})):
        raise persons.FileFault(f"in het bestand {path} ontbreekt: {', '.join(missing)}")
    return data


def read_seed(text: str) -> Json:
    """Read the text of a file with fictional persons.

    Either a list of persons (each with `bsn`), or an object with `personen` (that list, or persons by bsn)
    and where wanted `gemeenten` ([{oin, code, naam}]), `instellingen` (DUO's own form) and `duo_oin`.

    Raises:
        persons.FileFault: it is not such JSON.
    """
    try:
        found = json.loads(text)
    except json.JSONDecodeError as fault:
        raise persons.FileFault(f"dit is geen JSON (regel {fault.lineno})") from fault
    seed = {"personen": found} if isinstance(found, list) else found
    if not isinstance(seed, dict) or "personen" not in seed:
        raise persons.FileFault("er staat geen lijst van personen in")
    if strange := sorted(set(seed) - {"personen", "gemeenten", "instellingen", "duo_oin"}):
        raise persons.FileFault(f"het onderdeel {strange[0]} is niet bekend")
    people = seed["personen"]
    if isinstance(people, dict):
        people = [{"bsn": bsn} | _object(facts) for bsn, facts in people.items()]
    result = {name: seed[name] for name in ("duo_oin", "instellingen") if name in seed}
    result["personen"] = [_person(_object(row)) for row in people]
    if "gemeenten" in seed:
        result["gemeenten"] = dict(_gemeente(_object(row)) for row in seed["gemeenten"])
    return result


def _object(row: Any) -> Json:
    if not isinstance(row, dict):
        raise persons.FileFault("een persoon of gemeente is geen JSON-object")
    return row


def _person(row: Json) -> Json:
    return persons.new_person(row.get("bsn", ""), {name: row[name] for name in row if name != "bsn"})


def _gemeente(row: Json) -> tuple[str, Json]:
    if not (OIN.fullmatch(str(row.get("oin"))) and re.fullmatch(r"\d{4}", str(row.get("code")))):
        raise persons.FileFault("een gemeente heeft een oin van twintig en een code van vier cijfers")
    return str(row["oin"]), {"code": str(row["code"]), "naam": str(row.get("naam", row["code"]))}

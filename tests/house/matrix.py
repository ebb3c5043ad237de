"""The access matrix: every address × method × role × whose, against a hand-written policy.

The policy (policy.yaml) is never read from the code. Each address has a line for GET
and for POST, per role: four status codes for a dossier that is the klantmanager's own,
a colleague's, of another gemeente, and absent; or one code when the address has no
dossier. Roles that are not named get 403; anonymous gets 302 to the log-in.
"""

import re
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.house.urls import Address

POLICY = yaml.safe_load((Path(__file__).parent / "policy.yaml").read_text(encoding="utf-8"))
WHOSE = ("own", "colleague", "other", "absent")
PEOPLE = {
    "anonymous": None,
    "nobody": "nobody",
    "klantmanager": "alice",
    "teamleider": "tineke",
    "inkoper": "ingrid",
    "beheerder": "bas",
    "auditor": "aad",
}
# A dossier's address asks these; others (such as the id of a medewerker) come from `Landscape.loose`.
ABSENT = 987_654_321


@dataclass(frozen=True)
class Landscape:
    """Things to point at: for each of own, colleague and other the ids of a dossier and all its parts."""

    parts: dict[str, dict[str, int]]
    loose: dict[str, Any]

    def arguments(self, address: Address, whose: str) -> dict[str, Any]:
        """Return the values of the parameters of an address."""
        values = {}
        for name in address.parameters:
            if name in self.loose:
                values[name] = self.loose[name]
            elif whose == "absent":
                values[name] = ABSENT
            else:
                values[name] = self.parts[whose][name]
        return values


@dataclass(frozen=True)
class Difference:
    """Where the site answered otherwise than the policy says."""

    method: str
    role: str
    whose: str
    expected: int
    actual: int

    def __str__(self) -> str:
        return f"{self.method} {self.role} {self.whose}: expected {self.expected}, got {self.actual}"


def expected(line: dict[str, Any], role: str, index: int) -> int:
    """Return the status that the policy gives."""
    if role in line:
        codes = [int(code) for code in str(line[role]).split()]
        return codes[index] if len(codes) > 1 else codes[0]
    return 302 if role == "anonymous" else 403


def differences(address: Address, landscape: Landscape, clients: dict[str, Client]) -> list[Difference]:
    """Ask an address in every way and return what differs from the policy."""
    found = []
    with_dossier = any(name in landscape.parts["own"] for name in address.parameters)
    for method in ("GET", "POST"):
        line = POLICY[address.name][method]
        if isinstance(line, int):
            line = dict.fromkeys(PEOPLE, line)
        for role, client in clients.items():
            for index, whose in enumerate(WHOSE if with_dossier else WHOSE[:1]):
                path = reverse(address.name, kwargs=landscape.arguments(address, whose))
                status = ask(client, method, path).status_code
                if status != (due := expected(line, role, index)):
                    found.append(Difference(method, role, whose, due, status))
    return found


def ask(client: Client, method: str, path: str) -> Any:
    """Send a request and undo what it did. A POST carries a fresh key, so that it is not refused for that."""
    with transaction.atomic():
        if method == "POST":
            response = client.post(path, {"verzending": str(uuid.uuid4())})
        else:
            response = client.generic(method, path)
        transaction.set_rollback(True)
    return response


def without_tokens(body: bytes) -> bytes:
    """Return a page without its CSRF tokens, which differ each time."""
    return re.sub(rb'name="csrfmiddlewaretoken" value="[^"]+"', b"", body)

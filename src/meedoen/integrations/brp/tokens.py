"""An access token by OAuth2 client credentials (RFC 6749, 4.4), kept until just before it ends."""

import time
from dataclasses import dataclass, field
from typing import Any

import httpx

from .errors import BRPDown, BRPNotKnown

_MARGIN = 30  # seconds before the end in which a token is not used any more
_SHORTEST = 60  # seconds that a token lasts when the issuer does not say


@dataclass
class Tokens:
    """Fetches tokens of one issuer.

    Attributes:
        url, client_id, secret, scope: as the issuer gave them.
        clock: seconds that only go forward; a test gives another.
    """

    url: str
    client_id: str
    secret: str = field(repr=False)
    scope: str = ""
    clock: Any = time.monotonic
    _token: str = field(default="", repr=False)
    _until: float = 0.0

    def get(self, http: httpx.Client) -> str:
        """Return a token that is still valid, a new one when needed.

        Raises:
            BRPNotKnown: when the issuer refuses.
            BRPDown: when it does not answer.
        """
        if not self._token or self.clock() >= self._until:
            self._token, lasts = self._fetch(http)
            self._until = self.clock() + max(lasts - _MARGIN, 0)
        return self._token

    def forget(self) -> None:
        """Fetch a new token next time: this one was refused."""
        self._token = ""

    def _fetch(self, http: httpx.Client) -> tuple[str, float]:
        form = {"grant_type": "client_credentials"} | ({"scope": self.scope} if self.scope else {})
        try:
            response = http.post(self.url, data=form, auth=(self.client_id, self.secret))
        except httpx.HTTPError as fault:
            raise BRPDown() from fault
        if response.status_code >= 500:
            raise BRPDown(status=response.status_code)
        try:
            answer = response.json() if response.status_code == 200 else {}
            return str(answer["access_token"]), float(answer.get("expires_in", _SHORTEST))
        except (ValueError, TypeError, KeyError, AttributeError) as fault:
            raise BRPNotKnown(status=response.status_code) from fault

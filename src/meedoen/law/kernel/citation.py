"""Where a rule stands: a regeling, an agreement or a judgment, and the way to its official text."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from .dutch import in_dutch, ordinal

WETTEN = "https://wetten.overheid.nl"


class NotInForce(LookupError):
    """The law was asked for a day on which it was not yet in force."""


@dataclass(frozen=True, slots=True)
class Source:
    """A regeling by its BWB number.

    `code` is the short key used in parameters and verdicts ("bi2021"); `short` is how it is printed ("Bi
    2021"); `versions` are the days on which a consolidated text known to us began, in order. The first is the
    commencement; when it is the only one, later texts were not looked up and a link carries the day asked.
    """

    code: str
    bwb: str
    short: str
    title: str
    versions: tuple[date, ...]

    def art(self, article: str, *, lid: int | None = None, onderdeel: str | None = None) -> "Citation":
        """Return the citation of an article, a lid or an onderdeel of this regeling."""
        return Citation(self, article, lid, onderdeel)

    def version(self, on: date) -> date:
        """Return the day on which the text in force on `on` began; raises NotInForce before the first."""
        position = bisect_right(self.versions, on)
        if position == 0:
            raise NotInForce(f"{self.short} is op {in_dutch(on)} nog niet in werking")
        return self.versions[position - 1]


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a regeling; prints as "art. 5.3, eerste lid, Bi 2021", or "bijlage 6a, Ri 2021"."""

    source: Source
    article: str
    lid: int | None = None
    onderdeel: str | None = None

    @property
    def key(self) -> str:
        """The key in the verdicts: "bi2021/5.3/1", with "/b" for an onderdeel."""
        parts = [self.source.code, self.article]
        parts += [str(self.lid)] if self.lid is not None else []
        parts += [self.onderdeel] if self.onderdeel is not None else []
        return "/".join(parts)

    def deep_link(self, on: date) -> str:
        """Return the address of the article in the official text in force on `on` (Juriconnect 1.3)."""
        day = self.source.version(on) if len(self.source.versions) > 1 else max(on, self.source.versions[0])
        if self.is_annex:
            return f"{WETTEN}/{self.source.bwb}/{day}#{self.article.capitalize().replace(' ', '')}"
        return f"{WETTEN}/jci1.3:c:{self.source.bwb}&artikel={self.article}&z={day}&g={day}"

    @property
    def is_annex(self) -> bool:
        """Whether the place is a bijlage and not an article."""
        return self.article.startswith("bijlage")

    def __str__(self) -> str:
        lid = f", {ordinal(self.lid)} lid" if self.lid is not None else ""
        onderdeel = f", onderdeel {self.onderdeel}" if self.onderdeel is not None else ""
        article = self.article if self.is_annex else f"art. {self.article}"
        return f"{article}{lid}{onderdeel}, {self.source.short}"


@dataclass(frozen=True, slots=True)
class Agreement:
    """Something agreed outside the law, such as a condition of DUO; prints as "DUO, voorwaarden PIP"."""

    code: str
    party: str
    subject: str
    url: str

    @property
    def key(self) -> str:
        """The key in the verdicts: "duo/pip"."""
        return self.code

    def deep_link(self, on: date) -> str:
        """Return where the agreement is published; it has no text per date."""
        del on
        return self.url

    def __str__(self) -> str:
        return f"{self.party}, {self.subject}"


@dataclass(frozen=True, slots=True)
class Judgment:
    """A judgment by its ECLI number; prints as "ABRvS 24 december 2024, ECLI:NL:RVS:2024:5413"."""

    ecli: str
    court: str
    given_on: date

    @property
    def key(self) -> str:
        """The key in the verdicts: the ECLI number."""
        return self.ecli

    def deep_link(self, on: date) -> str:
        """Return the published text of the judgment."""
        del on
        if self.ecli.startswith("ECLI:EU:"):
            return f"https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=ecli:{self.ecli}"
        return f"https://uitspraken.rechtspraak.nl/details?id={self.ecli}"

    def __str__(self) -> str:
        return f"{self.court} {in_dutch(self.given_on)}, {self.ecli}"


Cited: TypeAlias = Citation | Agreement | Judgment

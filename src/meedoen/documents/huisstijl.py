"""The house style of a gemeente, as far as a letter shows it: name, sender, colour, logo."""

import re
from dataclasses import dataclass
from typing import Literal

_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_PNG = b"\x89PNG\r\n\x1a\n"
_LARGEST_LOGO = 512 * 1024
_READABLE = 4.5
_DARK = "#1b1b1b"


@dataclass(frozen=True, kw_only=True, slots=True)
class Huisstijl:
    """Who sends the letter and how it looks.

    `plaats` is where the letter is signed. `kleur` is "#rrggbb". `logo` holds a PNG or an SVG of at most
    512 kB; without a logo the name of the gemeente is set in its colour. `venster` is the side of the
    window of the envelope. `bezwaar_adresregels` and `bezwaar_website` say where an objection can be sent.

    Raises ValueError for a colour that is no hex value and for a logo of another kind or size.
    """

    gemeente: str
    plaats: str
    afdeling: str = ""
    adresregels: tuple[str, ...] = ()
    telefoon: str = ""
    email: str = ""
    website: str = ""
    kleur: str = "#154273"
    logo: bytes | None = None
    logo_alt: str = ""
    bezwaar_adresregels: tuple[str, ...] = ()
    bezwaar_website: str = ""
    venster: Literal["links", "rechts"] = "links"

    def __post_init__(self) -> None:
        if not _HEX.fullmatch(self.kleur):
            raise ValueError(f"De kleur {self.kleur!r} is geen waarde zoals #154273.")
        if self.venster not in ("links", "rechts"):
            raise ValueError("Het venster van de envelop zit links of rechts.")
        if self.logo and len(self.logo) > _LARGEST_LOGO:
            raise ValueError("Het logo is groter dan 512 kB.")
        if self.logo and not self.logo_format:
            raise ValueError("Het logo is geen PNG en geen SVG.")

    @property
    def logo_format(self) -> Literal["png", "svg"] | None:
        """The kind of image, read from its first bytes; None without a logo or for another kind."""
        if not self.logo:
            return None
        if self.logo.startswith(_PNG):
            return "png"
        return "svg" if b"<svg" in self.logo[:4096].lower() else None

    @property
    def alt(self) -> str:
        """What the logo is, in words (WCAG 1.1.1)."""
        return self.logo_alt.strip() or f"Logo gemeente {self.gemeente}"

    @property
    def tekstkleur(self) -> str:
        """The colour for text on white: the gemeente's own when it has a contrast of 4.5 (WCAG 1.4.3)."""
        return self.kleur if 1.05 / (_luminance(self.kleur) + 0.05) >= _READABLE else _DARK


def _luminance(colour: str) -> float:
    """Relative luminance (0 black, 1 white) as WCAG 2 defines it."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

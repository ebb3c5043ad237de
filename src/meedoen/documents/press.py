"""The press: sets a template with its data into a PDF that is PDF/A-2a and PDF/UA-1 at once.

Data goes in as JSON, never as source text, so nothing in a letter can be read as markup or code. The time
stamp is the date of the letter: the same letter gives the same bytes.
"""

import json
import threading
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

import typst

from meedoen.documents.huisstijl import Huisstijl
from meedoen.documents.printable import FONTS

_ROOT = Path(__file__).parent
_STANDARDS = ["a-2a", "ua-1"]
_own = threading.local()


class PressError(RuntimeError):
    """The letter could not be set, for example because the image of the logo is damaged."""


def print_pdf(document: str, data: dict[str, Any], *, huisstijl: Huisstijl, dated_on: date) -> bytes:
    """Set `documents/<document>/template.typ` with `data` and return the PDF.

    Raises PressError with the reason when the document cannot be made accessible or archivable.
    """
    try:
        made = _compiler().compile(
            input=str(_ROOT / document / "template.typ"),
            format="pdf",
            pdf_standards=_STANDARDS,
            sys_inputs={"data": json.dumps(data, ensure_ascii=False), "logo": _logo(huisstijl)},
            timestamp=datetime.combine(dated_on, time(12), tzinfo=UTC),
        )
    except typst.TypstError as error:
        raise PressError(f"De brief is niet gemaakt: {error.message}") from error
    if not isinstance(made, bytes):
        raise PressError("De brief is niet gemaakt: er kwam geen PDF.")
    return made


def _compiler() -> typst.Compiler:
    """One compiler per thread: it keeps state between calls, and starting one costs more than a letter."""
    if not hasattr(_own, "compiler"):
        _own.compiler = typst.Compiler(root=str(_ROOT), font_paths=_fonts(), ignore_system_fonts=True)
    return _own.compiler


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])


def _logo(huisstijl: Huisstijl) -> str:
    """The image as a list of byte values, because an input of Typst is text."""
    return json.dumps(list(huisstijl.logo or b""))

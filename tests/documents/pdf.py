"""Look into a PDF with independent tools: pikepdf, pdfinfo, pdftotext, qpdf."""

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf

_JOINERS = re.compile("[\u00ad\u200b-\u200f\ufeff]")
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LAM_ALEF = re.compile("[لاأإآى]{2,}")


def run(tool: str, *arguments: str, pdf: bytes, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a system tool on the PDF; "PDF" in the arguments is its path. A missing tool is a failure."""
    found = shutil.which(tool)
    assert found, f"{tool} is missing: install poppler-utils and qpdf, without them nothing is proved"
    path = folder / "letter.pdf"
    path.write_bytes(pdf)
    command = [found, *(str(path) if one == "PDF" else one for one in arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def text(pdf: bytes, folder: Path) -> str:
    """The text as a reader copies it, with each run of white space as one space."""
    done = run("pdftotext", "-enc", "UTF-8", "PDF", "-", pdf=pdf, folder=folder)
    assert done.returncode == 0, done.stderr
    return " ".join(_plain(done.stdout).split())


def words(said: str) -> set[str]:
    """The words, without marks of direction and punctuation; a run of lam, alef and ya in one
    order (poppler swaps the pair for every producer)."""
    found = re.findall(r"\w+", _plain(unicodedata.normalize("NFKC", said)))
    return {_LAM_ALEF.sub(lambda run: "".join(sorted(run.group())), word) for word in found}


def _plain(said: str) -> str:
    return _DIRECTION.sub(" ", _JOINERS.sub("", said))


def opened(pdf: bytes) -> pikepdf.Pdf:
    """The PDF as objects."""
    return pikepdf.open(BytesIO(pdf))


def elements(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """All structure elements, in reading order."""
    yield from _below(pdf.Root.StructTreeRoot)


def _below(node: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _below(kid)


def headings(pdf: pikepdf.Pdf) -> list[tuple[int, str]]:
    """The level and the language of each heading, in reading order; the language may stand on a parent."""
    return list(_headings(pdf.Root.StructTreeRoot, str(pdf.Root.Lang)))


def _headings(node: pikepdf.Object, lang: str) -> Iterator[tuple[int, str]]:
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            own = str(kid.get("/Lang", lang))
            if found := re.fullmatch(r"/H(\d)", str(kid.S)):
                yield int(found[1]), own
            yield from _headings(kid, own)

"""Every letter in every language is archivable (PDF/A-2a) and accessible (PDF/UA-1), by its structure."""

import re
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from meedoen.documents.fixed_texts import TALEN, load
from meedoen.documents.preview import preview
from tests.documents import pdf
from tests.documents.conftest import once
from tests.documents.examples import DOCUMENTS

Letter = tuple[str, str, bytes]


def test_qpdf_finds_no_fault(letter: Letter, tmp_path: Path) -> None:
    done = pdf.run("qpdf", "--check", "PDF", pdf=letter[2], folder=tmp_path)

    assert done.returncode == 0, done.stdout + done.stderr


def test_the_document_says_what_it_is(letter: Letter) -> None:
    name, taal, printed = letter
    found = pdf.opened(printed)
    info = preview(DOCUMENTS[name][1], taal)

    with found.open_metadata() as meta:
        assert meta["dc:title"] == info.title
        assert meta["pdfuaid:part"] == "1"
        assert (meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("2", "A")
    assert str(found.Root.Lang).startswith(info.lang)
    assert bool(found.Root.MarkInfo.Marked)
    assert bool(found.Root.ViewerPreferences.DisplayDocTitle)


def test_pdfinfo_reads_title_and_tags(letter: Letter, tmp_path: Path) -> None:
    name, taal, printed = letter
    done = pdf.run("pdfinfo", "PDF", pdf=printed, folder=tmp_path)

    assert preview(DOCUMENTS[name][1], taal).title in done.stdout
    assert re.search(r"Tagged:\s+yes", done.stdout)
    assert re.search(r"Page size:.*A4", done.stdout)


def test_every_font_is_inside_and_can_be_read_back(letter: Letter) -> None:
    found = pdf.opened(letter[2])
    fonts = [
        one for one in found.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font"
    ]
    whole = [one for one in fonts if one.Subtype == "/Type0"]

    assert whole
    for font in whole:
        descriptor = font.DescendantFonts[0].FontDescriptor
        assert "/FontFile2" in descriptor or "/FontFile3" in descriptor
        assert "/ToUnicode" in font
        assert "Noto" in str(font.BaseFont)


def test_the_other_language_is_marked_and_the_dutch_is_not(letter: Letter) -> None:
    _name, taal, printed = letter
    langs = [str(one.Lang) for one in pdf.elements(pdf.opened(printed)) if "/Lang" in one]

    assert {one.split("-")[0] for one in langs} - {"nl"} == ({taal} - {"nl"})
    assert taal == "nl" or langs.count(taal) > 20


def test_headings_start_at_one_and_skip_no_level(letter: Letter) -> None:
    levels = [level for level, _lang in pdf.headings(pdf.opened(letter[2]))]

    assert levels[0] == 1
    assert levels.count(1) == (1 if letter[1] == "nl" else 2)
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_tables_have_column_headers_and_images_have_words(letter: Letter) -> None:
    name, _taal, printed = letter
    document = pdf.opened(printed)
    found = list(pdf.elements(document))
    headers = [one for one in found if one.S == "/TH"]
    figures = [one for one in found if one.S == "/Figure"]

    assert bool(headers) is (name != "pip_leesbaar")
    assert all(_scope(one) == "/Column" for one in headers)
    assert [str(one.Alt) for one in figures] == ["Logo van de gemeente Leusden"]


def _scope(header: pikepdf.Dictionary) -> str:
    attributes = header.A if isinstance(header.A, pikepdf.Array) else [header.A]
    return next(str(one.Scope) for one in attributes if "/Scope" in one)


@pytest.mark.parametrize("taal", [taal for taal in TALEN if taal != "nl"])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_dutch_comes_before_its_translation(name: str, taal: str) -> None:
    """The reading order goes pair by pair, not column by column."""
    spoken = [lang for _level, lang in pdf.headings(pdf.opened(once(name, taal)))]
    alone = 1 if name == "pip_leesbaar" else 0  # the step with a title of its own, without translation

    assert spoken[:2] == ["nl", taal]
    assert spoken.count("nl") == spoken.count(taal) + alone
    assert all(pair == ("nl", taal) for pair in pairwise(spoken) if pair[1] == taal)


@pytest.mark.parametrize("taal", [taal for taal in TALEN if taal != "nl"])
def test_each_translation_says_that_the_dutch_text_is_the_legal_one(taal: str, tmp_path: Path) -> None:
    for name in DOCUMENTS:
        said = pdf.words(pdf.text(once(name, taal), tmp_path))
        assert pdf.words(load(taal).text("algemeen.juridische_taal")) <= said
        assert pdf.words(load(taal).text("algemeen.vertaling_concept")) <= said

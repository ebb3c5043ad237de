"""What the letters say: complete by law, safe with any input, the same bytes for the same letter."""

import struct
import subprocess
import sys
import zlib
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from meedoen.documents.fixed_texts import TALEN, load
from meedoen.documents.huisstijl import Huisstijl
from meedoen.documents.oproep.letter import render_oproep
from meedoen.documents.parts import Artikel, Intensiteit, Vertaling, VrijeTekst
from meedoen.documents.pip_beschikking.letter import render_pip_beschikking
from meedoen.documents.pip_leesbaar.letter import Stap, render_pip_leesbaar
from meedoen.documents.press import PressError
from meedoen.documents.preview import preview
from meedoen.documents.printable import FONTS
from meedoen.documents.waarschuwing.letter import render_waarschuwing
from tests.documents import pdf
from tests.documents.examples import (
    DOCUMENTS,
    HOOFD,
    HUISSTIJL,
    MOTIVERING,
    OPROEP,
    PIP_BESCHIKKING,
    PIP_LEESBAAR,
    WAARSCHUWING,
    printed,
    vrij,
)

NASTY = (
    "#strong[x] #panic() $x^2$ *vet* _schuin_ `code` @bron <script>alert('1')</script>",
    "\"dubbel\" 'enkel' “krul” \\ \\u{41} // opmerking /* blok */",
    "= Geen kop\n- geen lijst\n+ geen nummer",
    '{"nl": "x"} ]} {naam} {0} %s',
)


def png(width: int = 4, height: int = 4) -> bytes:
    """A small PNG, made by hand."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\x00" + b"\x10\x60\x50" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    signature = b"\x89PNG\r\n\x1a\n"
    return signature + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def test_the_decision_holds_what_the_law_asks(tmp_path: Path) -> None:
    said = pdf.text(printed("pip_beschikking"), tmp_path)

    for part in (
        "Mevrouw S. Tesfay Gebremariam",
        "Wij stellen uw PIP vast op 3 maart 2026.",
        "U volgt deze leerroute: B1-route.",
        "U was lerares in Eritrea en u leert snel.",
        "Wij hebben de onderwijsroute onderzocht en met u besproken.",
        "Zelfredzaamheidsroute (Z-route)",
        "U leert Nederlands op niveau B1.",
        "600 uur in totaal",
        "12,5 uur per week",
        "Participatieverklaringstraject (PVT)",
        "40 uur in totaal",
        "Een taalmaatje van Lariks, een uur per week.",
        "Wij praten 6 keer met u over uw inburgering.",
        "Uw dochter gaat vier ochtenden naar de peuteropvang met VVE.",
        "Van 12 januari 2026 tot en met 11 juli 2026 betaalt de gemeente uw vaste lasten",
        "Uiterlijk op 17 maart 2026",
        "Wie: Lariks",
        "De gemeente betaalt de lessen en het reizen.",
        "Uw termijn begint op 4 maart 2026. De laatste dag is 3 maart 2029.",
        "Wet inburgering 2021, artikel 11, eerste lid",
        "U kunt bezwaar maken tot en met 14 april 2026.",
        "College van burgemeester en wethouders van Leusden",
        "Commissie bezwaarschriften",
        "www.leusden.example/bezwaar",
        "het kenmerk LEU-2026-00417",
        "Algemene wet bestuursrecht, artikelen 6:7 en 6:8",
        "Marieke de Wit",
        "033 496 12 34",
        "namens het college van burgemeester en wethouders van Leusden,",
        "J.P. van den Berg",
        "teamleider Inburgering en Participatie",
        "Participatiewet, artikel 56a: ontzorgen",
        "Pagina 1 van 4",
        "Pagina 4 van 4",
    ):
        assert part in said.replace("\u00a0", " ")


def test_the_onderwijsroute_has_no_map(tmp_path: Path) -> None:
    letter = replace(PIP_BESCHIKKING, leerroute="onderwijsroute", map=None)
    said = pdf.text(render_pip_beschikking(letter, huisstijl=HUISSTIJL), tmp_path)

    assert "Daarom hoeft u de MAP niet te doen." in said
    assert "40 uur in totaal" not in said


def test_a_new_pip_names_the_one_it_replaces_and_a_draft_says_so(tmp_path: Path) -> None:
    letter = replace(
        PIP_BESCHIKKING, vervangt_pip_of_on=date(2025, 6, 1), is_concept=True, alfabetisering=True
    )
    said = pdf.text(render_pip_beschikking(letter, huisstijl=HUISSTIJL), tmp_path)

    assert "Dit PIP komt in de plaats van uw PIP van 1 juni 2025." in said
    assert "CONCEPT. Dit is nog geen besluit." in said
    assert "(alfabetisering)" in said
    assert "CONCEPT" not in pdf.text(printed("pip_beschikking"), tmp_path)


def test_a_decision_with_as_little_as_possible(tmp_path: Path) -> None:
    empty = VrijeTekst(nl="")
    letter = replace(
        PIP_BESCHIKKING,
        motivering=empty,
        niveau="",
        intensiteit=Intensiteit(),
        pvt=Intensiteit(),
        afwegingen=(),
        ondersteuning=(empty,),
        voortgang_toelichting=None,
        vve=(),
        participatiewet=(),
        ontzorgen=None,
        afspraken=(),
        artikelen=(),
    )
    said = pdf.text(render_pip_beschikking(letter, huisstijl=HUISSTIJL, taal="ti"), tmp_path)

    assert "Er zijn geen afspraken over VVE." in said
    assert "Participatiewet" not in said
    assert "Afspraken" not in said


@pytest.mark.parametrize("taal", ["ar", "ti", "fa", "prs", "tr", "en"])
def test_the_translation_can_be_copied_out_word_by_word(taal: str, tmp_path: Path) -> None:
    said = pdf.words(pdf.text(printed("pip_beschikking", taal), tmp_path))
    other = load(taal)

    for key in (
        "pip.wat_is_pip",
        "pip.motivering_tekst",
        "pip.pvt_uitleg",
        "pip.bezwaar_spoed",
        "pip.pw_tekst",
    ):
        assert pdf.words(other.text(key)) <= said
    assert pdf.words(MOTIVERING[taal]) <= said
    assert pdf.words(other.date(date(2029, 3, 3))) <= said


def test_only_a_checked_translation_of_free_text_is_printed(tmp_path: Path) -> None:
    concept = VrijeTekst(
        nl="U leert snel.", vertalingen={"en": Vertaling(text="Quick learner.", status="concept")}
    )
    said = pdf.text(
        render_pip_beschikking(replace(PIP_BESCHIKKING, motivering=concept), huisstijl=HUISSTIJL, taal="en"),
        tmp_path,
    )

    assert "U leert snel." in said
    assert "Quick learner." not in said
    assert "Only in Dutch" in said


def test_the_person_who_checked_a_translation_is_named_once(tmp_path: Path) -> None:
    said = pdf.text(printed("pip_beschikking", "en"), tmp_path)

    assert said.count("Translation checked by A. Haddad on 27 February 2026.") == 1


def test_the_plan_has_three_sentences_per_step(tmp_path: Path) -> None:
    said = pdf.text(printed("pip_leesbaar"), tmp_path)

    assert [said.count(q) for q in ("Wat doet u?", "Wat doet de gemeente?", "Wanneer?")] == [6, 6, 6]
    for sentence in (
        "Van 7 april 2026 tot en met 1 juli 2028.",
        "Uiterlijk op 1 september 2026.",
        "Vanaf 1 oktober 2026.",
        "U hoort nog wanneer.",
        "U praat elke week een uur Nederlands met uw taalmaatje.",
        "U moet klaar zijn op 3 maart 2029.",
    ):
        assert sentence in said


def test_an_own_text_replaces_the_standard_sentence(tmp_path: Path) -> None:
    step = Stap(soort="pvt", u_doet=vrij("U komt naar vier avonden."), wanneer=vrij("In mei."))
    said = pdf.text(
        render_pip_leesbaar(replace(PIP_LEESBAAR, stappen=(step,)), huisstijl=HUISSTIJL), tmp_path
    )

    assert "U komt naar vier avonden." in said
    assert "In mei." in said
    assert load("nl").text("stap.pvt_u") not in said
    assert load("nl").text("stap.pvt_gemeente") in said


def test_a_step_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="Een eigen stap heeft"):
        Stap(titel=vrij("Leeg"))


@pytest.mark.parametrize(
    ("number", "there", "absent"),
    [
        (1, ["Dan krijgt u een waarschuwing"], ["boete", "zonder gesprek met u"]),
        (2, ["Dan kan de gemeente u een boete geven.", "ten hoogste € 250."], ["zonder gesprek met u"]),
        (3, ["zonder gesprek met u", "ten hoogste € 250."], ["Dan krijgt u een waarschuwing"]),
    ],
)
def test_each_call_says_what_staying_away_means(
    number: int, there: list[str], absent: list[str], tmp_path: Path
) -> None:
    letter = replace(OPROEP, volgnummer=number)
    said = pdf.text(render_oproep(letter, huisstijl=HUISSTIJL), tmp_path).replace("\u00a0", " ")

    assert all(one in said for one in there)
    assert not any(one in said for one in absent)
    assert "dinsdag 17 maart 2026" in said
    assert "10.30 uur" in said
    assert "ook zonder uw partner of familie" in said


def test_a_fine_is_named_only_when_the_gemeente_passes_it(tmp_path: Path) -> None:
    for render, letter in ((render_oproep, OPROEP), (render_waarschuwing, WAARSCHUWING)):
        said = pdf.text(render(replace(letter, boete_maximum=None), huisstijl=HUISSTIJL), tmp_path)
        assert "ten hoogste" not in said
    rich = render_waarschuwing(replace(WAARSCHUWING, boete_maximum=Decimal("1250.5")), huisstijl=HUISSTIJL)
    assert "€ 1.250,50" in pdf.text(rich, tmp_path).replace("\u00a0", " ")


def test_a_fourth_call_does_not_exist() -> None:
    with pytest.raises(ValueError, match="eerste, de tweede of de derde"):
        replace(OPROEP, volgnummer=4)


def test_the_warning_says_what_happened_and_what_now(tmp_path: Path) -> None:
    said = pdf.text(printed("waarschuwing"), tmp_path)

    assert "voor een gesprek op dinsdag 24 februari 2026 om 09.00 uur. U bent niet gekomen." in said
    assert "Uw nieuwe termijn loopt tot en met 31 maart 2026." in said
    assert "uiterlijk op 10 maart 2026" in said

    later = replace(
        WAARSCHUWING, reden="onvoldoende_medewerking", nieuw_gesprek_at=None, nieuwe_termijn_on=None
    )
    said = pdf.text(render_waarschuwing(later, huisstijl=HUISSTIJL, taal="tr"), tmp_path)
    assert "U hebt niet genoeg meegewerkt." in said
    assert "U krijgt van ons nog een brief" in said


@pytest.mark.parametrize("nasty", NASTY)
def test_input_is_never_read_as_markup(nasty: str, tmp_path: Path) -> None:
    hoofd = replace(
        HOOFD,
        kenmerk=nasty,
        geadresseerde=replace(HOOFD.geadresseerde, naam=nasty, aanhef=nasty, adresregels=(nasty, "")),
        contactpersoon=replace(HOOFD.contactpersoon, naam=nasty, email=nasty),
    )
    letter = replace(
        OPROEP, hoofd=hoofd, toelichting=vrij(nasty, en=nasty), artikelen=(Artikel(citation=nasty),)
    )
    style = replace(HUISSTIJL, gemeente=nasty, adresregels=(nasty,), logo_alt=nasty)

    said = pdf.text(render_oproep(letter, huisstijl=style, taal="en"), tmp_path)
    assert {word for word in nasty.split() if len(word) > 1} <= set(said.split())


def test_very_long_words_stay_on_the_page(tmp_path: Path) -> None:
    long = "leerbaarheids" * 40
    letter = replace(PIP_BESCHIKKING, motivering=vrij(long, ar=long), niveau=long[:80])
    done = render_pip_beschikking(letter, huisstijl=HUISSTIJL, taal="ar")
    boxes = pdf.run("pdftotext", "-bbox", "PDF", "-", pdf=done, folder=tmp_path).stdout

    rights = [float(line.split('xMax="')[1].split('"')[0]) for line in boxes.splitlines() if "<word" in line]
    assert max(rights) <= 595.3 - 50


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_same_letter_gives_the_same_bytes(name: str) -> None:
    first, other = printed(name, "fa"), printed(name, "ti")

    assert printed(name, "fa") == first
    assert other != first


def test_the_time_stamp_is_the_date_of_the_letter() -> None:
    found = pdf.opened(printed("oproep"))

    assert str(found.docinfo["/CreationDate"]).startswith("D:20260303120000")


@pytest.mark.parametrize("logo", [None, b"", png(), png(400, 3)], ids=["none", "empty", "png", "wide png"])
def test_a_letter_with_another_logo_or_none(logo: bytes | None, tmp_path: Path) -> None:
    done = printed("oproep", huisstijl=replace(HUISSTIJL, logo=logo, logo_alt=""))
    figures = [str(one.Alt) for one in pdf.elements(pdf.opened(done)) if one.S == "/Figure"]

    assert figures == (["Logo gemeente Leusden"] if logo else [])
    assert "Gemeente Leusden" in pdf.text(done, tmp_path)


def test_a_damaged_logo_is_said_in_words() -> None:
    with pytest.raises(PressError, match="De brief is niet gemaakt"):
        printed("oproep", huisstijl=replace(HUISSTIJL, logo=b"\x89PNG\r\n\x1a\nkapot"))


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"kleur": "groen"}, "geen waarde zoals #154273"),
        ({"kleur": "#fff"}, "geen waarde zoals #154273"),
        ({"logo": b"GIF89a"}, "geen PNG en geen SVG"),
        ({"logo": b"\x89PNG\r\n\x1a\n" + b"x" * 600_000}, "groter dan 512 kB"),
        ({"venster": "midden"}, "links of rechts"),
    ],
)
def test_a_house_style_that_cannot_be_printed_is_refused(change: dict[str, object], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        replace(HUISSTIJL, **change)


def test_a_pale_colour_is_not_used_for_text() -> None:
    assert Huisstijl(gemeente="G", plaats="P", kleur="#ffe000").tekstkleur == "#1b1b1b"
    assert Huisstijl(gemeente="G", plaats="P", kleur="#154273").tekstkleur == "#154273"


def test_an_unknown_language_is_refused_everywhere() -> None:
    for render, letter in DOCUMENTS.values():
        with pytest.raises(ValueError, match="Er zijn geen brieven in de taal"):
            render(letter, huisstijl=HUISSTIJL, taal="xx")
        with pytest.raises(ValueError, match="Er zijn geen brieven in de taal"):
            preview(letter, "xx")


def test_preview_tells_without_printing_and_without_personal_data() -> None:
    info = preview(PIP_BESCHIKKING, "ar")

    assert info.title == "Uw persoonlijk plan inburgering en participatie (PIP)"
    assert (info.lang, info.taal, info.talen) == ("nl", "ar", ("nl", "ar"))
    assert info.filename == "pip-beschikking-2026-03-03-ar.pdf"
    assert preview(OPROEP).filename == "oproep-2026-03-03.pdf"
    assert {preview(letter).lang for _render, letter in DOCUMENTS.values()} == {"nl"}
    assert set(TALEN) == {"nl", "ar", "ti", "fa", "prs", "tr", "en"}


def test_the_fonts_are_small_and_bring_their_licence() -> None:
    assert sum(path.stat().st_size for path in FONTS.iterdir()) < 4_000_000
    assert "SIL OPEN FONT LICENSE" in (FONTS / "OFL.txt").read_text(encoding="utf-8")


def test_the_documents_need_no_django() -> None:
    code = "import sys, meedoen.documents.preview; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

"""Files for the tests of the import: made here, good ones and hostile ones."""

import io
import zipfile

HEADINGS = (
    "V-nummer",
    "BSN",
    "Achternaam",
    "Voornaam",
    "Geslacht",
    "Geboortedatum",
    "Nationaliteit",
    "Taal",
    "Groep",
    "Verblijfstitel",
    "Referent",
    "Datum bekendmaking vergunning",
    "Kennisgeving DUO",
    "Gekoppelde gemeente",
    "COA-locatie",
    "Inschrijving BRP",
    "Postcode",
    "Plaats",
    "Huishouden",
    "Kinderen 0-3",
    "Jaren onderwijs",
    "Hoogste diploma",
    "Werkervaring (jaren)",
    "Beroep",
    "Bijstand vanaf",
    "Uitkomst LBT",
    "Datum LBT",
    "Leerroute",
    "Datum eerste PIP",
    "Telefoon",
    "E-mail",
    "Opmerking",
)
GOOD = {
    "V-nummer": "2895082356",
    "BSN": "999981523",
    "Achternaam": "Haddad",
    "Voornaam": "Amina",
    "Geslacht": "V",
    "Geboortedatum": "11-12-1982",
    "Nationaliteit": "Syrië",
    "Taal": "Arabisch",
    "Groep": "asielstatushouder",
    "Verblijfstitel": "asiel bepaalde tijd",
    "Datum bekendmaking vergunning": "30-09-2024",
    "Kennisgeving DUO": "01-11-2024",
    "Gekoppelde gemeente": "Leusden",
    "Inschrijving BRP": "23-05-2025",
    "Postcode": "3831 AA",
    "Plaats": "Leusden",
    "Huishouden": "HH0001",
    "Kinderen 0-3": "1",
    "Jaren onderwijs": "9",
    "Hoogste diploma": "middelbaar",
    "Werkervaring (jaren)": "7",
    "Beroep": "kok",
    "Uitkomst LBT": "B1-route haalbaar",
    "Datum LBT": "01-06-2025",
    "Leerroute": "B1-route",
    "Datum eerste PIP": "17-07-2025",
    "Telefoon": "0612345678",
    "E-mail": "amina@voorbeeld.example",
    "Opmerking": "wil naar mbo; gezondheid: rug",
}


def row(**cells: str) -> dict[str, str]:
    """Return a good row with other cells; names of columns with underscores for what Python cannot name."""
    names = {
        name.replace("-", "_").replace(" ", "_").replace("(", "").replace(")", ""): name for name in HEADINGS
    }
    return {**GOOD, **{names[key]: value for key, value in cells.items()}}


def numbers(place: int) -> tuple[str, str]:
    """Return the V-nummer and the BSN of the n-th fictional person."""
    from meedoen.demo.numbers import fictional_bsn

    return str(2_600_000_000 + place), fictional_bsn(place)


def people(count: int, **cells: str) -> list[dict[str, str]]:
    """Return rows of different persons."""
    rows = []
    for place in range(count):
        v_nummer, bsn = numbers(place)
        rows.append(row(**{"V_nummer": v_nummer, "BSN": bsn, "Achternaam": f"Haddad {place}", **cells}))
    return rows


def as_csv(rows: list[dict[str, str]], *, delimiter: str = ";", encoding: str = "utf-8-sig") -> bytes:
    """Return a csv file."""

    def quote(text: str) -> str:
        return f'"{text.replace(chr(34), chr(34) * 2)}"' if set(text) & set('";,\t\n') else text

    lines = [delimiter.join(HEADINGS)]
    lines += [delimiter.join(quote(cells.get(heading, "")) for heading in HEADINGS) for cells in rows]
    return "\r\n".join(lines).encode(encoding)


def as_xlsx(table: list[list[object]]) -> bytes:
    """Return a real workbook with this table."""
    from openpyxl import Workbook

    book = Workbook()
    for cells in table:
        book.active.append(cells)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def workbook(sheet: bytes | None = None, **parts: bytes) -> bytes:
    """Return a real workbook of which the sheet or other parts are replaced; ``__`` stands for a slash."""
    real = io.BytesIO(as_xlsx([list(HEADINGS[:4])]))
    with zipfile.ZipFile(real) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    if sheet is not None:
        files["xl/worksheets/sheet1.xml"] = sheet
    files |= {name.replace("__", "/"): content for name, content in parts.items()}
    return _zip(files)


def hostile() -> dict[str, bytes]:
    """Return files that must be refused, by what they try."""
    good = as_xlsx([list(HEADINGS), [GOOD.get(name, "") for name in HEADINGS]])
    cell = b'<c r="A1" t="inlineStr"><is><t>x</t></is></c>'
    laughs = (
        b'<!DOCTYPE x [<!ENTITY a "haha">'
        + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
        + b"]><sst><si><t>&j;</t></si></sst>"
    )
    external = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet>&e;</worksheet>'
    slip = io.BytesIO(workbook())
    with zipfile.ZipFile(slip, "a") as archive:
        archive.writestr("../../buiten.xml", b"<x/>")
    many = io.BytesIO(workbook())
    with zipfile.ZipFile(many, "a") as archive:
        for number in range(5000):
            archive.writestr(f"xl/media/{number}.xml", b"<x/>")
    return {
        "leeg": b"",
        "alleen spaties": b" \n ",
        "programma": b"MZ\x90\x00" + b"\x00" * 200,
        "linux-programma": b"\x7fELF" + b"\x00" * 200,
        "html als xlsx": b"<!doctype html><html><table><tr><td>x</td></tr></table></html>",
        "pdf": b"%PDF-1.7 ...",
        "oud excel of wachtwoord": b"\xd0\xcf\x11\xe0" + b"\x00" * 512,
        "gzip": b"\x1f\x8b" + b"x" * 100,
        "afgebroken xlsx": good[: len(good) // 2],
        "beschadigd xlsx": good[:200] + b"\xff" * 400 + good[600:],
        "zip zonder werkmap": _zip({"a.txt": b"x"}),
        "macro": workbook(**{"xl__vbaProject.bin": b"x"}),
        "externe koppeling": workbook(**{"xl__externalLinks__externalLink1.xml": b"<x/>"}),
        "zip slip": slip.getvalue(),
        "5000 onderdelen": many.getvalue(),
        "rijenbom": workbook(b"<worksheet><sheetData>" + b"<row>" * 6_000_000 + b"</sheetData></worksheet>"),
        "tekstenbom": workbook(**{"xl__sharedStrings.xml": b"<sst>" + b"<si><t>aaaa</t></si>" * 2_000_000}),
        "billion laughs": workbook(**{"xl__sharedStrings.xml": laughs}),
        "externe entiteit": workbook(external),
        "externe entiteit in UTF-16": workbook(external.decode().encode("utf-16")),
        "miljoenste rij": workbook(
            b'<worksheet><dimension ref="A1:A1048576"/><sheetData><row r="1048576">'
            b'<c r="A1048576"><v>1</v></c></row></sheetData></worksheet>'
        ),
        "laatste kolom": workbook(
            b'<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>'
        ),
        "rijnummer van tien cijfers": workbook(
            b'<worksheet><sheetData><row r="1"><c s="1" r="A4294967295"/></row></sheetData></worksheet>'
        ),
        "te veel rijen": workbook(
            b"<worksheet><sheetData>"
            + b"".join(
                b'<row r="%d"><c r="A%d"><v>%d</v></c></row>' % (n, n, n * 7919) for n in range(1, 50_010)
            )
            + b"</sheetData></worksheet>"
        ),
        "geen rij met koppen": workbook(
            b"<worksheet><sheetData><row r='1'>" + cell + b"</row></sheetData></worksheet>"
        ),
        "lange regel": b"V-nummer;Achternaam;Voornaam\n" + b"x" * 5_000_000,
        "NUL in csv": b"V-nummer;Achternaam;Voornaam\n1;Had\x00dad;A\n",
        "UTF-32": "V-nummer;Achternaam;Voornaam\n1;A;B".encode("utf-32"),
        "halve UTF-16": b"\xff\xfe" + "V-nummer;Achternaam;Voornaam\n1;A;B".encode("utf-16-le")[:-1],
        "te groot": b"V-nummer;Achternaam;Voornaam\n" + b"1;A;B\n" * 4_000_000,
        "alleen koppen": as_csv([]),
        "te veel csv-rijen": b"V-nummer;Achternaam;Voornaam\n" + b"1;A;B\n" * 50_100,
        "open aanhalingsteken": b'V-nummer;Achternaam;Voornaam\n1;"' + b"A\n" * 200_000,
    }


def _zip(files: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()

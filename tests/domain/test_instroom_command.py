"""`meedoen import`: one JSON object, exit codes, and a database that is made when it is new."""

import json

import pytest

from meedoen.domain.dossier.models import Dossier
from meedoen.domain.regio.models import Gemeente
from meedoen.domain.regio.tenancy import tenant_scope
from meedoen.project.commands.import_ import run_import

from .instroom_files import as_csv, people, row

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(tmp_path, capsys):
    """Run the command on rows or bytes; returns exit code, what was printed, what was complained."""

    def run(content, gemeente=None, *, dry_run=True):
        path = tmp_path / "lijst.csv"
        path.write_bytes(content if isinstance(content, bytes) else as_csv(content))
        code = run_import(str(path), gemeente, dry_run)
        printed = capsys.readouterr()
        return code, json.loads(printed.out) if printed.out else None, printed.err

    return run


def test_a_dry_run_counts_and_names_each_fault_and_keeps_nothing(run):
    code, printed, complaint = run([*people(2), row(Achternaam="", Datum_eerste_PIP="04/25/2026")])
    assert (code, complaint) == (0, "")
    assert {key: printed[key] for key in ("nieuw", "gewijzigd", "ongewijzigd", "geweigerd")} == {
        "nieuw": 2,
        "gewijzigd": 0,
        "ongewijzigd": 0,
        "geweigerd": 1,
    }
    assert [(fout["rij"], fout["kolom"]) for fout in printed["fouten"]] == [
        (4, "Datum eerste PIP"),
        (4, "Achternaam"),
    ]
    assert not Gemeente.objects.exists()


def test_an_import_makes_the_gemeenten_it_needs_and_a_second_one_changes_nothing(run):
    rows = people(3)
    rows[2] |= {"Gekoppelde gemeente": "Amersfoort", "Plaats": "Amersfoort"}
    code, printed, _ = run(rows, dry_run=False)
    assert (code, printed["nieuw"]) == (0, 3)
    assert sorted(Gemeente.objects.values_list("naam", "cbs_code")) == [
        ("Amersfoort", "0307"),
        ("Leusden", "0327"),
    ]
    with tenant_scope_of_all():
        assert Dossier.objects.count() == 3
    assert run(rows, dry_run=False)[1] == {
        "nieuw": 0,
        "gewijzigd": 0,
        "ongewijzigd": 3,
        "geweigerd": 0,
        "fouten": [],
    }


def tenant_scope_of_all():
    from contextlib import contextmanager

    from django.db import transaction

    @contextmanager
    def scope():
        with transaction.atomic(), tenant_scope(Gemeente.objects.values_list("pk", flat=True)):
            yield

    return scope()


def test_one_gemeente_refuses_rows_of_another_and_takes_rows_that_name_none(run):
    rows = people(3)
    rows[1] |= {"Gekoppelde gemeente": "Amersfoort"}
    rows[2] |= {"Gekoppelde gemeente": "", "Plaats": ""}
    _, printed, _ = run(rows, "Leusden")
    assert (printed["nieuw"], printed["geweigerd"]) == (2, 1)
    assert "Amersfoort" in printed["fouten"][0]["fout"]


def test_somebody_who_may_be_double_is_not_brought_in_without_a_choice(run):
    run([row()], dry_run=False)
    _, printed, _ = run([row(V_nummer="2895082399", BSN="")], dry_run=False)
    assert (printed["nieuw"], printed["geweigerd"]) == (0, 1)
    assert "Misschien is dit de persoon van dossier" in printed["fouten"][0]["fout"]
    with tenant_scope_of_all():
        assert Dossier.objects.count() == 1


@pytest.mark.parametrize(
    ("content", "gemeente", "words"),
    [
        (b"MZ\x90\x00", None, "programma"),
        (b"A;B\n1;2\n", None, "Achternaam"),
        (b"Achternaam;Plaats\nHaddad;Leusden\n", "Leusdenn", "Bedoelt u Leusden?"),
    ],
)
def test_what_cannot_be_read_gives_one_line_and_exit_code_two(run, content, gemeente, words):
    code, printed, complaint = run(content, gemeente)
    assert (code, printed) == (2, None)
    assert words in complaint
    assert complaint.count("\n") == 1


def test_a_file_that_is_not_there_gives_one_line_and_exit_code_two(tmp_path, capsys):
    assert run_import(str(tmp_path / "weg.csv"), None, True) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "niet te openen" in printed.err

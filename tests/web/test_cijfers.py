"""Figures tell about groups; nobody can read or compute a small number from them."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.utils.timezone import localdate
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from meedoen.domain.dossier.models import Dossier
from meedoen.domain.regio.models import Beveiligingsgebeurtenis, Rol, Verwerking
from meedoen.domain.termijn.actions import reckon
from meedoen.domain.termijn.models import Werkpunt
from meedoen.web.inkoper.onthullen import FEW, HIDDEN, safe_table
from tests.factories import appoint

URL = "/cijfers/"
MANY = 20_000


def ranges(rows):
    """What a reader knows of each number: from and to."""
    meaning = {FEW: (1, 4), HIDDEN: (1, MANY)}
    return [[meaning.get(shown, (shown, shown)) for shown in row] for row in rows]


def compute(known):
    """Narrow each number by the totals until nothing changes: what a patient reader could find."""
    height, width = len(known), len(known[0])
    lines = [[(y, x) for x in range(width)] for y in range(height)]
    lines += [[(y, x) for y in range(height)] for x in range(width)]
    changed = True
    while changed:
        changed = False
        for *parts, total in lines:
            low = {place: known[place[0]][place[1]][0] for place in (*parts, total)}
            high = {place: known[place[0]][place[1]][1] for place in (*parts, total)}
            sums = {place: (sum(low[p] for p in parts), sum(high[p] for p in parts)) for place in parts}
            found = {total: (sum(low[p] for p in parts), sum(high[p] for p in parts))}
            for place in parts:
                others = (sums[place][0] - low[place], sums[place][1] - high[place])
                found[place] = (low[total] - others[1], high[total] - others[0])
            for place, (lowest, highest) in found.items():
                new = (max(low[place], lowest), min(high[place], highest))
                if new != (low[place], high[place]):
                    known[place[0]][place[1]] = new
                    changed = True
    return known


tables = st.integers(1, 5).flatmap(
    lambda width: st.lists(
        st.lists(
            st.one_of(st.just(0), st.integers(1, 8), st.integers(0, 300)), min_size=width, max_size=width
        ),
        min_size=1,
        max_size=6,
    )
)


@given(tables)
@example([[3, 20, 30]])
@example([[1, 1], [40, 50]])
@example([[4, 4], [4, 4]])
@example([[0, 3], [0, 0]])
@example([[2, 9], [9, 9]])
@example([[5, 1], [5, 1]])
@example([[0, 1], [0, 1], [1, 1]])
@example([[1]])
@example([[1, 1, 1, 1]])
@settings(max_examples=200, deadline=None)
def test_no_small_number_can_be_computed(counts):
    rows, _ = safe_table(counts)
    for shown, known in zip(rows, compute(ranges(rows)), strict=True):
        for text, (low, high) in zip(shown, known, strict=True):
            assert text not in {1, 2, 3, 4}
            if text in {FEW, HIDDEN}:
                assert low < high


@given(tables)
def test_what_is_shown_is_true(counts):
    rows, hidden = safe_table(counts)
    whole = [[*row, sum(row)] for row in counts]
    whole.append([sum(column) for column in zip(*whole, strict=True)])
    for shown, true in zip(rows, whole, strict=True):
        for text, number in zip(shown, true, strict=True):
            if text == FEW:
                assert 1 <= number <= 4
            elif text == HIDDEN:
                assert number >= 1
            else:
                assert text == number
    assert hidden == {y for y, row in enumerate(rows[:-1]) if row[-1] == HIDDEN}


def test_large_numbers_are_all_shown():
    assert safe_table([[10, 0], [30, 40]])[0] == [[10, 0, 10], [30, 40, 70], [40, 40, 80]]


# --- the page ----------------------------------------------------------------------------------------


@pytest.fixture
def people(world):
    """Eight on the B1-route and two on the Z-route in Leusden, six without a route in Amersfoort."""

    def make(count, gemeente, leerroute, **fields):
        ids = [world.dossier(None, gemeente, **fields).pk for _ in range(count)]
        with world.scope():
            reckon(ids, on=localdate())
            Werkpunt.objects.filter(dossier_id__in=ids).update(leerroute=leerroute)

    planned = localdate() - timedelta(days=5)
    make(8, world.leusden, "B1-route", eerste_pip_on=planned)
    make(2, world.leusden, "Z-route")
    make(6, world.amersfoort, "")
    appoint(world.ingrid, world.amersfoort, Rol.INKOPER)


def table(response, key):
    return {place: numbers for t in response.context["tables"] if t.key == key for place, numbers in t.rows}


def test_counts_by_leerroute_without_small_numbers(as_, people):
    response = as_("ingrid").get(URL)
    route = table(response, "leerroute")
    # B1, onderwijsroute, Z, none, total
    assert route["Leusden"] == [HIDDEN, 0, FEW, 0, 10]
    assert route["Amersfoort"] == [0, 0, 0, 6, 6]
    assert route["Samen"] == [HIDDEN, 0, FEW, 6, 16]
    assert "Haddad" not in response.content.decode()
    assert "&lt; 5" in response.content.decode()


def test_pips_in_time(as_, world, people):
    made = table(as_("ingrid").get(URL), "vastgesteld")
    assert made["Leusden"] == [8, 0, 0, 8]
    with world.scope():
        for dossier in Dossier.objects.filter(eerste_pip_on__isnull=False):
            Dossier.objects.filter(pk=dossier.pk).update(inschrijving_on=localdate() - timedelta(days=150))
        reckon(Dossier.objects.values_list("pk", flat=True), on=localdate())
    made = table(as_("ingrid").get(URL), "vastgesteld")
    assert made["Leusden"] == [0, 8, 0, 8]
    waiting = table(as_("ingrid").get(URL), "wachtend")
    # Two wait in Leusden: with 6 beside a total of 8 they could be computed.
    assert waiting["Amersfoort"][0] == HIDDEN
    assert waiting["Leusden"][0] == FEW


def test_closed_dossiers_are_not_open(as_, world):
    ids = [world.dossier(None, afgesloten_on=localdate()).pk for _ in range(6)]
    with world.scope():
        reckon(ids, on=localdate())
    assert table(as_("ingrid").get(URL), "leerroute")["Leusden"] == [0, 0, 0, 0, 0]


def test_only_the_own_gemeenten(as_, world, people):
    assert set(table(as_("tineke").get(URL), "leerroute")) == {"Leusden"}
    appoint(world.tineke, world.amersfoort, Rol.KLANTMANAGER)
    assert set(table(as_("tineke").get(URL), "leerroute")) == {"Leusden"}


def test_a_total_that_one_table_hides_is_hidden_in_the_other(as_, world):
    ids = [world.dossier(None).pk for _ in range(5)]
    with world.scope():
        reckon(ids, on=localdate())
        for pk, route in zip(ids, ("B1-route", "B1-route", "Z-route", "Z-route", "Z-route"), strict=True):
            Werkpunt.objects.filter(dossier_id=pk).update(leerroute=route)
        # 2 + 3: neither follows from 5, so the total may be shown.
    response = as_("ingrid").get(URL)
    assert table(response, "leerroute")["Leusden"] == [FEW, 0, FEW, 0, 5]
    with world.scope():
        Werkpunt.objects.filter(dossier_id__in=ids[:2]).update(leerroute="Z-route")
        Werkpunt.objects.filter(dossier_id=ids[0]).update(gesloten=True)
        Werkpunt.objects.filter(dossier_id__in=ids[1:]).update(leerroute="Z-route")
    response = as_("ingrid").get(URL)
    assert table(response, "leerroute")["Leusden"] == [0, 0, FEW, 0, FEW]
    assert table(response, "doelgroep")["Leusden"][-1] == FEW


@pytest.mark.parametrize(
    ("name", "status"),
    [("ingrid", 200), ("tineke", 200), ("aad", 200), ("alice", 403), ("bas", 403), ("nobody", 403)],
)
def test_who_sees_the_figures(as_, name, status):
    for url in (URL, URL + "excel/"):
        assert as_(name).get(url).status_code == status
    assert as_(name).post(URL + "excel/", {"doel": "Begroting maken"}).status_code == status


def test_nobody_is_read_so_there_is_no_evidence_of_persons(as_, world, people):
    as_("ingrid").get(URL)
    with world.scope():
        assert not Verwerking.objects.exists()


def test_the_same_figures_in_excel_with_a_purpose(as_, world, people):
    refused = as_("ingrid").post(URL + "excel/", {"doel": ""})
    assert "error-summary" in refused.content.decode()
    response = as_("ingrid").post(URL + "excel/", {"doel": "Begroting maken"})
    rows = list(load_workbook(BytesIO(response.content)).active.values)
    assert rows[0] == ("Tabel", "Gemeente", "Wat", "Aantal", "Stand van")
    assert ("Open dossiers per leerroute", "Leusden", "Z-route", FEW) in {row[:4] for row in rows}
    assert not any(row[3] in {1, 2, 3, 4} for row in rows[1:])
    event = Beveiligingsgebeurtenis.objects.get(name="export")
    assert event.detail == "cijfers zonder personen: Begroting maken"

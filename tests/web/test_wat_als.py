"""What if the law had another number: figures for who decides, names only for who may open the dossier."""

from datetime import date, timedelta
from itertools import product

import pytest
from django.utils.html import escape
from django.utils.timezone import localdate
from hypothesis import given, settings
from hypothesis import strategies as st

from meedoen.domain.dossier.models import Dossier
from meedoen.domain.regio.models import Verwerking
from meedoen.law.caseload.policy import policy
from meedoen.law.caseload.whatif import Bin, Difference, Effect, Move
from meedoen.web.beleid.figuren import answer, enlarged, merged
from meedoen.web.beleid.keuze import WhatIfForm, choosable
from meedoen.web.beleid.verhullen import safe_pairs, safe_row
from meedoen.web.inkoper.onthullen import FEW, HIDDEN

pytestmark = pytest.mark.django_db

URL = "/wat-als/"
LIST = "/wat-als/geraakt/"
HTMX = {"HX-Request": "true"}


def choice(**more):
    return {
        "getal": "bi2021.pip_termijn",
        "voor": "bi2021.pip_termijn",
        "waarde": "12",
        "op": "1-6-2026",
        **more,
    }


def dossiers(world, count, klantmanager=None, gemeente=None, **fields):
    kept = {
        "doelgroep": "gezinsmigrant_of_overige_migrant",
        "kennisgeving_on": date(2026, 4, 14),
        "inschrijving_on": date(2026, 4, 14),
        **fields,
    }
    return [world.dossier(klantmanager or world.alice, gemeente, **kept) for _ in range(count)]


def text(response):
    assert response.status_code == 200
    return response.content.decode()


def test_the_page_shows_how_many_get_another_answer(world, as_):
    dossiers(world, 20)
    page = text(as_("tineke").get(URL, choice()))
    assert '<span class="figure__number">20</span> van 20 dossiers krijgen een ander antwoord.' in page
    assert "10 weken wordt 12 weken (art. 5.3, eerste lid, Bi 2021)" in page
    assert "Steeds 14 dagen later." in page
    assert "hoeveel dossiers van uw gemeente een ander" in page
    assert "Kies een ander getal." not in page
    assert 'role="img"' in page
    assert "Uitgerekend in" in page


def test_without_a_choice_it_is_the_term_of_the_pip_as_it_is(world, as_):
    dossiers(world, 20)
    page = text(as_("ingrid").get(URL))
    assert '<span class="figure__number">0</span> van 20 dossiers' in page
    assert "Dit is wat de wet nu zegt, dus er verandert niets. Kies een ander getal." in page
    assert "Nu is het 10 weken: art. 5.3, eerste lid, Bi 2021 (Stb. 2021, 410, sinds 1 januari 2022)." in page
    assert 'value="10" min="0"' in page


def test_htmx_gets_only_the_answer(world, as_):
    dossiers(world, 20)
    part = text(as_("tineke").get(URL, choice(), headers=HTMX))
    assert "<html" not in part
    assert '<span class="figure__number">20</span>' in part
    assert 'id="waarde-veld"' not in part


def test_another_number_brings_its_own_slider(world, as_):
    asked = choice(getal="wi2021.inburgeringstermijn")
    part = text(as_("tineke").get(URL, asked, headers=HTMX))
    assert 'hx-swap-oob="innerHTML:#waarde-veld"' in part
    assert "Nu is het 3 jaar" in part
    assert 'value="3" min="0"' in part


def test_a_value_that_cannot_be_is_said_at_its_field(world, as_):
    page = text(as_("tineke").get(URL, choice(waarde="99999")))
    assert "Kies een getal van 0 tot en met 5200." in page
    assert "figure__number" not in page
    assert 'aria-invalid="true"' in page
    part = text(as_("tineke").get(URL, choice(waarde="-1"), headers=HTMX))
    assert "Er is nog geen uitkomst" in part
    assert 'id="waarde-veld"' not in part


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("31-12-2021", "Kies een dag van 1 januari 2022 tot en met 1 januari 2100."),
        ("2-1-2100", "Kies een dag van 1 januari 2022 tot en met 1 januari 2100."),
        ("morgen", "Schrijf de datum als dag-maand-jaar"),
        ("", "Er is nog geen uitkomst"),
    ],
)
def test_a_day_that_cannot_be_is_said(world, as_, day, said):
    page = text(as_("tineke").get(URL, choice(op=day)))
    assert said in page
    assert "figure__number" not in page


def test_a_number_that_is_not_there_becomes_the_first(world, as_):
    page = text(as_("tineke").get(URL, choice(getal="aow.leeftijd", voor="aow.leeftijd")))
    assert "Nu is het 10 weken" in page


def test_only_numbers_that_some_answer_rests_on_can_be_chosen():
    names = [one.name for one in choosable(date(2026, 6, 1))]
    assert {"bi2021.pip_termijn", "wi2021.inburgeringstermijn", "bi2021.a2_cursusuren"} <= set(names)
    assert not [name for name in names if name.startswith(("aow.", "atw."))]
    assert "bi2021.tijdelijke_doelen" not in names
    assert "bi2021.pip_termijn_na_informatie" not in [one.name for one in choosable(date(2022, 6, 1))]


def test_the_form_gives_an_address_that_opens_the_same():
    from django.http import QueryDict

    form = WhatIfForm(QueryDict("waarde=12&op=1-6-2026&afgesloten=on"), date(2026, 6, 1))
    assert form.is_valid()
    again = WhatIfForm(QueryDict(form.query()[1:]), date(2026, 7, 1))
    assert again.is_valid()
    assert again.cleaned_data == form.cleaned_data


# --- who may see what -------------------------------------------------------------------------------------


def test_figures_are_of_the_own_gemeente_only(world, as_):
    dossiers(world, 20)
    dossiers(world, 22, world.charlie, world.amersfoort)
    assert "van 20 dossiers" in text(as_("ingrid").get(URL, choice()))
    assert "van 22 dossiers" in text(as_("charlie").get(URL, choice()))
    assert "van 42 dossiers" in text(as_("regina").get(URL, choice()))


@pytest.mark.parametrize("who", ["ingrid", "aad"])
def test_who_may_not_open_dossiers_gets_figures_without_names(world, as_, who):
    made = dossiers(world, 20)
    page = text(as_(who).get(URL, choice()))
    assert LIST not in page
    assert made[0].inburgeringsplichtige.achternaam not in page
    assert as_(who).get(LIST, choice()).status_code == 403


def test_small_numbers_are_not_shown(world, as_):
    dossiers(world, 3)
    dossiers(world, 17, kennisgeving_on=None)
    page = text(as_("ingrid").get(URL, choice()))
    assert f'<span class="figure__number">{escape(FEW)}</span>' in page
    assert "Het zijn er te weinig om te laten zien hoe dit antwoord verandert." in page
    assert "14 dagen later" not in page
    assert '<svg class="chart' not in page


def test_about_a_handful_of_dossiers_there_are_no_figures(world, as_):
    dossiers(world, 19)
    page = text(as_("tineke").get(URL, choice()))
    assert "minder dan 20 dossiers" in page
    assert "figure__number" not in page
    assert LIST in page


def test_a_teamleider_sees_whom_it_concerns_and_that_is_written_down(world, as_):
    made = dossiers(world, 2)
    dossiers(world, 1, kennisgeving_on=date(2020, 1, 1), afgesloten_on=date(2021, 1, 1))
    page = text(as_("tineke").get(LIST, choice()))
    for dossier in made:
        assert f"/dossiers/{dossier.pk}/" in page
    assert "Laatste dag voor het PIP: 23 juni 2026 wordt 7 juli 2026 (14 dagen later)" in page
    assert "Nu: 10 weken na de kennisgeving van 14 april 2026." in page
    assert "Dan: 12 weken na de kennisgeving van 14 april 2026." in page
    with world.scope():
        rows = Verwerking.objects.filter(action="lijst")
        assert {row.dossier_id_logged for row in rows} == {dossier.pk for dossier in made}
        assert {row.actor for row in rows} == {world.tineke}


def test_figures_write_nothing_down_and_change_nothing(world, as_):
    dossiers(world, 20)
    with world.scope():
        before = list(Dossier.objects.order_by("pk").values())
    as_("tineke").get(URL, choice())
    with world.scope():
        assert Verwerking.objects.count() == 0
        assert list(Dossier.objects.order_by("pk").values()) == before


def test_a_klantmanager_sees_her_own_people_and_how_many_are_of_colleagues(world, as_):
    mine = dossiers(world, 1)
    theirs = dossiers(world, 2, world.bob)
    dossiers(world, 1, world.charlie, world.amersfoort)
    page = text(as_("alice").get(LIST, choice()))
    assert f"/dossiers/{mine[0].pk}/" in page
    assert not [one for one in theirs if f"/dossiers/{one.pk}/" in page]
    assert "Van &lt; 5 andere dossiers staan de namen hier niet" in page
    dossiers(world, 3, world.bob)
    assert "Van 5 andere dossiers staan de namen hier niet" in text(as_("alice").get(LIST, choice()))


def test_the_list_goes_back_when_there_is_no_choice(world, as_):
    response = as_("tineke").get(LIST, choice(waarde="x"))
    assert (response.status_code, response["Location"]) == (302, URL)


def test_the_list_says_when_it_concerns_nobody(world, as_):
    dossiers(world, 2)
    assert "Er is niemand die u mag openen" in text(as_("tineke").get(LIST, choice(waarde="10")))


def test_a_status_that_changes_is_on_the_list_without_days(world, as_):
    today = localdate()
    with world.scope():
        made = dossiers(world, 1, eerste_pip_on=today - timedelta(days=800), eerste_pip_elders=False)
    asked = choice(getal="wi2021.inburgeringstermijn", voor="wi2021.inburgeringstermijn", waarde="2")
    page = text(as_("tineke").get(LIST, {**asked, "op": f"{today:%d-%m-%Y}"}))
    assert f"/dossiers/{made[0].pk}/" in page
    assert "Inburgeringstermijn overschreden: nee wordt ja</dt>" in page


def test_closed_dossiers_count_only_when_asked(world, as_):
    dossiers(world, 20, afgesloten_on=date(2026, 5, 1))
    assert "minder dan 20 dossiers" in text(as_("tineke").get(URL, choice()))
    assert "van 20 dossiers" in text(as_("tineke").get(URL, choice(afgesloten="on")))


def test_dossiers_with_impossible_dates_are_counted_apart(world, as_):
    dossiers(world, 1, kennisgeving_on=date(9999, 12, 31))
    assert "&lt; 5 dossiers tellen niet mee" in text(as_("tineke").get(URL, choice()))


# --- what is hidden -----------------------------------------------------------------------------------------


def effect(affected, same, *bins, moves=(), unknown=0):
    spread = Difference("dagen", affected, 0, 1, 1, 1, 1, tuple(bins)) if bins else None
    total = affected + same + unknown
    return Effect("pip_deadline", "date", total, affected, 0, unknown, 0, spread, tuple(moves))


def test_a_few_that_change_are_not_split():
    shown = answer(effect(3, 40, Bin(14, 14, 3)))
    assert shown.counts[0] == FEW
    assert (shown.rows, shown.bars, shown.sentence) == ([], [], "")
    assert shown.changes


def test_a_few_that_stay_the_same_hide_how_many_change():
    shown = answer(effect(40, 2, Bin(14, 14, 40)))
    assert shown.counts == [HIDDEN, FEW, "0", "0", "42"]
    assert shown.rows == []


def test_rare_changes_are_taken_together_so_that_all_can_be_shown():
    shown = answer(effect(40, 20, Bin(11, 11, 2), Bin(14, 14, 35), Bin(15, 15, 3)))
    assert shown.rows == [("14 dagen later", "35"), ("andere wijzigingen", "5")]
    shown = answer(effect(45, 20, Bin(11, 11, 2), Bin(14, 14, 20), Bin(15, 15, 15), Bin(16, 16, 8)))
    assert shown.rows == [("14 dagen later", "20"), ("15 dagen later", "15"), ("andere wijzigingen", "10")]


def test_rare_differences_beside_one_become_one_range():
    shown = answer(effect(43, 20, Bin(11, 11, 1), Bin(13, 13, 1), Bin(14, 14, 40), Bin(18, 18, 1)))
    assert shown.rows == [("11 t/m 18 dagen later", "43")]


def test_a_range_never_holds_both_directions():
    found = merged((Bin(-9, -8, 6), Bin(-7, -1, 1), Bin(1, 7, 2), Bin(8, 14, 9), Bin(15, 21, 8)))
    assert found == (Bin(-9, -1, 7), Bin(1, 14, 11), Bin(15, 21, 8))
    assert merged((Bin(-7, -1, 1), Bin(1, 7, 2))) == (Bin(-7, -1, 1), Bin(1, 7, 2))


def test_a_rare_change_is_hidden_and_so_is_what_gives_it_away():
    shown = answer(effect(40, 20, Bin(14, 14, 20), Bin(15, 15, 17), moves=[Move("een datum", "onbekend", 3)]))
    assert [number for _, number in shown.rows] == ["20", HIDDEN, FEW]
    assert [label for label, _ in shown.rows][2] == "een datum → onbekend"
    assert [bar.length for bar in shown.bars] == [20, None, None]


def test_changes_of_which_the_sum_tells_all_are_not_shown():
    shown = answer(effect(8, 20, moves=[Move("ja", "nee", 4), Move("nee", "ja", 4)]))
    assert (shown.counts[0], shown.rows, shown.bars) == ("8", [], [])


def test_nobody_changes_is_plain():
    shown = answer(effect(0, 20))
    assert (shown.counts, shown.changes, shown.rows) == (["0", "20", "0", "0", "20"], False, [])


def test_a_few_of_which_the_sum_tells_all_are_not_shown():
    assert safe_row([4, 4]) is None
    assert safe_row([3]) is None
    assert safe_row([2, 2]) == [FEW, FEW]
    assert safe_row([1, 5, 30]) == [FEW, HIDDEN, HIDDEN]
    assert safe_row([0, 5, 30]) == [0, 5, 30]


rows_of_counts = st.lists(
    st.one_of(st.just(0), st.integers(1, 8), st.integers(0, 300)), min_size=1, max_size=6
)


@given(rows_of_counts)
def test_nobody_can_compute_a_small_number_from_a_row(counts):
    shown = safe_row(counts)
    if shown is None:
        return
    unknown = [place for place, one in enumerate(shown) if isinstance(one, str)]
    left = sum(counts) - sum(one for one in shown if isinstance(one, int))
    least = {place: 1 if shown[place] == FEW else 5 for place in unknown}
    most = {place: 4 if shown[place] == FEW else left for place in unknown}
    for place in (place for place in unknown if shown[place] == FEW):
        others = [other for other in unknown if other != place]
        possible = [
            value
            for value in range(1, 5)
            if sum(least[other] for other in others) <= left - value <= sum(most[other] for other in others)
        ]
        assert len(possible) > 1
        assert counts[place] in possible


def test_groups_beside_each_other_hide_only_what_is_needed():
    pairs = [(36, 3), (12, 2), (60, 34), (200, 47), (18, 0)]
    assert safe_pairs(pairs) == [(HIDDEN, FEW), (HIDDEN, FEW), (60, 34), (200, 47), (18, 0)]
    assert safe_pairs([(36, 3), (60, 34), (40, 29)]) == [(HIDDEN, FEW), (60, 34), (HIDDEN, HIDDEN)]
    assert safe_pairs([(36, 3), (18, 0)]) is None
    assert safe_pairs([(30, 9), (18, 0)]) == [(30, 9), (18, 0)]


def test_groups_of_a_few_dossiers_are_taken_together():
    groups = [("a", 40, 9), ("b", 1, 1), ("c", 2, 0), ("d", 6, 1)]
    assert enlarged(groups) == [("a", 40, 9), ("andere", 9, 2)]
    assert enlarged([("a", 40, 9), ("b", 3, 3)]) == [("a", 40, 9), ("b", 3, 3)]
    assert enlarged([("b", 1, 1), ("c", 0, 1)]) == [("andere", 1, 2)]


small_pairs = st.tuples(st.integers(0, 12), st.integers(0, 12)).filter(lambda pair: sum(pair) >= 5)


@settings(max_examples=300, deadline=None)
@given(st.lists(small_pairs, min_size=2, max_size=4))
def test_nobody_can_compute_a_small_number_from_groups(pairs):
    shown = safe_pairs(pairs)
    if shown is None:
        return
    unknown = [place for place, pair in enumerate(shown) if isinstance(pair[0], str)]
    meaning = {FEW: range(1, 5), HIDDEN: range(5, 100)}
    options = [
        [
            first
            for first in range(sum(pairs[place]) + 1)
            if first in meaning[shown[place][0]] and sum(pairs[place]) - first in meaning[shown[place][1]]
        ]
        for place in unknown
    ]
    total = sum(pairs[place][0] for place in unknown)
    possible = [found for found in product(*options) if sum(found) == total]
    for at, place in enumerate(unknown):
        assert pairs[place][0] in {found[at] for found in possible}
        assert len({found[at] for found in possible}) > 1


def test_a_policy_of_the_page_is_that_of_a_file():
    assert policy("x", date(2026, 6, 1), {"bi2021.pip_termijn": 12}).changes[0].raw == 12

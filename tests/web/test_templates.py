"""The frame of every page and the components: what they say, to whom, and that they never break."""

import re
from datetime import date, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.core.paginator import Paginator
from django.template import Context, Template, TemplateSyntaxError
from django.template.loader import get_template, render_to_string
from django.test import RequestFactory
from django.urls import reverse

import meedoen.web
from meedoen.domain.dossier.models import Dossier
from meedoen.law.kernel.citation import Source
from meedoen.law.kernel.outcome import Outcome, Status
from meedoen.web.fields import DayPartField, DutchDateField
from meedoen.web.templatetags.dutch import dutch_date, dutch_date_short, dutch_moment, masked
from meedoen.web.templatetags.shapes import deadline_shape

TEMPLATES = Path(meedoen.web.__file__).parent / "templates"
ON = date(2026, 11, 23)  # a Monday
BI = Source(
    "bi2021", "BWBR0045500", "Bi 2021", "Besluit inburgering 2021", (date(2022, 1, 1), date(2023, 1, 1))
)
ARTICLE = BI.art("5.3", lid=1)


class Page(HTMLParser):
    """A parsed page: all tags in order, with the ids and what points to them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember a tag."""
        self.tags.append((tag, dict(attrs)))

    def all(self, tag: str, **wanted: str) -> list[dict[str, str | None]]:
        """The attributes of every such tag."""
        found = [attrs for name, attrs in self.tags if name == tag]
        return [a for a in found if all(a.get(name) == value for name, value in wanted.items())]

    @property
    def ids(self) -> list[str]:
        """Every id on the page."""
        return [attrs["id"] for _, attrs in self.tags if attrs.get("id")]


def draw(source: str, **context: object) -> str:
    """Draw a piece of template; a request comes with it."""
    request = context.pop("request", RequestFactory().get("/"))
    return Template("{% load meedoen %}" + source).render(Context({"request": request, "on": ON, **context}))


def words(html: str) -> str:
    """What a reader reads: without tags, spaces made single."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def base(**context: object) -> str:
    """Draw base.html for somebody who is not logged in."""
    request = RequestFactory().get("/")
    request.user = context.pop("user", AnonymousUser())
    return render_to_string("base.html", context, request)


# --- every template ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", sorted(TEMPLATES.rglob("*.html")), ids=lambda p: str(p.relative_to(TEMPLATES))
)
def test_every_template_compiles(path):
    assert get_template(str(path.relative_to(TEMPLATES)))


def test_every_icon_that_a_template_names_is_vendored():
    icons = Path(meedoen.web.__file__).parent / "static" / "vendor" / "icons"
    named = {
        name
        for path in TEMPLATES.rglob("*.html")
        for name in re.findall(r"{% icon \"([a-z0-9-]+)\"", path.read_text(encoding="utf-8"))
    }
    assert named
    assert {name for name in named if not (icons / f"{name}.svg").is_file()} == set()


def test_no_template_asks_an_outcome_for_yes_or_no():
    """An undecided Outcome raises when it is asked; the components ask only for its status."""
    found = [
        path.name
        for path in (TEMPLATES / "components").glob("*.html")
        if re.search(r"{% (?:el)?if (?:not )?(?:outcome|clock)\b(?!\.)", path.read_text(encoding="utf-8"))
    ]
    assert found == []


# --- the frame --------------------------------------------------------------------------------------


def test_the_first_thing_to_reach_is_the_link_to_the_content():
    page = Page(base())
    assert page.all("a")[0]["href"] == "#inhoud"
    assert page.all("main", id="inhoud")
    assert page.all("html")[0] | {"class": ""} == {"lang": "nl", "dir": "ltr", "class": ""}


def test_the_stylesheets_come_in_the_order_of_the_cascade():
    sheets = [link["href"].rpartition("/")[2] for link in Page(base()).all("link", rel="stylesheet")]
    assert sheets == ["fonts.css", "tokens.css", "components.css", "app.css", "thema.css"]


def test_htmx_writes_no_style_keeps_no_history_and_evaluates_nothing():
    config = Page(base()).all("meta", name="htmx-config")[0]["content"]
    assert '"includeIndicatorStyles": false' in config
    assert '"historyCacheSize": 0' in config
    assert '"allowEval": false' in config


@pytest.mark.parametrize("demo", [True, False])
def test_the_demo_says_so_and_nothing_else_does(demo):
    assert ("Demo: alle personen zijn verzonnen" in base(demo=demo)) is demo


def test_the_current_page_is_marked_in_the_navigation():
    nav = [
        SimpleNamespace(url="/", label="Werkvoorraad", current=True),
        SimpleNamespace(url="/z", label="Zoeken"),
    ]
    links = [a for a in Page(base(nav=nav)).all("a") if a["href"] in ("/", "/z") and len(a) <= 2]
    assert [(a["href"], a.get("aria-current")) for a in links[-2:]] == [("/", "page"), ("/z", None)]


def test_one_gemeente_is_named_and_several_are_counted():
    assert "Leusden" in words(base(gemeenten=["Leusden"]))
    assert "2 gemeenten" in words(base(gemeenten=["Leusden", "Soest"]))


@pytest.mark.django_db
def test_logging_out_is_a_post_that_names_who_is_in(world):
    html = base(user=world.alice, rol="Klantmanager", csrf_token="token")
    assert "Alice" in words(html)
    assert "Klantmanager" in words(html)
    form = next(f for f in Page(html).all("form") if "uitloggen" in f["action"])
    assert form["method"] == "post"
    assert "csrfmiddlewaretoken" in html


@pytest.mark.parametrize(
    ("level", "tone", "role"),
    [
        (constants.SUCCESS, "ok", None),
        (constants.INFO, "info", None),
        (constants.WARNING, "warning", None),
        (constants.ERROR, "error", "alert"),
    ],
)
def test_a_message_looks_and_sounds_like_its_level(level, tone, role):
    html = render_to_string("components/messages.html", {"messages": [Message(level, "Klaar <b>")]})
    alert = next(a for a in Page(html).all("div") if f"utrecht-alert--{tone}" in (a.get("class") or ""))
    assert alert.get("role") == role
    assert "Klaar &lt;b&gt;" in html


# --- what the law says ------------------------------------------------------------------------------


def known(value: object, because: str, **more: object) -> Outcome:
    return Outcome(value, because, citation=ARTICLE, on=ON, **more)


def test_an_outcome_shows_value_sentence_and_the_text_of_the_day():
    html = draw(
        "{% outcome o label='Uiterste datum' %}", o=known(date(2026, 11, 27), "tien weken na de kennisgeving")
    )
    assert words(html) == (
        "Uiterste datum 27 november 2026 Tien weken na de kennisgeving ( art. 5.3, eerste lid, Bi 2021 )"
    )
    assert Page(html).all("a")[0]["href"] == ARTICLE.deep_link(ON)
    assert "<details" not in html


def test_the_reasons_unfold_to_the_deepest():
    deepest = known(600, "600 cursusuren zijn nodig")
    middle = known(None, "er is nog geen inschrijving", status=Status.UNKNOWN, grounds=(deepest,))
    html = draw("{% outcome o %}", o=known(True, "omdat het zo is", grounds=(middle,)))
    assert html.count("<summary>Waarom?") == 1
    assert html.count('<ul class="grounds">') == 2
    assert "Nog niet bekend : er is nog geen inschrijving" in words(html)
    assert "600 : 600 cursusuren zijn nodig" in words(html)


@pytest.mark.parametrize(
    ("status", "says", "css"),
    [
        (Status.UNKNOWN, "nog niet bekend", "outcome--unknown"),
        (Status.OORDEEL, "oordeel nodig", "outcome--oordeel"),
    ],
)
def test_what_nobody_can_answer_is_never_a_no(status, says, css):
    html = draw("{% outcome o %}", o=known(None, "beoordeel dit", status=status))
    assert says in words(html)
    assert css in html
    assert not re.search(r"\bnee\b", words(html))


def test_the_reading_that_was_followed_is_on_the_page():
    html = draw("{% outcome o %}", o=known(1, "x", reading="ook vóór de verhuizing"))
    assert "Lezing: ook vóór de verhuizing" in words(html)


def test_a_reading_that_only_a_ground_followed_is_on_the_page_without_unfolding():
    ground = known(1, "x", reading="zonder PIP loopt de termijn door")
    html = draw("{% outcome o %}", o=known(2, "y", grounds=(ground,)))
    assert "Lezing: zonder PIP loopt de termijn door" in words(html.split("<details")[0])


def test_on_a_page_of_a_dossier_an_outcome_leads_to_its_full_explanation():
    dossier, outcome = Dossier(pk=7), known(1, "x")
    html = draw("{% outcome o label='Uiterste datum' %}", o=outcome, dossier=dossier)
    assert Page(html).all("a")[-1]["href"] == "/dossiers/7/uitleg/?op=23-11-2026"
    assert words(html).endswith("Volledige uitleg : Uiterste datum")
    assert "Volledige uitleg" not in draw("{% outcome o supposed=True %}", o=outcome, dossier=dossier)
    assert "Volledige uitleg" not in draw("{% outcome o %}", o=outcome)


def test_a_number_of_the_law_is_that_of_the_day():
    assert draw("{% law_number 'bi2021.pip_termijn' on %}", on=ON) == "10 weken"
    assert draw("{% law_number 'wi2021.oproepen' on %}", on=date(2021, 1, 1)) == "3"


def test_every_place_in_the_law_is_a_link():
    outcome = known(1, "x", also=(BI.art("5.5", lid=2),))
    assert len(Page(draw("{% outcome o %}", o=outcome)).all("a")) == 2


def test_a_sentence_cannot_bring_markup():
    html = draw("{% outcome o label=l %}", o=known("<script>", "<img src=x>"), l="<b>")
    assert "<script" not in html
    assert "<img" not in html
    assert "<b>" not in html


@pytest.mark.parametrize(
    ("days", "group", "text"),
    [
        (-10, "te-laat", "te laat: 10 dagen"),
        (-1, "te-laat", "te laat: 1 dag"),
        (0, "deze-week", "deze week: vandaag"),
        (1, "deze-week", "deze week: nog 1 dag"),
        (6, "deze-week", "deze week: nog 6 dagen"),
        (7, "binnenkort", "binnenkort: nog 7 dagen"),
        (28, "binnenkort", "binnenkort: nog 28 dagen"),
        (29, "later", "later: nog 4 weken"),
    ],
)
def test_urgency_on_the_border_days_is_said_in_words(days, group, text):
    shape = deadline_shape(ON + timedelta(days=days), ON)
    assert (shape["group"], shape["text"]) == (group, text)
    assert text in words(draw("{% deadline due on %}", due=ON + timedelta(days=days)))


def test_a_week_ends_on_sunday():
    saturday = date(2026, 11, 28)
    assert deadline_shape(date(2026, 11, 29), saturday)["group"] == "deze-week"
    assert deadline_shape(date(2026, 11, 30), saturday)["group"] == "binnenkort"


def test_what_was_done_is_no_longer_urgent_and_lateness_is_not_hidden():
    due = date(2026, 11, 20)
    assert deadline_shape(due, ON, done_on=due)["text"] == "gedaan op 20 november 2026"
    assert (
        deadline_shape(due, ON, done_on=due + timedelta(1))["text"] == "gedaan op 21 november 2026, te laat"
    )


def test_a_deadline_nobody_knows_is_no_date_at_all():
    unknown = known(None, "geen kennisgeving", status=Status.UNKNOWN)
    assert deadline_shape(unknown, ON)["text"] == deadline_shape(None, ON)["text"] == "geen datum"


def test_the_person_header_covers_the_v_nummer_and_shows_the_clock():
    clock = known(date(2026, 11, 27), "10 weken na de kennisgeving")
    html = draw(
        "{% person_header name='Işıl' v_nummer='1234567789' gemeente='Leusden' clock=c on=on %}", c=clock
    )
    assert "1234567789" not in html
    assert "•••••••789" in html
    assert "PIP uiterlijk 27 november 2026 deze week: nog 4 dagen" in words(html)
    assert "art. 5.3, eerste lid, Bi 2021" in words(html)


def test_the_clock_stands_still_when_the_pip_is_established():
    clock = known(date(2026, 11, 20), "10 weken na de kennisgeving")
    html = draw(
        "{% person_header name='Işıl' clock=c on=on established_on=d %}", c=clock, d=date(2026, 11, 19)
    )
    assert "PIP vastgesteld op 19 november 2026" in words(html)
    assert "Dat moest uiterlijk op 20 november 2026: 10 weken na de kennisgeving" in words(html)
    assert "te laat" not in words(html)


def test_a_clock_that_does_not_run_says_why():
    clock = known(None, "er is nog geen kennisgeving", status=Status.UNKNOWN)
    html = draw("{% person_header name='Işıl' clock=c on=on %}", c=clock)
    assert "PIP: nog niet bekend Er is nog geen kennisgeving" in words(html)


def test_the_timeline_tells_the_real_date_beside_the_date_of_the_law():
    steps = [
        {"title": "Kennisgeving", "status": "done", "happened_on": date(2026, 9, 18)},
        {"title": "Intake", "status": "current", "url": "/intake"},
        {"title": "PIP", "status": "upcoming", "law_on": date(2026, 11, 27), "law_text": "art. 5.3"},
    ]
    html = draw("{% timeline steps on %}", steps=steps)
    said = words(html)
    assert "Kennisgeving (gedaan) 18 september 2026" in said
    assert "PIP (komt nog) volgens de wet uiterlijk 27 november 2026 (art. 5.3)" in said
    assert len(Page(html).all("li", **{"aria-current": "step"})) == 1


# --- lists ------------------------------------------------------------------------------------------

COLUMNS = [{"key": "naam", "label": "Naam"}, {"key": "uren", "label": "Uren", "numeric": True}, "Waarom"]


def heads(address: str) -> Page:
    return Page(draw("{% table_head columns %}", request=RequestFactory().get(address), columns=COLUMNS))


def test_a_sort_link_keeps_the_filters_and_starts_at_the_first_page():
    links = [a["href"] for a in heads("/?team=3&pagina=4").all("a")]
    assert links == ["?team=3&sorteer=naam", "?team=3&sorteer=uren"]


@pytest.mark.parametrize(
    ("address", "direction", "next_link"),
    [("/?sorteer=naam", "ascending", "?sorteer=-naam"), ("/?sorteer=-naam", "descending", "?sorteer=naam")],
)
def test_sorting_again_turns_it_around_and_is_announced(address, direction, next_link):
    page = heads(address)
    assert page.all("th")[0]["aria-sort"] == direction
    assert page.all("a")[0]["href"] == next_link
    assert "aria-sort" not in page.all("th")[1]


def test_a_table_names_itself_and_every_cell_its_column():
    html = draw(
        "{% table 'Uren per week' columns rows compact=True %}", columns=COLUMNS, rows=[["Işıl", 8, "<b>"]]
    )
    page = Page(html)
    assert "Uren per week" in words(html)
    assert [cell["data-label"] for cell in page.all("td")] == ["Naam", "Uren", "Waarom"]
    assert "&lt;b&gt;" in html


def test_a_row_that_misses_a_cell_is_a_fault_of_the_page():
    with pytest.raises(ValueError, match="shorter"):
        draw("{% table 'x' columns rows %}", columns=COLUMNS, rows=[["Işıl"]])


def test_pages_of_a_list_keep_the_filters():
    page = Paginator(range(400), 20).page(3)
    html = draw("{% pagination page %}", request=RequestFactory().get("/?team=3&pagina=3"), page=page)
    links = [a["href"] for a in Page(html).all("a")]
    assert links[0] == "?team=3&pagina=2"
    assert links[-1] == "?team=3&pagina=4"
    assert Page(html).all("a", **{"aria-current": "page"})[0]["href"] == "?team=3&pagina=3"


def test_one_page_needs_no_links():
    assert words(draw("{% pagination page %}", page=Paginator([1], 20).page(1))) == ""


def test_the_address_with_other_parameters():
    request = RequestFactory().get("/?a=1&b=2")
    assert draw("{% address_with b=None c='x y' %}", request=request) == "?a=1&amp;c=x+y"
    assert draw("{% address_with a=None b=None %}", request=request) == "?"


def test_two_versions_beside_each_other_mark_what_differs():
    rows = [{"label": "Telefoon", "mine": "1", "theirs": "2"}, {"label": "Adres", "mine": "x", "theirs": "x"}]
    assert words(draw("{% compare rows %}", rows=rows)).count("verschilt") == 1


# --- small things -----------------------------------------------------------------------------------


def test_pairs_without_a_value_are_left_out():
    html = draw(
        "{% definition_list d %}", d={"Tolk": True, "Start": date(2026, 3, 1), "Leeg": "", "Niets": None}
    )
    assert words(html) == "Tolk ja Start 1 maart 2026"


@pytest.mark.parametrize(
    ("value", "maximum", "shown"), [(1, 4, "25"), (0, 0, "0"), (9, 4, "100"), (-1, 4, "0")]
)
def test_progress_stays_between_nothing_and_all(value, maximum, shown):
    bar = Page(draw("{% progress v m 'Ingelezen' %}", v=value, m=maximum)).all("progress")[0]
    assert (bar["value"], bar["aria-label"]) == (shown, "Ingelezen")


def test_an_icon_is_decoration_unless_it_has_a_label():
    assert Page(draw("{% icon 'check' %}")).all("svg")[0]["aria-hidden"] == "true"
    named = Page(draw("{% icon 'check' label=label %}", label='Klaar "nu"')).all("svg")[0]
    assert (named["role"], named["aria-label"]) == ("img", 'Klaar "nu"')


@pytest.mark.parametrize("name", ["bestaat-niet", "../VENDORED.json", ""])
def test_an_unknown_icon_is_a_fault_of_the_page(name):
    with pytest.raises(TemplateSyntaxError):
        draw("{% icon name %}", name=name)


def test_blocks_hold_their_content_and_escape_their_title():
    html = draw(
        "{% panel t %}<p>a</p>{% endpanel %}{% alert tone='error' title=t %}{{ x }}{% endalert %}"
        "{% unfold t %}{{ x }}{% endunfold %}{% filter_panel clear_url='/' %}{{ x }}{% endfilter_panel %}"
        "{% actions %}{{ x }}{% endactions %}",
        t="<i>",
        x="<u>",
    )
    assert "<i>" not in html
    assert "<u>" not in html
    assert html.count("&lt;u&gt;") == 4
    assert "<p>a</p>" in html


def test_breadcrumbs_end_with_this_page():
    page = Page(draw("{% breadcrumbs 'Werkvoorraad' '/' 'Dossier' %}"))
    assert [a["href"] for a in page.all("a")] == ["/"]
    assert page.all("span", **{"aria-current": "page"})


def test_dates_are_written_in_dutch():
    assert dutch_date(date(2026, 3, 3)) == "3 maart 2026"
    assert dutch_date_short(date(2026, 3, 13)) == "13 mrt 2026"
    assert dutch_date(None) == dutch_date_short("") == dutch_moment(None) == ""


def test_a_moment_is_told_in_the_time_of_the_netherlands():
    moment = datetime(2026, 11, 23, 23, 30, tzinfo=ZoneInfo("UTC"))
    assert dutch_moment(moment) == "24 november 2026 om 00:30"
    assert dutch_date(moment) == "24 november 2026"


@pytest.mark.parametrize(("text", "shown"), [("1234567", "••••567"), ("123", "•••"), ("", ""), (None, "")])
def test_a_number_is_covered_but_for_its_end(text, shown):
    assert masked(text) == shown


def test_a_form_that_creates_keeps_its_key_when_it_comes_back():
    key = re.compile(r'name="verzending" value="([0-9a-f-]{36})"')
    fresh = [key.search(draw("{% verzending %}")).group(1) for _ in range(2)]
    assert fresh[0] != fresh[1]
    again = draw("{% verzending %}", request=RequestFactory().post("/", {"verzending": fresh[0]}))
    assert key.search(again).group(1) == fresh[0]


# --- forms ------------------------------------------------------------------------------------------

CHOICES = [("a", "A"), ("b", "B")]


class Everything(forms.Form):
    naam = forms.CharField(label="Naam", help_text="Zoals in het paspoort")
    geboren = DutchDateField(label="Geboren")
    uren = forms.IntegerField(label="Uren")
    verhaal = forms.CharField(label="Verhaal", widget=forms.Textarea(attrs={"placeholder": "weg", "rows": 3}))
    route = forms.ChoiceField(label="Route", choices=CHOICES)
    soort = forms.ChoiceField(
        label="Soort", choices=CHOICES, widget=forms.RadioSelect, help_text="Kies er een"
    )
    wensen = forms.MultipleChoiceField(label="Wensen", choices=CHOICES, widget=forms.CheckboxSelectMultiple)
    week = DayPartField(label="Week")
    akkoord = forms.BooleanField(label="Akkoord")
    bestand = forms.FileField(label="Bestand")
    opmerking = forms.CharField(label="Opmerking", required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, initial=1)


def test_everything_that_describes_a_field_stands_on_the_page_once():
    page = Page(str(Everything({})))
    assert len(page.ids) == len(set(page.ids))
    pointers = [attrs["aria-describedby"].split() for _, attrs in page.tags if attrs.get("aria-describedby")]
    assert len(pointers) >= 10
    assert {name for names in pointers for name in names} <= set(page.ids)
    assert {label["for"] for label in page.all("label") if label.get("for")} <= set(page.ids)


def test_the_summary_links_to_every_field_with_a_fault():
    page = Page(str(Everything({})))
    targets = [a["href"].removeprefix("#") for a in page.all("a")]
    assert len(targets) == 10
    assert set(targets) <= set(page.ids)


def test_hint_and_error_stand_between_label_and_box():
    html = str(Everything({})["naam"].as_field_group())
    order = [html.index(part) for part in ("<label", "Zoals in het paspoort", "id_naam_error", "<input")]
    assert order == sorted(order)
    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="id_naam_helptext id_naam_error"' in html


def test_the_browser_does_not_speak_before_we_do():
    page = Page(str(Everything()))
    boxes = [attrs for tag, attrs in page.tags if tag in ("input", "textarea", "select")]
    assert not [attrs for attrs in boxes if "required" in attrs or "placeholder" in attrs]
    assert page.all("input", name="naam")[0]["aria-required"] == "true"


def test_only_what_may_stay_empty_says_so():
    html = str(Everything())
    assert html.count("(niet verplicht)") == 1


def test_what_was_typed_comes_back_escaped():
    html = str(Everything({"naam": '"><script>', "verhaal": "</textarea><script>", "geboren": "<b>"}))
    assert "<script>" not in html
    assert "<b>" not in html


def test_every_box_has_the_class_of_the_design_system():
    page = Page(str(Everything()))
    for tag, attrs in page.tags:
        if tag in ("input", "textarea", "select") and attrs.get("type") != "hidden":
            assert re.search(
                r"utrecht-(textbox|textarea|select|checkbox|radio-button)--html|file-input", attrs["class"]
            )


def test_faults_of_the_whole_form_stand_in_the_summary():
    form = Everything({})
    form.add_error(None, "De einddatum ligt voor de begindatum.")
    assert "De einddatum ligt voor de begindatum." in words(str(form))


# --- what goes wrong --------------------------------------------------------------------------------


def error_page(name: str, **context: object) -> str:
    request = RequestFactory().get("/dossier/1/")
    request.user = AnonymousUser()
    return render_to_string(name, context, request)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("400.html", "probeer het opnieuw"),
        ("403.html", "Vraag de beheerder"),
        ("403_csrf.html", "verstuur het formulier opnieuw"),
        ("404.html", "Deze pagina is er niet, of u mag haar niet zien"),
        ("409.html", "Vergelijk de versies en kies"),
        ("500.html", "Ga terug en probeer het nog een keer"),
    ],
)
def test_every_error_page_says_what_to_do_and_keeps_typed_text(name, says):
    html = error_page(name)
    assert says in words(html)
    assert "data-error-page" in html


def test_a_page_that_is_not_there_is_the_same_to_the_byte_each_time():
    assert error_page("404.html") == error_page("404.html")


def test_the_page_about_a_fault_needs_no_context_at_all():
    assert "Er ging iets mis" in get_template("500.html").render()


def test_a_conflict_shows_both_versions_and_the_typed_text_in_a_form():
    form = Everything({"naam": "mijn tekst", "version": "4"})
    html = error_page(
        "409.html", form=form, differences=[{"label": "Naam", "mine": "mijn tekst", "theirs": "hun"}]
    )
    assert "U typte" in words(html)
    assert "hun" in words(html)
    page = Page(html)
    assert page.all("input", name="naam")[0]["value"] == "mijn tekst"
    assert page.all("input", name="version")[0]["value"] == "4"


# --- accounts ---------------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "heading"),
    [("account_login", "Inloggen"), ("account_reset_password", "Wachtwoord vergeten")],
)
def test_the_pages_before_log_in_are_in_the_house_style(client, name, heading):
    html = client.get(reverse(name)).content.decode()
    assert f"<h1>{heading}</h1>" in html
    assert "utrecht-button--primary-action" in html
    assert "Sign In" not in html


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("mfa_index", "Mijn account"),
        ("account_logout", "Uitloggen"),
    ],
)
def test_the_pages_of_an_account_are_in_the_house_style(as_, name, heading):
    html = as_("alice").get(reverse(name)).content.decode()
    assert f"<h1>{heading}</h1>" in html
    assert "Password" not in words(html)

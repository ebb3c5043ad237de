"""The brede intake on the screen: what the law asks, sections, autosave, two editors, completing."""

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from meedoen.domain.brede_intake.actions import Given, record_answers
from meedoen.domain.brede_intake.models import BredeIntake, Intakegegeven, Intakegesprek
from meedoen.domain.brede_intake.vragen import SECTIES
from meedoen.domain.dossier.models import Gebeurtenis
from meedoen.web.once import new_key


@pytest.fixture
def dossier(world):
    return world.dossier(world.alice)


def address(dossier, name="intake", *more):
    return reverse(f"klantmanager:{name}", args=[dossier.pk, *more])


def told(world, dossier, vraag="beroep", waarde="kok", **more):
    """Make an answer that COA gave."""
    fields = {"bron": "coa", "told_on": localdate(), **more}
    with world.scope():
        return Intakegegeven.objects.create(
            gemeente=dossier.gemeente, dossier=dossier, vraag=vraag, waarde=waarde, **fields
        )


def answer(world, dossier, vraag):
    with world.scope():
        return Intakegegeven.objects.filter(dossier=dossier, vraag=vraag).first()


def typed(client, dossier, sectie, **changes):
    """Return what a browser sends from the page of a section as it is now, with changes."""
    form = client.get(address(dossier, "intake-sectie", sectie)).context["form"]
    data = {}
    for name in form.fields:
        value = form[name].value()
        if value not in (None, "", []):
            data[name] = value
    return data | changes


@pytest.mark.parametrize("sectie", SECTIES, ids=lambda one: one.code)
def test_each_section_opens_for_the_klantmanager_only(dossier, as_, sectie):
    page = address(dossier, "intake-sectie", sectie.code)
    answer = as_("alice").get(page)
    assert answer.status_code == 200
    assert all(vraag.tekst in answer.context["form"].as_p() or vraag.wanneer for vraag in sectie.vragen)
    for name, status in {"bob": 403, "tineke": 403, "aad": 403, "ingrid": 403, "charlie": 404}.items():
        assert as_(name).get(page).status_code == status


def test_an_unknown_section_is_not_found(dossier, as_):
    assert as_("alice").get(address(dossier, "intake-sectie", "bestaat-niet")).status_code == 404
    assert as_("alice").post(address(dossier, "intake-bewaren", "bestaat-niet")).status_code == 404


def test_answers_are_saved_with_source_and_day(world, dossier, as_):
    alice = as_("alice")
    data = typed(alice, dossier, "werk", beroep="bakker", werkervaring_jaren="0", cv="False")
    assert alice.post(address(dossier, "intake-sectie", "werk"), data).status_code == 302
    row = answer(world, dossier, "beroep")
    assert (row.waarde, row.bron, row.told_on, row.by) == ("bakker", "inburgeraar", localdate(), world.alice)
    assert answer(world, dossier, "werkervaring_jaren").waarde == 0
    assert answer(world, dossier, "cv").waarde is False
    assert answer(world, dossier, "vaardigheden") is None


def test_what_was_not_told_by_the_person_says_so(world, dossier, as_):
    alice = as_("alice")
    data = typed(alice, dossier, "werk", beroep="bakker", zonder="on")
    assert alice.post(address(dossier, "intake-sectie", "werk"), data).status_code == 302
    assert answer(world, dossier, "beroep").bron == "klantmanager"


def test_the_week_and_a_date_are_kept_as_data(world, dossier, as_):
    alice = as_("alice")
    data = typed(
        alice,
        dossier,
        "beschikbaar",
        dagdelen=["ma_ochtend", "do_avond"],
        vanaf_on="3-12-2026",
        vervoer=["fiets", "ov"],
    )
    assert alice.post(address(dossier, "intake-sectie", "beschikbaar"), data).status_code == 302
    assert answer(world, dossier, "dagdelen").waarde == ["ma_ochtend", "do_avond"]
    assert answer(world, dossier, "vanaf_on").waarde == "2026-12-03"
    page = alice.get(address(dossier, "intake-sectie", "beschikbaar"))
    assert page.context["form"]["vervoer"].value() == ["fiets", "ov"]
    assert "ma ochtend, do avond" in alice.get(address(dossier)).content.decode()


@pytest.mark.parametrize(
    ("vraag", "text", "sentence"),
    [
        ("werkervaring_jaren", "veel", "heel getal"),
        ("werkervaring_jaren", "71", "70"),
        ("beroep", "x" * 201, "200"),
        ("rijbewijs", "vliegbrevet", "vliegbrevet"),
    ],
)
def test_what_cannot_be_is_said_and_the_rest_stays_typed(world, dossier, as_, vraag, text, sentence):
    alice = as_("alice")
    data = typed(alice, dossier, "werk", werk_herkomst="Een winkel van de familie.", **{vraag: text})
    page = alice.post(address(dossier, "intake-sectie", "werk"), data)
    assert page.status_code == 200
    assert page.context["form"].has_error(vraag)
    assert sentence in page.content.decode()
    assert "Een winkel van de familie." in page.content.decode()
    saving = alice.post(address(dossier, "intake-bewaren", "werk"), data)
    assert saving.status_code == 422
    assert page.context["form"].fields[vraag].label in saving.json()["message"]
    assert answer(world, dossier, "werk_herkomst") is None


def test_autosave_gives_the_versions_that_now_stand(world, dossier, as_):
    alice = as_("alice")
    data = typed(alice, dossier, "werk", beroep="bakker")
    first = alice.post(address(dossier, "intake-bewaren", "werk"), data)
    assert first.status_code == 200
    assert "beroep:1" in first.json()["version"].split()
    data |= {"beroep": "banketbakker", "version": first.json()["version"]}
    assert "beroep:2" in alice.post(address(dossier, "intake-bewaren", "werk"), data).json()["version"]
    assert answer(world, dossier, "beroep").waarde == "banketbakker"
    with world.scope():
        kept = answer(world, dossier, "beroep").history.all()
        assert {(row.waarde, row.history_user) for row in kept} == {
            ("bakker", world.alice),
            ("banketbakker", world.alice),
        }


def test_two_who_answer_different_questions_of_a_section_both_win(world, dossier, as_):
    alice, other_window = as_("alice"), as_("alice")
    mine, theirs = typed(alice, dossier, "werk"), typed(other_window, dossier, "werk")
    one = other_window.post(address(dossier, "intake-bewaren", "werk"), theirs | {"beroep": "bakker"})
    two = alice.post(address(dossier, "intake-bewaren", "werk"), mine | {"vaardigheden": "koken"})
    assert (one.status_code, two.status_code) == (200, 200)
    assert answer(world, dossier, "beroep").waarde == "bakker"
    assert answer(world, dossier, "vaardigheden").waarde == "koken"


def test_a_field_that_was_left_alone_takes_nothing_back(world, dossier, as_):
    alice, page = as_("alice"), address(dossier, "intake-sectie", "werk")
    alice.post(page, typed(alice, dossier, "werk", beroep="kok"))
    old = typed(alice, dossier, "werk")
    alice.post(page, typed(alice, dossier, "werk", beroep="bakker"))
    assert alice.post(page, old | {"vaardigheden": "bakken"}).status_code == 302
    assert answer(world, dossier, "beroep").waarde == "bakker"
    assert answer(world, dossier, "vaardigheden").waarde == "bakken"


def test_two_who_change_the_same_answer_see_both_and_lose_nothing(world, dossier, as_):
    told(world, dossier)
    alice, page = as_("alice"), address(dossier, "intake-sectie", "werk")
    seen = typed(alice, dossier, "werk")
    alice.post(page, seen | {"beroep": "bakker"})
    late = seen | {"beroep": "slager", "vaardigheden": "lange <b>tekst</b>"}
    assert alice.post(address(dossier, "intake-bewaren", "werk"), late).status_code == 409
    answered = alice.post(page, late)
    assert answered.status_code == 409
    text = answered.content.decode()
    assert "slager" in text
    assert "bakker" in text
    assert "lange &lt;b&gt;tekst&lt;/b&gt;" in text
    assert answer(world, dossier, "beroep").waarde == "bakker"
    assert 'name="bevestig"' not in text
    form = answered.context["form"]
    again = late | {"version": form["version"].value()}
    assert alice.post(page, again).status_code == 302
    assert answer(world, dossier, "beroep").waarde == "slager"


def test_what_others_told_is_shown_with_source_and_day_and_confirmed_with_one_click(world, dossier, as_):
    told(world, dossier)
    alice = as_("alice")
    page = alice.get(address(dossier, "intake-sectie", "werk")).content.decode()
    assert "Volgens COA" in page
    assert 'name="bevestig" value="beroep"' in page
    data = typed(alice, dossier, "werk", bevestig="beroep", vaardigheden="koken")
    assert alice.post(address(dossier, "intake-sectie", "werk"), data).status_code == 302
    row = answer(world, dossier, "beroep")
    assert (row.waarde, row.bron, row.bevestigd_on) == ("kok", "coa", localdate())
    assert answer(world, dossier, "vaardigheden").waarde == "koken"
    assert 'value="beroep"' not in alice.get(address(dossier, "intake-sectie", "werk")).content.decode()


def test_all_that_others_told_is_confirmed_at_once_but_not_what_changed_meanwhile(world, dossier, as_):
    told(world, dossier)
    told(world, dossier, "jaren_onderwijs", 12)
    alice = as_("alice")
    assert "Alles hierboven klopt nog" in alice.get(address(dossier)).content.decode()
    with world.scope():
        row = Intakegegeven.objects.get(vraag="beroep")
        row.waarde, row.version = "slager", 2
        row.save()
    data = {"gezien": ["beroep:1", "jaren_onderwijs:1"]}
    assert alice.post(address(dossier, "intake-bevestigen"), data).status_code == 302
    assert answer(world, dossier, "beroep").bevestigd_on is None
    assert answer(world, dossier, "jaren_onderwijs").bevestigd_on == localdate()
    assert as_("tineke").post(address(dossier, "intake-bevestigen"), data).status_code == 403
    assert as_("charlie").post(address(dossier, "intake-bevestigen"), data).status_code == 404
    assert alice.get(address(dossier, "intake-bevestigen")).status_code == 405


def test_who_may_only_view_reads_the_overview(world, dossier, as_):
    told(world, dossier)
    for name, status in {"tineke": 200, "bob": 403, "aad": 403, "ingrid": 403, "charlie": 404}.items():
        assert as_(name).get(address(dossier)).status_code == status
    page = as_("tineke").get(address(dossier)).content.decode()
    assert "kok" in page
    assert "klopt nog" not in page
    assert address(dossier, "intake-sectie", "werk") not in page
    assert address(dossier, "gezondheid") not in page


def test_the_law_is_counted_and_each_part_leads_to_its_page(world, dossier, as_):
    alice = as_("alice")
    parts = alice.get(address(dossier)).context["parts"]
    assert len(parts) == 9
    assert not any(part.done for part in parts)
    by_citation = {part.node["citations"][0][0]: part.url for part in parts}
    assert by_citation["art. 5.2, eerste lid, onderdeel a, Bi 2021"] == address(
        dossier, "intake-sectie", "taal"
    )
    assert all(alice.get(part.url).status_code == 200 for part in parts)


def test_the_private_talk_is_pointed_out_and_recorded(world, dossier, as_):
    alice = as_("alice")
    assert "zonder anderen erbij" in alice.get(address(dossier)).content.decode()
    assert alice.post(address(dossier, "intake-privegesprek")).status_code == 302
    with world.scope():
        assert BredeIntake.objects.get(dossier=dossier).privegesprek_aangeboden_on == localdate()
        assert Gebeurtenis.objects.filter(kind="PrivegesprekAangeboden").count() == 1
    assert as_("tineke").post(address(dossier, "intake-privegesprek")).status_code == 403


def test_a_conversation_is_kept_once_and_changed_with_a_version(world, dossier, as_):
    alice, page = as_("alice"), address(dossier, "intakegesprekken")
    data = {
        "version": "0",
        "gevoerd_on": f"{localdate():%d-%m-%Y}",
        "plaats": "azc",
        "aanwezig": "partner",
        "tolk": "Arabisch",
        "verslag": "Wil graag werken.",
        "gewezen": "on",
        "verzending": new_key(),
    }
    assert alice.post(page, data).status_code == 302
    assert alice.post(page, data).status_code == 302
    with world.scope():
        talk = Intakegesprek.objects.get()
        assert (talk.by, talk.plaats, talk.version) == (world.alice, "azc", 1)
        assert BredeIntake.objects.get().privegesprek_aangeboden_on == localdate()
    edit = address(dossier, "intakegesprek", talk.pk)
    changed = data | {"version": "1", "verslag": "Wil graag in de zorg werken."}
    assert alice.post(edit, changed).status_code == 302
    late = alice.post(edit, changed | {"verslag": "Iets anders."})
    assert late.status_code == 409
    assert "Iets anders." in late.content.decode()
    assert "in de zorg" in late.content.decode()
    assert "in de zorg" in as_("tineke").get(address(dossier)).content.decode()
    for name, status in {"bob": 403, "tineke": 403, "charlie": 404}.items():
        assert as_(name).get(edit).status_code == status
    other = world.dossier(world.alice)
    assert alice.get(address(other, "intakegesprek", talk.pk)).status_code == 404


def test_a_conversation_of_tomorrow_is_refused(world, dossier, as_):
    data = {"version": "0", "gevoerd_on": "1-1-2999", "plaats": "azc", "verzending": new_key()}
    page = as_("alice").post(address(dossier, "intakegesprekken"), data)
    assert "toekomst" in page.content.decode()
    with world.scope():
        assert not Intakegesprek.objects.exists()


def test_a_completed_intake_shows_its_answers_and_does_not_change(world, dossier, as_):
    with world.scope():
        given = [Given("beroep", "kok", 0)]
        record_answers(dossier, given, by=world.alice, on=localdate())
        intake = BredeIntake.objects.get(dossier=dossier)
        intake.afgerond_on = localdate()
        intake.save()
    alice, page = as_("alice"), address(dossier, "intake-sectie", "werk")
    shown = alice.get(page)
    assert "data-autosave=" not in shown.content.decode()
    assert shown.context["form"].fields["beroep"].disabled
    refused = alice.post(page, {"version": "beroep:1", "beroep": "bakker"})
    assert refused.status_code == 200
    assert "Heropen de intake" in refused.content.decode()
    assert alice.post(address(dossier, "intake-heropenen"), {"reden": ""}).status_code == 302
    assert "Heropen dan eerst" in alice.get(page).content.decode()
    assert alice.post(address(dossier, "intake-heropenen"), {"reden": "Nieuw diploma"}).status_code == 302
    assert alice.post(page, {"version": "beroep:1", "beroep": "bakker"}).status_code == 302
    assert answer(world, dossier, "beroep").waarde == "bakker"


def test_the_logbook_names_the_subject_once_and_never_the_answer(world, dossier, as_):
    alice = as_("alice")
    for beroep in ("kok", "bakker", "slager"):
        data = typed(alice, dossier, "werk", beroep=beroep)
        alice.post(address(dossier, "intake-bewaren", "werk"), data)
    with world.scope():
        sentences = [row.sentence for row in Gebeurtenis.objects.filter(dossier=dossier)]
    assert sum("vastgelegd: Werk" in sentence for sentence in sentences) == 1
    assert not any("kok" in sentence or "slager" in sentence for sentence in sentences)

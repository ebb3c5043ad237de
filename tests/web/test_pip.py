"""The pages of the PIP: write, check, establish, hand over, compare, translate."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from meedoen.domain.dossier.models import Document
from meedoen.domain.pip.actions import choose_leerroute, establish_pip, save_draft, start_draft
from meedoen.domain.pip.models import PIP, Afspraak, Informatieverzoek, Leerroutekeuze, Vertaling
from meedoen.domain.regio.models import Beleidsregel, Organisatie

WHY = "Wij kiezen de B1-route omdat het examen haalbaar is en past bij het werk."
FORM = {
    "motivatie": WHY,
    "niveau": "B1",
    "intensiteit_uren": "600",
    "alfabetisering": "NVT",
    "ondersteuning": "Elke maand een gesprek met de klantmanager.",
    "pvt_uren": "12",
    "map_uren": "40",
    "voortgangsgesprekken": "6",
    "vve_van_toepassing": "False",
    "pw_van_toepassing": "False",
    "vve": "",
    "participatiewet": "",
    "ontzorgen": "",
    "kinderopvang": "",
}


@pytest.fixture
def dossier(world):
    return world.dossier(world.alice)


@pytest.fixture
def draft(world, dossier):
    """A draft in which nothing is missing."""
    with world.scope():
        keuze = Leerroutekeuze(
            gemeente=dossier.gemeente,
            dossier=dossier,
            leerroute="B1-route",
            motivatie=WHY,
            overweging_onderwijsroute="Een studie past niet bij de wens om snel te werken.",
        )
        choose_leerroute(keuze, by=world.alice, on=localdate())
        pip = start_draft(dossier, by=world.alice, on=localdate())
        pip.ondersteuning, pip.pvt_uren, pip.map_uren, pip.voortgangsgesprekken = "Gesprekken", 12, 40, 6
        pip.vve_van_toepassing, pip.pw_van_toepassing, pip.intensiteit_uren = False, False, 600
        save_draft(pip, by=world.alice)
    return pip


@pytest.fixture
def decided(world, draft):
    with world.scope():
        return establish_pip(
            draft, dagtekening=localdate(), by=world.alice, ondertekenaar="A. de Vries", on=localdate()
        )


def to(name, *args):
    return reverse(f"klantmanager:{name}", args=args)


def once(**fields):
    return {"verzending": str(uuid.uuid4()), **fields}


def fresh(world, pip):
    with world.scope():
        return PIP.objects.get(pk=pip.pk)


READING = ("pip-versie", "pip-controleren")
WRITING = ("pip-bewerken", "pip-weggooien", "vertalingen", "afspraak-nieuw")


@pytest.mark.parametrize(
    ("who", "reads", "writes", "establishes"),
    [
        ("alice", 200, 200, 302),
        ("bob", 403, 403, 403),
        ("tineke", 200, 403, 302),
        ("charlie", 404, 404, 404),
        ("ingrid", 403, 403, 403),
        ("bas", 403, 403, 403),
        ("aad", 403, 403, 403),
    ],
)
def test_who_may_do_what(world, as_, dossier, draft, who, reads, writes, establishes):
    client = as_(who)
    assert client.get(to("pip", dossier.pk)).status_code == reads
    for name in READING:
        assert client.get(to(name, dossier.pk, draft.pk)).status_code == reads
    for name in WRITING:
        assert client.get(to(name, dossier.pk, draft.pk)).status_code == writes
    assert client.get(to("informatieverzoeken", dossier.pk)).status_code == writes
    # Not checked yet: who may establish is sent to the check.
    assert client.get(to("pip-vaststellen", dossier.pk, draft.pk)).status_code == establishes


def test_a_version_of_another_dossier_is_not_found(world, as_, dossier, draft):
    other = world.dossier(world.alice)
    for name in (*READING, *WRITING, "pip-vaststellen", "pip-uitreiken", "pip-intrekken"):
        assert as_("alice").get(to(name, other.pk, draft.pk)).status_code == 404
    assert as_("alice").get(to("pip-versie", dossier.pk, 999_999)).status_code == 404


def test_begin_write_check_establish_hand_over(world, as_, dossier, django_capture_on_commit_callbacks):
    client = as_("alice")
    with world.scope():
        choose_leerroute(
            Leerroutekeuze(
                gemeente=dossier.gemeente,
                dossier=dossier,
                leerroute="B1-route",
                motivatie=WHY,
                overweging_onderwijsroute="Een studie past niet bij de wens om snel te werken.",
            ),
            by=world.alice,
            on=localdate(),
        )
    begun = client.post(to("pip-beginnen", dossier.pk), once())
    with world.scope():
        pip = PIP.objects.get()
    assert begun.url == to("pip-bewerken", dossier.pk, pip.pk)
    saved = client.post(begun.url, {**FORM, "version": "1", "controleren": "1"})
    check = to("pip-controleren", dossier.pk, pip.pk)
    assert saved.url == check
    assert "Er ontbreekt niets" in client.get(check).content.decode()
    assert client.post(check).url == to("pip-vaststellen", dossier.pk, pip.pk)

    today = f"{localdate():%d-%m-%Y}"
    asked = once(dagtekening=today, bekendmaking=today, ondertekenaar="A. de Vries", functie="klantmanager")
    confirm = client.post(to("pip-vaststellen", dossier.pk, pip.pk), asked).content.decode()
    assert "De termijn begint op" in confirm
    assert "art. 11 Wi 2021" in confirm
    assert fresh(world, pip).status == "gecontroleerd"
    with django_capture_on_commit_callbacks(execute=True):
        done = client.post(to("pip-vaststellen", dossier.pk, pip.pk), {**asked, "bevestig": "1"})
    assert done.url == to("pip-versie", dossier.pk, pip.pk)
    assert fresh(world, pip).status == "vastgesteld"
    # The second press of the button changes nothing and leads to the same page.
    assert (
        client.post(to("pip-vaststellen", dossier.pk, pip.pk), {**asked, "bevestig": "1"}).status_code == 302
    )
    with world.scope():
        kept = list(Document.objects.values_list("soort", "taal"))
    assert sorted(kept) == [("pip_beschikking", "ar"), ("pip_leesbaar", "ar")]
    page = client.get(done.url).content.decode()
    assert "(PDF, Arabisch)" in page

    given = client.post(to("pip-uitreiken", dossier.pk, pip.pk), once(uitgereikt_on=today, hoe="gesprek"))
    assert given.url == done.url
    assert fresh(world, pip).status == "uitgereikt"
    assert "Bezwaar kan tot en met" in client.get(done.url).content.decode()


def test_nothing_is_established_without_confirmation_and_check(world, as_, dossier, draft):
    client = as_("alice")
    today = f"{localdate():%d-%m-%Y}"
    asked = once(dagtekening=today, bekendmaking=today, ondertekenaar="A", functie="f", bevestig="1")
    assert client.post(to("pip-vaststellen", dossier.pk, draft.pk), asked).url == to(
        "pip-controleren", dossier.pk, draft.pk
    )
    assert fresh(world, draft).status == "concept"


def test_a_change_after_the_check_asks_a_new_check(world, as_, dossier, draft):
    client = as_("alice")
    client.post(to("pip-controleren", dossier.pk, draft.pk))
    assert fresh(world, draft).status == "gecontroleerd"
    client.post(
        to("afspraak-nieuw", dossier.pk, draft.pk), once(version="0", eigenaar="gemeente", wat="Gesprek")
    )
    assert fresh(world, draft).status == "concept"


def test_dates_that_cannot_be_are_said_at_the_field(world, as_, dossier, draft):
    client = as_("alice")
    client.post(to("pip-controleren", dossier.pk, draft.pk))
    url = to("pip-vaststellen", dossier.pk, draft.pk)
    tomorrow, yesterday = (localdate() + timedelta(days=days) for days in (1, -1))
    names = {"ondertekenaar": "A", "functie": "f", "bekendmaking": f"{tomorrow:%d-%m-%Y}", "bevestig": "1"}
    page = client.post(url, once(dagtekening=f"{tomorrow:%d-%m-%Y}", **names)).content.decode()
    assert "ligt in de toekomst" in page
    page = client.post(url, once(dagtekening=f"{yesterday:%d-%m-%Y}", **names)).content.decode()
    assert "waarom de dagtekening eerder is" in page
    early = localdate() - timedelta(days=400)
    del names["bevestig"]
    page = client.post(
        url, once(dagtekening=f"{early:%d-%m-%Y}", reden="Getekend door het college", **names)
    ).content.decode()
    assert "Dit gaat nog niet naar DUO" in page
    assert "voor het begin van de plicht" in page
    assert fresh(world, draft).status == "gecontroleerd"


def test_back_dating_warns_on_the_confirmation(world, as_, dossier, draft):
    client = as_("alice")
    client.post(to("pip-controleren", dossier.pk, draft.pk))
    earlier = f"{localdate() - timedelta(days=2):%d-%m-%Y}"
    page = client.post(
        to("pip-vaststellen", dossier.pk, draft.pk),
        once(
            dagtekening=earlier,
            bekendmaking=f"{localdate():%d-%m-%Y}",
            ondertekenaar="A",
            functie="f",
            reden="Eergisteren getekend",
        ),
    ).content.decode()
    assert "De dagtekening ligt voor vandaag" in page
    assert "Eergisteren getekend" in page


def test_what_is_missing_links_to_the_field_with_the_article(world, as_, dossier):
    with world.scope():
        pip = start_draft(dossier, by=world.alice, on=localdate())
    page = as_("alice").get(to("pip-controleren", dossier.pk, pip.pk)).content.decode()
    edit = to("pip-bewerken", dossier.pk, pip.pk)
    assert f'href="{edit}#id_ondersteuning"' in page
    assert f'href="{edit}#id_vve_van_toepassing_group"' in page
    assert "art. 15, eerste lid, onderdeel b, Wi 2021" in page
    assert f'href="{to("leerroute", dossier.pk)}"' in page
    assert as_("alice").post(to("pip-controleren", dossier.pk, pip.pk)).status_code == 200
    form = as_("alice").get(edit).content.decode()
    for anchor in (
        "id_ondersteuning",
        "id_vve_van_toepassing_group",
        "id_pw_van_toepassing_group",
        "afspraken",
    ):
        assert f'id="{anchor}"' in form


def test_the_second_editor_gets_both_versions(world, as_, dossier, draft):
    client = as_("alice")
    url = to("pip-bewerken", dossier.pk, draft.pk)
    version = fresh(world, draft).version
    assert client.post(url, {**FORM, "version": version, "ondersteuning": "Tekst een"}).status_code == 302
    response = client.post(url, {**FORM, "version": version, "ondersteuning": "Tekst twee"})
    page = response.content.decode()
    assert response.status_code == 409
    assert "Tekst een" in page
    assert "Tekst twee" in page


def test_autosave_of_the_draft(world, as_, dossier, draft):
    client = as_("alice")
    url = to("pip-bewaren", dossier.pk, draft.pk)
    version = fresh(world, draft).version
    answer = client.post(url, {**FORM, "version": version})
    assert answer.json()["version"] == version + 1
    assert client.post(url, {**FORM, "version": version}).status_code == 409
    assert client.post(url, {**FORM, "version": version + 1, "pvt_uren": "x"}).status_code == 422


def test_a_decision_cannot_be_edited_on_any_page(world, as_, dossier, decided):
    client = as_("alice")
    before = fresh(world, decided).motivatie
    assert client.get(to("pip-bewerken", dossier.pk, decided.pk)).status_code == 302
    changed = {**FORM, "version": "2", "motivatie": "Een heel andere tekst dan die gold."}
    assert client.post(to("pip-bewerken", dossier.pk, decided.pk), changed).status_code == 302
    assert client.post(to("pip-bewaren", dossier.pk, decided.pk), changed).status_code == 422
    client.post(to("afspraak-nieuw", dossier.pk, decided.pk), once(version="0", eigenaar="gemeente", wat="x"))
    client.post(to("pip-weggooien", dossier.pk, decided.pk), {"reden": "Weg met dit besluit nu"})
    with world.scope():
        assert not Afspraak.objects.exists()
    assert fresh(world, decided).motivatie == before


def test_a_new_version_needs_a_reason_and_can_be_compared(world, as_, dossier, decided):
    client = as_("alice")
    client.post(to("pip-beginnen", dossier.pk), once(reden=""))
    with world.scope():
        assert PIP.objects.count() == 1
    client.post(to("pip-beginnen", dossier.pk), once(reden="Minder uren door betaald werk"))
    with world.scope():
        new = PIP.objects.get(versie=2)
        new.intensiteit_uren = 450
        save_draft(new, by=world.alice)
    page = client.get(to("pip-vergelijken", dossier.pk, new.pk, decided.pk)).content.decode()
    assert "1 onderdeel verschilt" in page
    assert "450" in page


def test_pressing_begin_twice_makes_one_draft(world, as_, dossier):
    client = as_("alice")
    words = once()
    first, second = (client.post(to("pip-beginnen", dossier.pk), words) for _ in range(2))
    assert first.url == second.url
    with world.scope():
        assert PIP.objects.count() == 1
    assert client.post(to("pip-beginnen", dossier.pk), {}).status_code == 400


def test_withdraw_and_discard_ask_a_reason(world, as_, dossier, decided):
    client = as_("tineke")
    url = to("pip-intrekken", dossier.pk, decided.pk)
    assert client.post(url, once(reden="kort")).status_code == 200
    client.post(url, once(reden="Op bezwaar herroepen: niet onderzocht"))
    assert fresh(world, decided).status == "ingetrokken"
    assert client.post(url, once(reden="Nog een keer, dat kan niet")).status_code == 200


def test_the_agreements_without_javascript(world, as_, dossier, draft):
    client = as_("alice")
    with world.scope():
        partner = Organisatie.objects.create(gemeente=world.leusden, naam="Taalhuis")
        stranger = Organisatie.objects.create(gemeente=world.amersfoort, naam="Andere school")
    url = to("afspraak-nieuw", dossier.pk, draft.pk)
    for wat in ("een", "twee"):
        words = once(version="0", eigenaar="partner", partner=partner.pk, wat=wat, uren_per_week="1,5")
        assert client.post(url, words).status_code == 302
    wrong = once(version="0", eigenaar="partner", partner=stranger.pk, wat="x")
    assert client.post(url, wrong).status_code == 200
    with world.scope():
        two = Afspraak.objects.get(wat="twee")
    args = (dossier.pk, draft.pk, two.pk)
    client.post(to("afspraak-verplaatsen", *args), {"richting": "omhoog"})
    with world.scope():
        assert [a.wat for a in Afspraak.objects.order_by("volgorde")] == ["twee", "een"]
        version = Afspraak.objects.get(pk=two.pk).version
    words = {"version": version, "eigenaar": "gemeente", "wat": "drie"}
    assert client.post(to("afspraak", *args), words).status_code == 302
    assert client.post(to("afspraak", *args), {**words, "wat": "vier"}).status_code == 409
    client.post(to("afspraak-weghalen", *args))
    with world.scope():
        assert list(Afspraak.objects.values_list("wat", flat=True)) == ["een"]
    assert client.get(to("afspraak-weghalen", *args)).status_code == 405
    assert client.get(to("afspraak", dossier.pk, draft.pk, 999_999)).status_code == 404


def test_policy_is_offered_as_policy(world, as_, dossier):
    Beleidsregel.objects.create(
        gemeente=world.leusden,
        onderwerp="voortgangsgesprekken",
        waarde=7,
        since=localdate(),
        besluit="B&W 12",
    )
    with world.scope():
        pip = start_draft(dossier, by=world.alice, on=localdate())
    page = as_("alice").get(to("pip-bewerken", dossier.pk, pip.pk)).content.decode()
    assert "Beleid van Leusden: 7 (B&amp;W 12). De wet noemt geen aantal." in page
    assert 'value="7"' in page


def test_a_preview_is_a_pdf_and_is_not_kept(world, as_, dossier, draft):
    for soort in ("pip_beschikking", "pip_leesbaar"):
        response = as_("alice").get(to("pip-voorbeeld", dossier.pk, draft.pk, soort) + "?taal=ar")
        assert response.content.startswith(b"%PDF-")
        assert response["Cache-Control"] == "no-store"
    assert as_("alice").get(to("pip-voorbeeld", dossier.pk, draft.pk, "brief")).status_code == 404
    with world.scope():
        assert not Document.objects.exists()


def test_letters_are_made_again_in_another_language(world, as_, dossier, decided):
    client = as_("alice")
    url = to("pip-documenten", dossier.pk, decided.pk)
    assert client.post(url, once(taal="tr")).status_code == 302
    client.post(url, once(taal="xx"))
    with world.scope():
        assert set(Document.objects.values_list("taal", flat=True)) == {"tr"}


def test_a_translation_that_is_checked_and_one_that_is_stale(world, as_, dossier, draft):
    client = as_("alice")
    url = to("vertalingen", dossier.pk, draft.pk)
    words = {
        "version": "0",
        "veld": "motivatie",
        "taal": "ar",
        "tekst": "نص الترجمة",
        "gecontroleerd_by": "Tolk",
        "gecontroleerd_on": f"{localdate():%d-%m-%Y}",
    }
    assert client.post(url, words).url == f"{url}?taal=ar"
    page = client.get(f"{url}?taal=ar").content.decode()
    assert 'dir="rtl"' in page
    assert "gecontroleerd" in page
    assert client.post(url, words).status_code == 409
    half = {**words, "version": "1", "gecontroleerd_on": ""}
    assert "zowel in wie" in client.post(url, half).content.decode()
    with world.scope():
        pip = PIP.objects.get(pk=draft.pk)
        pip.motivatie = "Wij kiezen de B1-route nu om een heel andere reden dan eerst."
        save_draft(pip, by=world.alice)
        assert Vertaling.objects.count() == 1
    assert "De Nederlandse tekst is veranderd" in client.get(f"{url}?taal=ar").content.decode()


def test_a_language_without_letters_is_said(world, as_):
    dossier = world.dossier(world.alice, persoon__taal="Somalisch")
    with world.scope():
        pip = start_draft(dossier, by=world.alice, on=localdate())
    page = as_("alice").get(to("pip-bewerken", dossier.pk, pip.pk)).content.decode()
    assert "De brieven zijn alleen in het Nederlands" in page


def test_information_of_others_and_its_deadline(world, as_, dossier):
    client = as_("alice")
    url = to("informatieverzoeken", dossier.pk)
    today = f"{localdate():%d-%m-%Y}"
    words = {"wat": "Diploma", "van_wie": "IDW", "gevraagd_on": today}
    assert client.post(url, once(**words, waarom_nodig="kort")).status_code == 200
    words["waarom_nodig"] = "Zonder de waardering van het diploma is de route niet te kiezen."
    assert client.post(url, once(**words)).status_code == 302
    with world.scope():
        verzoek = Informatieverzoek.objects.get()
    one = to("informatieverzoek", dossier.pk, verzoek.pk)
    assert client.get(one).status_code == 200
    assert client.post(one, {"version": "1", "ontvangen_on": today}).status_code == 302
    assert client.post(one, {"version": "1", "ontvangen_on": today}).status_code == 409
    assert "ontvangen" in client.get(url).content.decode()
    assert as_("tineke").get(one).status_code == 403


def test_no_personal_data_in_titles(world, as_, dossier, draft):
    for name in (*READING, *WRITING):
        page = as_("alice").get(to(name, dossier.pk, draft.pk)).content.decode()
        title = page.partition("<title>")[2].partition("</title>")[0]
        assert "Haddad" not in title
        assert title

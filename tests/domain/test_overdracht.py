"""Moving house: what goes along, a file that only the receiver opens, and nothing written over."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st
from joserfc import jwe
from joserfc.jwk import OKPKey
from jsonschema import Draft202012Validator

from meedoen.demo.numbers import fictional_bsn
from meedoen.documents.bridge.overdracht import give_pack
from meedoen.domain.brede_intake.models import BredeIntake, Gezondheid, Leerbaarheidstoets, Oproep
from meedoen.domain.dossier.actions import NotPossible
from meedoen.domain.keten.models import Aanlevering, Bron
from meedoen.domain.overdracht import strict
from meedoen.domain.overdracht.actions import (
    put_aside,
    receive,
    record_departure,
    record_request,
    take_over,
    trust_key,
    withdraw_key,
)
from meedoen.domain.overdracht.bestand import AGREE, ENCRYPT, TYPE, Refused, make_file, open_file
from meedoen.domain.overdracht.formaat import FORMAAT, Boete, Pakket
from meedoen.domain.overdracht.models import OntvangenOverdracht, Overdrachtssleutel
from meedoen.domain.overdracht.pakket import build
from meedoen.domain.overdracht.selectors import access_at_duo, content_of, trusted_keys
from meedoen.domain.overdracht.sleutels import key_file, own_keys, read_key_file
from meedoen.domain.pip.facts import pip_facts
from meedoen.domain.pip.models import PIP, Afspraak
from meedoen.law.inburgering.begrippen import Leerroute
from meedoen.law.inburgering.pip import pip_deadline
from tests.documents import pdf

MOVED, ASKED, TODAY = date(2026, 10, 1), date(2026, 10, 20), date(2026, 11, 2)
FINE = Boete(besloten_op=date(2026, 5, 4), grond="brede_intake", bedrag_euro=125)


def keys(gemeente):
    return own_keys(gemeente.cbs_code, gemeente.naam)


def trust(gemeente, other, by):
    return trust_key(gemeente, keys(other)[0].openbaar, gecontroleerd="gebeld met de beheerder", by=by)


@pytest.fixture
def verzoek(world):
    """Amina moved from Leusden to Amersfoort with a PIP of March; Amersfoort asked."""
    dossier = world.dossier(
        world.alice,
        persoon__bsn=fictional_bsn(7),
        kennisgeving_on=date(2026, 1, 12),
        inschrijving_on=date(2026, 1, 5),
        eerste_pip_on=date(2026, 3, 2),
    )
    with world.scope(world.leusden):
        own = {"gemeente": world.leusden, "dossier": dossier}
        pip = PIP.objects.create(**own, versie=1, leerroute=Leerroute.B1_ROUTE, motivatie="Zij was lerares.")
        Afspraak.objects.create(gemeente=world.leusden, pip=pip, eigenaar="gemeente", wat="Aanmelden bij les")
        pip.status, pip.dagtekening_on = PIP.Status.UITGEREIKT, date(2026, 3, 2)
        pip.save()
        PIP.objects.create(**own, versie=2, motivatie="Een concept dat niemand nog zag.")
        BredeIntake.objects.create(**own, afgerond_on=date(2026, 2, 20), samenvatting="Zij wil werken.")
        Leerbaarheidstoets.objects.create(
            **own, afgenomen_on=date(2026, 2, 2), resultaat="haalbaar", ontheffingsgrond="visueel"
        )
        health = Gezondheid(**own)
        health.lichamelijk = "diabetes"
        health.save()
        for nummer, uitkomst, why in ((1, "niet_verschenen", ""), (2, "afgezegd", "lag in het ziekenhuis")):
            Oproep.objects.create(
                **own,
                nummer=nummer,
                verstuurd_on=date(2026, 1, 13),
                termijn_on=date(2026, 1, 27),
                gesprek_at="2026-01-27T09:00Z",
                locatie="Gemeentehuis",
                uitkomst=uitkomst,
                toelichting=why,
            )
        made = record_departure(dossier, "0307", moved=MOVED, by=world.alice, on=TODAY)
        made.gevraagd_on, made.gevraagd_door, made.reden = ASKED, "C. Jansen", "voor het nieuwe PIP"
        record_request(made, by=world.alice, on=TODAY)
    return made


def give(world, verzoek, **more):
    asked = {"boetes": [FINE], "with_summary": False, "with_file": True, "hoe_veilig": ""} | more
    return give_pack(verzoek, **asked, by=world.alice, on=TODAY)


@pytest.fixture
def sent(world, verzoek):
    """Both gemeenten trust each other; the file that Leusden gave."""
    with world.scope(world.leusden):
        trust(world.leusden, world.amersfoort, world.bas)
        kept = give(world, verzoek)
        text = kept.bestand
    with world.scope(world.amersfoort):
        trust(world.amersfoort, world.leusden, world.charlie)
    return text.encode()


def received(world, data, on=TODAY):
    return receive(world.amersfoort, data, by=world.charlie, on=on)


def accept(world, ontvangen, dossier=None, inschrijving=MOVED):
    return take_over(
        ontvangen,
        dossier,
        inschrijving=inschrijving,
        klantmanager=world.charlie,
        by=world.charlie,
        on=TODAY,
    )


def test_what_one_gemeente_gives_the_other_reads_and_gets_its_own_ten_weeks(world, sent):
    with world.scope(world.amersfoort):
        ontvangen = received(world, sent)
        assert ontvangen.versleuteld
        dossier = accept(world, ontvangen)
        assert dossier.inburgeringsplichtige.bsn == fictional_bsn(7)
        assert (dossier.eerste_pip_on, dossier.eerste_pip_elders) == (date(2026, 3, 2), True)
        assert dossier.leerroutekeuze.eerdere_leerroute == Leerroute.B1_ROUTE
        assert dossier.leerbaarheidstoets.overgenomen_van == "Leusden"
        deadline = pip_deadline(pip_facts(dossier), on=TODAY)
        assert deadline.value == date(2026, 12, 10)
        assert "10 weken na de inschrijving op 1 oktober 2026 in de nieuwe gemeente" in deadline.explain()
        assert [row.grond for row in content_of(ontvangen).boetes] == ["brede_intake"]


def test_health_drafts_reasons_of_absence_and_the_ground_of_an_ontheffing_stay_here(world, verzoek):
    with world.scope(world.leusden):
        pakket = build(verzoek, nummer=uuid4(), boetes=[], with_summary=False, on=TODAY)
        said = json.dumps(strict.write(pakket), ensure_ascii=False)
    for secret in ("diabetes", "ziekenhuis", "visueel", "concept", "Zij wil werken"):
        assert secret not in said
    assert [row.nummer for row in pakket.oproepen] == [1]
    assert [plan.motivatie for plan in pakket.plannen] == ["Zij was lerares."]


def test_the_summary_of_the_intake_goes_along_only_when_chosen(world, verzoek):
    with world.scope(world.leusden):
        pakket = build(verzoek, nummer=uuid4(), boetes=[], with_summary=True, on=TODAY)
    assert pakket.intake is not None
    assert pakket.intake.samenvatting == "Zij wil werken."


def test_without_a_request_nothing_is_given(world, verzoek):
    with world.scope(world.leusden):
        verzoek.gevraagd_on = None
        with pytest.raises(NotPossible, match="het nieuwe college heeft er niet om gevraagd"):
            give(world, verzoek)


def test_without_a_leerroute_at_the_move_there_is_nothing_to_give(world):
    dossier = world.dossier(world.alice)
    with world.scope(world.leusden):
        made = record_departure(dossier, "0307", moved=MOVED, by=world.alice, on=TODAY)
        made.gevraagd_on, made.gevraagd_door, made.reden = ASKED, "C. Jansen", "het PIP"
        record_request(made, by=world.alice, on=TODAY)
        with pytest.raises(NotPossible, match="er was bij de verhuizing nog geen leerroute vastgesteld"):
            give(world, made)


def test_a_file_without_encryption_needs_an_explicit_choice(world, verzoek):
    with world.scope(world.leusden):
        with pytest.raises(NotPossible, match="Van Amersfoort vertrouwt uw gemeente geen sleutel"):
            give(world, verzoek)
        kept = give(world, verzoek, hoe_veilig="per beveiligde mail")
        assert not kept.versleuteld
        assert json.loads(kept.bestand)["inhoud"].count(".") == 2
    with world.scope(world.amersfoort):
        trust(world.amersfoort, world.leusden, world.charlie)
        assert not received(world, kept.bestand.encode()).versleuteld


def test_the_bsn_is_in_no_pdf_and_not_readable_in_an_encrypted_file(world, verzoek, sent, tmp_path):
    assert fictional_bsn(7).encode() not in sent
    with world.scope(world.leusden):
        document = verzoek.pakketten.get().document
        said = pdf.text(bytes(document.inhoud), tmp_path)
    assert fictional_bsn(7) not in said
    assert "€ 125 wegens niet meewerken aan de brede intake" in said


def test_the_pdf_is_tagged_and_has_headers_and_headings(world, verzoek, sent, tmp_path):
    with world.scope(world.leusden):
        printed = bytes(verzoek.pakketten.get().document.inhoud)
    found = pdf.opened(printed)
    with found.open_metadata() as meta:
        assert meta["dc:title"] == "Overdracht na een verhuizing"
        assert (meta["pdfuaid:part"], meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("1", "2", "A")
    assert bool(found.Root.MarkInfo.Marked)
    assert [level for level, _ in pdf.headings(found)][:2] == [1, 2]
    assert [one for one in pdf.elements(found) if one.S == "/TH"]
    done = pdf.run("qpdf", "--check", "PDF", pdf=printed, folder=tmp_path)
    assert done.returncode == 0, done.stdout


@examples(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
@pytest.mark.parametrize("encrypted", [True, False])
def test_a_file_in_which_any_byte_was_changed_is_refused(world, verzoek, encrypted, data):
    with world.scope(world.leusden):
        pakket = build(verzoek, nummer=uuid4(), boetes=[FINE], with_summary=False, on=TODAY)
    sender, receiver = keys(world.leusden)[0], keys(world.amersfoort)
    whole = make_file(pakket, sender, receiver[0].openbaar if encrypted else None).encode()
    at = data.draw(st.integers(0, len(whole) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda byte: byte != whole[at]))
    public = sender.openbaar.ondertekenen
    key = Overdrachtssleutel(andere_code="0327", andere_naam="Leusden", ondertekenen=public)
    trusted = {sender.openbaar.vingerafdruk: key}.get
    opened = open_file(whole, own=receiver, code="0307", trusted=trusted, on=TODAY)
    assert opened.pakket == pakket
    for changed in (whole[:at] + bytes([other]) + whole[at + 1 :], whole[:at] + whole[at + 1 :], whole[:at]):
        with pytest.raises(Refused):
            open_file(changed, own=receiver, code="0307", trusted=trusted, on=TODAY)


@pytest.mark.parametrize("encrypted", [True, False])
@pytest.mark.parametrize("forged", ["content", "signature"])
def test_a_well_formed_file_that_who_gives_did_not_sign_is_refused(world, verzoek, forged, encrypted):
    """Somebody between two gemeenten leaves out a fine, or signs with a key of her own."""
    with world.scope(world.leusden):
        pakket = build(verzoek, nummer=uuid4(), boetes=[FINE], with_summary=False, on=TODAY)
    sender, receiver = keys(world.leusden)[0], keys(world.amersfoort)
    if forged == "content":
        other = replace(pakket, boetes=())
        signed = json.loads(make_file(pakket, sender, None))["inhoud"].split(".")
        signed[1] = json.loads(make_file(other, sender, None))["inhoud"].split(".")[1]
        inside = ".".join(signed)
    else:
        thief = replace(sender, ondertekenen=own_keys("0344", "Utrecht")[0].ondertekenen)
        inside = json.loads(make_file(pakket, thief, None))["inhoud"]
    if encrypted:
        public = receiver[0].openbaar
        key = OKPKey.import_key({"kty": "OKP", "crv": "X25519", "x": public.versleutelen})
        header = {"alg": AGREE, "enc": ENCRYPT, "kid": public.vingerafdruk, "cty": TYPE}
        inside = jwe.encrypt_compact(header, inside.encode(), key, algorithms=[AGREE, ENCRYPT])
    key = Overdrachtssleutel(
        andere_code="0327", andere_naam="Leusden", ondertekenen=sender.openbaar.ondertekenen
    )
    with pytest.raises(Refused, match="gewijzigd of beschadigd"):
        open_file(
            (json.dumps({"formaat": FORMAAT, "inhoud": inside}, indent=1) + "\n").encode(),
            own=receiver,
            code="0307",
            trusted={sender.openbaar.vingerafdruk: key}.get,
            on=TODAY,
        )


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "Het bestand is leeg"),
        (b" \n", "Het bestand is leeg"),
        (b"%PDF-1.7", "Dit is de PDF"),
        (b"\x00\xff", "geen overdracht van Meedoen"),
        (b"[]", "geen overdracht van Meedoen"),
        (b"[" * 100_000, "geen overdracht van Meedoen"),
        (b'{"formaat": 1}', "geen overdracht van Meedoen"),
        (b'{"formaat": "meedoen-overdracht/1", "formaat": "x"}', "geen overdracht van Meedoen"),
        (b'{"formaat": "meedoen-overdracht/2", "inhoud": "x"}', "meedoen-overdracht/2"),
        (b'{"formaat": "meedoen-overdracht/1", "inhoud": "a.b.c"}', "gewijzigd of beschadigd"),
        (b"x" * (4 * 1024 * 1024 + 1), "groter dan 4 MB"),
    ],
)
def test_an_empty_or_hostile_file_is_refused_in_words(world, data, sentence):
    with world.scope(world.amersfoort):
        with pytest.raises(Refused, match=sentence):
            received(world, data)
        assert not OntvangenOverdracht.objects.exists()


def test_a_file_for_another_gemeente_is_not_opened(world, sent):
    with world.scope(world.leusden), pytest.raises(Refused, match="versleuteld voor een andere gemeente"):
        receive(world.leusden, sent, by=world.alice, on=TODAY)


def test_a_readable_file_for_another_gemeente_is_refused_too(world, verzoek):
    with world.scope(world.leusden):
        pakket = build(verzoek, nummer=uuid4(), boetes=[], with_summary=False, on=TODAY)
    sender = keys(world.leusden)[0]
    key = Overdrachtssleutel(
        andere_code="0327", andere_naam="Leusden", ondertekenen=sender.openbaar.ondertekenen
    )
    data, trusted = make_file(pakket, sender, None).encode(), {sender.openbaar.vingerafdruk: key}.get
    assert open_file(data, own=[], code="0307", trusted=trusted, on=TODAY).pakket == pakket
    with pytest.raises(Refused, match="voor de gemeente Amersfoort, niet voor uw gemeente"):
        open_file(data, own=[], code="0344", trusted=trusted, on=TODAY)


def test_a_file_of_who_is_not_trusted_or_no_longer_is_refused(world, sent):
    with world.scope(world.amersfoort):
        [key] = trusted_keys(world.amersfoort)
        withdraw_key(key, on=TODAY, by=world.charlie)
        with pytest.raises(Refused, match="sleutel van Leusden die is ingetrokken"):
            received(world, sent)
        Overdrachtssleutel.objects.all().delete()
        with pytest.raises(Refused, match="een sleutel die uw gemeente niet vertrouwt"):
            received(world, sent)


def test_a_file_is_read_until_the_last_day_and_not_after(world, sent):
    with world.scope(world.amersfoort):
        with pytest.raises(Refused, match="Dit bestand was geldig tot en met 03-12-2026"):
            received(world, sent, on=date(2026, 12, 4))
        assert received(world, sent, on=date(2026, 12, 3)).status == "gelezen"


def test_a_gemeente_cannot_sign_for_another(world, verzoek, sent):
    """Utrecht is trusted, and says that she is Leusden."""
    with world.scope(world.leusden):
        pakket = build(verzoek, nummer=uuid4(), boetes=[], with_summary=False, on=TODAY)
    stranger = own_keys("0344", "Utrecht")[0]
    text = make_file(pakket, stranger, keys(world.amersfoort)[0].openbaar)
    with world.scope(world.amersfoort):
        trust_key(world.amersfoort, stranger.openbaar, gecontroleerd="gebeld", by=world.charlie)
        with pytest.raises(Refused, match="maar is ondertekend door Utrecht"):
            received(world, text.encode())


def test_the_same_file_is_read_once(world, sent):
    with world.scope(world.amersfoort):
        first = received(world, sent)
        put_aside(first)
        assert received(world, sent).pk == first.pk
        accept(world, OntvangenOverdracht.objects.get())
        with pytest.raises(NotPossible, match="al overgenomen in een dossier"):
            received(world, sent)


def test_joining_fills_what_is_empty_and_writes_nothing_over(world, sent):
    ours = world.dossier(
        world.charlie,
        world.amersfoort,
        persoon__bsn=fictional_bsn(7),
        persoon__achternaam="El Haddad",
        kennisgeving_on=date(2026, 1, 15),
        eerste_pip_on=None,
        inschrijving_on=date(2026, 10, 3),
    )
    with world.scope(world.amersfoort):
        joined = accept(world, received(world, sent), ours)
        joined.refresh_from_db()
        assert joined.pk == ours.pk
        assert joined.inburgeringsplichtige.achternaam == "El Haddad"
        assert (joined.kennisgeving_on, joined.inschrijving_on) == (date(2026, 1, 15), date(2026, 10, 3))
        assert (joined.eerste_pip_on, joined.eerste_pip_elders) == (date(2026, 3, 2), True)
        told = Aanlevering.objects.get(dossier=joined, bron=Bron.GEMEENTE)
        assert told.gegevens["kennisgeving_on"] == "2026-01-12"
        assert fictional_bsn(7) not in json.dumps(told.gegevens)


def test_a_registration_before_the_pip_of_the_other_gemeente_cannot_be(world, sent):
    with world.scope(world.amersfoort):
        ontvangen = received(world, sent)
        with pytest.raises(NotPossible, match="Het PIP van Leusden is van 02-03-2026"):
            accept(world, ontvangen, inschrijving=date(2026, 3, 2))
        assert ontvangen.status == "gelezen"


def test_access_at_duo_ends_a_month_after_the_new_pip(world, verzoek):
    with world.scope(world.leusden):
        before = access_at_duo(verzoek, on=TODAY)
        assert (before.outcome.value, before.last_day) == (True, None)
        verzoek.nieuw_pip_on = date(2026, 10, 15)
        assert access_at_duo(verzoek, on=TODAY).last_day == date(2026, 11, 14)
        assert access_at_duo(verzoek, on=date(2026, 11, 14)).days_left == 1
        assert access_at_duo(verzoek, on=date(2026, 11, 14)).outcome.value is True
        over = access_at_duo(verzoek, on=date(2026, 11, 15))
        assert (over.outcome.value, over.days_left) == (False, 0)


def test_what_duo_told_of_the_new_pip_goes_before_what_was_typed(world, verzoek):
    with world.scope(world.leusden):
        Aanlevering.objects.create(
            gemeente=world.leusden,
            dossier=verzoek.dossier,
            bron=Bron.DUO,
            told_on=TODAY,
            gegevens={"pip": {"gemeentecode": "0307", "pip": {"dagtekeningPip": "2026-10-25"}}},
        )
        verzoek.nieuw_pip_on = date(2026, 10, 15)
        found = access_at_duo(verzoek, on=TODAY)
    assert (found.last_day, found.told_by_duo) == (date(2026, 11, 24), True)


def test_the_shipped_schema_is_that_of_the_code_and_accepts_what_we_make(world, verzoek):
    shipped = json.loads(Path(strict.__file__).with_name("meedoen-overdracht-1.schema.json").read_text())
    assert shipped == strict.whole_schema(Pakket)
    with world.scope(world.leusden):
        made = strict.write(build(verzoek, nummer=uuid4(), boetes=[FINE], with_summary=True, on=TODAY))
    check = Draft202012Validator(shipped)
    check.validate(made)
    for wrong in (
        {**made, "gezondheid": "x"},
        {**made, "boetes": [{"besloten_op": "2026-01-01"}]},
        {**made, "geldig_tot_en_met": "morgen"},
        {key: value for key, value in made.items() if key != "persoon"},
    ):
        assert not check.is_valid(wrong)
        with pytest.raises(strict.NotAsAgreed):
            strict.read(Pakket, wrong)


def test_a_key_file_travels_and_a_broken_one_is_refused(world):
    public = keys(world.leusden)[0].openbaar
    assert read_key_file(key_file(public).encode()) == public
    weak = {**json.loads(key_file(public)), "versleutelen": "A" * 43}
    for wrong in (b"", b"{}", b"\xff", json.dumps(weak).encode(), b"x" * 5000):
        with pytest.raises(NotPossible):
            read_key_file(wrong)


def test_a_key_is_trusted_only_after_comparing_its_fingerprint(world):
    public = keys(world.leusden)[0].openbaar
    with world.scope(world.amersfoort):
        with pytest.raises(NotPossible, match="Schrijf met wie u de vingerafdruk hebt vergeleken"):
            trust_key(world.amersfoort, public, gecontroleerd=" ", by=world.charlie)
        trust_key(world.amersfoort, public, gecontroleerd="gebeld", by=world.charlie)
        with pytest.raises(NotPossible, match="vertrouwt uw gemeente al"):
            trust_key(world.amersfoort, public, gecontroleerd="gebeld", by=world.charlie)
    with world.scope(world.leusden), pytest.raises(NotPossible, match="sleutel van uw eigen gemeente"):
        trust_key(world.leusden, public, gecontroleerd="gebeld", by=world.bas)


def test_an_older_key_of_the_settings_still_opens_what_was_encrypted_for_it(world, sent, settings):
    settings.OVERDRACHT_KEYS = [b"n" * 32, *settings.OVERDRACHT_KEYS]
    with world.scope(world.amersfoort):
        assert received(world, sent).versleuteld


def test_each_gemeente_has_keys_of_its_own(world):
    assert keys(world.leusden)[0].openbaar.ondertekenen != keys(world.amersfoort)[0].openbaar.ondertekenen

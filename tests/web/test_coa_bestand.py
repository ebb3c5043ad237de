"""A file of COA on the screen: its own columns, nothing about health, and what stays as it was."""

from datetime import date
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.timezone import localdate

from meedoen.domain.dossier.models import Dossier, Inburgeringsplichtige
from meedoen.domain.instroom.models import Import, Importregel
from meedoen.web.once import new_key

SAMPLE = Path(__file__).parents[2] / "docs" / "how-to" / "bestanden" / "coa-klantprofielen.csv"


def upload(client, data, name="coa.csv", **fields):
    told_on = f"{localdate():%d-%m-%Y}"
    return client.post(
        reverse("instroom:nieuw"),
        {
            "bestand": SimpleUploadedFile(name, data),
            "told_on": told_on,
            "soort": "coa",
            "verzending": new_key(),
            **fields,
        },
    )


def text(response):
    return " ".join(response.content.decode().split())


def test_from_a_file_of_coa_to_the_page_of_the_azc(world, as_):
    alice = as_("alice")
    form = alice.get(reverse("instroom:nieuw") + "?soort=coa").context["form"]
    assert form["soort"].value() == "coa"
    answer = upload(alice, SAMPLE.read_bytes())
    shown = text(alice.get(answer["Location"]))
    assert "(klantprofielen van COA)" in shown
    assert "slecht zicht" not in shown
    with world.scope():
        bestand = Import.objects.get()
    answer = alice.post(reverse("instroom:overnemen", args=[bestand.pk]), {"verzending": new_key()})
    assert "De goede rijen zijn overgenomen" in text(alice.get(answer["Location"]))
    with world.scope():
        dossier = Dossier.objects.get(inburgeringsplichtige__achternaam="Tesfay")
        # Rows without a remark keep nothing of the file, so the health in it is gone but for the seal.
        assert not Importregel.objects.exclude(cellen_sealed=None).exists()
    shown = text(alice.get(reverse("klantmanager:azc", args=[dossier.pk])))
    assert "Casemanager van COA" in shown
    assert "alle modules gevolgd" in shown
    assert "slecht zicht" not in shown


def test_the_page_with_columns_shows_nothing_about_health_as_an_example(world, as_):
    alice = as_("alice")
    data = (
        "V-nummer;Achternaam;Gemeente;Lichamelijke beperkingen;Medische info;Kleur\n"
        "2711000001;Tesfay;Leusden;slecht zicht;suikerziekte;blauw\n"
    )
    answer = upload(alice, data.encode())
    shown = text(alice.get(answer["Location"]))
    assert "Kolommen" in shown
    assert "slecht zicht" not in shown
    assert "suikerziekte" not in shown
    assert shown.count("«(afgeschermd)»") == 2
    assert "«blauw»" in shown
    assert "Telefoon in het AZC" in shown
    assert "Datum eerste PIP" not in shown


def test_the_preview_says_what_stays_as_it_was(world, as_):
    world.dossier(
        world.alice,
        persoon__v_nummer="2711000001",
        persoon__achternaam="Tesfay",
        persoon__voornaam="Selam",
        persoon__geboortedatum=date(1994, 3, 14),
        persoon__taal="am",
    )
    alice = as_("alice")
    answer = upload(alice, SAMPLE.read_bytes())
    shown = text(alice.get(answer["Location"]))
    assert "blijft zo; COA zegt: Tigrinya" in shown
    with world.scope():
        assert Inburgeringsplichtige.objects.get().taal == "am"


def test_json_is_read_on_the_screen_too_and_a_broken_one_says_what_to_do(as_):
    alice = as_("alice")
    good = b'[{"V-nummer": "2711000001", "Achternaam": "Tesfay", "Gemeente": "Leusden"}]'
    answer = upload(alice, good, name="coa.json")
    assert "In een json-bestand is rij 2 de eerste persoon." in text(alice.get(answer["Location"]))
    broken = upload(alice, b'[{"V-nummer": ', name="coa.json")
    assert broken.status_code == 422
    assert "Het json-bestand is beschadigd of niet volledig." in text(broken)


def test_without_a_choice_a_file_is_a_list_of_the_gemeente(world, as_):
    upload(as_("alice"), b"V-nummer;Achternaam;Gemeente\n2711000001;Tesfay;Leusden\n", soort="")
    with world.scope():
        assert Import.objects.get().soort == "gemeente"

"""The diagnosis sees from inside what would go wrong on Monday."""

import pytest

from meedoen.domain.keten.models import DUOAansluiting
from meedoen.project.diagnosis import diagnose


def test_with_people_and_the_right_keys_nothing_is_wrong(world):
    world.dossier(world.alice)
    assert diagnose()[0] == []


def test_other_keys_than_the_data_was_kept_with_are_told(world, settings):
    world.dossier(world.alice)
    settings.FIELD_KEYS = [b"x" * 32]
    wrong, _ = diagnose()
    assert len(wrong) == 1
    assert "MEEDOEN_FIELD_KEYS past niet" in wrong[0]


def test_an_older_key_behind_the_new_one_still_opens(world, settings):
    dossier = world.dossier(world.alice)
    settings.FIELD_KEYS = [b"n" * 32, *settings.FIELD_KEYS]
    assert dossier.inburgeringsplichtige.bsn.isdigit()
    assert diagnose()[0] == []


@pytest.mark.parametrize(("name", "sentence"), [("DEBUG", "MEEDOEN_DEBUG"), ("DEMO", "demo")])
def test_risks_are_said_but_do_not_stop(db, settings, name, sentence):
    setattr(settings, name, True)
    wrong, risky = diagnose()
    assert wrong == []
    assert any(sentence in line for line in risky)


@pytest.fixture
def connected(world, settings):
    """Leusden is connected to DUO, with every setting that this asks but a certificate."""
    oin = "00000001003214345000"
    DUOAansluiting.objects.create(gemeente=world.leusden, manier=DUOAansluiting.Manier.M2M, oin=oin)
    settings.DUO_URL, settings.DUO_OIN = "https://duo.example", "00000001800866472000"
    settings.DUO_CLIENT_HEADER, settings.TRUSTED_PROXY, settings.DUO_CERT = "X-Client-Subject", True, ""


def about_duo():
    return [line for line in diagnose()[1] if "DUO" in line]


def test_without_a_connected_gemeente_nothing_is_said_of_duo(world, settings):
    settings.DUO_URL = settings.DUO_OIN = settings.DUO_CERT = ""
    assert about_duo() == []


def test_a_gemeente_that_is_connected_without_certificate_is_told(connected):
    assert about_duo() == ["Leusden: Er is geen certificaat voor DUO (MEEDOEN_DUO_CERT)."]


def test_settings_for_duo_that_are_empty_are_told(connected, settings):
    settings.DUO_URL = settings.DUO_OIN = settings.DUO_CLIENT_HEADER = ""
    said = about_duo()
    assert [line.split()[0] for line in said] == [
        "MEEDOEN_DUO_URL",
        "MEEDOEN_DUO_OIN",
        "MEEDOEN_DUO_CLIENT_HEADER",
    ]
    assert said[2].endswith("meldingen van DUO worden geweigerd.")


def test_a_header_of_a_proxy_that_is_not_there_is_told(connected, settings):
    settings.TRUSTED_PROXY, settings.DUO_URL = False, "http://127.0.0.1:8080"
    (said,) = about_duo()
    assert said.startswith("MEEDOEN_DUO_CLIENT_HEADER telt alleen achter een eigen proxy")

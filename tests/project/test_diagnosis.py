"""The diagnosis sees from inside what would go wrong on Monday."""

import pytest

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

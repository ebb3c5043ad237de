"""The meedoen command tells what is wrong in words and never touches what is not its own."""

import os
import socket
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from meedoen.project.commands.keys import new_keys

MEEDOEN = Path(sys.executable).parent / "meedoen"


@pytest.fixture
def environment(tmp_path):
    """A clean environment with keys and a folder of its own."""
    kept = {
        name: text
        for name, text in os.environ.items()
        if not name.startswith("MEEDOEN_") and name not in {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}
    }
    return {**kept, **new_keys(), "MEEDOEN_DATA_DIR": str(tmp_path)}


def meedoen(*arguments: str, env: dict[str, str], cwd: Path | None = None) -> subprocess.CompletedProcess:
    return subprocess.run(
        [MEEDOEN, *arguments], env=env, cwd=cwd, capture_output=True, text=True, timeout=120
    )


def test_a_missing_key_stops_the_start_with_what_to_do(environment):
    del environment["MEEDOEN_FIELD_KEYS"]
    done = meedoen("serve", env=environment)
    assert done.returncode == 2
    assert "MEEDOEN_FIELD_KEYS ontbreekt" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("MEEDOEN_SECRET_KEY", "kort", "te kort"),
        ("MEEDOEN_INDEX_KEY", "geen-sleutel", "geen sleutel van 32 bytes"),
        ("MEEDOEN_HTTPS", "misschien", "gebruik ja of nee"),
        ("PORT", "acht", "gebruik een geheel getal"),
        ("MEEDOEN_HTTSP", "ja", "is geen instelling van Meedoen"),
    ],
)
def test_check_names_each_fault(environment, name, text, sentence):
    done = meedoen("check", env={**environment, name: text})
    assert done.returncode == 1
    assert name in done.stdout
    assert sentence in done.stdout


def test_check_says_that_the_database_is_not_made_yet(environment):
    done = meedoen("check", env=environment)
    assert done.returncode == 1
    assert "meedoen migrate" in done.stdout


def test_a_secret_may_stand_in_a_file(environment, tmp_path):
    path = tmp_path / "geheim"
    path.write_text(environment.pop("MEEDOEN_SECRET_KEY") + "\n")
    done = meedoen("check", env={**environment, "MEEDOEN_SECRET_KEY_FILE": str(path)})
    assert "MEEDOEN_SECRET_KEY" not in done.stdout


def test_two_sets_of_keys_differ():
    assert new_keys() != new_keys()


def test_the_demo_says_that_a_port_is_taken(environment):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = meedoen("demo", env={**environment, "PORT": port})
    assert done.returncode == 2
    assert f"Poort {port} is al in gebruik" in done.stderr


def test_the_demo_does_not_touch_a_database_that_is_not_its_own(environment, tmp_path):
    path = tmp_path / "demo" / "demo.sqlite3"
    path.parent.mkdir()
    database = sqlite3.connect(path)
    database.execute("create table echt (naam text)")
    database.execute("insert into echt values ('iemand')")
    database.commit()
    database.close()
    before = path.read_bytes()
    for arguments in (["demo", "--alleen-vullen"], ["demo", "--alleen-vullen", "--opnieuw"]):
        done = meedoen(*arguments, env=environment)
        assert done.returncode == 2
        assert "niet door de demo gemaakt" in done.stderr
    assert path.read_bytes() == before


def test_an_unreadable_facts_file_is_told(environment, tmp_path):
    done = meedoen(
        "wet",
        "leg-uit",
        "pip_deadline",
        "--feiten",
        "er-is-niets.yaml",
        "--op",
        "2026-03-02",
        env=environment,
    )
    assert done.returncode == 2
    assert "is niet te lezen" in done.stderr
    done = meedoen("wet", "leg-uit", "pip_deadline", "--feiten", "x", "--op", "2 maart", env=environment)
    assert done.returncode == 2
    assert "geen datum" in done.stderr


def test_the_first_beheerder_gets_a_link_and_no_password(environment):
    first = ["--gemeente", "Leusden", "--cbs", "0327", "--beheerder", "b@leusden.example", "--naam", "Bea"]
    done = meedoen("inrichten", *first, env=environment)
    assert done.returncode == 0, done.stderr
    assert "/account/wachtwoord/nieuw/" in done.stdout
    wrong = meedoen(
        "inrichten",
        "--gemeente",
        "X",
        "--cbs",
        "32",
        "--beheerder",
        "b@x.example",
        "--naam",
        "B",
        env=environment,
    )
    assert wrong.returncode == 2
    assert "vier cijfers" in wrong.stderr

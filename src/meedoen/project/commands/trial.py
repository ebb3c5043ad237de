"""Keys for a trial on SQLite, so that a file can be checked before anybody set anything up.

With PostgreSQL, and for the website, keys always come from the environment.
"""

import os
from pathlib import Path

from meedoen.project import env
from meedoen.project.commands.keys import new_keys
from meedoen.project.commands.say import complain


def keys_beside_sqlite(*, quiet: bool = False) -> None:
    """Give this process keys when it has none and works on SQLite; they are kept beside the database.

    Says so on standard error. Changes nothing when any key is set, or for another
    kind of database: then the missing one stops the start.
    """
    names = list(new_keys())
    if any(name in os.environ or f"{name}_FILE" in os.environ for name in names):
        return
    url = env.value("DATABASE_URL")
    if url and not url.startswith("sqlite:"):
        return
    database = (
        Path(url.removeprefix("sqlite:///")) if url else env.value("MEEDOEN_DATA_DIR") / "meedoen.sqlite3"
    )
    in_memory = str(database) in {":memory:", ""}
    path = database.with_name(f"{database.name}.sleutels")
    keys = {} if in_memory else _read(path)
    if not keys:
        keys = new_keys()
        if not in_memory:
            _write(path, keys)
            if not quiet:
                complain(
                    f"Er zijn geen sleutels ingesteld. Voor deze proef zijn ze gemaakt, en bewaard in {path}."
                )
    os.environ.update(keys)


def _read(path: Path) -> dict[str, str]:
    if not path.exists():
        return {}
    lines = path.read_text(encoding="utf-8").splitlines()
    return {name: text for name, _, text in (line.partition("=") for line in lines) if text}


def _write(path: Path, keys: dict[str, str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)
    path.write_text("".join(f"{name}={text}\n" for name, text in keys.items()), encoding="utf-8")

"""The night is only measured where there is a PostgreSQL."""

import sys

from bench import nacht


def test_without_postgresql_it_says_so(monkeypatch, capsys):
    monkeypatch.setattr(nacht, "installed", lambda: None)
    monkeypatch.setattr(sys, "argv", ["nacht.py"])
    assert nacht.main() == 0
    assert "PostgreSQL is not installed" in capsys.readouterr().out


def test_what_is_not_told_of_a_table_gets_something_plain():
    for model, columns, where in nacht.parts():
        statement = nacht.insert(model, columns, where)
        for field in model._meta.local_concrete_fields:
            assert field.null or field.primary_key or f'"{field.column}"' in statement

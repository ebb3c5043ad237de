"""`meedoen wet wat-als`: a policy file beside the law, for a caseload in a file that stays as it is."""

from argparse import Namespace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from meedoen.project.commands.say import complain, say

if TYPE_CHECKING:
    import polars as pl

    from meedoen.law.caseload.whatif import Engine, WhatIf

TEXT = "Wat als een getal van de wet anders was? Zie wie dat merkt in een caseload, en hoeveel."


def add(subcommands: Any) -> None:
    """Add the subcommand to `meedoen wet`."""
    parser = subcommands.add_parser("wat-als", help=TEXT, description=TEXT)
    parser.add_argument("beleid", metavar="BELEID.yaml", help="de getallen die anders zijn, en vanaf wanneer")
    parser.add_argument(
        "--bron", required=True, metavar="FILE", help="dossiers: een .parquet, een .csv of een map"
    )
    parser.add_argument("--op", required=True, metavar="DATE", help="dag waarvoor u het vraagt")
    parser.add_argument(
        "--naar", metavar="MAP", help="schrijf hier wie het merkt (CSV en Parquet) en de grafieken"
    )
    parser.add_argument(
        "--engine",
        choices=("polars", "snel"),
        default="polars",
        help="snel: machinecode, voor wie meedoen[snel] installeerde; dezelfde uitkomst",
    )
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Print what changes, with --naar also write the list and the charts; return 2 on a wrong file."""
    from polars.exceptions import PolarsError

    from meedoen.law.caseload.answers import PROGRAM
    from meedoen.law.caseload.files import check
    from meedoen.law.caseload.policy import PolicyError, read_policy
    from meedoen.law.caseload.telling import text
    from meedoen.law.caseload.whatif import whatif
    from meedoen.law.kernel.citation import NotInForce

    try:
        policy = read_policy(Path(arguments.beleid).read_text(encoding="utf-8"))
        on = day(arguments.op)
        dossiers = caseload(arguments.bron)
        check(dossiers, PROGRAM.facts)
        found = whatif(dossiers, policy, on, engine=engine(arguments.engine))
    except ImportError:
        return complain(
            "de snelle rekenmachine ontbreekt: pip install 'meedoen[snel]', of kies --engine polars"
        )
    except PolicyError as fault:
        return complain(f"{arguments.beleid}: {fault}")
    except UnicodeDecodeError:
        return complain(f"{arguments.beleid} is niet te lezen: bewaar het als tekst (UTF-8)")
    except (NotInForce, ValueError) as fault:
        return complain(str(fault))
    except OSError as fault:
        return complain(f"{fault.filename or arguments.bron} is niet te lezen: {fault.strerror or fault}")
    except PolarsError as fault:
        return complain(f"{arguments.bron} is geen caseload: {fault}")
    say(text(found))
    if arguments.naar:
        for path in written(found, Path(arguments.naar)):
            say(f"geschreven: {path}")
    return 0


def day(text: str) -> date:
    """Read a day (2026-03-02); raises ValueError that says so in Dutch."""
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007  # a day has no time zone
    except ValueError:
        raise ValueError(f"{text} is geen datum. Schrijf jaar-maand-dag, zoals 2026-03-02.") from None


def engine(name: str) -> "Engine":
    """Return the engine of this name; raises ImportError when its libraries are not installed."""
    if name == "polars":
        from meedoen.law.caseload.whatif import polars_engine

        return polars_engine
    import numba  # noqa: F401  # to know at once that it is there

    from meedoen.law.caseload.machine import fused_engine

    return fused_engine


def caseload(source: str) -> "pl.LazyFrame":
    """Return the dossiers of a file or of all Parquet files in a folder."""
    import polars as pl

    from meedoen.law.caseload.files import scan

    path = Path(source)
    if not path.exists():
        raise FileNotFoundError(2, "het bestand bestaat niet", source)
    return pl.scan_csv(path, try_parse_dates=True) if path.suffix == ".csv" else scan(path)


def written(found: "WhatIf", folder: Path) -> list[Path]:
    """Write who is affected and a chart for each answer that changes; return the files."""
    from meedoen.documents.chart import Bar, bar_chart
    from meedoen.law.caseload.telling import lines
    from meedoen.law.caseload.wording import number

    folder.mkdir(parents=True, exist_ok=True)
    listed = found.listed()
    listed.write_csv(folder / "geraakt.csv")
    listed.write_parquet(folder / "geraakt.parquet")
    files = [folder / "geraakt.csv", folder / "geraakt.parquet"]
    charts = {
        "wat-als": (
            f"{found.policy.naam}: dossiers met een ander antwoord",
            [Bar(effect.label, effect.affected, number(effect.affected)) for effect in found.effects],
        ),
        **{
            effect.name: (
                f"{effect.label}: wat er anders wordt",
                [Bar(words, count, number(count), down) for words, count, down in lines(effect)],
            )
            for effect in found.effects
            if effect.affected
        },
    }
    for name, (title, bars) in charts.items():
        description = (
            f"{number(found.affected)} van {number(found.dossiers)} dossiers krijgen een ander antwoord."
        )
        files.append(folder / f"{name}.svg")
        files[-1].write_text(bar_chart(name, title, description, bars, heading=True), encoding="utf-8")
    return files

"""`meedoen wet bereken`: every answer for a file of dossiers, written to another file."""

import time
from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from meedoen.project.commands.say import complain, say
from meedoen.project.commands.what_if import day

if TYPE_CHECKING:
    from meedoen.law.kernel.lift.program import Program

TEXT = "Beantwoord voor elk dossier in een bestand wat de wet zegt: waarde, status en reden."


def add(subcommands: Any) -> None:
    """Add the subcommand to `meedoen wet`."""
    parser = subcommands.add_parser("bereken", help=TEXT, description=TEXT)
    parser.add_argument("--bron", metavar="FILE", help="dossiers: een .parquet of een map daarmee")
    parser.add_argument(
        "--gebeurtenissen", metavar="FILE", help="wat er in de dossiers gebeurde: .parquet of map"
    )
    parser.add_argument("--naar", metavar="FILE", help="schrijf de antwoorden hier (.parquet)")
    parser.add_argument("--op", metavar="DATE", help="dag waarvoor u het vraagt (standaard: vandaag)")
    parser.add_argument("--alleen", metavar="ANTWOORD,…", help="alleen deze antwoorden")
    parser.add_argument(
        "--engine",
        choices=("polars", "spark"),
        default="polars",
        help="spark: op meer machines, voor wie meedoen[spark] installeerde; dezelfde uitkomst",
    )
    parser.add_argument(
        "--kolommen", action="store_true", help="toon welke kolommen en antwoorden er zijn, en stop"
    )
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Compute and say where the answers stand; return 2, with what to do, for a file that will not do."""
    from meedoen.law.caseload import files, spark
    from meedoen.law.caseload.frame import KEY, CaseloadError
    from meedoen.law.kernel.citation import NotInForce

    try:
        program = chosen(arguments.alleen)
        if arguments.kolommen:
            say(columns(program))
            return 0
        if not arguments.bron or not arguments.naar:
            return complain("noem het bestand met dossiers (--bron) en waar de antwoorden komen (--naar)")
        on = day(arguments.op) if arguments.op else date.today()  # noqa: DTZ011  # the day here, where it is asked
        if arguments.bron.endswith(".csv"):
            return complain(f"{arguments.bron} is een CSV-bestand; nodig is een Parquet-bestand (.parquet)")
        source = files.Files(existing(arguments.bron), existing(arguments.gebeurtenissen))
        target = Path(arguments.naar)
        if not target.parent.is_dir():
            return complain(f"de map {target.parent} bestaat niet; maak die eerst")
        begin = time.perf_counter()
        engine = files if arguments.engine == "polars" else spark
        many = engine.compute_file(program, source, target, on=on)
    except (CaseloadError, NotInForce, ValueError) as fault:
        return complain(str(fault))
    except BrokenPipeError:  # whoever read along has seen enough
        return 0
    except OSError as fault:
        return complain(
            f"{fault.filename or arguments.naar} is niet te lezen of te schrijven: {fault.strerror or fault}"
        )
    dossiers = "1 dossier" if many == 1 else f"{many:,} dossiers".replace(",", ".")
    answers = "1 antwoord" if len(program.outputs) == 1 else f"{len(program.outputs)} antwoorden"
    say(f"{dossiers} op {on:%d-%m-%Y}, {answers}, {time.perf_counter() - begin:.1f} s")
    read = {KEY, *program.facts}
    if unused := [name for name in source.scan_dossiers().collect_schema() if name not in read]:
        say(f"niet gebruikt (geen kolom van deze antwoorden): {', '.join(unused)}")
    say(f"antwoorden: {target}")
    say(f"wat elke reden betekent: {files.reasons_beside(target)}")
    return 0


def existing(name: str | None) -> Path | None:
    """Return the path, or None without a name; raises ValueError when nothing is there."""
    if name is None:
        return None
    path = Path(name)
    if not path.exists():
        raise ValueError(f"{name} bestaat niet")
    return path


def chosen(names: str | None) -> "Program":
    """Return the program for these answers, or for all; raises ValueError for an unknown one."""
    from meedoen.law.caseload.answers import ANSWERS, PROGRAM
    from meedoen.law.kernel.lift.program import Program

    if names is None:
        return PROGRAM
    asked = [name.strip() for name in names.split(",") if name.strip()]
    if unknown := [name for name in asked if name not in ANSWERS]:
        raise ValueError(f"onbekend antwoord: {', '.join(unknown)}; bekend zijn {', '.join(ANSWERS)}")
    if not asked:
        raise ValueError("noem na --alleen ten minste één antwoord")
    return Program({name: ANSWERS[name] for name in asked})


def columns(program: "Program") -> str:
    """Return which columns the file may have, with what may stand in them, and which answers come out."""
    from meedoen.law.caseload.events import COLUMNS
    from meedoen.law.caseload.frame import expected
    from meedoen.law.caseload.wording import label
    from meedoen.law.questions.wording import fact_label

    lines = ["Kolommen van de dossiers (wat ontbreekt is niet bekend), naast dossier, het nummer:"]
    lines += [f"  {name}: {fact_label(name)}; {expected(kind)}" for name, kind in program.facts.items()]
    lines += ["", "Kolommen van de gebeurtenissen:"]
    lines += [f"  {name}: {meaning}" for name, meaning in COLUMNS.items()]
    lines += ["", "Antwoorden; elk geeft NAAM, NAAM.status en NAAM.reden:"]
    lines += [f"  {name}: {label(name)}" for name in program.outputs]
    return "\n".join(lines)

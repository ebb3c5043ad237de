"""The `meedoen` command: reads the arguments, then hands over to one function.

Each subcommand returns an exit code. Django is only loaded after the environment
is known to be right, so that a fault in it is told in words.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from meedoen.project.commands import duo_simulator, law
from meedoen.project.env import ConfigurationFault

LAW = "Vraag het aan de wet: antwoorden met hun reden."


def main(argv: Sequence[str] | None = None) -> int:
    """Run one subcommand and return its exit code; the entry point of the installed command."""
    arguments = _parser().parse_args(argv)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "meedoen.project.settings")
    try:
        return arguments.run(arguments) or 0
    except ConfigurationFault as fault:
        print(f"Meedoen kan niet starten: {fault}\nMeer weten: meedoen check", file=sys.stderr)  # noqa: T201
        return 2
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="meedoen", description="Regie op inburgering. Instellingen staan in de omgeving (meedoen check)."
    )
    commands = parser.add_subparsers(required=True, metavar="OPDRACHT")

    demo = _add(commands, "demo", "Start de demo: een verzonnen regio met 640 personen.", _demo)
    demo.add_argument("--opnieuw", action="store_true", help="gooi de vorige demo weg en vul opnieuw")
    demo.add_argument("--alleen-vullen", action="store_true", help="vul de demo en stop")

    serve = _add(commands, "serve", "Start de website.", _serve)
    serve.add_argument("--zonder-worker", action="store_true", help="doe de achtergrondtaken elders")
    _add(commands, "worker", "Doe de achtergrondtaken.", _worker)
    _add(commands, "migrate", "Maak of werk de database bij.", _migrate)
    _add(commands, "check", "Controleer de instellingen en zeg in woorden wat er mis is.", _check)
    _add(commands, "sleutel", "Maak nieuwe geheimen en sleutels en toon ze als omgevingsvariabelen.", _keys)

    setup = _add(commands, "inrichten", "Maak een gemeente en haar eerste beheerder.", _setup)
    setup.add_argument("--gemeente", required=True, help="naam van de gemeente")
    setup.add_argument("--cbs", required=True, help="CBS-code, vier cijfers")
    setup.add_argument("--beheerder", required=True, help="e-mailadres van de beheerder")
    setup.add_argument("--naam", required=True, help="naam van de beheerder")

    bring_in = _add(commands, "import", "Lees een bestand met personen in (.csv of .xlsx).", _import)
    bring_in.add_argument("bestand", metavar="FILE")
    bring_in.add_argument("--gemeente", metavar="NAAM", help="alle rijen horen bij deze gemeente")
    bring_in.add_argument("--dry-run", action="store_true", help="alleen controleren, niets bewaren")
    bring_in.add_argument(
        "--soort", choices=("gemeente", "coa"), default="gemeente", help="lijst van de gemeente of van COA"
    )

    duo_simulator.add_arguments(_add(commands, "duo-simulator", duo_simulator.TEXT, _duo_simulator))

    law.add_subcommands(commands.add_parser("wet", help=LAW, description=LAW))
    return parser


def _add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    text: str,
    run: Callable[[argparse.Namespace], int],
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=text, description=text)
    command.set_defaults(run=run)
    return command


def _demo(arguments: argparse.Namespace) -> int:
    from meedoen.project.commands import demo

    return demo.run(again=arguments.opnieuw, only_fill=arguments.alleen_vullen)


def _serve(arguments: argparse.Namespace) -> int:
    from meedoen.project.commands import serve

    return serve.run(with_worker=not arguments.zonder_worker)


def _worker(arguments: argparse.Namespace) -> int:
    from meedoen.project.commands import worker

    return worker.run()


def _migrate(arguments: argparse.Namespace) -> int:
    from meedoen.project.commands import database

    return database.migrate()


def _check(arguments: argparse.Namespace) -> int:
    from meedoen.project.commands import check

    return check.run()


def _keys(arguments: argparse.Namespace) -> int:
    from meedoen.project.commands import keys

    return keys.run()


def _setup(arguments: argparse.Namespace) -> int:
    from meedoen.project.commands import setup

    return setup.run(
        gemeente=arguments.gemeente, cbs=arguments.cbs, email=arguments.beheerder, naam=arguments.naam
    )


def _duo_simulator(arguments: argparse.Namespace) -> int:
    return duo_simulator.run(arguments)


def _import(arguments: argparse.Namespace) -> int:
    from meedoen.project.commands import import_
    from meedoen.project.commands.trial import keys_beside_sqlite

    keys_beside_sqlite()
    return import_.run_import(arguments.bestand, arguments.gemeente, arguments.dry_run, arguments.soort)


if __name__ == "__main__":
    sys.exit(main())

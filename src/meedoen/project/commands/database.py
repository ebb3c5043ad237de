"""`meedoen migrate`: make or update the database."""

import django

from meedoen.project.commands.say import say


def migrate(*, quiet: bool = False) -> int:
    """Run the migrations that wait; says how many."""
    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    waiting = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    if waiting:
        if not quiet:
            say(f"De database wordt bijgewerkt ({waiting} stappen) …")
        call_command("migrate", verbosity=0, interactive=False)
    elif not quiet:
        say("De database is bij.")
    return 0

"""`meedoen check`: every fault of the configuration in words, before anybody meets it."""

from meedoen.project import env
from meedoen.project.commands.say import say


def run() -> int:
    """Print what is wrong and what is risky; exit 1 when something is wrong."""
    wrong = env.faults()
    if wrong:
        for line in wrong:
            say(f"FOUT   {line}")
        return 1
    import django

    django.setup()
    from meedoen.project import diagnosis

    wrong, risky = diagnosis.diagnose()
    for line in wrong:
        say(f"FOUT   {line}")
    for line in risky:
        say(f"LET OP {line}")
    if not wrong:
        say("In orde: Meedoen kan starten.")
    return 1 if wrong else 0

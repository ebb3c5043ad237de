"""`meedoen inrichten`: the first gemeente and its first beheerder."""

import re

from meedoen.project.commands.say import complain, say


def run(*, gemeente: str, cbs: str, email: str, naam: str) -> int:
    """Make a gemeente and a beheerder, and print the link with which she chooses a password."""
    if not re.fullmatch(r"\d{4}", cbs):
        return complain(f"{cbs} is geen CBS-code: geef vier cijfers, zoals 0327.")
    if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", email):
        return complain(f"{email} is geen e-mailadres.")
    from meedoen.project.commands.database import migrate

    migrate(quiet=True)
    from django.db import transaction
    from django.utils.timezone import localdate

    from meedoen.domain.regio.actions import appoint_first_beheerder
    from meedoen.web.accounts import password_path

    with transaction.atomic():
        beheerder = appoint_first_beheerder(
            gemeente=gemeente, cbs=cbs, email=email, naam=naam, on=localdate()
        )
        path = password_path(beheerder)
    say(f"{naam} is beheerder van {gemeente}. Zij kiest haar wachtwoord op dit adres van de site:")
    say(path)
    return 0

"""What can go wrong with a question to the BRP, each with a Dutch sentence for who asked.

The sentences follow from the status alone: a text of the other side is never shown or logged, because
it could repeat the BSN.
"""

from meedoen.domain.voorinburgering.brp import NoAnswer


class BRPFault(NoAnswer):
    """The question was not answered.

    Attributes:
        status: HTTP status; 0 when there was no response.
        code: the system code of the published `Foutbericht`, such as ``paramsValidation``; may be empty.
    """

    sentence = "De BRP gaf geen antwoord. Probeer het later opnieuw."

    def __init__(self, *, status: int = 0, code: str = "") -> None:
        super().__init__(self.sentence)
        self.status, self.code = status, code


class BRPQuestionWrong(BRPFault):
    """400, 406 or 415: the question does not fit the description.

    Attributes:
        parameters: names of what was wrong, as published in ``invalidParams``; never values.
    """

    sentence = (
        "De BRP begreep de vraag niet. Geef dit door aan uw beheerder: de koppeling past niet bij de versie "
        "van de BRP."
    )

    def __init__(self, *, status: int = 400, code: str = "", parameters: tuple[str, ...] = ()) -> None:
        super().__init__(status=status, code=code)
        self.parameters = parameters


class BRPNotKnown(BRPFault):
    """401: the key, token or certificate is not accepted."""

    sentence = (
        "De BRP herkent deze toepassing niet. Geef dit door aan uw beheerder: de sleutel of het certificaat "
        "is niet (meer) geldig."
    )


class BRPNotAllowed(BRPFault):
    """403: the gemeente may not ask these fields, or not of this person."""

    sentence = (
        "De BRP mag deze gegevens niet aan u geven. Geef dit door aan uw beheerder: de autorisatie van de "
        "gemeente staat dit niet toe."
    )


class BRPTooMany(BRPFault):
    """429: too many questions in a short time."""

    sentence = "De BRP krijgt nu te veel vragen. Wacht een minuut en probeer het opnieuw."


class BRPDown(BRPFault):
    """5xx, no connection, or no answer in time."""

    sentence = "De BRP is nu niet bereikbaar. Probeer het later opnieuw; er is niets gewijzigd."


class BRPUnreadable(BRPFault):
    """An answer that is not what the description promises."""

    sentence = "De BRP gaf een antwoord dat we niet kunnen lezen. Geef dit door aan uw beheerder."


class BRPUnknownPerson(BRPFault):
    """200 without a person: nobody has this number, or the gemeente may not know."""

    sentence = "De BRP kent niemand met dit BSN. Kijk bij Gegevens na of het BSN klopt."


def of_status(status: int, *, code: str = "", parameters: tuple[str, ...] = ()) -> BRPFault:
    """Return the fault that belongs to a status that is not 200."""
    if status in {400, 406, 415}:
        return BRPQuestionWrong(status=status, code=code, parameters=parameters)
    kinds = {401: BRPNotKnown, 403: BRPNotAllowed, 429: BRPTooMany}
    kind = kinds.get(status, BRPDown if status >= 500 else BRPUnreadable)
    return kind(status=status, code=code)

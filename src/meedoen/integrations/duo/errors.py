"""Everything that can go wrong in a call to DUO, each with its name.

    DUOFault
    ├── Refused            403 with fouttekst: DUO says why
    ├── NotAuthorised      401, or 403 without a reason
    ├── NotFound           404: DUO does not know this person or thing
    ├── BadRequest         400: the message does not keep to the agreement
    ├── UnexpectedAnswer   an answer that does not keep to the agreement
    └── Unavailable        500, 503, no connection, no answer in time: try again later

None of them holds a BSN.
"""


class DUOFault(Exception):
    """A call that did not go well.

    Attributes:
        status: of the answer; None when there was none.
    """

    def __init__(self, text: str, status: int | None = None) -> None:
        super().__init__(text)
        self.status = status


class Refused(DUOFault):
    """DUO refuses, and says why.

    Attributes:
        foutteksten: DUO's own sentences, at least one.
    """

    def __init__(self, foutteksten: list[str]) -> None:
        super().__init__("DUO weigert het bericht", 403)
        self.foutteksten = foutteksten


class NotAuthorised(DUOFault):
    """DUO does not let this gemeente ask or tell this."""


class NotFound(DUOFault):
    """DUO does not know this person or thing."""


class BadRequest(DUOFault):
    """DUO cannot read the message: a fault of ours, or another version."""


class UnexpectedAnswer(DUOFault):
    """DUO answered in a way that was not agreed. `uncertain`: the message may have been taken."""

    uncertain = True


class Unavailable(DUOFault):
    """DUO cannot be reached, or cannot help now.

    Attributes:
        uncertain: whether the message may have arrived and been taken, although no answer came back.
    """

    def __init__(self, text: str, status: int | None = None, *, uncertain: bool) -> None:
        super().__init__(text, status)
        self.uncertain = uncertain

"""Everything that can be asked of DUO or told to it: one table, by the names that the outbox uses."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from . import messages as m
from . import versions as v
from .shape import Message

Body = TypeVar("Body", bound=Message)
Answer = TypeVar("Answer", bound=Message)


@dataclass(frozen=True, slots=True)
class Operation(Generic[Body, Answer]):
    """One call.

    Attributes:
        name: how the outbox and the table of events call it.
        interface: to which of the twelve it belongs.
        method: of HTTP.
        path: after the version; ``{bsn}`` and what else stands in it.
        success: the status that means that it went well.
        body: what is sent; None for nothing.
        answer: what comes back; None for nothing.
        several: whether a list of it comes back.
    """

    name: str
    interface: v.Interface
    method: str
    path: str
    success: int = 200
    body: type[Body] | None = None
    answer: type[Answer] | None = None
    several: bool = False

    @property
    def changes(self) -> bool:
        """Whether DUO's data change by it."""
        return self.method != "GET"


_P = "/personen/{bsn}"
_AANBOD = _P + "/Inburgeringsaanbod/{instellingsnummer}"
_CONTACT = "/contactpersonen/{id}"

TABLE: tuple[Operation, ...] = (
    # --- asking ---
    Operation(
        "inburgeringsplicht",
        v.INBURGERINGSPLICHT,
        "GET",
        f"{_P}/inburgeringsplicht",
        answer=m.Inburgeringsplicht,
    ),
    Operation(
        "inburgeringsplicht-historie",
        v.INBURGERINGSPLICHT,
        "GET",
        f"{_P}/inburgeringsplicht/historie",
        answer=m.Inburgeringsplichthistorie,
        several=True,
    ),
    Operation("doelgroep", v.INBURGERINGSPLICHT, "GET", f"{_P}/doelgroep", answer=m.Doelgroep),
    Operation(
        "doelgroep-historie",
        v.INBURGERINGSPLICHT,
        "GET",
        f"{_P}/doelgroep/historie",
        answer=m.Doelgroephistorie,
        several=True,
    ),
    Operation(
        "inburgeringstermijn",
        v.INBURGERINGSTERMIJN,
        "GET",
        f"{_P}/inburgeringstermijn",
        answer=m.Inburgeringstermijn,
    ),
    Operation(
        "inburgeringstermijn-historie",
        v.INBURGERINGSTERMIJN,
        "GET",
        f"{_P}/inburgeringstermijn/historie",
        answer=m.Inburgeringstermijnhistorie,
        several=True,
    ),
    Operation(
        "verlengingsgronden",
        v.INBURGERINGSTERMIJN,
        "GET",
        "/verlengingsgronden",
        answer=m.Verlengingsgrond,
        several=True,
    ),
    Operation(
        "lbt-examennummer", v.LEERBAARHEIDSTOETS, "GET", f"{_P}/lbt/examennummer", answer=m.Examennummer
    ),
    Operation(
        "lbt-resultaten",
        v.LEERBAARHEIDSTOETS,
        "GET",
        f"{_P}/lbt/resultaten",
        answer=m.LBTResultaat,
        several=True,
    ),
    Operation(
        "vrijstellingen", v.VRIJSTELLING, "GET", f"{_P}/vrijstellingen", answer=m.Vrijstelling, several=True
    ),
    Operation("ontheffingen", v.ONTHEFFING, "GET", f"{_P}/ontheffingen", answer=m.Ontheffing, several=True),
    Operation("pip-raadplegen", v.PIP, "GET", f"{_P}/PIP", answer=m.PIPVanGemeente),
    Operation(
        "instellingen", v.INBURGERINGSAANBOD, "GET", "/instellingen", answer=m.Instelling, several=True
    ),
    Operation(
        "uren-raadplegen", v.GEVOLGDE_UREN, "GET", f"{_P}/uren", answer=m.UrenVanGemeente, several=True
    ),
    Operation("map-raadplegen", v.MAP_PVT_ZROUTE, "GET", f"{_P}/map", answer=m.DatumMap),
    Operation("pvt-raadplegen", v.MAP_PVT_ZROUTE, "GET", f"{_P}/pvt", answer=m.DatumPvt),
    Operation(
        "examenresultaten",
        v.EXAMEN,
        "GET",
        f"{_P}/examens/resultaten",
        answer=m.Examenresultaat,
        several=True,
    ),
    Operation(
        "gratispogingen",
        v.EXAMEN,
        "GET",
        f"{_P}/examens/gratispogingen",
        answer=m.GratisPogingTegoed,
        several=True,
    ),
    # --- telling ---
    Operation("pip", v.PIP, "POST", f"{_P}/PIP", 201, body=m.PIP),
    Operation("pip-verwijderen", v.PIP, "DELETE", f"{_P}/PIP"),
    Operation("aanbod", v.INBURGERINGSAANBOD, "POST", _AANBOD, 201, body=m.Inburgeringsaanbod),
    Operation("aanbod-verwijderen", v.INBURGERINGSAANBOD, "DELETE", _AANBOD, 204),
    Operation(
        "uren-taallesknm",
        v.GEVOLGDE_UREN,
        "PUT",
        f"{_P}/uren/bredeintake/taallesknm",
        body=m.TaallesEnKnmBredeIntake,
    ),
    Operation(
        "uren-participatieactiviteiten",
        v.GEVOLGDE_UREN,
        "PUT",
        f"{_P}/uren/participatieactiviteiten",
        body=m.ParticipatieactiviteitenBredeIntake,
    ),
    Operation(
        "uren-participatietaalles",
        v.GEVOLGDE_UREN,
        "PUT",
        f"{_P}/uren/participatietaalles",
        body=m.ParticipatieAlsTaalles,
    ),
    Operation("map", v.MAP_PVT_ZROUTE, "PUT", f"{_P}/map", body=m.ResultaatMap),
    Operation("pvt", v.MAP_PVT_ZROUTE, "PUT", f"{_P}/pvt", body=m.ResultaatPvt),
    Operation("zroute", v.MAP_PVT_ZROUTE, "PUT", f"{_P}/zroute", body=m.ResultaatZroute),
    Operation(
        "contactpersoon-maken",
        v.CONTACTPERSOON,
        "POST",
        "/contactpersonen",
        201,
        body=m.Contactpersoongegevens,
        answer=m.Contactpersoon,
    ),
    Operation("contactpersoon-wijzigen", v.CONTACTPERSOON, "PUT", _CONTACT, body=m.Contactpersoongegevens),
    Operation("contactpersoon-verwijderen", v.CONTACTPERSOON, "DELETE", _CONTACT),
    Operation("contactpersoon-koppelen", v.CONTACTPERSOON, "POST", f"{_CONTACT}{_P}", 201),
    Operation("contactpersoon-ontkoppelen", v.CONTACTPERSOON, "DELETE", f"{_CONTACT}{_P}"),
    Operation("lbt-overslaan", v.LEERBAARHEIDSTOETS, "DELETE", f"{_P}/lbt/examennummer"),
    # --- at our side ---
    Operation("notificatie", v.NOTIFICATIE, "POST", "/notificaties", 201, body=m.Notificatie),
)

OPERATIONS: dict[str, Operation] = {operation.name: operation for operation in TABLE}
"""Every operation by its name."""

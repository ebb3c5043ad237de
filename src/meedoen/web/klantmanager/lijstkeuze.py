"""From the address of the werkvoorraad to what somebody wants to see, and back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict

from meedoen.access.permissions import gemeenten_for, gemeenten_of, roles_of
from meedoen.domain.dossier.searching import number_in
from meedoen.domain.regio.models import Gemeente, Medewerker, Rol
from meedoen.domain.termijn.models import Lijstweergave
from meedoen.domain.termijn.selectors import STEP_LABELS, WAITING_LABELS, Choice, options
from meedoen.law.inburgering.begrippen import Doelgroep, Leerroute
from meedoen.web.klantmanager.wording import language_name

WHOSE = (
    ("mijn", "Mijn dossiers"),
    ("team", "Mijn team"),
    ("vrij", "Nog zonder klantmanager"),
    ("alle", "Alle dossiers"),
)
WHERE = (("", "Maakt niet uit"), ("ja", "In een AZC"), ("nee", "Niet in een AZC"))
PARAMETERS = ("wie", "gemeente", "wacht", "stap", "doelgroep", "leerroute", "taal", "azc", "naam")
"""Everything that filters; other parameters (the page, the saved view) are not part of a choice."""


@dataclass(frozen=True)
class Option:
    """One box that can be ticked."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True)
class Facet:
    """One question of the filter with its answers; `kind` is radio or checkbox."""

    name: str
    legend: str
    options: tuple[Option, ...]
    kind: str = "checkbox"


@dataclass(frozen=True)
class ListChoice:
    """What somebody wants to see.

    Attributes:
        choice: for the selectors.
        facets: for the filter panel.
        query: the same as an address, in a fixed order, without parameters that choose nothing.
        gemeenten: those she may see, by name.
        has_filter: whether more is chosen than whose work it is.
    """

    choice: Choice
    facets: tuple[Facet, ...]
    query: str
    gemeenten: tuple[Gemeente, ...]
    has_filter: bool

    @property
    def names(self) -> dict[int, str]:
        """Names of the gemeenten by id."""
        return {gemeente.pk: gemeente.naam for gemeente in self.gemeenten}


def opening_query(user: Medewerker) -> QueryDict:
    """Return with which filter the page opens: her own choice, else her dossiers, else those of the team."""
    view = Lijstweergave.objects.filter(medewerker=user, standaard=True).first()
    if view is not None:
        return QueryDict(view.querystring)
    guides = any(Rol.KLANTMANAGER in roles_of(user, pk) for pk in gemeenten_of(user, "werkvoorraad.view"))
    return QueryDict("wie=mijn" if guides else "wie=team")


def holds_number(query: QueryDict) -> bool:
    """Return whether somebody typed a BSN or V-nummer where it would stay in the address."""
    return bool(number_in(query.get("naam", "")))


def without_names(query: QueryDict) -> str:
    """Return the address of a filter without the name of a person in it."""
    kept = QueryDict(mutable=True)
    for name in PARAMETERS:
        if name != "naam" and (values := [value for value in query.getlist(name) if value]):
            kept.setlist(name, values)
    return kept.urlencode()


def read(query: QueryDict, user: Medewerker, on: date) -> ListChoice:
    """Return what an address asks for; values that cannot be chosen are left out."""
    gemeenten = tuple(gemeenten_for(user, "werkvoorraad.view"))
    gemeente_ids = tuple(gemeente.pk for gemeente in gemeenten)
    possible = options(gemeente_ids)
    facets = _facets(query, gemeenten, possible)
    chosen = {facet.name: [o.value for o in facet.options if o.chosen and o.value] for facet in facets}
    name = " ".join(query.get("naam", "").split())[:100]
    picked = tuple(int(value) for value in chosen.get("gemeente", ()))
    choice = Choice(
        gemeente_ids=picked or gemeente_ids,
        medewerker_id=user.pk,
        on=on,
        whose=chosen["wie"][0],
        waiting_for=frozenset(chosen["wacht"]),
        steps=frozenset(chosen["stap"]),
        doelgroepen=frozenset(chosen["doelgroep"]),
        leerroutes=frozenset(chosen["leerroute"]),
        talen=frozenset(taal for taal in possible["talen"] if language_name(taal) in chosen["taal"]),
        in_azc={"ja": True, "nee": False}.get("".join(chosen["azc"])),
        name=name,
    )
    tidy = QueryDict(mutable=True)
    for parameter in PARAMETERS:
        if values := ([name] if name else []) if parameter == "naam" else chosen.get(parameter, []):
            tidy.setlist(parameter, values)
    has_filter = any(parameter != "wie" for parameter in tidy)
    return ListChoice(choice, facets, tidy.urlencode(), gemeenten, has_filter)


def _facets(
    query: QueryDict, gemeenten: tuple[Gemeente, ...], possible: dict[str, list[str]]
) -> tuple[Facet, ...]:
    """Return the questions of the filter; a question with one possible answer is not asked."""
    languages = sorted({language_name(taal) for taal in possible["talen"]})
    facets = [_radio("wie", "Welke dossiers", WHOSE, query, otherwise="alle")]
    if len(gemeenten) > 1:
        facets.append(_boxes("gemeente", "Gemeente", ((str(g.pk), g.naam) for g in gemeenten), query))
    facets += [
        _boxes("wacht", "Wacht op", WAITING_LABELS.items(), query),
        _boxes("stap", "Volgende stap", ((code, STEP_LABELS[code]) for code in possible["steps"]), query),
        _boxes("doelgroep", "Doelgroep", ((d.value, d.label) for d in Doelgroep), query),
        _boxes("leerroute", "Leerroute", ((r.value, r.label) for r in Leerroute), query),
        _boxes("taal", "Taal", ((name, name) for name in languages), query),
        _radio("azc", "Woonplek", WHERE, query, otherwise=""),
    ]
    return tuple(facets)


def _boxes(name: str, legend: str, pairs: Iterable[tuple[str, str]], query: QueryDict) -> Facet:
    wanted = set(query.getlist(name))
    return Facet(
        name, legend, tuple(Option(value, _capital(label), value in wanted) for value, label in pairs)
    )


def _radio(
    name: str, legend: str, pairs: tuple[tuple[str, str], ...], query: QueryDict, otherwise: str
) -> Facet:
    asked = query.get(name, "")
    wanted = asked if asked in dict(pairs) else otherwise
    return Facet(
        name, legend, tuple(Option(value, label, value == wanted) for value, label in pairs), "radio"
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

"""Which facts a source can tell, and where we keep the same fact: one row per field."""

from dataclasses import dataclass

from meedoen.domain.keten.models import Bron


@dataclass(frozen=True)
class Veld:
    """A field that a source tells and that we keep too.

    Attributes:
        code: key in the `Aanlevering`.
        label: what people call it.
        plek: ``persoon``, ``dossier`` or ``voorinburgering``: the row that keeps it.
        naam: name of the column in that row.
    """

    code: str
    label: str
    plek: str
    naam: str


def _persoon(code: str, label: str) -> Veld:
    return Veld(code, label, "persoon", code)


def _dossier(code: str, label: str) -> Veld:
    return Veld(code, label, "dossier", code)


def _azc(code: str, label: str) -> Veld:
    return Veld(code, label, "voorinburgering", code)


# What a source does not tell is not here: nothing can be taken over of it.
VELDEN: dict[str, tuple[Veld, ...]] = {
    Bron.COA: (
        _persoon("achternaam", "Achternaam"),
        _persoon("voornaam", "Voornaam"),
        _persoon("geslacht", "Geslacht"),
        _persoon("geboortedatum", "Geboortedatum"),
        _persoon("nationaliteit", "Nationaliteit"),
        _persoon("taal", "Taal voor contact"),
        _persoon("coa_locatie", "COA-locatie"),
        _dossier("verblijfstitel", "Verblijfstitel"),
        _dossier("bekendmaking_on", "Vergunning bekendgemaakt op"),
        _dossier("koppeling_on", "Gekoppeld op"),
        _azc("deelname", "Deelname aan de voorinburgering"),
        _azc("instemming_on", "Datum van instemming"),
        _azc("reden_deelname", "Reden om niet mee te doen"),
        _azc("resultaat", "Resultaat van de voorinburgering"),
        _azc("azc_telefoon", "Telefoon in het AZC"),
        _azc("azc_email", "E-mail in het AZC"),
        _azc("casemanager", "Casemanager van COA"),
        _azc("casemanager_telefoon", "Telefoon van de casemanager"),
        _azc("casemanager_email", "E-mail van de casemanager"),
    ),
    Bron.BRP: (
        _persoon("achternaam", "Achternaam"),
        _persoon("voornaam", "Voornaam"),
        _persoon("geslacht", "Geslacht"),
        _persoon("geboortedatum", "Geboortedatum"),
        _persoon("adres", "Adres"),
        _persoon("postcode", "Postcode"),
        _persoon("plaats", "Plaats"),
        _dossier("inschrijving_on", "Ingeschreven in deze gemeente"),
        _dossier("verblijfstitel", "Verblijfstitel"),
    ),
    Bron.GEMEENTE: (
        _persoon("achternaam", "Achternaam"),
        _persoon("voornaam", "Voornaam"),
        _persoon("geboortedatum", "Geboortedatum"),
        _dossier("doelgroep", "Doelgroep"),
        _dossier("verblijfstitel", "Verblijfstitel"),
        _dossier("kennisgeving_on", "Kennisgeving van DUO"),
        _dossier("eerste_pip_on", "Dagtekening van het eerste PIP"),
        _dossier("eerste_pip_elders", "Eerste PIP door een andere gemeente"),
        _dossier("verlengd_tot_en_met_on", "Inburgeringstermijn verlengd tot en met"),
    ),
}

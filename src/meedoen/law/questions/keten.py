"""What DUO accepts and shows, how it writes what it says, and what asks attention."""

from collections.abc import Mapping

from ..keten import aanbod, contactpersoon, doelgroep, einddatums, indicatoren, signalen, uren, verwijderen
from ..keten.pip import CONDITIONS, DuoPIPFacts, duo_accepts_pip, duo_pip_niveau
from ..keten.pvt_map import (
    DuoMAPFacts,
    DuoPVTFacts,
    duo_accepts_map,
    duo_accepts_map_withdrawal,
    duo_accepts_pvt,
    duo_accepts_pvt_withdrawal,
)
from ..keten.toegang import ToegangFacts, duo_gives_access
from ..keten.z_route import DuoZRouteFacts, duo_accepts_z_route
from .question import Answer, Question

SIGNALEN = {
    "SS112": signalen.verlenging_requested_since,
    "SS120": signalen.settled_without_pip_since,
    "SS121": signalen.settled_with_pip_since,
    "SS122": signalen.left_for_other_gemeente_since,
    "SS123": signalen.left_the_netherlands_since,
    "SS126": signalen.no_route_after_term_since,
    "SS127": signalen.no_aanbod_since,
    "SS128": signalen.aow_within_six_months_since,
    "SS129": signalen.vrijstelling_ended_without_route_since,
    "SS130": signalen.vrijstelling_ended_with_route_since,
    "SS132": signalen.contract_without_pip_since,
    "SS133": signalen.contract_niveau_differs_since,
    "SS135": signalen.contract_niveau_too_high_since,
    "SS136": signalen.taalschakel_contract_without_route_since,
    "SS140": signalen.bio_advice_wanted_since,
    "SS141": signalen.certificaat_ready_since,
    "SS142": signalen.opleiding_ended_since,
}
"""The attention signals by the code that DUO gives them."""

QUESTIONS: Mapping[str, Question] = {
    "duo_pip": Question(
        {
            "accepted": Answer(duo_accepts_pip, DuoPIPFacts),
            "niveau": Answer(duo_pip_niveau, DuoPIPFacts),
            **{rule.__name__.removeprefix("duo_pip_"): Answer(rule, DuoPIPFacts) for rule in CONDITIONS},
        }
    ),
    "duo_pip_verwijderen": Question(
        {"accepted": Answer(verwijderen.duo_accepts_pip_deletion, verwijderen.DuoVerwijderenFacts)}
    ),
    "duo_aanbod": Question(
        {
            "accepted": Answer(aanbod.duo_accepts_aanbod, aanbod.DuoAanbodFacts),
            "overwrites": Answer(aanbod.duo_aanbod_overwrites, aanbod.DuoAanbodFacts),
            **{
                rule.__name__.removeprefix("duo_aanbod_"): Answer(rule, aanbod.DuoAanbodFacts)
                for rule in aanbod.AANBOD_CONDITIONS
            },
        }
    ),
    "duo_aanbod_verwijderen": Question(
        {"accepted": Answer(verwijderen.duo_accepts_aanbod_deletion, verwijderen.DuoVerwijderenFacts)}
    ),
    "duo_map": Question({"accepted": Answer(duo_accepts_map, DuoMAPFacts)}),
    "duo_map_intrekken": Question({"accepted": Answer(duo_accepts_map_withdrawal, DuoMAPFacts)}),
    "duo_pvt": Question({"accepted": Answer(duo_accepts_pvt, DuoPVTFacts)}),
    "duo_pvt_intrekken": Question({"accepted": Answer(duo_accepts_pvt_withdrawal, DuoPVTFacts)}),
    "duo_z_route": Question({"accepted": Answer(duo_accepts_z_route, DuoZRouteFacts)}),
    "duo_uren": Question(
        {
            "accepted": Answer(uren.duo_accepts_uren, uren.DuoUrenFacts),
            "taalles": Answer(uren.duo_uren_taalles, uren.DuoUrenFacts),
            "participatie": Answer(uren.duo_uren_participatie, uren.DuoUrenFacts),
            "brede_intake": Answer(uren.duo_uren_brede_intake, uren.DuoUrenFacts),
        }
    ),
    "duo_contactpersoon": Question(
        {
            "accepted": Answer(contactpersoon.duo_accepts_contactpersoon, contactpersoon.ContactpersoonFacts),
            "overwrites": Answer(
                contactpersoon.duo_contactpersoon_overwrites, contactpersoon.ContactpersoonFacts
            ),
            "links_lost": Answer(
                contactpersoon.duo_contactpersoon_links_lost, contactpersoon.ContactpersoonFacts
            ),
        }
    ),
    "duo_einddatums": Question(
        {
            "termijn": Answer(einddatums.termijn_last_day_from_duo, einddatums.EinddatumFacts),
            "plicht": Answer(einddatums.plicht_last_day_from_duo, einddatums.EinddatumFacts),
            "doelgroep": Answer(einddatums.doelgroep_last_day_from_duo, einddatums.EinddatumFacts),
            "vrijstelling": Answer(einddatums.vrijstelling_last_day_from_duo, einddatums.EinddatumFacts),
            "uren": Answer(einddatums.uren_last_day_from_duo, einddatums.EinddatumFacts),
            "aanbod": Answer(einddatums.aanbod_last_day_from_duo, einddatums.EinddatumFacts),
            "aanbod_aan_duo": Answer(einddatums.aanbod_end_for_duo, einddatums.EinddatumFacts),
            "uren_bekend_tot_aan_duo": Answer(einddatums.uren_bekend_tot_for_duo, einddatums.EinddatumFacts),
        }
    ),
    "duo_indicatoren": Question(
        {
            "alfabetisering": Answer(indicatoren.duo_alfabetisering, indicatoren.DuoIndicatorFacts),
            "mag_opleiding_afmaken": Answer(
                indicatoren.duo_mag_opleiding_afmaken, indicatoren.DuoIndicatorFacts
            ),
        }
    ),
    "duo_doelgroep": Question(
        {
            "doelgroep": Answer(doelgroep.doelgroep_of_duo, doelgroep.DuoDoelgroepFacts),
            "nu": Answer(doelgroep.doelgroep_now, doelgroep.DuoDoelgroepFacts),
        }
    ),
    "duo_toegang": Question({"access": Answer(duo_gives_access, ToegangFacts)}),
    "signalen": Question({code: Answer(rule, signalen.SignaalFacts) for code, rule in SIGNALEN.items()}),
}

from datetime import date

import pytest

from meedoen.law.inburgering import brede_intake as law
from meedoen.law.inburgering.brede_intake import IntakeFacts, OproepFacts
from meedoen.law.kernel.citation import NotInForce
from meedoen.law.kernel.outcome import Status

ON = date(2026, 4, 1)
COMPLETE = IntakeFacts(
    leerbaarheidstoets=date(2026, 3, 2),
    onderwijs_en_werk=True,
    persoonlijke_omstandigheden=True,
    kind_voor_vve=True,
    vve_verkend=True,
    taalniveau=True,
    arbeidsparticipatie=True,
    zelfredzaamheid=True,
    gewezen_op_gesprek_alleen=True,
    schriftelijk_vastgelegd=True,
)


def says(outcome):
    return outcome.head(), outcome.sentence()


def test_a_complete_intake_misses_nothing():
    assert law.intake_contents_missing(COMPLETE, on=ON) == ()
    assert [o.sentence() for o in law.intake_contents(COMPLETE, on=ON)] == [
        "de uitslag van de leerbaarheidstoets is van 2 maart 2026",
        "onderwijs en werkervaring in het land van herkomst zijn onderzocht",
        "de persoonlijke omstandigheden zijn verkend",
        "de mogelijkheden van VVE zijn verkend",
        "het taalniveau is in kaart gebracht",
        "de mogelijkheden tot arbeidsparticipatie zijn in kaart gebracht",
        "de mate van zelfredzaamheid is in kaart gebracht",
        "de persoon is gewezen op het recht op een gesprek zonder anderen erbij",
        "de brede intake is schriftelijk vastgelegd",
    ]


def test_an_empty_intake_misses_everything_each_with_its_article():
    missing = law.intake_contents_missing(IntakeFacts(), on=ON)
    assert [(str(o.citation), o.sentence()) for o in missing] == [
        ("art. 14, derde lid, onderdeel a, Wi 2021", "de uitslag van de leerbaarheidstoets ontbreekt"),
        (
            "art. 14, derde lid, onderdeel b, Wi 2021",
            "onderwijs en werkervaring in het land van herkomst ontbreken",
        ),
        (
            "art. 14, derde lid, onderdeel c, Wi 2021",
            "de persoonlijke omstandigheden, met de gezondheid, ontbreken",
        ),
        (
            "art. 14, derde lid, onderdeel d, Wi 2021",
            "het is niet vastgelegd of er een kind is voor wie VVE mogelijk is",
        ),
        ("art. 5.2, eerste lid, onderdeel a, Bi 2021", "het taalniveau ontbreekt"),
        ("art. 5.2, eerste lid, onderdeel b, Bi 2021", "de mogelijkheden tot arbeidsparticipatie ontbreken"),
        ("art. 5.2, eerste lid, onderdeel c, Bi 2021", "de mate van zelfredzaamheid ontbreekt"),
        ("art. 5.2, tweede lid, Bi 2021", "wijs de persoon op het recht op een gesprek zonder anderen erbij"),
        ("art. 5.2, derde lid, Bi 2021", "de brede intake is nog niet schriftelijk vastgelegd"),
    ]


@pytest.mark.parametrize(
    ("kind", "verkend", "answer"),
    [
        (False, None, ("ja", "er is geen kind voor wie VVE mogelijk is")),
        (True, None, ("nee", "de verkenning van voor- of vroegschoolse educatie (VVE) ontbreekt")),
    ],
)
def test_vve_only_where_there_is_a_child(kind, verkend, answer):
    assert says(law.has_vve_verkenning(IntakeFacts(kind_voor_vve=kind, vve_verkend=verkend), on=ON)) == answer


def test_ontheffing_or_a_move_replace_the_toets():
    assert says(law.has_leerbaarheidstoets(IntakeFacts(ontheffing_leerbaarheidstoets=True), on=ON)) == (
        "ja",
        "er is ontheffing van de leerbaarheidstoets verleend",
    )
    moved = IntakeFacts(eerdere_leerroute_elders=True)
    assert says(law.has_leerbaarheidstoets(moved, on=ON)) == (
        "ja",
        "na de verhuizing hoeft de leerbaarheidstoets niet opnieuw",
    )
    assert says(law.has_onderwijs_en_werk(moved, on=ON)) == (
        "ja",
        "na de verhuizing hoeft het onderzoek naar onderwijs en werk niet opnieuw",
    )
    assert says(law.may_skip_after_move(moved, on=ON)) == (
        "ja",
        "een eerdere gemeente stelde de leerroute al vast",
    )
    assert says(law.may_skip_after_move(IntakeFacts(eerdere_leerroute_elders=False), on=ON)) == (
        "nee",
        "er is geen leerroute van een eerdere gemeente",
    )
    assert law.has_persoonlijke_omstandigheden(moved, on=ON).value is False


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({"visuele_beperking": True}, ("ja", "er is een visuele beperking")),
        (
            {"auditieve_beperking": True},
            ("oordeel", "beoordeel of de persoon door de auditieve beperking de toets niet kan afleggen"),
        ),
        (
            {"auditieve_beperking": True, "niet_in_staat_tot_toets": True},
            ("ja", "door een auditieve beperking kan de persoon de toets niet afleggen"),
        ),
        (
            {"auditieve_beperking": True, "niet_in_staat_tot_toets": False},
            ("nee", "de persoon kan de toets ondanks de auditieve beperking afleggen"),
        ),
        (
            {},
            ("nee", "er is geen visuele of auditieve beperking bekend, en andere gronden kent de wet niet"),
        ),
    ],
)
def test_ontheffing_of_the_toets_has_two_grounds(facts, answer):
    assert says(law.ontheffing_lbt(IntakeFacts(**facts), on=ON)) == answer


def test_ontheffing_of_the_toets_exists_since_2023():
    assert law.ontheffing_lbt(IntakeFacts(visuele_beperking=True), on=date(2023, 1, 1)).value is True
    with pytest.raises(NotInForce):
        law.ontheffing_lbt(IntakeFacts(visuele_beperking=True), on=date(2022, 12, 31))


@pytest.mark.parametrize(
    ("calls", "missed", "warned", "answer"),
    [
        (1, 0, None, ("nee", "er is geen oproep gemist")),
        (1, 1, None, ("ja", "geef na de gemiste oproep een schriftelijke waarschuwing en roep opnieuw op")),
        (2, 1, None, ("ja", "geef na de gemiste oproep een schriftelijke waarschuwing en roep opnieuw op")),
        (1, 1, ON, ("ja", "roep opnieuw op en stel een nieuwe termijn; er is 1 keer gemist")),
        (2, 1, ON, ("nee", "er is gewaarschuwd en opnieuw opgeroepen")),
        (2, 2, ON, ("ja", "roep opnieuw op en stel een nieuwe termijn; er is 2 keer gemist")),
        (3, 3, ON, ("nee", "er zijn 3 oproepen gemist")),
        (1, None, ON, ("onbekend", "het aantal gemiste oproepen is niet bekend")),
        (None, 1, ON, ("onbekend", "het aantal oproepen is niet bekend")),
    ],
)
def test_a_missed_call_brings_a_warning_and_a_new_call(calls, missed, warned, answer):
    facts = OproepFacts(oproepen=calls, gemiste_oproepen=missed, waarschuwing=warned)
    assert says(law.must_warn_and_call_again(facts, on=ON)) == answer


@pytest.mark.parametrize(
    ("missed", "answer"),
    [
        (2, ("nee", "pas na 3 gemiste oproepen voltooit het college de intake alleen")),
        (3, ("ja", "na 3 oproepen voltooit het college de intake in afwezigheid")),
        (None, ("onbekend", "het aantal gemiste oproepen is niet bekend")),
    ],
)
def test_after_three_calls_the_college_goes_on_alone(missed, answer):
    assert says(law.must_complete_in_absentia(OproepFacts(gemiste_oproepen=missed), on=ON)) == answer


def test_unknown_child_is_unknown_and_still_missing():
    assert law.has_vve_verkenning(IntakeFacts(), on=ON).status is Status.UNKNOWN

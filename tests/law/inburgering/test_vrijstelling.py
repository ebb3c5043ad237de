from datetime import date

import pytest

from meedoen.law.inburgering import vrijstelling as law
from meedoen.law.inburgering.begrippen import Niveau
from meedoen.law.inburgering.vrijstelling import Diploma, Taalbewijs, VrijstellingFacts

ON = date(2026, 3, 2)
NOG_NIET_18 = "wie nog geen 18 is, geldt als kwalificatieplichtig zolang het tegendeel niet bekend is"


def says(outcome):
    return outcome.head(), outcome.sentence()


def facts(**known):
    return VrijstellingFacts(**known)


@pytest.mark.parametrize(
    ("jaren", "answer"),
    [
        (None, ("onbekend", "het is niet bekend hoe lang de persoon leerplichtig was")),
        (7, ("nee", "volgens de BRP 7 van de 8 jaar leer- of kwalificatieplicht")),
        (8, ("ja", "volgens de BRP ten minste 8 jaar leer- of kwalificatieplicht")),
    ],
)
def test_eight_years_of_school_duty_free(jaren, answer):
    assert says(law.school_years_exempt(facts(jaren_leerplichtig=jaren), on=ON)) == answer


@pytest.mark.parametrize(
    ("known", "answer"),
    [
        ({}, ("onbekend", "de geboortedatum is niet bekend")),
        ({"kwalificatieplichtig": True}, ("ja", "de persoon is nu leer- of kwalificatieplichtig")),
        ({"kwalificatieplichtig": False}, ("nee", "de persoon is niet leer- of kwalificatieplichtig")),
        ({"geboortedatum": date(2008, 3, 3)}, ("ja", "de persoon wordt pas op 3 maart 2026 18 jaar")),
        ({"geboortedatum": date(2008, 3, 2)}, ("nee", "de persoon is sinds 2 maart 2026 18 jaar")),
    ],
)
def test_school_duty_now_frees_until_the_age_of_eighteen(known, answer):
    assert says(law.school_duty_exempts(facts(**known), on=ON)) == answer


def test_that_a_minor_has_a_kwalificatieplicht_is_a_reading_only_when_nothing_is_known_of_it():
    assert law.school_duty_exempts(facts(geboortedatum=date(2008, 3, 3)), on=ON).reading == NOG_NIET_18
    assert law.school_duty_exempts(facts(kwalificatieplichtig=True), on=ON).reading is None
    assert law.school_duty_exempts(facts(geboortedatum=date(2008, 3, 2)), on=ON).reading is None


@pytest.mark.parametrize(
    ("known", "answer"),
    [
        ({}, ("onbekend", "het is niet bekend tot welk diploma de opleiding leidt")),
        (
            {"opleiding_diploma": Diploma.ENTREE_PRAKTIJKONDERWIJS_OF_VSO},
            ("nee", "een diploma van entree, praktijkonderwijs of vso staat niet op de lijst"),
        ),
        ({"opleiding_diploma": Diploma.ANDER}, ("nee", "een ander diploma staat niet op de lijst")),
        ({"opleiding_diploma": Diploma.BES}, ("onbekend", "de dag van inschrijving is niet bekend")),
        (
            {"opleiding_diploma": Diploma.BES, "opleiding_ingeschreven": date(2026, 3, 3)},
            ("nee", "de inschrijving voor de opleiding begint pas op 3 maart 2026"),
        ),
        (
            {"opleiding_diploma": Diploma.BES, "opleiding_ingeschreven": ON},
            (
                "ja",
                "de persoon staat sinds 2 maart 2026 ingeschreven voor een opleiding met dit diploma: "
                "diploma van Bonaire, Sint Eustatius of Saba",
            ),
        ),
        (
            {
                "opleiding_diploma": Diploma.BES,
                "opleiding_ingeschreven": date(2025, 9, 1),
                "opleiding_uitgeschreven": ON,
            },
            ("nee", "de inschrijving voor de opleiding eindigde op 2 maart 2026"),
        ),
    ],
)
def test_a_course_frees_while_the_person_is_registered_for_it(known, answer):
    assert says(law.course_exempts(facts(**known), on=ON)) == answer


def test_a_course_still_frees_on_the_day_before_de_registration():
    known = facts(
        opleiding_diploma=Diploma.NEDERLANDS,
        opleiding_ingeschreven=date(2025, 9, 1),
        opleiding_uitgeschreven=date(2026, 3, 3),
    )
    outcome = law.course_exempts(known, on=ON)
    assert outcome.value is True
    assert outcome.reading == "of het diploma aan alle eisen zal voldoen, blijkt pas bij de afronding"


@pytest.mark.parametrize(
    ("known", "answer"),
    [
        ({}, ("onbekend", "het is niet bekend welk diploma er is")),
        (
            {"diploma": Diploma.INBURGERINGSDIPLOMA},
            ("ja", "een inburgeringsdiploma geeft vrijstelling"),
        ),
        (
            {"diploma": Diploma.BES},
            ("ja", "een diploma van Bonaire, Sint Eustatius of Saba geeft vrijstelling"),
        ),
        (
            {"diploma": Diploma.INBURGERINGSDIPLOMA_OUDE_WET},
            ("onbekend", "het niveau van de taalonderdelen is niet bekend"),
        ),
        (
            {"diploma": Diploma.INBURGERINGSDIPLOMA_OUDE_WET, "diploma_nederlands_b1": True},
            ("ja", "alle taalonderdelen van het oude diploma zijn op B1 of hoger"),
        ),
        (
            {"diploma": Diploma.INBURGERINGSDIPLOMA_OUDE_WET, "diploma_nederlands_b1": False},
            ("nee", "niet alle taalonderdelen van het oude diploma zijn op B1 of hoger"),
        ),
        (
            {"diploma": Diploma.NEDERLANDS},
            ("onbekend", "het is niet bekend of de opleiding Nederlandstalig was"),
        ),
        (
            {"diploma": Diploma.NEDERLANDS, "diploma_nederlandstalig": True},
            ("ja", "de opleiding was Nederlandstalig"),
        ),
        (
            {"diploma": Diploma.NEDERLANDS, "diploma_nederlandstalig": False},
            ("nee", "de opleiding was niet Nederlandstalig"),
        ),
        (
            {"diploma": Diploma.ANDER_LAND_NEDERLANDSTALIG},
            ("onbekend", "het is niet bekend of de opleiding Nederlandstalig was"),
        ),
        (
            {"diploma": Diploma.ANDER_LAND_NEDERLANDSTALIG, "diploma_nederlandstalig": False},
            ("nee", "de opleiding was niet Nederlandstalig"),
        ),
        (
            {"diploma": Diploma.ANDER_LAND_NEDERLANDSTALIG, "diploma_nederlandstalig": True},
            ("onbekend", "het resultaat voor Nederlands is niet bekend"),
        ),
        (
            {
                "diploma": Diploma.ANDER_LAND_NEDERLANDSTALIG,
                "diploma_nederlandstalig": True,
                "diploma_voldoende_nederlands": True,
            },
            ("ja", "er is een voldoende voor Nederlands"),
        ),
        (
            {
                "diploma": Diploma.ANDER_LAND_NEDERLANDSTALIG,
                "diploma_nederlandstalig": True,
                "diploma_voldoende_nederlands": False,
            },
            ("nee", "er is geen voldoende voor Nederlands"),
        ),
        (
            {"diploma": Diploma.INTERNATIONALE_SCHOOL},
            ("onbekend", "het niveau van het vak Nederlands is niet bekend"),
        ),
        (
            {"diploma": Diploma.INTERNATIONALE_SCHOOL, "diploma_nederlands_b1": False},
            ("nee", "het vak Nederlands was onder niveau B1"),
        ),
        (
            {"diploma": Diploma.INTERNATIONALE_SCHOOL, "diploma_nederlands_b1": True},
            ("onbekend", "het resultaat voor Nederlands is niet bekend"),
        ),
        (
            {
                "diploma": Diploma.INTERNATIONALE_SCHOOL,
                "diploma_nederlands_b1": True,
                "diploma_voldoende_nederlands": True,
            },
            ("ja", "er is een voldoende voor Nederlands"),
        ),
        (
            {
                "diploma": Diploma.INTERNATIONALE_SCHOOL,
                "diploma_nederlands_b1": True,
                "diploma_voldoende_nederlands": False,
            },
            ("nee", "er is geen voldoende voor Nederlands"),
        ),
        (
            {"diploma": Diploma.ENTREE_PRAKTIJKONDERWIJS_OF_VSO},
            ("nee", "een diploma van entree, praktijkonderwijs of vso staat niet op de lijst"),
        ),
        ({"diploma": Diploma.ANDER}, ("nee", "een ander diploma staat niet op de lijst")),
    ],
)
def test_which_diploma_frees(known, answer):
    assert says(law.diploma_exempts(facts(**known), on=ON)) == answer


@pytest.mark.parametrize(
    ("jaren", "werk", "gesprek", "answer"),
    [
        (None, 5, True, ("onbekend", "de jaren van inschrijving zijn niet bekend")),
        (9, 5, True, ("nee", "9 van de 10 jaar inschrijving zijn voorbij")),
        (10, None, True, ("onbekend", "de jaren van werk of vrijwilligerswerk zijn niet bekend")),
        (10, 4, True, ("nee", "4 van de 5 jaar werk zijn aangetoond")),
        (10, 5, None, ("onbekend", "het gesprek over de taal is nog niet geweest")),
        (10, 5, False, ("nee", "spreken en luisteren zijn in het gesprek onder niveau B1")),
        (10, 5, True, ("ja", "inschrijving, werk en taal zijn genoeg")),
    ],
)
def test_ten_years_registered_five_years_of_work_and_an_interview_show_inburgering(
    jaren, werk, gesprek, answer
):
    known = facts(jaren_ingeschreven=jaren, jaren_gewerkt=werk, gesprek_b1=gesprek)
    assert says(law.shown_ingeburgerd(known, on=ON)) == answer


@pytest.mark.parametrize(
    ("bewijs", "voldoende", "niveau", "answer"),
    [
        (None, True, Niveau.B1, ("onbekend", "het is niet bekend welk bewijs er is")),
        (Taalbewijs.CNAVT_A2, None, Niveau.A2, ("onbekend", "het resultaat voor Nederlands is niet bekend")),
        (Taalbewijs.CNAVT_A2, False, Niveau.A2, ("nee", "er is geen voldoende voor Nederlands")),
        (
            Taalbewijs.STAATSEXAMEN_NT2,
            True,
            None,
            (
                "ja",
                "een certificaat of diploma van het staatsexamen Nt2 geeft vrijstelling van dit onderdeel",
            ),
        ),
        (
            Taalbewijs.EINDEXAMEN_VO,
            True,
            None,
            (
                "ja",
                "een cijferlijst of certificaat van het voortgezet onderwijs "
                "geeft vrijstelling van dit onderdeel",
            ),
        ),
        (
            Taalbewijs.CNAVT_B1_OF_HOGER,
            True,
            Niveau.B1,
            (
                "ja",
                "een Certificaat Nederlands als Vreemde Taal op B1 of hoger "
                "geeft vrijstelling van dit onderdeel",
            ),
        ),
        (
            Taalbewijs.BUITENLANDS_B1,
            True,
            Niveau.A2,
            (
                "ja",
                "een buitenlands diploma met Nederlands op B1 of hoger geeft vrijstelling van dit onderdeel",
            ),
        ),
        (Taalbewijs.CNAVT_A2, True, None, ("onbekend", "het niveau van het examen is niet bekend")),
        (
            Taalbewijs.CNAVT_A2,
            True,
            Niveau.A2,
            (
                "ja",
                "een Certificaat Nederlands als Vreemde Taal op A2 "
                "geeft vrijstelling van dit onderdeel op A2",
            ),
        ),
        (
            Taalbewijs.INBURGERINGSEXAMEN_A2,
            True,
            Niveau.B1,
            (
                "nee",
                "een behaald onderdeel van het inburgeringsexamen op A2 geeft geen vrijstelling op niveau B1",
            ),
        ),
    ],
)
def test_evidence_frees_of_a_language_part_at_its_level(bewijs, voldoende, niveau, answer):
    known = facts(taalbewijs=bewijs, diploma_voldoende_nederlands=voldoende, examenniveau=niveau)
    assert says(law.taalonderdeel_exempt(known, on=ON)) == answer


def test_duo_decides_within_eight_weeks_moved_past_a_holiday():
    assert says(law.vrijstelling_besluit_due(facts(), on=ON)) == (
        "onbekend",
        "er is geen aanvraag van vrijstelling bekend",
    )
    outcome = law.vrijstelling_besluit_due(facts(vrijstelling_aangevraagd=date(2026, 3, 3)), on=ON)
    assert says(outcome) == ("28 april 2026", "8 weken na de aanvraag op 3 maart 2026")
    moved = law.vrijstelling_besluit_due(facts(vrijstelling_aangevraagd=ON), on=ON)
    assert moved.value == date(2026, 4, 28)  # 27 April is King's Day


@pytest.mark.parametrize(
    ("on", "answer"),
    [
        (date(2022, 12, 31), ("nee", "een Nederlands diploma vmbo basis of kader staat niet op de lijst")),
        (date(2023, 1, 1), ("ja", "de opleiding was Nederlandstalig")),
    ],
)
def test_every_vmbo_diploma_frees_since_2023(on, answer):
    known = facts(diploma=Diploma.VMBO_BASIS_OF_KADER, diploma_nederlandstalig=True)
    assert says(law.diploma_exempts(known, on=on)) == answer


@pytest.mark.parametrize(("on", "frees"), [(date(2022, 12, 31), False), (date(2023, 1, 1), True)])
def test_a_course_towards_such_a_diploma_too(on, frees):
    known = facts(opleiding_diploma=Diploma.VMBO_BASIS_OF_KADER, opleiding_ingeschreven=date(2022, 8, 1))
    assert law.course_exempts(known, on=on).value is frees


def test_that_evidence_at_b1_frees_at_a2_too_is_a_reading():
    known = facts(taalbewijs=Taalbewijs.STAATSEXAMEN_NT2, diploma_voldoende_nederlands=True)
    assert law.taalonderdeel_exempt(known, on=ON).reading == (
        "bewijs op niveau B1 geeft ook vrijstelling van een onderdeel op niveau A2"
    )

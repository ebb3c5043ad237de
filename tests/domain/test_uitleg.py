"""Which questions of the law a dossier answers, and which parts it leaves out."""

from datetime import date

from meedoen.domain.termijn.uitleg import DOSSIER_QUESTIONS, explain_dossier, whole
from meedoen.domain.voortgang.models import GevolgdeUren, Resultaat
from tests.domain.voortgang_examples import TODAY, own_pip

UNANSWERABLE = {
    "inburgeringsplicht": {"vrijgesteld"},
    "aanbod": {"alfabetisering"},
    "ontzorgen": {"betaalt", "in_pip"},
    "pvt": {"completed"},
    "map": {"completed"},
}


def test_a_dossier_says_nothing_about_what_meedoen_does_not_keep():
    for name, parts in UNANSWERABLE.items():
        assert not parts & set(DOSSIER_QUESTIONS[name].question.answers), name


def test_what_is_left_of_these_questions_is_asked():
    asked = {
        name: list(DOSSIER_QUESTIONS[name].question.answers) for name in ("inburgeringsplicht", "ontzorgen")
    }
    assert asked == {
        "inburgeringsplicht": ["plichtig", "doelgroep", "since"],
        "ontzorgen": ["applies", "last_day"],
    }


def asked(dossier, name, part):
    """Return the status and the sentence of one part of what a dossier answers."""
    explained = explain_dossier(whole(dossier), name, TODAY)
    outcome = next(one for one in explained.parts if one.key == part).outcome
    return outcome.status.value, outcome.value, outcome.sentence()


def test_the_next_step_says_that_pvt_is_open_until_its_date_is_recorded(world):
    dossier = world.dossier(world.alice)
    with world.scope():
        own_pip(world, dossier, uitgereikt_on=date(2026, 1, 13))
        assert asked(dossier, "volgende_stap", "stap") == (
            "bekend",
            "pvt_afronden",
            "het PVT is nog niet afgerond",
        )
        for onderdeel in ("pvt", "map"):
            Resultaat.objects.create(
                gemeente=dossier.gemeente,
                dossier=dossier,
                onderdeel=onderdeel,
                datum_on=date(2026, 3, 1),
                by=world.alice,
            )
        assert asked(dossier, "volgende_stap", "stap")[1] == "leerroute_volgen"


def test_of_a_pip_from_before_the_next_step_says_nothing_about_pvt(world):
    dossier = world.dossier(world.alice, eerste_pip_on=date(2026, 1, 12))
    with world.scope():
        assert asked(dossier, "volgende_stap", "stap")[1] == "leerroute_volgen"


def total(world, dossier, uren):
    GevolgdeUren.objects.create(
        gemeente=dossier.gemeente,
        dossier=dossier,
        soort="uren-participatietaalles",
        uren=uren,
        tot_en_met_on=TODAY,
        by=world.alice,
    )


def test_the_lessons_that_are_left_in_the_z_route_are_told_of_a_recorded_total(world):
    dossier = world.dossier(world.alice)
    with world.scope():
        own_pip(world, dossier, route="Z-route")
        assert asked(dossier, "z_route_uren", "cursusuren_left") == (
            "onbekend",
            None,
            "er is in Meedoen geen totaal van lesuren vastgelegd dat voor de Z-route telt",
        )
        total(world, dossier, 300)
        total(world, dossier, 320)
        assert asked(dossier, "z_route_uren", "cursusuren_left") == (
            "bekend",
            480,
            "320 van de 800 uur les zijn gevolgd",
        )


def test_other_lessons_of_the_onderwijsroute_are_not_counted_for_the_z_route(world):
    dossier = world.dossier(world.alice)
    with world.scope():
        own_pip(world, dossier, route="onderwijsroute")
        dossier.pips.update(status="vervangen")
        own_pip(world, dossier, route="Z-route")
        total(world, dossier, 300)
        assert asked(dossier, "z_route_uren", "cursusuren_left")[0] == "onbekend"

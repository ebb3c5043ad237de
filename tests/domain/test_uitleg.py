"""Which questions of the law a dossier answers, and which parts it leaves out."""

from meedoen.domain.termijn.uitleg import DOSSIER_QUESTIONS

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

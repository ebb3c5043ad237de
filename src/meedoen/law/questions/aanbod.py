"""Who gets what."""

from collections.abc import Mapping

from ..inburgering import aanbod, inburgeringsaanbod, keurmerk, maatschappelijke_begeleiding
from ..participatie.ontzorgen import (
    OntzorgenFacts,
    ontzorgen,
    ontzorgen_covers,
    ontzorgen_last_day,
    ontzorgen_stands_in_pip,
)
from .question import Answer, Question

QUESTIONS: Mapping[str, Question] = {
    "aanbod": Question(
        {
            "brede_intake": Answer(aanbod.gets_brede_intake, aanbod.AanbodFacts),
            "pip": Answer(aanbod.gets_pip, aanbod.AanbodFacts),
            "pvt": Answer(aanbod.gets_pvt, aanbod.AanbodFacts),
            "map": Answer(aanbod.gets_map, aanbod.AanbodFacts),
            "leerroute": Answer(aanbod.gets_leerroute, aanbod.AanbodFacts),
            "maatschappelijke_begeleiding": Answer(
                aanbod.gets_maatschappelijke_begeleiding, aanbod.AanbodFacts
            ),
            "ontzorgen": Answer(ontzorgen, OntzorgenFacts),
            "lening": Answer(aanbod.gets_lening, aanbod.AanbodFacts),
            "kosteloze_examenpogingen": Answer(aanbod.kosteloze_examenpogingen, aanbod.AanbodFacts),
            "vve": Answer(aanbod.gets_vve, aanbod.AanbodFacts),
            "alfabetisering": Answer(aanbod.gets_alfabetisering, aanbod.AanbodFacts),
            "begeleiding_vanaf": Answer(aanbod.maatschappelijke_begeleiding_since, aanbod.AanbodFacts),
        }
    ),
    "ontzorgen": Question(
        {
            "applies": Answer(ontzorgen, OntzorgenFacts),
            "last_day": Answer(ontzorgen_last_day, OntzorgenFacts),
            "betaalt": Answer(ontzorgen_covers, OntzorgenFacts),
            "in_pip": Answer(ontzorgen_stands_in_pip, OntzorgenFacts),
        }
    ),
    "inburgeringsaanbod": Question(
        {
            "uitgebleven_na": Answer(
                inburgeringsaanbod.aanbod_missing_since, inburgeringsaanbod.InburgeringsaanbodFacts
            ),
            "tijdig": Answer(inburgeringsaanbod.aanbod_in_time, inburgeringsaanbod.InburgeringsaanbodFacts),
            "deugdelijk": Answer(
                inburgeringsaanbod.aanbod_is_sound, inburgeringsaanbod.InburgeringsaanbodFacts
            ),
            "lening_voor_alfabetisering": Answer(
                inburgeringsaanbod.alfabetisering_may_be_borrowed, inburgeringsaanbod.InburgeringsaanbodFacts
            ),
            "kinderopvang": Answer(
                inburgeringsaanbod.gets_kinderopvang, inburgeringsaanbod.InburgeringsaanbodFacts
            ),
        }
    ),
    "cursusinstelling": Question(
        {
            "aan_te_bieden": Answer(keurmerk.school_may_be_offered, keurmerk.KeurmerkFacts),
            "keurmerk": Answer(keurmerk.has_keurmerk, keurmerk.KeurmerkFacts),
            "vog": Answer(keurmerk.vog_is_recent, keurmerk.KeurmerkFacts),
        }
    ),
    "keurmerk_vergoeding": Question(
        {"verschuldigd": Answer(keurmerk.keurmerk_fee_due, keurmerk.KeurmerkFacts)}
    ),
    "maatschappelijke_begeleiding": Question(
        {
            "praktische_hulp": Answer(
                maatschappelijke_begeleiding.has_praktische_hulp,
                maatschappelijke_begeleiding.BegeleidingFacts,
            ),
            "voorlichting": Answer(
                maatschappelijke_begeleiding.has_voorlichting, maatschappelijke_begeleiding.BegeleidingFacts
            ),
            "hulp_open": Answer(
                maatschappelijke_begeleiding.hulp_topics_open, maatschappelijke_begeleiding.BegeleidingFacts
            ),
            "voorlichting_open": Answer(
                maatschappelijke_begeleiding.voorlichting_topics_open,
                maatschappelijke_begeleiding.BegeleidingFacts,
            ),
        }
    ),
}

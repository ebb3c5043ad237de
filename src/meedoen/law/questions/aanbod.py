"""Who gets what."""

from collections.abc import Mapping

from ..inburgering import aanbod
from ..participatie.ontzorgen import OntzorgenFacts, ontzorgen, ontzorgen_last_day
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
        {"applies": Answer(ontzorgen, OntzorgenFacts), "last_day": Answer(ontzorgen_last_day, OntzorgenFacts)}
    ),
}

"""The words that files use for the closed lists of the law and for languages; folded word → our code."""

from meedoen.domain.dossier.search import fold
from meedoen.law.inburgering.begrippen import Begrip, Doelgroep, Leerroute, Referent, Verblijfstitel


def _words(notion: type[Begrip], also: dict[str, str]) -> dict[str, str]:
    """Return every spelling of a closed list: code, label, and what files say."""
    own = {
        fold(text).replace("_", " "): member.value
        for member in notion
        for text in (member.value, member.label)
    }
    return own | {fold(text): code for text, code in also.items()}


GESLACHTEN = {
    "m": "M",
    "man": "M",
    "mannelijk": "M",
    "v": "V",
    "vrouw": "V",
    "vrouwelijk": "V",
    "x": "X",
    "o": "X",
    "onbekend": "X",
}
JA_NEE = {
    "ja": "ja",
    "j": "ja",
    "true": "ja",
    "wel": "ja",
    "nee": "nee",
    "n": "nee",
    "false": "nee",
    "niet": "nee",
}
DOELGROEPEN = _words(
    Doelgroep,
    {
        "statushouder": Doelgroep.ASIELSTATUSHOUDER,
        "asiel": Doelgroep.ASIELSTATUSHOUDER,
        "gezinsmigrant": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
        "gezinsmigrant/overig": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
        "overige migrant": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
        "gom": Doelgroep.GEZINSMIGRANT_OF_OVERIGE_MIGRANT,
    },
)
TITELS = _words(
    Verblijfstitel,
    {
        "asiel": Verblijfstitel.ASIEL_BEPAALDE_TIJD,
        "asiel bepaalde tijd": Verblijfstitel.ASIEL_BEPAALDE_TIJD,
        "asiel onbepaalde tijd": Verblijfstitel.ASIEL_ONBEPAALDE_TIJD,
        "regulier bepaalde tijd": Verblijfstitel.REGULIER_BEPAALDE_TIJD,
        "regulier onbepaalde tijd": Verblijfstitel.REGULIER_ONBEPAALDE_TIJD,
    },
)
REFERENTEN = _words(
    Referent,
    {
        "nederlandse": Referent.NEDERLANDER,
        "houder asiel bepaalde tijd": Referent.ASIEL_BEPAALDE_TIJD,
        "houder asiel onbepaalde tijd": Referent.ASIEL_ONBEPAALDE_TIJD,
        "houder regulier": Referent.REGULIER,
        "houder reguliere vergunning": Referent.REGULIER,
    },
)
LEERROUTES = _words(
    Leerroute,
    {
        "b1": Leerroute.B1_ROUTE,
        "b1 route": Leerroute.B1_ROUTE,
        "z": Leerroute.Z_ROUTE,
        "z route": Leerroute.Z_ROUTE,
        "zelfredzaamheidsroute": Leerroute.Z_ROUTE,
        "onderwijs": Leerroute.ONDERWIJSROUTE,
        "onderwijs route": Leerroute.ONDERWIJSROUTE,
    },
)
LBT = {
    "b1 route haalbaar": "haalbaar",
    "haalbaar": "haalbaar",
    "b1 haalbaar": "haalbaar",
    "b1 route niet haalbaar": "niet_haalbaar",
    "niet haalbaar": "niet_haalbaar",
    "b1 niet haalbaar": "niet_haalbaar",
    "onbekend": "onbekend",
}
DIPLOMAS = {
    word: word for word in ("geen", "basisonderwijs", "middelbaar", "beroepsopleiding", "bachelor", "master")
} | {"basisschool": "basisonderwijs", "middelbare school": "middelbaar", "mbo": "beroepsopleiding"}

# ISO 639 codes; 639-1 where it exists.
TAAL_LABELS = {
    "ar": "Arabisch",
    "ti": "Tigrinya",
    "tr": "Turks",
    "fa": "Farsi",
    "prs": "Dari",
    "ps": "Pasjtoe",
    "so": "Somali",
    "zgh": "Tamazight",
    "ckb": "Koerdisch (Sorani)",
    "kmr": "Koerdisch (Kurmanci)",
    "pt": "Portugees",
    "th": "Thai",
    "en": "Engels",
    "fr": "Frans",
    "es": "Spaans",
    "ru": "Russisch",
    "uk": "Oekraïens",
    "zh": "Chinees",
    "am": "Amhaars",
    "ur": "Urdu",
    "pl": "Pools",
    "vi": "Vietnamees",
    "tl": "Tagalog",
    "id": "Indonesisch",
    "hi": "Hindi",
    "sw": "Swahili",
    "nl": "Nederlands",
    "de": "Duits",
    "om": "Oromo",
    "hy": "Armeens",
    "ka": "Georgisch",
    "az": "Azerbeidzjaans",
}
TALEN = {fold(label): code for code, label in TAAL_LABELS.items()} | {
    "perzisch": "fa",
    "tigrigna": "ti",
    "berbers": "zgh",
    "berber": "zgh",
    "sorani": "ckb",
    "kurmanci": "kmr",
    "kurmandji": "kmr",
    "pashto": "ps",
    "mandarijn": "zh",
    "amharisch": "am",
    "filipijns": "tl",
    "somalisch": "so",
    "tamazight (berbers)": "zgh",
    **{code: code for code in TAAL_LABELS},
}

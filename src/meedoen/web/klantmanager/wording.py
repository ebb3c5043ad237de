"""Words for what stands in the database as a code."""

LANGUAGES = {
    "nl": "Nederlands",
    "ar": "Arabisch",
    "ti": "Tigrinya",
    "fa": "Farsi",
    "prs": "Dari",
    "tr": "Turks",
    "en": "Engels",
    "am": "Amhaars",
    "es": "Spaans",
    "fr": "Frans",
    "ku": "Koerdisch",
    "pl": "Pools",
    "ps": "Pasjtoe",
    "pt": "Portugees",
    "ru": "Russisch",
    "so": "Somalisch",
    "sw": "Swahili",
    "th": "Thais",
    "uk": "Oekraïens",
    "ur": "Urdu",
    "zh": "Chinees",
    "zgh": "Tamazight",
}


def language_name(taal: str) -> str:
    """Return the Dutch name of a language: files write names, letters use codes."""
    return LANGUAGES.get(taal, taal)


def language_code(name: str) -> str:
    """Return the code of a language that letters know by its name; any other name stays as it is."""
    codes = {label.casefold(): code for code, label in LANGUAGES.items()}
    return codes.get(name.casefold(), name)

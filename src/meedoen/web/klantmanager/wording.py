"""Words for what stands in the database as a code."""

LANGUAGES = {
    "nl": "Nederlands",
    "ar": "Arabisch",
    "ti": "Tigrinya",
    "fa": "Farsi",
    "prs": "Dari",
    "tr": "Turks",
    "en": "Engels",
}


def language_name(taal: str) -> str:
    """Return the Dutch name of a language: files write names, letters use codes."""
    return LANGUAGES.get(taal, taal)

"""Haal Centraal BRP bevragen v2: one question about one person, only the fields that we need."""

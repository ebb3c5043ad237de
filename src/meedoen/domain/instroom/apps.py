"""Bringing a caseload in: files, mapping, preview, and what could not go in."""

from django.apps import AppConfig


class InstroomConfig(AppConfig):
    """Bringing a caseload in: files, mapping, preview, and what could not go in."""

    name = "meedoen.domain.instroom"
    label = "instroom"

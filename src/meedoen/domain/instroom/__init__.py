"""Bringing a caseload in: files, mapping, preview, and what could not go in."""

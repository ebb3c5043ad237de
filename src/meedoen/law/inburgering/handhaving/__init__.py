"""Handhaving: the fines of the college and, as information, those of DUO (Wi, hoofdstuk 7)."""

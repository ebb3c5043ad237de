"""Agreements with DUO: the conditions on what a gemeente sends; not law, but versioned like it."""

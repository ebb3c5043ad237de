"""The PIP as a decision (beschikking)."""

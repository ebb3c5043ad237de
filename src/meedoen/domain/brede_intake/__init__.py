"""Oproepen, conversations, what the person told, and the leerbaarheidstoets (Wi art. 14)."""

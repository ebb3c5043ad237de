"""The call for the brede intake."""

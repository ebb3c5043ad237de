"""The written warning after a missed brede intake."""

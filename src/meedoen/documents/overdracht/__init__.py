"""The handover after a move, for the new gemeente."""

"""What must happen next in each dossier, as the law computes it."""

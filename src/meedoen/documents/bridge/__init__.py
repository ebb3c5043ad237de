"""From the domain to letters: models in, the plain dataclasses of the letters out."""

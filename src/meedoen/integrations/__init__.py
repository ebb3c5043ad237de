"""What Meedoen says to the world outside, and hears from it: one package for each other party."""

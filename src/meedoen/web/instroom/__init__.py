"""Pages on which a file with people is brought in."""

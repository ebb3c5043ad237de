"""Pages of the teamleider."""

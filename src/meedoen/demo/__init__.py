"""A fictional region: factories of persons, and the filled demo."""

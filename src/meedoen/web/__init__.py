"""Pages, grouped by the person who uses them."""

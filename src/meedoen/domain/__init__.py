"""What we know and decided: Django apps named with the law's nouns, in the order of the route."""

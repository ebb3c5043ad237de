"""Template tags: the words and components that every page uses."""

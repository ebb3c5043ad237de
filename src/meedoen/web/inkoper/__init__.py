"""Pages of the inkoper: figures without persons."""

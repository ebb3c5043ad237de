"""Pages of a move: in the dossier, for received files, and for the keys of other gemeenten."""

"""Who may do what, and the only way from an address to a dossier: for the pages and for the API alike."""

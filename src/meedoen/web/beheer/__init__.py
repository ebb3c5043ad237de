"""Pages of the beheerder: medewerkers, roles, house style, policy."""

"""Who works where: gemeenten, medewerkers and their roles; tenancy, secrecy and evidence of use."""

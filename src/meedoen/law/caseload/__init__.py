"""The same rules for many dossiers at once: a caseload, a region, the country.

Every answer here is computed by the lifted rules (`kernel.lift`), from the same source as that of one person.
"""

"""The leerroute with its motivation, and the PIP in versions (Wi art. 15)."""

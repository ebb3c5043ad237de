"""Pages of the klantmanager: werkvoorraad, dossier, brede intake, leerroute, PIP, documents."""

"""Pages about the exchange with DUO: what went, what came, doing it by hand, the connection."""

"""What COA, DUO, BRP and imports told us, as they told it, with both dates."""

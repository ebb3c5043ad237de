"""The Algemene wet bestuursrecht, as far as every decision needs it."""

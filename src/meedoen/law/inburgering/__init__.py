"""The Wet inburgering 2021 with its Besluit and Regeling: one module per subject, in the order of the Act."""

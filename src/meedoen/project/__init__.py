"""Settings, addresses and the command line: the place that knows all other parts."""

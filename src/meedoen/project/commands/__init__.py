"""What each subcommand of `meedoen` does."""

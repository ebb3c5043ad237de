"""DUO's machine-to-machine interface for gemeenten: messages, client, outbox and inbox.

Source: DUO, repository duonl/gemeente-m2m-inburgering, commit f4973d4 of 11 June 2026. The messages here are
our own; the published files are only used to test against.
"""

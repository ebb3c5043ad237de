"""What the law says: pure functions from facts and a date to an answer with its reason.

Nothing here knows of Django, a clock, a database or a network. The day for which the law is asked is always
the argument `on`.
"""

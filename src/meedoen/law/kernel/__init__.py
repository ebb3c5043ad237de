"""The small ideas on which every rule stands: citation, parameter, outcome, rule, period and calendar."""

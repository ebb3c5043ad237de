"""One definition, two speeds: a rule read from its own source, as operations on columns.

`reader` makes a tree of a rule, `program` puts rules that are asked together in order, `sheet` writes them
for one day as plain operations, and an engine runs those: `columns` with Polars, `fused` with numba.
"""

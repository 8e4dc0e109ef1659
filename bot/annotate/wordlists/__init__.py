"""Words by what a reader of reports takes them for: data, one module for each reader.

Each list belongs to one letter. A word stands for itself, with ``*`` for whatever begins
so; the longest beginning wins, and a whole word wins over any.
"""

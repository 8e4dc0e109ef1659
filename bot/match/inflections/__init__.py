"""How the words of each language bend: paradigms as tables, no dictionary."""

"""Which places a text names, and what it is about."""

"""Words that many texts have, before a single one was read."""

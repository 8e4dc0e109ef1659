"""All SQL. Functions take a transaction and never commit; values leave as `domain.model`."""

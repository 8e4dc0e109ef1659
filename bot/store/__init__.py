"""All SQL. Functions take a transaction and never commit; rows leave as frozen values."""

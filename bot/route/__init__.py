"""Stage 7: what becomes of a match: an alert now, or not, with the reason; pure."""

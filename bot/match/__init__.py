"""Stage 6: which subscriptions an entry satisfies, and by which words; pure."""

"""Stage 5: is an entry new, and which story does it tell; pure."""

"""Stage 3: links and texts in the form in which they are compared; pure."""

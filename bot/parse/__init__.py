"""Stage 2: a document becomes entries, in processes that can be killed."""

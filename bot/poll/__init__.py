"""Stage 1: decide that it is time, and make the request. The only user of HTTP clients."""

"""What Tocsin talks about: values and errors, nothing that does anything."""

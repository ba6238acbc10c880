"""Qt models over plain tuples."""

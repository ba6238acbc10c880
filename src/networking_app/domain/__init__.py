"""The words and rules, with the standard library alone."""

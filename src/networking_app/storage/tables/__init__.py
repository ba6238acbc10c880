"""One mapped class for each table."""

"""Exchange of journal entries with other laptops."""

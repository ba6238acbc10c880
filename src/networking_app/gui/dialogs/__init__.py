"""Forms and the few questions that must be asked."""

"""Papers: badges and lists as PDF."""

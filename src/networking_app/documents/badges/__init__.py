"""Name badges as PDF."""

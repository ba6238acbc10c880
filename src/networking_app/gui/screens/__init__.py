"""Displays turned to the guests: each answer, or a welcome for all."""

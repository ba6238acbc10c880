"""Readers of files with registrations."""

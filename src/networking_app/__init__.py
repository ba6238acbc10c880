"""Networking App: event registration and networking on one laptop."""

__version__ = "0.1.0"

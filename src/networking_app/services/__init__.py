"""What a user can do: one small class for each task."""

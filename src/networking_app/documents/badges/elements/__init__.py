"""What can stand on a badge."""

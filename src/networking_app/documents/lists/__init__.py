"""Lists as PDF: one module for each list."""

"""Parts of the readiness page."""

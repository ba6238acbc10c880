"""Writers of files for other programs."""

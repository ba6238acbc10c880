"""What knows nothing of events: settings, translations, paths."""

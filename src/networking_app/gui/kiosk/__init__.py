"""Self-service: guests check themselves in and mend their own badge."""

"""Cases, runs and, later, metrics and gates."""

"""Who may use the server, and what a request may look like."""

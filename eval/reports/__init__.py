"""What people and machines read of a score: table, Markdown, JUnit and one HTML page."""

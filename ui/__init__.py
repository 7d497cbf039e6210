"""What people see: the terminal command, later the page."""

"""What people take away: tables, conversations."""

"""Answers that set things side by side."""

"""Answers about meetings, who attended, and who said what."""

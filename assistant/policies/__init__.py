"""Answers about how policies are built, and what their terms mean."""

"""Answers about public comments: counts, lists, outcomes, and what they changed."""

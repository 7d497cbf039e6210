"""Answers from search: the sentences that answer, or that there are none."""

"""Checks of one sentence against the units it cites, each in a file of its own."""

"""Refusals of questions that take something wrong for granted."""

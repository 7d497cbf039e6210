"""Answers that a chat model words, from the evidence and under the checks of the extractive one."""

"""Prompt templates for chat models; the extractive answer needs none."""

"""Answers to published tasks, and the scores they get."""

"""Turns mentions into accounts: which protests a report tells of, and what it says of each."""

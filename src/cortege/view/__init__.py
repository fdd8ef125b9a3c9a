"""Readings made visible: in the terminal, and as one page that needs nothing else."""

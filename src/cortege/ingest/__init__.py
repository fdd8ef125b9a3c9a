"""Turns files, folders and streams into articles; what cannot be read becomes a fault."""

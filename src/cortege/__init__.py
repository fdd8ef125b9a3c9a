"""Cortège reads press reports of protests and keeps a record you can check."""

__version__ = "0.1.0"

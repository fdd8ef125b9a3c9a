"""Reads what a number measures, and whether it is done, planned, ongoing or denied."""

"""Turns a coding by hand and a reading into facts held, missed and made up."""

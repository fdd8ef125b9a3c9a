"""The record: one SQLite file that keeps what was read, and the only code that speaks SQL."""

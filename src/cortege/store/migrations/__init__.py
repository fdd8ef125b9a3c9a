"""The record's schema, step by step; each step is one Alembic revision."""

"""The parts of ``participants``: noun phrases of people, their features, their weights."""

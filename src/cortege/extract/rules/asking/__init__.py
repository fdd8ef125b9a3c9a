"""The parts of ``demands``: frames that ask for something, their features, their weights."""

"""One module per step of the schema; a step is never edited once a release has carried it."""

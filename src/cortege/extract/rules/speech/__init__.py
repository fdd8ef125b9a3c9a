"""Who says what: cues, their subjects, and whom pronouns and offices stand for."""

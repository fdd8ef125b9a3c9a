"""Place mentions to places: an offline gazetteer and a ranking that says why."""

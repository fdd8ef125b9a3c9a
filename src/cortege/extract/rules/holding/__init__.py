"""Who holds a figure: sources and their kinds, words that attribute, and who claims what."""

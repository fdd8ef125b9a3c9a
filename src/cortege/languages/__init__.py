"""What each language contributes to the reader: a folder of data and a few functions."""

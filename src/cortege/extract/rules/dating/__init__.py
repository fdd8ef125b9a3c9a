"""Reads date expressions: words, points, ranges, counts, and the tense around them."""

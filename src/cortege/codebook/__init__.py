"""What counts as an issue: categories with the words that speak of them, in every language."""

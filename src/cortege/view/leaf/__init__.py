"""The two halves of a page, its frame and its style: the report and what it says."""

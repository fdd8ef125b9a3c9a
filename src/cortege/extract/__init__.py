"""Turns an article into what it says: rules find mentions, assembly makes accounts of them."""

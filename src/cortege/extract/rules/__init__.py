"""One module per kind of mention; each turns a `Text` into mentions, for every language alike."""

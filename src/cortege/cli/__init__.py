"""The command line: names and one-line helps here, the work in one file per command."""

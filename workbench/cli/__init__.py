"""The command line: a few lines around each operation."""

"""A file that is damaged where everything else is found from: its first page."""

"""Tables of traits that describe classes."""

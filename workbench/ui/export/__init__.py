"""The page Export, with its widgets and models."""

"""The page Learn, with its widgets and models."""

"""The page Images, with its widgets and models."""

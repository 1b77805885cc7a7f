"""The page Label, with its widgets and models."""

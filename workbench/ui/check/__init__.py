"""The page Check, with its widgets and models."""

"""Who chooses the settings of a training, what is suggested, and what is kept of it."""

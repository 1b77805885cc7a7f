"""What every page can use: jobs, changes, history, settings, translation."""

"""One plain function for each thing a person can do; no window, no threads, no prints."""

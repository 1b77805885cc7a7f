"""Looking for mistakes among what a person gave and decided."""

"""Runs that learned a problem in place of images: what they show."""

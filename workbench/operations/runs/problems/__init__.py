"""Runs that learn a problem in place of images."""

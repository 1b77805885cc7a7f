"""Plots in the colours of the window."""

"""Searches: the program chooses the approach, the network and the options itself."""

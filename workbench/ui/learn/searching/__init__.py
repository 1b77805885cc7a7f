"""The right side of the page Learn while the program chooses for itself: what it does, found, and tried."""

"""Networks that map images to vectors, and their parts."""

"""Images as arrays: decoded pixels, embeddings, and pools to draw episodes from."""

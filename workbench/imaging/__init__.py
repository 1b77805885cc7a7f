"""Images: found in folders, decoded one way for display and model, cached. Knows Pillow, tifffile and numpy."""

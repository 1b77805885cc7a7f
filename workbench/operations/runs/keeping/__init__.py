"""What becomes of a run after its training: its name, its deletion, and the space that it takes."""

"""What is measured of searching: real tasks, each setting's training recorded, and searches replayed on the records."""

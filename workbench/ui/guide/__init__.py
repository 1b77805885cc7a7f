"""The guide: pages about learning to learn and about the program, in a window of its own."""

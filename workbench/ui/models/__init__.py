"""Qt models over what operations return."""

"""What decided a proposal: the examples, labels and neighbours that spoke for it."""

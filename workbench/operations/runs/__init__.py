"""Meta-training: its request, the training itself, its record, and its trained approach."""

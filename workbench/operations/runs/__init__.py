"""Meta-training: what is asked, the training itself, its record, and its trained approach."""

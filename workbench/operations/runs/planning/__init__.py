"""What a training to come would cost, and what to suggest for it."""

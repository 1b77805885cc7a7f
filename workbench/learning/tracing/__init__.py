"""How an approach comes to its decisions on one episode, step by step, as values that can be shown."""

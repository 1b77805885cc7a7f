"""Watching a run learn one episode, step by step."""

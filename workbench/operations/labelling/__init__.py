"""Labelling: classes with examples, proposals, decisions, and what leaves the program."""

"""Repairing a damaged project: a new file of everything that is whole, and of the newest backup."""

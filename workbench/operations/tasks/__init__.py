"""Imported folders: their classes, roles and images."""

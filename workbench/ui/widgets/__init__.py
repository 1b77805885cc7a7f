"""Widgets that several pages use; each file holds one."""

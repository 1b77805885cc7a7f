"""Dialogs: the few questions that cannot be asked on a page."""

"""Runs that go from one project to another: the file of a run, its export and its import."""

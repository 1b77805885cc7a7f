"""One file for each schema a project file has had, oldest first."""

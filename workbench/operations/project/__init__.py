"""The project as a whole: open it, check it, make the sample, and which step comes next."""

"""The lanes that several parts of the window know: jobs of one lane run one after another."""

LOADING = "loading"  # What the program itself needs; the window need not wait for it to go.
WRITING = "writing"  # Everything that writes a person's decisions.

# Named as the pages: the step of a page shows that something is under way in its lane.
IMPORTING = "images"
LEARNING = "learn"
MEASURING = "check"
EXPORTING = "export"

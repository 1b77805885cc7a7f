"""What a person calls the rows of a table."""

from workbench.words import Message, marked

_WORDS = {
    "labels": marked("Labels"),
    "examples": marked("Examples"),
    "images": marked("Images"),
    "checkpoints": marked("Learned weights"),
    "tasks": marked("Folders"),
    "classes": marked("Classes of folders"),
    "runs": marked("Runs"),
    "measurements": marked("Measurements of runs"),
    "evaluations": marked("Tests"),
    "comparisons": marked("Comparisons"),
    "searches": marked("Searches for the best way to learn"),
    "trials": marked("Trials of searches"),
    "trait_tables": marked("Tables of traits"),
    "rating_sets": marked("Ratings"),
    "labelling_sets": marked("Sets of classes to label with"),
    "labelling_classes": marked("Classes to label with"),
}


def name_of_table(table: str) -> Message | str:
    """Return what a person calls the rows of a table; a table that is none of ours keeps its name."""
    words = _WORDS.get(table)
    return table if words is None else Message(words)

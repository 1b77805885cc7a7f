"""What a person can decide about an image, in the words that projects, tables and arrays keep it in."""

from enum import StrEnum


class Decision(StrEnum):
    """What a person decided about an image; ACCEPTED and CORRECTED come with a class, the others have none.

    No word here is ever renamed: projects and exported tables hold them.
    """

    ACCEPTED = "accepted"  # the class that was proposed, or one where nothing was
    CORRECTED = "corrected"  # another class than the one proposed
    UNKNOWN = "unknown"  # the class cannot be seen in the image
    REJECTED = "rejected"  # none of the classes
    UNDONE = "undone"  # nothing is decided any more

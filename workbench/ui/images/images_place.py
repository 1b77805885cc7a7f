"""What is chosen on the page Images, for the page that is built in its place."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ImagesPlace:
    """The ids of the folder that is chosen, None for all, and of the classes that are selected."""

    folder: int | None
    classes: frozenset[int]

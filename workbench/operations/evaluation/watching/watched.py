"""What is seen of a run while it learns one episode: plain values to draw, and sentences to read."""

from dataclasses import dataclass
from pathlib import Path

from workbench.store.models import Role
from workbench.words import Message

Point = tuple[float, float]
NumberRows = tuple[tuple[float, ...], ...]


@dataclass(frozen=True)
class SupportChange:
    """An image of the test's classes, by its row, becomes an example of a class of the episode, or of none."""

    row: int
    label: int | None  # 0 … way - 1, None: it is taken out


@dataclass(frozen=True)
class WatchRequest:
    """Whose learning to watch, on which episode, and what a person changed in its support, in order."""

    run: str  # a number, `latest` or `pretrained`
    number: int = 0
    way: int = 5
    shot: int = 1
    query: int = 3
    changes: tuple[SupportChange, ...] = ()
    role: Role = Role.META_TEST
    mix_tasks: bool = True
    seed: int = 0
    device: str = "auto"


@dataclass(frozen=True)
class WatchedImage:
    """An image of the episode: an example of class `label`, or a query of it; `own` is the class it is really of.

    `own` is None for an example of no class of the episode. `row` is its number among the images of the test's classes.
    """

    row: int
    id: int
    path: Path
    sha256: bytes
    label: int
    own: int | None


@dataclass(frozen=True)
class PlanePoints:
    """Images and classes on a plane; `before` is where the classes were, and None stands for a class without a place.

    `bounds` are left, bottom, right and top, the same for steps that are to be compared.
    """

    examples: tuple[Point, ...]
    queries: tuple[Point, ...]
    centres: tuple[Point | None, ...] = ()
    before: tuple[Point | None, ...] = ()
    bounds: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True)
class NumberTable:
    """A number for each query and each class or example; `shades` (0 to 1) say how strong it is."""

    title: Message
    of_examples: bool
    values: NumberRows
    shades: NumberRows
    places: int  # decimals


@dataclass(frozen=True)
class Bars:
    """Named amounts, drawn one below the other; `most` is the length of a whole bar."""

    title: Message
    names: tuple[Message, ...]
    values: tuple[float, ...]
    most: float
    places: int


Drawing = PlanePoints | NumberTable | Bars


@dataclass(frozen=True)
class WatchedStep:
    """One step: what it is, what is seen, what can be drawn, and the decisions so far, None before there are any."""

    title: Message
    sentence: Message
    drawings: tuple[Drawing, ...]
    named: tuple[int, ...] | None  # for each query
    right: int = 0


@dataclass(frozen=True)
class Beside:
    """The decisions of transfer learning with the same network on the same episode."""

    named: tuple[int, ...]
    right: int


@dataclass(frozen=True)
class WatchedEpisode:
    """An episode, and the steps in which a run learns it; `beside` is None where there is nothing to fit to.

    `taken_out` are images that were drawn as examples and are none now; `described` are classes that traits describe,
    which need no example.
    """

    request: WatchRequest
    title: Message
    classes: tuple[str, ...]
    examples: tuple[WatchedImage, ...]
    queries: tuple[WatchedImage, ...]
    taken_out: tuple[WatchedImage, ...]
    steps: tuple[WatchedStep, ...]
    beside: Beside | None
    notes: tuple[Message, ...] = ()
    described: frozenset[int] = frozenset()

    def needs(self, image: WatchedImage) -> bool:
        """Whether an image is the only example of a class that cannot do without one."""
        alone = sum(example.label == image.label for example in self.examples) <= 1
        return alone and image.label not in self.described

    @property
    def right(self) -> int:
        """How many queries are right after the last step."""
        return self.steps[-1].right

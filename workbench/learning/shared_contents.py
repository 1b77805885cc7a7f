"""Contents that several classes have, which must not be in one episode: its answer would be both right and wrong."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from workbench.facts import Fact, fact

PoolRows = NDArray[np.int64]  # (n,) rows or classes of a pool


@dataclass(frozen=True)
class SharedContents:
    """Classes that are copies of another one, and rows of other contents that several classes have."""

    copies: tuple[int, ...]
    left_out: PoolRows

    @property
    def notes(self) -> tuple[Fact, ...]:
        """What is said of them."""
        said: list[Fact] = []
        if self.copies:
            said.append(fact("episodes.copies_of_classes", count=len(self.copies)))
        if len(self.left_out):
            said.append(fact("episodes.images_of_several_classes", count=len(self.left_out)))
        return tuple(said)


def shared_contents(content: PoolRows | None, class_of: PoolRows, together: PoolRows) -> SharedContents:
    """Find what must not be drawn together; `together` is the same number for classes that may be in one episode.

    A class is a copy where all that it has is in one other class, which stands for both then.
    """
    nothing = SharedContents((), np.empty(0, np.int64))
    if content is None or len(np.unique(content)) == len(content):
        return nothing
    owners = defaultdict[tuple[int, int], set[int]](set)
    for number, image_class in zip(content.tolist(), class_of.tolist(), strict=True):
        owners[int(together[image_class]), number].add(image_class)
    several = {key: classes for key, classes in owners.items() if len(classes) > 1}
    if not several:
        return nothing
    copies = _copies(owners, several)
    disputed = {key for key, classes in several.items() if len(classes - copies) > 1}
    keys = zip(together[class_of].tolist(), content.tolist(), strict=True)
    left_out = [row for row, key in enumerate(keys) if key in disputed and int(class_of[row]) not in copies]
    return SharedContents(tuple(sorted(copies)), np.array(left_out, np.int64))


def _copies(owners: Mapping[tuple[int, int], set[int]], several: Mapping[tuple[int, int], set[int]]) -> set[int]:
    sizes = Counter(image_class for classes in owners.values() for image_class in classes)
    common = Counter(pair for classes in several.values() for pair in combinations(sorted(classes), 2))
    copies = set[int]()
    for first, second in sorted(common):
        if first in copies or second in copies:
            continue
        shared = common[first, second]
        if shared == sizes[second]:
            copies.add(second)
        elif shared == sizes[first]:
            copies.add(first)
    return copies

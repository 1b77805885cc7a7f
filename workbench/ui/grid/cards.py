"""The model of a grid of images: cards in sections, as plain sequences, so that fifty thousand are no burden."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt

from workbench.ui.controls.text import plain
from workbench.ui.look.model_index import Index


class Pictured(Protocol):
    """What a card shows: an image of the project. `operations.images.ImageFacts` is one."""

    @property
    def id(self) -> int: ...
    @property
    def path(self) -> Path: ...
    @property
    def sha256(self) -> bytes: ...


@dataclass(frozen=True)
class Section:
    """A run of cards under one heading; without a title there is no heading.

    `mark` is the number of the class whose colour and shape stand before the title; `acts` says whether a button for
    the section stands in its heading.
    """

    title: str
    count: int
    detail: str = ""
    mark: int | None = None
    acts: bool = False


@dataclass(frozen=True)
class Cards:
    """All that a grid shows: images in the order of the sections, and what is shown of each.

    `captions` (one a card) replaces the file name; `confidence` (n,) is drawn as a bar, where it is a number; `right`
    (n,) puts a border and a sign on each card, unless it is negative. `picked` (n,) puts a plus on a card above 0, a
    minus below. `known_ids` (n,) are the images' ids, if
    they are known.
    """

    images: Sequence[Pictured] = ()
    sections: tuple[Section, ...] = ()
    captions: Sequence[str] | None = None
    confidence: NDArray[np.float32] | None = None
    right: NDArray[np.bool_] | NDArray[np.int8] | None = None
    picked: NDArray[np.int8] | None = None
    known_ids: NDArray[np.int64] | None = None
    starts: NDArray[np.int64] = field(init=False)  # (sections,) the first row of each

    def __post_init__(self) -> None:
        counts = [section.count for section in self.sections]
        starts = np.concatenate([[0], np.cumsum(counts)[:-1]]) if counts else np.zeros(0)
        object.__setattr__(self, "starts", starts.astype(np.int64))

    @cached_property
    def ids(self) -> NDArray[np.int64]:  # (n,)
        """The ids of the images."""
        if self.known_ids is not None:
            return self.known_ids
        return np.fromiter((image.id for image in self.images), np.int64, len(self.images))


IMAGE_ID = Qt.ItemDataRole.UserRole


class CardModel(QAbstractListModel):
    """Shows one `Cards` after another; rows are indices into it."""

    def __init__(self) -> None:
        super().__init__()
        self.cards = Cards()

    def show(self, cards: Cards) -> None:
        """Show other cards."""
        self.beginResetModel()
        self.cards = cards
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's names and defaults
        return 0 if parent.isValid() else len(self.cards.images)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        path = self.cards.images[index.row()].path
        if role == Qt.ItemDataRole.DisplayRole:
            return self.caption(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.caption(index.row()) or path.name
        if role == Qt.ItemDataRole.ToolTipRole:
            caption = self.caption(index.row())
            # A caption may be a name that is cut.
            return plain(str(path) if caption in ("", path.name) else f"{caption} · {path}")
        if role == IMAGE_ID:
            return self.cards.images[index.row()].id
        return None

    def caption(self, row: int) -> str:
        """Return what stands under a card."""
        if self.cards.captions is not None:
            return self.cards.captions[row]
        return self.cards.images[row].path.name

    def ids(self, rows: Sequence[int]) -> list[int]:
        """Return the image ids of rows."""
        return self.cards.ids[np.array(rows, np.int64)].tolist()

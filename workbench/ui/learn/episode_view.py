"""The validation episode: its examples, and its queries by class, each with whether it was classified correctly."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.operations.runs.training_events import EpisodePreview, ShownQuery
from workbench.ui.controls.text import label
from workbench.ui.grid.card_view import CardView
from workbench.ui.grid.cards import Cards, Section
from workbench.ui.look.tokens import SMALL
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import tr

_PICTURE = 56
_UNJUDGED = -1


@dataclass(frozen=True)
class EpisodeCard:
    """An image of an episode as a grid shows it."""

    id: int
    path: Path
    sha256: bytes


class EpisodeView(QWidget):
    """Shows the newest episode; the same queries keep their positions while their answers change."""

    def __init__(self, context: ProjectContext) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        self.words = label("", "small", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.words)
        self.grid = CardView(context.theme, context.thumbnails, picture=_PICTURE)
        self.grid.setAccessibleName(tr("Images of the validation episode"))
        column.addWidget(self.grid, 1)
        self.preview: EpisodePreview | None = None
        self.show_nothing("")

    def show_nothing(self, why: str) -> None:
        """Show why there is no episode to show."""
        self.preview = None
        self.words.setText(why)
        self.grid.hide()

    def show_episode(self, preview: EpisodePreview) -> None:
        """Show an episode."""
        if preview is self.preview:
            return
        self.preview = preview
        # Images of one class stand together.
        examples = sorted(preview.support, key=lambda image: image.label)
        ordered = sorted(preview.queries, key=lambda query: query.label)
        right = np.array([query.label == query.named for query in ordered], np.int8)
        labels = [*(image.label for image in examples), *(query.named for query in ordered)]
        words = tr("{right} of {count} correct after {episode} episodes; captions are predictions.",
                   right=int(right.sum()), count=len(right), episode=preview.episode)  # fmt: skip
        self.words.setText(words)
        self.grid.show()
        self.grid.show_cards(
            Cards(
                images=[EpisodeCard(row, image.path, image.sha256) for row, image in enumerate([*examples, *ordered])],
                sections=(Section(tr("Support examples"), len(examples)), *_sections(preview, ordered)),
                captions=[preview.classes[label] for label in labels],
                right=np.concatenate([np.full(len(examples), _UNJUDGED, np.int8), right]),
            )
        )


def _sections(preview: EpisodePreview, ordered: list[ShownQuery]) -> tuple[Section, ...]:
    sections = []
    for number, name in enumerate(preview.classes):
        mine = [query for query in ordered if query.label == number]
        if mine:
            right = sum(query.named == number for query in mine)
            sections.append(Section(name, len(mine), tr("{right} of {count} correct", right=right, count=len(mine))))
    return tuple(sections)

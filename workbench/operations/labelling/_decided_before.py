"""What a person decided about an image before, and about the same content in other files."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from workbench.errors import UserError
from workbench.facts.decision import Decision
from workbench.imaging.full_path import full_path
from workbench.operations.labelling.label_table import LabelRow, read_label_table
from workbench.operations.labelling.labelling_rows import newest_labels_of_all_sets
from workbench.store.models import Image, Label, LabellingClass
from workbench.store.project import Project
from workbench.words import marked, message


@dataclass(frozen=True)
class DecisionAbout:
    """One decision about an image; `name` is that of the class, None where none was given."""

    path: Path
    decision: Decision
    name: str | None
    proposed: str | None

    @property
    def shown(self) -> str:
        """The class, or the decision where no class was given."""
        return self.name or self.decision.value

    def says(self, row: LabelRow) -> bool:
        """Whether this decision came of the same row of a table, or of one like it."""
        return (self.name, self.proposed) == (row.label, row.proposal)


def decisions_about(session: Session, set_id: int, image_id: int) -> list[DecisionAbout]:
    """Return all decisions about an image, oldest first, those that were undone too."""
    query = _decisions().where(Label.set_id == set_id, Label.image_id == image_id).order_by(Label.id)
    return [DecisionAbout(*row) for row in session.execute(query)]


class DecidedContents:
    """The decisions that stand about the images of some contents, read at once and kept as others are made."""

    def __init__(self, session: Session, set_id: int, contents: Collection[bytes]) -> None:
        self.set_id = set_id
        newest = (
            select(func.max(Label.id))
            .join(Image, Image.id == Label.image_id)
            .where(Label.set_id == set_id, Image.sha256.in_(contents))
            .group_by(Label.image_id)
        )
        query = (
            _decisions()
            .add_columns(Image.sha256, Image.id)
            .where(Label.id.in_(newest), Label.decision != Decision.UNDONE)
            .order_by(Label.id)
        )
        self._standing: dict[bytes, dict[int, DecisionAbout]] = {}
        for path, decision, name, proposed, sha256, image_id in session.execute(query):
            self.add(sha256, image_id, DecisionAbout(path, decision, name, proposed))

    def add(self, sha256: bytes, image_id: int, decision: DecisionAbout) -> None:
        """Add what was decided last about an image."""
        of_content = self._standing.setdefault(sha256, {})
        of_content.pop(image_id, None)
        of_content[image_id] = decision

    def of(self, sha256: bytes, *, but: int) -> list[DecisionAbout]:
        """Return what stands about each other image of that content, the oldest decision first."""
        return [decision for number, decision in self._standing.get(sha256, {}).items() if number != but]


def refuse_to_lose_corrections(project: Project, path: Path) -> None:
    """Raise UserError when a file at `path` is not a table of ours, or holds corrections that were not accepted."""
    if not path.exists():
        return
    pairs = (
        select(Image.path, LabellingClass.name)
        .join(Label, Label.image_id == Image.id)
        .join(LabellingClass)
        .where(Label.id.in_(newest_labels_of_all_sets()))
    )
    with project.read() as session:
        saved = {(image, name) for image, name in session.execute(pairs)}
    rows = read_label_table(path)
    is_saved = [(full_path(row.path), row.label) in saved for row in rows]
    unsaved = [row for row, saved in zip(rows, is_saved, strict=True) if not saved and row.is_by_hand]
    if any(is_saved):
        # Of a table that was accepted, a label that was taken out is gone already.
        unsaved = [row for row in unsaved if row.label]
    if unsaved:
        text = marked(
            "{path} contains {count} labels corrected by a person. Accept them first, or choose another name."
        )
        raise UserError(message(text, path=str(path), count=len(unsaved)))


def _decisions() -> "Select[Path, Decision, str, str | None]":
    return (
        select(Image.path, Label.decision, LabellingClass.name, Label.proposed_name)
        .join(Image, Image.id == Label.image_id)
        .outerjoin(LabellingClass, LabellingClass.id == Label.class_id)
    )

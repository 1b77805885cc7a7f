"""Accept a table of labels as a person's decisions, from a file they reviewed and corrected."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.errors import UserError
from workbench.facts import Fact
from workbench.facts.decision import Decision
from workbench.facts.file_reason import FileReason
from workbench.imaging.reading import ReadFile, in_threads, read_file
from workbench.operations.labelling.label_table import LabelRow, read_label_table
from workbench.operations.labelling.labelling_rows import class_for, image_for, set_for_labels, who
from workbench.operations.progress import Reporter
from workbench.store.models import Label
from workbench.store.project import Project
from workbench.words import marked, message

_BATCH = 64


@dataclass(frozen=True)
class AcceptReport:
    """How many decisions were saved, how many were there already, and which rows were refused."""

    accepted: int
    corrected: int
    known: int
    below: int  # rows not confident enough
    empty: int  # rows without a label: unreadable files, and labels that a person took out
    refused: tuple[FileReason[Fact], ...]


def accept_labels(project: Project, table: Path, at_least: float, reporter: Reporter) -> AcceptReport:
    """Save the rows whose confidence is at least `at_least`, and every row whose label a person corrected.

    Each batch reported is saved. Labels are only added: one that is there already is not written twice. Raises
    UserError when the table cannot be read or contradicts itself (nothing is saved then), Cancelled when asked to stop.
    """
    if not 0.0 <= at_least <= 1.0:
        raise UserError(message(marked("The minimum confidence must be from 0 to 1, not {value}."), value=at_least))
    table_rows = read_label_table(table)
    rows = [row for row in table_rows if row.label]
    _refuse_contradictions(rows)
    accepted_rows = [row for row in rows if _is_correction(row) or row.confidence is None or row.confidence >= at_least]
    counts = {Decision.ACCEPTED: 0, Decision.CORRECTED: 0}
    already_saved, done = 0, 0
    refused: list[FileReason[Fact]] = []
    with closing(in_threads(read_file, [row.path.absolute() for row in accepted_rows])) as reading:
        for start in range(0, len(accepted_rows), _BATCH):
            batch = accepted_rows[start : start + _BATCH]
            reads = [next(reading) for _ in batch]
            refused += [FileReason(read.path, read.reason) for read in reads if read.reason is not None]
            for decision in _save(project, batch, reads):
                if decision is None:
                    already_saved += 1
                else:
                    counts[decision] += 1
            done += len(batch)
            text = message(marked("{done} of {total} labels saved"), done=done, total=len(accepted_rows))
            reporter.report(done / len(accepted_rows), text)
    below = len(rows) - len(accepted_rows)
    empty = len(table_rows) - len(rows)
    return AcceptReport(
        counts[Decision.ACCEPTED], counts[Decision.CORRECTED], already_saved, below, empty, tuple(refused)
    )


def _refuse_contradictions(rows: Sequence[LabelRow]) -> None:
    label_of: dict[Path, str] = {}
    for row in rows:
        if label_of.setdefault(row.path, row.label) != row.label:
            text = marked("{path} appears in the table with the labels {one} and {two}. Keep one of the rows.")
            raise UserError(message(text, path=str(row.path), one=label_of[row.path], two=row.label))


def _save(project: Project, rows: Sequence[LabelRow], reads: Sequence[ReadFile]) -> list[Decision | None]:
    """Write a batch in one transaction; None stands for a decision that was there already."""
    with project.write() as session:
        labelling_set = set_for_labels(session)
        return [
            _decide(session, labelling_set, row, read)
            for row, read in zip(rows, reads, strict=True)
            if read.reason is None
        ]


def _decide(session: Session, set_id: int, row: LabelRow, read: ReadFile) -> Decision | None:
    image_id = image_for(session, read)
    class_id = class_for(session, set_id, row.label)
    decision = Decision.CORRECTED if _is_correction(row) else Decision.ACCEPTED
    mine = select(Label).where(Label.set_id == set_id, Label.image_id == image_id).order_by(Label.id.desc()).limit(1)
    newest = session.scalar(mine)
    if newest is not None and (newest.class_id, newest.decision) == (class_id, decision):
        return None
    session.add(
        Label(
            set_id=set_id,
            image_id=image_id,
            class_id=class_id,
            decision=decision,
            who=who(),
            proposed_name=row.proposal,
            confidence=row.confidence,
            second_name=row.second or None,
            second_confidence=row.second_confidence,
        )
    )
    session.flush()
    return decision


def _is_correction(row: LabelRow) -> bool:
    return row.proposal is not None and row.label != row.proposal

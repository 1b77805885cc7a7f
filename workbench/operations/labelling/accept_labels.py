"""Accept a table of labels as a person's decisions, from a file they reviewed and corrected."""

from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from workbench.errors import UserError
from workbench.facts import Fact
from workbench.facts.decision import Decision
from workbench.facts.file_reason import FileReason
from workbench.imaging.full_path import full_path
from workbench.imaging.reading import ReadFile, in_threads, read_file
from workbench.operations.labelling._decided_before import DecidedContents, DecisionAbout, decisions_about
from workbench.operations.labelling.label_table import LabelRow, is_text, read_label_table
from workbench.operations.labelling.labelling_rows import (
    class_for,
    classes_in_order,
    image_for,
    known_image,
    set_for_labels,
    who,
)
from workbench.operations.progress import Listening, Reporter
from workbench.operations.serialisation import to_json
from workbench.operations.tasks.classes import same_name
from workbench.store.models import Label
from workbench.store.project import Project
from workbench.words import Message, marked, message

_BATCH = 64


@dataclass(frozen=True)
class Conflict:
    """A row whose label differs from what a person decided before; `decided` is that class, or the decision.

    `label` is empty where a person took the label out of the table.
    """

    path: Path
    decided: str
    label: str


@dataclass(frozen=True)
class AcceptReport:
    """How many decisions were saved, how many were there already, and which rows were not taken."""

    accepted: int
    corrected: int
    already: int
    below: int  # rows not confident enough
    empty: int  # rows without a label: unreadable files, and labels that a person took out
    refused: tuple[FileReason[Fact], ...]
    conflicts: tuple[Conflict, ...]  # rows that were not taken, because a person had decided otherwise
    replaced: tuple[Conflict, ...]  # rows that were taken in place of another correction, or of no class, of a person
    new_classes: tuple[str, ...]
    warnings: tuple[Message, ...]
    withdrawn: int  # decisions that no longer stand, as the table has no label any more


class _Progress:
    """What became of the rows of a table so far."""

    def __init__(self) -> None:
        self.saved: Counter[Decision] = Counter()
        self.already = 0
        self.withdrawn = 0
        self.refused: list[FileReason[Fact]] = []
        self.conflicts: list[Conflict] = []
        self.replaced: list[Conflict] = []
        self.new_classes: list[str] = []
        self.warnings: list[Message] = []


def accept_labels(
    project: Project, table: Path, at_least: float, reporter: Reporter, *, replace: bool = False
) -> AcceptReport:
    """Save the rows whose confidence is at least `at_least`, and every row whose label a person corrected.

    What a person decided stays where the table only repeats a proposal, or says what was accepted and changed since; a
    new correction takes the place of an older one, which is named. With `replace`, the table holds, and a label that a
    person took out of it is withdrawn. Rows left as they were proposed are accepted in bulk. Each batch reported is
    saved. Labels are only added: one that is there already is not written twice. Raises UserError when the table cannot
    be read or contradicts itself (nothing is saved then), Cancelled when asked to stop.
    """
    if not 0.0 <= at_least <= 1.0:
        raise UserError(message(marked("The minimum confidence must be from 0 to 1, not {value}."), value=at_least))
    table_rows = read_label_table(table)
    rows = [row for row in table_rows if row.label]
    _refuse_contradictions(rows)
    _refuse_code_page(table, rows)
    _refuse_without_confidence(table, rows, at_least)
    left_out = {id(row) for row in rows if not row.is_correction and _is_below(row, at_least)}
    # A label that a person took out may be one that was accepted before.
    chosen = [row for row in table_rows if (row.label or row.is_correction) and id(row) not in left_out]
    result = _save_all(project, chosen, reporter, replace=replace)
    return AcceptReport(
        result.saved[Decision.ACCEPTED],
        result.saved[Decision.CORRECTED],
        result.already,
        len(left_out),
        len(table_rows) - len(rows),
        tuple(result.refused),
        tuple(result.conflicts),
        tuple(result.replaced),
        tuple(result.new_classes),
        tuple(result.warnings),
        result.withdrawn,
    )


def _save_all(project: Project, rows: Sequence[LabelRow], reporter: Reporter, *, replace: bool) -> _Progress:
    result = _Progress()
    listening = Listening(reporter, message(marked("{done} of {total} rows processed"), done=0, total=len(rows)))
    with closing(in_threads(read_file, [full_path(row.path) for row in rows], going_on=listening.going_on)) as reading:
        for start in range(0, len(rows), _BATCH):
            batch = rows[start : start + _BATCH]
            _save(project, batch, [next(reading) for _ in batch], result, replace=replace)
            done = start + len(batch)
            text = message(marked("{done} of {total} rows processed"), done=done, total=len(rows))
            listening.report(done / len(rows), text)
    return result


def _is_below(row: LabelRow, at_least: float) -> bool:
    return row.confidence is not None and row.confidence < at_least


def _refuse_without_confidence(table: Path, rows: Sequence[LabelRow], at_least: float) -> None:
    if at_least > 0 and rows and all(row.confidence is None for row in rows):
        text = marked(
            "{path} has no confidences, so those of at least {value} cannot be told apart. Accept it without a "
            "minimum, or take the table as `label` wrote it."
        )
        raise UserError(message(text, path=str(table), value=at_least))


def _refuse_contradictions(rows: Sequence[LabelRow]) -> None:
    label_of: dict[Path, str] = {}
    for row in rows:
        if label_of.setdefault(row.path, row.label) != row.label:
            text = marked("{path} appears in the table with the labels {one} and {two}. Keep one of the rows.")
            raise UserError(message(text, path=str(row.path), one=label_of[row.path], two=row.label))


def _refuse_code_page(table: Path, rows: Sequence[LabelRow]) -> None:
    """Raise UserError for a path that is not UTF-8 and not a file's either: a spreadsheet saved the table otherwise."""
    if any(not is_text(str(row.path)) and not row.path.exists() for row in rows):
        text = marked("{path} is not UTF-8 text, so its paths cannot be found. Save the table as CSV UTF-8.")
        raise UserError(message(text, path=str(table)))


def _save(
    project: Project, rows: Sequence[LabelRow], reads: Sequence[ReadFile], result: _Progress, *, replace: bool
) -> None:
    """Write a batch in one transaction."""
    with project.write() as session:
        set_id = set_for_labels(session)
        decided = DecidedContents(session, set_id, {read.sha256 for read in reads})
        for row, read in zip(rows, reads, strict=True):
            if read.reason is not None:
                if row.label:
                    result.refused.append(FileReason(read.path, read.reason))
            elif not row.label:
                _withdraw(session, set_id, row, read, result, replace=replace)
            else:
                _decide(session, decided, row, read, result, replace=replace)


def _withdraw(
    session: Session, set_id: int, row: LabelRow, read: ReadFile, result: _Progress, *, replace: bool
) -> None:
    """Let the decision about a file stand no longer, or name it, where a person took its label out of the table."""
    image_id = known_image(session, read)
    decisions = [] if image_id is None else decisions_about(session, set_id, image_id)
    if image_id is None or not decisions or decisions[-1].decision == Decision.UNDONE:
        return
    if not replace:
        result.conflicts.append(Conflict(read.path, decisions[-1].shown, ""))
        return
    session.add(Label(set_id=set_id, image_id=image_id, class_id=None, decision=Decision.UNDONE, who=who()))
    result.withdrawn += 1


def _decide(
    session: Session, decided: DecidedContents, row: LabelRow, read: ReadFile, result: _Progress, *, replace: bool
) -> None:
    set_id, image_id = decided.set_id, image_for(session, read)
    decisions = decisions_about(session, set_id, image_id)
    same_content = decided.of(read.sha256, but=image_id)
    standing = decisions[-1] if decisions and decisions[-1].decision != Decision.UNDONE else None
    if standing is not None and standing.name == row.label:
        result.already += 1
        return
    before = standing or next((other for other in same_content if other.name != row.label), None)
    is_old_news = any(earlier.says(row) for earlier in decisions[:-1])
    if before is not None and (not row.is_correction or is_old_news) and not replace:
        result.conflicts.append(Conflict(read.path, before.shown, row.label))
        return
    if standing is not None and standing.decision != Decision.ACCEPTED:
        result.replaced.append(Conflict(read.path, standing.shown, row.label))
    result.warnings += [
        _labelled_twice(read.path, row.label, other) for other in same_content if other.name != row.label
    ]
    decision = Decision.CORRECTED if row.is_correction else Decision.ACCEPTED
    session.add(
        Label(
            set_id=set_id,
            image_id=image_id,
            class_id=_class_for(session, set_id, row.label, result),
            decision=decision,
            who=who(),
            proposed_name=row.proposal,
            # A confidence is that of a proposal; without that column nobody knows which.
            confidence=None if row.proposal is None else row.confidence,
            second_name=row.second or None,
            second_confidence=row.second_confidence,
            in_bulk=not row.is_by_hand,
            proposed_with=None if row.proposed_with is None else to_json(row.proposed_with),
        )
    )
    session.flush()
    decided.add(read.sha256, image_id, DecisionAbout(read.path, decision, row.label, row.proposal))
    result.saved[decision] += 1


def _class_for(session: Session, set_id: int, name: str, result: _Progress) -> int:
    """Return the class of that name; a new one is named, and what it is easily taken for."""
    known = [known.name for known in classes_in_order(session, set_id)]
    if not any(same_name(name, other) for other in known):
        result.new_classes.append(name)
        alike = next((other for other in known if other.casefold() == name.casefold()), None)
        if alike is not None:
            text = marked("{name} is a new class: {other} differs from it in capital letters alone.")
            result.warnings.append(message(text, name=name, other=alike))
    return class_for(session, set_id, name)


def _labelled_twice(path: Path, label: str, other: DecisionAbout) -> Message:
    text = marked("{path} and {other} are the same image, labelled {one} and {two}.")
    return message(text, path=str(path), other=str(other.path), one=label, two=other.shown)

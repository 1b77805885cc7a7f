"""Propose a class for every image of a folder, from a few examples of each class."""

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from workbench import learning
from workbench.errors import UserError
from workbench.facts.file_reason import FileReason
from workbench.imaging.grouping import Grouping
from workbench.imaging.reading import ReadFile, in_threads, read_file
from workbench.imaging.scan import FolderLayout, FoundFile, scan
from workbench.operations.attributes.trait_tables import Traits, project_traits, read_traits
from workbench.operations.features.load_images import Loaded
from workbench.operations.labelling._decided_before import refuse_to_lose_corrections
from workbench.operations.labelling._folder_answers import Examples, FolderAnswers, FolderRun
from workbench.operations.labelling.examples import find_examples
from workbench.operations.labelling.label_attributes import (
    attribute_table,
    class_names_of,
    label_attributes,
    refuse_unknown,
)
from workbench.operations.labelling.label_table import (
    LabelRow,
    unreadable_row,
    write_label_table,
)
from workbench.operations.labelling.proposal_warnings import proposal_notes
from workbench.operations.progress import Reporter
from workbench.operations.runs.run_traits import Cells
from workbench.operations.runs.trained import Trained, load_trained
from workbench.operations.written_files import refuse_unwritable
from workbench.store.project import Project
from workbench.words import Message, marked, message

EMPTY_FRAME = "empty frame"  # as the table says it
_NO_GROUPS = Grouping.parse("none")


@dataclass(frozen=True)
class ProposalReport:
    """The result of proposing labels: the classes, and how many files have a proposal or could not be read."""

    output: Path
    run: int | str
    classes: tuple[str, ...]
    examples: int
    proposed: int
    unreadable: int
    empty: int  # frames with nothing on them
    warnings: tuple[Message, ...]


@dataclass(frozen=True)
class _Classes:
    """The classes to propose: their examples, and what a table says of them."""

    examples: Examples
    attributes: Mapping[str, Cells]
    left_out: tuple[Message, ...]  # examples that cannot be read
    notes: tuple[Message, ...]
    warnings: tuple[Message, ...]


def propose_labels(
    project: Project,
    *,
    examples: Path | None,
    images: Path,
    output: Path,
    run: str,
    device: str,
    reporter: Reporter,
    traits: Path | None = None,
    use_pile: bool = True,
) -> ProposalReport:
    """Adapt a run to the classes and write a proposal for every file of `images`.

    With `use_pile`, each proposal heeds those of the images that look alike.

    Classes are the sub-folders of `examples` and the rows of the table `traits`; without one, the project's table gives
    the traits of the sub-folders, and without both, its rows are the classes. Nothing but `output` is written, whole or
    not at all. Raises UserError when a class has neither a readable example nor traits that the run can read, there are
    no classes or no images, or `output` holds corrections that would be lost; Cancelled when asked to stop.
    """
    refuse_to_lose_corrections(project, output)
    refuse_unwritable(output)
    name = learning.choose_device(device).name
    trained = load_trained(project, run, name)
    classes = _classes(project, trained, examples, traits)
    files = _read(images, reporter)
    folder_run = FolderRun(trained, classes.examples, name, reporter)
    answers = folder_run.answer(_readable(files), classes.attributes, use_pile=use_pile)
    rows = _rows(files, answers, classes.examples.names)
    write_label_table(output, rows)
    return ProposalReport(
        output=output,
        run=trained.shown,
        classes=classes.examples.names,
        examples=len(folder_run.loaded.kept),
        proposed=len(answers.files),
        unreadable=len(rows) - len(answers.files) - len(answers.empty),
        empty=len(answers.empty),
        warnings=(*classes.notes, *_example_warnings(classes, folder_run.loaded), *classes.warnings),
    )


def _classes(project: Project, trained: Trained, folder: Path | None, traits: Path | None) -> _Classes:
    """Return the classes, by their examples and by what a table says of them. Raises UserError as `propose_labels`."""
    traits_table, project_table = None if traits is None else read_traits(traits), project_traits(project)
    source = attribute_table(trained, traits_table, project_table, has_examples=folder is not None)
    examples, left_out = _examples(folder, source.table)
    attributes = label_attributes(trained, examples.names, source.table, project_table)
    with_examples = {examples.names[label] for label in examples.labels}
    refuse_unknown(trained, examples.names, with_examples, attributes.rows, None if source.table else folder)
    zero_shot = {name: attributes.rows[name] for name in examples.names if name not in with_examples}
    notes = (*source.notes, *proposal_notes(project, trained, zero_shot))
    return _Classes(examples, attributes.rows, left_out, notes, attributes.warnings)


def _readable(files: Sequence[ReadFile | FileReason[Message]]) -> list[ReadFile]:
    return [file for file in files if isinstance(file, ReadFile) and file.reason is None]


def _rows(
    files: Sequence[ReadFile | FileReason[Message]], answers: FolderAnswers, names: Sequence[str]
) -> list[LabelRow]:
    """Return a row for each file in order: with a proposal, or with the reason why there is none."""
    row_of = {file.path: unreadable_row(file) for file in answers.unreadable}
    row_of |= {file.path: LabelRow(file.path, "", reason=EMPTY_FRAME) for file in answers.empty}
    for file, shares in zip(answers.files, answers.shares.numpy(), strict=True):
        best, *others = map(int, np.argsort(-shares, kind="stable"))
        second = names[others[0]] if others else ""
        second_confidence = float(shares[others[0]]) if others else None
        row_of[file.path] = LabelRow(
            file.path, names[best], float(shares[best]), second, second_confidence, proposal=names[best]
        )
    return [row_of.get(file.path) or unreadable_row(file) for file in files]


def _example_warnings(classes: _Classes, loaded: Loaded) -> tuple[Message, ...]:
    """Warn where there is only one class, and about examples that could not be read."""
    left_out = [_left_out(file) for file in loaded.troubles]
    return (*_only_one(classes.examples.names), *classes.left_out, *left_out)


def _only_one(names: Sequence[str]) -> tuple[Message, ...]:
    if len(names) > 1:
        return ()
    text = marked(
        "{name} is the only class, so every image gets it, and the confidence is meaningless. Add another class."
    )
    return (message(text, name=names[0]),)


def _examples(folder: Path | None, table: Traits | None) -> tuple[Examples, tuple[Message, ...]]:
    """Read the examples, and say which were left out; classes are those of the folder, then the table's own."""
    example_files, skipped = ([], []) if folder is None else find_examples(folder)
    names = class_names_of((example.class_name for example in example_files), table)
    files: list[ReadFile] = []
    labels: list[int] = []
    warnings = [_left_out(file) for file in skipped]
    with closing(in_threads(read_file, [example.path for example in example_files])) as reading:
        for example, read in zip(example_files, reading, strict=True):
            if read.reason is None:
                files.append(read)
                labels.append(names.index(example.class_name))
            else:
                warnings.append(_left_out(FileReason(read.path, read.reason)))
    return Examples(names, tuple(files), tuple(labels)), tuple(warnings)


def _left_out(file: FileReason[Message]) -> Message:
    return message(marked("The example {path} was left out: {reason}"), path=str(file.path), reason=file.reason)


def _read(folder: Path, reporter: Reporter) -> list[ReadFile | FileReason[Message]]:
    """Read every file of the folder once, in order."""
    files = list(scan(folder, FolderLayout.UNLABELLED, _NO_GROUPS))
    if not files:
        raise UserError(message(marked("There are no images in {folder}."), folder=str(folder)))
    readable = [file.path for file in files if isinstance(file, FoundFile)]
    with closing(in_threads(read_file, readable)) as reading:
        result: list[ReadFile | FileReason[Message]] = []
        for file in files:
            result.append(next(reading) if isinstance(file, FoundFile) else file)
            text = message(marked("{done} of {total} images read"), done=len(result), total=len(files))
            reporter.report(len(result) / len(files), text)
    return result

"""Propose a class for every image of a folder, from a few examples of each class."""

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from workbench import learning
from workbench.errors import UserError
from workbench.facts.file_reason import FileReason
from workbench.imaging.grouping import Grouping
from workbench.imaging.reading import ReadFile, in_threads, read_file
from workbench.imaging.scan import FolderLayout, FoundFile, scan
from workbench.operations.attributes.trait_tables import Traits, project_traits, read_traits
from workbench.operations.deferred import torch
from workbench.operations.features.calibration import evenly, some_of
from workbench.operations.features.load_images import ImageRef, Loaded, load_features, load_images
from workbench.operations.labelling._decided_before import refuse_to_lose_corrections
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
from workbench.operations.runs.run_traits import Cells, support_traits
from workbench.operations.runs.trained import Trained, load_trained
from workbench.operations.written_files import refuse_unwritable
from workbench.store.project import Project
from workbench.words import Message, marked, message

if TYPE_CHECKING:
    from workbench.learning.approach import Classifier

_BATCH = 256
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
    warnings: tuple[Message, ...]


@dataclass(frozen=True)
class _Examples:
    names: tuple[str, ...]
    files: tuple[ReadFile, ...]
    labels: tuple[int, ...]
    warnings: tuple[Message, ...]

    @property
    def with_examples(self) -> frozenset[str]:
        """The classes that have a readable example."""
        return frozenset(self.names[label] for label in self.labels)


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
) -> ProposalReport:
    """Adapt a run to the classes and write a proposal for every file of `images`.

    Classes are the sub-folders of `examples` and the rows of the table `traits`; without one, the project's table gives
    the traits of the sub-folders, and without both, its rows are the classes. Nothing but `output` is written, whole or
    not at all. Raises UserError when a class has neither a readable example nor traits that the run can read, there are
    no classes or no images, or `output` holds corrections that would be lost; Cancelled when asked to stop.
    """
    refuse_to_lose_corrections(project, output)
    refuse_unwritable(output)
    traits_table, project_table = None if traits is None else read_traits(traits), project_traits(project)
    name = learning.choose_device(device).name
    trained = load_trained(project, run, name)
    source = attribute_table(trained, traits_table, project_table, has_examples=examples is not None)
    support = _examples(examples, source.table)
    attributes = label_attributes(trained, support.names, source.table, project_table)
    refuse_unknown(trained, support.names, support.with_examples, attributes.rows, None if source.table else examples)
    files = _read(images, reporter)
    if trained.needs_calibration:
        _calibrate(trained, support, files, name, reporter)
    loaded = _load(trained, support.files, name, reporter)
    labeller = _Labeller(trained, _adapted(trained, support, loaded, attributes.rows, name), support.names, name)
    rows = _propose(labeller, files, reporter)
    write_label_table(output, rows)
    proposed = sum(bool(row.label) for row in rows)
    zero_shot = {name: attributes.rows[name] for name in support.names if name not in support.with_examples}
    notes = proposal_notes(project, trained, zero_shot)
    warnings = (*source.notes, *notes, *_example_warnings(support, loaded), *attributes.warnings)
    return ProposalReport(
        output, trained.shown, support.names, len(loaded.kept), proposed, len(rows) - proposed, warnings
    )


def _example_warnings(support: _Examples, loaded: Loaded) -> tuple[Message, ...]:
    """Warn where there is only one class, and about examples that could not be read."""
    left_out = [_left_out(file) for file in loaded.troubles]
    return (*_only_one(support.names), *support.warnings, *left_out)


def _only_one(names: Sequence[str]) -> tuple[Message, ...]:
    if len(names) > 1:
        return ()
    text = marked(
        "{name} is the only class, so every image gets it, and the confidence is meaningless. Add another class."
    )
    return (message(text, name=names[0]),)


def _examples(folder: Path | None, table: Traits | None) -> _Examples:
    """Read the examples; the classes are those of the folder, and those that only the table names."""
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
    return _Examples(names, tuple(files), tuple(labels), tuple(warnings))


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


def _calibrate(
    trained: Trained,
    support: _Examples,
    files: Sequence[ReadFile | FileReason[Message]],
    device: str,
    reporter: Reporter,
) -> None:
    """Centre the shipped network's features, half on the examples, half on the images to label."""
    readable = [file for file in files if isinstance(file, ReadFile) and file.reason is None]
    parts = [_load(trained, group, device, reporter).values for group in (support.files, some_of(readable)) if group]
    trained.calibrate(torch.from_numpy(evenly(parts)).to(device))


def _adapted(
    trained: Trained, examples: _Examples, loaded: Loaded, attributes: Mapping[str, Cells], device: str
) -> "Classifier":

    labels = torch.from_numpy(np.array(examples.labels, np.int64)[loaded.kept]).to(device)
    traits = support_traits(trained.traits, examples.names, attributes, device)
    support = learning.Support(torch.from_numpy(loaded.values).to(device), labels, len(examples.names), traits)
    with torch.no_grad():
        return trained.approach.adapt(support)


@dataclass(frozen=True)
class _Labeller:
    """Classifies images into the classes it was adapted to."""

    trained: Trained
    classifier: "Classifier"
    names: tuple[str, ...]
    device: str

    def label(self, reads: Sequence[ReadFile], reporter: Reporter) -> dict[Path, LabelRow]:
        """Return a row for each file that can be loaded, and one with the reason for each other."""
        loaded = _load(self.trained, reads, self.device, reporter)
        rows = {trouble.path: unreadable_row(trouble) for trouble in loaded.troubles}
        if len(loaded.kept):
            with torch.no_grad():
                logits = self.classifier(torch.from_numpy(loaded.values).to(self.device))
            shares = torch.softmax(logits.float(), 1).cpu().numpy()
            rows |= {
                reads[row].path: self._row(reads[row], share)
                for row, share in zip(map(int, loaded.kept), shares, strict=True)
            }
        return rows

    def _row(self, read: ReadFile, shares: NDArray[np.float32]) -> LabelRow:
        best, *others = map(int, np.argsort(-shares, kind="stable"))
        second = self.names[others[0]] if others else ""
        second_confidence = float(shares[others[0]]) if others else None
        return LabelRow(
            read.path, self.names[best], float(shares[best]), second, second_confidence, proposal=self.names[best]
        )


def _propose(
    labeller: _Labeller, files: Sequence[ReadFile | FileReason[Message]], reporter: Reporter
) -> list[LabelRow]:
    rows: list[LabelRow] = []
    for start in range(0, len(files), _BATCH):
        batch = files[start : start + _BATCH]
        readable = [file for file in batch if isinstance(file, ReadFile) and file.reason is None]
        rows_by_path = labeller.label(readable, reporter)
        rows += [rows_by_path.get(file.path) or unreadable_row(file) for file in batch]
        text = message(marked("{done} of {total} images classified"), done=len(rows), total=len(files))
        reporter.report(len(rows) / len(files), text)
    return rows


def _load(trained: Trained, files: Sequence[ReadFile], device: str, reporter: Reporter) -> Loaded:
    refs = [ImageRef(read.path, read.sha256) for read in files]
    if trained.approach.encoder.takes == "features":
        return load_features(refs, trained.view.size, device, reporter)
    return load_images(refs, trained.view.size, trained.view.channels, reporter)

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
from workbench.operations.labelling.examples import find_examples
from workbench.operations.labelling.label_attributes import (
    class_names_of,
    label_attributes,
    refuse_unknown,
    told_traits,
)
from workbench.operations.labelling.label_table import (
    LabelRow,
    refuse_to_lose_corrections,
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
    """What came of proposing labels: how many files have one, which could not be read, and the classes."""

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
    def shown(self) -> frozenset[str]:
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

    Classes are the sub-folders of `examples` and the rows of the table `traits`; without one, the project's table is
    asked about the sub-folders, and without both, its rows are the classes. Nothing but `output` is written, whole or
    not at all. Raises UserError when a class has no readable example and no traits that the run can read, no class
    comes from anywhere, there is nothing to label, or `output` holds corrections of a person that would be lost;
    Cancelled when asked to stop.
    """
    refuse_to_lose_corrections(output)
    refuse_unwritable(output)
    given, own = None if traits is None else read_traits(traits), project_traits(project)
    name = learning.choose_device(device).name
    trained = load_trained(project, run, name)
    asked = label_attributes(trained, given, own, shown=examples is not None)
    found = _examples(examples, asked.table)
    told = told_traits(trained, found.names, asked.table, own)
    refuse_unknown(trained, found.names, found.shown, told.rows, examples if asked.table is None else None)
    files = _read(images, reporter)
    if trained.needs_calibration:
        _calibrate(trained, found, files, name, reporter)
    loaded = _load(trained, found.files, name, reporter)
    namer = _Namer(trained, _adapted(trained, found, loaded, told.rows, name), found.names, name)
    rows = _propose(namer, files, reporter)
    write_label_table(output, rows)
    proposed = sum(bool(row.label) for row in rows)
    notes = proposal_notes(project, trained, {name: told.rows[name] for name in found.names if name not in found.shown})
    warnings = (*asked.notes, *notes, *_example_warnings(found, loaded), *told.warnings)
    return ProposalReport(
        output, trained.shown, found.names, len(loaded.kept), proposed, len(rows) - proposed, warnings
    )


def _example_warnings(found: _Examples, loaded: Loaded) -> tuple[Message, ...]:
    """Say what examples cannot do: tell the only class from others, or count where they could not be read."""
    left_out = [_left_out(file) for file in loaded.troubles]
    return (*_only_one(found.names), *found.warnings, *left_out)


def _only_one(names: Sequence[str]) -> tuple[Message, ...]:
    if len(names) > 1:
        return ()
    text = marked(
        "{name} is the only class, so every image gets it, and the confidence is meaningless. Add another class."
    )
    return (message(text, name=names[0]),)


def _examples(folder: Path | None, table: Traits | None) -> _Examples:
    """Read the examples; the classes are those of the folder, then those that the table alone names."""
    found, passed_over = ([], []) if folder is None else find_examples(folder)
    names = class_names_of((each.class_name for each in found), table)
    files: list[ReadFile] = []
    labels: list[int] = []
    warnings = [_left_out(file) for file in passed_over]
    with closing(in_threads(read_file, [each.path for each in found])) as reading:
        for each, read in zip(found, reading, strict=True):
            if read.reason is None:
                files.append(read)
                labels.append(names.index(each.class_name))
            else:
                warnings.append(_left_out(FileReason(read.path, read.reason)))
    return _Examples(names, tuple(files), tuple(labels), tuple(warnings))


def _left_out(file: FileReason[Message]) -> Message:
    return message(marked("The example {path} was left out: {reason}"), path=str(file.path), reason=file.reason)


def _read(folder: Path, reporter: Reporter) -> list[ReadFile | FileReason[Message]]:
    """Read every file of the folder once, in order."""
    found = list(scan(folder, FolderLayout.UNLABELLED, _NO_GROUPS))
    if not found:
        raise UserError(message(marked("There are no images in {folder}."), folder=str(folder)))
    files = [each.path for each in found if isinstance(each, FoundFile)]
    with closing(in_threads(read_file, files)) as reading:
        result: list[ReadFile | FileReason[Message]] = []
        for each in found:
            result.append(next(reading) if isinstance(each, FoundFile) else each)
            text = message(marked("{done} of {total} images read"), done=len(result), total=len(found))
            reporter.report(len(result) / len(found), text)
    return result


def _calibrate(
    trained: Trained, found: _Examples, files: Sequence[ReadFile | FileReason[Message]], device: str, reporter: Reporter
) -> None:
    """Centre the shipped network's features half on the examples, half on the images to label."""
    readable = [file for file in files if isinstance(file, ReadFile) and file.reason is None]
    seen = [_load(trained, group, device, reporter).values for group in (found.files, some_of(readable)) if group]
    trained.calibrate(torch.from_numpy(evenly(seen)).to(device))


def _adapted(
    trained: Trained, found: _Examples, loaded: Loaded, told: Mapping[str, Cells], device: str
) -> "Classifier":

    labels = torch.from_numpy(np.array(found.labels, np.int64)[loaded.kept]).to(device)
    traits = support_traits(trained.traits, found.names, told, device)
    support = learning.Support(torch.from_numpy(loaded.values).to(device), labels, len(found.names), traits)
    with torch.no_grad():
        return trained.approach.adapt(support)


@dataclass(frozen=True)
class _Namer:
    """Names images with the classes it was adapted to."""

    trained: Trained
    classifier: "Classifier"
    names: tuple[str, ...]
    device: str

    def name(self, reads: Sequence[ReadFile], reporter: Reporter) -> dict[Path, LabelRow]:
        """Return a row for each file that can be shown to the approach, and one with the reason for each other."""
        loaded = _load(self.trained, reads, self.device, reporter)
        rows = {trouble.path: unreadable_row(trouble) for trouble in loaded.troubles}
        if len(loaded.kept):
            with torch.no_grad():
                logits = self.classifier(torch.from_numpy(loaded.values).to(self.device))
            shares = torch.softmax(logits.float(), 1).cpu().numpy()
            rows |= {
                reads[place].path: self._row(reads[place], share)
                for place, share in zip(map(int, loaded.kept), shares, strict=True)
            }
        return rows

    def _row(self, read: ReadFile, shares: NDArray[np.float32]) -> LabelRow:
        best, *others = map(int, np.argsort(-shares, kind="stable"))
        second = self.names[others[0]] if others else ""
        second_confidence = float(shares[others[0]]) if others else None
        return LabelRow(
            read.path, self.names[best], float(shares[best]), second, second_confidence, proposal=self.names[best]
        )


def _propose(namer: _Namer, files: Sequence[ReadFile | FileReason[Message]], reporter: Reporter) -> list[LabelRow]:
    rows: list[LabelRow] = []
    for start in range(0, len(files), _BATCH):
        batch = files[start : start + _BATCH]
        readable = [each for each in batch if isinstance(each, ReadFile) and each.reason is None]
        named = namer.name(readable, reporter)
        rows += [named.get(each.path) or unreadable_row(each) for each in batch]
        text = message(marked("{done} of {total} images classified"), done=len(rows), total=len(files))
        reporter.report(len(rows) / len(files), text)
    return rows


def _load(trained: Trained, files: Sequence[ReadFile], device: str, reporter: Reporter) -> Loaded:
    wanted = [ImageRef(read.path, read.sha256) for read in files]
    if trained.approach.encoder.takes == "features":
        return load_features(wanted, trained.view.size, device, reporter)
    return load_images(wanted, trained.view.size, trained.view.channels, reporter)

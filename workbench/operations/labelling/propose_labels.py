"""Propose a class for every image of a folder, from a few examples of each class."""

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from workbench import learning
from workbench.errors import UserError
from workbench.facts import Fact
from workbench.facts.file_reason import FileReason
from workbench.facts.fit import Fit
from workbench.imaging.grouping import Grouping
from workbench.imaging.page_choice import AS_IT_IS
from workbench.imaging.reading import ReadFile, in_threads, read_file
from workbench.imaging.scan import FolderLayout, FoundFile, Sidecar, scan
from workbench.operations.attributes.trait_tables import Traits, project_traits, read_traits
from workbench.operations.features.load_images import Loaded
from workbench.operations.labelling._decided_before import refuse_to_lose_corrections
from workbench.operations.labelling._folder_answers import Examples, FolderAnswers, FolderRun
from workbench.operations.labelling._proposal_rows import EMPTY_FRAME, NONE_OF_THESE, proposal_rows
from workbench.operations.labelling.auditing.suspects import Suspect, suspect_examples
from workbench.operations.labelling.examples import find_examples
from workbench.operations.labelling.known_scale import KnownScale, StrangersShare, measure_known_scale
from workbench.operations.labelling.label_attributes import (
    attribute_table,
    class_names_of,
    label_attributes,
    refuse_unknown,
)
from workbench.operations.labelling.label_table import LabelRow, write_label_table
from workbench.operations.labelling.proposal_settings import ProposalSettings
from workbench.operations.labelling.proposal_warnings import proposal_notes
from workbench.operations.progress import Listening, Reporter
from workbench.operations.runs.fitted_run import with_fit
from workbench.operations.runs.listing import LATEST
from workbench.operations.runs.planning.usual_run import USUAL_RUN, usual_run
from workbench.operations.runs.run_traits import Cells
from workbench.operations.runs.trained import Trained, load_trained
from workbench.operations.tasks.stored_choices import choice_in_project
from workbench.operations.written_files import refuse_unwritable
from workbench.store.project import Project
from workbench.words import Message, marked, message

USUAL_KEEP = 0.95  # of known images; what is reported where nobody says another share
_NO_GROUPS = Grouping.parse("none")


@dataclass(frozen=True)
class ProposalReport:
    """The result of proposing labels: the classes, and a row for each file, as the table has it."""

    output: Path
    run: int | str
    classes: tuple[str, ...]
    examples: int
    rows: tuple[LabelRow, ...]
    fit: Fit  # how images became squares
    keep: float | None  # None where no image was left without a label for looking strange
    strangers: StrangersShare | None  # of that share, or of the usual one; None where it could not be measured
    suspects: tuple[Suspect, ...]  # examples that look like another class to all others, most doubtful first
    warnings: tuple[Message, ...]
    why: Fact | None = None  # why that run, where nobody chose it
    sidecars: int = 0  # files that are no images by their names, and tell of images: they have no row

    @property
    def proposed(self) -> int:
        """How many images have a proposal."""
        return sum(bool(row.label) for row in self.rows)

    @property
    def empty(self) -> int:
        """How many frames have nothing on them."""
        return sum(row.reason == EMPTY_FRAME for row in self.rows)

    @property
    def none_of_these(self) -> int:
        """How many images look like none of the classes."""
        return sum(row.reason == NONE_OF_THESE for row in self.rows)

    @property
    def unreadable(self) -> int:
        """How many files could not be read."""
        return len(self.rows) - self.proposed - self.empty - self.none_of_these


@dataclass(frozen=True)
class _FolderFiles:
    """The files of a folder, read where they may be images, and how many sidecars lie beside them."""

    files: tuple[ReadFile | FileReason[Message], ...]
    sidecars: int


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
    keep: float | None = None,
    fit: Fit | None = None,
) -> ProposalReport:
    """Adapt a run (its id, `latest`, or `auto`: the usual one) to the classes, and write a proposal for every file.

    With `use_pile`, images that look alike help one another; with `keep`, those stranger than that share of known ones
    get none; `fit` is as in `with_fit`. Classes are sub-folders of `examples` and rows of `traits`, or of the project's
    table. Only `output` is written, whole or not at all, and no corrections are lost. Raises UserError, Cancelled.
    """
    _refuse_output(project, output)
    trained, why, fit_notes, name = _fitted(project, run, device, fit, reporter)
    classes, folder = _classes(project, trained, examples, traits, reporter), _read(project, images, reporter)
    scale = _scale(project, trained, classes.examples, keep, folder, use_pile=use_pile, device=name, reporter=reporter)
    answers, loaded, used = _answers(trained, classes, folder.files, name, reporter, use_pile=use_pile)
    rows = proposal_rows(folder.files, answers, classes.examples, scale=scale, keep=keep, made_with=used)
    write_label_table(output, rows)
    return ProposalReport(
        output=output,
        run=trained.shown,
        classes=classes.examples.names,
        examples=len(loaded.kept),
        rows=tuple(rows),
        keep=keep,
        strangers=None if scale is None else scale.at(USUAL_KEEP if keep is None else keep),
        suspects=suspect_examples(trained, classes.examples, classes.attributes, name, reporter),
        fit=trained.view.fit,
        warnings=(*fit_notes, *classes.notes, *_example_warnings(classes, loaded), *classes.warnings),
        why=why,
        sidecars=folder.sidecars,
    )


def _chosen(project: Project, run: str) -> tuple[str, Fact | None]:
    """Return the run that labels, and why where nobody chose it; where there is none, looking for one says so."""
    usual = usual_run(project) if run == USUAL_RUN else None
    return (LATEST if run == USUAL_RUN else run, None) if usual is None else (str(usual.run), usual.why)


def _fitted(
    project: Project, run: str, device: str, fit: Fit | None, reporter: Reporter
) -> tuple[Trained, Fact | None, tuple[Message, ...], str]:
    """Return the run with the fit it labels with, why that run and what is said of the fit, and the device's name."""
    name = learning.choose_device(device).name
    run, why = _chosen(project, run)
    trained, notes = with_fit(project, load_trained(project, run, name), fit, name, reporter)
    return trained, why, notes, name


def _answers(
    trained: Trained,
    classes: _Classes,
    files: Sequence[ReadFile | FileReason[Message]],
    device: str,
    reporter: Reporter,
    *,
    use_pile: bool,
) -> tuple[FolderAnswers, Loaded, ProposalSettings]:
    """Return what the run answers for the files that can be read, the examples that could be loaded, and from what."""
    run = FolderRun(trained, classes.examples, device, reporter)
    answers = run.answer(_readable(files), classes.attributes, use_pile=use_pile)
    count, fit = len(run.loaded.kept), trained.view.fit
    return answers, run.loaded, ProposalSettings(trained.shown, use_pile, learns=False, examples=count, fit=fit)


def _refuse_output(project: Project, output: Path) -> None:
    refuse_to_lose_corrections(project, output)
    refuse_unwritable(output)


def _classes(
    project: Project, trained: Trained, folder: Path | None, traits: Path | None, reporter: Reporter
) -> _Classes:
    """Return the classes, by their examples and by what a table says of them.

    Raises UserError where a class has neither a readable example nor readable traits.
    """
    traits_table, project_table = None if traits is None else read_traits(traits), project_traits(project)
    source = attribute_table(trained, traits_table, project_table, has_examples=folder is not None)
    examples, left_out = _examples(project, folder, source.table, reporter)
    attributes = label_attributes(trained, examples.names, source.table, project_table)
    with_examples = {examples.names[label] for label in examples.labels}
    refuse_unknown(trained, examples.names, with_examples, attributes.rows, None if source.table else folder)
    zero_shot = {name: attributes.rows[name] for name in examples.names if name not in with_examples}
    notes = (*source.notes, *proposal_notes(project, trained, zero_shot))
    return _Classes(examples, attributes.rows, left_out, notes, attributes.warnings)


def _scale(
    project: Project,
    trained: Trained,
    examples: Examples,
    keep: float | None,
    folder: _FolderFiles,
    *,
    use_pile: bool,
    device: str,
    reporter: Reporter,
) -> KnownScale | None:
    if keep is not None and not 0.5 <= keep < 1.0:
        text = marked("The share of known images to keep must be at least 0.5 and less than 1, not {value}.")
        raise UserError(message(text, value=keep))
    with_examples = len(set(examples.labels))
    if with_examples < 2:
        return None
    return measure_known_scale(
        project,
        trained,
        way=with_examples,
        shot=len(examples.labels) / with_examples,
        use_pile=use_pile and len(_readable(folder.files)) >= learning.LEAST_PILE,
        # Drawing and looking at the sample takes a minute, which is worth it only to whoever asks.
        may_draw_sample=keep is not None,
        device=device,
        reporter=reporter,
    )


def _readable(files: Sequence[ReadFile | FileReason[Message]]) -> list[ReadFile]:
    return [file for file in files if isinstance(file, ReadFile) and file.reason is None]


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


def _examples(
    project: Project, folder: Path | None, table: Traits | None, reporter: Reporter
) -> tuple[Examples, tuple[Message, ...]]:
    """Read the examples, and say which were left out; classes are those of the folder, then the table's own."""
    example_files, skipped = ([], []) if folder is None else find_examples(folder, reporter)
    names = class_names_of((example.class_name for example in example_files), table)
    files: list[ReadFile] = []
    labels: list[int] = []
    warnings = [_left_out(file) for file in skipped]
    read_one = partial(read_file, choice=AS_IT_IS if folder is None else choice_in_project(project, folder))
    listening = Listening(reporter, message(marked("Reading the examples")))
    paths = [example.path for example in example_files]
    with closing(in_threads(read_one, paths, going_on=listening.going_on)) as reading:
        for example, read in zip(example_files, reading, strict=True):
            if read.reason is None:
                files.append(read)
                labels.append(names.index(example.class_name))
            else:
                warnings.append(_left_out(FileReason(read.path, read.reason)))
    return Examples(names, tuple(files), tuple(labels)), tuple(warnings)


def _left_out(file: FileReason[Message]) -> Message:
    return message(marked("The example {path} was left out: {reason}"), path=str(file.path), reason=file.reason)


def _read(project: Project, folder: Path, reporter: Reporter) -> _FolderFiles:
    """Read every file of the folder once, in order, as the folder was imported, if it was; sidecars are left alone."""
    listening = Listening(reporter, message(marked("Scanning {folder}"), folder=folder.name))
    scanned = list(scan(folder, FolderLayout.UNLABELLED, _NO_GROUPS, listening.going_on))
    files = [file for file in scanned if not isinstance(file, Sidecar)]
    if not files:
        raise UserError(message(marked("There are no images in {folder}."), folder=str(folder)))
    readable = [file.path for file in files if isinstance(file, FoundFile)]
    read_one = partial(read_file, choice=choice_in_project(project, folder))
    with closing(in_threads(read_one, readable, going_on=listening.going_on)) as reading:
        result: list[ReadFile | FileReason[Message]] = []
        for file in files:
            result.append(next(reading) if isinstance(file, FoundFile) else file)
            text = message(marked("{done} of {total} images read"), done=len(result), total=len(files))
            listening.report(len(result) / len(files), text)
    return _FolderFiles(tuple(result), len(scanned) - len(files))

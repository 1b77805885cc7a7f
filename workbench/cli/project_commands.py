"""Commands on a project as a whole: new, import, locate, compact, check, and sample."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from workbench.cli.arguments import (
    ChannelsOption,
    FolderArgument,
    Json,
    PageOption,
    ProjectArgument,
    SourceArgument,
)
from workbench.cli.harmless import complain
from workbench.cli.import_words import import_lines, import_values
from workbench.cli.terminal import (
    at_most_twenty,
    megabytes,
    opened_to_work,
    plural,
    show,
    work,
)
from workbench.errors import UserError
from workbench.operations.project.check_project import check_project
from workbench.operations.project.compact_project import StoppedAfterGivingUp, compact_project, possible_saving
from workbench.operations.project.opening import new_project
from workbench.operations.project.sample import make_sample_folder
from workbench.operations.project.workshop import make_workshop
from workbench.operations.ratings.made_set import write_made_set
from workbench.operations.tasks.import_images import import_images
from workbench.operations.tasks.import_report import (
    ImportRequest,
    grouping_of,
    layout_of,
    pages_chosen,
    roles_of,
)
from workbench.operations.tasks.locate_images import locate_images
from workbench.words import Message, marked, printable


class LayoutChoice(StrEnum):
    """How a folder is arranged."""

    AUTO = "auto"
    CLASSES = "classes"
    TASKS = "tasks"
    SPLITS = "splits"
    INDIVIDUALS = "individuals"
    UNLABELLED = "unlabelled"
    DOMAINS = "domains"  # The former name of `tasks`, which scripts may still give.


class RoleChoice(StrEnum):
    """What the classes of a folder are for."""

    AUTO = "auto"
    FOLDERS = "folders"
    META_TRAIN = "meta-train"
    META_VALIDATION = "meta-validation"
    META_TEST = "meta-test"


def new(project: ProjectArgument, json: Json = False) -> None:
    """Create an empty project."""
    new_project(project).close()
    show([f"Made {printable(project)}."], {"project": printable(project.absolute())}, as_json=json)


def import_(
    project: ProjectArgument,
    folder: SourceArgument,
    labels: Annotated[
        Path | None, Option(metavar="TABLE", help="A table that says which class each image of the folder is of.")
    ] = None,
    layout: Annotated[
        LayoutChoice,
        Option(
            metavar="<auto|classes|tasks|splits|unlabelled|individuals>",
            help="Folder layout; tasks are folders of classes, splits are train, validation and test folders above "
            "the same classes, individuals are folders inside a class.",
        ),
    ] = LayoutChoice.AUTO,
    role: Annotated[RoleChoice, Option(help="Role of its classes; folders: as split folders say.")] = RoleChoice.AUTO,
    validation: Annotated[float | None, Option(help="Share of each folder's classes for meta-validation.")] = None,
    group: Annotated[
        str, Option(help="Group images by specimen: none, subfolder, prefix, or a regular expression.")
    ] = "none",
    page: PageOption = None,
    channels: ChannelsOption = None,
    json: Json = False,
) -> int:
    """Import a folder of images, or a table of images and classes; images already imported are not added again.

    Tables are CSV with a column of paths and one of classes, JSON as COCO has it, or the observations.csv of a Camtrap
    DP. Exit code 1 if the folder went before all was imported.
    """
    roles, pages = roles_of(role.value, validation), pages_chosen(page, channels)
    request = ImportRequest(layout_of(layout.value), roles, grouping_of(group), labels, pages)
    with opened_to_work(project) as opened, work("Import") as bar:
        report = import_images(opened, folder, request, bar)
    show(import_lines(report), import_values(report), as_json=json)
    return 0 if report.cut_off is None else 1


def locate(
    project: ProjectArgument,
    old: Annotated[Path, Argument(help="The old folder.")],
    new: Annotated[Path, Argument(help="The folder the images are in now.")],
    json: Json = False,
) -> None:
    """Find moved images in their new folder, by content."""
    with opened_to_work(project) as opened, work("Locate") as bar:
        report = locate_images(opened, old, new, bar)
    lines = [f"{report.found:,} of {plural(report.sought, 'image', 'images')} found in {printable(new)}."]
    if report.missing:
        lines += ["Not found:", *at_most_twenty([f"  {printable(path)}" for path in report.missing])]
    values = {"sought": report.sought, "found": report.found, "missing": [printable(path) for path in report.missing]}
    show(lines, values, as_json=json)


def compact(
    project: ProjectArgument,
    give_up_resuming: Annotated[
        bool,
        Option("--give-up-resuming", help="Also drop what stopped and failed runs need to be resumed."),
    ] = False,
    json: Json = False,
) -> None:
    """Make a project smaller: deleted runs go for good, and finished ones keep only their weights.

    Before it begins, it says how many runs were deleted and how much they take.
    """
    try:
        with opened_to_work(project) as opened, work("Compact") as bar:
            deleted = possible_saving(opened)
            if deleted.deleted_runs:
                count = plural(deleted.deleted_runs, "deleted run", "deleted runs")
                bar.say(
                    f"{count} ({megabytes(deleted.deleted_bytes)}) will be removed and cannot be restored any more."
                )
            report = compact_project(opened, bar, give_up_resuming=give_up_resuming)
    except StoppedAfterGivingUp as stopped:
        if stopped.removed:
            complain(f"{plural(stopped.removed, 'deleted run is', 'deleted runs are')} removed already.")
        if stopped.runs:
            complain("What resuming stopped and failed runs needs is given up already.")
        raise
    sizes = f"{megabytes(report.before)} before, {megabytes(report.after)} now"
    smaller = f"{plural(report.runs, 'run', 'runs')} made smaller"
    removed = f", {plural(report.removed, 'deleted run', 'deleted runs')} removed" if report.removed else ""
    lines = [f"{printable(project)}: {sizes}; {smaller}{removed}."]
    show(lines, vars(report), as_json=json)


def check(project: ProjectArgument, json: Json = False) -> int:
    """Check a project and all its files; exit code 1 if anything is damaged."""
    with work("Check") as bar:
        report = check_project(project, bar)
    counts = {name: getattr(report, name) for name in ("tasks", "images", "runs", "checkpoints", "labels")}
    lines = [str(fault) for fault in report.damage] or ["No damage found."]
    for table in report.tables:
        if table.damaged:
            lines.append(f"  {table.name}: {table.whole:,} whole, {table.damaged:,} damaged")
    if report.damage and (not report.tables or any(table.damaged for table in report.tables)):
        rest = ", and of what its backups have" if report.has_backup else ""
        lines.append(f"`repair` makes a new project of everything that is whole{rest}.")
    checked = (plural(count, name.removesuffix("s"), name) for name, count in counts.items())
    lines.append(f"Checked {', '.join(checked)}.")
    if report.missing:
        away = plural(len(report.missing), "image is", "images are")
        lines.append(f"{away} missing; if the folder moved, use `locate`:")
        lines += at_most_twenty([f"  {printable(path)}" for path in report.missing])
    lines += [f"Note: {warning}" for warning in report.warnings]
    damage = [str(fault) for fault in report.damage]
    values = {
        "sound": report.sound,
        "damage": damage,
        "missing": [printable(path) for path in report.missing],
        "tables": {table.name: {"whole": table.whole, "damaged": table.damaged} for table in report.tables},
        "warnings": [str(warning) for warning in report.warnings],
        **counts,
    }
    show(lines, values, as_json=json)
    return 0 if report.sound else 1


def sample(
    folder: FolderArgument,
    seed: Annotated[int, Option(help="The same seed gives identical files.", min=0)] = 0,
    workshop: Annotated[
        int | None, Option(metavar="N", help="One for each of N participants, all different, and a page to hand out.")
    ] = None,
    ratings: Annotated[
        bool, Option("--ratings", help="The made set of ratings instead: drawn pictures, and the tables of them.")
    ] = False,
    json: Json = False,
) -> None:
    """Create the sample: synthetic alphabets to learn from, and new characters to label."""
    if ratings and workshop is not None:
        raise UserError(Message(marked("--ratings and --workshop make different samples. Give one of them.")))
    if ratings:
        _make_ratings(folder, seed, as_json=json)
        return
    if workshop is not None:
        _make_workshop(folder, workshop, seed, as_json=json)
        return
    with work("Sample") as bar:
        parts = make_sample_folder(folder, seed, bar)
    lines = [
        f"{parts.alphabet_images:,} images to learn from in {printable(parts.alphabets)}",
        f"{parts.example_images:,} examples of new characters in {printable(parts.examples)}",
        f"{parts.new_images:,} images to label in {printable(parts.images)}, "
        f"with the truth in {printable(parts.truth)}",
        f"Tables of traits for zero-shot learning: {printable(parts.traits)}, "
        f"of the new ones {printable(parts.new_traits)}",
    ]
    values = {
        "folder": printable(parts.folder),
        "alphabets": parts.alphabet_images,
        "examples": parts.example_images,
        "images": parts.new_images,
        "traits": printable(parts.traits),
        "new_traits": printable(parts.new_traits),
    }
    show(lines, values, as_json=json)


def _make_ratings(folder: Path, seed: int, *, as_json: bool) -> None:
    with work("Sample") as bar:
        made = write_made_set(folder, seed, bar)
    tables = (made.ratings, f"--items {printable(made.items)}", f"--users {printable(made.people)}")
    lines = [
        f"{plural(made.picture_count, 'picture', 'pictures')} in {printable(made.pictures)}",
        f"{made.rating_count:,} ratings by {plural(made.person_count, 'person', 'people')} in "
        f"{printable(made.ratings)}, and what they would give the other pictures in {printable(made.truth)}",
        f"To import them: import-ratings PROJECT {' '.join(map(str, tables))}",
    ]
    values = {
        "folder": printable(made.folder),
        "pictures": made.picture_count,
        "people": made.person_count,
        "ratings": made.rating_count,
        "tables": {part: printable(getattr(made, part)) for part in ("ratings", "items", "people", "truth")},
    }
    show(lines, values, as_json=as_json)


def _make_workshop(folder: Path, participants: int, seed: int, *, as_json: bool) -> None:
    with work("Workshop") as bar:
        made = make_workshop(folder, participants, seed, bar)
    lines = [
        f"{plural(len(made.participants), 'sample', 'samples')} in {printable(made.folder)}, one for each participant.",
        f"To print and hand out: {', '.join(printable(page) for page in made.handouts)}",
    ]
    values = {
        "folder": printable(made.folder),
        "participants": [printable(part) for part in made.participants],
        "handouts": [printable(page) for page in made.handouts],
    }
    show(lines, values, as_json=as_json)

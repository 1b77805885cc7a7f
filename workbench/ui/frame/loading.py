"""What the window loads after it is up, because it takes long: storage, plots, and last of all torch."""

from contextlib import suppress
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import TYPE_CHECKING

from workbench.errors import UserError
from workbench.words import marked, message

if TYPE_CHECKING:
    from workbench.operations.project.opening import Project
    from workbench.operations.project.repair.repair_report import RepairReport
    from workbench.ui.frame.workspace import Workspace
    from workbench.ui.look.theme import Theme
    from workbench.ui.services.job_report import Report
    from workbench.ui.services.jobs import Jobs
    from workbench.ui.services.project_context import ProjectContext
    from workbench.ui.services.settings import Settings


# What the library of the plots imports besides Qt.
_FOR_PLOTS = ("cuda.bindings.runtime", "numpy.typing", "pydoc", "cProfile", "colorama", "multiprocessing.connection")


def load_storage(report: "Report") -> None:
    """Import what the pages need, all but Qt's classes, which only the window's thread may make."""
    report.report(None, message(marked("Loading")))
    import workbench.operations

    for found in walk_packages(workbench.operations.__path__, "workbench.operations."):
        import_module(found.name)
    for name in _FOR_PLOTS:
        with suppress(ImportError):  # Some are there for a GPU alone.
            import_module(name)


def load_learning(report: "Report") -> None:
    """Import what learning needs, which takes longest of all."""
    from workbench.operations.devices import describe_device
    from workbench.operations.garbage_collection import collector_at_rest, spare_what_is_loaded

    report.report(None, message(marked("Loading the learning library")))
    with collector_at_rest():
        describe_device()
    # Otherwise the window would stand still for half a second at times, while the collector scans all of it again.
    spare_what_is_loaded()


def open_for_work(path: Path, report: "Report") -> "Project":
    """Open a project for work, or read-only where nothing else is possible. Raises UserError."""
    from workbench.operations.project.kept_summary import remember_damage
    from workbench.operations.project.opening import is_damage, open_for_window

    try:
        return open_for_window(path, report)
    except UserError as error:
        if is_damage(error):
            remember_damage(path)  # For its card on the start page.
        raise


def let_go_of_project() -> None:
    """Free what is left of a project that was closed."""
    from workbench.operations.garbage_collection import collect_what_was_closed

    collect_what_was_closed()


def may_be_repaired(error: Exception) -> bool:
    """Whether a project could not be opened because it is damaged."""
    from workbench.operations.project.opening import is_damage

    return is_damage(error)


def lacks_changes(error: Exception) -> bool:
    """Whether a project was not opened because changes of it lie beside it under its former name."""
    from workbench.operations.project.opening import lacks_log

    return lacks_log(error)


def open_with_changes(path: Path, report: "Report") -> "Project":
    """Bring the changes beside a project into it and open it. Raises UserError."""
    from workbench.operations.project.opening import open_with_log

    return open_with_log(path, report)


def open_copy(path: Path, output: Path, report: "Report") -> "Project":
    """Save a copy of a project and open that. Raises UserError."""
    from workbench.operations.project.opening import copy_and_open

    return copy_and_open(path, output, report)


def repair_beside(path: Path, report: "Report") -> "RepairReport":
    """Make a new project of what is whole in a damaged one, beside it. Raises UserError."""
    from workbench.operations.project.repair.repair_project import free_name_beside, repair_project

    return repair_project(path, free_name_beside(path), report)


def make_project(path: Path) -> "Project":
    """Make an empty project and open it. Raises UserError."""
    from workbench.operations.project.opening import new_project

    return new_project(path)


def open_example(folder: Path, report: "Report") -> "Project":
    """Draw the example, make a project of it in a new folder, and open that. Raises UserError."""
    from workbench.operations.project.sample import make_sample_project

    return open_for_work(make_sample_project(folder, report), report)


def lay_out(project: "Project", settings: "Settings", theme: "Theme", jobs: "Jobs") -> "Workspace":
    """Return the pages of a project that was just opened, and what they stand on."""
    from workbench.ui.frame.opened_project import workspace_for

    return workspace_for(project, settings, theme, jobs)


def lay_out_again(context: "ProjectContext") -> "Workspace":
    """Return the pages of a project that is open already, built anew."""
    from workbench.ui.frame.workspace import Workspace

    return Workspace(context)

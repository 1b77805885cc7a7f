"""Start the program: the window, or a command of the command line."""

import gc
import os
import sys
from collections.abc import Mapping
from io import TextIOWrapper
from pathlib import Path

from workbench.errors import UserError
from workbench.kept_memory import keep_freed_memory
from workbench.words import marked, message


def main() -> int:
    """Run what the command line asks for and return the exit code.

    Without arguments, or with one project file, the window opens; anything else is a command. Nothing heavy is
    imported before it is known what is asked for.
    """
    # Threads of torch that wait would otherwise spin, and take the time of whatever else runs: the window, labelling.
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    keep_freed_memory()
    for stream in (sys.stdout, sys.stderr):
        # A letter that the terminal's encoding lacks is shown as ?, and no reason to end.
        if isinstance(stream, TextIOWrapper) and stream.errors == "strict":
            stream.reconfigure(errors="replace")
    arguments = sys.argv[1:]
    try:
        if not arguments or arguments[0].endswith(".mlwb"):
            return _show_window(arguments)
        from workbench.cli.app import run

        code = run(arguments)
        gc.freeze()  # Before it ends, Python would look for garbage in all of torch, which takes half a second.
        return code
    except UserError as error:
        from workbench.cli.harmless import complain

        complain(str(error))
        return 2
    except KeyboardInterrupt:  # before the command itself, which hears it, has begun
        sys.stderr.write("Stopped.\n")
        return 130


def _show_window(arguments: list[str]) -> int:
    """Open the window, on the one project named if any. Raises UserError where no window can be shown."""
    if len(arguments) > 1:
        text = marked("The window opens one project at a time. Give it only {file}.")
        raise UserError(message(text, file=arguments[0]))
    _refuse_without_display(os.environ)
    from workbench.system_libraries import missing_for_window, refuse_when_missing

    # Qt ends the whole process when its platform plugin lacks a library, so this comes before Qt.
    refuse_when_missing(missing_for_window(os.environ))
    from workbench.app import open_window

    return open_window(Path(arguments[0]) if arguments else None)


def _refuse_without_display(environment: Mapping[str, str]) -> None:
    displays = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(environment.get(name) for name in displays):
        text = marked(
            "No display is available for the window. Run `python main.py demo` for the main workflow in the "
            "terminal, or `python main.py --help` for all commands."
        )
        raise UserError(message(text))


if __name__ == "__main__":
    sys.exit(main())

"""The command line, put together; every command is a few lines around an operation."""

import ast
from collections.abc import Callable
from functools import cache
from importlib import import_module
from importlib.abc import InspectLoader
from importlib.util import find_spec

from typer import Typer
from typer.exceptions import TyperException

from workbench.cli.harmless import complain
from workbench.errors import UserError
from workbench.machine_errors import machine_error
from workbench.operations.progress import Cancelled

DONE, DAMAGE, BAD_INPUT, CANCELLED, PIPE_CLOSED = 0, 1, 2, 130, 141

# The commands and the modules they are in, of which only the one that is asked for is imported.
COMMANDS = {
    "new": "project_commands",
    "import": "project_commands",
    "traits": "learn_commands",
    "import-ratings": "rating_commands",
    "train": "learn_commands",
    "train-many": "many_command",
    "evaluate": "learn_commands",
    "compare": "compare_commands",
    "resume": "learn_commands",
    "recommend": "rating_commands",
    "search": "search_command",
    "label": "label_commands",
    "accept": "label_commands",
    "audit": "label_commands",
    "export": "label_commands",
    "runs": "run_commands",
    "export-run": "run_commands",
    "import-run": "run_commands",
    "approaches": "learn_commands",
    "sample": "project_commands",
    "demo": "demo",
    "check": "project_commands",
    "compact": "project_commands",
    "repair": "repair_command",
    "locate": "project_commands",
}

# What is wrong with an option's value comes from the library that reads the command line, in technical words.
_PLAINLY = {
    "Value error, ": "",
    "Input should be a valid integer, unable to parse string as an integer": "it must be a whole number.",
    "Input should be a valid number, unable to parse string as a number": "it must be a number.",
}


def build(asked: str | None) -> Typer:
    """Return the command line with the command that is asked for; the others are only as their help names them."""
    app = Typer(add_completion=False, help="Few-shot learning: from folders of images to labels.", name="main.py")
    for name, module in COMMANDS.items():
        app.command(name=name)(_function(name, module) if name == asked else _named(name, module))
    return app


def _function(name: str, module: str) -> Callable[..., None]:
    loaded = import_module(f"workbench.cli.{module}")
    name = name.replace("-", "_")
    return getattr(loaded, name, None) or getattr(loaded, f"{name}_")


def _named(name: str, module: str) -> Callable[..., None]:
    """Return a function with nothing of a command but its description, read without importing what it needs."""
    spec = find_spec(f"workbench.cli.{module}")
    source = spec.loader.get_source(spec.name) if spec and isinstance(spec.loader, InspectLoader) else None
    if source is None:  # In an installed program there may be no sources.
        return _function(name, module)
    found = _described(source)

    def command() -> None: ...

    name = name.replace("-", "_")
    command.__doc__ = found.get(name) or found[f"{name}_"]
    return command


@cache
def _described(source: str) -> dict[str, str]:
    functions = (node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef))
    return {function.name: ast.get_docstring(function) or "" for function in functions}


def run(arguments: list[str]) -> int:
    """Run a command and return its exit code.

    0 done, 1 damage, 2 bad input (said in a sentence), 130 stopped, 141 nobody reads the result.
    """
    try:
        asked = next((argument for argument in arguments if not argument.startswith("-")), None)
        code = build(asked)(arguments or ["--help"], standalone_mode=False) or DONE
        if code == CANCELLED:  # Typer turns Ctrl-C into it, without a word.
            _say_stopped(arguments)
        return code
    except UserError as error:
        complain(str(error))
        return BAD_INPUT
    except TyperException as error:
        complain(_in_a_sentence(error))
        return BAD_INPUT
    except (MemoryError, RuntimeError) as error:
        of_the_machine = machine_error(error)
        if of_the_machine is None:
            raise
        complain(str(of_the_machine))
        return BAD_INPUT
    except BrokenPipeError:
        return PIPE_CLOSED  # As other programs do: whoever reads has enough, and nothing is wrong.
    except (Cancelled, KeyboardInterrupt):
        _say_stopped(arguments)
        return CANCELLED


def _say_stopped(arguments: list[str]) -> None:
    resumable = {
        "train": "; once there is a run, `resume` continues it from there",
        "resume": "; `resume` continues it from there",
        "train-many": "; the same with --resume goes on from there",
        "search": "; `search --resume` goes on from there",
    }.get(arguments[0] if arguments else "", "")
    complain(f"Stopped. Everything saved so far is kept{resumable}.")


def _in_a_sentence(error: TyperException) -> str:
    described = getattr(error, "format_message", None)
    text = described() if described is not None else str(error)
    for technical, plain in _PLAINLY.items():
        text = text.replace(technical, plain)
    return text

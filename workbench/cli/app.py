"""The command line, put together; every command is a few lines around an operation."""

from typer import Typer
from typer.exceptions import TyperException

from workbench.cli import compare_commands, label_commands, learn_commands, project_commands, repair_command
from workbench.cli.demo import demo
from workbench.cli.terminal import complain
from workbench.errors import UserError
from workbench.machine_errors import machine_error
from workbench.operations.progress import Cancelled

DONE, DAMAGE, BAD_INPUT, CANCELLED, PIPE_CLOSED = 0, 1, 2, 130, 141

COMMANDS = (
    project_commands.new,
    project_commands.import_,
    learn_commands.traits,
    learn_commands.train_,
    learn_commands.evaluate,
    compare_commands.compare,
    learn_commands.resume,
    label_commands.label_,
    label_commands.accept,
    label_commands.audit,
    label_commands.export,
    project_commands.runs,
    learn_commands.approaches,
    project_commands.sample,
    demo,
    project_commands.check,
    repair_command.repair,
    project_commands.locate,
)

# What is wrong with an option's value comes from the library that reads the command line, in technical words.
_PLAINLY = {
    "Value error, ": "",
    "Input should be a valid integer, unable to parse string as an integer": "it must be a whole number.",
    "Input should be a valid number, unable to parse string as a number": "it must be a number.",
}


def build() -> Typer:
    """Return the whole command line."""
    app = Typer(add_completion=False, help="Few-shot learning: from folders of images to labels.", name="main.py")
    for command in COMMANDS:
        app.command(name=command.__name__.strip("_"))(command)
    return app


def run(arguments: list[str]) -> int:
    """Run a command and return its exit code.

    0 done, 1 damage, 2 bad input (said in a sentence), 130 stopped, 141 nobody reads the result.
    """
    try:
        return build()(arguments or ["--help"], standalone_mode=False) or DONE
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
        resumable = "; `resume` continues from there" if arguments[:1] in (["train"], ["resume"]) else ""
        complain(f"Stopped. Everything saved so far is kept{resumable}.")
        return CANCELLED


def _in_a_sentence(error: TyperException) -> str:
    described = getattr(error, "format_message", None)
    text = described() if described is not None else str(error)
    for technical, plain in _PLAINLY.items():
        text = text.replace(technical, plain)
    return text

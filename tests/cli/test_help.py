"""The help is there at once, and says what every command says of itself."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from workbench.cli.app import COMMANDS

HEAVY = ("torch", "numpy", "sqlalchemy", "PIL", "PySide6")
PROGRAM = f"""
import sys
from workbench.cli.app import run
code = run(["--help"])
print([name for name in {HEAVY} if name in sys.modules], code)
"""


@pytest.fixture(scope="module")
def printed() -> str:
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True
    )
    return ran.stdout


def test_help_imports_nothing_that_takes_long(printed: str) -> None:
    assert printed.splitlines()[-1] == "[] 0"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_described_as_it_describes_itself(name: str, printed: str) -> None:
    module = import_module(f"workbench.cli.{COMMANDS[name]}")
    function = name.replace("-", "_")
    command = getattr(module, function, None) or getattr(module, f"{function}_")
    words = " ".join(printed.replace("│", " ").split())
    assert f"{name} {(command.__doc__ or '').splitlines()[0]}" in words

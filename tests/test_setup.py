"""From nothing to a started program: what is installed, and what is said where it cannot start."""

import os
import re
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from workbench.errors import UserError
from workbench.system_libraries import QT, WAYLAND, X11, missing, missing_for_window, refuse_when_missing

ROOT = Path(__file__).parents[1]
ON_LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux leaves these to the system")
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


# A new .venv may bring it, of whatever version.
BROUGHT = {"setuptools"}
OF_CUDA = re.compile(r"triton|nvidia-.*|cuda-.*")


def locked(what: str = "") -> dict[str, tuple[Requirement, list[str]]]:
    """Return what a list pins, and the hashes of its files."""
    joined = (ROOT / f"requirements{what}.lock").read_text().replace("\\\n", " ")
    entries = [line.split("--hash=sha256:") for line in joined.splitlines() if line and not line.startswith("#")]
    requirements = [(Requirement(pin), [digest.strip() for digest in hashes]) for pin, *hashes in entries]
    return {canonicalize_name(requirement.name): (requirement, hashes) for requirement, hashes in requirements}


def pinned(what: str = "") -> dict[str, str]:
    return {name: str(requirement.specifier).removeprefix("==") for name, (requirement, _) in locked(what).items()}


def needed() -> dict[str, Requirement]:
    """Return all that pyproject.toml asks for on this machine, and all that this asks for in turn."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    waiting = [Requirement(text) for text in project["dependencies"]]
    requirements: dict[str, Requirement] = {}
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name in requirements or (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
            continue
        requirements[name] = requirement
        waiting += [Requirement(text) for text in metadata.requires(requirement.name) or []]
    return requirements


def start(arguments: list[str], **environment: str) -> subprocess.CompletedProcess[str]:
    """Start the program as a person does, with no display but the one given."""
    kept = {name: value for name, value in os.environ.items() if name not in DISPLAYS}
    command = [sys.executable, str(ROOT / "main.py"), *arguments]
    return subprocess.run(command, env=kept | environment, capture_output=True, text=True, timeout=60, check=False)


def assert_refused_in_a_sentence(ended: subprocess.CompletedProcess[str], about: str) -> None:
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert about in ended.stderr
    assert len(ended.stderr.strip().splitlines()) == 1


def test_the_lock_pins_all_that_the_program_needs() -> None:
    assert {name for name in needed() if not OF_CUDA.fullmatch(name)} <= pinned().keys()


def test_the_lock_agrees_with_pyproject_and_with_what_is_installed() -> None:
    versions = pinned()
    asked = {name: requirement for name, requirement in needed().items() if name in versions and name not in BROUGHT}
    assert [name for name, requirement in asked.items() if versions[name] not in requirement.specifier] == []
    installed = {name: metadata.version(name).partition("+")[0] for name in asked}
    assert installed == {name: versions[name] for name in asked}


def test_the_test_tools_are_those_that_pyproject_asks_for() -> None:
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text())["dependency-groups"]
    versions = pinned("-test")
    for text in groups["test"]:
        requirement = Requirement(text)
        assert versions[canonicalize_name(requirement.name)] in requirement.specifier
    assert not versions.keys() & pinned().keys()


@pytest.mark.parametrize("what", ["", "-cuda", "-test"])
def test_every_file_that_may_be_installed_is_known_by_its_hash(what: str) -> None:
    for requirement, hashes in locked(what).values():
        assert hashes, requirement
        assert all(re.fullmatch(r"[0-9a-f]{64}", digest) for digest in hashes)
        assert len(set(hashes)) == len(hashes)


def test_what_cuda_needs_is_for_linux_alone() -> None:
    assert all(OF_CUDA.fullmatch(name) for name in locked("-cuda"))
    assert all("linux" in str(requirement.marker) for requirement, _ in locked("-cuda").values())


def test_all_that_is_set_up_is_installed_by_hash() -> None:
    installs = [line for line in (ROOT / "Makefile").read_text().splitlines() if "$(INSTALL)" in line]
    assert len(installs) == 3
    assert all("$(INSTALL) $(LOCKED) -r requirements" in line for line in installs)


def test_the_installed_command_and_main_py_start_the_same() -> None:
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["scripts"]
    assert scripts == {"metalearning-workbench": "workbench.__main__:main"}
    assert "from workbench.__main__ import main" in (ROOT / "main.py").read_text()


def loaded_by(module: str) -> set[str]:
    """Return the names of all modules that a new program has loaded once it imported that one."""
    code = f"import {module}, sys; print(*sys.modules)"
    ended = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(ended.stdout.split())


def test_starting_imports_nothing_heavy() -> None:
    assert not {"torch", "PySide6", "numpy", "sqlalchemy", "typer"} & loaded_by("main")


def test_libraries_for_rare_formats_are_imported_when_such_a_file_is_read() -> None:
    assert not {"tifffile", "pi_heif"} & loaded_by("workbench.imaging.reading")


def test_the_window_comes_up_before_what_takes_long_is_imported() -> None:
    loaded = loaded_by("workbench.app")
    assert "workbench.ui.start.start_page" in loaded
    assert not {"torch", "numpy", "sqlalchemy", "alembic", "pyqtgraph", "PIL"} & loaded


@ON_LINUX
def test_without_a_display_the_window_says_what_to_run_instead() -> None:
    ended = start([])
    assert_refused_in_a_sentence(ended, "python main.py demo")
    assert "python main.py --help" in ended.stderr


def test_a_project_that_is_not_there_is_refused_in_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "nowhere.mlwb"
    assert_refused_in_a_sentence(start([str(file)], QT_QPA_PLATFORM="offscreen"), str(file))
    assert not file.exists()


def test_two_projects_at_once_are_refused_in_a_sentence() -> None:
    ended = start(["one.mlwb", "two.mlwb"], QT_QPA_PLATFORM="offscreen")
    assert_refused_in_a_sentence(ended, "one project at a time")


@pytest.mark.slow
def test_anything_but_a_project_is_a_command() -> None:
    ended = start(["--help"])
    assert ended.returncode == 0
    assert "import" in ended.stdout


@ON_LINUX
def test_a_library_that_cannot_be_loaded_is_missing() -> None:
    wanted = {"libc.so.6": "libc6", "libnowhere.so.9": "libnowhere9"}
    assert missing(wanted) == {"libnowhere.so.9": "libnowhere9"}


@ON_LINUX
@pytest.mark.parametrize(
    ("environment", "looked_at"),
    [
        ({}, QT),
        ({"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0"}, QT),
        ({"DISPLAY": ":0"}, QT | X11),
        ({"WAYLAND_DISPLAY": "wayland-0"}, QT | WAYLAND),
        ({"QT_QPA_PLATFORM": "xcb"}, QT | X11),
        ({"QT_QPA_PLATFORM": "wayland-egl;xcb", "DISPLAY": ":0"}, QT | X11 | WAYLAND),
    ],
)
def test_only_the_libraries_of_the_display_in_use_are_asked_for(
    environment: dict[str, str], looked_at: dict[str, str]
) -> None:
    assert missing_for_window(environment).items() <= looked_at.items()


@ON_LINUX
def test_missing_libraries_are_cured_by_one_line() -> None:
    lacking = {"libGL.so.1": "libgl1", "libglib-2.0.so.0": "libglib2.0-0", "libgthread-2.0.so.0": "libglib2.0-0"}
    with pytest.raises(UserError, match=r"apt-get install libgl1 libglib2\.0-0$"):
        refuse_when_missing(lacking)


@ON_LINUX
def test_every_library_that_qt_asks_for_is_known() -> None:
    checked = subprocess.run(
        [sys.executable, str(ROOT / "packaging" / "qt_libraries.py")], capture_output=True, text=True, check=False
    )
    if "readelf" in checked.stderr:
        pytest.skip("readelf is not installed")
    assert (checked.returncode, checked.stdout) == (0, "")

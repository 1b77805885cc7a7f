"""Pin what the program and its tests need, with the hash of every file that may be installed, into three lists.

Run it as `python packaging/lock.py` after a dependency in pyproject.toml was changed; it needs `uv` and a connection.
What is pinned stays as it is where that still fits. `requirements.lock` is what the program needs, on any system;
`requirements-cuda.lock` what torch needs on top where it was built for CUDA, as it is for Linux on PyPI;
`requirements-test.lock` what only the tests need. All three are complete: they are installed without looking for more.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
MAIN, CUDA, TEST = (ROOT / f"requirements{what}.lock" for what in ("", "-cuda", "-test"))
HEADS = {
    MAIN: "What the program needs, pinned. torch has the hashes of its CUDA builds and of its CPU builds.",
    CUDA: "What torch needs on top where it was built for CUDA, pinned.",
    TEST: "What only the tests need, pinned.",
}
OF_CUDA = re.compile(r"nvidia-.*|cuda-.*|triton")
# The builds for CPUs are not on PyPI. Of torch-2.13.0+cpu-cp311-cp311-manylinux_2_28_x86_64.whl:
CPU_BUILDS = {"torch==2.13.0": ["6746dbcbeb526eb61330b76b41ff1b4eb848951103a892eeb080dfa2b264667b"]}

Pins = dict[str, list[str]]  # The lines of each package, by its name.


def compiled(uv: str, before: str, *what: str) -> Pins:
    """Return what uv pins, preferring the versions that the list `before` has."""
    options = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-annotate", "--no-header"]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "lock.txt"
        file.write_text(before)
        command = [uv, "pip", "compile", "--quiet", *options, "--output-file", str(file), *what]
        subprocess.run(command, cwd=ROOT, check=True)
        return pins_of(file.read_text())


def pins_of(text: str) -> Pins:
    """Return the lines of each package in a list."""
    pins: Pins = {}
    name = ""
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        if not line.startswith(" "):
            name = re.split(r"[=\s]", line, maxsplit=1)[0]
        pins.setdefault(name, []).append(line)
    return pins


def with_cpu_builds(pins: Pins) -> Pins:
    """Return the pins with the hashes of the builds that are not on PyPI."""
    for pinned, hashes in CPU_BUILDS.items():
        lines = pins[pinned.partition("==")[0]]
        if not lines[0].startswith(f"{pinned} "):
            sys.exit(f"{lines[0]} has no CPU builds here yet: add the hashes of its wheels to CPU_BUILDS.")
        new = [digest for digest in hashes if not any(digest in line for line in lines)]
        lines[1:1] = [f"    --hash=sha256:{digest} \\" for digest in new]
    return pins


def write(file: Path, pins: Pins) -> None:
    """Write a list."""
    lines = [f"# {HEADS[file]}", "# packaging/lock.py makes this list."]
    file.write_text("\n".join([*lines, *(line for name in sorted(pins) for line in pins[name])]) + "\n")


def main() -> None:
    """Renew the three lists."""
    uv = shutil.which("uv")
    if uv is None:
        sys.exit("This needs uv: https://docs.astral.sh/uv")
    everything = with_cpu_builds(compiled(uv, MAIN.read_text() + CUDA.read_text(), "pyproject.toml"))
    write(MAIN, {name: lines for name, lines in everything.items() if not OF_CUDA.fullmatch(name)})
    write(CUDA, {name: lines for name, lines in everything.items() if OF_CUDA.fullmatch(name)})
    of_tests = compiled(uv, TEST.read_text(), "--group", "test", "--constraint", str(MAIN))
    write(TEST, {name: lines for name, lines in of_tests.items() if name not in everything})


if __name__ == "__main__":
    main()

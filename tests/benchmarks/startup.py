"""Measure how long after the start of the process the start page is painted, and what was imported until then."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
LIMIT = 250  # milliseconds
TIMES = 7
# The child is the program itself; only its first painting is listened to.
CHILD = """
import os, sys, time
sys.argv = ["main.py"]
from workbench.ui.start.start_page import StartPage
painted = StartPage.paintEvent
def first(self, event):
    painted(self, event)
    heavy = [name for name in ("torch", "sqlalchemy", "pyqtgraph", "numpy") if name in sys.modules]
    print(time.time(), ",".join(heavy) or "nothing heavy", flush=True)
    os._exit(0)
StartPage.paintEvent = first
from workbench.__main__ import main
sys.exit(main())
"""


def measure(data: str) -> tuple[float, str]:
    """Start the program once; return milliseconds until the start page was painted and what heavy was loaded."""
    environment = os.environ | {"WORKBENCH_DATA": data}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    started = time.time()
    ended = subprocess.run(
        [sys.executable, "-c", CHILD], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    moment, heavy = ended.stdout.strip().split(" ", 1)
    return 1000 * (float(moment) - started), heavy


def main() -> int:
    """Print the median of several starts from a warm disk, beside the limit."""
    with tempfile.TemporaryDirectory() as data:
        measure(data)
        starts = [measure(data) for _ in range(TIMES)]
    times = [milliseconds for milliseconds, _ in starts]
    shown = ", ".join(f"{milliseconds:.0f}" for milliseconds in sorted(times))
    sys.stdout.write(f"start page painted after {median(times):.0f} ms (limit {LIMIT}); all: {shown}\n")
    sys.stdout.write(f"loaded by then: {starts[0][1]}\n")
    return 0 if median(times) <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())

"""Runs the tests that are the trials of a row, all at once, and returns an outcome for each."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

from tests.faults.row import Outcome, Row
from tests.faults.worker import ROOT


def outcomes_of_tests(row: Row) -> list[Outcome]:
    """Return what became of each test of a row; those that cannot run here do not count."""
    with tempfile.TemporaryDirectory() as place:
        report = Path(place) / "report.xml"
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", f"--junitxml={report}", *row.tests]
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "OMP_NUM_THREADS": "1"}
        ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        if not report.exists():
            return [Outcome(row.name, 0, 0, False, 0.0, f"pytest ended with {ended.returncode}: {ended.stdout[-300:]}")]
        cases = ElementTree.parse(report).getroot().iter("testcase")  # noqa: S314 - of our own tests
        ran = [case for case in cases if case.find("skipped") is None]
        return [_outcome(row, number, case) for number, case in enumerate(ran)]


def _outcome(row: Row, number: int, case: ElementTree.Element) -> Outcome:
    name = f"{case.get('classname')}.{case.get('name')}"
    wrong = [fault for kind in ("failure", "error") if (fault := case.find(kind)) is not None]
    what = f"{name}: {wrong[0].get('message', '')[:300]}" if wrong else name
    return Outcome(row.name, 0, number, not wrong, float(case.get("time", 0)), what)

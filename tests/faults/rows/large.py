"""Very many images: a million rows of a project, and two hundred thousand files."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass

from PIL import Image as Picture
from sqlalchemy import text

from tests.faults.oracle import hold_sound
from tests.faults.row import Place, Row, hold
from tests.faults.scenes import imported
from tests.faults.worker import ROOT
from tests.made_images import make_classes
from workbench.operations.project.opening import open_to_read, open_to_work
from workbench.store.models import Image

_ROWS, _FILES = 1_000_000, 200_000
_MOST_MEMORY = 1_500  # MB
_MOST_SECONDS = 1.0  # from Ctrl-C to the end
_ENOUGH = 3_600.0
_MADE = """
INSERT INTO images (task_id, class_id, path, sha256, size, modified_ns, width, height, status)
WITH RECURSIVE numbers(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM numbers WHERE number < :rows)
SELECT task_id, class_id, CAST(path || '.' || number || '.png' AS BLOB), randomblob(32), 100, 1, 9, 9, 'missing'
FROM numbers, (SELECT task_id, class_id, path FROM images LIMIT 1)
"""


@dataclass(frozen=True)
class Ended:
    """How a command ended: its code, the most memory it had, and how long it went on after Ctrl-C."""

    code: int
    megabytes: int
    stopped_in: float
    said: str


def _command(place: Place, *arguments: str, stop_after: float | None = None) -> Ended:
    command = [sys.executable, str(ROOT / "main.py"), *arguments, "--json"]
    with (place.folder.parent / "said").open("w+b") as said:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said, env=os.environ)
        stopped_at: float | None = None
        if stop_after is not None:
            try:
                process.wait(stop_after)
            except subprocess.TimeoutExpired:
                stopped_at = time.monotonic()
                process.send_signal(signal.SIGINT)
        _, status, used = os.wait4(process.pid, 0) if process.returncode is None else (0, 0, None)
        ended_at = time.monotonic()
        process.returncode = process.returncode if used is None else os.waitstatus_to_exitcode(status)
        said.seek(0)
        words = said.read().decode(errors="replace")
    hold(that="Traceback" not in words, otherwise=f"{arguments[0]} ends with a traceback: {words[-300:]}")
    megabytes = 0 if used is None else used.ru_maxrss // 1024
    hold(that=megabytes < _MOST_MEMORY, otherwise=f"{arguments[0]} takes {megabytes} MB")
    stopped_in = 0.0 if stopped_at is None else ended_at - stopped_at
    hold(that=stopped_in < _MOST_SECONDS, otherwise=f"{arguments[0]} goes on for {stopped_in:.1f} s after Ctrl-C")
    return Ended(process.returncode, megabytes, stopped_in, words)


def keep_a_million_rows(place: Place) -> str:
    """Check a project of a million rows, stop that half way, and import into it."""
    path = imported().copied(place.folder)
    with open_to_work(path) as project, project.write() as session:
        session.execute(text(_MADE), {"rows": _ROWS})
    checked = _command(place, "check", str(path))
    hold(that=checked.code in (0, 1), otherwise=f"check ends with {checked.code}")
    stopped = _command(place, "check", str(path), stop_after=place.chance.uniform(2, 15))
    more = make_classes(place.folder.parent / "more", classes=4, images=5, seed=9)
    added = _command(place, "import", str(path), str(more))
    hold(that=added.code == 0, otherwise=f"import ends with {added.code}: {added.said[-200:]}")
    return f"check {checked.megabytes} MB, stopped in {stopped.stopped_in:.2f} s, import {added.megabytes} MB"


def import_very_many_files(place: Place) -> str:
    """Import two hundred thousand files, stopped three times: each time it goes on with what is not there yet."""
    path, folder = imported().copied(place.folder), place.folder.parent / "files"
    with open_to_read(path) as project, project.read() as session:
        before = session.query(Image).count()
    for number in range(_FILES):
        home = folder / f"class_{number // 1000:03d}"
        if number % 1000 == 0:
            home.mkdir(parents=True)
        # Four by four pixels, unlike those of any other number.
        Picture.frombytes("L", (4, 4), 4 * number.to_bytes(4, "big")).save(home / f"{number:06d}.png")
    stops = [_command(place, "import", str(path), str(folder), stop_after=place.chance.uniform(2, 40)) for _ in "123"]
    ended = _command(place, "import", str(path), str(folder))
    hold(that=ended.code == 0, otherwise=f"import ends with {ended.code}: {ended.said[-200:]}")
    with open_to_read(path) as project, project.read() as session:
        count = session.query(Image).count() - before
    hold(that=count == _FILES, otherwise=f"{count} images were imported")
    hold_sound(path)
    return f"stopped in {max(stop.stopped_in for stop in stops):.2f} s, {ended.megabytes} MB"


ROWS = (
    Row("million-rows", "1,000,000 image rows", 0, 1, keep_a_million_rows, limit=_ENOUGH),
    Row("many-files", "200,000 real files, the import stopped three times", 0, 1, import_very_many_files,
        limit=_ENOUGH),
)  # fmt: skip

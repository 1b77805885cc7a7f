"""The window: random clicks and keys, and closing it whatever is under way."""

import json
import os
import shutil
import subprocess
import sys
from typing import Any

from tests.faults.last_words import last_words
from tests.faults.oracle import hold_goes_on, hold_names, hold_sound
from tests.faults.row import Place, Row, hold
from tests.faults.scenes import to_label
from tests.faults.worker import ROOT
from tests.made_images import make_classes

LONGEST = 3.0  # seconds from the answer to the end
EVENTS = 1000


def _ran(*arguments: str) -> dict[str, Any]:
    """Return what a program at the window printed; it must end by itself."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", *arguments]
    ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    hold(
        that=ended.returncode in (0, 1) and bool(ended.stdout),
        otherwise=f"{ended.returncode}: {last_words(ended.stderr)}",
    )
    return json.loads(ended.stdout.splitlines()[-1])


def close_the_window(place: Place) -> str:
    project = to_label().copied(place.folder)
    for name in ("pile", "examples"):
        shutil.copytree(to_label().home / name, place.folder / name)
    make_classes(place.folder / "more", classes=20, images=20, seed=3)
    found = _ran("tests.faults.closing_window", str(place.folder), str(place.chance.random()))
    hold(that=not found["errors"], otherwise=f"exceptions: {found['errors'][:2]}")
    hold(that=found["asked"] <= 1, otherwise=f"it asked {found['asked']} times")
    under_way = ", ".join(found["jobs"]) or "nothing"
    took = f"during {under_way}, {found['seconds']:.2f} s to the end, {found['work']:.2f} s of them work"
    # While other programs have the processor, only the work is ours.
    hold(that=0 <= min(found["seconds"], found["work"]) <= LONGEST, otherwise=took)
    hold_sound(project)
    hold_names(place.folder, ["examples", "made.mlwb", "more", "pile"])
    if place.number % 10 == 0:
        hold_goes_on(project)
    return f"asked {found['asked']} times, {took}"


def throw_events(place: Place) -> str:
    seed = str(place.chance.randrange(2**31))
    found = _ran("tests.faults.random_events", "--json", "--seed", seed, "--events", str(EVENTS))
    gaps = [gap for gap in found["gaps"] if gap[1] > 0.2]
    for kind, amiss in (("exceptions", found["exceptions"]), ("damage", found["damage"]), ("gaps", gaps)):
        hold(that=not amiss, otherwise=f"seed {seed}, {kind}: {str(amiss)[:400]}")
    return f"seed {seed}: {sum(found['events'].values())} events in {found['seconds']:.0f} s"


ROWS = (
    Row("close-window", "window closed mid-anything", 3, 1000, close_the_window),
    Row("random-events", f"random clicks and keys, {EVENTS:,} a trial", 0, 500, throw_events, limit=900),
)

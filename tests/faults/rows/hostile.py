"""Files and words that mean harm: programs in the guise of data, archives, formulae, markup; and being offline."""

import csv
import io
import json
import os
import pickle
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import torch

from tests.faults.oracle import checked
from tests.faults.row import Place, Row, hold
from tests.faults.scenes import imported
from tests.faults.worker import ROOT
from workbench.errors import UserError
from workbench.facts.decision import Decision
from workbench.operations.attributes.trait_tables import read_traits
from workbench.operations.labelling.accept_labels import accept_labels
from workbench.operations.labelling.class_changes import add_class
from workbench.operations.labelling.decisions import Decided, decide
from workbench.operations.labelling.export_labels import ExportFormat, export_labels
from workbench.operations.labelling.label_table import read_label_table
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project, open_to_work
from workbench.operations.tasks.images import list_images
from workbench.operations.tasks.import_images import ImportRequest, import_images


class _MakesTheCanary:
    def __init__(self, canary: Path) -> None:
        self._canary = canary

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, (f"touch '{self._canary}'",)


def _zipped(names: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in names.items():
            archive.writestr(name, data)
    return content.getvalue()


def _saved_by_torch(canary: Path) -> bytes:
    content = io.BytesIO()
    torch.save({"weights": _MakesTheCanary(canary)}, content)
    return content.getvalue()


_PAYLOADS: dict[str, Callable[[Path], bytes]] = {
    "pickle": lambda canary: pickle.dumps(_MakesTheCanary(canary)),
    "pickle of the first protocol": lambda canary: pickle.dumps(_MakesTheCanary(canary), protocol=0),
    "torch": _saved_by_torch,
    "zip slip": lambda canary: _zipped({f"../../{canary.name}": b"x", str(canary): b"x"}),
    "bomb": lambda canary: _zipped({"a.csv": bytes(20_000_000)}),
    "script": lambda canary: f"#!/bin/sh\ntouch '{canary}'\n".encode(),
    "svg": lambda canary: f'<svg xmlns="http://www.w3.org/2000/svg"><image href="file://{canary}"/></svg>'.encode(),
    "postscript": lambda canary: f"%!PS-Adobe-3.0 EPSF-3.0\n({canary}) (w) file closefile\n".encode(),
}


def _as_a_project(project: Project, file: Path) -> None:
    open_to_work(file.rename(file.with_suffix(".mlwb"))).close()


def _as_images(project: Project, file: Path) -> None:
    folder = file.parent / "pictures" / "a"
    folder.mkdir(parents=True)
    for suffix in ("png", "jpg", "tif", "npy", "zip", "eps"):
        shutil.copy(file, folder / f"x.{suffix}")
    import_images(project, folder.parent, ImportRequest(), Silent())


def _as_a_table(project: Project, file: Path) -> None:
    accept_labels(project, file.rename(file.with_suffix(".csv")), 0.0, Silent())


def _as_traits(project: Project, file: Path) -> None:
    read_traits(file.rename(file.with_suffix(".csv")))


def _as_classes(project: Project, file: Path) -> None:
    table = file.rename(file.with_suffix(".json"))
    import_images(project, table, ImportRequest(), Silent())


_WAYS_IN = (_as_a_project, _as_images, _as_a_table, _as_traits, _as_classes)


def give_malice(place: Place) -> str:
    """Give every payload in every guise to everything that reads a file of somebody's."""
    kind = list(_PAYLOADS)[place.number % len(_PAYLOADS)]
    way = _WAYS_IN[place.number // len(_PAYLOADS) % len(_WAYS_IN)]
    path, canary = imported().copied(place.folder), place.folder.parent / "canary"
    file = place.folder.parent / "given.bin"
    file.write_bytes(_PAYLOADS[kind](canary))
    said = ""
    with open_to_work(path) as project:
        before = len(list_images(project))
        try:
            way(project, file)
        except UserError as error:
            said = str(error)
        hold(that=len(list_images(project)) == before, otherwise="something of it was imported")
    hold(that=not canary.exists() and not (ROOT / canary.name).exists(), otherwise="the canary was made")
    hold(that=bool(said) or way is _as_images, otherwise=f"{kind} is not refused by {way.__name__}")
    hold(that=not checked(path)["damage"], otherwise="check finds damage")
    return f"{kind}{way.__name__.replace('_', ' ')}: {said}"[:200]


_STARTS = ("=", "+", "-", "@", "\t=", "'=", "'", "", '"', ";=", ",=")
_WORDS = (
    "cmd|' /C calc'!A0", "HYPERLINK(1)", "1+1", "'; DROP TABLE images; --", "<img src=file:///etc/passwd>", "%s%n",
    "{0}", "{x:>3000000000}", "\x1b[2Jx", "a\u202eb", "${HOME}", "`id`", "&lt;b&gt;", "<script>alert(1)</script>",
    "../../x",
)  # fmt: skip


def inject(place: Place) -> str:
    """Name a class with words that mean something elsewhere: kept literally, escaped in tables, harmless in folders."""
    word = place.chance.choice(_STARTS) + place.chance.choice(_WORDS) + str(place.number)
    path, output = imported().copied(place.folder), place.folder.parent / "labels"
    with open_to_work(path) as project:
        number = add_class(project, word).class_id
        image = list_images(project)[0]
        decide(project, [Decided(image.id, number, Decision.CORRECTED, "other", 0.5)])
        export_labels(project, ExportFormat.CSV, output, Silent())
        export_labels(project, ExportFormat.FOLDERS, output.with_name("folders"), Silent())
    text = output.read_bytes().decode()
    for separator in (",", ";", "\t"):
        cells = [cell for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator) for cell in row]
        formulae = [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
        hold(that=not formulae, otherwise=f"cells that begin formulae, where {separator!r} separates: {formulae[:3]}")
    back = read_label_table(output)[0].label
    hold(that=back == " ".join(word.split()) or back == word.strip(), otherwise=f"{word!r} comes back as {back!r}")
    (copied,) = (file for file in output.with_name("folders").rglob("*") if file.is_file())
    hold(that=copied.parent.parent == output.with_name("folders"), otherwise=f"copied to {copied}")
    hold(that=not checked(path)["damage"], otherwise="check finds damage")
    return repr(word)


@cache
def _cannot_trace() -> str:
    if not (shutil.which("strace") and shutil.which("unshare")):
        return "strace and unshare are not both here."
    made = subprocess.run(["/usr/bin/env", "unshare", "-n", "strace", "-f", "-qq", "-o", os.devnull, "true"],
                          check=False, capture_output=True, text=True)  # fmt: skip
    return made.stderr.strip()[:200] if made.returncode else ""


_CALLS = "connect,sendto,openat,open,creat,mkdir,rename,unlink,link,symlink"
_TO_WRITE = re.compile(r'"([^"]*)".*O_(?:WRONLY|RDWR|CREAT)')
_CONNECTS = re.compile(r"(connect|sendto)\(.*AF_INET")
_NO_FILES = ("/dev/", "/proc/", "pipe:")


def stay_offline(place: Place) -> str:
    """Do the whole job without a network, and trace what is connected to and written."""
    home = place.folder.parent
    log, temporary = home / "trace", home / "tmp"
    temporary.mkdir()
    command = [
        "/usr/bin/env",
        "unshare",
        "-n",
        "strace",
        "-f",
        "--seccomp-bpf",
        "-qq",
        "-e",
        f"trace={_CALLS}",
        "-o",
        str(log),
    ]
    command += [sys.executable, "-B", str(ROOT / "main.py"), "demo", "--folder", str(place.folder / "demo")]
    environment = os.environ | {"TMPDIR": str(temporary)}
    ended = subprocess.run(command, cwd=home, env=environment, capture_output=True, text=True, check=False)
    hold(that=ended.returncode == 0, otherwise=f"the demo ended with {ended.returncode}: {ended.stderr[-300:]}")
    with log.open(errors="replace") as lines:
        traced = list(lines)
    connected = [line for line in traced if _CONNECTS.search(line)]
    hold(that=not connected, otherwise=f"it connects: {connected[:2]}")
    written = {match[1] for line in traced if " = -1 " not in line and (match := _TO_WRITE.search(line))}
    ours = (str(home), *_NO_FILES)
    abroad = sorted(name for name in written if name.startswith("/") and not name.startswith(ours))
    hold(that=not abroad, otherwise=f"it writes to {abroad[:4]}")
    return f"{len(traced)} calls, {len(written)} files written, labels {json.loads(ended.stdout)['labels']}"


ROWS = (
    Row("malice", "malicious models and archives: pickle in every guise, zip slip, bombs", 8, 40, give_malice),
    Row("injection-strings", "injection: SQL, HTML, CSV formulae, format strings as class names", 10, 100, inject),
    Row("offline", "no network namespace, traced: no connection, writes only in our folders", 0, 1, stay_offline,
        limit=1800, not_here=_cannot_trace),
)  # fmt: skip

"""The process at the other end of `processes`: it computes the segments it is sent, as long as somebody waits."""

import os
import signal
import threading
import traceback
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait
from pathlib import Path

from workbench.errors import UserError


def serve(connection: Connection, device: str, threads: int) -> None:
    """Answer each request for a segment with the segment, or with why there is none, until nobody asks any more."""
    # Ctrl-C in a terminal reaches all its processes; what becomes of this one is decided by the one that started it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    # Before torch is imported, which reads it.
    os.environ["OMP_NUM_THREADS"] = str(threads)
    from workbench.operations.engines.material_files import read_material
    from workbench.operations.progress import Silent
    from workbench.operations.runs.portable_material import PortableMaterial
    from workbench.operations.runs.segment import train_segment

    materials: dict[Path, PortableMaterial] = {}
    while True:
        try:
            folder, request = connection.recv()
        except EOFError:
            return
        try:
            if folder not in materials:
                materials[folder] = read_material(folder)
            connection.send(train_segment(materials[folder], request, device, Silent()))
        except UserError as error:
            connection.send(error)
        except Exception:  # noqa: BLE001 - the one who waits for the answer raises it there
            connection.send(traceback.format_exc())


def _end_with_parent() -> None:
    """End at once when the process that started this one has ended, however that came about."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
    os._exit(1)

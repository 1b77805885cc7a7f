"""The archives of real images that benchmarks measure with, unpacked where the program keeps its cache."""

import argparse
import zipfile
from pathlib import Path

from workbench.folders import cache_folder


def data_folder(description: str) -> Path:
    """Return the folder of archives that the command line names."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("data", type=Path, help="the folder that holds the archives")
    return parser.parse_args().data


def unpacked(archive: Path, folder: str) -> Path:
    """Unpack an archive once and return its top folder."""
    home = cache_folder() / "benchmarks"
    if not (home / folder).exists():
        home.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(archive) as held:
            held.extractall(home)
    return home / folder

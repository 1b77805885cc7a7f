"""Files that were left out, in the order in which they are listed: other files never bury a damaged image."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from workbench.facts import Fact
from workbench.facts.file_reason import FileReason
from workbench.imaging.scan import SUFFIXES, FoundFile, Sidecar
from workbench.words import Message

_Reason = TypeVar("_Reason", bound=Message)


@dataclass
class PassedOver:
    """What was left out of an import: files with a reason, and sidecar files, which are only counted."""

    files: list[FileReason[Message]] = field(default_factory=list[FileReason[Message]])
    sidecars: list[Sidecar] = field(default_factory=list[Sidecar])

    def noting(self, scanned: Iterable[FoundFile | FileReason[Message]]) -> Iterator[FoundFile]:
        """Yield the files that may be images, and keep the others."""
        for file in scanned:
            if isinstance(file, Sidecar):
                self.sidecars.append(file)
            elif isinstance(file, FileReason):
                self.files.append(file)
            else:
                yield file


def damaged_first(files: Iterable[FileReason[_Reason]]) -> list[FileReason[_Reason]]:
    """Return damaged images first, then what else was left out, and last what was never an image."""
    return sorted(files, key=_rank)


def _rank(file: FileReason[Message]) -> int:
    code = file.reason.code if isinstance(file.reason, Fact) else ""
    named_as_image = file.path.suffix.lower() in SUFFIXES
    if code in ("image.unknown_format", "image.foreign_format", "file.sidecar") and not named_as_image:
        return 2
    return 0 if code.startswith("image.") and code != "image.away" else 1

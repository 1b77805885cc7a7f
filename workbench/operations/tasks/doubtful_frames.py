"""Frames of an import that show nothing, or are out of focus beside the others of their folder."""

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from workbench.facts import Fact, fact
from workbench.facts.file_reason import FileReason
from workbench.imaging.frame_quality import LEAST_CONTRAST, FrameQuality
from workbench.words import Message, marked, message, printable

_DARK, _BRIGHT = 40.0, 215.0  # grey levels (0 to 255) of black and white frames
# Of 5,421 photographs of the Grocery Store Dataset and 19,280 drawings of Omniglot none is below; of the photographs
# blurred with a radius of a fortieth of their width, and saved as JPEG, 98 % are.
_SOFT = -1.2
_SOFTER_THAN_OTHERS = 1.0  # Microscopes and scaled-up pictures are soft altogether.
_LEAST_TO_COMPARE = 8


@dataclass
class DoubtfulFrames:
    """Collects what was seen of the frames, folder by folder, and says which are doubtful."""

    _empty: list[FileReason[Fact]] = field(default_factory=list[FileReason[Fact]])
    _sharpness: dict[Path, list[tuple[float, Path]]] = field(
        default_factory=lambda: defaultdict[Path, list[tuple[float, Path]]](list)
    )

    def add(self, folder: Path, path: Path, quality: FrameQuality) -> None:
        """Add a frame of a folder."""
        if quality.contrast < LEAST_CONTRAST:
            self._empty.append(FileReason(path, _tone(quality.mean)))
        elif quality.sharpness is not None:
            self._sharpness[folder].append((quality.sharpness, path))

    def listed(self) -> tuple[FileReason[Fact], ...]:
        """Return the doubtful frames: first those that show nothing, then those that are out of focus."""
        return (*self._empty, *(FileReason(path, fact("frame.out_of_focus")) for path in self._soft()))

    def _soft(self) -> list[Path]:
        soft: list[Path] = []
        for frames in self._sharpness.values():
            if len(frames) >= _LEAST_TO_COMPARE:
                limit = min(_SOFT, median(sharpness for sharpness, _ in frames) - _SOFTER_THAN_OTHERS)
                soft += [path for sharpness, path in frames if sharpness < limit]
        return soft


def warn_of_frames(frames: tuple[FileReason[Fact], ...]) -> tuple[Message, ...]:
    """Say how many frames are doubtful."""
    soft = [frame for frame in frames if frame.reason.code == "frame.out_of_focus"]
    empty = [frame for frame in frames if frame.reason.code != "frame.out_of_focus"]
    said = (
        (empty, marked("{count} frames are black, white or of one tone, for example {path}.")),
        (soft, marked("{count} frames look out of focus beside the others of their folder, for example {path}.")),
    )
    return tuple(message(text, count=len(some), path=printable(some[0].path)) for some, text in said if some)


def _tone(mean: float) -> Fact:
    if mean < _DARK:
        return fact("frame.black")
    return fact("frame.white" if mean > _BRIGHT else "frame.one_tone")

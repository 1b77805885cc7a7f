"""Why something was not done with a file, or with a folder."""

from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from workbench.words import Message

_Reason_co = TypeVar("_Reason_co", bound=Message, covariant=True)


@dataclass(frozen=True)
class FileReason(Generic[_Reason_co]):
    """A file or a folder that is left out, or cannot be used, and why.

    `FileReason[Fact]` is one whose reason a project can keep, `FileReason[Message]` one that is only shown.
    """

    path: Path
    reason: _Reason_co

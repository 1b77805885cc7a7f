"""How names tell which images show one specimen, so that none is in both support and queries of an episode."""

import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal, Self

from workbench.errors import UserError
from workbench.words import marked, message, printable


@dataclass(frozen=True)
class Grouping:
    """A rule that gives an image its specimen, a name unique within its class only.

    none: every image is its own specimen. subfolder: the folder inside the class folder. prefix: the file
    name up to its last `_` or `-`, as in `fish12_3.jpg`. pattern: what the first group of a regular
    expression, or all of it where it has none, finds in the file name. Raises UserError for a wrong pattern.
    """

    kind: Literal["none", "subfolder", "prefix", "pattern"] = "none"
    pattern: str = ""

    def __post_init__(self) -> None:
        try:
            re.compile(self.pattern)
        except re.error as error:
            text = marked("{pattern} is not a regular expression: {reason}. Correct it or group by folder or prefix.")
            raise UserError(message(text, pattern=self.pattern, reason=str(error))) from error

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `none`, `subfolder`, `prefix` or, anything else, a regular expression. Raises UserError."""
        match text:
            case "none" | "subfolder" | "prefix":
                return cls(text)
            case _:
                return cls("pattern", text)

    def specimen(self, relative_path: PurePath) -> str | None:
        """Return the specimen of the image at a path within its class folder; None for its own."""
        match self.kind:
            case "none":
                name = None
            case "subfolder":
                name = relative_path.parent.as_posix() if relative_path.parent.parts else None
            case "prefix":
                name = _matched_text(r"^(.+)[_-]", relative_path.stem)
            case "pattern":
                name = _matched_text(self.pattern, relative_path.name)
        return None if name is None else printable(name)


def _matched_text(pattern: str, name: str) -> str | None:
    match = re.search(pattern, name, re.DOTALL)
    if match is None:
        return None
    return match[1] if match.re.groups else match[0]

"""How images of one specimen are told by their names, so that none stands on both sides of an episode."""

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

    def specimen(self, inside: PurePath) -> str | None:
        """Give the specimen of the image at `inside`, a path within its class folder; None for its own."""
        match self.kind:
            case "none":
                found = None
            case "subfolder":
                found = inside.parent.as_posix() if inside.parent.parts else None
            case "prefix":
                found = _found(r"^(.+)[_-]", inside.stem)
            case "pattern":
                found = _found(self.pattern, inside.name)
        return None if found is None else printable(found)


def _found(pattern: str, name: str) -> str | None:
    match = re.search(pattern, name, re.DOTALL)
    if match is None:
        return None
    return match[1] if match.re.groups else match[0]

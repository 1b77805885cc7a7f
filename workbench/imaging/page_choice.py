"""Which picture of a file with several is meant, and how a picture is told from all others.

A picture is its file's content and, where one was chosen, the page and channels of it: its key is the hash of the
content, followed by the choice. Whatever keeps something of a picture keeps it under this key.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from workbench.errors import UserError
from workbench.words import marked, message

_HASH = 32  # bytes
_MOST = 100_000  # the highest number of a page or a channel

ChosenPage = int | Literal["max"]


@dataclass(frozen=True)
class PageChoice:
    """The page (from 1 on, or `max`: the brightest of all pages, pixel by pixel) and the channels of a file.

    `channels` are those shown as red, green and blue, from 1 on. None: the first page that is not blank, and the
    colours as they are. A file that has one page, or no more channels than colours, is read as it is.
    """

    page: ChosenPage | None = None
    channels: tuple[int, int, int] | None = None

    def __bool__(self) -> bool:
        return self != AS_IT_IS

    def stored(self) -> dict[str, Any] | None:
        """Return the choice as a project keeps it, None where nothing was chosen."""
        channels = None if self.channels is None else list(self.channels)
        return {"page": self.page, "channels": channels} if self else None


AS_IT_IS = PageChoice()


def choice_of(page: str | None, channels: str | None) -> PageChoice:
    """Return what a person typed: a number or `max`, and three numbers with commas. Raises UserError."""
    chosen: ChosenPage | None = None
    if page is not None and page.strip():
        word = page.strip().lower()
        if word != "max" and not _is_number(word):
            raise UserError(message(marked("A page is a number from 1 on, or max, not {text}."), text=page))
        chosen = "max" if word == "max" else int(word)
    numbers = [] if channels is None or not channels.strip() else [word.strip() for word in channels.split(",")]
    if numbers and (len(numbers) != 3 or not all(map(_is_number, numbers))):
        text = marked("Channels are three numbers from 1 on, for red, green and blue, such as 3,2,1, not {text}.")
        raise UserError(message(text, text=str(channels)))
    red_green_blue = (int(numbers[0]), int(numbers[1]), int(numbers[2])) if numbers else None
    return PageChoice(chosen, red_green_blue)


def stored_choice(stored: Mapping[str, Any] | None) -> PageChoice:
    """Return the choice that a project keeps. Raises UserError where it is none of ours."""
    if stored is None:
        return AS_IT_IS
    page, channels = stored.get("page"), stored.get("channels")
    try:
        numbers = None if channels is None else ",".join(map(str, channels))
        return choice_of(None if page is None else str(page), numbers)
    except (TypeError, UserError) as error:
        text = marked("The choice of pages that the project keeps with a folder is damaged. Import the folder again.")
        raise UserError(message(text)) from error


def picture_key(sha256: bytes, choice: PageChoice) -> bytes:
    """Return the key of a picture: of a file's content, read in that way."""
    return sha256 + choice_suffix(choice)


def choice_suffix(choice: PageChoice) -> bytes:
    """Return what a choice adds to the hash of a content; nothing where none was made."""
    if not choice:
        return b""
    channels = "" if choice.channels is None else ",".join(map(str, choice.channels))
    return f"{'' if choice.page is None else choice.page};{channels}".encode()


def parts_of_key(key: bytes) -> tuple[bytes, PageChoice]:
    """Return the hash of the content and the choice that make a picture's key."""
    page, _, channels = key[_HASH:].decode("ascii").partition(";")
    return key[:_HASH], choice_of(page, channels)


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdecimal() and len(word) <= 6 and 1 <= int(word) <= _MOST

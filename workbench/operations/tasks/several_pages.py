"""Files of an import that have several pages or channels, and which of them was taken."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.imaging.grouping import Grouping
from workbench.imaging.opening import look_for_pages
from workbench.imaging.page_choice import PageChoice
from workbench.imaging.reading import ReadFile
from workbench.imaging.scan import FolderLayout, FoundFile, scan
from workbench.imaging.several_pages import PageCount
from workbench.operations.progress import Reporter
from workbench.words import Message, marked, message, printable

_MAY_HAVE_SEVERAL = (".tif", ".tiff", ".btf", ".gif", ".apng", ".webp", ".avif")
_MOST_LOOKED_AT = 200  # files of a folder: what is asked beforehand need not be certain


@dataclass(frozen=True)
class TakenPage:
    """A file with several pages or channels, and what was taken of it: a number, `max`, and perhaps three channels."""

    path: Path
    count: PageCount
    choice: PageChoice

    @property
    def page(self) -> int | str:
        """The page taken, or `max`."""
        is_projection = self.choice.page == "max" and self.count.pages > 1
        return "max" if is_projection else self.count.page

    @property
    def channels(self) -> tuple[int, int, int] | None:
        """The channels taken as red, green and blue, where they were chosen."""
        return self.choice.channels if self.count.channels > 1 else None


def taken_page(read: ReadFile) -> TakenPage | None:
    """Return what was taken of a file, None where it has but one picture."""
    if read.facts is None or not read.facts.pages.is_choice:
        return None
    return TakenPage(read.path, read.facts.pages, read.choice)


def words_of_pages(taken: tuple[TakenPage, ...]) -> tuple[Message, ...]:
    """Say of the files with several pages, and of those with several channels, what was taken, alike ones together."""
    pages, channels = defaultdict[str, list[TakenPage]](list), defaultdict[str, list[TakenPage]](list)
    for one in taken:
        if one.count.pages > 1:
            pages[str(one.choice.page)].append(one)
        if one.count.channels > 1:
            channels[str(one.channels)].append(one)
    return (*map(_words_of_pages_alike, pages.values()), *map(_words_of_channels_alike, channels.values()))


def _words_of_pages_alike(taken: Sequence[TakenPage]) -> Message:
    first = taken[0]
    which = marked("the first page that is not blank (there, page {page})")
    if first.page == "max":
        which = marked("the brightest of all pages, pixel by pixel")
    elif first.choice.page is not None:
        which = marked("page {page}, as chosen")
    text = marked("{count} files have several pages, such as {path} with {pages}. Taken: {which}.")
    shown = message(which, page=first.page)
    return message(text, count=len(taken), path=printable(first.path), pages=first.count.pages, which=shown)


def _words_of_channels_alike(taken: Sequence[TakenPage]) -> Message:
    first = taken[0]
    which = Message(marked("the first channel that is not blank; where they are colours, red, green and blue"))
    if first.channels is not None:
        numbers = ", ".join(map(str, first.channels))
        which = message(marked("channels {channels} as red, green and blue"), channels=numbers)
    text = marked("{count} files have several channels, such as {path} with {channels}. Taken: {which}.")
    path, channels = printable(first.path), first.count.channels
    return message(text, count=len(taken), path=path, channels=channels, which=which)


def pages_in_folder(folder: Path, reporter: Reporter) -> PageCount:
    """Return what there is to choose from in some files of a folder: the most pages and the most channels.

    Only the first files that may have several are looked at. Raises Cancelled when asked to stop.
    """
    pages, channels, looked_at = 1, 1, 0
    for number, file in enumerate(scan(folder, FolderLayout.UNLABELLED, Grouping.parse("none"))):
        if number % 256 == 0:
            reporter.report(None, message(marked("Looking for files with several pages")))
        if not isinstance(file, FoundFile) or file.path.suffix.lower() not in _MAY_HAVE_SEVERAL:
            continue
        count = look_for_pages(file.path)
        pages, channels, looked_at = max(pages, count.pages), max(channels, count.channels), looked_at + 1
        if looked_at == _MOST_LOOKED_AT:
            break
    return PageCount(pages, channels)

"""Finds words in the guide's titles and texts, whatever their case and accents."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import normalize

from workbench.ui.guide.guide_pages import GuidePage

_AROUND = 36  # characters of the text that a hit shows before what was found
_SHOWN = 88
_FIRM_HYPHEN = "\u2011"  # at which no line ends


@dataclass(frozen=True)
class Hit:
    """A page that has all words, and a piece of its text around the first one that stands in it."""

    page: GuidePage
    piece: str


def search_pages(pages: Sequence[GuidePage], words: str) -> tuple[Hit, ...]:
    """Return the pages that have all of the words, also inside longer ones; those with all in the title come first."""
    wanted = wanted_words(words)
    hits = [Hit(page, _piece(page, wanted)) for page in pages if _has_all(page, wanted)] if wanted else []
    return tuple(sorted(hits, key=lambda hit: not all(word in folded(hit.page.title) for word in wanted)))


def wanted_words(words: str) -> tuple[str, ...]:
    """Return the words that are looked for, as `folded` writes them."""
    return tuple(folded(words).split())


def places_of(text: str, wanted: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where the words stand in a text: the first character, and the one after the last."""
    plain = folded(text)
    for word in wanted:
        for found in re.finditer(re.escape(word), plain):
            yield found.span()


def folded(text: str) -> str:
    """Return a text without accents and capitals, character by character, so that places in it stay the same."""
    return "".join(map(_folded, text))


@lru_cache(maxsize=4096)
def _folded(character: str) -> str:
    bare = "-" if character == _FIRM_HYPHEN else normalize("NFD", character)[0].lower()
    return bare if len(bare) == 1 else character


@lru_cache
def words_of(page: GuidePage) -> str:
    """Return what a page says, without marks and without the addresses of its links."""
    text = page.markdown.partition("\n")[2]
    text = re.sub(r"!\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return " ".join(re.sub(r"[*`#]|^- ", "", text, flags=re.MULTILINE).split())


@lru_cache
def _searched(page: GuidePage) -> str:
    return folded(f"{page.title} {words_of(page)}")


def _has_all(page: GuidePage, wanted: Sequence[str]) -> bool:
    return all(word in _searched(page) for word in wanted)


def _piece(page: GuidePage, wanted: Sequence[str]) -> str:
    text = words_of(page)
    first = min((begin for begin, _ in places_of(text, wanted)), default=0)
    begin = text.rfind(" ", 0, max(0, first - _AROUND)) + 1 if first > _AROUND else 0
    end = begin + _SHOWN
    cut = text[begin:end].rpartition(" ")[0] if end < len(text) else text[begin:]
    return f"{'… ' if begin else ''}{cut}{' …' if end < len(text) else ''}"

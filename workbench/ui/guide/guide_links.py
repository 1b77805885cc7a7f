"""What a link of the guide leads to: another page of it, or a place in the program."""

from dataclasses import dataclass
from typing import Literal

from workbench.facts.approaches import APPROACH_TITLES
from workbench.ui.guide.guide_pages import PAGE_NAMES

# The steps of a project, as their pages' keys.
WINDOW_STEPS = ("images", "learn", "check", "label", "export")
_SCHEME = "workbench:"


@dataclass(frozen=True)
class PageLink:
    """Another page of the guide, `NAME.md`."""

    page: str


@dataclass(frozen=True)
class PlaceLink:
    """A place in the program: `workbench:` and then `page/STEP`, `approach/NAME`, `example`, `playground` or `tour`."""

    kind: Literal["page", "approach", "example", "playground", "tour"]
    name: str = ""


_WHOLE_PLACES = {"example": PlaceLink("example"), "playground": PlaceLink("playground"), "tour": PlaceLink("tour")}


def read_link(address: str) -> PageLink | PlaceLink | None:
    """Return what an address leads to; None for any other, above all of the network, which is never opened."""
    if address.endswith(".md") and address.removesuffix(".md") in PAGE_NAMES:
        return PageLink(address.removesuffix(".md"))
    if not address.startswith(_SCHEME):
        return None
    kind, _, name = address.removeprefix(_SCHEME).partition("/")
    if kind == "page" and name in WINDOW_STEPS:
        return PlaceLink("page", name)
    if kind == "approach" and name in APPROACH_TITLES:
        return PlaceLink("approach", name)
    return _WHOLE_PLACES.get(kind) if not name else None

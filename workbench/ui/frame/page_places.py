"""Lets a page that is built anew, in another language or look, show what the one before showed."""

from dataclasses import dataclass

from workbench.ui.controls.page import Page
from workbench.ui.controls.tab_places import TabPlaces, go_to_tabs, tab_places


@dataclass(frozen=True)
class PagePlace:
    """Which tabs of a page were shown, and what the page itself says was chosen on it."""

    tabs: TabPlaces
    chosen: object


def remember_place(page: Page) -> None:
    """Remember how a page is left that is about to go."""
    page.context.places[page.key] = PagePlace(tab_places(page), page.place())


def return_to_place(page: Page) -> None:
    """Show on a page that was just built what was shown on the one before."""
    place = page.context.places.pop(page.key, None)
    if isinstance(place, PagePlace):
        go_to_tabs(page, place.tabs)
        page.go_to(place.chosen)

"""Which tab is shown at each place of a page, so that the page can be built anew as it was left."""

from collections.abc import Mapping

from PySide6.QtWidgets import QTabBar, QWidget

TabPlaces = Mapping[str, int]  # The index of the tab, by where its bar stands in the page.


def tab_places(page: QWidget) -> TabPlaces:
    """Return which tabs of a page are shown."""
    return {_where(bar, page): bar.currentIndex() for bar in page.findChildren(QTabBar)}


def go_to_tabs(page: QWidget, places: TabPlaces) -> None:
    """Show those tabs of a page again, as far as it has them."""
    for bar in page.findChildren(QTabBar):
        bar.setCurrentIndex(places.get(_where(bar, page), bar.currentIndex()))


def _where(widget: QWidget, page: QWidget) -> str:
    """Return a widget's way down from the page: its kind and its number among those of its kind, at each step."""
    steps: list[str] = []
    above = widget.parentWidget()
    while widget is not page and above is not None:
        alike = [child for child in above.children() if type(child) is type(widget)]
        steps.append(f"{type(widget).__name__} {alike.index(widget)}")
        widget, above = above, above.parentWidget()
    return "/".join(reversed(steps))

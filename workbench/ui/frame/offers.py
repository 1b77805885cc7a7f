"""What the start page offers where a project could not be opened, and something can be done about it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from workbench.ui.frame import loading
from workbench.ui.services.translation import tr

DoWithPath = Callable[[Path], None]


def offer_for(
    error: Exception, path: Path | None, *, repair: DoWithPath, take_in: DoWithPath
) -> tuple[str, Callable[[], None] | None]:
    """Return the words of a button and what it does; no words where there is nothing to offer."""
    if path is None:
        return "", None
    if loading.lacks_changes(error):
        return tr("Take in the changes"), partial(take_in, path)
    if loading.may_be_repaired(error):
        return tr("Repair into a new file"), partial(repair, path)
    return "", None


def in_turn(*acts: Callable[[], None]) -> Callable[[], None]:
    """Return what does one thing after another."""

    def do_all() -> None:
        for act in acts:
            act()

    return do_all

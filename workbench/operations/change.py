"""A change to a project as a value; applying it returns the change that undoes it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from workbench.errors import UserError

if TYPE_CHECKING:
    # The window knows this module before it has loaded storage.
    from workbench.store.project import Project


class Change(Protocol):
    """Ids and plain values only, so that a change can be kept for as long as the project is open."""

    def apply(self, project: "Project") -> "Change":
        """Make the change and return its inverse. Raises UserError, with nothing written, where it cannot be made."""
        ...


@dataclass(frozen=True)
class Together:
    """Changes that are made in order, all or none, and undone in one step."""

    changes: tuple[Change, ...]

    def apply(self, project: "Project") -> "Together":
        """Make the changes; their inverses come in the opposite order."""
        inverses: list[Change] = []
        try:
            for change in self.changes:
                inverses.insert(0, change.apply(project))
        except UserError:
            for inverse in inverses:
                inverse.apply(project)
            raise
        return Together(tuple(inverses))

"""Which pages of the guide were read, to go back and forward, each to where it was left."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Visit:
    """A page, and how far it was scrolled, in pixels."""

    page: str
    scrolled: int = 0


class GuideHistory:
    """The pages read, and which of them is shown."""

    def __init__(self, page: str) -> None:
        self._visits = [Visit(page)]
        self._at = 0

    @property
    def now(self) -> Visit:
        """The page that is shown."""
        return self._visits[self._at]

    @property
    def can_go_back(self) -> bool:
        """Whether there is a page before."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether one went back from a page."""
        return self._at < len(self._visits) - 1

    def leave_at(self, scrolled: int) -> None:
        """Remember how far the page that is shown was scrolled."""
        self._visits[self._at] = replace(self.now, scrolled=scrolled)

    def visit(self, page: str) -> None:
        """Go to a page; those that one went back from are forgotten."""
        if page != self.now.page:
            self._visits[self._at + 1 :] = [Visit(page)]
            self._at += 1

    def move(self, by: int) -> None:
        """Go back (-1) or forward (1), if there is such a page."""
        self._at = min(max(0, self._at + by), len(self._visits) - 1)

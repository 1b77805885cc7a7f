"""What of a search's time goes where it has no choice: embedding images, and the test at its end."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Literal

from workbench.facts import Fact, fact
from workbench.operations.search.budget import Budget
from workbench.operations.search.search_record import SearchRecord
from workbench.words import Decimal

Part = Literal["images", "test_images", "test"]
_PARTS: tuple[Part, ...] = ("images", "test_images", "test")
_TOLERATED = 1.05  # of the time that was asked for


class Unavoidable:
    """Counts the seconds of such parts, in all sittings, and says how much longer than asked a search took for them."""

    def __init__(self, record: SearchRecord, budget: Budget) -> None:
        self._record, self._budget = record, budget

    @contextmanager
    def part(self, name: Part) -> Generator[None]:
        """Count the time inside as that of a part."""
        began = self._budget.spent
        try:
            yield
        finally:
            plan = self._record.plan()
            parts = plan.get("parts", {})
            parts[name] = parts.get(name, 0.0) + self._budget.spent - began
            self._record.keep_plan(plan | {"parts": parts})

    def overrun(self) -> Fact | None:
        """Say by how much a search that is over took longer than asked, and for what; None where it did not."""
        budget, parts = self._budget, self._record.plan().get("parts", {})
        if budget.spent <= _TOLERATED * budget.seconds:
            return None
        values = {name: Decimal(parts.get(name, 0.0) / 60) for name in _PARTS}
        took, asked = Decimal(budget.spent / 60), Decimal(budget.seconds / 60)
        return fact("search.over_time", took=took, asked=asked, **values)

"""What every tab of a test's results is: a name, and a way to show one test."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from workbench.operations.evaluation.candidates import ComparisonRequest
from workbench.operations.evaluation.evaluations import EvaluationDetails
from workbench.ui.controls.row_view import RowView
from workbench.ui.services.project_context import ProjectContext


class ResultTab(QWidget):
    """One view of a test; a new one is its own file and an entry in `result_view.TABS`.

    `page_request` returns what is chosen on the page, for tabs that measure something themselves.
    """

    def __init__(self, context: ProjectContext, page_request: Callable[[], ComparisonRequest]) -> None:
        super().__init__()
        self.context = context
        self.page_request = page_request

    @classmethod
    def tab_name(cls) -> str:
        """Return the tab's name in the person's language."""
        raise NotImplementedError

    def show_result(self, details: EvaluationDetails) -> None:
        """Show a test; called again with the same one after names have changed."""
        raise NotImplementedError

    def place(self) -> object:
        """Return what is chosen in its tables, for `go_to` of the tab that is built in place of this one."""
        return [view.place() for view in self.findChildren(RowView)]

    def go_to(self, place: Any) -> None:
        """Choose what was chosen in the tab before, once that is listed."""
        for view, before in zip(self.findChildren(RowView), place, strict=True):
            view.expect(before)

    def leave(self) -> None:
        """Remember splitters and the like; called before the tab goes away for good."""


def unbroken(text: str) -> str:
    """Return a text whose figures stay on one line with their signs and units, in whatever language."""
    for sign in (" %", " ± ", " ms", " MB", " GB"):
        text = text.replace(sign, sign.replace(" ", "\u00a0"))
    return text

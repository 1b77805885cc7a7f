"""What is chosen on the page Check, kept while the page is built anew."""

from dataclasses import dataclass

from workbench.ui.check.check_panel import PanelPlace
from workbench.ui.check.result_view import ResultPlace


@dataclass(frozen=True)
class CheckPlace:
    """What is chosen at the left, and in the tabs."""

    panel: PanelPlace
    results: ResultPlace

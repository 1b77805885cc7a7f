"""Which options of a search mattered: one bar each, the longest first."""

from collections.abc import Mapping

import numpy as np
import pyqtgraph as pg

from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import mixed
from workbench.ui.plots.named_rows import NamedRows
from workbench.ui.services.translation import percent, tr

_BAR = 0.6
_ACROSS = (0.0, 1.0)


class ImportancePlot(NamedRows):
    """Shows the share of each option in how accurate the trials are."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("What mattered"), tr("Differences in accuracy explained (%)"))
        self.bars = pg.BarGraphItem(x0=np.zeros(0), y=np.zeros(0), width=np.zeros(0), height=_BAR)
        self.view.addItem(self.bars, ignoreBounds=True)
        self.renew_colors()

    def show_shares(self, shares: Mapping[str, float]) -> None:
        """Show other shares (0 to 1) by the name of the option."""
        values = np.array(list(shares.values()), np.float64)
        self.bars.setOpts(x0=np.zeros(len(values)), y=-np.arange(len(values), dtype=np.float64), width=values)
        self.show_names(list(shares), _ACROSS)
        # A screen reader cannot read a drawing.
        self.setAccessibleDescription("; ".join(f"{name}: {percent(share)}" for name, share in shares.items()))

    def renew_colors(self) -> None:
        super().renew_colors()
        colors = self._theme.colors
        self.bars.setOpts(brush=pg.mkBrush(mixed(colors.panel, colors.accent, 0.75)), pen=pg.mkPen(None))

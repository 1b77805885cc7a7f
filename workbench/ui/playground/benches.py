"""The benches of the playground, in their order; a new one is its own file and an entry in this tuple."""

from workbench.ui.playground.bench import Bench
from workbench.ui.playground.curves_bench import CurvesBench
from workbench.ui.playground.movement_bench import MovementBench
from workbench.ui.playground.ratings_bench import RatingsBench

BENCHES: tuple[type[Bench], ...] = (CurvesBench, MovementBench, RatingsBench)
